//! Leaps over shares: which winners surely win at every share between two
//! (src/count/README.md#steps-and-leaps).
//!
//! While the same are bought, every wallet is larger and every price lower at a larger share. So a winner at both ends
//! is bought everywhere between them if its price at the lower end beats every other price at the upper end.

use std::cmp::Ordering;

use super::{
    super::{contest::Contest, fraction::Fraction},
    price::{Price, Quote},
    run::{Candidate, OUT_OF_REACH, Run, Step},
};

impl<'a> Run<'a> {
    /// Counts at this share along the winners of a run at a lower one, if they surely win at every share between.
    ///
    /// If they might not, the error is a guess of how far between the ends they would, as a fraction.
    pub fn along(
        contest: &'a Contest<'a>,
        share: &Fraction,
        lower: &[Step],
    ) -> Result<Self, (u128, u128)> {
        let mut run = Self::new(contest, share);
        for step in lower {
            let Quote::Price(price, _) = run.wallets.price(step.project, 0, u64::MAX) else {
                return Err((1, 2));
            };
            let others = run
                .beats_all(step)
                .map_err(|rival| guess(contest, step, rival))?;
            run.take(Step {
                price,
                others,
                ..step.clone()
            });
        }
        for candidate in std::mem::take(&mut run.candidates) {
            if let Quote::Price(..) =
                run.wallets
                    .price(candidate.project, candidate.bound, u64::MAX)
            {
                return Err((1, 2));
            }
        }
        Ok(run)
    }

    /// What other candidates cost at this share, if none can be as good as a step was at a lower one; else who can.
    fn beats_all(&mut self, step: &Step) -> Result<Vec<Candidate>, Candidate> {
        let mut candidates = std::mem::take(&mut self.candidates);
        let mut others = Vec::new();
        let mut rival = None;
        for candidate in &mut candidates {
            if self.is_dearer(*candidate, step.project, step.price.span.high) {
                break;
            }
            if candidate.project == step.project {
                continue;
            }
            let limit = self.limit(*candidate, step.project, step.price.span.high);
            let Some(price) = self.price(candidate, limit) else {
                others.push(*candidate);
                continue;
            };
            others.push(*candidate);
            if !self.is_surely_beaten(*candidate, &price, step) {
                rival = Some(*candidate);
                break;
            }
        }
        candidates.retain(|candidate| candidate.bound != OUT_OF_REACH);
        self.candidates = candidates;
        rival.map_or(Ok(others), Err)
    }

    fn is_surely_beaten(&self, candidate: Candidate, price: &Price, step: &Step) -> bool {
        let project = candidate.project;
        if self.is_dearer(candidate, step.project, step.price.span.high) {
            return true;
        }
        let has_rank = self.contest.rank(step.project) < self.contest.rank(project);
        if self.is_twin(project, step.project) {
            return has_rank;
        }
        if !price.is_plain() || !step.price.is_plain() {
            return false;
        }
        match self.compare_plain(project, price, step.project, &step.price) {
            Ordering::Greater => true,
            Ordering::Equal => has_rank,
            Ordering::Less => false,
        }
    }

    /// Whether both cost the same and have the same supporters, so that they are as good at every share.
    fn is_twin(&self, one: usize, other: usize) -> bool {
        self.contest.cost(one) == self.contest.cost(other)
            && self.contest.profile.has_same_support(one, other)
    }
}

/// Guesses how far between two shares a step still beats a rival that caught up at the upper one: prices fall about
/// evenly, so it is where the rival's price would meet the step's.
fn guess(contest: &Contest<'_>, step: &Step, rival: Candidate) -> (u128, u128) {
    let factor = |project: usize| u128::from(contest.profile.factor(project));
    let Some(before) = step
        .others
        .iter()
        .find(|other| other.project == rival.project)
    else {
        return (1, 2);
    };
    let same = u128::from(step.price.span.high) * factor(rival.project) / factor(step.project);
    let gap = u128::from(before.bound).saturating_sub(same);
    let fall = u128::from(before.bound.saturating_sub(rival.bound));
    if gap >= fall { (1, 2) } else { (gap, fall) }
}
