//! The Method of Equal Shares (src/count/README.md#equal-shares).

use domain::count::{
    ByVotes, Certificate, Comparison, Completion, EqualShares, Order, ProjectIndex, Purchase,
    ShareEnd, Start, Stop, Utility,
};
use num_rational::BigRational;

use super::{Outcome, Scene, greedy, index, ratio};

/// One run at a fixed share.
#[derive(Clone, Debug)]
pub struct Core {
    pub share: BigRational,
    /// In the order of selection.
    pub winners: Vec<usize>,
    /// The rho of each winner.
    pub rates: Vec<BigRational>,
    /// Who had the same rho as each winner, itself included.
    pub tied: Vec<Vec<usize>>,
    /// For each winner, what each voter paid.
    pub payments: Vec<Vec<BigRational>>,
}

pub fn equal_shares(scene: &Scene<'_>, how: &EqualShares) -> Outcome {
    let (core, end) = raise(scene, how);
    let mut winners: Vec<(ProjectIndex, u64)> = core
        .winners
        .iter()
        .map(|&p| (index(p), scene.cost(p)))
        .collect();
    let by_votes = ByVotes {
        utility: how.utility,
        per_euro: false,
        order: Order::Skip,
    };
    if how.completion == Completion::Add1u {
        // As pabutools: most utility per euro, which is most votes where the utility is the cost.
        let top_up = ByVotes {
            per_euro: !is_per_cost(how.utility),
            ..by_votes
        };
        winners.extend(greedy::after(scene, &top_up, &core.winners));
    }
    let others = greedy::greedy(scene, &by_votes);
    let is_replaced = is_preferred(scene, how.comparison, &others, &winners);
    Outcome {
        winners: if is_replaced { others } else { winners },
        shares: Some((core, end, is_replaced)),
        loads: Vec::new(),
    }
}

fn is_per_cost(utility: Utility) -> bool {
    match utility {
        Utility::Cost | Utility::ScoreCost | Utility::PosScoreCost => true,
        Utility::Cardinality | Utility::Score | Utility::Borda | Utility::PosScore => false,
    }
}

/// Raises the share step by step, and gives the last run that fits the budget.
pub fn raise(scene: &Scene<'_>, how: &EqualShares) -> (Core, ShareEnd) {
    let mut share = first_share(scene, how);
    let step = match how.completion {
        Completion::None => return (core(scene, &share), ShareEnd::Fixed),
        Completion::Add1 | Completion::Add1u => ratio(how.step),
        Completion::Increase(hundredths) => {
            ratio(scene.budget()) * ratio(hundredths.into()) / ratio(10_000) / heads(scene)
        }
    };
    let mut before = core(scene, &share);
    if step == ratio(0) {
        return (before, ShareEnd::Fixed);
    }
    loop {
        if is_exhausted(scene, how.stop, &before) {
            return (before, ShareEnd::Exhausted);
        }
        share += &step;
        let now = core(scene, &share);
        if spent(scene, &now) > scene.budget() {
            return (before, ShareEnd::Overspend);
        }
        before = now;
    }
}

pub fn first_share(scene: &Scene<'_>, how: &EqualShares) -> BigRational {
    let exact = ratio(scene.budget()) / heads(scene);
    match how.start {
        Start::Exact => exact,
        Start::Floor => (exact / ratio(how.step)).floor() * ratio(how.step),
    }
}

/// The voters; one when there are none, since then no share matters.
fn heads(scene: &Scene<'_>) -> BigRational {
    ratio(u64::try_from(scene.voters().len()).unwrap().max(1))
}

pub fn spent(scene: &Scene<'_>, core: &Core) -> u64 {
    core.winners.iter().map(|&p| scene.cost(p)).sum()
}

/// Whether raising the share further is no use: everything that may win has won, or nothing more fits.
fn is_exhausted(scene: &Scene<'_>, stop: Stop, core: &Core) -> bool {
    let left = scene.budget() - spent(scene, core);
    let mut lost = scene
        .projects()
        .filter(|p| scene.taking_part[*p] && !core.winners.contains(p));
    let may_win = |p: usize| scene.votes(p) > 0 && scene.cost(p) > 0;
    if !lost.clone().any(may_win) {
        return true;
    }
    match stop {
        Stop::Exhaustive => !lost.any(|p| may_win(p) && scene.cost(p) <= left),
        Stop::ExhaustiveAll => !lost.any(|p| scene.cost(p) <= left),
        Stop::Overspend => false,
    }
}

