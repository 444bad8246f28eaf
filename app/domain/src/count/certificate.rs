//! A proof of an Equal Shares outcome: what every ballot paid for every winner, and six conditions that anybody can check.
//!
//! The check never runs the count: it adds up what is written down. C1 to C5 say that everybody paid what was due. They
//! do not say that nobody was passed over: projects may be bought in an order of rising rates that leaves out a cheaper
//! one, whose supporters then lack the money. C6 does: at every purchase no other project had a lower rate, so that
//! rates never fall either. Whoever made the outcome, and by whatever program, together they leave no other winners than those of Equal Shares (Peters,
//! Pierczyński and Skowron, "Proportional Participatory Budgeting with Additive Utilities", 2021), ties aside.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_rational::BigRational;
use num_traits::Signed as _;
use serde::{Deserialize, Serialize};

use super::{
    ballots::ProjectIndex,
    election::Election,
    fraction::Fraction,
    profile::{Mismatch, Profile},
    rule::Utility,
};
use crate::euro::Euro;

/// What every distinct ballot paid, at the final share. Amounts are in cents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The final share of a voter.
    pub share: Fraction,
    /// The winners that supporters paid for, in the order of selection, each with its rate.
    pub bought: Vec<Purchase>,
    /// For each distinct ballot, in the order of [`super::Ballots::iter`]: (index in `bought`, amount one voter paid).
    ///
    /// The indexes ascend. Who paid nothing for a winner may be left out there.
    pub payments: Vec<Vec<(u32, Fraction)>>,
}

/// A winner that its supporters paid for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purchase {
    /// The project.
    pub project: ProjectIndex,
    /// What one unit of utility cost: rho. Who could paid `rate × utility`, who had less paid all they had.
    pub rate: Fraction,
}

/// The condition that a certificate does not meet. Ballots are counted from 0, in the order of [`super::Ballots::iter`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// The utility has no meaning for these ballots.
    #[error(transparent)]
    Utility(#[from] Mismatch),
    /// There are not as many lists of payments as ballots, or one does not name each purchase at most once, in order.
    #[error("the payments do not fit the ballots, from ballot {ballot}")]
    Shape {
        /// The first ballot that they do not fit.
        ballot: usize,
    },
    /// What was bought is not on the ballot paper, was set aside, has no supporters or was bought before.
    #[error("project {0} cannot be bought")]
    CannotBeBought(ProjectIndex),
    /// What was bought costs more than the budget.
    #[error("the winners cost more than the budget")]
    OverBudget,
    /// C1: a voter spends more than the share, or less than nothing.
    #[error("C1: a voter of ballot {ballot} spends more than the share, or less than nothing")]
    Spending {
        /// The ballot.
        ballot: usize,
    },
    /// C2: a voter pays for what they do not support.
    #[error("C2: a voter of ballot {ballot} pays for project {project} without supporting it")]
    Unsupported {
        /// The project.
        project: ProjectIndex,
        /// The ballot.
        ballot: usize,
    },
    /// C3: the payments for a winner are not its cost.
    #[error("C3: project {project} was paid {paid}, which is not its cost")]
    NotItsCost {
        /// The project.
        project: ProjectIndex,
        /// What was paid, in cents.
        paid: Fraction,
    },
    /// C4: the supporters of a loser still had enough for it.
    #[error("C4: the supporters of project {project} have {left} left, which is enough for it")]
    Affordable {
        /// The project.
        project: ProjectIndex,
        /// What they have left, in cents.
        left: Fraction,
    },
    /// C5: a voter pays something else than the price, or all they have if that is less.
    #[error("C5: a voter of ballot {ballot} should have paid {due} for project {project}")]
    NotTheRate {
        /// The project.
        project: ProjectIndex,
        /// The ballot.
        ballot: usize,
        /// What it should have been, in cents.
        due: Fraction,
    },
    /// C6: another project had a lower rate when a winner was bought.
    #[error("C6: project {project} had a lower rate than project {bought}, which was bought")]
    PassedOver {
        /// The project that was passed over.
        project: ProjectIndex,
        /// The one that was bought.
        bought: ProjectIndex,
    },
}

