use super::*;

fn winners(counted: &Counted) -> Vec<&'static str> {
    counted
        .allocation
        .winners()
        .filter_map(|award| job(award.id))
        .map(|job| job.name)
        .collect()
}

fn gains(example: &Example, choice: CountingChoice) -> (u64, u64) {
    let marks = example.gains(example.way(choice));
    let of = |home| example.among(home, &marks).1;
    (of(Home::Street), of(Home::Square))
}

#[test]
fn every_way_of_counting_has_an_outcome_of_its_own() {
    let example = Example::count().unwrap();
    let outcome = |choice| winners(example.way(choice));
    use CountingChoice as C;
    assert_eq!(outcome(C::ByVotesSkip), ["coffee", "odd_jobs", "bicycles"]);
    assert_eq!(outcome(C::ByVotesStop), ["coffee", "odd_jobs"]);
    assert_eq!(
        outcome(C::ByVotesDivisible),
        ["coffee", "odd_jobs", "green"]
    );
    assert_eq!(outcome(C::EqualShares), ["coffee", "language"]);
    assert_eq!(
        outcome(C::EqualSharesTopUp),
        ["coffee", "language", "bicycles"]
    );
}

/// What the page says in words about the two groups.
#[test]
fn the_square_gets_nothing_by_votes_and_a_job_by_equal_shares() {
    let example = Example::count().unwrap();
    assert_eq!(gains(&example, CountingChoice::ByVotesSkip), (8, 0));
    assert_eq!(gains(&example, CountingChoice::EqualShares), (8, 4));
}

/// The page shows the rounds at the first share, with whole amounts; growing changes nothing in who wins.
#[test]
fn larger_shares_buy_nothing_more_until_they_cost_too_much() {
    let example = Example::count().unwrap();
    let grown = example.way(CountingChoice::EqualShares);
    assert_eq!(winners(example.first()), winners(grown));
    let (spent, share, extra) = example.too_much().unwrap();
    assert_eq!(spent, Euro::whole(37_000));
    assert_eq!(share, Fraction::whole(325_000));
    assert_eq!(job(extra).unwrap().name, "odd_jobs");
    assert_eq!(grown.allocation.left, Euro::whole(13_000));
}

#[test]
fn payments_are_those_of_the_certificate_and_make_up_the_cost() {
    let example = Example::count().unwrap();
    let bought = example.bought();
    let cents: Vec<_> = bought
        .iter()
        .map(|bought| {
            (
                bought.payment.price.floor(),
                bought.payment.full,
                bought.payment.partial + bought.payment.broke,
            )
        })
        .collect();
    assert_eq!(cents, [(150_000, 8, 0), (275_000, 4, 0)]);
    for step in &bought {
        let together: u64 = step.purses.iter().map(|purse| purse.paid).sum();
        let cost = example.election.projects[step.project as usize].cost;
        assert_eq!(together, cost.as_cents());
    }
    let [street, square] = [0, 11].map(|at| bought[1].purses[at]);
    assert_eq!((street.left, street.paid), (150_000, 0));
    assert_eq!((square.left, square.paid), (25_000, 275_000));
    for paid in example.payments() {
        assert_eq!(paid.amounts.len(), 1, "{} neighbours", paid.people);
    }
}
