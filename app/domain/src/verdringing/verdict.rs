//! What the answers lead to together.

use serde::{Deserialize, Serialize};

use super::questions::{Answers, Checklist, Effect, UNKNOWN};
use crate::named;

named! {
    /// The outcome of all answers together.
    pub enum Outcome {
        /// No sign of displacement.
        Clean = "clean",
        /// Allowed with conditions.
        Conditional = "conditional",
        /// First hear the parties.
        SecondOpinion = "second_opinion",
        /// Cannot go on; only another proposal can.
        Blocked = "blocked",
    }
}

/// What one answer leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The question.
    pub question: String,
    /// The answer; `unknown` where there was none.
    pub answer: String,
    /// What it leads to.
    pub effect: Effect,
}

/// The verdict over all answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The worst of all effects.
    pub outcome: Outcome,
    /// Every answer that is not simply fine.
    pub findings: Vec<Finding>,
}

impl Checklist {
    /// What the answers lead to. The worst effect wins; no answer is `unknown`.
    #[must_use]
    pub fn verdict(&self, answers: &Answers) -> Verdict {
        let mut worst = Effect::Ok;
        let mut findings = Vec::new();
        for question in self.questions() {
            let answer = answers.get(&question.id);
            // An answer that was never offered is no answer.
            let (answer, effect) = match question.effects.get(answer) {
                Some(&effect) => (answer, effect),
                None => (
                    UNKNOWN,
                    question
                        .effects
                        .get(UNKNOWN)
                        .copied()
                        .unwrap_or(Effect::SecondOpinion),
                ),
            };
            if effect != Effect::Ok {
                findings.push(Finding {
                    question: question.id.clone(),
                    answer: answer.into(),
                    effect,
                });
            }
            worst = worst.max(effect);
        }
        let outcome = match worst {
            Effect::Ok => Outcome::Clean,
            Effect::Condition => Outcome::Conditional,
            Effect::SecondOpinion => Outcome::SecondOpinion,
            Effect::Block => Outcome::Blocked,
        };
        Verdict { outcome, findings }
    }
}
