//! Every key that is made at run time.

use std::fmt::Display;

use domain::{
    access::Role,
    act::ActKind,
    audit::EventKind,
    ballot_box::CancelReason,
    council::{JobState, Ruling},
    count::{CountingRule, Order},
    ladder::Rung,
    looking::Standing,
    pack::Item,
    phase::{Phase, Step},
    proposal::{CostCategory, Family, HostKind, Lasting, LegalBasis, ProposalState},
    recount::Check,
    round::{CostBasis, CountingChoice, Doing, WijkKind},
    verdringing::{Decision, Effect, Opinion, Outcome, Party},
};

use crate::rounds::rooms::Room;

/// Keys as they stand in the code, with `{}` for what is filled in, and what that may be.
///
/// A test compares this table with the code, so that a new one is written here too.
pub fn made() -> Vec<(&'static str, Vec<String>)> {
    vec![
        ("counting.always.{}", words("fixed wijk ties share council")),
        ("counting.from.{}", words(HOMES)),
        (
            "counting.job.{}",
            words("coffee odd_jobs green bicycles language"),
        ),
        ("counting.nothing.{}", words(HOMES)),
        ("counting.rule.step.{}", words(RULE_STEPS)),
        ("counting.rule.term.{}", words(RULE_TERMS)),
        ("counting.rule.{}.{}", rule_values()),
        ("counting.tryout.{}", words("job then now change")),
        ("counting.tryout.figure.{}", words("places left voters")),
        ("fault.rung.{}", names(Rung::ALL)),
        ("finding.letter.{}", names(Standing::ALL)),
        ("finding.letter.{}_text", names(Standing::ALL)),
        ("finding.told.{}", words("vote_found vote_missing")),
        ("info.home.button.{}", words(NOW)),
        ("info.home.how.{}", words("propose check vote work")),
        ("info.home.how.{}_text", words("propose check vote work")),
        ("info.home.now.{}", words(NOW)),
        ("journal.event.{}", names(EventKind::ALL)),
        ("outcomes.compare.{}", methods()),
        ("outcomes.how.{}", how()),
        ("outcomes.job.{}", names(JobState::ALL)),
        ("outcomes.rule.inline.{}", methods()),
        ("outcomes.rule.name.{}", methods()),
        ("outcomes.ruling.{}", names(Ruling::ALL)),
        ("outcomes.why.{}", words(REASONS)),
        ("people.field.{}", words("name login role")),
        ("people.role.{}", names(Role::ALL)),
        ("proposals.cap_covers.{}", names(CostBasis::ALL)),
        ("proposals.cost.{}", names(CostCategory::ALL)),
        ("proposals.cost.{}_hint", Vec::new()),
        ("proposals.family.{}", names(Family::ALL)),
        ("proposals.host_kind.{}", names(HostKind::ALL)),
        ("proposals.lasting.{}", names(Lasting::ALL)),
        ("proposals.legal_basis.{}", names(LegalBasis::ALL)),
        ("proposals.legal_basis.{}_hint", names(LegalBasis::ALL)),
        ("proposals.state.{}", names(ProposalState::ALL)),
        ("proposals.state_means.{}{}", state_means()),
        ("recount.holds.{}", names(Check::ALL)),
        ("recount.item.{}", items()),
        ("recount.item_holds.{}", items()),
        ("recount.name.{}", names(Check::ALL)),
        ("requests.act.{}", names(ActKind::ALL)),
        ("requests.agree.{}", names(ActKind::ALL)),
        ("requests.cancel_reason.{}", names(CancelReason::ALL)),
        (
            "requests.done.{}",
            words(
                "request_made request_withdrawn letter_cancelled round_cancelled dates_moved \
                 vote_stepped round_discarded",
            ),
        ),
        (
            "requests.fact.{}",
            words(
                "round wijk letters reserve paper number reason replacement public_reason step voting \
                 closed council asked term",
            ),
        ),
        ("requests.fixed.{}", names(ActKind::ALL)),
        ("rounds.action.{}", words(ACTIONS)),
        ("rounds.cost_basis.{}", names(CostBasis::ALL)),
        ("rounds.counting.{}", names(CountingChoice::ALL)),
        ("rounds.kind.{}", names(WijkKind::ALL)),
        ("rounds.done.{}", words("round_readied dates_moved")),
        ("rounds.late.{}", words(WHEN)),
        ("rounds.never_early.{}", words("open_voting close_voting")),
        ("rounds.now.{}", names(Doing::ALL)),
        ("rounds.phase.{}", names(Phase::ALL)),
        ("rounds.road.{}", words(ROAD)),
        ("rounds.room.{}", names(Room::ALL)),
        ("rounds.start.{}", names(Phase::SCHEDULED)),
        ("rounds.step.{}", names(Step::ALL)),
        ("rounds.step_now.{}", words(STEPS_NOW)),
        ("rounds.until.{}", words(WHEN)),
        ("time.month.{}", (1..=12).map(|n| n.to_string()).collect()),
        ("time.weekday.{}", (1..=7).map(|n| n.to_string()).collect()),
        ("verdringing.answer.{}", words(ANSWERS)),
        ("verdringing.decision.{}", names(Decision::ALL)),
        ("verdringing.done.{}", words("answers opinion decide")),
        ("verdringing.effect.{}", names(Effect::ALL)),
        ("verdringing.may_decide.{}", names(Outcome::ALL)),
        ("verdringing.opinion.{}", names(Opinion::ALL)),
        ("verdringing.outcome.{}", names(Outcome::ALL)),
        ("verdringing.outcome_means.{}", names(Outcome::ALL)),
        ("verdringing.party.{}", names(Party::ALL)),
    ]
}

