### Proposals: making, reading and improving them.

propose = Make a proposal
untitled = No title yet
wijk = Neighbourhood
choose = Choose

hours =
    { $n ->
        [one] 1 hour a week
       *[other] { $n } hours a week
    }

places =
    { $n ->
        [one] 1 place
       *[other] { $n } places
    }

months =
    { $n ->
        [one] 1 month
       *[other] { $n } months
    }

cap_covers-on_top_of_benefit = This money comes on top of the worker's benefit.
cap_covers-all_in = This is all the money together. The benefit is part of it.

list-title = Proposals
list-lead = This work can become a neighbourhood job. Read what people in the area came up with.
list-empty = There are no proposals yet
list-empty_now = Do you know of work that is good for the neighbourhood? Make the first proposal.
list-empty_later = As soon as this round opens, you can make a proposal.
list-empty_open = Residents can make a proposal now.
list-empty_past = Nobody made a proposal in this round.
list-filter = Search the proposals
list-search = Search for a word
list-show = Show
list-all = Show all proposals
list-all_wijken = All neighbourhoods
list-all_families = All kinds of work
list-none_found = No proposal fits what you are looking for.
list-cost_one = { $cost } per place per year
list-cost_all = { $cost } for all places together
list-pages = Pages
list-page = Page { $page } of { $pages }
list-previous = Previous
list-next = Next

list-count =
    { $n ->
        [one] 1 proposal
       *[other] { $n } proposals
    }

begin-title = Make a proposal
begin-lead = A neighbourhood job is useful work in the area. It is for people who cannot find a regular job. Your idea must meet four conditions.
begin-gate_host = The work is at a club, foundation, school or the municipality. It is not at a company.
begin-gate_cap = One place costs the municipality at most { $cap } a year.
begin-gate_displacement = Nobody loses paid work because of it.
begin-gate_lasting = The work is permanent or lasts long. A one-off task does not fit.
begin-more = This is how we check that.
begin-until = You can send in a proposal until { $moment }.
begin-wijk = Which neighbourhood is your proposal for?
begin-wijk_hint = Choose the neighbourhood where the work is done.
begin-button = Begin
begin-later = You do not have to fill in everything now. You can stop and go on later.
begin-closed = You cannot make a proposal now
begin-opens = You can from { $moment }.
begin-past = In this round the time for proposals is over. You can still read what others came up with.
begin-read = Read the proposals
begin-other_rounds = See other rounds

edit-title = Write your proposal
edit-lead = Fill in what you know already. Save it and go on later if you like.
edit-change_lead = Change what must be different. Then send the proposal in again. We will also check it again.
edit-asked = The reviewer asks for a change
edit-no_names = Write no names and nothing about illness
edit-no_names_text = Everybody can read your proposal. It is about the work, not about a person.
edit-kept = Saved
edit-kept_text = You can stop now. You will find your proposal again under:
edit-back = Back to the proposal
edit-wijk = The work is in { $wijk }.
edit-costs_lead = Fill in what one place costs a year. Leave empty what is not needed. One place may cost at most { $cap }.
edit-cost_now = This is what one place costs now
edit-cost = Work it out
edit-keep = Save and go on later
edit-submit = Send in
edit-before_submit = Ready? Send in your proposal. After that everybody can read it. Your name is not shown.

section-what = What
section-host = Where and with whom
section-size = How much and how long
section-guidance = Guidance and learning
section-costs = Costs

field-title = Title
field-title_hint = Short and clear. For example: Host in the community centre.
field-family = Kind of work
field-description = What does the worker do?
field-description_hint = Write what somebody does, for whom and where. What is left undone if nobody does it?
field-host_name = At which organisation?
field-host_name_hint = The name of the club, foundation or school where the work is.
field-host_kind = What kind of organisation is that?
field-hours = How many hours a week?
field-hours_hint = Between 4 and 36 hours.
field-places = How many places?
field-places_hint = One person works at each place. Between 1 and 20.
field-lasting = How long does the work last?
field-months = How many months?
field-months_hint = Only if the work lasts a few years. Between 6 and 120 months.
field-legal_basis = In what way does somebody work here?
field-legal_basis_hint = Not sure? Then leave the first choice.
field-guidance = Who guides the worker?
field-guidance_hint = Write no name. Do write which role, and how often. For example: the caretaker, every day.
field-growth = What can somebody learn?
field-growth_hint = Or write how people take turns. And when you look again whether it goes well.
field-cost_label = { $cost }: what for?

family-community_centre = Community centre
family-lending = Lending out things
family-repair = Repair
family-garden = Neighbourhood garden
family-school = Help at school
family-neighbour_support = Help to neighbours
family-public_space = Street and square
family-cleaning = Cleaning
family-language = Practising Dutch
family-food = Cooking and eating together
family-handyman = Small jobs at home
family-children = Children
family-digital_help = Help with computer and phone
family-care = Care at home
family-reuse = Second-hand clothes and goods
family-communication = Neighbourhood paper and news
family-transport = Transport
family-animals = Animals
family-sport = Sport
family-delivery = Delivery
family-green = Green
family-meeting = Meeting others
family-other = Other work

