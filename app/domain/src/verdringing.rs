//! The check on displacement (verdringingstoets): 15 questions as data, and a verdict in which the worst effect wins.
//!
//! The law asks for work "naast of in aanvulling op reguliere arbeid" that does "niet leiden tot verdringing op de
//! arbeidsmarkt" (Participatiewet art. 9(1)c and 10a(2)) and leaves the criteria to the municipality. So the questions
//! are data with a version, frozen per round; README.md#displacement has more.

mod decision;
mod may;
mod opinion;
mod questions;
mod verdict;

pub use decision::{Decision, DecisionDraft, DecisionRefused, ReasonedDecision, check_decision};
pub use may::{is_open, may_check};
pub use opinion::{Opinion, OpinionDraft, Party, PartyOpinion};
pub use questions::{Answers, AnswersDraft, Checklist, ChecklistFault, Effect, Question, UNKNOWN};
pub use verdict::{Finding, Outcome, Verdict};

#[cfg(test)]
mod tests;
