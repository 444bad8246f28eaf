//! What the rules come to on elections worked out by hand, and what cannot be counted.

mod by_votes;
mod equal_shares;
mod phragmen;
mod printed;

use super::*;
use crate::euro::Euro;

/// An election of which only the votes of each project are known: (votes, cents, places).
fn tallied(budget: u64, rows: &[(u32, u64, u32)]) -> Election {
    let mut ballots = Ballots::new(VoteType::Approval);
    for (project, &(votes, ..)) in (0..).zip(rows) {
        if votes > 0 {
            ballots.add(&[project], &[], votes).unwrap();
        }
    }
    let projects = rows.iter().map(|&(_, cents, places)| Project {
        cost: Euro::cents(cents),
        places,
    });
    Election {
        budget: Euro::cents(budget),
        projects: projects.collect(),
        ballots,
    }
}

fn counted(election: &Election, order: Order) -> Allocation<ProjectIndex> {
    let as_listed: Vec<ProjectIndex> = (0..).take(election.projects.len()).collect();
    count(election, &CountingRule::by_votes(order), &as_listed).unwrap()
}

/// What each gets, by project.
fn granted(election: &Election, order: Order) -> Vec<u64> {
    let allocation = counted(election, order);
    let mut granted = vec![0; election.projects.len()];
    for award in &allocation.awards {
        granted[award.id as usize] = award.granted.as_cents();
    }
    granted
}

fn euros(granted: &[u64]) -> Vec<u64> {
    granted.iter().map(|cents| cents / 100).collect()
}

#[test]
fn an_order_that_leaves_a_tie_is_refused() {
    let election = tallied(10, &[(1, 1, 1), (1, 1, 1)]);
    for order in [&[0][..], &[1, 1]] {
        assert_eq!(
            count(&election, &CountingRule::default(), order),
            Err(CountFault::Order)
        );
    }
}

#[test]
fn amounts_that_would_overflow_are_refused() {
    let election = tallied(u64::MAX, &[(1, u64::MAX, 1), (1, 1, 1)]);
    assert_eq!(
        count(&election, &CountingRule::default(), &[0, 1]),
        Err(CountFault::TooMuchMoney)
    );
    let rule = CountingRule::equal_shares(Completion::Add1);
    let no_step = CountingRule {
        method: Method::EqualShares(EqualShares {
            step: 0,
            utility: Utility::Cost,
            start: Start::Exact,
            completion: Completion::Add1,
            stop: Stop::Exhaustive,
            comparison: Comparison::None,
        }),
        ..rule
    };
    assert_eq!(
        count(&tallied(10, &[(1, 1, 1)]), &no_step, &[0]),
        Err(CountFault::NoStep)
    );
}
