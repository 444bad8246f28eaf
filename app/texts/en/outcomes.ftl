### The outcome, the council's file, its decision and the jobs.

title = Outcome
advice = The residents chose. The council takes the decision.
decided = The residents chose. The council has decided.
turnout = { $voted } of the { $eligible } people voted. That is { $percent }.
left = Left: { $left }
topped_up = Of these jobs, { $money } is paid with the money that was left.
stays = { $left } is left.
strip = Of { $budget }, { $spent } goes to the chosen jobs.
won = Chosen
from_left = With the money that was left
not_won = Not chosen
declined = The council decided: will not come
declined_short = will not come
declined_why = Read why
wijken = Choose a wijk

sentence-none = There will be no job.

sentence-jobs =
    { $n ->
        [one] There will be { $n } job, if the council agrees.
       *[other] There will be { $n } jobs, if the council agrees.
    }

sentence-adopted =
    { $n ->
        [one] The council has decided: there will be { $n } job.
       *[other] The council has decided: there will be { $n } jobs.
    }

sentence-chosen =
    { $n ->
        [one] The residents chose { $n } job.
       *[other] The residents chose { $n } jobs.
    }

sentence-voted =
    { $n ->
        [one] { $n } resident voted.
       *[other] { $n } residents voted.
    }

sentence-ideas =
    { $n ->
        [one] The residents chose { $n } idea. An idea with more places gives more jobs.
       *[other] The residents chose { $n } ideas. An idea with more places gives more jobs.
    }

rejected =
    { $n ->
        [one] { $n } of those votes was not right and does not count.
       *[other] { $n } of those votes were not right and do not count.
    }

laid_aside =
    { $n ->
        [one] There was also { $n } vote with a letter that no longer holds. It stayed closed and does not count.
       *[other] There were also { $n } votes with letters that no longer hold. They stayed closed and do not count.
    }

votes =
    { $n ->
        [one] { $n } vote
       *[other] { $n } votes
    }

places =
    { $n ->
        [one] { $n } job
       *[other] { $n } jobs
    }

places_of =
    { $n ->
        [one] { $granted } of the { $n } job
       *[other] { $granted } of the { $n } jobs
    }

jobs_of =
    { $n ->
        [one] { $n } job
       *[other] { $n } jobs
    }

people =
    { $n ->
        [one] { $n } person
       *[other] { $n } people
    }

voters =
    { $n ->
        [one] { $n } voter
       *[other] { $n } voters
    }

why-fits = This idea got { $votes }. There was { $left } left, enough for { $cost }.
why-partly = This idea got { $votes }. There was { $left } left, enough for { $places }.
why-votes = This idea got { $votes }.
why-top_up = The wijk had { $left } left over and pays it from that. Of all that fitted in it, this idea had the most votes.
why-paid_few = This idea got { $votes }. Those who chose it had enough money together.
why-poor_few = This idea got { $votes }. Those who chose it did not have enough money together.
why-load = This idea got { $votes }. Its cost is shared by those who chose it. With earlier jobs that is { $load } a person.
why-load_few = This idea got { $votes }. Its cost is shared by those who chose it.
why-short = This idea got { $votes }. There was { $left } left. That is { $short } too little.
why-stopped = This idea got { $votes }. An idea that had its turn before did not fit. There the count stopped.
why-equalled = Once this idea was equal to a chosen idea. That one went first.
why-not_reached = This idea got { $votes }. The next idea did not fit in the money any more. There the count stopped.
why-no_votes = Nobody chose this idea.
why-too_dear = This idea costs { $short } more than all the money of the wijk.
why-too_few = This idea got { $votes }. It needed at least { $needed }.

why-paid =
    { $n ->
        [one] { $n } person supported this and paid { $price } from their share.
       *[other] { $n } people supported this; each paid { $price } from their share.
    }

why-paid_some =
    { $n ->
        [one] { $all } supported this. { $n } of them paid { $price } from their share.
       *[other] { $all } supported this. { $n } of them each paid { $price } from their share.
    }

why-paid_part = { $n } of them had less left and gave all of it.

why-paid_nothing = { $n } of them had nothing left.

