### Rounds: their page, their rules and the work on them.

phase-draft = Draft
phase-proposing = Making proposals
phase-co_creation = Improving proposals
phase-checking = Checking proposals
phase-ballot_published = The ballot is known
phase-voting = Voting
phase-closed = Voting has closed
phase-counted = The outcome is known
phase-objections = You can object
phase-council = The council decides
phase-delivery = The jobs are being set up
phase-archived = Finished
phase-cancelled = Stopped

step-open_proposing = Residents can make proposals
step-start_co_creation = Improve the proposals
step-start_checking = Check the proposals
step-publish_ballot = Publish the ballot
step-open_voting = Open voting
step-close_voting = Close voting
step-count = Count the votes
step-open_objections = The time for objections begins
step-send_to_council = Send the file to the council
step-adopt = The council decides
step-return = The council sends the file back
step-archive = Close and keep the round
step-cancel = Stop the round

step_now-open_proposing = Start proposals now
step_now-start_co_creation = Start improving now
step_now-start_checking = Start checking now
step_now-publish_ballot = Publish the ballot now
step_now-open_voting = Open voting now
step_now-close_voting = Close voting now
step_now-open_objections = Start objections now
step_now-send_to_council = Send the file to the council now
step_now-archive = Close the round now

cost_basis-on_top_of_benefit = Money on top of the benefit
cost_basis-on_top_of_benefit_hint = A benefit alone already costs € 17,000 a year. That is why this money comes on top. This is the usual choice.
cost_basis-all_in = Everything together, the benefit too
cost_basis-all_in_hint = The benefit is taken from the amount. Nothing is left for the work itself.

counting-by_votes_skip = Most votes first
counting-by_votes_skip_hint = An idea that no longer fits is skipped. This is the usual choice.
counting-by_votes_stop = Most votes first, then stop
counting-by_votes_stop_hint = The first idea that does not fit is the end. The rest of the money stays.
counting-by_votes_divisible = Most votes first, sometimes with fewer places
counting-by_votes_divisible_hint = An idea that does not fit whole gets as many places as fit.
counting-equal_shares_top_up = Equal shares, and the rest to the most votes
counting-equal_shares_top_up_hint = Every voter gets an equal part of the money. So a smaller group gets something too. What is left goes to the most votes.
counting-equal_shares = Equal shares
counting-equal_shares_hint = Every voter gets an equal part of the money. What is left stays.

kind-wijk = Neighbourhood
kind-dorp = Village

list-title = Rounds
list-lead = In a round, residents choose which jobs come to their neighbourhood.
list-none = There is no round now. Please come back later.
list-running = Going on now
list-past = Earlier rounds
list-wijk = { $wijk }: { $budget }, { $jobs }

wijk-budget = { $budget } a year
wijk-eligible = { $n } residents may vote
wijk-voting_point = Voting and help: { $place }
wijk-jobs =
    { $n ->
        [one] enough for about 1 job
       *[other] enough for about { $n } jobs
    }
wijk-proposals =
    { $n ->
        [one] 1 proposal
       *[other] { $n } proposals
    }

action-propose = Make a proposal
action-read = See the proposals
action-ballot = See the ballot
action-vote = Vote
action-rules = Read how we count
action-outcome = See the outcome
action-jobs = See the jobs

until-draft = You can make proposals from { $moment }.
until-checking = The ballot comes on { $moment }.
until-ballot_published = You can vote from { $moment }.
until-voting = You can vote until { $moment }.
until-objections = You can object until { $moment }.
until-other = You can do this until { $moment }.

late-draft = Making proposals begins later than planned.
late-checking = The ballot comes later than planned.
late-ballot_published = Voting begins later than planned.
late-voting = Voting closes later than planned.
late-objections = The dossier goes to the council later than planned.
late-other = The next step comes later than planned.
closed_at = The ballot box closed on { $moment }.

