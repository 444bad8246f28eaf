//! A payment certificate proves an outcome, and a changed one proves nothing.

use domain::{
    count::{
        Ballots, Broken, Certificate, Completion, CountingRule, EjrFault, Election, Fraction,
        Method, Project, ProjectIndex, Purchase, Utility, VoteType, check_ejr_plus,
        verify_certificate,
    },
    euro::Euro,
};
use proptest::{prop_assert, prop_assert_eq, prop_assume, proptest};

use crate::{
    elections::{Draft, equal_shares_cases},
    reference::{self, Scene, equal_shares, index},
};

/// The payments by definition, at the last share.
fn proven(draft: &Draft, rule: &CountingRule) -> (Certificate, Vec<bool>) {
    let election = draft.election();
    let scene = Scene::new(&election, rule, &draft.order);
    let (core, ..) = reference::count(&election, rule, &draft.order)
        .shares
        .unwrap();
    (
        equal_shares::certificate(&scene, &core),
        scene.taking_part.clone(),
    )
}

/// Four voters with a share of 20 each, two of them with the same ballot: project 0 (24) is bought by the first three
/// for 8 each, then project 1 (16) by the last two for 8 each. Project 2 (20) has the last alone, who has 12 left.
fn example() -> (Draft, Certificate) {
    let draft = Draft::approval(80, &[24, 16, 20], &[&[0], &[0], &[0, 1], &[1, 2]]);
    let rule = CountingRule::equal_shares(Completion::None);
    let (certificate, _) = proven(&draft, &rule);
    (draft, certificate)
}

fn verdict(draft: &Draft, certificate: &Certificate) -> Result<(), Broken> {
    let all = vec![true; draft.projects.len()];
    verify_certificate(&draft.election(), Utility::Cost, &all, certificate)
}

fn whole(payments: &[(u32, u128)]) -> Vec<(u32, Fraction)> {
    let of = |&(at, cents)| (at, Fraction::whole(cents));
    payments.iter().map(of).collect()
}

fn exact(text: &str) -> Fraction {
    text.parse().unwrap()
}

fn buy(project: ProjectIndex, rate: &str) -> Purchase {
    let rate = exact(rate);
    Purchase { project, rate }
}

#[test]
fn the_certificate_of_the_example_is_proven() {
    let (draft, certificate) = example();
    assert_eq!(certificate.share, Fraction::whole(20));
    assert_eq!(
        certificate.payments,
        [whole(&[(0, 8)]), whole(&[(0, 8), (1, 8)]), whole(&[(1, 8)])]
    );
    assert_eq!(verdict(&draft, &certificate), Ok(()));
}

#[test]
fn c1_nobody_spends_more_than_the_share_or_less_than_nothing() {
    let (draft, certificate) = example();
    for amount in ["21", "-1"] {
        let mut changed = certificate.clone();
        changed.payments[0][0].1 = amount.parse().unwrap();
        assert_eq!(
            verdict(&draft, &changed),
            Err(Broken::Spending { ballot: 0 }),
            "{amount}"
        );
    }
}

#[test]
fn c2_a_voter_pays_for_no_project_they_do_not_support() {
    let (draft, mut certificate) = example();
    certificate.payments[0] = whole(&[(0, 8), (1, 8)]);
    assert_eq!(
        verdict(&draft, &certificate),
        Err(Broken::Unsupported {
            project: 1,
            ballot: 0
        })
    );
}

#[test]
fn c3_a_winner_is_paid_exactly_its_cost() {
    let (draft, mut certificate) = example();
    // Everybody pays what this rate asks, but it asks too little.
    certificate.bought[0].rate = Fraction::new(7, 24).unwrap();
    certificate.payments[0] = whole(&[(0, 7)]);
    certificate.payments[1] = whole(&[(0, 7), (1, 8)]);
    assert_eq!(
        verdict(&draft, &certificate),
        Err(Broken::NotItsCost {
            project: 0,
            paid: Fraction::whole(21)
        })
    );
}

#[test]
fn c4_no_loser_has_supporters_with_enough_left() {
    let (draft, mut certificate) = example();
    certificate.bought.truncate(1);
    for payments in &mut certificate.payments {
        payments.retain(|&(at, _)| at == 0);
    }
    let left = Fraction::whole(32);
    assert_eq!(
        verdict(&draft, &certificate),
        Err(Broken::Affordable { project: 1, left })
    );
    // What was set aside before the count is owed nothing, and cannot be bought.
    let (election, set_aside) = (draft.election(), [true, false, false]);
    let verify =
        |certificate| verify_certificate(&election, Utility::Cost, &set_aside, certificate);
    assert_eq!(verify(&certificate), Ok(()));
    assert_eq!(verify(&example().1), Err(Broken::CannotBeBought(1)));
}

