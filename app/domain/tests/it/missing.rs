//! What a loser is told that it missed is what it missed: with so many votes more it wins, and with one fewer not.

use domain::count::{
    ByVotes, CountingRule, Method, Order, ProjectIndex, Utility, VoteType, Why, count,
};
use proptest::{
    prelude::{Strategy, any},
    prop_assert, proptest,
    sample::select,
};

use crate::{
    axioms::wins,
    elections::{Draft, drafts, rules_of},
};

/// By votes in every order; a threshold would move with the voters that are added.
fn by_votes() -> impl Strategy<Value = CountingRule> {
    let method = (any::<bool>(), select(Order::ALL)).prop_map(|(per_euro, order)| {
        Method::ByVotes(ByVotes {
            utility: Utility::Cost,
            per_euro,
            order,
        })
    });
    rules_of(method).prop_map(|rule| CountingRule {
        min_share: 0,
        ..rule
    })
}

/// The same election with so many more who choose this one only.
fn with_more(draft: &Draft, project: ProjectIndex, voters: u64) -> Draft {
    let mut more = draft.clone();
    more.ballots.extend((0..voters).map(|_| vec![(project, 1)]));
    more
}

proptest! {
    #[test]
    fn the_votes_that_a_loser_missed_are_just_enough(draft in drafts(VoteType::Approval), rule in by_votes()) {
        let allocation = count(&draft.election(), &rule, &draft.order).unwrap();
        for award in &allocation.awards {
            let (Why::Short { more: Some(more), .. } | Why::Stopped { more: Some(more) }) = award.why else {
                continue;
            };
            let wins_with = |voters| wins(&with_more(&draft, award.id, voters), &rule, award.id);
            prop_assert!(wins_with(more), "{} does not win with {more} more", award.id);
            prop_assert!(!wins_with(more - 1), "{} wins with fewer than {more} more", award.id);
        }
    }
}
