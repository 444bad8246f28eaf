### How votes are counted: the explanation with an example, the rule in words, the trial count.

title = How votes become jobs
lead = There are two ways to count, each with choices of its own. Together that makes five. The municipality chooses one before the round begins.
real = A small example shows the difference. The example is made up. The numbers are really counted.
job_head = Idea
votes_head = Votes
cost = Cost a year
left = Left: { $left }
strip = Of { $budget }, { $spent } goes to jobs. { $left } is left.
and = { " " }and{ " " }
to_rounds = The rule of your round is on its page of rules. Find your round
to_explain = Back to how it works

places =
    { $n ->
        [one] { $n } place
       *[other] { $n } places
    }

votes_of =
    { $n ->
        [one] { $n } vote
       *[other] { $n } votes
    }

from-street =
    { $n ->
        [one] { $n } neighbour from the street
       *[other] { $n } neighbours from the street
    }

from-square =
    { $n ->
        [one] { $n } neighbour from the square
       *[other] { $n } neighbours from the square
    }

gain =
    { $n ->
        [one] { $n } of the { $all } neighbours gets something they chose.
       *[other] { $n } of the { $all } neighbours get something they chose.
    }

nothing-street =
    { $n ->
        [one] The neighbour from the street gets nothing.
       *[other] The { $n } neighbours from the street get nothing.
    }

nothing-square =
    { $n ->
        [one] The neighbour from the square gets nothing.
       *[other] The { $n } neighbours from the square get nothing.
    }

job-coffee = Serving coffee
job-odd_jobs = Odd jobs for neighbours
job-green = Green in the neighbourhood
job-bicycles = Mending bicycles
job-language = Practising Dutch

story-title = The example
story-text = A small neighbourhood has { $budget } a year. { $voters } neighbours vote. { $street } of them live in the street. { $square } live on the square. They choose from { $jobs } ideas.
story-street = A neighbour from the street
story-square = A neighbour from the square
story-filled = Filled: this neighbour chose the idea
story-caption = Who chose what?
story-chosen_by = Chosen by

votes-title = Way 1: most votes first
votes-text = We begin with the idea with the most votes. Does it fit in the money? Then the job is created. After that we look at the next idea.
votes-fits = There is { $left }. It costs { $cost }. That fits.
votes-short = There is still { $left }. It costs { $cost }. That does not fit. We skip it.
votes-gone = The money is gone. This idea is no longer possible.
votes-tie = Another idea has as many votes. Then the cheapest goes first.
votes-why = Why is that? Most neighbours live in the street. Their ideas always have more votes. So all the money goes to the street.
votes-stopped = It begins the same. But «{ $job }» does not fit. Then we stop. { $left } is left.
votes-partly = It begins the same. «{ $job }» does not fit as a whole. There is still { $left }. That is enough for { $places }. So that is created.

shares-title = Way 2: equal shares
shares-text = Every voter gets an equal share of the money. Here that is { $budget } divided by { $voters } voters. So each share is { $share }.
shares-rule = With your share you help to pay for what you chose. A job is created if those who chose it can pay for it together. Those who chose it pay the same. The job with the most payers goes first.
shares-key_left = Full: this is still left
shares-key_paid = Stripes: the neighbour pays this now
shares-key_gone = Empty: this was paid before
shares-round = Step { $round }: { $job }
shares-tie = Another job has as many payers. Then the cheapest goes first.
shares-keep = Each of them keeps { $left }.
shares-round_none = Step { $round }: nothing fits any more
shares-nobody = No group can pay for a job together now.
shares-grow_title = There is still { $left }: the shares grow
shares-grow = Everybody gets { $step } more, again and again. So a group may be able to pay for a job after all. We stop when the jobs together cost too much.
shares-too_much = Here that is at { $share } a person. Then «{ $job }» would be added. All jobs together would cost { $spent }. That is more than { $budget }. So that job is not created.
shares-rest_stays = What nobody can pay with stays over.
shares-why = Why is that? The street paid for its first job. The square still had its whole share. With that the square could pay for a job too.
shares-top_up = It begins the same. There is still { $left }. With that we go on by number of votes. The first idea that fits is «{ $job }». It costs { $cost }.
shares-paid_title = Who paid what?
shares-paid_text = Nobody really pays. It is the money of the neighbourhood, in equal shares.
shares-paid_caption = How much of their share each neighbour gave
shares-who_head = Neighbours
shares-nothing = nothing