/// The example of the explanation.
const HOMES: &str = "street square";

/// How a rule counts, step by step.
const RULE_STEPS: &str = "most most_points most_per_euro fits skip stop divisible partial share \
    pay most_payers least_price until_exhaustive until_exhaustive_all until_overspend top_up \
    rest_stays compare_satisfaction compare_exclusion_ratio ties_cost \
    ties_order hopeless blank_turnout blank_voter";

const RULE_TERMS: &str = "method first utility order start completion step stop comparison \
    min_share ties hopeless blank version";

/// The values of those terms, but for the methods and those that hold an amount.
const RULE_VALUES: &str = "first.votes \
    first.euro utility.cost utility.cardinality utility.score utility.scorecost utility.borda \
    utility.posscore utility.posscorecost order.skip order.stop order.divisible order.partial \
    start.exact start.floor stop.exhaustive stop.exhaustive_all stop.overspend comparison.none \
    comparison.satisfaction comparison.exclusion_ratio ties.order ties.cost_votes_order \
    hopeless.set_aside hopeless.take_part blank.turnout blank.voter";

/// What the first page asks for.
const NOW: &str = "vote propose ballot outcome look";

/// Why a job won or did not, where the key depends on how many may be told.
const REASONS: &str = "fits partly votes top_up paid paid_some paid_few poor poor_spent poor_few \
    load load_few short stopped not_reached too_few";

/// What can be done in a round.
const ACTIONS: &str = "propose read ballot vote rules outcome jobs";

/// Where the work on a round is done.
const ROAD: &str = "proposing improving checking ballot voting counting council working";

/// Steps that somebody takes by a button; the others have a page of their own.
const STEPS_NOW: &str = "open_proposing start_co_creation start_checking publish_ballot \
    open_voting close_voting open_objections send_to_council archive";

/// What time does to a phase: until when it goes on, or that the next is late.
const WHEN: &str = "draft checking ballot_published voting objections other";

const ANSWERS: &str = "yes no none contribution price short_training_or_vog diploma_or_licence \
    unknown";

fn methods() -> Vec<String> {
    let each = CountingRule::EACH.iter();
    each.map(|rule| rule.method.name().to_owned()).collect()
}

fn rule_values() -> Vec<String> {
    let methods = methods().into_iter().map(|name| format!("method.{name}"));
    methods.chain(words(RULE_VALUES)).collect()
}

/// How it was counted: by votes there is a sentence for each order.
fn how() -> Vec<String> {
    let others = methods().into_iter().filter(|name| name != "by_votes");
    let orders = names(Order::ALL).into_iter().chain(words("per_euro"));
    others.chain(orders).collect()
}

/// What a state means, and what being on the ballot means as the round goes on.
fn state_means() -> Vec<String> {
    let on_ballot = words("on_ballot_open on_ballot_shut on_ballot_stopped");
    names(ProposalState::ALL)
        .into_iter()
        .chain(on_ballot)
        .collect()
}

fn words(words: &str) -> Vec<String> {
    words.split_whitespace().map(str::to_owned).collect()
}

/// What is checked of a pack; a name of two words is one in a key.
fn items() -> Vec<String> {
    let items = Item::ALL.iter().map(|item| item.name().replace(' ', "_"));
    items.collect()
}

fn names<T: Display>(values: &[T]) -> Vec<String> {
    values.iter().map(T::to_string).collect()
}