/// Checks the payments of an Equal Shares outcome, exactly and without counting again.
///
/// `taking_part` says for each project whether it takes part; what was set aside before the count is owed nothing.
/// Projects that cost nothing may be bought at rate 0, and are never owed. Whether the share is one that the rule
/// allows is for the caller; so are winners by top-up, which are no part of a certificate.
///
/// # Errors
/// The first condition found [`Broken`].
pub fn verify_certificate(
    election: &Election,
    utility: Utility,
    taking_part: &[bool],
    certificate: &Certificate,
) -> Result<(), Broken> {
    let profile = Profile::new(election, utility)?;
    check_bought(election, &profile, taking_part, certificate)?;
    let mut replay = Replay::new(certificate);
    let mut open = Open::new(election, &profile, taking_part);
    replay.check_spending(&profile, certificate)?;
    for (at, purchase) in certificate.bought.iter().enumerate() {
        open.0.retain(|&project| project != purchase.project);
        replay.check_nobody_passed_over(election, &profile, &open, purchase)?;
        replay.check_purchase(election, &profile, certificate, at)?;
    }
    replay.check_nothing_else_was_paid(certificate)?;
    replay.check_losers(election, &profile, &open)
}

/// What may still be bought, and is owed to its supporters if they have enough.
struct Open(Vec<ProjectIndex>);

impl Open {
    fn new(election: &Election, profile: &Profile, taking_part: &[bool]) -> Self {
        let is_open = |project: &ProjectIndex| {
            let at = *project as usize;
            let takes_part = taking_part.get(at).copied().unwrap_or_default();
            takes_part && election.projects[at].cost > Euro::ZERO && profile.total(at).voters > 0
        };
        Self(
            (0..)
                .take(election.projects.len())
                .filter(is_open)
                .collect(),
        )
    }
}

/// What was bought can be bought, once each, and fits the budget.
fn check_bought(
    election: &Election,
    profile: &Profile,
    taking_part: &[bool],
    certificate: &Certificate,
) -> Result<(), Broken> {
    let mut may_be_bought = taking_part.to_vec();
    let mut spent = 0_u128;
    for &Purchase { project, .. } in &certificate.bought {
        let at = project as usize;
        let (Some(bought), Some(may)) = (election.projects.get(at), may_be_bought.get_mut(at))
        else {
            return Err(Broken::CannotBeBought(project));
        };
        if !std::mem::take(may) || profile.total(at).voters == 0 {
            return Err(Broken::CannotBeBought(project));
        }
        spent += u128::from(bought.cost.as_cents());
    }
    if spent > u128::from(election.budget.as_cents()) {
        return Err(Broken::OverBudget);
    }
    Ok(())
}

/// The wallets, emptied purchase by purchase.
///
/// Amounts are whole numbers of one small unit: a cent divided by the common denominator of the share and all rates.
/// A wallet is the share less some prices, or nothing, so it is always whole in that unit; and sums over ten thousands
/// of ballots need no fractions.
struct Replay {
    /// Units in a cent.
    cent: BigInt,
    share: BigInt,
    wallets: Vec<BigInt>,
    /// How many of the payments of each ballot were accounted for.
    seen: Vec<usize>,
}

impl Replay {
    fn new(certificate: &Certificate) -> Self {
        let cent = certificate
            .bought
            .iter()
            .map(|purchase| purchase.rate.ratio().denom())
            .fold(certificate.share.ratio().denom().clone(), |all, denom| {
                all.lcm(denom)
            });
        let share = whole(&certificate.share, &cent).unwrap_or_default();
        Self {
            wallets: vec![share.clone(); certificate.payments.len()],
            seen: vec![0; certificate.payments.len()],
            cent,
            share,
        }
    }

    fn in_cents(&self, units: BigInt) -> Fraction {
        BigRational::new(units, self.cent.clone()).into()
    }

    /// C1, and that there are payments of every ballot, in order.
    fn check_spending(&self, profile: &Profile, certificate: &Certificate) -> Result<(), Broken> {
        let (given, ballots) = (certificate.payments.len(), profile.distinct());
        if given != ballots {
            return Err(Broken::Shape {
                ballot: given.min(ballots),
            });
        }
        for (ballot, payments) in certificate.payments.iter().enumerate() {
            let is_ascending = payments.is_sorted_by(|(one, _), (next, _)| one < next);
            let fits = |last: &(u32, Fraction)| (last.0 as usize) < certificate.bought.len();
            if !is_ascending || !payments.last().is_none_or(fits) {
                return Err(Broken::Shape { ballot });
            }
            let mut spent = BigInt::default();
            for (_, amount) in payments {
                // What is not whole in this unit is not the price either: C5 will say so.
                let units = whole(amount, &self.cent).unwrap_or_default();
                if units.is_negative() {
                    return Err(Broken::Spending { ballot });
                }
                spent += units;
            }
            if spent > self.share {
                return Err(Broken::Spending { ballot });
            }
        }
        Ok(())
    }

