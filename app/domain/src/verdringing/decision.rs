//! What a reviewer may decide, given the verdict and what parties said.

use serde::{Deserialize, Serialize};

use super::{
    opinion::{Opinion, PartyOpinion},
    verdict::{Outcome, Verdict},
};
use crate::{
    fault::{Fault, Faults, choice},
    id::PersonId,
    named,
    proposal::ProposalState,
    text,
};

named! {
    /// What the reviewer decides.
    pub enum Decision {
        /// May go on the ballot.
        Admit = "admit",
        /// May go on the ballot; the conditions are public.
        AdmitWithConditions = "admit_with_conditions",
        /// Must be changed and handed in again.
        Change = "change",
        /// Not ready in time: next round.
        Postpone = "postpone",
        /// Not allowed.
        Reject = "reject",
    }
}

impl Decision {
    /// Where it leaves the proposal.
    #[must_use]
    pub const fn leaves(self) -> ProposalState {
        match self {
            Self::Admit | Self::AdmitWithConditions => ProposalState::Admitted,
            Self::Change => ProposalState::NeedsChange,
            Self::Postpone => ProposalState::Postponed,
            Self::Reject => ProposalState::Rejected,
        }
    }
}

/// A decision with its reason (gemotiveerd besluit): the reason is public, and there is always one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonedDecision {
    decision: Decision,
    reason: String,
}

/// A decision as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DecisionDraft {
    /// One of [`Decision`].
    pub decision: String,
    /// Why.
    pub reason: String,
}

impl ReasonedDecision {
    /// What was decided.
    #[must_use]
    pub const fn decision(&self) -> Decision {
        self.decision
    }

    /// Why.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl DecisionDraft {
    /// The decision with its reason. Whether it may be taken on a proposal is [`check_decision`]'s to say.
    ///
    /// # Errors
    /// A [`Fault`] at `decision` or `reason`.
    pub fn check(&self) -> Result<ReasonedDecision, Vec<Fault>> {
        let mut faults = Faults::default();
        let decision = faults.keep("decision", choice(&self.decision));
        let reason = faults.take("reason", text::paragraph(&self.reason, 2_000));
        faults.or(ReasonedDecision {
            decision: decision.unwrap_or(Decision::Postpone),
            reason,
        })
    }
}

/// Why a decision cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecisionRefused {
    /// A block is lifted only by changing the proposal, never by a click.
    #[error("blocked")]
    Blocked,
    /// No party was heard yet.
    #[error("no second opinion yet")]
    NoOpinion,
    /// A party was asked and its answer is still awaited.
    #[error("an opinion is still awaited")]
    OpinionPending,
    /// The verdict has conditions: admit with them, not without.
    #[error("conditions are needed")]
    ConditionsNeeded,
    /// The reviewer made the proposal, or answered the questions.
    #[error("the reviewer is involved")]
    Involved,
}

/// Whether `decision` may be taken on a proposal with this verdict and these opinions.
///
/// Setting an objection aside needs a reason; every decision has one, so the text is checked where it is read.
///
/// # Errors
/// [`DecisionRefused`] says why not.
pub fn check_decision(
    decision: Decision,
    verdict: &Verdict,
    opinions: &[PartyOpinion],
    involved: &[PersonId],
    reviewer: Option<PersonId>,
) -> Result<(), DecisionRefused> {
    if reviewer.is_some_and(|person| involved.contains(&person)) {
        return Err(DecisionRefused::Involved);
    }
    match decision {
        Decision::Change | Decision::Postpone | Decision::Reject => Ok(()),
        Decision::Admit if verdict.outcome == Outcome::Conditional => {
            Err(DecisionRefused::ConditionsNeeded)
        }
        Decision::Admit | Decision::AdmitWithConditions => match verdict.outcome {
            Outcome::Blocked => Err(DecisionRefused::Blocked),
            Outcome::SecondOpinion if opinions.is_empty() => Err(DecisionRefused::NoOpinion),
            Outcome::SecondOpinion if opinions.iter().any(|o| o.opinion == Opinion::Pending) => {
                Err(DecisionRefused::OpinionPending)
            }
            Outcome::SecondOpinion | Outcome::Conditional | Outcome::Clean => Ok(()),
        },
    }
}
