//! Amounts.

use super::*;

#[test]
fn amounts_are_whole_cents_and_never_rounded() {
    for (text, cents) in [
        ("40000.0", 4_000_000),
        ("40000,5", 4_000_050),
        ("0.07", 7),
        ("17000.500", 1_700_050),
        ("0", 0),
    ] {
        let text = file(
            "approval",
            &format!("project_id;cost\na;{text}"),
            "voter_id;vote",
        );
        assert_eq!(good(&text).election.projects[0].cost, Euro::cents(cents));
    }
    for (amount, message) in [
        ("", "«» is not an amount"),
        ("veel", "«veel» is not an amount"),
        ("-1", "«-1» is not an amount"),
        ("1e5", "«1e5» is not an amount"),
        ("1.000,00", "«1.000,00» is not an amount"),
        (
            "100.000",
            "«100.000» may mean thousands or decimals; write it with two decimals or none",
        ),
        (
            "1,000",
            "«1,000» may mean thousands or decimals; write it with two decimals or none",
        ),
        ("0.005", "«0.005» is finer than a hundredth"),
        (
            "10000000000001",
            "«10000000000001» makes more money than can be counted",
        ),
        (
            "99999999999999999999999",
            "«99999999999999999999999» makes more money than can be counted",
        ),
    ] {
        let text = file(
            "approval",
            &format!("project_id;cost\na;{amount}"),
            "voter_id;vote",
        );
        says(&text, &format!("line 7, cost: {message}"));
    }
    says(
        &FILE.replace("100.50", "veel"),
        "line 4, budget: «veel» is not an amount",
    );
}

#[test]
fn the_sum_of_all_money_has_a_limit() {
    let most = MAX_SUM.as_cents() / 100 - 100;
    let text = |more: u64| {
        let projects = format!("project_id;cost\na;{most}\nb;{more}");
        file("approval", &projects, "voter_id;vote")
    };
    good(&text(0));
    assert!(matches!(bad(&text(1)).what, What::TooMuch(_)));
}
