//! The check on displacement (verdringingstoets): 15 questions as data, and a verdict in which the worst effect wins.
//!
//! The law asks for work "naast of in aanvulling op reguliere arbeid" that does "niet leiden tot verdringing op de
//! arbeidsmarkt" (Participatiewet art. 9(1)c and 10a(2)) and leaves the criteria to the municipality. So the questions
//! are data with a version, frozen per round; README.md#displacement has more.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{id::PersonId, journal::Digest, named};

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

named! {
    /// Who can be asked.
    pub enum Party {
        /// Sheltered-work or work-and-learn company (SW-bedrijf).
        SwCompany = "sw_company",
        /// Trade union.
        TradeUnion = "trade_union",
        /// Works council of the host.
        WorksCouncil = "works_council",
        /// Local business association.
        BusinessAssociation = "business_association",
        /// Managers of the municipality's contracts.
        MunicipalityContracts = "municipality_contracts",
        /// Volunteers of the host.
        Volunteers = "volunteers",
        /// Client council.
        ClientCouncil = "client_council",
        /// Residents.
        Residents = "residents",
        /// The host itself.
        HostOrganisation = "host_organisation",
        /// Housing association.
        HousingAssociation = "housing_association",
    }
}

named! {
    /// What a party says. Silence is shown as silence and never counts as agreement.
    pub enum Opinion {
        /// No objection.
        NoObjection = "no_objection",
        /// Fine, if.
        Condition = "condition",
        /// Objection.
        Objection = "objection",
        /// Asked, not answered in time.
        NoReply = "no_reply",
        /// Asked, still waiting.
        Pending = "pending",
    }
}

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

/// Answers by question id.
pub type Answers = BTreeMap<String, String>;

/// The questions of a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Checklist(Vec<Question>);

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

    /// What the answers lead to. The worst effect wins; no answer is `unknown`.
    #[must_use]
    pub fn verdict(&self, answers: &Answers) -> Verdict {
        let mut worst = Effect::Ok;
        let mut findings = Vec::new();
        for question in &self.0 {
            let answer = answers.get(&question.id).map_or(UNKNOWN, String::as_str);
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

/// What a party said about a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyOpinion {
    /// Who.
    pub party: Party,
    /// What.
    pub opinion: Opinion,
    /// In words; empty when nothing was added.
    pub text: String,
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

#[cfg(test)]
mod tests {
    use super::*;

    const QUESTIONS: &str = include_str!("../../../server/demo/verdringingstoets.json");

    fn checklist() -> Checklist {
        Checklist::parse(QUESTIONS).unwrap()
    }

    /// The mildest answer to every question.
    fn all_fine() -> Answers {
        checklist()
            .questions()
            .iter()
            .map(|q| {
                let fine = q
                    .effects
                    .iter()
                    .find(|(_, effect)| **effect == Effect::Ok)
                    .unwrap();
                (q.id.clone(), fine.0.clone())
            })
            .collect()
    }

    #[test]
    fn fifteen_fine_answers_are_clean() {
        assert_eq!(checklist().questions().len(), 15);
        assert_eq!(
            checklist().verdict(&all_fine()),
            Verdict {
                outcome: Outcome::Clean,
                findings: vec![]
            }
        );
    }

    #[test]
    fn the_worst_effect_wins_for_every_answer_to_every_question() {
        for question in checklist().questions() {
            for (answer, &effect) in &question.effects {
                let mut answers = all_fine();
                answers.insert(question.id.clone(), answer.clone());
                let expected = match effect {
                    Effect::Ok => Outcome::Clean,
                    Effect::Condition => Outcome::Conditional,
                    Effect::SecondOpinion => Outcome::SecondOpinion,
                    Effect::Block => Outcome::Blocked,
                };
                assert_eq!(
                    checklist().verdict(&answers).outcome,
                    expected,
                    "{} {answer}",
                    question.id
                );
            }
        }
    }

    #[test]
    fn an_unanswered_question_counts_as_unknown() {
        let mut answers = all_fine();
        answers.remove("D04");
        answers.insert("D05".into(), "perhaps".into());
        let verdict = checklist().verdict(&answers);
        assert_eq!(verdict.outcome, Outcome::SecondOpinion);
        assert!(
            verdict
                .findings
                .iter()
                .all(|finding| finding.answer == UNKNOWN)
        );
        assert_eq!(verdict.findings.len(), 2);
    }

    #[test]
    fn a_block_is_never_lifted_by_a_click() {
        let mut answers = all_fine();
        answers.insert("D01".into(), "yes".into());
        let verdict = checklist().verdict(&answers);
        for decision in [Decision::Admit, Decision::AdmitWithConditions] {
            assert_eq!(
                check_decision(decision, &verdict, &[], &[], None),
                Err(DecisionRefused::Blocked)
            );
        }
        assert_eq!(
            check_decision(Decision::Reject, &verdict, &[], &[], None),
            Ok(())
        );
    }

    #[test]
    fn a_second_opinion_is_heard_before_admission() {
        let mut answers = all_fine();
        answers.insert("D06".into(), "yes".into());
        let verdict = checklist().verdict(&answers);
        let said = |opinion| PartyOpinion {
            party: Party::BusinessAssociation,
            opinion,
            text: String::new(),
        };
        let decide = |opinions: &[PartyOpinion]| {
            check_decision(Decision::Admit, &verdict, opinions, &[], None)
        };
        assert_eq!(decide(&[]), Err(DecisionRefused::NoOpinion));
        assert_eq!(
            decide(&[said(Opinion::Pending)]),
            Err(DecisionRefused::OpinionPending)
        );
        assert_eq!(decide(&[said(Opinion::Condition)]), Ok(()));
    }

    #[test]
    fn nobody_judges_a_proposal_they_made_or_answered_for() {
        let verdict = checklist().verdict(&all_fine());
        let me = PersonId::new(uuid::Uuid::from_u128(4));
        let decide = |involved: &[PersonId]| {
            check_decision(Decision::Admit, &verdict, &[], involved, Some(me))
        };
        assert_eq!(decide(&[me]), Err(DecisionRefused::Involved));
        assert_eq!(decide(&[PersonId::new(uuid::Uuid::from_u128(5))]), Ok(()));
    }

    #[test]
    fn any_change_of_a_question_is_another_version() {
        let mut other = checklist();
        other.0[3].question_nl.push('!');
        assert_ne!(other.version(), checklist().version());
        assert_eq!(checklist().version(), checklist().version());
    }
}
