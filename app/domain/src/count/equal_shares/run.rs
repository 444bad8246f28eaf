//! Equal Shares counted once, at one share: who is bought, in what order (src/count/README.md#equal-shares).

use std::cmp::Ordering;

use super::{
    super::{allocation::Tie, contest::Contest, fraction::Fraction},
    price::{Price, Quote},
    wallets::Wallets,
};

/// One winner of a run.
#[derive(Clone, Debug)]
pub struct Step {
    pub project: usize,
    pub price: Price,
    /// How many were equally good, itself included.
    pub tied: u32,
    /// What put it before the others.
    pub tie: Option<Tie>,
    /// What the others that were looked at would have cost then, at least.
    pub(super) others: Vec<Candidate>,
}

/// A project that may still be bought.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) project: usize,
    /// Its price is at least this; prices never fall, so an old price will do.
    pub(super) bound: u64,
    /// None of its supporters has less than this.
    least: u64,
}

/// The bound of a candidate that can no longer be paid.
pub(super) const OUT_OF_REACH: u64 = u64::MAX;

/// What a run at one share came to.
pub struct Run<'a> {
    pub(super) contest: &'a Contest<'a>,
    pub wallets: Wallets<'a>,
    pub(super) candidates: Vec<Candidate>,
    /// The largest weight on any ballot.
    heaviest: u128,
    pub steps: Vec<Step>,
}

impl<'a> Run<'a> {
    pub(super) fn new(contest: &'a Contest<'a>, share: &Fraction) -> Self {
        let wallets = Wallets::new(contest, share);
        let least = wallets.start().low;
        let candidates = contest
            .taking_part()
            .filter(|&project| contest.cost(project) > 0)
            .filter_map(|project| {
                let weight = contest.profile.total(project).weight;
                let bound = wallets
                    .units(contest.cost(project))
                    .checked_div(weight.into())?;
                Some(Candidate {
                    project,
                    bound: u64::try_from(bound).unwrap_or(u64::MAX),
                    least,
                })
            })
            .collect();
        let mut run = Self {
            contest,
            wallets,
            candidates,
            heaviest: contest.profile.max_weight().into(),
            steps: Vec::new(),
        };
        run.line_up();
        run
    }

