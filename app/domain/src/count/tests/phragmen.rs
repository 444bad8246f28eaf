//! Phragmén: what random elections seldom show.

use super::*;

#[test]
fn phragmen_tells_projects_too_dear_from_those_not_reached() {
    let election = tallied(100, &[(4, 60, 1), (3, 60, 1), (2, 100, 1), (1, 130, 1)]);
    let rule = CountingRule {
        hopeless: Hopeless::TakePart,
        ..CountingRule::of_round(Method::Phragmen)
    };
    let allocation = count(&election, &rule, &[0, 1, 2, 3]).unwrap();
    let why: Vec<&Why> = allocation.awards.iter().map(|award| &award.why).collect();
    let short = Euro::cents(30);
    assert!(matches!(why[0], Why::Load { .. }), "{why:?}");
    let not_reached = &Why::NotReached;
    assert_eq!(
        why[1..],
        [not_reached, not_reached, &Why::TooDear { short }]
    );
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

/// 5,005 cents for 10,009 voters is a hundred millionth of a cent less than 5,004 cents for 10,007. The third project, that
/// nobody chose, leaves 1/16,384 cent to the spans, so only the exact comparison sees it.
#[test]
fn phragmen_tells_loads_apart_that_differ_by_less_than_a_span() {
    let election = tallied(
        6_000,
        &[
            (10_007, 5_004, 1),
            (10_009, 5_005, 1),
            (0, 900_000_000_000_000, 1),
        ],
    );
    let rule = CountingRule::of_round(Method::Phragmen);
    let allocation = count(&election, &rule, &[0, 1, 2]).unwrap();
    let winners: Vec<_> = allocation
        .winners()
        .map(|award| (award.id, award.tie))
        .collect();
    assert_eq!(winners, [(1, None)]);
}