/// The rule at a fixed share.
pub fn core(scene: &Scene<'_>, share: &BigRational) -> Core {
    let mut wallets = vec![share.clone(); scene.voters().len()];
    let mut run = Core {
        share: share.clone(),
        winners: Vec::new(),
        rates: Vec::new(),
        tied: Vec::new(),
        payments: Vec::new(),
    };
    let mut buy = |tied: Vec<usize>, rate: BigRational, wallets: &mut Vec<BigRational>| {
        let won = *tied.iter().min_by_key(|&&p| scene.tie_key(p)).unwrap();
        let pays =
            |i: usize, wallet: &BigRational| wallet.clone().min(&rate * scene.utility(i, won));
        let paid: Vec<BigRational> = scene.voters().map(|i| pays(i, &wallets[i])).collect();
        for (wallet, paid) in wallets.iter_mut().zip(&paid) {
            *wallet -= paid;
        }
        run.winners.push(won);
        run.rates.push(rate);
        run.tied.push(tied);
        run.payments.push(paid);
        won
    };
    for p in free_of_charge(scene) {
        buy(vec![p], ratio(0), &mut wallets);
    }
    let may_win = |p: &usize| scene.taking_part[*p] && scene.cost(*p) > 0 && scene.votes(*p) > 0;
    let mut open: Vec<usize> = scene.projects().filter(may_win).collect();
    loop {
        open.retain(|&p| money_behind(scene, &wallets, p) >= ratio(scene.cost(p)));
        let rates: Vec<BigRational> = open.iter().map(|&p| rho(scene, &wallets, p)).collect();
        let Some(least) = rates.iter().min() else {
            return run;
        };
        let with_rates = open.iter().zip(&rates);
        let tied = with_rates.filter(|(_, rate)| *rate == least);
        let won = buy(tied.map(|(&p, _)| p).collect(), least.clone(), &mut wallets);
        open.retain(|&p| p != won);
    }
}

/// What costs nothing and is worth something to somebody is bought up front, in the order of ties.
fn free_of_charge(scene: &Scene<'_>) -> Vec<usize> {
    let is_worth = |p: usize| scene.voters().any(|i| scene.utility(i, p) > ratio(0));
    let mut free: Vec<usize> = scene
        .projects()
        .filter(|&p| scene.taking_part[p] && scene.cost(p) == 0 && is_worth(p))
        .collect();
    free.sort_by_key(|&p| scene.tie_key(p));
    free
}

fn money_behind(scene: &Scene<'_>, wallets: &[BigRational], p: usize) -> BigRational {
    let supporters = scene.voters().filter(|&i| scene.supports(i, p));
    supporters.map(|i| wallets[i].clone()).sum()
}

/// The rate at which its supporters together pay exactly its cost, each at most all they have.
fn rho(scene: &Scene<'_>, wallets: &[BigRational], p: usize) -> BigRational {
    let mut supporters: Vec<usize> = scene.voters().filter(|&i| scene.supports(i, p)).collect();
    supporters.sort_by_key(|&i| &wallets[i] / scene.utility(i, p));
    let mut short = ratio(scene.cost(p));
    let mut worth: BigRational = supporters.iter().map(|&i| scene.utility(i, p)).sum();
    for i in supporters {
        let rate = &short / &worth;
        if &rate * scene.utility(i, p) <= wallets[i] {
            return rate;
        }
        short -= &wallets[i];
        worth -= scene.utility(i, p);
    }
    panic!("only asked when there is money enough");
}

/// Whether strictly more voters prefer the count by votes.
fn is_preferred(
    scene: &Scene<'_>,
    comparison: Comparison,
    by_votes: &[(ProjectIndex, u64)],
    shares: &[(ProjectIndex, u64)],
) -> bool {
    let liked = |winners: &[(ProjectIndex, u64)], voter: usize| {
        let liked = winners
            .iter()
            .filter(|(p, _)| scene.supports(voter, *p as usize));
        match comparison {
            Comparison::None => 0,
            Comparison::Satisfaction => liked.count(),
            Comparison::ExclusionRatio => liked.count().min(1),
        }
    };
    let prefer = |one: &[(ProjectIndex, u64)], other: &[(ProjectIndex, u64)]| {
        scene
            .voters()
            .filter(|&i| liked(one, i) > liked(other, i))
            .count()
    };
    prefer(by_votes, shares) > prefer(shares, by_votes)
}

/// What was paid, ballot by ballot.
pub fn certificate(scene: &Scene<'_>, core: &Core) -> Certificate {
    let mut first = 0;
    let mut payments = Vec::new();
    for ballot in scene.election.ballots.iter() {
        let paid = (0_u32..)
            .zip(&core.payments)
            .map(|(at, paid)| (at, paid[first].clone()));
        let positive = paid.filter(|(_, amount)| *amount > ratio(0));
        payments.push(positive.map(|(at, amount)| (at, amount.into())).collect());
        first += usize::try_from(ballot.count).unwrap();
    }
    let bought = core.winners.iter().zip(&core.rates);
    Certificate {
        share: core.share.clone().into(),
        bought: bought
            .map(|(&p, rate)| Purchase {
                project: index(p),
                rate: rate.clone().into(),
            })
            .collect(),
        payments,
    }
}