host_kind-foundation = Foundation
host_kind-foundation_community_centre = Foundation with a community centre
host_kind-residents_association = Residents' association
host_kind-welfare_organisation = Welfare organisation
host_kind-library = Library
host_kind-school = School
host_kind-sports_club = Sports club
host_kind-church_foundation = Church or church foundation
host_kind-housing_association = Housing association
host_kind-care_provider = Care organisation without profit
host_kind-municipality = Municipality
host_kind-company = Company

lasting-permanent = Permanent
lasting-permanent_hint = The work has no end date.
lasting-long_term = A few years or months
lasting-long_term_hint = The work lasts long, but stops at some point. Fill in the number of months below.
lasting-incidental = Once or now and then
lasting-incidental_hint = This is voluntary work. It cannot be a neighbourhood job.

legal_basis-social_activation = Beside a benefit, without an end date
legal_basis-social_activation_hint = Somebody keeps the benefit and takes part in the neighbourhood. The law calls this social activation.
legal_basis-participation_place = Beside a benefit, as a step towards work
legal_basis-participation_place_hint = Somebody keeps the benefit. This may last 2 years, and sometimes longer. The law calls this a participation place.
legal_basis-employment = With a contract and wages
legal_basis-employment_hint = Somebody gets a contract and wages from the organisation.

cost-volunteer_allowance = Volunteer allowance
cost-volunteer_allowance_hint = Money for the worker.
cost-in_kind = Things for the work
cost-in_kind_hint = Such as work clothes or a bicycle.
cost-guidance = Guidance
cost-guidance_hint = Somebody who helps with the work.
cost-training = Course
cost-materials = Tools and materials
cost-insurance = Insurance
cost-host_costs = Costs of the organisation
cost-host_costs_hint = Such as a room, coffee or a computer.
cost-wage = Wages
cost-wage_hint = Only with a contract.
cost-other = Something else

costs-caption = Costs of one place per year
costs-what = What
costs-explanation = What for
costs-amount = Per year
costs-sum = Together
costs-one_place = One place per year
costs-of_cap = { $cost } of { $cap }
costs-over = ({ $over } too much)
costs-all_places = { $places } × { $one } = { $all } a year for the whole proposal.

fact-family = Kind of work
fact-host = With whom
fact-hours = Hours
fact-places = Places
fact-lasting = How long
fact-legal_basis = In what way
fact-guidance = Guidance
fact-growth = Learning

state-draft = Draft
state-submitted = Sent in
state-needs_change = Must change
state-admitted = Admitted
state-rejected = Cannot go on
state-postponed = Next round
state-withdrawn = Withdrawn
state-on_ballot = On the ballot
state-chosen = Chosen
state-not_chosen = Not chosen
state-adopted = Goes ahead
state-declined = Not adopted

state_means-draft = Only its maker can read this. It has not been sent in yet.
state_means-submitted = We are checking that this work does not cost a paid job.
state_means-needs_change = Its maker must change something first.
state_means-admitted = This proposal may go on the ballot.
state_means-rejected = This proposal does not go on the ballot. Read below why.
state_means-postponed = The check was not ready in time. This proposal can join a next round.
state_means-withdrawn = Its maker has withdrawn this proposal.
state_means-on_ballot = This proposal is on the ballot. Residents can vote for it soon.
state_means-on_ballot_open = Residents can vote for this proposal.
state_means-on_ballot_shut = Voting has closed. The votes are being counted.
state_means-on_ballot_stopped = This round was stopped. There is no count.
state_means-chosen = Residents have chosen this. Now it is up to the municipal council.
state_means-not_chosen = Other proposals got more votes, or the money was spent.
state_means-adopted = The municipal council said yes. This job will come.
state_means-declined = Residents chose this. The municipal council said no and explains why.

show-back = All proposals
show-what = What is the work?
show-facts = The work in short
show-costs = What does it cost?
show-change = Change
show-go_on = Go on writing
show-withdraw = Withdraw
show-check = To the check
show-outcome = See the outcome

sent-title = Your proposal has come in. Its number is { $number }.
sent-next = We check that the work does not cost a paid job. We may ask you to change something.
sent-check_from = That begins on { $day }.
sent-mine = Follow your proposal under My proposals

withdraw-title = Withdraw the proposal
withdraw-text = A proposal that you withdraw does not go on the ballot. You cannot undo this.
withdraw-legend = Are you sure?
withdraw-sure = Yes, I withdraw my proposal
withdraw-button = Withdraw

mine-title = My proposals
mine-none = You have not made a proposal yet.
mine-yours = Your proposals
mine-new = A new proposal
mine-no_round = No round is open for proposals now.
mine-rounds = See when the rounds are
mine-withdrawn = Your proposal has been withdrawn
mine-next_draft = Go on writing and send it in.
mine-next_change = Change your proposal and send it in again.
mine-too_late = The time to change this is over.
