//! The life of a round: which step may follow which phase, and what is still missing for it.

mod may;
mod reason;
mod waits;

pub use reason::{Reason, StepDraft};
pub use waits::{Waits, waits};

use serde::{Deserialize, Serialize};

use crate::named;

named! {
    /// Where a round stands (fase).
    pub enum Phase {
        /// Staff set it up; nobody else sees it.
        Draft = "draft",
        /// Residents hand in proposals.
        Proposing = "proposing",
        /// Staff and residents improve and merge proposals.
        CoCreation = "co_creation",
        /// Proposals are checked, displacement first.
        Checking = "checking",
        /// The ballot is public; rules, candidates and budgets are frozen.
        BallotPublished = "ballot_published",
        /// The ballot box is open.
        Voting = "voting",
        /// The ballot box is closed and its hash is in the journal.
        Closed = "closed",
        /// The outcome is public.
        Counted = "counted",
        /// Anyone may object to the count.
        Objections = "objections",
        /// The council has the dossier.
        Council = "council",
        /// Adopted; the jobs are being filled.
        Delivery = "delivery",
        /// Done and kept.
        Archived = "archived",
        /// Stopped with a public reason.
        Cancelled = "cancelled",
    }
}

named! {
    /// What moves a round on.
    pub enum Step {
        /// Let residents hand in proposals.
        OpenProposing = "open_proposing",
        /// No new proposals; improve and merge.
        StartCoCreation = "start_co_creation",
        /// Check what was handed in.
        StartChecking = "start_checking",
        /// Freeze the rules and publish the ballot.
        PublishBallot = "publish_ballot",
        /// Open the ballot box.
        OpenVoting = "open_voting",
        /// Close the ballot box.
        CloseVoting = "close_voting",
        /// Open the box with the key card and count.
        Count = "count",
        /// Let people object to the count.
        OpenObjections = "open_objections",
        /// Hand the dossier to the council.
        SendToCouncil = "send_to_council",
        /// The council adopts, with or without deviations.
        Adopt = "adopt",
        /// The council sends it back: count or dossier again.
        Return = "return",
        /// All jobs are followed up; keep the round.
        Archive = "archive",
        /// Stop the round.
        Cancel = "cancel",
    }
}

/// What a step must know of the round. Comes in as values, so that no clock or database sits in the rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoundFacts {
    /// Wijken in the round.
    pub wijken: usize,
    /// Wijken whose budget is nil.
    pub wijken_without_budget: usize,
    /// Phases without a date, or not later than the one before.
    pub dates_wrong: usize,
    /// Proposals handed in but not decided.
    pub undecided: usize,
    /// Wijken without a single admitted proposal.
    pub wijken_without_candidate: usize,
    /// Wijken without voting codes.
    pub wijken_without_codes: usize,
    /// Wijken of which nobody has seen the letters whole.
    pub wijken_unprinted: usize,
    /// Whether the key of the ballot box was made.
    pub has_box_key: bool,
    /// Whether the card has opened a test ballot.
    pub rehearsed: bool,
    /// Whether the set minute of the next scheduled phase has come.
    pub is_due: bool,
    /// Whether that minute has passed without the clock taking the step.
    pub is_missed: bool,
    /// Whether the time of day jumped, and nobody has looked at it since.
    pub has_jumped: bool,
    /// Whether staff said that the clock may begin the round.
    pub is_ready: bool,
    /// Phases after the next one whose date has passed.
    pub dates_past: usize,
    /// People who may vote and for whom no letter was made.
    pub letters_missing: u64,
    /// Whether the secret of the round is still there, by which a letter leads to its vote.
    pub keeps_secrets: bool,
}

/// Something that is still missing for a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Missing {
    /// No wijk takes part yet.
    Wijk,
    /// This many wijken have no budget.
    Budget(usize),
    /// This many dates are missing or out of order.
    Dates(usize),
    /// This many dates of later phases have passed: they are moved first.
    PastDates(usize),
    /// This many proposals are not decided.
    Decisions(usize),
    /// This many wijken have nothing to vote on.
    Candidates(usize),
    /// This many wijken have no voting codes.
    Codes(usize),
    /// The letters of this many wijken were made and never printed.
    Print(usize),
    /// The ballot box has no key.
    BoxKey,
    /// The card has not been tried.
    Rehearsal,
    /// The secrets of the box are not destroyed yet.
    Destruction,
}

/// Why a step may not happen now.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StepRefused {
    /// The step does not follow this phase.
    #[error("{step} does not follow {phase}")]
    OutOfTurn {
        /// Where the round stands.
        phase: Phase,
        /// What was asked.
        step: Step,
    },
    /// Something must be done first.
    #[error("something is missing")]
    Missing(Vec<Missing>),
    /// A vote neither opens nor closes before its published minute: whoever comes at the last moment was told it would be
    /// open, and whoever has no letter yet that it would not.
    #[error("the published minute has not come")]
    BeforeTime,
    /// The clock leaves it to people.
    #[error("it waits for people")]
    Waits(Waits),
}

impl Phase {
    /// The phase after `step`, or why it may not happen now.
    ///
    /// # Errors
    /// [`StepRefused`] names what is in the way.
    pub fn after(self, step: Step, facts: &RoundFacts) -> Result<Self, StepRefused> {
        let next = self
            .target(step)
            .ok_or(StepRefused::OutOfTurn { phase: self, step })?;
        if matches!(step, Step::OpenVoting | Step::CloseVoting) && !facts.is_due {
            return Err(StepRefused::BeforeTime);
        }
        let missing = missing(step, facts);
        if missing.is_empty() {
            Ok(next)
        } else {
            Err(StepRefused::Missing(missing))
        }
    }

