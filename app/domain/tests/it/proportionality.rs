//! What Equal Shares promises to groups of voters (src/count/README.md#promises).

use std::cmp::Reverse;

use domain::count::{
    Comparison, Completion, CountingRule, Fraction, Hopeless, Method, ProjectIndex, Start, Ties,
    Utility, VoteType, check_ejr_plus,
};
use proptest::{
    prelude::{ProptestConfig, Strategy as _, any},
    prop_assert, prop_assert_eq, prop_assume, proptest,
    sample::{Index, select},
};

use crate::{
    axioms::{winners, wins},
    elections::{Draft, drafts, equal_shares, equal_shares_cases, rules_of},
    reference::{self, Scene},
};

proptest! {
    #[test]
    fn supporters_with_enough_for_their_only_project_get_it(
        mut draft in drafts(VoteType::Approval),
        mut rule in rules_of(equal_shares(VoteType::Approval).prop_map(Method::EqualShares)),
        which in any::<Index>()
    ) {
        rule.min_share = 0;
        let Method::EqualShares(how) = &mut rule.method else { return Ok(()); };
        (how.start, how.comparison) = (Start::Exact, Comparison::None);
        let at = which.index(draft.projects.len());
        let (cost, _) = draft.projects[at];
        draft.budget = draft.budget.max(cost * 2);
        prop_assume!(cost > 0);
        // So many that n·c/B of all voters, them included, choose this and nothing else.
        let others = u64::try_from(draft.ballots.len()).unwrap();
        let needed = (cost * others).div_ceil(draft.budget - cost).max(1);
        let bullet = vec![(reference::index(at), 1)];
        draft.ballots.extend((0..needed).map(|_| bullet.clone()));
        prop_assert!(wins(&draft, &rule, reference::index(at)));
    }

    #[test]
    fn equal_shares_owes_no_group_a_project((draft, mut rule) in equal_shares_cases()) {
        let Method::EqualShares(how) = &mut rule.method else { return Ok(()); };
        (how.start, how.comparison) = (Start::Exact, Comparison::None);
        let utility = how.utility;
        let election = draft.election();
        let scene = Scene::new(&election, &rule, &draft.order);
        let voters = u128::try_from(scene.voters().len()).unwrap();
        prop_assume!(voters > 0);
        let share = Fraction::new(draft.budget.into(), voters).unwrap();
        let won: Vec<ProjectIndex> = winners(&draft, &rule).into_iter().map(|(won, _)| won).collect();
        let verdict = check_ejr_plus(&election, utility, &share, &won, &scene.taking_part);
        prop_assert_eq!(verdict, Ok(()));
    }
}

/// Parties of so many voters, each with as many projects of its own as there are seats.
fn party_lists(parties: &[usize], seats: usize, cost: u64) -> Draft {
    let lists: Vec<Vec<ProjectIndex>> = (0..parties.len())
        .map(|party| {
            (party * seats..(party + 1) * seats)
                .map(reference::index)
                .collect()
        })
        .collect();
    let voters = parties.iter().zip(&lists);
    let ballots: Vec<&[ProjectIndex]> = voters
        .flat_map(|(&voters, list)| vec![&list[..]; voters])
        .collect();
    let budget = cost * u64::try_from(seats).unwrap();
    Draft::approval(budget, &vec![cost; parties.len() * seats], &ballots)
}

/// The seats of each party by the largest averages, or nothing when two are equal for the last seat.
fn d_hondt(parties: &[usize], seats: usize) -> Option<Vec<usize>> {
    let mut averages: Vec<(Reverse<Fraction>, usize)> = Vec::new();
    for (party, &voters) in parties.iter().enumerate() {
        let of = |seat| Fraction::new(u128::try_from(voters).unwrap(), seat).unwrap();
        averages.extend((1..).take(seats + 1).map(|seat| (Reverse(of(seat)), party)));
    }
    averages.sort();
    (averages[seats - 1].0 != averages[seats].0).then(|| {
        let won = |party| {
            averages[..seats]
                .iter()
                .filter(|(_, of)| *of == party)
                .count()
        };
        (0..parties.len()).map(won).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn equal_shares_on_party_lists_gives_the_seats_of_d_hondt(
        parties in proptest::collection::vec(1_usize..=6, 1..=3),
        seats in 1_usize..=5,
        utility in select(vec![Utility::Cost, Utility::Cardinality]),
    ) {
        let expected = d_hondt(&parties, seats);
        prop_assume!(expected.is_some());
        // A step of 1 is too small to pass two averages at once: those differ by at least 1/36 of the cost.
        let draft = party_lists(&parties, seats, 72);
        let mut rule = CountingRule::equal_shares(Completion::Add1);
        if let Method::EqualShares(how) = &mut rule.method {
            (how.utility, how.step) = (utility, 1);
        }
        (rule.ties, rule.hopeless) = (Ties::Order, Hopeless::TakePart);
        let winners = winners(&draft, &rule);
        let seats_of = |party| {
            winners.iter().filter(|(won, _)| *won as usize / seats == party).count()
        };
        let got: Vec<usize> = (0..parties.len()).map(seats_of).collect();
        prop_assert_eq!(Some(got), expected);
    }
}
