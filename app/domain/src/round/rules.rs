//! What freezes when the ballot is published: its canonical JSON is hashed, and nothing in it changes after.

use serde::{Deserialize, Serialize};

use super::{Settings, Spare};
use crate::{
    euro::Euro,
    id::{ProposalId, RoundId, WijkId},
    journal::Digest,
};

/// What freezes when the ballot is published. Its canonical JSON is hashed and published; nothing in it changes after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// The round.
    pub round: RoundId,
    /// Its name.
    pub title: String,
    /// Cap, choices, age, dates, and how votes become winners.
    pub settings: Settings,
    /// Version of the 15 questions: hash of their text.
    pub checklist: String,
    /// Each wijk with budget, electorate and ballot.
    pub wijken: Vec<WijkRules>,
}

/// The part of the rules that differs per wijk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WijkRules {
    /// The wijk.
    pub wijk: WijkId,
    /// Its name.
    pub name: String,
    /// Its budget.
    pub budget: Euro,
    /// How many may vote.
    pub eligible: u32,
    /// Codes beside the letters.
    pub spare: Spare,
    /// The ballot, in order of number.
    pub candidates: Vec<Candidacy>,
    /// Hash of the seed of the lot, which settles the last ties: drawn before any vote, revealed with the outcome.
    #[serde(default)]
    pub lot_commitment: String,
}

/// A proposal on the ballot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidacy {
    /// The proposal.
    pub proposal: ProposalId,
    /// Its fixed number on screen and paper.
    pub number: u16,
    /// Its title.
    pub title: String,
    /// Cost of one place a year.
    pub cost_per_place: Euro,
    /// Number of places.
    pub places: u16,
}

impl Candidacy {
    /// What the whole proposal costs a year.
    #[must_use]
    pub fn cost(&self) -> Euro {
        self.cost_per_place
            .times(self.places.into())
            .unwrap_or(Euro::cents(u64::MAX))
    }
}

impl WijkRules {
    /// The most codes that its list can hold: a letter for everybody who may vote, and what is spare.
    #[must_use]
    pub fn most_codes(&self) -> u64 {
        u64::from(self.eligible) + self.spare.all()
    }
}

impl Rules {
    /// The canonical form: JSON with the fields in the order of declaration, no blanks.
    ///
    /// # Errors
    /// Never for these types; kept as an error so that no caller panics.
    pub fn canonical(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// SHA-256 of the canonical form, in hex.
    ///
    /// # Errors
    /// As [`Self::canonical`].
    pub fn hash(&self) -> Result<String, serde_json::Error> {
        Ok(Digest::of(self.canonical()?.as_bytes()).to_string())
    }

    /// The rules of one wijk.
    #[must_use]
    pub fn wijk(&self, id: WijkId) -> Option<&WijkRules> {
        self.wijken.iter().find(|rules| rules.wijk == id)
    }
}
