use super::*;
use crate::id::PersonId;

const QUESTIONS: &str = include_str!("../../../../server/demo/verdringingstoets.json");

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
    let decide =
        |opinions: &[PartyOpinion]| check_decision(Decision::Admit, &verdict, opinions, &[], None);
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
    let decide =
        |involved: &[PersonId]| check_decision(Decision::Admit, &verdict, &[], involved, Some(me));
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
