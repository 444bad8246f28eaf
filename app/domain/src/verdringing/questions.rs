//! The questions of a round with what each answer leads to, and the answers to them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::opinion::Party;
use crate::{journal::Digest, named};

named! {
    /// What one answer leads to; the order is from mild to severe.
    pub enum Effect {
        /// No sign of displacement.
        Ok = "ok",
        /// Allowed if something is arranged first.
        Condition = "condition",
        /// Somebody else must be heard first.
        SecondOpinion = "second_opinion",
        /// Cannot go on.
        Block = "block",
    }
}

/// One question with what each answer leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// `D01` to `D15`.
    pub id: String,
    /// Short name.
    pub key: String,
    /// The question in Dutch.
    pub question_nl: String,
    /// The question in English.
    pub question_en: String,
    /// Effect of each possible answer.
    pub effects: BTreeMap<String, Effect>,
    /// What shows that the answer is true.
    pub evidence_nl: String,
    /// Who can be asked.
    pub consult: Vec<Party>,
    /// Where the question comes from.
    pub basis: String,
}

/// The answer when there is none.
pub const UNKNOWN: &str = "unknown";

/// Answers by question id. What a checklist never offered does not stand here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub(super) BTreeMap<String, String>);

/// Answers as chosen in a form, whose fields have the ids of the questions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnswersDraft(BTreeMap<String, String>);

impl Answers {
    /// The answer to a question; [`UNKNOWN`] when there is none.
    #[must_use]
    pub fn get(&self, question: &str) -> &str {
        self.0.get(question).map_or(UNKNOWN, String::as_str)
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl AnswersDraft {
    /// The answers that the checklist offers. Anything else in the form is no answer, so nothing here can be wrong.
    #[must_use]
    pub fn check(&self, checklist: &Checklist) -> Answers {
        let offered = checklist.questions().iter().filter_map(|question| {
            let (answer, _) = question.effects.get_key_value(self.0.get(&question.id)?)?;
            Some((question.id.clone(), answer.clone()))
        });
        Answers(offered.collect())
    }
}

/// The form filled with answers given before.
impl From<&Answers> for AnswersDraft {
    fn from(answers: &Answers) -> Self {
        Self(answers.0.clone())
    }
}

impl IntoIterator for AnswersDraft {
    type Item = (String, String);
    type IntoIter = std::collections::btree_map::IntoIter<String, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<(String, String)> for AnswersDraft {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(fields: I) -> Self {
        Self(fields.into_iter().collect())
    }
}

/// The questions of a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Checklist(pub(super) Vec<Question>);

/// Why this is not a checklist.
#[derive(Debug, thiserror::Error)]
pub enum ChecklistFault {
    /// Not the expected JSON.
    #[error("the checklist cannot be read: {0}")]
    Json(#[from] serde_json::Error),
    /// A question without an effect for "unknown", or twice the same id.
    #[error("question {0} has no effect for 'unknown', or stands twice")]
    Question(String),
}

impl Checklist {
    /// Reads the questions from their data file.
    ///
    /// # Errors
    /// [`ChecklistFault`] when a question is incomplete.
    pub fn parse(json: &str) -> Result<Self, ChecklistFault> {
        let questions: Vec<Question> = serde_json::from_str(json)?;
        let mut seen = std::collections::BTreeSet::new();
        for question in &questions {
            if !question.effects.contains_key(UNKNOWN) || !seen.insert(&question.id) {
                return Err(ChecklistFault::Question(question.id.clone()));
            }
        }
        Ok(Self(questions))
    }

    /// The questions in order.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.0
    }

    /// The version: SHA-256 of the canonical JSON, in hex.
    #[must_use]
    pub fn version(&self) -> String {
        Digest::of(&serde_json::to_vec(&self.0).unwrap_or_default()).to_string()
    }
}
