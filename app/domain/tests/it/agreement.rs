//! The engine counts what the definitions say.

use domain::{
    count::{
        Allocation, Certificate, Completion, CountingRule, EqualShares, Fraction, Method,
        ProjectIndex, Purchase, ShareEnd, Shortage, Start, Stop, Tie, Why, count,
        count_with_certificate, verify_certificate,
    },
    euro::Euro,
};
use num_rational::BigRational;
use proptest::{
    collection::vec, prelude::ProptestConfig, prop_assert, prop_assert_eq, proptest,
    test_runner::TestCaseError,
};

use crate::{
    elections::{Draft, cases, equal_shares_cases},
    reference::{
        self, Outcome, Scene,
        equal_shares::{self, Core},
    },
};

/// Who wins, in the order of selection, each with what it gets.
fn winners(allocation: &Allocation<ProjectIndex>) -> Vec<(ProjectIndex, u64)> {
    allocation
        .winners()
        .map(|award| (award.id, award.granted.as_cents()))
        .collect()
}

/// The shares of engine and definition, each as (last, why it ended, whether the count by votes was preferred).
fn shares(allocation: &Allocation<ProjectIndex>) -> Option<(String, ShareEnd, bool)> {
    let shares = allocation.shares.as_ref()?;
    Some((shares.last.to_string(), shares.end, shares.is_replaced))
}

fn expected_shares(outcome: &Outcome) -> Option<(String, ShareEnd, bool)> {
    let (core, end, is_replaced) = outcome.shares.as_ref()?;
    Some((core.share.to_string(), *end, *is_replaced))
}

/// How the supporters of a winner paid by definition: price, in full, in part, nothing, and their money before it.
fn expected_payment(scene: &Scene<'_>, core: &Core, at: usize) -> (String, [usize; 3], String) {
    let won = core.winners[at];
    let price = |voter| &core.rates[at] * scene.utility(voter, won);
    let supporters = || scene.voters().filter(|&voter| scene.supports(voter, won));
    let paid = |voter: usize| &core.payments[at][voter];
    let zero = reference::ratio(0);
    let full = supporters()
        .filter(|&voter| *paid(voter) == price(voter))
        .count();
    let nothing = supporters().filter(|&voter| *paid(voter) == zero).count();
    let part = supporters().count() - full - nothing;
    let money: BigRational = supporters().map(|voter| wallet(core, at, voter)).sum();
    let first = supporters().map(price).min().unwrap();
    (first.to_string(), [full, part, nothing], money.to_string())
}

/// How many had the same rate as a winner, and what put it before the one it was hardest to tell from, by definition.
fn expected_tie(scene: &Scene<'_>, core: &Core, at: usize) -> (usize, Option<Tie>) {
    let won = core.winners[at];
    let (cost, votes, _) = scene.tie_key(won);
    let others = core.tied[at].iter().filter(|&&p| p != won);
    let settled = others.map(|&p| match scene.tie_key(p) {
        (other, ..) if other != cost => Tie::Cost,
        (_, other, _) if other != votes => Tie::Votes,
        _ => Tie::Lot,
    });
    (core.tied[at].len(), settled.max())
}

/// What a voter has left before this purchase.
fn wallet(core: &Core, before: usize, voter: usize) -> BigRational {
    let paid: BigRational = core.payments[..before]
        .iter()
        .map(|of| of[voter].clone())
        .sum();
    &core.share - paid
}

/// What the supporters of a loser lacked by definition.
fn expected_shortage(scene: &Scene<'_>, core: &Core, lost: usize) -> Shortage {
    let supporters: Vec<usize> = scene
        .voters()
        .filter(|&i| scene.supports(i, lost))
        .collect();
    let cost = reference::ratio(scene.cost(lost));
    let exact = |amount: &BigRational| amount.to_string().parse::<Fraction>().unwrap();
    let last = core.winners.len();
    let left: BigRational = supporters
        .iter()
        .map(|&voter| wallet(core, last, voter))
        .sum();
    let part_of_cost =
        |money: &BigRational| exact(&(money * reference::ratio(100) / &cost)).floor();
    let would_pay = |at: usize| -> BigRational {
        let each = supporters.iter().map(|&voter| {
            wallet(core, at, voter).min(&core.rates[at] * scene.utility(voter, lost))
        });
        each.sum()
    };
    let best = (0..last)
        .map(|at| part_of_cost(&would_pay(at)))
        .max()
        .unwrap_or_default();
    let short = &cost - &left;
    let heads = reference::ratio(u64::try_from(supporters.len()).unwrap());
    let has_share = core.share > reference::ratio(0);
    Shortage {
        start: exact(&(&core.share * heads)),
        more: has_share.then(|| exact(&(&short / &core.share)).ceil()),
        support: u32::try_from(best.max(part_of_cost(&left))).unwrap(),
        left: exact(&left),
        short: exact(&short),
    }
}