why-poor =
    { $n ->
        [one] { $n } person supported this and had { $left } left. That was { $short } too little.
       *[other] { $n } people supported this. Together they had { $left } left. That was { $short } too little.
    }

why-poor_spent =
    { $n ->
        [one] { $n } person supported this. They first gave { $spent } to other jobs and had { $left } left. That was { $short } too little.
       *[other] { $n } people supported this. Together they first gave { $spent } to other jobs. Together they had { $left } left. That was { $short } too little.
    }

why-needed =
    { $n ->
        [one] With { $n } more vote its turn would have come sooner. Then there was enough.
       *[other] With { $n } more votes its turn would have come sooner. Then there was enough.
    }

why-shares =
    { $n ->
        [one] To pay that takes { $n } whole share.
       *[other] To pay that takes { $n } whole shares.
    }

tie-cost = Among equals the cheapest idea goes first.
tie-votes = Among equals the idea with the most votes goes first.
tie-lot = Among equals the lot drawn before the vote decided.

table-caption = All ideas on the ballot of { $wijk }
table-job = Job
table-idea = Idea
table-why = Why
table-votes = Votes
table-cost = Cost a year
table-cost_of = { $granted } of { $cost }

again-title = Count it again yourself
again-text = Here are all votes, without names. With the rules beside them, anybody can work out the outcome again.
again-few = { $wijk }: fewer than 10 votes. We do not put those on the internet one by one. Come by to count them.
again-pack = Download everything of this round
again-pack_text = This file has the rules, the journal, all envelopes with the key, the ballots and the outcome. With it you check everything without this website:
again-rules = The rules of this round

dossier-title = File for the council
dossier-link = File for the council
dossier-lead = What the residents chose, what it costs and how the votes were counted.
dossier-how = How were the votes counted?
dossier-rules = Fingerprint of the rules: { $hash }
dossier-box = Fingerprint of the closed ballot box: { $head }
dossier-decided = Decision of the council on { $day }
dossier-declined = The council departs from the residents' choice for:

decide-title = Decision of the council
decide-not_now = The round is not with the council now.
decide-ruling = What did the council decide?
decide-reason = Why?
decide-reason_hint = Residents read this too. Write in plain language.
decide-declined = Jobs that do not go on
decide-declined_hint = Only if the council departs from the list. Give the reason for each job.
decide-why = Reason for «{ $title }»
decide-final = This decision always stays visible, beside the choice of the residents.
decide-button = Record the decision

ruling-adopt = The council adopts the whole list
ruling-adopt_with_deviations = The council adopts the list, except some jobs
ruling-return = The council sends the list back

job-agreement = Agreement with the organisation
job-vacancy = Open: who wants this work?
job-filled = Filled
job-ended = Ended

jobs-title = The jobs of this round
jobs-lead = { $filled } of the { $all } jobs are filled.
jobs-none = There are no jobs yet. The council decides first.
jobs-state = Stage
jobs-change = Change
jobs-change_of = State of { $title }
jobs-save = Save
jobs-place = job { $n }
jobs-no_names = Who does the work is never shown here. This is about jobs, not about people.

how-equal_shares = Every voter had an equal share of the money. Who chose an idea paid for it.
how-skip = The idea with the most votes went first. What did not fit was skipped.
how-stop = The idea with the most votes went first. At the first idea that did not fit, the count stopped.
how-divisible = The idea with the most votes went first. Did it not fit whole? Then it got fewer jobs.
how-partial = The idea with the most votes went first. Did it not fit whole? Then it got what was left.
how-per_euro = The idea with the most votes per euro went first.
how-phragmen = The cost of an idea is shared by those who chose it. The idea that cost least per supporter went first.

share-nobody = Nobody chose an idea. There was nothing to divide.
share-start = There was { $budget } for { $voters }. Everybody began with a share of { $share }.
share-fixed = That share stayed the same during the whole count.
share-grew = That did not use up all the money. So on paper everybody got a little more each time, up to { $share }. Together the jobs never cost more than the money of the wijk.
share-exhausted = Then no idea with votes could be added any more.
share-exhausted_at_once = With that share no idea with votes could be added already.
share-overspend = With still more, the jobs together would cost more than there was.
share-overspend_at_once = With more, the jobs together would cost more than there was.
share-replaced = But more voters were better off with the most votes. By the rules, that outcome holds then.