shares-pay =
    { $n ->
        [one] { $who } pays { $price }. That is { $cost }.
       *[other] { $who } pay { $price } each. Together that is { $cost }.
    }

shares-poor =
    { $n ->
        [one] { $n } person chose «{ $job }» and still has { $left }. It costs { $cost }. That is { $short } too little.
       *[other] { $n } people chose «{ $job }». Together they still have { $left }. It costs { $cost }. That is { $short } too little.
    }

compared-title = Everything side by side
compared-text = The votes are always the same. Only the way of counting differs.
compared-caption = Five ways, one example
compared-way = Way
compared-jobs = Jobs
compared-left = Left
compared-gain = Neighbours who get something
compared-of = { $some } of { $all }

always-title = This always holds
always-fixed = The rule is fixed before voting. After that nobody can change it.
always-wijk = Every neighbourhood is counted apart, with its own money.
always-ties = Are two ideas equal? The cheapest goes first. Then the idea with the most votes. Then the lot decides.
always-share = A round may also ask for a least share of the voters. An idea with fewer votes is then not created.
always-council = The municipal council takes the decision.

rule-other = Another way of counting
rule-name_share = (at least { $percent } of the voters)
rule-to_example = See an example in pictures
rule-parameters = For who wants to count again: all parts of the rule
rule-no_share = None

rule-step-min_share = An idea takes part if at least { $percent } of the voters chose it.
rule-step-most = We begin with the idea with the most votes.
rule-step-most_points = We begin with the idea with the most points.
rule-step-most_per_euro = We begin with the idea with the most votes per euro.
rule-step-fits = Does it fit in the neighbourhood's money? Then the job comes.
rule-step-skip = Does it not fit? Then we skip it and look at the next idea.
rule-step-stop = Does it not fit? Then we stop. The rest of the money stays.
rule-step-divisible = Does it not fit as a whole? Then as many places come as fit. After that we look at the next idea.
rule-step-partial = Does it not fit? Then it gets all the money that is left.
rule-step-share = Every voter gets an equal share of the neighbourhood's money.
rule-step-pay = A job comes if those who chose it can pay for it together. Everyone pays the same. Who has less gives what is left.
rule-step-most_payers = The job with the most payers goes first.
rule-step-least_price = The job that costs a voter least goes first.
rule-step-grow = Is there money left? Then we make all shares { $step } larger, again and again. Each time we count again.
rule-step-until_exhaustive = We stop when no chosen idea fits any more. Or when the jobs together cost too much.
rule-step-until_exhaustive_all = We stop when no idea at all fits any more. Or when the jobs together cost too much.
rule-step-until_overspend = We stop just before the jobs together cost too much.
rule-step-top_up = Is there still money? With that we go on. The idea with the most votes that still fits then goes first.
rule-step-rest_stays = Is there still money? Then it stays.
rule-step-compare_satisfaction = We also count simply by number of votes. Do voters get more jobs that they chose? Then that count holds.
rule-step-compare_exclusion_ratio = We also count simply by number of votes. Do more voters get something they chose? Then that count holds.
rule-step-phragmen = The cost of a job is shared by those who chose it. The job with the lightest load per person goes first.
rule-step-phragmen_stop = Does the next job not fit? Then we stop.
rule-step-ties_cost = Are two ideas equal? The cheapest goes first. Then the one with the most votes. Is that equal too, then the lot decides. The lot was drawn before voting.
rule-step-ties_order = Are two ideas equal? Then the lot decides. The lot was drawn before voting.
rule-step-hopeless = An idea without votes does not take part. Nor does an idea that costs more than all the money.
rule-step-blank_turnout = An empty ballot counts for the turnout. It does not count as a voter.
rule-step-blank_voter = An empty ballot counts as a voter too.

rule-term-method = Way of counting
rule-term-first = Who goes first
rule-term-utility = What a vote is worth
rule-term-order = When an idea does not fit
rule-term-start = The first share
rule-term-completion = When money is left
rule-term-step = One step
rule-term-stop = When it stops
rule-term-comparison = Comparison
rule-term-min_share = Least share of the voters
rule-term-ties = Among equals
rule-term-hopeless = Without votes or too dear
rule-term-blank = An empty ballot
rule-term-version = Version of the rule