/// Every reason that the engine gives under Equal Shares is that of the definition.
fn agree_on_reasons(draft: &Draft, rule: &CountingRule) -> Result<(), TestCaseError> {
    let election = draft.election();
    let scene = Scene::new(&election, rule, &draft.order);
    let outcome = reference::count(&election, rule, &draft.order);
    let Some((core, _, false)) = outcome.shares else {
        return Ok(());
    };
    let allocation = count(&election, rule, &draft.order).unwrap();
    let mut bought = (0..core.winners.len()).filter(|&at| scene.cost(core.winners[at]) > 0);
    for award in &allocation.awards {
        match &award.why {
            Why::Paid(paid) => {
                let at = bought.next().unwrap();
                let (price, groups, money) = expected_payment(&scene, &core, at);
                let told =
                    [paid.full, paid.partial, paid.broke].map(|n| usize::try_from(n).unwrap());
                prop_assert_eq!(told, groups);
                prop_assert_eq!(paid.money.to_string(), money);
                let tied = usize::try_from(paid.tied).unwrap();
                prop_assert_eq!((tied, award.tie), expected_tie(&scene, &core, at));
                if scene.total(award.id as usize) == award.votes {
                    prop_assert_eq!(paid.price.to_string(), price);
                }
            }
            Why::Poor(shortage)
            | Why::TopUp {
                shortage: Some(shortage),
                ..
            } => {
                let expected = expected_shortage(&scene, &core, award.id as usize);
                prop_assert_eq!(shortage, &expected);
            }
            _ => {}
        }
    }
    prop_assert_eq!(bought.next(), None);
    Ok(())
}

/// The same election in amounts near the largest that can be counted, each some cents off: what was equal is now
/// nearly equal, and the engine's 64 bits leave few below the cent.
fn enlarge(draft: &mut Draft, rule: &mut CountingRule, cents: &[u64]) {
    const TIMES: u64 = 3_000_000_000_000;
    draft.budget *= TIMES;
    for ((cost, _), more) in draft.projects.iter_mut().zip(cents) {
        *cost = *cost * TIMES + more;
    }
    if let Method::EqualShares(how) = &mut rule.method {
        how.step *= TIMES;
    }
}

fn how(method: Method) -> EqualShares {
    method.equal_shares().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn the_winners_are_those_of_the_definition((draft, rule) in cases()) {
        let election = draft.election();
        let outcome = reference::count(&election, &rule, &draft.order);
        let allocation = count(&election, &rule, &draft.order).unwrap();
        let alone = domain::count::winners(&election, &rule, &draft.order).unwrap();
        let explained: Vec<ProjectIndex> = allocation.winners().map(|award| award.id).collect();
        prop_assert_eq!(alone, explained);
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
    fn every_reason_under_equal_shares_is_that_of_the_definition((draft, rule) in equal_shares_cases()) {
        agree_on_reasons(&draft, &rule)?;
    }

    #[test]
    fn wallets_that_spans_cannot_tell_apart_are_counted_exactly(
        (mut draft, mut rule) in equal_shares_cases(), cents in vec(0_u64..=2, 8)
    ) {
        enlarge(&mut draft, &mut rule, &cents);
        let election = draft.election();
        let outcome = reference::count(&election, &rule, &draft.order);
        let allocation = count(&election, &rule, &draft.order).unwrap();
        prop_assert_eq!(winners(&allocation), outcome.winners.clone());
        prop_assert_eq!(shares(&allocation), expected_shares(&outcome));
        agree_on_reasons(&draft, &rule)?;
    }

    #[test]
    fn every_load_under_phragmen_is_that_of_the_definition((draft, mut rule) in cases()) {
        rule.method = Method::Phragmen;
        let election = draft.election();
        let outcome = reference::count(&election, &rule, &draft.order);
        let allocation = count(&election, &rule, &draft.order).unwrap();
        let loads = allocation.awards.iter().filter_map(|award| match &award.why {
            Why::Load { load } => Some(load.to_string()),
            _ => None,
        });
        let expected: Vec<String> = outcome.loads.iter().map(ToString::to_string).collect();
        prop_assert_eq!(loads.collect::<Vec<_>>(), expected);
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
        let is_paid = |project: ProjectIndex| scene.cost(project as usize) > 0;
        let bought: Vec<ProjectIndex> =
            certificate.bought.iter().map(|one| one.project).filter(|&one| is_paid(one)).collect();
        let paid = allocation
            .winners()
            .filter(|award| is_paid(award.id) && matches!(award.why, Why::Paid(_)));
        prop_assert_eq!(paid.map(|award| award.id).collect::<Vec<_>>(), bought);
        let (core, _) = equal_shares::raise(&scene, &how(rule.method));
        let expected = equal_shares::certificate(&scene, &core);
        let rates = |certificate: &Certificate| -> Vec<Purchase> {
            certificate.bought.iter().filter(|one| is_paid(one.project)).cloned().collect()
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
            let won: Vec<ProjectIndex> = run.winners.iter().map(|&p| reference::index(p)).collect();
            let paid: Vec<ProjectIndex> = allocation.winners().map(|award| award.id).collect();
            prop_assert_eq!(won, paid);
        }
    }
}