#[test]
fn c5_everybody_pays_the_price_or_all_they_have() {
    let (draft, certificate) = example();
    let due = |project, ballot, cents| {
        let due = Fraction::whole(cents);
        Err(Broken::NotTheRate {
            project,
            ballot,
            due,
        })
    };
    let mut changed = certificate.clone();
    changed.payments[0] = whole(&[(0, 9)]);
    changed.payments[1] = whole(&[(0, 6), (1, 8)]);
    assert_eq!(verdict(&draft, &changed), due(0, 0, 8));
    let mut changed = certificate.clone();
    changed.payments[1].remove(1);
    assert_eq!(verdict(&draft, &changed), due(1, 1, 8));
    let mut changed = certificate;
    changed.payments[2][0].1 = "23/3".parse().unwrap();
    assert_eq!(verdict(&draft, &changed), due(1, 2, 8));
}

#[test]
fn c6_a_later_winner_has_no_lower_rate() {
    // Two groups, each with its own project: 12 from two voters, 12 from three.
    let draft = Draft::approval(60, &[12, 12], &[&[0], &[0], &[1], &[1], &[1]]);
    let (mut certificate, _) = proven(&draft, &CountingRule::equal_shares(Completion::None));
    assert_eq!(certificate.bought[0].project, 1);
    assert_eq!(verdict(&draft, &certificate), Ok(()));
    certificate.bought.reverse();
    for payments in &mut certificate.payments {
        payments[0].0 = 1 - payments[0].0;
    }
    assert_eq!(
        verdict(&draft, &certificate),
        Err(Broken::PassedOver {
            project: 1,
            bought: 0
        })
    );
}

#[test]
fn c6_a_project_is_not_passed_over_though_rates_rise() {
    // Six voters, one of them blank, with 10/3 each. Project 0 has five supporters, so a rate of 1/5, and goes first.
    let choices: &[&[ProjectIndex]] = &[&[0, 1, 2], &[0, 1, 2], &[0, 2], &[0, 2], &[0]];
    let draft = Draft::approval(20, &[9, 4, 7], choices);
    // Here project 2 was bought first, at 1/4, and then project 0 at 8/27: C1 to C5 hold, and so does EJR+.
    let paid = |choices: &[ProjectIndex]| match choices.contains(&2) {
        true => vec![(0, exact("7/4")), (1, exact("19/12"))],
        false => vec![(1, exact("8/3"))],
    };
    let certificate = Certificate {
        share: exact("10/3"),
        bought: vec![buy(2, "1/4"), buy(0, "8/27")],
        payments: draft
            .election()
            .ballots
            .iter()
            .map(|ballot| paid(ballot.choices))
            .collect(),
    };
    assert_eq!(
        verdict(&draft, &certificate),
        Err(Broken::PassedOver {
            project: 0,
            bought: 2
        })
    );
}

#[test]
fn c6_supporters_who_gave_all_at_a_lower_rate_are_passed_over() {
    // Voters 0 and 1 have spent 6 of 10 on project 0, and can just pay the 8 of project 1 with all they have left: at a
    // rate of 1/2. Project 2 has one supporter, who pays all 9 of it, at a rate of 1.
    let draft = Draft::approval(30, &[12, 8, 9], &[&[0, 1], &[0, 1], &[2]]);
    let (mut certificate, _) = proven(&draft, &CountingRule::equal_shares(Completion::None));
    assert_eq!(verdict(&draft, &certificate), Ok(()));
    certificate.bought = vec![buy(0, "1/2"), buy(2, "1"), buy(1, "1")];
    certificate.payments = vec![whole(&[(0, 6), (2, 4)]), whole(&[(1, 9)])];
    assert_eq!(
        verdict(&draft, &certificate),
        Err(Broken::PassedOver {
            project: 1,
            bought: 2
        })
    );
}

#[test]
fn a_certificate_that_does_not_fit_the_election_is_refused() {
    let (draft, certificate) = example();
    let mut fewer = certificate.clone();
    fewer.payments.pop();
    assert_eq!(verdict(&draft, &fewer), Err(Broken::Shape { ballot: 2 }));
    let mut twice = certificate.clone();
    twice.payments[0] = whole(&[(0, 4), (0, 4)]);
    assert_eq!(verdict(&draft, &twice), Err(Broken::Shape { ballot: 0 }));
    let mut unknown = certificate.clone();
    unknown.payments[2][0].0 = 2;
    assert_eq!(verdict(&draft, &unknown), Err(Broken::Shape { ballot: 2 }));
    let mut elsewhere = certificate.clone();
    elsewhere.bought[0].project = 3;
    assert_eq!(verdict(&draft, &elsewhere), Err(Broken::CannotBeBought(3)));
    let mut again = certificate.clone();
    again.bought[1].project = 0;
    assert_eq!(verdict(&draft, &again), Err(Broken::CannotBeBought(0)));
    let poorer = Draft {
        budget: 39,
        ..draft
    };
    assert_eq!(verdict(&poorer, &certificate), Err(Broken::OverBudget));
}