road-label = How this round goes
road-done = done
road-current = now
road-todo = to come
road-from = from { $day }
road-began = began on { $day }
road-late = later than planned
road-proposing = Proposals
road-improving = Improving
road-checking = Checking
road-ballot = Ballot
road-voting = Voting
road-counting = Count and outcome
road-council = Council
road-working = At work

now-title = What can you do now?
now-draft = This round is still a draft. Residents do not see it yet.
now-proposing = Do you know work that makes the neighbourhood better? Tell us.
now-co_creation = Read the proposals. Come to the community centre and help to improve them.
now-checking = We check whether each proposal is allowed. The work may not cost anyone their job.
now-ballot_published = You can see what you will vote on. You will get a letter with a code.
now-voting = Vote with the code from your letter. It takes about five minutes.
now-finishing = The ballot box has just closed. Had you already begun? Then you can still cast your vote.
now-closed = The ballot box is closed. We are counting. The outcome will be here.
now-counted = The votes are counted. You can see which jobs were chosen.
now-objections = Do you think something is wrong? Tell the municipality. The outcome page says how.
now-council = The council is deciding on the jobs. You can read the outcome.
now-delivery = The council has decided. You can see how far each job is.
now-archived = This round is finished. You can still read everything.
now-cancelled = This round was stopped.
now-grace = Did you begin before closing? Then you have ten more minutes.

show-to_control = To the staff page of this round
show-wijken = The neighbourhoods
show-more = Read more
show-cancelled = This round was stopped. This is the reason:
show-other_rounds = See the other rounds
show-hourly_title = How many residents have voted?
show-hourly_why = Nobody knows how people voted. It stays that way until the count.
show-hourly =
    { $n ->
        [one] { $wijk }: 1 ballot, counted on { $moment }
       *[other] { $wijk }: { $n } ballots, counted on { $moment }
    }
show-hourly_few = { $wijk }: fewer than 10 ballots, counted on { $moment }

rules-title = Rules
rules-not_fixed = The rules are not fixed yet.
rules-fixed_from = They are fixed when the ballot is published, on { $moment }. Below is what holds now.
rules-fixed_from_late = They are fixed when the ballot is published. That is later than planned. Below is what holds now.
rules-fixed = These rules are fixed. Nobody can change them any more.
rules-budgets = Money for each neighbourhood a year
rules-who = Who may vote?
rules-who_text = Residents of { $age } and older, with a letter from the municipality.
rules-choices = How many do you choose?
rules-cap = What may a job cost?
rules-cap_text = At most { $cap } a year. { $basis }.
rules-counting = How we count
rules-proposal = Proposal
rules-places = Jobs
rules-cost = Cost a year
rules-ballot_of = The ballot of { $wijk }
rules-wijk = This neighbourhood divides { $budget } a year. { $eligible } residents may vote.
rules-lot_promise = Fingerprint of the draw. The draw itself is with the outcome, after the count:
rules-seals = The list of seals of { $wijk }
rules-seals_why = Every letter has a seal. So anyone can check that no vote is added.
rules-check = Check it yourself
rules-hash_why = This is the fingerprint (SHA-256) of the rules. It is in the journal too.
rules-download = Download the rules (JSON)
rules-redraw = The draw is fixed before voting. After the count you can check that it is the same.
rules-drawn = The votes are counted. The lot of each neighbourhood is public now: the secret and the order.
rules-to_lot = See the lot with the outcome
rules-choices_text =
    { $n ->
        [one] At most 1 proposal.
       *[other] At most { $n } proposals.
    }

