### Finding one's own vote after the count: by three words, or with the letter.

title = Find your vote
lead = Did you write down three words when you voted? Look them up here. Then you see your own vote.
private = Your own device does the looking. We do not see which words you look for.
few = { $wijk }: fewer than 10 votes. We do not put those on the internet one by one. Come by to count them again.
link = Find your vote
link_text = Did you write down three words? Then see whether your vote is in the list as you cast it.

label = Your three words
hint = Type them in the same order. Capitals, dashes and commas do not matter.
button = Look for my vote
retry = Look again
empty = Type the three words that you wrote down.
number = There are three words. You typed { $found }.
unknown = Word { $place } is in no vote at all. Have another look at your note.
perhaps = Those words are in no vote at all. Do you mean these?
take = Yes, look for { $words }
found = Your vote is in the list.
found_more = There are { $count } votes with these words.
more = That should not be. Let us know. Come by with your letter.
blank = You chose no idea at all.
missing = These words are not in the list.
missing_to_do = See whether you typed them right. Then read below what you can do.
differs = Is this not what you chose? Then read below what you can do.
unreachable = The list could not be fetched. See whether you are online and look again. You can also look below, by first letter.
unable = This browser cannot look through the list. Look below, by first letter.
unreadable = The answer of the website cannot be read. Something is wrong, or this page is old. Load the page again.

busy-download = The list is coming in.

list-title = Look by first letter
list-lead = All votes are here in the order of their words. Choose the letter that your first word begins with. Then we see that letter only.
list-letters = First letter
list-caption = Votes that begin with the letter { $letter }
list-words = Words
list-choices = Chosen
list-blank = No idea at all
list-none = There are no votes that begin with this letter.
list-pages = Pages of this letter
list-page = Page { $page } of { $pages }
list-previous = Previous
list-next = Next

told-title = Is your vote there?
told-text = We count how often people find their vote, and how often they do not. We ask neither who you are nor which words you have.
told-yes = Yes, my vote is there
told-no = No, my vote is not there
told-vote_found = Thank you. Your vote is there.
told-vote_missing = Thank you. Read below what you can do.

help-title = Is your vote not there?
help-again = Did you vote more than once? Then only your last vote counts. Only the words of that vote are in the list.
help-lost = Was your letter cancelled? Then the vote with that letter was laid aside. It is not in the list.
help-letter = With your letter we can see whether your envelope is there. You can do so until { $moment }. Check it yourself, or come with your letter to { $places }.
help-letter_link = See with your letter whether your envelope is there
help-over = You could check with your letter until { $moment }. That is over now.
help-other = Does it say something else than you chose? Come by and tell us.

letter-title = Is my envelope there?
letter-lead = Type the code in your letter. You then see whether your envelope is in the list. We do not show what you chose.
letter-private = We keep nothing but a number: how often a letter was looked up.
letter-button = Look it up
letter-unknown = This code is not of a letter of «{ $round }». See whether you have the right letter.
letter-until = You can do this until { $moment }.
letter-over = Letters can no longer be looked up
letter-over_text = You could do this until { $moment }.
letter-next = Look up another letter
letter-counted = Your envelope is in the list
letter-counted_text = Your vote counts.
letter-rejected = Your envelope is in the list, but does not count
letter-rejected_text = Something was wrong with the envelope. Why, is in the file with everything of this round. Come by if you have questions.
letter-cancelled = This letter was cancelled
letter-cancelled_text = That is done when a letter is lost or stolen. A vote with this letter was laid aside and not opened.
letter-absent = Your envelope is not in the list
letter-absent_text = There was no vote with this letter in the ballot box. Did you vote all the same? Then come by and tell us. Bring your letter.

looks-title = How often did people look?
looks-none = Nobody has looked yet.
looks-rough = These are rough numbers. We count each answer once a browser at most.

looks-found =
    { $n ->
        [one] { $n } time somebody found their vote.
       *[other] { $n } times somebody found their vote.
    }

looks-missing =
    { $n ->
        [one] { $n } time a vote was not there.
       *[other] { $n } times a vote was not there.
    }

looks-letters =
    { $n ->
        [one] { $n } time a letter was looked up.
       *[other] { $n } times a letter was looked up.
    }

looks-absent =
    { $n ->
        [one] { $n } time of these the envelope was not there.
       *[other] { $n } times of these the envelope was not there.
    }
