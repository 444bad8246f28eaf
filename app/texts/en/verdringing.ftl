### The displacement check.

outcome-clean = No sign of displacement
outcome-conditional = Allowed, with an agreement
outcome-second_opinion = First a second opinion
outcome-blocked = Cannot go on like this

outcome_means-clean = No answer points at the loss of paid work.
outcome_means-conditional = The work is allowed if something is arranged first. The agreement stands below.
outcome_means-second_opinion = We first ask others what they think. Silence does not count as yes.
outcome_means-blocked = This work may cost a paid job. It can only go on if the proposal changes.

effect-ok = Fine
effect-condition = Allowed, with an agreement
effect-second_opinion = First a second opinion
effect-block = Cannot go on like this

answer-yes = Yes
answer-no = No
answer-none = None, or nothing
answer-contribution = A small contribution
answer-price = A normal price
answer-short_training_or_vog = A short course or a certificate of conduct
answer-diploma_or_licence = A diploma or licence
answer-unknown = We do not know yet

party-sw_company = Sheltered-work or work-and-learn company
party-trade_union = Trade union
party-works_council = Works council of the organisation
party-business_association = Business association
party-municipality_contracts = Municipality, contract managers
party-volunteers = Volunteers of the organisation
party-client_council = Client council
party-residents = Residents
party-host_organisation = The organisation itself
party-housing_association = Housing association

opinion-no_objection = No objection
opinion-condition = Fine, on a condition
opinion-objection = Objection
opinion-no_reply = No answer received
opinion-no_reply_hint = Silence does not count as yes.
opinion-pending = Asked, no answer yet

decision-admit = May go on the ballot
decision-admit_with_conditions = May go on the ballot, with conditions
decision-admit_with_conditions_hint = Write the conditions in the explanation. Everybody can read them.
decision-change = Must change first
decision-change_hint = The maker changes the proposal and sends it in again.
decision-postpone = To a next round
decision-postpone_hint = The check is not ready in time.
decision-reject = Cannot go on

may_decide-clean = You may admit this proposal.
may_decide-conditional = You may admit this proposal with conditions.
may_decide-second_opinion = You may admit it once there is an opinion and nobody's answer is awaited.
may_decide-blocked = Admitting is not possible. Only another proposal solves this.

field-party = Who says this?
field-opinion = What do they say?
field-remark = In their words
field-remark_hint = Required for an objection or a condition. Write no names of people.
field-decision = Your decision
field-reason = Why?
field-reason_hint = Everybody can read this. Is there an objection? Then explain what you do with it. Write no names of people.

dossier-title = Does this work cost a paid job?
dossier-lead = A neighbourhood job may cost nobody their paid work. That is why we ask { $n } questions.
dossier-more = This is how the check works.
dossier-not_yet = The questions have not been answered yet.
dossier-not_yet_short = Not yet
dossier-answers = See all questions and answers
dossier-parties = What others say
dossier-nobody = Nobody has been asked for an opinion yet.
dossier-decision = The decision
dossier-undecided = There is no decision yet.

explain-title = Does a neighbourhood job cost somebody's work?
explain-lead = No, that is not allowed. Who does paid work now may not lose it to a neighbourhood job.
explain-why = Does somebody lose their work after all? That is called displacement. We check every proposal for it first.
explain-how = This is how we check
explain-step_answers = We ask { $n } questions about the work.
explain-step_worst = The gravest answer counts. One «Cannot go on like this» is enough to stop.
explain-step_parties = Sometimes we ask for a second opinion. For example from the sheltered-work company, the union or businesses.
explain-step_decide = A reviewer decides and explains why. The reviewer has no part in the proposal.
explain-public = Everybody can read the answers, the opinions and the decision. They stand with the proposal. No names of people are shown.
explain-questions = The { $n } questions
explain-unknown = If we do not know an answer, we ask on. Not knowing is never good enough.
explain-now = What can you do now?
explain-now_text = Read with a proposal how each question was answered.
explain-rounds = See the rounds

worklist-title = Checks
worklist-work = Work
worklist-empty = Everything has been checked
worklist-empty_text = No proposal is waiting now.
worklist-proposal = Proposal
worklist-wijk = Neighbourhood
worklist-round = Round
worklist-state = State
worklist-verdict = Verdict
worklist-action = To do
worklist-begin = Begin the check
worklist-go_on = Go on

worklist-count =
    { $n ->
        [one] 1 proposal is waiting, the oldest first
       *[other] { $n } proposals are waiting, the oldest first
    }

check-title = Check a proposal
check-verdict = The verdict so far
check-begin = No answers yet
check-begin_text = Answer the questions below. The verdict follows by itself.
check-because = These answers led to it:
check-decided_before = There is a decision already. If you save the answers again, that decision lapses.
check-save_answers = Save the answers
check-hint = This shows it (in Dutch): { $evidence }. Ask: { $parties }.
check-opinions = Opinions
check-add_opinion = Write down an opinion
check-last_word = The last answer of each party counts.
check-save_opinion = Save the opinion
check-choose = Choose
check-decision = Decision
check-decide = Record the decision
check-not_you = A reviewer takes the decision. You can write down answers and opinions.
check-not_involved = Did you make this proposal, or fill in the answers? Then somebody else decides.
check-closed = This check is closed. You can still read everything.

check-questions =
    { $n ->
        [one] 1 question
       *[other] { $n } questions
    }

done-answers = The answers have been saved
done-opinion = The opinion has been saved
done-decide = The decision has been recorded
