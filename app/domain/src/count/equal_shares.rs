//! The Method of Equal Shares: every voter has an equal share of the budget and pays for what they support.
//!
//! README.md#equal-shares; Peters, Pierczyński and Skowron, "Proportional Participatory Budgeting with Additive
//! Utilities" (2021). Raising the share looks at every step of the rule's grid, but counts only where the winners can
//! differ: [`Run::along`] proves that they cannot in between.

mod exact_wallets;
mod explain;
mod leap;
mod price;
mod run;
mod wallets;

use super::{
    CountFault,
    allocation::{Allocation, ShareEnd, Shares},
    ballots::ProjectIndex,
    by_votes,
    certificate::Certificate,
    contest::Contest,
    fraction::Fraction,
    rule::{ByVotes, Comparison, Completion, EqualShares, Order, Start, Stop},
};
use run::Run;

/// So many runs, one for each leap that is tried, and the count gives up; a lock against rules that never end.
const MAX_RUNS: u32 = 1_000_000;

/// The shares that a rule looks at: `(first + at × step) / parts`, in cents.
struct Grid {
    first: u128,
    step: u128,
    parts: u128,
}

/// A share at which the count ends, and why it ends there.
struct Ending {
    start: Fraction,
    share: Fraction,
    end: ShareEnd,
    winners: Vec<usize>,
}

/// Counts and explains.
pub fn count(
    contest: &Contest<'_>,
    rule: EqualShares,
    with_certificate: bool,
) -> Result<(Allocation<ProjectIndex>, Option<Certificate>), CountFault> {
    let ending = ending(contest, rule)?;
    let is_replaced = is_replaced(contest, rule, &all_winners(contest, rule, &ending));
    let shares = Shares {
        start: ending.start.clone(),
        last: ending.share.clone(),
        end: ending.end,
        is_replaced,
    };
    let (awards, certificate) = explain::explain(contest, rule, &ending, with_certificate);
    if is_replaced {
        let by_votes = by_votes::count(contest, plain_votes(rule));
        return Ok((
            Allocation {
                shares: Some(shares),
                ..by_votes
            },
            certificate,
        ));
    }
    Ok((contest.allocation(awards, Some(shares)), certificate))
}

/// The winners alone, in the order of selection.
pub fn winners(contest: &Contest<'_>, rule: EqualShares) -> Result<Vec<usize>, CountFault> {
    let ending = ending(contest, rule)?;
    let winners = all_winners(contest, rule, &ending);
    if is_replaced(contest, rule, &winners) {
        return Ok(by_votes::winners(contest, plain_votes(rule)));
    }
    Ok(winners)
}

fn plain_votes(rule: EqualShares) -> ByVotes {
    ByVotes {
        utility: rule.utility,
        per_euro: false,
        order: Order::Skip,
    }
}

/// Those whom supporters paid for, and the top-up where the rule has one.
fn all_winners(contest: &Contest<'_>, rule: EqualShares, ending: &Ending) -> Vec<usize> {
    let mut winners = free(contest);
    winners.extend(&ending.winners);
    if rule.completion == Completion::Add1u {
        let spent: u64 = winners.iter().map(|&project| contest.cost(project)).sum();
        let left = contest.election.budget.as_cents().saturating_sub(spent);
        let top_up = by_votes::top_up(contest, |project| !winners.contains(&project), left);
        winners.extend(top_up.into_iter().map(|award| award.id as usize));
    }
    winners
}

/// Supported projects without cost, where their utility is not their cost: nobody has to pay (pabutools).
fn free(contest: &Contest<'_>) -> Vec<usize> {
    let is_free = |&project: &usize| {
        let has_utility =
            contest.profile.factor(project) > 0 && contest.profile.total(project).weight > 0;
        contest.cost(project) == 0 && has_utility
    };
    let mut free: Vec<usize> = contest.taking_part().filter(is_free).collect();
    free.sort_by_key(|&project| contest.rank(project));
    free
}