    /// Counts at this share. `see` is called before every purchase.
    pub fn at(
        contest: &'a Contest<'a>,
        share: &Fraction,
        mut see: impl FnMut(&mut Wallets<'a>, &Step),
    ) -> Self {
        let mut run = Self::new(contest, share);
        while let Some(step) = run.best() {
            see(&mut run.wallets, &step);
            run.take(step);
        }
        run
    }

    /// Whether the same were bought in the same order.
    pub fn is_like(&self, other: &Self) -> bool {
        let bought = |run: &Self| {
            run.steps
                .iter()
                .map(|step| step.project)
                .collect::<Vec<_>>()
        };
        bought(self) == bought(other)
    }

    /// Where all money of the winners goes, in cents.
    pub fn spent(&self) -> u64 {
        self.steps
            .iter()
            .map(|step| self.contest.cost(step.project))
            .sum()
    }

    /// Whether everything that takes part, has supporters and costs something is bought.
    pub fn has_bought_all(&self) -> bool {
        let wanted = self.contest.taking_part().filter(|&project| {
            self.contest.cost(project) > 0 && self.contest.profile.total(project).weight > 0
        });
        wanted.count() == self.steps.len()
    }

    /// The one with the lowest rate now, or nothing when none can be paid.
    fn best(&mut self) -> Option<Step> {
        let mut best: Option<(usize, Price)> = None;
        let (mut tied, mut others) = (Vec::new(), Vec::new());
        let mut candidates = std::mem::take(&mut self.candidates);
        for candidate in &mut candidates {
            if best.as_ref().is_some_and(|(project, price)| {
                self.is_dearer(*candidate, *project, price.span.high)
            }) {
                break;
            }
            let limit = best.as_ref().map_or(u64::MAX, |(project, price)| {
                self.limit(*candidate, *project, price.span.high)
            });
            let Some(price) = self.price(candidate, limit) else {
                others.push(*candidate);
                continue;
            };
            others.push(*candidate);
            match best.as_ref().map_or(Ordering::Less, |(project, other)| {
                self.compare(candidate.project, &price, *project, other)
            }) {
                Ordering::Less => {
                    tied = vec![candidate.project];
                    best = Some((candidate.project, price));
                }
                Ordering::Equal => {
                    tied.push(candidate.project);
                    if best.as_ref().is_some_and(|(project, _)| {
                        self.contest.rank(candidate.project) < self.contest.rank(*project)
                    }) {
                        best = Some((candidate.project, price));
                    }
                }
                Ordering::Greater => {}
            }
        }
        candidates.retain(|candidate| candidate.bound != OUT_OF_REACH);
        self.candidates = candidates;
        let (project, price) = best?;
        let tie = tied
            .iter()
            .filter(|&&other| other != project)
            .map(|&other| self.contest.settled(project, other))
            .max();
        Some(Step {
            project,
            price,
            tied: u32::try_from(tied.len()).unwrap_or(u32::MAX),
            tie,
            others,
        })
    }

    /// The price of a candidate now, unless it surely is above `limit` for one unit of weight.
    ///
    /// Nobody is looked at while the poorest supporter surely can pay in full.
    pub(super) fn price(&mut self, candidate: &mut Candidate, limit: u64) -> Option<Price> {
        let plain = self.wallets.plain_price(candidate.project);
        if u128::from(candidate.least) >= u128::from(plain.span.high) * self.heaviest {
            candidate.bound = plain.span.low;
            return Some(plain);
        }
        match self
            .wallets
            .price(candidate.project, candidate.bound, limit)
        {
            Quote::Price(price, least) => {
                candidate.bound = price.span.low;
                candidate.least = least;
                Some(price)
            }
            Quote::AtLeast(bound) => {
                candidate.bound = bound;
                None
            }
            Quote::OutOfReach => {
                // Money only shrinks: it is out of reach for good.
                candidate.bound = OUT_OF_REACH;
                None
            }
        }
    }

    /// The price for one unit of weight of a candidate above which it is dearer than a project at this price.
    pub(super) fn limit(&self, candidate: Candidate, project: usize, price: u64) -> u64 {
        let factor = |project: usize| u128::from(self.contest.profile.factor(project));
        let limit = u128::from(price) * factor(candidate.project) / factor(project);
        u64::try_from(limit).unwrap_or(u64::MAX)
    }

    pub(super) fn take(&mut self, step: Step) {
        let most = u128::from(step.price.span.high) * self.heaviest;
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        self.wallets.buy(step.project, step.price.clone());
        self.candidates
            .retain(|candidate| candidate.project != step.project);
        for candidate in &mut self.candidates {
            candidate.least = candidate.least.saturating_sub(most);
        }
        self.line_up();
        self.steps.push(step);
    }

    /// Sorts the candidates by what they cost at least per unit of utility; nearly sorted already.
    fn line_up(&mut self) {
        let contest = self.contest;
        self.candidates.sort_by(|one, other| {
            let crossed = |candidate: &Candidate, by: &Candidate| {
                u128::from(candidate.bound) * u128::from(contest.profile.factor(by.project))
            };
            crossed(one, other).cmp(&crossed(other, one))
        });
    }

    /// Whether a candidate surely costs more per unit of utility than a project at this price.
    pub(super) fn is_dearer(&self, candidate: Candidate, project: usize, price: u64) -> bool {
        let factor = |project: usize| u128::from(self.contest.profile.factor(project));
        u128::from(candidate.bound) * factor(project)
            > u128::from(price) * factor(candidate.project)
    }

    /// Which of two costs less per unit of utility.
    fn compare(
        &mut self,
        one: usize,
        price: &Price,
        other: usize,
        other_price: &Price,
    ) -> Ordering {
        let factor = |project: usize| u128::from(self.contest.profile.factor(project));
        let (by_one, by_other) = (factor(other), factor(one));
        if u128::from(price.span.low) * by_one > u128::from(other_price.span.high) * by_other {
            return Ordering::Greater;
        }
        if u128::from(price.span.high) * by_one < u128::from(other_price.span.low) * by_other {
            return Ordering::Less;
        }
        if price.is_plain() && other_price.is_plain() {
            return self.compare_plain(one, price, other, other_price);
        }
        self.wallets.compare_exactly(one, price, other, other_price)
    }

    /// As [`Self::compare`] where everybody pays in full: cost divided by weight, and by the factor.
    pub(super) fn compare_plain(
        &self,
        one: usize,
        price: &Price,
        other: usize,
        other_price: &Price,
    ) -> Ordering {
        let top = |project: usize| {
            let (cost, factor) = (
                self.contest.cost(project),
                self.contest.profile.factor(project),
            );
            // The factor is the cost or 1; in the first case they cancel.
            u128::from(if factor == cost { 1 } else { cost })
        };
        let left = top(one) * u128::from(other_price.payers);
        left.cmp(&(top(other) * u128::from(price.payers)))
    }
}