field-title = Name of the round
field-title_hint = For example: Wijkbanen 2027
field-cap = How much may one job cost a year?
field-cap_hint = At most € 17,000.
field-cost_basis = What do we pay with this money?
field-max_choices = How many proposals may someone choose?
field-min_age = From what age may someone vote?
field-counting = How do votes become jobs?
field-counting_hint = An example opens in a new tab. What you typed here stays.
field-min_share = What percentage of the voters must choose a job at least?
field-min_share_hint = Empty is no limit. At most 25.
field-wijken = Which neighbourhoods take part?
field-budget = Money for the neighbourhood a year
field-eligible = How many residents may vote?
field-reserve = Spare envelopes
field-reserve_hint = For who lost the letter or got none. Left empty it is one for every twenty voters.
field-paper = Ballots on paper
field-paper_hint = For who wants to vote on paper. Left empty it is none.
field-name = Name
field-kind = Neighbourhood or village
field-residents = Residents
field-residents_hint = All ages together.
field-voting_point = Voting point
field-voting_point_hint = Where residents vote and get help. Write down the name and the address.
field-reason = Why now?
field-reason_hint = This goes into the journal. Everyone can read it.
field-public_reason = Why does the round stop?
field-public_reason_hint = Everyone can read this. Do not write down names.
field-discard = Are you sure?
field-sure = Are you sure?
field-sure_yes = Yes, I am sure
field-cards_needed = How many key cards open the ballot box together?
field-cards_needed_hint = From 2 to 5. Usually 2.
field-cards_total = How many key cards will there be?
field-cards_total_hint = At most 7. Usually 3: then one may get lost.
field-trial = Is this a trial round?
field-trial_hint = A trial round is for practising. Every page of the round says so. Only in a trial round may 1 card open the ballot box.
field-trial_yes = Yes, this round is only for practising

start-proposing = Making proposals begins
start-co_creation = Improving begins
start-checking = Checking begins
start-ballot_published = The ballot is published
start-voting = Voting opens
start-closed = Voting closes
start-council = The council gets the file

settings-cards = Key cards
settings-cards_text = The ballot box opens only with key cards. Different organisations keep them. So nobody can look into the box alone.
settings-counting = Counting
settings-new = New round
settings-title = Set up the round
settings-lead = Fill in everything. You can change it until the round begins.
settings-money = Money
settings-ballot = Ballot
settings-dates = Dates
settings-dates_text = Most steps go by themselves at these times. It is the time in the Netherlands.
settings-wijken = Neighbourhoods
settings-each_wijk = Fill in the money and the voters below. Only for neighbourhoods that take part.
settings-no_wijken = There are no neighbourhoods yet.
settings-to_wijken = Is a neighbourhood not here? Add it
settings-button = Save
settings-copied = (copy)

wijken-title = Neighbourhoods
wijken-lead = These neighbourhoods and villages can take part in a round.
wijken-none = There are no neighbourhoods yet.
wijken-caption = Neighbourhoods and villages of the municipality
wijken-add = Add a neighbourhood
wijken-button = Add
wijken-to_round = Make a new round

missing-wijk = No neighbourhood takes part yet
missing-box_key = The key cards have not been made yet
missing-rehearsal = The key cards have not been tried yet
missing-budget =
    { $n ->
        [one] 1 neighbourhood has no money yet
       *[other] { $n } neighbourhoods have no money yet
    }
missing-dates =
    { $n ->
        [one] 1 date is missing or out of order
       *[other] { $n } dates are missing or out of order
    }
missing-decisions =
    { $n ->
        [one] 1 proposal is not decided yet
       *[other] { $n } proposals are not decided yet
    }
missing-candidates =
    { $n ->
        [one] In 1 neighbourhood there is nothing to vote on yet
       *[other] In { $n } neighbourhoods there is nothing to vote on yet
    }
missing-print =
    { $n ->
        [one] The letters of 1 neighbourhood were made and not printed. Nobody has those codes. Make them invalid and begin again
       *[other] The letters of { $n } neighbourhoods were made and not printed. Nobody has those codes. Make them invalid and begin again
    }
missing-codes =
    { $n ->
        [one] 1 neighbourhood has no letters with codes yet
       *[other] { $n } neighbourhoods have no letters with codes yet
    }
missing-past_dates =
    { $n ->
        [one] 1 date has passed. Move it first
       *[other] { $n } dates have passed. Move them first
    }
