use proptest::prelude::*;

use super::*;

fn candidate(id: &'static str, votes: u64, euros: u64) -> Candidate<&'static str> {
    Candidate {
        id,
        cost: Euro::whole(euros),
        votes,
    }
}

fn won<Id: Clone>(allocation: &Allocation<Id>) -> Vec<Id> {
    allocation.winners().map(|award| award.id.clone()).collect()
}

/// The four demo allocations of `demo-round.json`, read from the file itself.
#[test]
fn the_demo_round_is_divided_exactly_as_printed() {
    let data: serde_json::Value =
        serde_json::from_str(include_str!("../../../../server/demo/demo-round.json")).unwrap();
    for area in data["areas"].as_array().unwrap() {
        let expected = &area["expected_allocation"]["skip"];
        let rows = expected["order_and_awards"].as_array().unwrap();
        let cents = |value: &serde_json::Value| Euro::cents(value.as_u64().unwrap());
        let candidates: Vec<Candidate<String>> = rows
            .iter()
            .map(|row| Candidate {
                id: row["proposal_id"].as_str().unwrap().to_owned(),
                cost: cents(&row["cost_total_cents"]),
                votes: row["approvals"].as_u64().unwrap(),
            })
            .rev()
            .collect();
        let allocation = by_votes(cents(&area["budget_cents"]), &candidates, |_| 0);
        let found: Vec<(String, bool)> = allocation
            .awards
            .iter()
            .map(|a| (a.id.clone(), a.is_won()))
            .collect();
        let printed: Vec<(String, bool)> = rows
            .iter()
            .map(|row| {
                (
                    row["proposal_id"].as_str().unwrap().to_owned(),
                    row["awarded_cents"] != 0,
                )
            })
            .collect();
        assert_eq!(found, printed, "{}", area["id"]);
        assert_eq!(allocation.left, cents(&expected["left_cents"]));
    }
}

/// The village vote of Noordscheschut, 16 June 2010, under the skip rule (domain.md 3.2, calculated there).
#[test]
fn noordscheschut_2010_with_skip_funds_ranks_1_2_5_6_7_8_and_leaves_290() {
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
    let candidates: Vec<Candidate<usize>> = rows
        .iter()
        .enumerate()
        .map(|(rank, &(votes, euros))| Candidate {
            id: rank + 1,
            cost: Euro::whole(euros),
            votes,
        })
        .collect();
    let allocation = by_votes(Euro::whole(15_800), &candidates, |&rank| rank);
    let mut winners = won(&allocation);
    winners.sort_unstable();
    assert_eq!(winners, [1, 2, 5, 6, 7, 8]);
    assert_eq!(allocation.left, Euro::whole(290));
}

#[test]
fn what_does_not_fit_is_skipped_and_told_how_much_was_missing() {
    let allocation = by_votes(
        Euro::whole(20),
        &[
            candidate("a", 9, 15),
            candidate("b", 8, 10),
            candidate("c", 7, 5),
        ],
        |_| 0,
    );
    assert_eq!(won(&allocation), ["a", "c"]);
    assert_eq!(allocation.awards[1].why, Why::Short(Euro::whole(5)));
    assert_eq!(allocation.left, Euro::ZERO);
}

#[test]
fn equal_votes_go_to_the_cheaper_and_then_to_the_lot() {
    let candidates = [
        candidate("dear", 5, 12),
        candidate("late", 5, 10),
        candidate("early", 5, 10),
    ];
    let lot = |id: &&str| usize::from(*id == "late");
    let allocation = by_votes(Euro::whole(10), &candidates, lot);
    let order: Vec<_> = allocation.awards.iter().map(|a| (a.id, a.tie)).collect();
    assert_eq!(
        order,
        [
            ("early", Some(Tie::Lot)),
            ("late", Some(Tie::Lot)),
            ("dear", Some(Tie::Cost))
        ]
    );
}

#[test]
fn what_nobody_supports_is_never_chosen() {
    let allocation = by_votes(
        Euro::whole(100),
        &[candidate("a", 1, 10), candidate("b", 0, 10)],
        |_| 0,
    );
    assert_eq!(won(&allocation), ["a"]);
    assert_eq!(allocation.awards[1].why, Why::NoVotes);
}

#[test]
fn a_choice_twice_on_one_ballot_counts_once() {
    let id = ProposalId::new(uuid::Uuid::from_u128(1));
    assert_eq!(tally(&[vec![id, id], vec![id], vec![]])[&id], 2);
}

#[test]
fn the_lot_order_depends_on_the_seed_only() {
    let ids: Vec<ProposalId> = (0..20)
        .map(|n| ProposalId::new(uuid::Uuid::from_u128(n)))
        .collect();
    let reversed: Vec<ProposalId> = ids.iter().rev().copied().collect();
    assert_eq!(lot_order(&[1; 32], &ids), lot_order(&[1; 32], &reversed));
    assert_ne!(lot_order(&[1; 32], &ids), lot_order(&[2; 32], &ids));
}

fn elections() -> impl Strategy<Value = (u64, Vec<(u64, u64)>)> {
    (
        0u64..200,
        proptest::collection::vec((0u64..20, 1u64..60), 0..12),
    )
}

fn named(rows: &[(u64, u64)]) -> Vec<Candidate<usize>> {
    rows.iter()
        .enumerate()
        .map(|(id, &(votes, cost))| Candidate {
            id,
            cost: Euro::cents(cost),
            votes,
        })
        .collect()
}

proptest! {
    #[test]
    fn the_winners_always_fit_the_budget_to_the_cent((budget, rows) in elections()) {
        let allocation = by_votes(Euro::cents(budget), &named(&rows), |&id| id);
        let spent: Euro = allocation.winners().map(|award| award.cost).sum();
        prop_assert_eq!(spent.plus(allocation.left), Some(Euro::cents(budget)));
    }

    #[test]
    fn no_supported_loser_would_still_fit((budget, rows) in elections()) {
        let allocation = by_votes(Euro::cents(budget), &named(&rows), |&id| id);
        for award in allocation.awards.iter().filter(|award| !award.is_won() && award.votes > 0) {
            prop_assert!(award.cost > allocation.left);
        }
    }

    #[test]
    fn the_order_of_the_candidates_does_not_matter((budget, rows) in elections()) {
        let candidates = named(&rows);
        let reversed: Vec<_> = candidates.iter().rev().cloned().collect();
        let budget = Euro::cents(budget);
        prop_assert_eq!(by_votes(budget, &candidates, |&id| id), by_votes(budget, &reversed, |&id| id));
    }

    #[test]
    fn one_more_vote_for_a_winner_keeps_it((budget, rows) in elections(), pick in any::<prop::sample::Index>()) {
        let budget = Euro::cents(budget);
        let winners = won(&by_votes(budget, &named(&rows), |&id| id));
        if winners.is_empty() {
            return Ok(());
        }
        let winner = winners[pick.index(winners.len())];
        let mut more = rows;
        more[winner].0 += 1;
        prop_assert!(won(&by_votes(budget, &named(&more), |&id| id)).contains(&winner));
    }
}
