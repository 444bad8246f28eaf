//! What the page of one check shows, and the three forms on it.

use domain::{
    round::Round,
    verdringing::{AnswersDraft, Checklist, DecisionDraft, PartyOpinion, is_open},
};
use store::proposals::Record;

use crate::web::form::{Form, FormError};

/// Everything about one check.
pub struct Check {
    pub record: Record,
    pub round: Round,
    pub checklist: Checklist,
    pub opinions: Vec<PartyOpinion>,
    /// Whether this person may decide.
    pub may_decide: bool,
}

impl Check {
    /// Whether the check can still change; the store decides again.
    pub fn is_open(&self) -> bool {
        is_open(self.record.state, self.round.phase)
    }
}

/// The three forms; the one that was sent has what was typed and what is wrong.
pub struct Forms {
    pub answers: Form,
    pub opinion: Form,
    pub decision: Form,
}

impl Forms {
    pub fn of(record: &Record) -> Result<Self, FormError> {
        let decision = record.decision.as_ref();
        let decision = decision.map(|(decision, reason)| DecisionDraft {
            decision: decision.to_string(),
            reason: reason.clone(),
        });
        Ok(Self {
            answers: Form::filled(&AnswersDraft::from(&record.answers))?,
            opinion: Form::default(),
            decision: Form::filled(&decision.unwrap_or_default())?,
        })
    }

    /// The form that something is wrong with.
    pub fn faulty(&self) -> &Form {
        [&self.answers, &self.opinion]
            .into_iter()
            .find(|form| form.is_faulty())
            .unwrap_or(&self.decision)
    }
}
