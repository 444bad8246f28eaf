#![doc = include_str!("count/README.md")]

mod allocation;
mod ballots;
mod by_votes;
mod certificate;
mod contest;
mod ejr;
mod election;
mod equal_shares;
mod fraction;
mod lot;
mod phragmen;
mod profile;
mod rule;

pub use allocation::{Allocation, Award, Payment, ShareEnd, Shares, Shortage, Tie, Why};
pub use ballots::{Ballot, Ballots, ProjectIndex, TooManyBallots, VoteType};
pub use certificate::{Broken, Certificate, Purchase, verify_certificate};
pub use ejr::{EjrFault, EjrViolation, check_ejr_plus};
pub use election::{Election, Project};
pub use fraction::{Fraction, NotAFraction};
pub use lot::{LotSeed, draw_lot, order_by_id};
pub use profile::{Mismatch, Profile, Total};
pub use rule::{
    Blank, ByVotes, Comparison, Completion, CountingRule, EqualShares, Hopeless, Method, Order,
    Start, Stop, Ties, Utility, VERSION,
};

use contest::Contest;

/// Why something cannot be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CountFault {
    /// The utility has no meaning for these ballots.
    #[error(transparent)]
    Mismatch(#[from] Mismatch),
    /// The order for ties must name every project once.
    #[error("the order for ties must give every project another place")]
    Order,
    /// A choice that is not on the ballot paper, or more than four billion ballots.
    #[error("the ballots do not fit the ballot paper")]
    Ballots,
    /// Amounts past ten thousand billion.
    #[error("the amounts are too large to count")]
    TooMuchMoney,
    /// A share cannot be raised by nothing.
    #[error("the step must be more than nothing")]
    NoStep,
    /// A million runs did not end it.
    #[error("the share was raised too many times; take a larger step")]
    TooManySteps,
}

/// Counts and explains. `order` has the last word on ties: lower goes first, and no two are equal.
///
/// # Errors
/// [`CountFault`] when the rule does not suit the ballots, or the amounts are too large.
pub fn count(
    election: &Election,
    rule: &CountingRule,
    order: &[u32],
) -> Result<Allocation<ProjectIndex>, CountFault> {
    Ok(explained(election, rule, order, false)?.0)
}

/// As [`count`], with what every ballot paid, where the rule lets voters pay.
///
/// # Errors
/// As [`count`].
pub fn count_with_certificate(
    election: &Election,
    rule: &CountingRule,
    order: &[u32],
) -> Result<(Allocation<ProjectIndex>, Option<Certificate>), CountFault> {
    explained(election, rule, order, true)
}

fn explained(
    election: &Election,
    rule: &CountingRule,
    order: &[u32],
    with_certificate: bool,
) -> Result<(Allocation<ProjectIndex>, Option<Certificate>), CountFault> {
    let contest = Contest::new(election, rule, order)?;
    match rule.method {
        Method::ByVotes(by_votes) => Ok((by_votes::count(&contest, by_votes), None)),
        Method::EqualShares(equal_shares) => {
            equal_shares::count(&contest, equal_shares, with_certificate)
        }
        Method::Phragmen => Ok((phragmen::count(&contest), None)),
    }
}

/// The winners alone, in the order of selection: quicker than [`count`], with the same winners.
///
/// # Errors
/// As [`count`].
pub fn winners(
    election: &Election,
    rule: &CountingRule,
    order: &[u32],
) -> Result<Vec<ProjectIndex>, CountFault> {
    let contest = Contest::new(election, rule, order)?;
    let winners = match rule.method {
        Method::ByVotes(by_votes) => by_votes::winners(&contest, by_votes),
        Method::EqualShares(equal_shares) => equal_shares::winners(&contest, equal_shares)?,
        Method::Phragmen => phragmen::winners(&contest),
    };
    Ok(winners
        .into_iter()
        .filter_map(|project| ProjectIndex::try_from(project).ok())
        .collect())
}

#[cfg(test)]
mod tests;
