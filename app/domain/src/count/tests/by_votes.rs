//! By votes: what fits, and what is told of what does not.

use super::*;

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
fn a_loser_is_told_the_money_and_the_votes_it_missed() {
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
        (3, 20, 4),
    ];
    for &order in Order::ALL {
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
fn projects_without_a_chance_are_set_aside_before_the_count() {
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
fn a_tie_is_told_only_where_it_decided_a_winner() {
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
fn a_project_after_the_last_cent_is_short_and_the_next_stopped() {
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

/// Nothing is infinitely cheap: votes per euro of what costs nothing are more than any other's, if it has votes at all.
#[test]
fn a_free_project_is_first_per_euro_with_votes_and_last_without() {
    let election = tallied(10, &[(3, 1, 1), (1, 0, 1), (0, 0, 1), (2, 0, 1)]);
    let method = Method::ByVotes(ByVotes {
        utility: Utility::Cardinality,
        per_euro: true,
        order: Order::Skip,
    });
    let rule = CountingRule {
        hopeless: Hopeless::TakePart,
        ..CountingRule::of_round(method)
    };
    let allocation = count(&election, &rule, &[0, 1, 2, 3]).unwrap();
    let order: Vec<ProjectIndex> = allocation.winners().map(|award| award.id).collect();
    assert_eq!(order, [3, 1, 0, 2]);
}

#[test]
fn equal_points_and_cost_go_to_the_project_of_more_voters() {
    let mut ballots = Ballots::new(VoteType::Cumulative);
    for (project, points, voters) in [(0, 4, 1), (1, 2, 2)] {
        ballots.add(&[project], &[points], voters).unwrap();
    }
    let project = Project {
        cost: Euro::cents(10),
        places: 1,
    };
    let election = Election {
        budget: Euro::cents(15),
        projects: vec![project; 2],
        ballots,
    };
    let rule = CountingRule::of_round(Method::ByVotes(ByVotes {
        utility: Utility::Score,
        per_euro: false,
        order: Order::Skip,
    }));
    let allocation = count(&election, &rule, &[0, 1]).unwrap();
    let order: Vec<_> = allocation
        .awards
        .iter()
        .map(|award| (award.id, award.tie))
        .collect();
    assert_eq!(order, [(1, Some(Tie::Votes)), (0, Some(Tie::Votes))]);
}
