//! Votes that were really held, and the demo round, counted again.

use super::*;
use crate::euro::Euro;

/// An election of which only the votes of each project are known: (votes, cents, places).
fn tallied(budget: u64, rows: &[(u32, u64, u32)]) -> Election {
    let mut ballots = Ballots::new(VoteType::Approval);
    for (place, &(votes, ..)) in (0..).zip(rows) {
        if votes > 0 {
            ballots.add(&[place], &[], votes).unwrap();
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

fn counted(election: &Election, order: Order) -> Allocation<Place> {
    let by_place: Vec<Place> = (0..).take(election.projects.len()).collect();
    count(election, &CountingRule::by_votes(order), &by_place).unwrap()
}

/// What each gets, by place.
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

/// Village vote of Noordscheschut, 8 October 2008: in the order of rank, the votes were not printed (domain.md 3.2).
#[test]
fn noordscheschut_2008_comes_out_as_printed() {
    let costs = [
        15_000, 7_500, 2_840, 4_400, 1_300, 2_644, 2_145, 6_500, 1_500, 2_500, 10_000, 1_000, 500,
    ];
    let rows: Vec<_> = costs
        .iter()
        .zip((1..=13).rev())
        .map(|(&euros, votes)| (votes, euros * 100, 1))
        .collect();
    let found = granted(&tallied(2_400_000, &rows), Order::Partial);
    assert_eq!(
        euros(&found),
        [15_000, 7_500, 1_500, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    );
}

/// Village vote of Noordscheschut, 16 June 2010, as printed and under the other rules (domain.md 3.2).
#[test]
fn noordscheschut_2010_comes_out_as_printed_and_as_calculated() {
    let rows = [
        (332, 10_000),
        (279, 1_500),
        (140, 6_000),
        (96, 5_300),
        (64, 250),
        (55, 760),
        (52, 2_000),
        (52, 1_000),
        (45, 1_050),
        (39, 500),
        (28, 800),
        (24, 6_500),
    ];
    let rows: Vec<_> = rows
        .iter()
        .map(|&(votes, euros)| (votes, euros * 100, 1))
        .collect();
    let election = tallied(1_580_000, &rows);
    assert_eq!(
        euros(&granted(&election, Order::Partial)),
        [10_000, 1_500, 4_300, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    );
    let skipped = counted(&election, Order::Skip);
    let mut winners: Vec<u32> = skipped.winners().map(|award| award.id + 1).collect();
    winners.sort_unstable();
    assert_eq!(
        (winners, skipped.left),
        (vec![1, 2, 5, 6, 7, 8], Euro::whole(290))
    );
    let stopped = counted(&election, Order::Stop);
    assert_eq!(
        (stopped.winners().count(), stopped.left),
        (2, Euro::whole(4_300))
    );
}

/// Krakeel, 12th election: 14 ideas, ten funded. Costs and budget were not printed, so each costs one and there are ten.
#[test]
fn in_krakeel_the_ten_with_the_most_votes_are_funded() {
    let votes = [129, 113, 109, 101, 96, 92, 89, 82, 79, 70, 51, 49, 42, 39];
    let rows: Vec<_> = votes.iter().map(|&votes| (votes, 100, 1)).collect();
    let allocation = counted(&tallied(1_000, &rows), Order::Skip);
    let winners: Vec<u32> = allocation.winners().map(|award| award.id).collect();
    assert_eq!(winners, (0..10).collect::<Vec<_>>());
    assert_eq!(votes.iter().sum::<u32>(), 1_141);
    assert_eq!(
        allocation.awards[10].why,
        Why::Short {
            left: Euro::ZERO,
            short: Euro::whole(1),
            more: Some(20)
        }
    );
}

/// The four allocations of each wijk of the demo round, read from the file itself.
#[test]
fn the_demo_round_is_divided_exactly_as_printed_in_all_four_ways() {
    let data: serde_json::Value =
        serde_json::from_str(include_str!("../../../../server/demo/demo-round.json")).unwrap();
    let number = |value: &serde_json::Value| value.as_u64().unwrap();
    let places_of = |id: &serde_json::Value| {
        let proposals = data["proposals"].as_array().unwrap();
        number(
            &proposals
                .iter()
                .find(|proposal| proposal["id"] == *id)
                .unwrap()["places"],
        )
    };
    for area in data["areas"].as_array().unwrap() {
        for order in [Order::Skip, Order::Stop, Order::Partial, Order::Divisible] {
            let expected = &area["expected_allocation"][order.name()];
            let printed = expected["order_and_awards"].as_array().unwrap();
            let rows: Vec<_> = printed
                .iter()
                .map(|row| {
                    let votes = u32::try_from(number(&row["approvals"])).unwrap();
                    let places = u32::try_from(places_of(&row["proposal_id"])).unwrap();
                    (votes, number(&row["cost_total_cents"]), places)
                })
                .collect();
            let allocation = counted(&tallied(number(&area["budget_cents"]), &rows), order);
            let found: Vec<_> = allocation
                .awards
                .iter()
                .map(|award| (u64::from(award.id), award.granted.as_cents(), award.places))
                .collect();
            let wanted: Vec<_> = (0..)
                .zip(printed)
                .map(|(at, row)| {
                    let places = row["awarded_places"].as_u64().unwrap_or_default();
                    (
                        at,
                        number(&row["awarded_cents"]),
                        u32::try_from(places).unwrap(),
                    )
                })
                .collect();
            assert_eq!(found, wanted, "{} {order}", area["id"]);
            assert_eq!(allocation.left.as_cents(), number(&expected["left_cents"]));
        }
    }
}

#[test]
fn a_proposal_gets_as_many_of_its_places_as_fit() {
    let election = tallied(100, &[(9, 40, 1), (8, 90, 3), (7, 10, 1), (6, 20, 1)]);
    let allocation = counted(&election, Order::Divisible);
    let found: Vec<_> = allocation
        .awards
        .iter()
        .map(|award| (award.granted.as_cents(), award.places))
        .collect();
    assert_eq!(found, [(40, 1), (60, 2), (0, 0), (0, 0)]);
    assert_eq!(
        allocation.awards[1].why,
        Why::Partly {
            left: Euro::cents(60)
        }
    );
}

#[test]
fn what_does_not_fit_is_told_how_much_was_missing_and_how_many_votes() {
    let election = tallied(20, &[(9, 15, 1), (6, 10, 1), (5, 5, 1)]);
    let allocation = counted(&election, Order::Skip);
    let short = |left, short, more| Why::Short {
        left: Euro::cents(left),
        short: Euro::cents(short),
        more,
    };
    // With 9 votes it would be as good as the first, and cheaper.
    assert_eq!(allocation.awards[1].why, short(5, 5, Some(3)));
    assert_eq!(
        allocation
            .winners()
            .map(|award| award.id)
            .collect::<Vec<_>>(),
        [0, 2]
    );
    let stopped = counted(&election, Order::Stop);
    assert_eq!(stopped.awards[2].why, Why::Stopped { more: Some(1) });
}

/// So many votes more really is enough, and one fewer is not.
#[test]
fn the_number_of_votes_that_was_needed_is_exact() {
    let rows = [
        (9, 15, 1),
        (8, 9, 1),
        (7, 8, 1),
        (6, 2, 1),
        (6, 6, 1),
        (3, 7, 1),
        (3, 20, 1),
    ];
    for order in [Order::Skip, Order::Stop, Order::Divisible] {
        let allocation = counted(&tallied(30, &rows), order);
        let mut told = 0;
        for award in &allocation.awards {
            let (Why::Short {
                more: Some(more), ..
            }
            | Why::Stopped { more: Some(more) }) = award.why
            else {
                continue;
            };
            told += 1;
            let wins_with = |extra: u64| {
                let mut rows = rows;
                rows[award.id as usize].0 += u32::try_from(extra).unwrap();
                counted(&tallied(30, &rows), order)
                    .winners()
                    .any(|winner| winner.id == award.id)
            };
            assert!(wins_with(more) && !wins_with(more - 1), "{order} {award:?}");
        }
        assert!(told > 1, "{order}");
    }
}

#[test]
fn equal_votes_go_to_the_cheaper_and_then_to_the_lot() {
    let election = tallied(10, &[(5, 12, 1), (5, 10, 1), (5, 10, 1)]);
    let rule = CountingRule {
        hopeless: Hopeless::TakePart,
        ..CountingRule::default()
    };
    let allocation = count(&election, &rule, &[0, 2, 1]).unwrap();
    let order: Vec<_> = allocation
        .awards
        .iter()
        .map(|award| (award.id, award.tie))
        .collect();
    assert_eq!(
        order,
        [
            (2, Some(Tie::Lot)),
            (1, Some(Tie::Lot)),
            (0, Some(Tie::Cost))
        ]
    );
}

#[test]
fn what_nobody_supports_costs_too_much_or_has_too_few_votes_is_set_aside() {
    let election = tallied(100, &[(90, 10, 1), (0, 10, 1), (60, 101, 1), (4, 10, 1)]);
    let rule = CountingRule {
        min_share: 50,
        ..CountingRule::default()
    };
    let allocation = count(&election, &rule, &[0, 1, 2, 3]).unwrap();
    let found: Vec<_> = allocation
        .awards
        .iter()
        .map(|award| (award.id, award.why.clone()))
        .collect();
    let left = Euro::cents(100);
    assert_eq!(
        found,
        [
            (0, Why::Fits { left }),
            (
                2,
                Why::TooDear {
                    short: Euro::cents(1)
                }
            ),
            (3, Why::TooFewVotes { needed: 8 }),
            (1, Why::NoVotes),
        ]
    );
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

/// Projects 1 and 2 are the same to everybody, and voter 0 has too little left to pay in full for either. Yet the hundred
/// million shares between the first that buys one of them and the last, which buys project 3, need not be looked at.
#[test]
fn shares_are_leapt_over_where_two_projects_are_alike() {
    let mut ballots = Ballots::new(VoteType::Approval);
    for choices in [&[0, 1, 2][..], &[0], &[0], &[1, 2], &[1, 2], &[3]] {
        ballots.add(choices, &[], 1).unwrap();
    }
    let costs = [3_000_000_000, 3_600_000_000, 3_600_000_000, 1_700_000_000];
    let election = Election {
        budget: Euro::cents(9_000_000_000),
        projects: costs
            .map(|cents| Project {
                cost: Euro::cents(cents),
                places: 1,
            })
            .to_vec(),
        ballots,
    };
    let mut rule = CountingRule::equal_shares(Completion::Add1);
    if let Method::EqualShares(shares) = &mut rule.method {
        shares.step = 1;
    }
    let allocation = count(&election, &rule, &[0, 1, 2, 3]).unwrap();
    let winners: Vec<Place> = allocation.winners().map(|award| award.id).collect();
    assert_eq!(winners, [0, 1, 3]);
    assert_eq!(
        allocation.shares.unwrap().last,
        Fraction::whole(1_700_000_000)
    );
}

#[test]
fn a_tie_is_told_only_where_it_decided_who_won() {
    let rows = [(10, 17_000, 1); 4];
    let ties = |budget: u64| -> Vec<Option<Tie>> {
        let allocation = counted(&tallied(budget, &rows), Order::Skip);
        allocation.awards.iter().map(|award| award.tie).collect()
    };
    assert_eq!(ties(90_000), [None; 4], "all win");
    assert_eq!(ties(40_000), [Some(Tie::Lot); 4], "two of four win");
    assert_eq!(ties(10_000), [None; 4], "none wins");
}

#[test]
fn after_the_budget_is_used_up_to_the_cent_the_next_is_short_and_the_one_after_it_stopped() {
    let rows = [(9, 500, 1), (8, 300, 1), (7, 200, 1)];
    let allocation = counted(&tallied(500, &rows), Order::Stop);
    let short = Why::Short {
        left: Euro::ZERO,
        short: Euro::cents(300),
        // With as many votes it goes first, being cheaper.
        more: Some(1),
    };
    assert_eq!(allocation.awards[1].why, short);
    let why = &allocation.awards[2].why;
    assert!(matches!(why, Why::Stopped { .. }), "{why:?}");
}

/// Six of ten voters pay for project 0 with all they have. The next share buys everything, which is too dear. So 40 of
/// 100 are left: enough for project 1 (three votes), or for project 2 (one vote, yet more votes per cent).
#[test]
fn what_is_left_goes_by_votes_where_utility_is_cost_and_else_by_votes_per_cent() {
    let mut ballots = Ballots::new(VoteType::Approval);
    for (choices, voters) in [(&[0, 1, 2][..], 1), (&[0, 1], 2), (&[0], 3)] {
        ballots.add(choices, &[], voters).unwrap();
    }
    ballots.add(&[3], &[], 4).unwrap();
    let election = Election {
        budget: Euro::cents(100),
        projects: [60, 40, 11, 95]
            .map(|cents| Project {
                cost: Euro::cents(cents),
                places: 1,
            })
            .to_vec(),
        ballots,
    };
    for (utility, expected) in [(Utility::Cost, [0, 1]), (Utility::Cardinality, [0, 2])] {
        let mut rule = CountingRule::equal_shares(Completion::Add1u);
        if let Method::EqualShares(shares) = &mut rule.method {
            (shares.utility, shares.step) = (utility, 100);
        }
        let allocation = count(&election, &rule, &[0, 1, 2, 3]).unwrap();
        let winners: Vec<Place> = allocation.winners().map(|award| award.id).collect();
        assert_eq!(winners, expected, "{utility}");
    }
}

#[test]
fn phragmen_tells_what_is_too_dear_from_what_was_not_reached() {
    let election = tallied(100, &[(3, 60, 1), (2, 60, 1), (1, 130, 1)]);
    let rule = CountingRule {
        hopeless: Hopeless::TakePart,
        ..CountingRule::of_round(Method::Phragmen)
    };
    let allocation = count(&election, &rule, &[0, 1, 2]).unwrap();
    let why: Vec<&Why> = allocation.awards.iter().map(|award| &award.why).collect();
    let short = Euro::cents(30);
    assert!(matches!(why[0], Why::Load { .. }), "{why:?}");
    assert_eq!(why[1..], [&Why::NotReached, &Why::TooDear { short }]);
}

/// Projects 1 and 2 have the same load as in the round before, when project 0 was chosen: still a tie for the lot.
#[test]
fn phragmen_sees_a_tie_between_loads_that_did_not_change() {
    let election = tallied(9, &[(1, 1, 1), (2, 8, 1), (2, 8, 1)]);
    let rule = CountingRule::of_round(Method::Phragmen);
    let allocation = count(&election, &rule, &[0, 2, 1]).unwrap();
    let winners: Vec<_> = allocation
        .winners()
        .map(|award| (award.id, award.tie))
        .collect();
    assert_eq!(winners, [(0, None), (2, Some(Tie::Lot))]);
}
