//! Everything that goes into the journal: a closed list, of data without prose.
//!
//! For votes it holds counts only, by the hour at the finest: an entry for each vote would give away their order.

use serde::{Deserialize, Serialize};

use crate::{
    act::ActKind,
    ballot_box::CancelReason,
    council::{JobState, Ruling},
    id::{JobId, PersonId, ProposalId, RequestId, RoundId, WijkId},
    outcome::MIN_PUBLISHED,
    phase::{Phase, Step},
    round::{Schedule, Spare},
    verdringing::Decision,
};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::EnumDiscriminants)]
#[serde(tag = "event", rename_all = "snake_case")]
#[strum_discriminants(
    name(EventKind),
    doc = "Which event it is, without its data: by this name it stands in the journal.",
    derive(Serialize, Deserialize, strum::Display, strum::VariantArray),
    serde(rename_all = "snake_case"),
    strum(serialize_all = "snake_case")
)]
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
    /// Staff said that the clock may begin a round.
    RoundReadied { round: RoundId },
    /// A draft was thrown away; nobody else had seen it.
    RoundDiscarded { round: RoundId },
    /// The dates of a round are these from now on. While it votes a new sheet is made for them, of which this is the hash.
    DatesMoved {
        round: RoundId,
        schedule: Schedule,
        sheet: Option<String>,
        reason: String,
    },
    /// The time of day jumped by so many minutes while a vote was coming or going on: it neither opens nor closes by itself.
    ClockJumped { round: RoundId, minutes: i64 },
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
    /// The ballot box got its key: so many cards, of which so many open it, and who will keep each.
    BoxKeyMade {
        round: RoundId,
        key: String,
        needed: u8,
        total: u8,
        holders: Vec<String>,
    },
    /// A card was shown, to be printed; each is shown once.
    CardShown { round: RoundId, card: u8 },
    /// Enough cards together opened a test ballot.
    BoxRehearsed { round: RoundId },
    /// Codes were issued and their letters shown once. `list` is a mark of the seals: an open hash would tell, batch by
    /// batch, which seal is whose.
    CodesIssued {
        round: RoundId,
        wijk: WijkId,
        letters: u32,
        spare: Spare,
        list: String,
    },
    /// The letters of a wijk reached the printer whole.
    LettersPrinted { round: RoundId, wijk: WijkId },
    /// The letters of a wijk were voided before voting opened.
    CodesVoided { round: RoundId, wijk: WijkId },
    /// A letter was lost or stolen: what was voted with it is laid aside, whether it was used or not.
    LetterCancelled {
        round: RoundId,
        wijk: WijkId,
        number: u32,
        reason: CancelReason,
    },
    /// An envelope was handed out at the desk: from now on its code opens a ballot.
    EnvelopeIssued {
        round: RoundId,
        wijk: WijkId,
        number: u32,
    },
    /// Somebody asked for an act that needs two people.
    ActAsked {
        request: RequestId,
        act: ActKind,
        round: RoundId,
        wijk: Option<WijkId>,
    },
    /// Another agreed, and so it was done: what it did is the entry that follows.
    ActAgreed {
        request: RequestId,
        act: ActKind,
        round: RoundId,
        wijk: Option<WijkId>,
    },
    /// It was taken back before anybody agreed.
    ActWithdrawn {
        request: RequestId,
        act: ActKind,
        round: RoundId,
        wijk: Option<WijkId>,
    },
    /// Voting opens: nobody can be added after this.
    SealsFixed {
        round: RoundId,
        wijk: WijkId,
        letters: u32,
        spare: Spare,
        seal_list: String,
    },
    /// The sheet of the round: the hash of all that holds while it votes.
    SheetMade { round: RoundId, sheet: String },
    /// Somebody wrote in the rows of a round by hand, and what was to be done by them was refused.
    RoundTampered { round: RoundId },
    /// Ballots in the box at a full hour; no number where they are too few to tell.
    HourlyCount {
        round: RoundId,
        wijk: WijkId,
        ballots: Option<u64>,
    },
    /// The box is closed: hash of everything in it, and the codes of which the votes are laid aside: letters that were
    /// cancelled, and envelopes and ballots on paper that nobody got.
    BoxClosed {
        round: RoundId,
        wijk: WijkId,
        ballots: u64,
        head: String,
        cancelled: Vec<u32>,
        unissued: Vec<u32>,
    },
    /// The box was opened and counted; `files` is the hash of what is published of it (pack/README.md).
    BoxCounted {
        round: RoundId,
        wijk: WijkId,
        valid: u64,
        rejected: u64,
        laid_aside: u64,
        files: String,
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
    /// The secret of a round, its list of letters and its cards were destroyed, so many letters; `list` is the hash of them.
    SecretsDestroyed {
        round: RoundId,
        letters: u64,
        list: String,
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

impl EventKind {
    /// Every one.
    pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;
}

/// The entry of what a step fixes for good; such a step happens once in a round.
#[must_use]
pub const fn fixed_by(step: Step) -> Option<EventKind> {
    match step {
        Step::PublishBallot => Some(EventKind::RulesFrozen),
        Step::OpenVoting => Some(EventKind::SheetMade),
        Step::CloseVoting => Some(EventKind::BoxClosed),
        Step::OpenProposing
        | Step::StartCoCreation
        | Step::StartChecking
        | Step::Count
        | Step::OpenObjections
        | Step::SendToCouncil
        | Step::Adopt
        | Step::Return
        | Step::Archive
        | Step::Cancel => None,
    }
}

impl Event {
    /// The count of a box at a full hour, without its number below [`MIN_PUBLISHED`]: where one or two have voted,
    /// whoever was seen at the door is one of them.
    #[must_use]
    pub fn hourly_count(round: RoundId, wijk: WijkId, ballots: u64) -> Self {
        Self::HourlyCount {
            round,
            wijk,
            ballots: (ballots >= MIN_PUBLISHED).then_some(ballots),
        }
    }

    /// The canonical JSON that is hashed into the journal.
    ///
    /// # Errors
    /// Never for these types; kept as an error so that no caller panics.
    pub fn canonical(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}

/// What an event is about: the columns by which it is found again, beside the text that is hashed.
///
/// It is read from that text and from nothing else, when an entry is written and when the journal is verified, so an
/// event cannot be filed under another round than it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Subject {
    /// Which event.
    #[serde(rename = "event")]
    pub kind: EventKind,
    /// The round it names.
    pub round: Option<RoundId>,
    /// The wijk it names.
    pub wijk: Option<WijkId>,
}

impl Subject {
    /// What the event with this canonical JSON is about.
    ///
    /// # Errors
    /// When it is no event.
    pub fn of(canonical: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(canonical)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0198f0a4-0000-7000-8000-000000000001";

    /// One event of every kind, each read from an object that has the fields of all.
    fn events() -> impl Iterator<Item = Event> {
        EventKind::ALL.iter().map(|kind| {
            serde_json::from_value(serde_json::json!({
                "event": kind.to_string(), "request": ID, "act": "count_votes", "person": ID, "roles": [], "round": ID,
                "wijk": ID, "proposal": ID,
                "job": ID, "step": "cancel", "from": "draft", "to": "cancelled", "reason": "lost", "rules": "", "key": "",
                "letters": 1, "number": 1, "needed": 2, "total": 3, "holders": [], "card": 1, "seal_list": "", "list": "", "sheet": "", "laid_aside": 0, "files": "", "ballots": 1, "head": "", "cancelled": [], "unissued": [], "spare": { "reserve": 0, "paper": 0 }, "valid": 1, "rejected": 0, "party": "",
                "schedule": {"closed": 1}, "decision": "admit", "ruling": "adopt", "state": "vacancy", "minutes": 1,
            }))
            .unwrap()
        })
    }

    #[test]
    fn the_subject_of_every_event_is_what_its_text_names() {
        for event in events() {
            let text = event.canonical().unwrap();
            let subject = Subject::of(&text).unwrap();
            assert_eq!(subject.kind, EventKind::from(&event), "{text}");
            let named = |key: &str| text.contains(&format!(r#""{key}":"{ID}""#));
            assert_eq!(subject.round.is_some(), named("round"), "{text}");
            assert_eq!(subject.wijk.is_some(), named("wijk"), "{text}");
        }
    }

    #[test]
    fn an_hourly_count_below_ten_has_no_number() {
        let id = uuid::Uuid::nil();
        let count = |n| match Event::hourly_count(RoundId::new(id), WijkId::new(id), n) {
            Event::HourlyCount { ballots, .. } => ballots,
            other => panic!("{other:?}"),
        };
        assert_eq!(
            [0, 1, 9, 10, 11].map(count),
            [None, None, None, Some(10), Some(11)]
        );
    }

    #[test]
    fn a_text_that_is_no_event_has_no_subject() {
        for text in [
            "",
            "{}",
            r#"{"event":"coup"}"#,
            r#"{"event":"box_closed","round":"x"}"#,
        ] {
            assert!(Subject::of(text).is_err(), "{text}");
        }
    }
}
