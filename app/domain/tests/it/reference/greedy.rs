//! By votes (src/count/README.md#by-votes).

use std::cmp::Reverse;

use domain::count::{ByVotes, Order, ProjectIndex};
use num_rational::BigRational;

use super::{Scene, index, ratio};

pub fn greedy(scene: &Scene<'_>, how: &ByVotes) -> Vec<(ProjectIndex, u64)> {
    after(scene, how, &[])
}

/// By votes with what the winners so far have left.
pub fn after(scene: &Scene<'_>, how: &ByVotes, winners: &[usize]) -> Vec<(ProjectIndex, u64)> {
    let mut turns: Vec<usize> = scene
        .projects()
        .filter(|p| scene.taking_part[*p] && !winners.contains(p))
        .collect();
    turns.sort_by_key(|&p| (Reverse(density(scene, how, p)), scene.tie_key(p)));
    let mut left = scene.budget() - winners.iter().map(|&p| scene.cost(p)).sum::<u64>();
    let mut granted = Vec::new();
    for p in turns {
        let grant = if scene.cost(p) <= left {
            scene.cost(p)
        } else {
            match how.order {
                Order::Skip => continue,
                Order::Stop => break,
                Order::Divisible => whole_places(scene, p, left),
                Order::Partial => left,
            }
        };
        left -= grant;
        if grant > 0 || scene.cost(p) == 0 {
            granted.push((index(p), grant));
        }
    }
    granted
}

/// Most first: whether it is infinite, else the votes or points, or those per euro.
fn density(scene: &Scene<'_>, how: &ByVotes, p: usize) -> (bool, BigRational) {
    let total = ratio(scene.total(p));
    match scene.cost(p) {
        // As in pabutools: votes are cost utility per euro, and who costs nothing has no such utility.
        0 if how.per_euro && scene.votes(p) > 0 => (true, ratio(0)),
        0 => (false, ratio(0)),
        cost if how.per_euro => (false, total / ratio(cost)),
        _ => (false, total),
    }
}

/// What as many places as fit cost.
fn whole_places(scene: &Scene<'_>, p: usize, left: u64) -> u64 {
    let one = scene.cost(p) / u64::from(scene.election.projects[p].places);
    left / one * one
}
