use super::*;
use crate::id::PersonId;

const QUESTIONS: &str = include_str!("../../../../server/demo/verdringingstoets.json");

fn checklist() -> Checklist {
    Checklist::parse(QUESTIONS).unwrap()
}

/// The mildest answer to every question.
fn all_fine() -> Answers {
    let checklist = checklist();
    let fine = checklist.questions().iter().map(|question| {
        let mut effects = question.effects.iter();
        let (answer, _) = effects.find(|(_, effect)| **effect == Effect::Ok).unwrap();
        (question.id.clone(), answer.clone())
    });
    fine.collect::<AnswersDraft>().check(&checklist)
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
            answers.0.insert(question.id.clone(), answer.clone());
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
    answers.0.remove("D04");
    answers.0.insert("D05".into(), "perhaps".into());
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
fn an_answer_that_was_never_offered_is_no_answer() {
    let typed = [("D99", "yes"), ("D01", "misschien"), ("D02", "no")];
    let typed = typed.map(|(question, answer)| (question.to_owned(), answer.to_owned()));
    let answers = AnswersDraft::from_iter(typed).check(&checklist());
    assert_eq!(answers.get("D02"), "no");
    assert_eq!(AnswersDraft::from(&answers).check(&checklist()), answers);
    assert_eq!(answers.0.len(), 1);
}

#[test]
fn an_objection_and_a_condition_need_words_and_silence_needs_none() {
    for &opinion in Opinion::ALL {
        let wordless = OpinionDraft {
            party: "trade_union".into(),
            opinion: opinion.to_string(),
            remark: " ".into(),
        };
        let needs_words = matches!(opinion, Opinion::Objection | Opinion::Condition);
        let faults = wordless.check().err().unwrap_or_default();
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields.contains(&"remark"), needs_words, "{opinion}");
    }
    let fields = OpinionDraft::default().check().unwrap_err();
    assert_eq!(fields.len(), 2, "party and opinion");
}

#[test]
fn a_decision_has_a_reason_and_is_one_of_the_five() {
    let fields = |draft: &DecisionDraft| {
        let faults = draft.check().unwrap_err();
        faults
            .into_iter()
            .map(|fault| fault.field)
            .collect::<Vec<_>>()
    };
    assert_eq!(fields(&DecisionDraft::default()), ["decision", "reason"]);
    for &decision in Decision::ALL {
        let mut draft = DecisionDraft {
            decision: decision.to_string(),
            reason: " ".into(),
        };
        assert_eq!(fields(&draft), ["reason"]);
        draft.reason = "Niemand verliest hier betaald werk door.".into();
        assert_eq!(draft.check().unwrap().decision(), decision);
    }
}

#[test]
fn a_block_is_never_lifted_by_a_click() {
    let mut answers = all_fine();
    answers.0.insert("D01".into(), "yes".into());
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
    answers.0.insert("D06".into(), "yes".into());
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