missing-destruction = The secrets of the ballot box are not destroyed yet. That happens by itself, two weeks after the outcome

control-next = The next step
control-by_itself = This goes by itself on { $moment }. It can be earlier, with a reason.
control-closes = This goes by itself on { $moment }.
control-any_minute = This goes by itself any minute now.
control-waits = The time has passed. The step waits until everything is ready.
control-missing = This comes first:
control-council = The clerk writes down what the council decides. You do not have to do anything now.
control-to_count = Go to the count
control-done = This round is finished. There are no more steps.
control-more = More about this round
control-copy = Make a copy for next year
control-cancel = Stop the round
control-cancel_text = Stopping is for ever. Residents see the reason on the page of the round.
control-cancel_two = The ballot is public already. So a second person must agree.
control-cancel_button = Stop the round
control-by_two = A colleague must agree. The reason appears on the page of the round.
control-to_dates = Move the dates
control-to_dates_two = Move the dates to later, with a colleague

never_early-open_voting = Voting never opens before the promised time. Later is possible: move the dates.
never_early-close_voting = Voting never closes before the promised time. After closing, voters get ten more minutes.

waits-not_ready = This round is not set ready
waits-not_ready_text = The first date has passed, but nobody said that the round is ready.
waits-missed = The minute has passed
waits-missed_text = The clock did not run then, or something was missing. So this step no longer goes by itself. Take it by hand now, or move the dates first.
waits-jumped = The clock of the computer jumped
waits-jumped_text = So voting does not open or close by itself. Look whether the time on this computer is right. Then move the dates with a colleague, or leave them as they are. After that everything goes by itself again.
waits-letters =
    { $n ->
        [one] 1 resident has no letter yet
       *[other] { $n } residents have no letter yet
    }
waits-letters_text = So voting does not open by itself. Make the letters. Or open the vote with a colleague, for a reason that everybody reads.

draft-not_ready = This is a draft. It does not begin by itself, not even on the first date.
draft-ready = Set ready: begin by itself on the first date
draft-is_ready = This round is ready and begins by itself on the first date. If you change something, set it ready again.
draft-discard = Throw the draft away
draft-discard_text = Nobody else has seen this draft. It will be gone.
draft-discard_yes = Yes, throw it away
draft-discard_button = Throw the draft away

done-round_readied = The round is ready
done-dates_moved = The dates were moved

dates-title = Move dates
dates-lead = You can only move what is still to begin. Residents see the new dates and the reason.
dates-lead_two = The ballot is public. So voting can only open later and close later. A colleague must agree.
dates-reason = Why do you move the dates?
dates-button = Move the dates
dates-ask = Ask a colleague to agree

said-title = Other than planned
said-dates_moved = { $moment }: the dates were moved.
said-opened = { $moment }: two people opened the vote by hand.
said-closed = { $moment }: two people closed the vote by hand.

secrets-title = Your vote stays secret
secrets-until = On { $moment } we destroy the list of letters and the secret of this round. After that nobody can find out which vote is whose.
secrets-destroyed = On { $moment } the list of letters and the secret of this round were destroyed. Nobody can find out any more which vote is whose, not even with the letter in hand.
room-settings = Settings
room-as_resident = See the round as a resident
room-proposals = The proposals
room-rules = The rules
room-checks = Proposals to check
room-key = Key cards of the ballot box
room-letters = Letters with codes
room-count = The count
room-outcome = The outcome
room-dossier = The file for the council
room-jobs = The jobs

trial = This is a trial round, for practising. The outcome does not count.

