//! What is counted: the budget, the projects with their cost, and the ballots.
//!
//! Projects are known by their index in the list here; who knows their ids maps them back with
//! [`super::Allocation::named`]. Amounts are whole cents of the currency of the election.

use super::ballots::Ballots;
use crate::euro::Euro;

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
