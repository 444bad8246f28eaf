//! Acts that need two people: one asks for it, another agrees within the term, and only then it happens.
//!
//! One person alone could otherwise make or suppress an outcome (ballot_box/README.md#two-people).

use serde::{Deserialize, Serialize};

use crate::{
    access::{Action, CancelLetter, CancelVote, CountVotes, IssueCodes, MoveDates, StepVote},
    ballot_box::{Batch, CancelReason},
    id::{RoundId, WijkId},
    named,
    phase::Step,
    round::{Millis, Schedule},
};

/// How long another person has to agree: three days, so that a request of Friday is not gone on Monday morning.
pub const TERM: Millis = 3 * 24 * 3_600_000;

named! {
    /// What became of a request.
    pub enum RequestState {
        /// It waits for another person.
        Open = "open",
        /// Another agreed, and it was done.
        Agreed = "agreed",
        /// It was taken back.
        Withdrawn = "withdrawn",
    }
}

/// What is asked for, with everything that whoever agrees must know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::EnumDiscriminants)]
#[serde(tag = "act", rename_all = "snake_case")]
#[strum_discriminants(
    name(ActKind),
    doc = "Which act it is: by this name it stands in the journal and in the texts.",
    derive(Serialize, Deserialize, strum::Display, strum::VariantArray),
    serde(rename_all = "snake_case"),
    strum(serialize_all = "snake_case")
)]
#[expect(
    missing_docs,
    reason = "the fields are ids, names and numbers that say what they are"
)]
pub enum Act {
    /// Make the letters of a wijk, with the envelopes and ballots on paper that the rules name.
    MakeLetters {
        round: RoundId,
        wijk: WijkId,
        batch: Batch,
    },
    /// Cancel a letter, used or not; and hand out an envelope for it, where there is one.
    CancelLetter {
        round: RoundId,
        wijk: WijkId,
        number: u32,
        reason: CancelReason,
        replacement: Option<u32>,
    },
    /// Open the closed box and count.
    CountVotes { round: RoundId },
    /// Stop a round of which the ballot is public.
    CancelVote { round: RoundId, reason: String },
    /// Open or close a vote later, for a reason that everybody reads.
    MoveDates {
        round: RoundId,
        schedule: Schedule,
        reason: String,
    },
    /// Open or close a vote by hand, because the clock did not, for a reason that everybody reads.
    StepVote {
        round: RoundId,
        step: Step,
        reason: String,
    },
}

impl ActKind {
    /// Every one.
    pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;
}

impl Act {
    /// Name of the action in the table of who may do what.
    #[must_use]
    pub const fn action(&self) -> &'static str {
        match self {
            Self::MakeLetters { .. } => IssueCodes::NAME,
            Self::CancelLetter { .. } => CancelLetter::NAME,
            Self::CountVotes { .. } => CountVotes::NAME,
            Self::CancelVote { .. } => CancelVote::NAME,
            Self::MoveDates { .. } => MoveDates::NAME,
            Self::StepVote { .. } => StepVote::NAME,
        }
    }

    /// The round it is about.
    #[must_use]
    pub const fn round(&self) -> RoundId {
        match self {
            Self::MakeLetters { round, .. }
            | Self::CancelLetter { round, .. }
            | Self::CountVotes { round }
            | Self::CancelVote { round, .. }
            | Self::MoveDates { round, .. }
            | Self::StepVote { round, .. } => *round,
        }
    }

    /// The one wijk it is about, if it is not the whole round.
    #[must_use]
    pub const fn wijk(&self) -> Option<WijkId> {
        match self {
            Self::MakeLetters { wijk, .. } | Self::CancelLetter { wijk, .. } => Some(*wijk),
            Self::CountVotes { .. }
            | Self::CancelVote { .. }
            | Self::MoveDates { .. }
            | Self::StepVote { .. } => None,
        }
    }

    /// The text that is marked: JSON in the order of the fields.
    ///
    /// # Errors
    /// Never for these types; kept as an error so that no caller panics.
    pub fn canonical(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::TABLE;

    #[test]
    fn every_act_stands_in_the_table_as_one_that_needs_two() {
        let id = "0198f0a4-0000-7000-8000-000000000001";
        let mut named: Vec<&str> = Vec::new();
        for kind in ActKind::ALL {
            let json = serde_json::json!({
                "act": kind.to_string(), "round": id, "wijk": id, "number": 1, "reason": "lost",
                "replacement": null, "batch": { "letters": 1, "spare": { "reserve": 0, "paper": 0 } },
                "schedule": {"closed": 1}, "step": "close_voting",
            });
            let act: Act = serde_json::from_value(json).unwrap();
            named.push(act.action());
        }
        let two: Vec<&str> = TABLE
            .iter()
            .filter(|(.., second)| !second.is_empty())
            .map(|(name, ..)| *name)
            .collect();
        named.sort_unstable();
        let mut sorted = two.clone();
        sorted.sort_unstable();
        assert_eq!(named, sorted);
    }
}