/// Raises the share until the rule says stop.
fn ending(contest: &Contest<'_>, rule: EqualShares) -> Result<Ending, CountFault> {
    let grid = Grid::new(contest, rule)?;
    let start = grid.share(0);
    let ended = |share: Fraction, end: ShareEnd, run: &Run<'_>| Ending {
        start: start.clone(),
        share,
        end,
        winners: run.steps.iter().map(|step| step.project).collect(),
    };
    let mut run = Run::at(contest, &start, |_, _| ());
    if rule.completion == Completion::None || grid.step == 0 {
        return Ok(ended(grid.share(0), ShareEnd::Fixed, &run));
    }
    let (mut at, mut leap) = (0_u128, 1_u128);
    for _ in 0..MAX_RUNS {
        if is_exhausted(contest, rule, &run) {
            return Ok(ended(grid.share(at), ShareEnd::Exhausted, &run));
        }
        if leap > 1 {
            match Run::along(contest, &grid.share(at + leap), &run.steps) {
                Ok(further) => {
                    run = further;
                    at += leap;
                    leap *= 2;
                }
                Err((part, whole)) => leap = (leap * part / whole).min(leap - 1),
            }
            continue;
        }
        let next = Run::at(contest, &grid.share(at + 1), |_, _| ());
        if next.spent() > contest.election.budget.as_cents() {
            return Ok(ended(grid.share(at), ShareEnd::Overspend, &run));
        }
        // Two alike: there may be more.
        leap = if next.is_like(&run) { 2 } else { 1 };
        run = next;
        at += 1;
    }
    Err(CountFault::TooManySteps)
}

/// Whether the share need not grow, because nothing more fits or everything is bought.
fn is_exhausted(contest: &Contest<'_>, rule: EqualShares, run: &Run<'_>) -> bool {
    if run.has_bought_all() {
        return true;
    }
    let spent = run.spent();
    let left = contest.election.budget.as_cents().saturating_sub(spent);
    let free = free(contest);
    let is_out = |project: usize| {
        !free.contains(&project) && run.steps.iter().all(|step| step.project != project)
    };
    let fits = |project: usize| contest.cost(project) <= left && is_out(project);
    let is_supported =
        |project: usize| contest.profile.total(project).weight > 0 && contest.cost(project) > 0;
    match rule.stop {
        Stop::Exhaustive => !contest
            .taking_part()
            .any(|project| is_supported(project) && fits(project)),
        Stop::ExhaustiveAll => !contest.taking_part().any(fits),
        Stop::Overspend => false,
    }
}

impl Grid {
    fn new(contest: &Contest<'_>, rule: EqualShares) -> Result<Self, CountFault> {
        let budget = u128::from(contest.election.budget.as_cents());
        let voters = u128::from(contest.voters.max(1));
        let step = u128::from(rule.step);
        if rule.step == 0 {
            return Err(CountFault::NoStep);
        }
        if u128::from(rule.step) > u128::from(u64::MAX >> 8) {
            return Err(CountFault::TooMuchMoney);
        }
        let first = match rule.start {
            Start::Exact => budget,
            Start::Floor => budget / voters / step * step * voters,
        };
        Ok(match rule.completion {
            Completion::Increase(part) => {
                // Hundredths of a percent of the budget at a time.
                Self {
                    first: first * 10_000,
                    step: budget * u128::from(part),
                    parts: voters * 10_000,
                }
            }
            Completion::None | Completion::Add1 | Completion::Add1u => Self {
                first,
                step: step * voters,
                parts: voters,
            },
        })
    }

    fn share(&self, at: u128) -> Fraction {
        Fraction::new(self.first + at * self.step, self.parts).unwrap_or_default()
    }
}

/// Whether strictly more voters prefer the count by votes (Wieliczka 2023, Świecie 2024).
fn is_replaced(contest: &Contest<'_>, rule: EqualShares, winners: &[usize]) -> bool {
    if rule.comparison == Comparison::None {
        return false;
    }
    let others = by_votes::winners(contest, plain_votes(rule));
    let won = |winners: &[usize]| {
        let mut won = vec![0_u32; contest.profile.distinct()];
        for &project in winners {
            for (ballot, _) in contest.profile.supporters(project) {
                won[ballot] += 1;
            }
        }
        won
    };
    let (mut by_shares, mut by_votes) = (0, 0);
    for (ballot, (shares, votes)) in won(winners).into_iter().zip(won(&others)).enumerate() {
        let (shares, votes) = match rule.comparison {
            Comparison::ExclusionRatio => (shares.min(1), votes.min(1)),
            Comparison::Satisfaction | Comparison::None => (shares, votes),
        };
        if shares > votes {
            by_shares += contest.profile.count(ballot);
        } else if votes > shares {
            by_votes += contest.profile.count(ballot);
        }
    }
    by_votes > by_shares
}