share-need =
    { $n ->
        [one] An idea of { $cost } took about { $n } person who gives their whole share.
       *[other] An idea of { $cost } took about { $n } people who give their whole share.
    }

support-title = What does “closest” mean?
support-means = Each time a job was chosen, we looked at the other ideas as well. Suppose 12 people each paid a twelfth of that job. Then each supporter of another idea pays a twelfth of that idea too. Who does not have that gives all that is left. What part of the cost is there then? The list has the largest part. Afterwards a supporter may have given money to another job. So at the end there can be less.
support-head = Closest
support-enough = Enough
support-part = { $n }% of the cost
support-equal = Equal, but another went first
support-top_up = Not enough, chosen all the same
support-none = Was not counted
support-few = Fewer than 10 people voted here. So we do not say who paid for what together.

rule-title = How it was counted
rule-all = All rules of this count
rule-json = The same rules for a computer, as they were fixed:
rule-frozen = The rules were fixed before the vote.
rule-link = The rules of this round

rule-name-by_votes = Most votes
rule-name-equal_shares = Equal shares
rule-name-phragmen = Shared costs

rule-inline-by_votes = most votes
rule-inline-equal_shares = equal shares
rule-inline-phragmen = shared costs

lot-number = number { $n } on the ballot
lot-title = The lot of { $wijk }
lot-see = See the lot
lot-what = Are two ideas equal in everything? Then the one that is higher here goes first.
lot-promised = Promised number
lot-seed = Seed of the lot
lot-head = Fingerprint of the closed box
lot-promise = Fingerprint from before the vote
lot-promise_command = Command 1: was the promised number not changed?
lot-seed_command = Command 2: does the seed follow from the promised number and the box?
lot-order_command = Command 3: is the order right?
lot-check = How to check a lot
lot-check_seed = Take command 1 beside the lot. Run it on a computer with Linux or macOS. It works with SHA-256.
lot-check_rules = Does it give the fingerprint in the rules? Then the promised number was not changed.
lot-check_box = Run command 2. Does it give the seed? Then nobody could choose the lot: not who promised the number, and not who voted.
lot-check_order = Run command 3 too. After each result stands a number on the ballot. Those numbers should be in the same order as the lot.

coverage-title = Who got something they chose?
coverage-with = Voters with at least one chosen idea
coverage-without = Voters without a chosen idea
coverage-average = Chosen ideas per voter, on average
coverage-group = { $n } ({ $percent })
coverage-short = Voters who got something
coverage-few = fewer than 10
coverage-more_than = more than { $n }
coverage-hidden = too few voters

compare-title = Two ways of counting
compare-link = Compare two ways of counting
compare-lead = The same votes, counted in two ways. The outcome by { $rule } holds. The other is there to compare.
compare-by_votes = With most votes, the idea with the most supporters goes first. Large groups then get much.
compare-equal_shares = With equal shares, every voter has as much money. Smaller groups can then get something too.
compare-phragmen = With shared costs, who chose an idea pays for it. Who got much already goes first less often.
compare-no_advice = This page does not choose. The way of counting was fixed before the vote.
compare-valid = { $rule } (holds)
compare-same = Both ways give the same jobs here.
compare-other = With { $other } the list was different:
compare-in = In
compare-out = Out
compare-changed = Another number
compare-in_with = Chosen with { $other }
compare-out_with = Not chosen with { $other }
compare-changed_with = Another number with { $other }
compare-none = Not
compare-job = { $title }: { $places }, { $cost }, { $votes }.
compare-left = Now { $left } is left. With { $other } that was { $other_left }.
compare-voters = Now { $with } voters got at least one choice. With { $other } that was { $other_with }.
compare-caption = The ideas of { $wijk }, counted in two ways
compare-coverage = The voters of { $wijk }
compare-jobs = Jobs
compare-spent = Money for jobs
compare-money_left = Money left
compare-wijken = Spread over the wijken
compare-wijken_caption = Jobs, money and voters per wijk
compare-wijk = Wijk
compare-few = A group of fewer than 10 people is never shown. So nobody can be recognised.

own-title = The outcome of this idea
