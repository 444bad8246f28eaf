//! What parties say about a proposal: who is asked, and what came of it.

use serde::{Deserialize, Serialize};

use crate::{
    fault::{Fault, Faults, choice},
    named,
    text::{self, TextFault},
};

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

/// What a party says, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OpinionDraft {
    /// One of [`Party`].
    pub party: String,
    /// One of [`Opinion`].
    pub opinion: String,
    /// In words.
    pub remark: String,
}

impl OpinionDraft {
    /// The checked opinion. Objections and conditions need words.
    ///
    /// # Errors
    /// A [`Fault`] at each field that is wrong.
    pub fn check(&self) -> Result<PartyOpinion, Vec<Fault>> {
        let mut faults = Faults::default();
        let party = faults.keep("party", choice(&self.party));
        let opinion = faults.keep("opinion", choice(&self.opinion));
        let needs_words = matches!(opinion, Some(Opinion::Objection | Opinion::Condition));
        let text = match text::paragraph(&self.remark, 1_000) {
            Err(TextFault::Empty) if !needs_words => String::new(),
            typed => faults.take("remark", typed),
        };
        // A placeholder never leaves this function: where a choice is missing, a fault stands in the list.
        faults.or(PartyOpinion {
            party: party.unwrap_or(Party::Residents),
            opinion: opinion.unwrap_or(Opinion::Pending),
            text,
        })
    }
}
