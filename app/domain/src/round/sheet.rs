//! The sheet of a round (rondeblad): what holds while it votes, fixed when voting opens.

use serde::{Deserialize, Serialize};

use super::{Settings, Spare};
use crate::{
    ballot_box::BoxKey,
    id::{RoundId, WijkId},
    journal::Digest,
};

/// What the server goes by from opening to counting, and by nothing beside it.
///
/// It is stored with a mark under the master key, so that whoever can write in the database cannot exchange the key of the box, the rules or the dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The round.
    pub round: RoundId,
    /// The hash of its rules.
    pub rules: Digest,
    /// The key that every ballot is locked with.
    pub box_key: BoxKey,
    /// The key that the links of letters are locked with.
    pub link_key: BoxKey,
    /// What staff chose for it, the dates among them.
    pub settings: Settings,
    /// Its wijken.
    pub wijken: Vec<SheetWijk>,
}

/// What is fixed of one wijk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetWijk {
    /// The wijk.
    pub wijk: WijkId,
    /// How many letters there are.
    pub letters: u32,
    /// How many codes there are beside them.
    pub spare: Spare,
    /// The hash of the list of their seals.
    pub seals: Digest,
    /// The hash of the list of their numbers, kinds and commitments.
    pub letter_list: Digest,
}

impl SheetWijk {
    /// How many codes there are: as many as seals.
    #[must_use]
    pub fn codes(&self) -> u64 {
        u64::from(self.letters) + self.spare.all()
    }
}

impl Sheet {
    /// The text that is marked: JSON in the order of the fields.
    ///
    /// # Errors
    /// Never for these types; kept as an error so that no caller panics.
    pub fn canonical(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}