    /// C5 and C3 for one winner.
    fn check_purchase(
        &mut self,
        election: &Election,
        profile: &Profile,
        certificate: &Certificate,
        at: usize,
    ) -> Result<(), Broken> {
        let Purchase { project, ref rate } = certificate.bought[at];
        let index = project as usize;
        let rate = whole(rate, &self.cent).unwrap_or_default() * profile.factor(index);
        let mut sum = BigInt::default();
        for (ballot, weight) in profile.supporters(index) {
            let due = (&rate * weight).min(self.wallets[ballot].clone());
            let given = certificate.payments[ballot]
                .get(self.seen[ballot])
                .filter(|(bought, _)| *bought as usize == at);
            let is_due = match given {
                Some((_, amount)) => whole(amount, &self.cent).as_ref() == Some(&due),
                None => due == BigInt::default(),
            };
            if !is_due {
                let due = self.in_cents(due);
                return Err(Broken::NotTheRate {
                    project,
                    ballot,
                    due,
                });
            }
            self.seen[ballot] += usize::from(given.is_some());
            self.wallets[ballot] -= &due;
            sum += due * profile.count(ballot);
        }
        if sum == &self.cent * election.projects[index].cost.as_cents() {
            return Ok(());
        }
        let paid = self.in_cents(sum);
        Err(Broken::NotItsCost { project, paid })
    }

    /// C2: every payment was met among the supporters of what it paid for.
    fn check_nothing_else_was_paid(&self, certificate: &Certificate) -> Result<(), Broken> {
        for (ballot, payments) in certificate.payments.iter().enumerate() {
            if let Some(&(bought, _)) = payments.get(self.seen[ballot]) {
                let project = certificate.bought[bought as usize].project;
                return Err(Broken::Unsupported { project, ballot });
            }
        }
        Ok(())
    }

    /// C6: just before a purchase nothing else that is open has a lower rate.
    ///
    /// A rate is lower if at the rate of the purchase the supporters would give more than the cost; or just the cost,
    /// with nobody among them who pays in full, so that the same was there at a lower rate.
    fn check_nobody_passed_over(
        &self,
        election: &Election,
        profile: &Profile,
        open: &Open,
        purchase: &Purchase,
    ) -> Result<(), Broken> {
        let unit = whole(&purchase.rate, &self.cent).unwrap_or_default();
        for &project in &open.0 {
            let at = project as usize;
            let rate = &unit * profile.factor(at);
            let cost = &self.cent * election.projects[at].cost.as_cents();
            // Most are settled without looking at wallets: even if all could pay in full it would not be enough.
            if &rate * profile.total(at).weight < cost {
                continue;
            }
            let mut given = BigInt::default();
            let mut is_paid_in_full = false;
            for (ballot, weight) in profile.supporters(at) {
                let full = &rate * weight;
                let wallet = &self.wallets[ballot];
                is_paid_in_full |= *wallet >= full;
                given += wallet.min(&full) * profile.count(ballot);
            }
            if given > cost || given == cost && !is_paid_in_full {
                let bought = purchase.project;
                return Err(Broken::PassedOver { project, bought });
            }
        }
        Ok(())
    }

    /// C4 for everything that was not bought.
    fn check_losers(
        &self,
        election: &Election,
        profile: &Profile,
        open: &Open,
    ) -> Result<(), Broken> {
        for &project in &open.0 {
            let at = project as usize;
            let cost = election.projects[at].cost.as_cents();
            let left: BigInt = profile
                .supporters(at)
                .map(|(ballot, _)| &self.wallets[ballot] * profile.count(ballot))
                .sum();
            if left >= &self.cent * cost {
                let left = self.in_cents(left);
                return Err(Broken::Affordable { project, left });
            }
        }
        Ok(())
    }
}

/// An amount in units of which so many make a cent, or nothing when it is not whole in that unit.
fn whole(amount: &Fraction, cent: &BigInt) -> Option<BigInt> {
    let (units, rest) = cent.div_rem(amount.ratio().denom());
    (rest == BigInt::default()).then(|| units * amount.ratio().numer())
}