#[test]
fn winners_by_votes_may_owe_a_minority_a_project() {
    // Seven of ten voters take all four places; the other three could pay for one out of their shares.
    let mut ballots = vec![&[0, 1, 2, 3][..]; 7];
    ballots.extend([&[4][..]; 3]);
    let draft = Draft::approval(40, &[10; 5], &ballots);
    let check = |winners: &[ProjectIndex]| {
        let share = Fraction::whole(4);
        check_ejr_plus(
            &draft.election(),
            Utility::Cost,
            &share,
            winners,
            &[true; 5],
        )
    };
    assert_eq!(check(&[0, 1, 2, 4]), Ok(()));
    let Err(EjrFault::Violation(owed)) = check(&[0, 1, 2, 3]) else {
        panic!("three voters with twelve are owed the ten of project 4");
    };
    assert_eq!((owed.project, owed.voters, owed.most), (4, 3, 10));
    assert_eq!(owed.due, Fraction::whole(12));
}

proptest! {
    #[test]
    fn the_payments_by_definition_are_proven((draft, rule) in equal_shares_cases()) {
        let (certificate, taking_part) = proven(&draft, &rule);
        let verdict = verify_certificate(
            &draft.election(), rule.utility(), &taking_part, &certificate,
        );
        prop_assert_eq!(verdict, Ok(()));
    }

    #[test]
    fn a_certificate_without_its_last_winner_proves_nothing((draft, rule) in equal_shares_cases()) {
        let (mut certificate, taking_part) = proven(&draft, &rule);
        let last = certificate.bought.pop().filter(|last| !last.rate.is_zero());
        prop_assume!(last.is_some());
        let bought = u32::try_from(certificate.bought.len()).unwrap();
        for payments in &mut certificate.payments {
            payments.retain(|&(at, _)| at < bought);
        }
        let verdict = verify_certificate(
            &draft.election(), rule.utility(), &taking_part, &certificate,
        );
        prop_assert!(matches!(verdict, Err(Broken::Affordable { .. })), "{verdict:?}");
    }

    #[test]
    fn equal_shares_by_definition_owes_nobody_a_project((draft, rule) in equal_shares_cases()) {
        let Method::EqualShares(how) = rule.method else { return Ok(()); };
        let election = draft.election();
        let scene = Scene::new(&election, &rule, &draft.order);
        let core = equal_shares::raise(&scene, &how).0;
        let first = equal_shares::first_share(&scene, &how);
        let winners: Vec<ProjectIndex> = core.winners.iter().map(|&p| index(p)).collect();
        let verdict = check_ejr_plus(
            &election, how.utility, &first.into(), &winners, &scene.taking_part,
        );
        prop_assert_eq!(verdict, Ok(()));
    }
}

#[test]
fn c6_points_weigh_when_somebody_is_passed_over() {
    // Voter 0 gives 4 points to project 0 of 6: a rate of 3/2. Project 1 of 2 has one point, so a rate of 2.
    let mut ballots = Ballots::new(VoteType::Scoring);
    ballots.add(&[0], &[4], 1).unwrap();
    ballots.add(&[1], &[1], 1).unwrap();
    let election = Election {
        budget: Euro::cents(20),
        projects: [6, 2]
            .map(|cents| Project {
                cost: Euro::cents(cents),
                places: 1,
            })
            .to_vec(),
        ballots,
    };
    let verify = |bought: [Purchase; 2], payments: [Vec<(u32, Fraction)>; 2]| {
        let certificate = Certificate {
            share: Fraction::whole(10),
            bought: bought.to_vec(),
            payments: payments.to_vec(),
        };
        verify_certificate(&election, Utility::Score, &[true; 2], &certificate)
    };
    let of = |first: u32, second: u32| [whole(&[(first, 6)]), whole(&[(second, 2)])];
    assert_eq!(verify([buy(0, "3/2"), buy(1, "2")], of(0, 1)), Ok(()));
    assert_eq!(
        verify([buy(1, "2"), buy(0, "3/2")], of(1, 0)),
        Err(Broken::PassedOver {
            project: 0,
            bought: 1
        })
    );
}
