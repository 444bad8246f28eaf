//! What each rule promises, and no more: what a completed count does not keep is not tested
//! (src/count/README.md#promises).

use domain::count::{
    Blank, ByVotes, Comparison, Completion, CountingRule, EqualShares, Method, Order, ProjectIndex,
    Start, Stop, VoteType, count,
};
use proptest::{
    prelude::{Just, Strategy, any},
    prop_assert, prop_assert_eq, prop_assume, prop_oneof, proptest,
    sample::Index,
};

use crate::{
    elections::{Draft, cases, drafts, rules_of, utilities, vote_types},
    reference::{self, Scene},
};

/// Who wins, in the order of selection, each with what it gets.
pub fn winners(draft: &Draft, rule: &CountingRule) -> Vec<(ProjectIndex, u64)> {
    let allocation = count(&draft.election(), rule, &draft.order).unwrap();
    let winners = allocation.winners();
    winners
        .map(|award| (award.id, award.granted.as_cents()))
        .collect()
}

pub fn wins(draft: &Draft, rule: &CountingRule, project: ProjectIndex) -> bool {
    winners(draft, rule).iter().any(|&(won, _)| won == project)
}

fn granted(winners: &[(ProjectIndex, u64)]) -> u64 {
    winners.iter().map(|&(_, granted)| granted).sum()
}

/// Equal Shares at a share that does not grow.
fn fixed_shares(vote_type: VoteType) -> impl Strategy<Value = Method> {
    utilities(vote_type).prop_map(|utility| {
        Method::EqualShares(EqualShares {
            utility,
            start: Start::Exact,
            completion: Completion::None,
            stop: Stop::Exhaustive,
            step: 1,
            comparison: Comparison::None,
        })
    })
}

/// The rules that are monotone: by votes, Equal Shares at a fixed share, and Phragmén.
fn plain_rules(vote_type: VoteType) -> impl Strategy<Value = CountingRule> {
    let by_votes = (utilities(vote_type), any::<bool>()).prop_map(|(utility, per_euro)| {
        Method::ByVotes(ByVotes {
            utility,
            per_euro,
            order: Order::Skip,
        })
    });
    rules_of(prop_oneof![
        by_votes,
        fixed_shares(vote_type),
        Just(Method::Phragmen)
    ])
}

fn plain_cases() -> impl Strategy<Value = (Draft, CountingRule)> {
    vote_types().prop_flat_map(|vote_type| (drafts(vote_type), plain_rules(vote_type)))
}

fn plain_approval_cases() -> impl Strategy<Value = (Draft, CountingRule)> {
    (drafts(VoteType::Approval), plain_rules(VoteType::Approval))
}

/// Whether a project that takes part and did not win fits what is left.
fn something_still_fits(
    draft: &Draft,
    rule: &CountingRule,
    winners: &[(ProjectIndex, u64)],
) -> bool {
    let election = draft.election();
    let scene = Scene::new(&election, rule, &draft.order);
    let left = draft.budget - granted(winners);
    scene
        .projects()
        .filter(|&p| scene.taking_part[p] && scene.cost(p) <= left)
        .any(|p| winners.iter().all(|&(won, _)| won != reference::index(p)))
}

