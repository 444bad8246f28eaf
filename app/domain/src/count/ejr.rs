//! A promise that Equal Shares keeps and that anybody can check: EJR+ up to one project (README.md#promises).
//!
//! In words: no group of voters that together can pay for a project they all support, out of their equal shares, is left
//! without it while each of them gets too little from the other winners.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;

use super::{
    ballots::ProjectIndex,
    election::Election,
    fraction::Fraction,
    profile::{Mismatch, Profile},
    rule::Utility,
};

/// Why the promise was not found kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EjrFault {
    /// The utility has no meaning for these ballots.
    #[error(transparent)]
    Utility(#[from] Mismatch),
    /// A group of voters is owed a project.
    #[error("{} voters are owed project {}", .0.voters, .0.project)]
    Violation(EjrViolation),
}

/// A group of voters that is owed a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EjrViolation {
    /// The project.
    pub project: ProjectIndex,
    /// How many voters there are in the group.
    pub voters: u64,
    /// The most that any of them would get if the project were added to the winners.
    pub most: u128,
    /// What at least one of them should then get more than.
    pub due: Fraction,
}

/// Checks EJR+ up to one project, exactly, for any set of winners.
///
/// With `share` the budget divided by the voters this holds for Equal Shares whatever its completion, as long as its
/// first share was not rounded down. What was set aside before the count, or costs nothing, is owed to nobody.
///
/// # Panics
/// When a winner is not on the ballot paper, or `taking_part` does not speak of every project.
///
/// # Errors
/// The first project, in the order of the list, that is owed to a group of voters.
pub fn check_ejr_plus(
    election: &Election,
    utility: Utility,
    share: &Fraction,
    winners: &[ProjectIndex],
    taking_part: &[bool],
) -> Result<(), EjrFault> {
    let profile = Profile::new(election, utility)?;
    let worth =
        |project: usize, weight: u32| u128::from(weight) * u128::from(profile.factor(project));
    let mut gets = vec![0_u128; profile.distinct()];
    let mut is_owed = taking_part.to_vec();
    for &winner in winners {
        is_owed[winner as usize] = false;
        for (ballot, weight) in profile.supporters(winner as usize) {
            gets[ballot] += worth(winner as usize, weight);
        }
    }
    for (project, at) in (0..).zip(0..election.projects.len()) {
        let cost = election.projects[at].cost.as_cents();
        if !is_owed[at] || cost == 0 {
            continue;
        }
        // Its supporters by what they would get with it: (voters, what it is worth to them together).
        let mut groups = BTreeMap::<u128, (u64, u128)>::new();
        for (ballot, weight) in profile.supporters(at) {
            let worth = worth(at, weight);
            let group = groups.entry(gets[ballot] + worth).or_default();
            group.0 += profile.count(ballot);
            group.1 += worth * u128::from(profile.count(ballot));
        }
        check_groups(project, cost, share, &groups).map_err(EjrFault::Violation)?;
    }
    Ok(())
}

/// The poorest supporters together, then those and the next poorest, and so on: no group is owed the project.
fn check_groups(
    project: ProjectIndex,
    cost: u64,
    share: &Fraction,
    groups: &BTreeMap<u128, (u64, u128)>,
) -> Result<(), EjrViolation> {
    let (mut voters, mut together) = (0, 0_u128);
    let (share_numer, share_denom) = (share.ratio().numer(), share.ratio().denom());
    for (&most, &(more, worth)) in groups {
        voters += more;
        together += worth;
        // most > share × together / cost, without dividing.
        let due = share_numer * together;
        let denom = share_denom * BigInt::from(cost);
        if &denom * most <= due {
            return Err(EjrViolation {
                project,
                voters,
                most,
                due: BigRational::new(due, denom).into(),
            });
        }
    }
    Ok(())
}
