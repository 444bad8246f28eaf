//! What is counted: the budget, the projects with their cost, and the ballots.
//!
//! Projects are known by their index in the list here; who knows their ids maps them back with
//! [`super::Allocation::named`]. Amounts are whole cents of the currency of the election.

use super::ballots::Ballots;
use crate::{euro::Euro, named};

/// A project on the ballot, by its index in [`Election::projects`].
pub type ProjectIndex = u32;

/// What is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Election {
    /// What there is to divide.
    pub budget: Euro,
    /// What may be chosen.
    pub projects: Vec<Project>,
    /// The ballots.
    pub ballots: Ballots,
}

/// Something that may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Project {
    /// What all of it costs.
    pub cost: Euro,
    /// How many equal parts it has: the places of a proposal. At least 1.
    pub places: u32,
}

named! {
    /// What voters put on a ballot (Pabulib's `vote_type`).
    pub enum VoteType {
        /// Ticks.
        Approval = "approval",
        /// One tick.
        ChooseOne = "choose-1",
        /// Points from a fixed sum.
        Cumulative = "cumulative",
        /// Points without a fixed sum.
        Scoring = "scoring",
        /// An order of preference, best first.
        Ordinal = "ordinal",
    }
}

impl VoteType {
    /// Whether ballots carry points.
    #[must_use]
    pub const fn has_points(self) -> bool {
        matches!(self, Self::Cumulative | Self::Scoring)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_cumulative_and_scoring_ballots_have_points() {
        let with_points: Vec<_> = VoteType::ALL
            .iter()
            .filter(|kind| kind.has_points())
            .collect();
        assert_eq!(with_points, [&VoteType::Cumulative, &VoteType::Scoring]);
    }
}