key-title = Key cards of the ballot box
key-lead = The ballot box gets { $total } key cards. It takes { $needed } of them to open it. We keep them nowhere.
key-lead_alone = The ballot box of this trial round gets one key card. We keep it nowhere.
key-alone = Do this together with a colleague. Have a printer and envelopes at hand.
key-none = There are no cards yet.
key-unshown = The key is made. Not all cards are printed yet.
key-to_show = Go on with the cards
key-gone = Not all cards are printed, and we no longer have them
key-gone_text = We hold new cards for one hour, and not after the computer starts again. Tear up the cards you already have. Then make all of them anew.
key-made = All cards are printed. Try them now.
key-rehearsed = The cards are made and tried. Keep them safe until the count.
key-holders_title = Who keeps the cards?
key-is_shown = printed
key-not_shown = not printed yet
key-holder = Who keeps card { $n }?
key-holder_text = Choose different organisations or functions, such as “Clerk’s office”. Write down no names of people: everybody can read this.
key-make_title = Make the cards
key-make_text = You see each card once. After that nobody can ask for it again.
key-make =
    { $n ->
        [one] Make the key card
       *[other] Make { $n } key cards
    }
key-make_again = Make new cards
key-again_text = The old cards will no longer work. No letters may have been made yet.
key-rehearse_title = Try the cards
key-rehearse_text = Type the cards from paper. We open a test ballot with them. Without this, voting cannot open.
key-rehearse = Try the cards

card-title = Key card
card-number = Key card { $n } of { $total }
card-for = This card is for: { $holder }
card-once = You see this card only once
card-once_text = Get the printer ready. Make sure that only whoever gets the card is looking.
card-show = Show card { $n }
card-now = Print this card now
card-now_text = No printer? Copy the signs by hand and let a colleague check them. Whoever loads the page again does not see it any more.
card-rows = The five rows of the card
card-qr = QR code with the signs of this card
card-do_check = Check that all five rows can be read well.
card-do_safe = Put this card in a closed envelope. Keep it under lock, not with another card.
card-do_try = Bring the card when we try the cards, before voting begins.
card-do_count = After that, bring it again only for the count.
card-opens = With { $needed } cards together the ballot box opens. This card alone opens nothing.
card-opens_alone = This card opens the ballot box by itself. That is allowed only in a trial round.
card-secret = Never take a picture or make a copy of it.
card-then = The next card
card-to_rehearse = All cards are on paper. Try them now
card-to_key = To the key cards

cards-how_many =
    { $n ->
        [one] You need 1 card.
       *[other] You need { $n } cards. It does not matter which comes first.
    }
cards-scan = Type each row in its own field. Capital or small letters are both fine. Do you have a scanner? Scan the whole card into the field of row 1.
cards-held = We remember for ten minutes what is right. It does not come back on the screen. Type only what is still missing.
cards-card = Card { $n }
cards-row = Row { $n }
cards-row_held = Row { $n } is right.
cards-card_row = Card { $card }, row { $row }

letters-title = Letters with codes
letters-lead = Every resident who may vote gets a letter with their own code.
letters-caption = Letters for each neighbourhood
letters-wijk = Neighbourhood
letters-eligible = May vote
letters-made = Letters made
letters-missing = Still without a letter
letters-late = These letters may come too late
letters-late_text = Voting closes on { $moment }. Printing, delivering and reading often take five days. Move the closing first, or bring the letters round yourselves.
letters-with_spare = The rules of this round add { $reserve } spare envelopes and { $paper } ballots on paper.
letters-no_key = Make the key cards first. Without cards there can be no letters.
letters-too_early = You can make letters when the ballot is known: { $moment }.
letters-too_early_late = You can make letters when the ballot is known. That is later than planned.
letters-too_late = No more letters can be made. Voting has been open or the round was stopped.
letters-how_many = How many letters for { $wijk }?
letters-issue = Ask a colleague to agree
letters-asked = This waits for a second person, who makes and prints the letters.
letters-void = Make these letters invalid
letters-void_title = Did printing fail in { $wijk }? Start again
letters-print_title = Letters to print
letters-once = You see these codes only once. Print them now.
letters-once_text = Close this page only when all letters are well printed. Do not save the page as a file.
letters-printed = All letters are printed. Back to the overview
letters-at_most =
    { $n ->
        [one] At most 1: that is how many people may vote here.
       *[other] At most { $n }: that is how many people may vote here. All letters of a neighbourhood are made at once.
    }