proptest! {
    #[test]
    fn grants_never_exceed_the_budget((draft, rule) in cases()) {
        let winners = winners(&draft, &rule);
        prop_assert!(granted(&winners) <= draft.budget);
        for &(project, granted) in &winners {
            prop_assert!(granted <= draft.projects[project as usize].0);
            prop_assert_eq!(winners.iter().filter(|(other, _)| *other == project).count(), 1);
        }
    }

    #[test]
    fn by_votes_or_a_top_up_leaves_no_project_that_fits((draft, rule) in cases()) {
        let is_exhaustive = match rule.method {
            Method::ByVotes(how) => how.order != Order::Stop,
            Method::EqualShares(how) => how.completion == Completion::Add1u,
            Method::Phragmen => false,
        };
        prop_assume!(is_exhaustive);
        let winners = winners(&draft, &rule);
        prop_assert!(!something_still_fits(&draft, &rule, &winners), "{winners:?}");
    }

    #[test]
    fn the_voter_of_a_ballot_does_not_matter(
        (draft, rule, ballots) in cases().prop_flat_map(|(draft, rule)| {
            let shuffled = Just(draft.ballots.clone()).prop_shuffle();
            (Just(draft), Just(rule), shuffled)
        })
    ) {
        let shuffled = Draft { ballots, ..draft.clone() };
        prop_assert_eq!(winners(&draft, &rule), winners(&shuffled, &rule));
    }

    #[test]
    fn the_order_of_ticks_on_a_ballot_does_not_matter((draft, rule) in cases()) {
        prop_assume!(draft.vote_type != VoteType::Ordinal);
        let mut reversed = draft.clone();
        for ballot in &mut reversed.ballots {
            ballot.reverse();
        }
        prop_assert_eq!(draft.election(), reversed.election());
        prop_assert_eq!(winners(&draft, &rule), winners(&reversed, &rule));
    }

    #[test]
    fn the_order_of_projects_does_not_matter((draft, rule) in cases()) {
        // Only the order that settles ties does, and that moves along with the projects.
        let last = ProjectIndex::try_from(draft.projects.len() - 1).unwrap();
        let mut turned = draft.clone();
        turned.projects.reverse();
        turned.order.reverse();
        for (choice, _) in turned.ballots.iter_mut().flatten() {
            *choice = last - *choice;
        }
        let back: Vec<_> =
            winners(&turned, &rule).into_iter().map(|(won, granted)| (last - won, granted)).collect();
        prop_assert_eq!(winners(&draft, &rule), back);
    }

    #[test]
    fn the_coin_in_which_money_is_counted_does_not_matter((draft, rule) in cases(), coin in 2_u64..=7) {
        let mut finer = draft.clone();
        finer.budget *= coin;
        for (cost, _) in &mut finer.projects {
            *cost *= coin;
        }
        let mut finer_rule = rule;
        if let Method::EqualShares(how) = &mut finer_rule.method {
            how.step *= coin;
        }
        let scaled: Vec<_> =
            winners(&draft, &rule).into_iter().map(|(won, granted)| (won, granted * coin)).collect();
        prop_assert_eq!(scaled, winners(&finer, &finer_rule));
    }

    #[test]
    fn doubling_every_voter_changes_nothing((draft, rule) in plain_cases()) {
        let mut doubled = draft.clone();
        doubled.ballots.extend(draft.ballots.clone());
        prop_assert_eq!(winners(&draft, &rule), winners(&doubled, &rule));
    }

    #[test]
    fn a_winner_with_a_supporter_more_still_wins((mut draft, rule) in plain_approval_cases(), which in any::<Index>()) {
        // Who chose nothing may be no voter yet, so they are left out.
        draft.ballots.retain(|ballot| !ballot.is_empty());
        let supporters_more: Vec<(usize, ProjectIndex)> = winners(&draft, &rule)
            .into_iter()
            .flat_map(|(won, _)| (0..draft.ballots.len()).map(move |voter| (voter, won)))
            .filter(|&(voter, won)| !draft.ballots[voter].contains(&(won, 1)))
            .collect();
        if supporters_more.is_empty() {
            return Ok(());
        }
        let (voter, won) = supporters_more[which.index(supporters_more.len())];
        draft.ballots[voter].push((won, 1));
        prop_assert!(wins(&draft, &rule, won), "{won}");
    }

    #[test]
    fn a_winner_that_becomes_cheaper_still_wins(
        (mut draft, rule) in plain_approval_cases(), which in any::<Index>()
    ) {
        let won = winners(&draft, &rule);
        prop_assume!(!won.is_empty());
        let (winner, _) = won[which.index(won.len())];
        let (cost, places) = &mut draft.projects[winner as usize];
        prop_assume!(*cost > u64::from(*places));
        *cost -= u64::from(*places);
        prop_assert!(wins(&draft, &rule, winner), "{winner} of {won:?}");
    }

    #[test]
    fn phragmen_keeps_its_winners_when_there_is_more_money(
        draft in drafts(VoteType::Approval), rule in rules_of(Just(Method::Phragmen))
    ) {
        // What now is no longer dearer than the whole budget takes part, and then anything may change.
        prop_assume!(draft.projects.iter().all(|&(cost, _)| cost != draft.budget + 1));
        let richer = Draft { budget: draft.budget + 1, ..draft.clone() };
        let more = winners(&richer, &rule);
        for winner in winners(&draft, &rule) {
            prop_assert!(more.contains(&winner), "{winner:?} not in {more:?}");
        }
    }

    #[test]
    fn a_blank_ballot_that_is_turnout_only_changes_nothing((mut draft, mut rule) in cases()) {
        rule.blank = Blank::Turnout;
        let before = winners(&draft, &rule);
        draft.ballots.push(Vec::new());
        prop_assert_eq!(before, winners(&draft, &rule));
    }

    #[test]
    fn a_blank_ballot_changes_nothing_by_votes_and_phragmen((mut draft, mut rule) in cases()) {
        prop_assume!(!matches!(rule.method, Method::EqualShares(_)));
        (rule.blank, rule.min_share) = (Blank::Voter, 0);
        let before = winners(&draft, &rule);
        draft.ballots.push(Vec::new());
        prop_assert_eq!(before, winners(&draft, &rule));
    }

    #[test]
    fn a_copy_of_a_loser_changes_nothing(
        draft in drafts(VoteType::Approval), rule in rules_of(fixed_shares(VoteType::Approval)), which in any::<Index>()
    ) {
        let before = winners(&draft, &rule);
        let is_lost = |project: &ProjectIndex| before.iter().all(|(won, _)| won != project);
        let losers: Vec<ProjectIndex> = (0..).take(draft.projects.len()).filter(is_lost).collect();
        if losers.is_empty() {
            return Ok(());
        }
        let loser = losers[which.index(losers.len())];
        let copy = reference::index(draft.projects.len());
        let mut cloned = draft.clone();
        cloned.projects.push(draft.projects[loser as usize]);
        cloned.order.push(copy);
        for ballot in &mut cloned.ballots {
            if ballot.contains(&(loser, 1)) {
                ballot.push((copy, 1));
            }
        }
        prop_assert_eq!(before, winners(&cloned, &rule));
    }
}