rule-method-by_votes = By number of votes
rule-method-equal_shares = Equal shares (Method of Equal Shares)
rule-method-phragmen = Equal loads (Phragmén)

rule-first-votes = The most votes
rule-first-euro = The most votes per euro

rule-utility-cost = The cost of the idea. The one with the most payers goes first, dear or cheap.
rule-utility-cardinality = One an idea
rule-utility-score = The points
rule-utility-scorecost = The points times the cost
rule-utility-borda = How many ideas stand lower
rule-utility-posscore = The place on the ballot
rule-utility-posscorecost = The place on the ballot, times the cost

rule-order-skip = Skip it
rule-order-stop = Stop
rule-order-divisible = As many places as fit
rule-order-partial = What is left

rule-start-exact = The money divided by the voters, exactly
rule-start-floor = The money divided by the voters, rounded down

rule-completion-none = Nothing: it stays
rule-completion-add1 = The shares grow step by step
rule-completion-add1u = The shares grow step by step. After that by number of votes.
rule-completion-increase = The money for the shares grows by { $step } at a time

rule-stop-exhaustive = When no chosen idea fits any more, or just before it costs too much
rule-stop-exhaustive_all = When no idea at all fits any more, or just before it costs too much
rule-stop-overspend = Just before it costs too much

rule-comparison-none = None
rule-comparison-satisfaction = By number of votes, if voters get more that way
rule-comparison-exclusion_ratio = By number of votes, if more voters get something that way

rule-ties-order = The lot
rule-ties-cost_votes_order = The lowest cost, then the most votes, then the lot

rule-hopeless-set_aside = Does not take part
rule-hopeless-take_part = Takes part

rule-blank-turnout = Counts for the turnout only
rule-blank-voter = Counts as a voter

tryout-title = Trial count
tryout-lead = Count an earlier round again, in another way. So you see what a rule does.
tryout-none = No round has been counted yet. A trial is possible after that.
tryout-button = Count again
tryout-to_work = Back to my work
tryout-link = Try a rule on an earlier round
tryout-work = Trial count
tryout-of = Trial with «{ $round }»
tryout-only = This is a trial. The outcome of then does not change.
tryout-to_outcome = See the outcome of then
tryout-rule_then = Then counted by: { $rule }.
tryout-rule_now = Trial by: { $rule }.
tryout-same_rule = This is the same rule as then. So the outcome is the same too.
tryout-no_change = Nothing changes in the chosen jobs.
tryout-places_change = The same jobs are chosen. The number of places differs.
tryout-caption = The chosen jobs in { $wijk }
tryout-job = Job
tryout-then = Then
tryout-now = Trial
tryout-change = Difference
tryout-chosen = Chosen
tryout-partly = Chosen: { $n } of { $all } places
tryout-not = Not chosen
tryout-comes = Is added
tryout-goes = Drops out
tryout-stays = Stays
tryout-more = More places
tryout-fewer = Fewer places
tryout-of_all = { $n } of { $all }
tryout-less_than = fewer than { $n } of { $all }
tryout-more_than = more than { $n } of { $all }

tryout-few =
    { $n ->
        [one] This neighbourhood has fewer than { $n } vote. It is not on the internet. So we do not count it again here.
       *[other] This neighbourhood has fewer than { $n } votes. They are not on the internet. So we do not count them again here.
    }

tryout-added =
    { $n ->
        [one] { $n } idea is added.
       *[other] { $n } ideas are added.
    }

tryout-dropped =
    { $n ->
        [one] { $n } idea drops out.
       *[other] { $n } ideas drop out.
    }

tryout-figure-head = Figures
tryout-figure-caption = Figures of { $wijk }
tryout-figure-places = Places
tryout-figure-left = Money left
tryout-figure-voters = Voters who get something they chose

tryout-field-round = Which round?
tryout-field-round_hint = You can choose from rounds with an outcome.
tryout-field-counting = How do we count in the trial?
tryout-field-min_share = What percentage of the voters must at least choose a job?
tryout-field-min_share_hint = Empty is no limit. At most 25.

settings-at_example = See the example
settings-at_example_of = { " " }of «{ $rule }» (new tab)
settings-new_tab = (new tab)
settings-kept = Leave the rule as it is
settings-kept_hint = The rule and its limit then stay exactly the same. The limit below does not count.
settings-odd = This round has a rule that is not listed here.
settings-odd_text = Do you choose nothing else? Then that rule still holds. This is how it works:
