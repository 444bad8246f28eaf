//! Sequential Phragmén (src/count/README.md#phragmén).

use num_rational::BigRational;

use super::{Outcome, Scene, index, ratio};

pub fn phragmen(scene: &Scene<'_>) -> Outcome {
    let mut loads = vec![ratio(0); scene.voters().len()];
    let mut open: Vec<usize> = scene
        .projects()
        .filter(|&p| scene.taking_part[p] && scene.cost(p) <= scene.budget())
        .collect();
    let mut left = scene.budget();
    let mut outcome = Outcome {
        winners: Vec::new(),
        shares: None,
        loads: Vec::new(),
    };
    loop {
        let load = |p: usize| load_after(scene, &loads, p);
        let Some(least) = open.iter().map(|&p| load(p)).min() else {
            return outcome;
        };
        let tied: Vec<usize> = open.iter().copied().filter(|&p| load(p) == least).collect();
        if tied.iter().any(|&p| scene.cost(p) > left) {
            return outcome;
        }
        let won = tied.into_iter().min_by_key(|&p| scene.tie_key(p)).unwrap();
        for voter in scene.voters().filter(|&voter| scene.supports(voter, won)) {
            loads[voter] = least.1.clone();
        }
        left -= scene.cost(won);
        open.retain(|&p| p != won);
        outcome.winners.push((index(won), scene.cost(won)));
        outcome.loads.push(least.1);
    }
}

/// The load of its supporters if it won now: (whether it is infinite, how much otherwise).
fn load_after(scene: &Scene<'_>, loads: &[BigRational], p: usize) -> (bool, BigRational) {
    let supporters: Vec<usize> = scene.voters().filter(|&i| scene.supports(i, p)).collect();
    if supporters.is_empty() {
        return (true, ratio(0));
    }
    let borne: BigRational = supporters.iter().map(|&voter| loads[voter].clone()).sum();
    let together = borne + ratio(scene.cost(p));
    let heads = ratio(u64::try_from(supporters.len()).unwrap());
    (false, together / heads)
}
