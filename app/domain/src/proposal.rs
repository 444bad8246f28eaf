//! What residents hand in: work that could become a wijkbasisbaan, with what it costs.

mod draft;
mod kinds;
mod may;

pub use draft::{
    CheckedProposal, CostAmounts, CostLabels, Limits, ProposalDraft, VOLUNTEER_ALLOWANCE_2026,
};
pub use kinds::{CostCategory, Family, HostKind, Lasting, LegalBasis, ProposalState};
pub use may::{checks, may_read};

use serde::{Deserialize, Serialize};

use crate::euro::Euro;

/// One cost, per place per year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostLine {
    /// What it is for.
    pub category: CostCategory,
    /// In words.
    pub label: String,
    /// How much a year.
    pub amount: Euro,
}

/// A checked proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Title, at most 80 characters.
    pub title: String,
    /// What the person does, for whom and where.
    pub description: String,
    /// Kind of work.
    pub family: Family,
    /// Who would host the job.
    pub host_name: String,
    /// What kind of organisation that is.
    pub host_kind: HostKind,
    /// Hours a week, 4 to 36.
    pub hours: u8,
    /// Number of places, 1 to 20.
    pub places: u16,
    /// How long.
    pub lasting: Lasting,
    /// Months, when long-term.
    pub months: Option<u16>,
    /// Legal ground.
    pub legal_basis: LegalBasis,
    /// Who guides the person, and how often.
    pub guidance: String,
    /// What there is to learn, or how people take turns.
    pub growth: String,
    /// Costs per place per year.
    pub costs: Vec<CostLine>,
}

impl Proposal {
    /// What one place costs a year.
    #[must_use]
    pub fn cost_per_place(&self) -> Euro {
        self.costs.iter().map(|line| line.amount).sum()
    }

    /// What all places cost a year.
    #[must_use]
    pub fn cost(&self) -> Euro {
        self.cost_per_place()
            .times(self.places.into())
            .unwrap_or(Euro::cents(u64::MAX))
    }
}

#[cfg(test)]
mod tests;