letters-void_text =
    { $n ->
        [one] The letter that was made will no longer work. Throw it away. Then make a new one.
       *[other] All { $n } letters of this neighbourhood will no longer work. Throw them away. Then make new ones.
    }
letters-print =
    { $n ->
        [one] 1 sheet for { $wijk }
       *[other] { $n } sheets for { $wijk }
    }

letter-head = { $wijk }, letter number { $number }
letter-head_reserve = { $wijk }, spare envelope number { $number }
letter-head_paper = { $wijk }, ballot on paper, number { $number }
letter-paper = Nobody can vote on the site with this code. Keep this sheet locked away with the ballots on paper.
letter-qr_paper = QR code of this ballot
letter-lead = You may vote on jobs in your neighbourhood. You choose which work comes.
letter-code = Your code:
letter-qr = QR code to the voting page
letter-step_go = Scan the square with your phone. Or go to { $site }.
letter-step_code = Type the code.
letter-step_choose = Choose the jobs you like.
letter-step_send = Press the button to vote. Done!
letter-until = You can vote until { $moment }.
letter-help = Need help, or want to vote without a computer? Bring this letter to { $place }.
letter-secret = Give this letter to nobody. With the code someone else can vote for you.

count-title = Count
count-lead = The key cards open the ballot box. Then everyone can see the outcome at once.
count-caption = The closed ballot boxes
count-ballots = Ballots
count-head = Fingerprint
count-compare = Compare this with the journal. Then bring the key cards together. Count with two people.
count-ask = Ask a colleague to count with you
count-asked = This waits for a second person, who types the cards and counts.
count-to_request = To the request
count-done = The votes are counted.
count-cancelled = This round was stopped. There is no count.
count-too_early = Counting can start when voting has closed: { $moment }.
count-too_early_late = Counting can start when voting has closed.

work-title = My work
work-lead = Hello { $name }. This waits for you.
work-checks = Check proposals
work-to_checks = Go to the check
work-council = For the council
work-no_decisions = There is no outcome for the council now.
work-record = Write down the decision
work-rounds = Rounds
work-no_rounds = There is no round now.
work-desk = Voting points
work-desk_text = Help residents with their code. Do not look at what they choose.
work-no_vote = There is no vote now.
work-place = { $wijk }: { $place }
work-people = People
work-to_people = Manage accounts
work-waiting =
    { $n ->
        [one] 1 proposal is waiting.
       *[other] { $n } proposals are waiting.
    }

lost-title = Letter lost or stolen
lost-lead = Find the number of the letter in the list of the municipality. Look at the proof of whoever stands before you.
lost-not_now = A letter can be cancelled from when the letters are made until voting closes.
lost-field-wijk = In which neighbourhood?
lost-field-number = Number on the letter
lost-field-reason = What is it with the letter?
lost-field-replacement = Number on the spare envelope that you hand out
lost-field-replacement_hint = Take an envelope and type its number. Hand it out only when your colleague has agreed. You may leave this empty.
lost-left =
    { $n ->
        [one] In { $wijk } there is 1 spare envelope left.
       *[other] In { $wijk } there are { $n } spare envelopes left.
    }
lost-button = Ask a colleague to agree
lost-link = A letter was lost or stolen in { $round }

making-title = Making letters
making-how_far = { $made } of the { $total } codes are made.
making-wait = Each letter takes some computing. You may close this page and come back later.
making-again = Look again
making-ready = The letters are ready. You see them only once.
making-ready_text = See that the printer is on and has enough paper. You have an hour.
making-show = Show the letters
making-failed = The letters were not made
making-failed_text = Nothing was changed. See at the letters of the round whether it can still be done, and ask for it again.
making-nothing = There are no letters to print here
making-nothing_text = They were shown already, or the hour is over. Did printing fail? Then make the letters invalid and start again.
