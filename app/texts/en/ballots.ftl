### Voting: from the code in the letter to the thanks.

code-title = Vote
code-lead = You got a letter with a voting code. Type the code here. You do not need an account.
code-until = You can vote until { $moment }.
code-until_of = In "{ $round }" you can vote until { $moment }.
code-label = Your voting code
code-hint = Four groups of four characters, such as K7WP-4MTX-9RQA-2HJC. Capital letters and dashes do not matter.
code-button = Go on
code-empty = Type the code from your letter.
code-length = The code has 16 characters. You typed { $found }.
code-bad_sign = Group { $group } has a character that no code has. Look again.
code-wrong_group = Something is not right. Look again at group { $group }.
code-wrong = Something is not right. Check the code again.
code-unknown = This code does not open a ballot. Check that you have the letter of this round. Or ask for help in the community centre.
code-too_late = This code is of «{ $round }». Voting in that round closed on { $moment }.
code-secret_title = Do not give your letter to anybody
code-secret = Whoever has your letter can vote for you. We never ask for it at the door or on the phone.
code-lost_title = Lost your letter or need help?
code-lost = Come to { $places }. We will help you there. Nobody sees what you choose.

code-island-good = The code is right.
code-island-look = Look again at group { $group }.
code-island-sign = Group { $group } has a character that is not possible.

closed-title = You cannot vote now
closed-none = There is no round yet in which you can vote.
closed-shut = Voting in «{ $round }» closed on { $moment }. The outcome will be on this site.
closed-late = Voting in «{ $round }» begins later than planned.
closed-next = You can vote in «{ $round }» from { $moment }.
closed-button = See the rounds
away-title = A vote was not finished
away-text = On this device somebody began to vote. That vote was not sent. We have put it away. Was it you? Type your code again. Within an hour your ticks are still there.

ended-title = Your time is over
ended-text = Your vote was not sent yet. Type your code again. Within an hour your ticks are still there.
ended-shut = Your vote was not sent. The ballot box is closed now. You cannot begin again.

unfinished-title = You have not voted yet
unfinished-text = You began to vote. You can go on until { $time }.
unfinished-button = Go on voting

time-until = You have time until { $time }. Each new page gives you another quarter of an hour.
time-last = There is no more time. After that you type your code again, if the ballot box is still open then.
time-more = Give me more time
time-soon = You have two more minutes. Do you want more time? Press the button. Your ticks stay.
time-soon_last = You have two more minutes. There is no more time.
time-over = Your time is over and your vote was not sent yet. Press the button to go on. Then type your code again.

choose-title = Choose your jobs
choose-lead = This is the ballot of { $wijk }. The neighbourhood has { $budget } a year.
choose-again_title = Somebody has already voted with this letter
choose-again = You may vote again. Only your last vote counts. Nobody can see what was chosen before.
choose-host = At { $host }
choose-price = { $cost } a year
choose-price_places = { $cost } a year for { $places } jobs
choose-hours = { $hours } hours a week
choose-chosen = Chosen
choose-more = More
choose-more_about = { " " }about { $title }
choose-button = Go on
choose-not_sent = Not sent yet.

choose-heading =
    { $n ->
        [one] Choose { $n } job
       *[other] Choose 1 to { $n } jobs
    }

choose-meter-none = Nothing chosen yet. You may choose { $max }.
choose-meter-some = { $n } of { $max } chosen. You may choose { $left } more.
choose-meter-full = { $n } of { $max } chosen. That is all.
choose-meter-over = { $n } chosen, that is { $over } too many. Take { $over } away.

review-title = Is this right?
review-change = Change
review-press = Press the button. Only then does your vote count.
review-button = Send my vote
review-back = Back to the ballot

review-lead =
    { $n ->
        [one] You chose { $n } job.
       *[other] You chose { $n } jobs.
    }

done-title = Your vote is in
done-thanks = Thank you. Your vote is in a sealed envelope in the ballot box.
done-next_title = What happens now?
done-next_closed = The ballot box closed on { $moment }. It will be opened soon, and the outcome will be on this site.
done-next = The ballot box closes on { $moment }. Then it is opened and the outcome is on this site.
done-again = Do you want something else after all? Type your code again. Only your last vote counts.
done-once = You see this page once. Are you at somebody else's computer? Then wipe this screen.
done-wipe = Done, wipe this screen
done-before = The page that says so is shown once. Do you want to vote for something else? Then type your code again.
done-button = To the round
words-title = Do you want to find your vote again later?
words-before = Write down these three words, in this order. Do so before you press the button. After the count, your vote is in the list with these words.
words-after = These three words belong to your vote. After the count you can find it with them, on the page «Find your vote».
words-weaker = Your browser could not choose these words itself. Our computer chose them. That is less certain.
words-same = Your browser chose these words itself. Our computer has the same.
words-differ = Note: our computer names other words than your browser chose. Type your code again and vote once more. Does it happen again? Tell them in the community centre.
words-secret = Do not show the words to anybody. You do not have to keep them.
