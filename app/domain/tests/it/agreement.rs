//! The engine counts what the definitions say.

use domain::{
    count::{
        Allocation, Certificate, Completion, EqualShares, Method, Place, Purchase, ShareEnd, Start,
        Stop, Why, count, count_with_certificate, verify_certificate,
    },
    euro::Euro,
};
use proptest::{prelude::ProptestConfig, prop_assert, prop_assert_eq, proptest};

use crate::{
    elections::{cases, equal_shares_cases},
    reference::{
        self, Outcome, Scene,
        equal_shares::{self, Core},
    },
};

/// Who wins, in the order of selection, each with what it gets.
fn winners(allocation: &Allocation<Place>) -> Vec<(Place, u64)> {
    allocation
        .winners()
        .map(|award| (award.id, award.granted.as_cents()))
        .collect()
}

/// The shares of engine and definition, each as (last, why it ended, whether the count by votes was preferred).
fn shares(allocation: &Allocation<Place>) -> Option<(String, ShareEnd, bool)> {
    let shares = allocation.shares.as_ref()?;
    Some((shares.last.to_string(), shares.end, shares.is_replaced))
}

fn expected_shares(outcome: &Outcome) -> Option<(String, ShareEnd, bool)> {
    let (core, end, is_replaced) = outcome.shares.as_ref()?;
    Some((core.share.to_string(), *end, *is_replaced))
}

fn how(method: Method) -> EqualShares {
    match method {
        Method::EqualShares(how) => how,
        Method::ByVotes(_) | Method::Phragmen => panic!("only asked of Equal Shares"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn the_winners_are_those_of_the_definition((draft, rule) in cases()) {
        let election = draft.election();
        let outcome = reference::count(&election, &rule, &draft.order);
        let allocation = count(&election, &rule, &draft.order).unwrap();
        prop_assert_eq!(winners(&allocation), outcome.winners);
        prop_assert_eq!(allocation.spent().plus(allocation.left), Some(allocation.budget));
        prop_assert_eq!(allocation.awards.len(), draft.projects.len());
    }

    #[test]
    fn every_project_has_its_votes_and_points((draft, rule) in cases()) {
        let election = draft.election();
        let scene = Scene::new(&election, &rule, &draft.order);
        let allocation = count(&election, &rule, &draft.order).unwrap();
        prop_assert_eq!(allocation.voters, u64::try_from(scene.voters().len()).unwrap());
        for award in &allocation.awards {
            let p = award.id as usize;
            let votes = u64::try_from(scene.votes(p)).unwrap();
            prop_assert_eq!((award.votes, award.points), (votes, scene.total(p)));
            prop_assert_eq!(award.cost, Euro::cents(scene.cost(p)));
            let is_aside = matches!(
                award.why,
                Why::NoVotes | Why::TooDear { .. } | Why::TooFewVotes { .. }
            );
            prop_assert!(scene.taking_part[p] || is_aside, "{:?}", award);
        }
    }

    #[test]
    fn the_share_grows_as_by_definition((draft, rule) in equal_shares_cases()) {
        let election = draft.election();
        let outcome = reference::count(&election, &rule, &draft.order);
        let allocation = count(&election, &rule, &draft.order).unwrap();
        prop_assert_eq!(shares(&allocation), expected_shares(&outcome));
    }

    #[test]
    fn every_outcome_of_equal_shares_is_proven((draft, rule) in equal_shares_cases()) {
        let election = draft.election();
        let scene = Scene::new(&election, &rule, &draft.order);
        let (allocation, certificate) =
            count_with_certificate(&election, &rule, &draft.order).unwrap();
        if allocation.shares.as_ref().is_some_and(|shares| shares.is_replaced) {
            return Ok(());
        }
        let certificate = certificate.unwrap();
        let verdict = verify_certificate(
            &election, rule.utility(), &scene.taking_part, &certificate,
        );
        prop_assert_eq!(verdict, Ok(()));
        // The winners that were paid for are those bought, in the same order; the others topped up. Whether what
        // costs nothing is listed too, at rate 0, proves nothing either way.
        let is_paid = |place: Place| scene.cost(place as usize) > 0;
        let bought: Vec<Place> =
            certificate.bought.iter().map(|one| one.place).filter(|&one| is_paid(one)).collect();
        let paid = allocation
            .winners()
            .filter(|award| is_paid(award.id) && matches!(award.why, Why::Paid(_)));
        prop_assert_eq!(paid.map(|award| award.id).collect::<Vec<_>>(), bought);
        let (core, _) = equal_shares::raise(&scene, &how(rule.method));
        let expected = equal_shares::certificate(&scene, &core);
        let rates = |certificate: &Certificate| -> Vec<Purchase> {
            certificate.bought.iter().filter(|one| is_paid(one.place)).cloned().collect()
        };
        prop_assert_eq!(&certificate.share, &expected.share);
        prop_assert_eq!(rates(&certificate), rates(&expected));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn leaps_over_many_small_steps_come_down_where_the_steps_do((mut draft, mut rule) in equal_shares_cases()) {
        let Method::EqualShares(how) = &mut rule.method else { return Ok(()); };
        how.step = 1;
        draft.budget *= 11;
        for (cost, _) in &mut draft.projects {
            *cost *= 11;
        }
        let election = draft.election();
        let outcome = reference::count(&election, &rule, &draft.order);
        let allocation = count(&election, &rule, &draft.order).unwrap();
        prop_assert_eq!(shares(&allocation), expected_shares(&outcome));
        prop_assert_eq!(winners(&allocation), outcome.winners);
    }

    #[test]
    fn add1_is_the_last_run_on_the_grid_that_fits_the_budget((draft, mut rule) in equal_shares_cases()) {
        let Method::EqualShares(how) = &mut rule.method else { return Ok(()); };
        (how.completion, how.stop, how.start) = (Completion::Add1, Stop::Overspend, Start::Exact);
        let how = *how;
        let election = draft.election();
        let scene = Scene::new(&election, &rule, &draft.order);
        let allocation = count(&election, &rule, &draft.order).unwrap();
        let shares = allocation.shares.clone().unwrap();
        let first = equal_shares::first_share(&scene, &how);
        let mut run: Core = equal_shares::core(&scene, &first);
        let mut steps = 0;
        while run.share.to_string() != shares.last.to_string() {
            prop_assert!(equal_shares::spent(&scene, &run) <= draft.budget);
            steps += 1;
            prop_assert!(steps <= 1_000, "the last share is not on the grid");
            run = equal_shares::core(&scene, &(&run.share + reference::ratio(how.step)));
        }
        let next = equal_shares::core(&scene, &(&run.share + reference::ratio(how.step)));
        let is_over = equal_shares::spent(&scene, &next) > draft.budget;
        prop_assert_eq!(is_over, shares.end == ShareEnd::Overspend);
        if !shares.is_replaced {
            let won: Vec<Place> = run.winners.iter().map(|&p| reference::place(p)).collect();
            let paid: Vec<Place> = allocation.winners().map(|award| award.id).collect();
            prop_assert_eq!(won, paid);
        }
    }
}
