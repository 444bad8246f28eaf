//! Everything that goes into the journal: a closed list, of data without prose.
//!
//! For votes it holds counts only, by the hour at the finest: an entry for each vote would give away their order.

use serde::{Deserialize, Serialize};

use crate::{
    council::{JobState, Ruling},
    id::{JobId, PersonId, ProposalId, RoundId, WijkId},
    phase::{Phase, Step},
    verdringing::Decision,
};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "the fields are ids, names and numbers that say what they are"
)]
pub enum Event {
    /// An account was made.
    PersonAdded {
        person: PersonId,
        roles: Vec<String>,
    },
    /// A round was made.
    RoundMade { round: RoundId },
    /// Settings, wijken or dates of a draft round changed.
    RoundChanged { round: RoundId },
    /// A round went to its next phase.
    RoundStepped {
        round: RoundId,
        step: Step,
        from: Phase,
        to: Phase,
        reason: String,
    },
    /// Rules, candidates and budgets are fixed.
    RulesFrozen { round: RoundId, rules: String },
    /// The ballot box got its key; the card was shown once.
    BoxKeyMade { round: RoundId, key: String },
    /// The card opened a test ballot.
    BoxRehearsed { round: RoundId },
    /// Codes were issued and their letters shown once.
    CodesIssued {
        round: RoundId,
        wijk: WijkId,
        letters: u64,
        seal_list: String,
    },
    /// The letters of a wijk were voided before voting opened.
    CodesVoided { round: RoundId, wijk: WijkId },
    /// Voting opens: nobody can be added after this.
    SealsFixed {
        round: RoundId,
        wijk: WijkId,
        letters: u64,
        seal_list: String,
    },
    /// Ballots in the box at a full hour.
    HourlyCount {
        round: RoundId,
        wijk: WijkId,
        ballots: u64,
    },
    /// The box is closed: hash of everything in it.
    BoxClosed {
        round: RoundId,
        wijk: WijkId,
        ballots: u64,
        head: String,
    },
    /// The box was opened and counted.
    BoxCounted {
        round: RoundId,
        wijk: WijkId,
        valid: u64,
        rejected: u64,
    },
    /// A proposal was handed in.
    ProposalSubmitted { proposal: ProposalId },
    /// A proposal was changed after it was handed in.
    ProposalChanged { proposal: ProposalId },
    /// A proposal was taken back.
    ProposalWithdrawn { proposal: ProposalId },
    /// The 15 questions were answered.
    ChecklistAnswered { proposal: ProposalId },
    /// What a party says was written down.
    OpinionRecorded { proposal: ProposalId, party: String },
    /// The reviewer decided.
    CheckDecided {
        proposal: ProposalId,
        decision: Decision,
        reason: String,
    },
    /// The council decided.
    CouncilDecided {
        round: RoundId,
        ruling: Ruling,
        reason: String,
    },
    /// A job went on.
    JobFollowed { job: JobId, state: JobState },
    /// The demo municipality was loaded.
    DemoLoaded {},
    /// Somebody at the demo moved the clock.
    DemoClockMoved { minutes: i64 },
}

impl Event {
    /// The canonical JSON that is hashed into the journal.
    ///
    /// # Errors
    /// Never for these types; kept as an error so that no caller panics.
    pub fn canonical(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// The name of the event, for its sentence in the text files.
    #[must_use]
    pub fn name(json: &str) -> Option<String> {
        let value: serde_json::Value = serde_json::from_str(json).ok()?;
        Some(value.get("event")?.as_str()?.to_owned())
    }
}
