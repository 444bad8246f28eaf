//! Real votes, and the demo round, come out as they were printed.

use super::*;

/// Village vote of Noordscheschut, 8 October 2008: in the order of rank, the votes were not printed.
/// <https://noordscheschut.com/smederijen/smederij2008>
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

/// Village vote of Noordscheschut, 16 June 2010, as printed and under the other rules.
/// <https://noordscheschut.com/smederijen/smederij2010>
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
fn the_ten_projects_with_most_votes_are_funded_in_krakeel() {
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
fn the_demo_round_is_divided_as_printed_in_all_four_ways() {
    let data: serde_json::Value =
        serde_json::from_str(include_str!("../../../../../server/demo/demo-round.json")).unwrap();
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
