//! Recorded answers of pabutools 1.2.3 (in exact fractions, by recorded.py) to random elections, beside the reference.
//!
//! As in pabutools, blank ballots have a share, what is hopeless takes part, ties go to the first in the list.

use std::collections::BTreeMap;

use domain::count::{
    Blank, ByVotes, Comparison, Completion, CountingRule, EqualShares, Hopeless, Method, Order,
    ProjectIndex, Start, Stop, Ties, Utility, VERSION, VoteType,
};
use serde::Deserialize;

use crate::{elections::Draft, reference};

#[derive(Deserialize)]
struct Recorded {
    vote_type: VoteType,
    budget: u64,
    costs: Vec<u64>,
    ballots: Vec<Vec<(ProjectIndex, u32)>>,
    step: u64,
    winners: BTreeMap<String, Vec<ProjectIndex>>,
}

#[test]
fn the_reference_agrees_with_pabutools() {
    let all: Vec<Recorded> = serde_json::from_str(include_str!("recorded.json")).unwrap();
    for (at, recorded) in all.iter().enumerate() {
        let draft = Draft {
            vote_type: recorded.vote_type,
            budget: recorded.budget,
            projects: recorded.costs.iter().map(|&cost| (cost, 1)).collect(),
            ballots: recorded.ballots.clone(),
            order: (0..).take(recorded.costs.len()).collect(),
        };
        for (name, expected) in &recorded.winners {
            let rule = rule(name, recorded.step);
            let outcome = reference::count(&draft.election(), &rule, &draft.order);
            let mut winners: Vec<ProjectIndex> = outcome
                .winners
                .iter()
                .map(|&(project, _)| project)
                .collect();
            let mut expected = expected.clone();
            // Phragmén's order of selection is lost in pabutools; and pabutools raises the share on when all have won,
            // which may change their order.
            if name == "phragmen" || name.starts_with("add1-overspend") {
                winners.sort_unstable();
                expected.sort_unstable();
            }
            assert_eq!(winners, expected, "election {at}, {name}: {draft:?}");
        }
    }
}

/// The rule that a recorded name such as `add1 cost` means.
fn rule(name: &str, step: u64) -> CountingRule {
    let (method, utility) = name.split_once(' ').unwrap_or((name, "cardinality"));
    let utility: Utility = utility.parse().unwrap();
    let equal_shares = |completion, stop| {
        Method::EqualShares(EqualShares {
            utility,
            start: Start::Exact,
            completion,
            stop,
            step,
            comparison: Comparison::None,
        })
    };
    let by_votes = |per_euro| {
        Method::ByVotes(ByVotes {
            utility,
            per_euro,
            order: Order::Skip,
        })
    };
    CountingRule {
        version: VERSION,
        method: match method {
            "mes" => equal_shares(Completion::None, Stop::Exhaustive),
            "add1" => equal_shares(Completion::Add1, Stop::Exhaustive),
            "add1u" => equal_shares(Completion::Add1u, Stop::Exhaustive),
            "add1-overspend" => equal_shares(Completion::Add1, Stop::Overspend),
            "increase" => equal_shares(Completion::Increase(1_000), Stop::ExhaustiveAll),
            "greedy" => by_votes(false),
            "greedy-per-euro" => by_votes(true),
            "phragmen" => Method::Phragmen,
            _ => panic!("an unknown rule was recorded: {name}"),
        },
        ties: Ties::Order,
        min_share: 0,
        hopeless: Hopeless::TakePart,
        blank: Blank::Voter,
    }
}
