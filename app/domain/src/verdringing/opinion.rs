//! What parties say about a proposal: who is asked, and what came of it.

use serde::{Deserialize, Serialize};

use crate::named;

named! {
    /// Who can be asked.
    pub enum Party {
        /// Sheltered-work or work-and-learn company (SW-bedrijf).
        SwCompany = "sw_company",
        /// Trade union.
        TradeUnion = "trade_union",
        /// Works council of the host.
        WorksCouncil = "works_council",
        /// Local business association.
        BusinessAssociation = "business_association",
        /// Managers of the municipality's contracts.
        MunicipalityContracts = "municipality_contracts",
        /// Volunteers of the host.
        Volunteers = "volunteers",
        /// Client council.
        ClientCouncil = "client_council",
        /// Residents.
        Residents = "residents",
        /// The host itself.
        HostOrganisation = "host_organisation",
        /// Housing association.
        HousingAssociation = "housing_association",
    }
}

named! {
    /// What a party says. Silence is shown as silence and never counts as agreement.
    pub enum Opinion {
        /// No objection.
        NoObjection = "no_objection",
        /// Fine, if.
        Condition = "condition",
        /// Objection.
        Objection = "objection",
        /// Asked, not answered in time.
        NoReply = "no_reply",
        /// Asked, still waiting.
        Pending = "pending",
    }
}

/// What a party said about a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyOpinion {
    /// Who.
    pub party: Party,
    /// What.
    pub opinion: Opinion,
    /// In words; empty when nothing was added.
    pub text: String,
}