    /// The arrow of the picture in the crate's README.
    const fn target(self, step: Step) -> Option<Self> {
        use Phase::{
            Archived, BallotPublished, Cancelled, Checking, Closed, CoCreation, Council, Counted,
            Delivery, Draft, Objections, Proposing, Voting,
        };
        match (self, step) {
            (Draft, Step::OpenProposing) => Some(Proposing),
            (Proposing, Step::StartCoCreation) => Some(CoCreation),
            (CoCreation, Step::StartChecking) => Some(Checking),
            (Checking, Step::PublishBallot) => Some(BallotPublished),
            (BallotPublished, Step::OpenVoting) => Some(Voting),
            (Voting, Step::CloseVoting) => Some(Closed),
            (Closed, Step::Count) => Some(Counted),
            (Counted, Step::OpenObjections) | (Council, Step::Return) => Some(Objections),
            (Objections, Step::SendToCouncil) => Some(Council),
            (Council, Step::Adopt) => Some(Delivery),
            (Delivery, Step::Archive) => Some(Archived),
            (
                Proposing | CoCreation | Checking | BallotPublished | Voting | Closed,
                Step::Cancel,
            ) => Some(Cancelled),
            // Every other pair is out of turn; a test walks all of them.
            (_, _) => None,
        }
    }

    /// The step that leads on from here when all goes well.
    #[must_use]
    pub const fn next_step(self) -> Option<Step> {
        match self {
            Self::Draft => Some(Step::OpenProposing),
            Self::Proposing => Some(Step::StartCoCreation),
            Self::CoCreation => Some(Step::StartChecking),
            Self::Checking => Some(Step::PublishBallot),
            Self::BallotPublished => Some(Step::OpenVoting),
            Self::Voting => Some(Step::CloseVoting),
            Self::Closed => Some(Step::Count),
            Self::Counted => Some(Step::OpenObjections),
            Self::Objections => Some(Step::SendToCouncil),
            Self::Council => Some(Step::Adopt),
            Self::Delivery => Some(Step::Archive),
            Self::Archived | Self::Cancelled => None,
        }
    }

    /// The phase that `next_step` leads to.
    #[must_use]
    pub const fn next(self) -> Option<Self> {
        match self.next_step() {
            Some(step) => self.target(step),
            None => None,
        }
    }

    /// Phases that begin by themselves at a set minute, in order. Counting needs people; so does what follows.
    pub const SCHEDULED: &'static [Self] = &[
        Self::Proposing,
        Self::CoCreation,
        Self::Checking,
        Self::BallotPublished,
        Self::Voting,
        Self::Closed,
        Self::Council,
    ];
}

impl Step {
    /// Whether the clock may take this step at the set minute.
    #[must_use]
    pub const fn is_by_clock(self) -> bool {
        matches!(
            self,
            Self::OpenProposing
                | Self::StartCoCreation
                | Self::StartChecking
                | Self::PublishBallot
                | Self::OpenVoting
                | Self::CloseVoting
                | Self::SendToCouncil
        )
    }

    /// Whether two people must be behind it: nobody counts alone, nobody opens or closes a vote alone where the clock did
    /// not, and nobody stops a round alone once its ballot is public.
    #[must_use]
    pub fn needs_two(self, phase: Phase) -> bool {
        match self {
            Self::Count | Self::OpenVoting | Self::CloseVoting => true,
            Self::Cancel => phase.is_frozen(),
            _ => false,
        }
    }

    /// Whether it is an ordinary staff act with a reason. Counting needs the card, deciding the council.
    #[must_use]
    pub const fn is_by_staff(self) -> bool {
        !matches!(self, Self::Count | Self::Adopt | Self::Return)
    }
}

/// What is still missing for `step`, as a list that staff see before they try.
#[must_use]
pub fn missing(step: Step, facts: &RoundFacts) -> Vec<Missing> {
    let mut list = Vec::new();
    let mut need = |is_missing: bool, what: Missing| {
        if is_missing {
            list.push(what);
        }
    };
    match step {
        Step::OpenProposing => {
            need(facts.wijken == 0, Missing::Wijk);
            need(
                facts.wijken_without_budget > 0,
                Missing::Budget(facts.wijken_without_budget),
            );
            need(facts.dates_wrong > 0, Missing::Dates(facts.dates_wrong));
            need(facts.dates_past > 0, Missing::PastDates(facts.dates_past));
        }
        Step::PublishBallot => {
            need(facts.dates_past > 0, Missing::PastDates(facts.dates_past));
            need(facts.undecided > 0, Missing::Decisions(facts.undecided));
            need(
                facts.wijken_without_candidate > 0,
                Missing::Candidates(facts.wijken_without_candidate),
            );
        }
        Step::OpenVoting => {
            need(!facts.has_box_key, Missing::BoxKey);
            need(facts.has_box_key && !facts.rehearsed, Missing::Rehearsal);
            need(
                facts.wijken_without_codes > 0,
                Missing::Codes(facts.wijken_without_codes),
            );
            need(
                facts.wijken_unprinted > 0,
                Missing::Print(facts.wijken_unprinted),
            );
        }
        Step::Archive => need(facts.keeps_secrets, Missing::Destruction),
        Step::StartCoCreation
        | Step::StartChecking
        | Step::CloseVoting
        | Step::Count
        | Step::OpenObjections
        | Step::SendToCouncil
        | Step::Adopt
        | Step::Return
        | Step::Cancel => {}
    }
    list
}

#[cfg(test)]
mod tests;
