//! Counting by votes: most votes first, in the ways Dutch neighbourhoods use (README.md#by-votes).

use std::cmp::Ordering;

use super::{
    allocation::{Allocation, Award, Tie, Why},
    ballots::ProjectIndex,
    contest::Contest,
    rule::{ByVotes, Order},
};
use crate::euro::Euro;

/// One project when its turn came.
struct Turn {
    project: usize,
    left: u64,
    granted: u64,
    places: u32,
    is_stopped: bool,
}

/// Divides the budget by votes.
pub fn count(contest: &Contest<'_>, rule: ByVotes) -> Allocation<ProjectIndex> {
    let (ranking, turns) = all_turns(contest, rule);
    let won = winning(contest, &turns);
    let awards = turns
        .iter()
        .enumerate()
        .map(|(at, turn)| {
            let why = why(contest, rule, &ranking, &turns, at);
            let tie = tie(contest, rule.per_euro, &ranking, at, |project| {
                won.contains(&project)
            });
            Award {
                places: turn.places,
                ..contest.award(turn.project, turn.granted, why, tie)
            }
        })
        .collect();
    contest.allocation(awards, None)
}

/// The winners alone, in the order of selection.
pub fn winners(contest: &Contest<'_>, rule: ByVotes) -> Vec<usize> {
    let (_, turns) = all_turns(contest, rule);
    winning(contest, &turns)
}

/// The ranking of everything that takes part, and what each gets out of the whole budget.
fn all_turns(contest: &Contest<'_>, rule: ByVotes) -> (Vec<usize>, Vec<Turn>) {
    let ranking = ranking(contest, rule.per_euro, |_| true);
    let budget = contest.election.budget.as_cents();
    let turns = turns(contest, &ranking, rule.order, budget);
    (ranking, turns)
}

fn winning(contest: &Contest<'_>, turns: &[Turn]) -> Vec<usize> {
    turns
        .iter()
        .filter(|turn| turn.granted > 0 || fits_for_nothing(contest, turn))
        .map(|turn| turn.project)
        .collect()
}

/// What Equal Shares left: most utility per euro first with the money that remains, skipping what does not fit
/// (utilitarian completion). Where the utility is the cost, that is by votes.
pub fn top_up(
    contest: &Contest<'_>,
    is_open: impl Fn(usize) -> bool,
    left: u64,
) -> Vec<Award<ProjectIndex>> {
    let per_euro = !contest.rule.utility().is_per_cost();
    let ranking = ranking(contest, per_euro, is_open);
    let turns = turns(contest, &ranking, Order::Skip, left);
    let won = winning(contest, &turns);
    turns
        .into_iter()
        .enumerate()
        .filter(|(_, turn)| won.contains(&turn.project))
        .map(|(at, turn)| {
            let why = Why::TopUp {
                left: Euro::cents(turn.left),
                shortage: None,
            };
            contest.award(
                turn.project,
                turn.granted,
                why,
                tie(contest, per_euro, &ranking, at, |project| {
                    won.contains(&project)
                }),
            )
        })
        .collect()
}

/// A project without cost that was reached: it wins and gets nothing.
fn fits_for_nothing(contest: &Contest<'_>, turn: &Turn) -> bool {
    contest.cost(turn.project) == 0 && !turn.is_stopped
}

/// Who stands before whom, the best first.
fn ranking(contest: &Contest<'_>, per_euro: bool, is_open: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut ranking: Vec<usize> = contest
        .taking_part()
        .filter(|&project| is_open(project))
        .collect();
    ranking.sort_by(|&one, &other| {
        better(contest, per_euro, one, other)
            .then_with(|| contest.rank(one).cmp(&contest.rank(other)))
    });
    ranking
}

/// Votes or points. As in pabutools, what costs nothing has no utility under cost utilities.
fn score(contest: &Contest<'_>, project: usize) -> u64 {
    if contest.cost(project) == 0 {
        0
    } else {
        contest.profile.total(project).weight
    }
}

/// `Less` when `one` is better by votes or points, or by those per euro.
fn better(contest: &Contest<'_>, per_euro: bool, one: usize, other: usize) -> Ordering {
    if !per_euro {
        return score(contest, other).cmp(&score(contest, one));
    }
    let weight = |project: usize| contest.profile.total(project).weight;
    let is_free = |project: usize| contest.cost(project) == 0 && weight(project) > 0;
    match (is_free(one), is_free(other)) {
        (true, true) => Ordering::Equal,
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        (false, false) => {
            let crossed = |project: usize, by: usize| {
                u128::from(weight(project)) * u128::from(contest.cost(by).max(1))
            };
            crossed(other, one).cmp(&crossed(one, other))
        }
    }
}

/// What each gets when its turn comes.
fn turns(contest: &Contest<'_>, ranking: &[usize], order: Order, mut left: u64) -> Vec<Turn> {
    let mut is_stopped = false;
    let mut turns = Vec::with_capacity(ranking.len());
    for &project in ranking {
        let cost = contest.cost(project);
        let (granted, places) = match order {
            _ if is_stopped => (0, 0),
            _ if cost <= left => (cost, contest.election.projects[project].places),
            Order::Skip | Order::Stop => (0, 0),
            Order::Divisible => {
                fitting_places(cost, contest.election.projects[project].places, left)
            }
            Order::Partial => (left, 0),
        };
        turns.push(Turn {
            project,
            left,
            granted,
            places,
            is_stopped,
        });
        is_stopped |= order == Order::Stop && cost > left;
        left -= granted;
    }
    turns
}

/// As many of the equal places of a project as fit, and what they cost.
fn fitting_places(cost: u64, places: u32, left: u64) -> (u64, u32) {
    let of = |some: u32| {
        u64::try_from((u128::from(cost) * u128::from(some)).div_ceil(u128::from(places.max(1))))
    };
    (1..places)
        .rev()
        .find_map(|some| Some((of(some).ok().filter(|&cost| cost <= left)?, some)))
        .unwrap_or((0, 0))
}

fn why(contest: &Contest<'_>, rule: ByVotes, ranking: &[usize], turns: &[Turn], at: usize) -> Why {
    let turn = &turns[at];
    let left = Euro::cents(turn.left);
    let cost = contest.cost(turn.project);
    if turn.is_stopped {
        return Why::Stopped {
            more: more(contest, rule, ranking, turns, at),
        };
    }
    if cost <= turn.left {
        return Why::Fits { left };
    }
    if turn.granted > 0 {
        return Why::Partly { left };
    }
    let short = Euro::cents(cost - turn.left);
    Why::Short {
        left,
        short,
        more: more(contest, rule, ranking, turns, at),
    }
}

/// How many votes (or points) more a loser needed: enough to come before the first whose turn left too little for it.
///
/// A loser takes nothing, so without it the ranking and the money before every turn are the same; and the money only
/// shrinks. Nothing is said of counting per euro, nor where no number of votes helps.
fn more(
    contest: &Contest<'_>,
    rule: ByVotes,
    ranking: &[usize],
    turns: &[Turn],
    at: usize,
) -> Option<u64> {
    let project = ranking[at];
    let would_fit = |turn: &Turn| match rule.order {
        Order::Skip | Order::Stop => turn.left >= contest.cost(project) && !turn.is_stopped,
        Order::Divisible => {
            let places = contest.election.projects[project].places;
            turn.left >= contest.cost(project)
                || fitting_places(contest.cost(project), places, turn.left).0 > 0
        }
        Order::Partial => turn.left > 0,
    };
    if rule.per_euro || contest.cost(project) == 0 {
        return None;
    }
    let before = turns[..at].iter().rposition(would_fit)?;
    let rival = ranking[before];
    let gap = score(contest, rival) - score(contest, project);
    Some(gap + u64::from(!contest.would_go_first(project, rival)))
}

/// What separated this one from others that are as good but fared otherwise, if there are such.
fn tie(
    contest: &Contest<'_>,
    per_euro: bool,
    ranking: &[usize],
    at: usize,
    has_won: impl Fn(usize) -> bool,
) -> Option<Tie> {
    let here = ranking[at];
    if contest.profile.total(here).weight == 0 {
        return None;
    }
    let is_as_good = |&&other: &&usize| better(contest, per_euro, here, other) == Ordering::Equal;
    let before = ranking[..at].iter().rev().take_while(is_as_good);
    before
        .chain(ranking[at + 1..].iter().take_while(is_as_good))
        .filter(|&&other| has_won(other) != has_won(here))
        .map(|&other| contest.settled(here, other))
        .max()
}
