//! The check on displacement: what follows from the answers, and what a reviewer may decide.

use domain::{
    access::Role,
    id::ProposalId,
    phase::{Missing, Phase, Step, StepRefused},
    proposal::ProposalState,
    verdringing::{Answers, Decision, DecisionRefused, Opinion, Outcome, Party, PartyOpinion},
};
use store::Refusal;

use crate::given::{self, Given, NOW, answers, console, decision, on_each_engine, refusal};

async fn answer(given: &Given, id: ProposalId, but: &[(&str, &str)]) {
    given
        .answer_checklist(&console(), id, &answers(but), NOW)
        .await
        .unwrap();
}

async fn decide(given: &Given, id: ProposalId, what: Decision) -> store::Result<()> {
    given
        .decide_check(&console(), id, &decision(what), NOW)
        .await
}

fn refused(result: store::Result<()>) -> DecisionRefused {
    match refusal(result) {
        Refusal::Decision(refused) => refused,
        other => panic!("{other:?}"),
    }
}

fn says(opinion: Opinion) -> PartyOpinion {
    let text = "Besproken op dinsdag.".into();
    PartyOpinion {
        party: Party::SwCompany,
        opinion,
        text,
    }
}

#[tokio::test]
async fn the_verdict_follows_from_the_answers() {
    on_each_engine(|given| async move {
        let round = given.round().checking().await;
        let id = round.proposals[0][0];
        for (but, outcome) in [
            (vec![], Outcome::Clean),
            (vec![("D15", "no")], Outcome::Conditional),
            (vec![("D15", "no"), ("D04", "yes")], Outcome::SecondOpinion),
            (vec![("D04", "yes"), ("D01", "yes")], Outcome::Blocked),
        ] {
            answer(&given, id, &but).await;
            let record = given.proposal(id).await.unwrap();
            assert_eq!(record.verdict, Some(outcome));
            assert_eq!(record.answers, answers(&but));
        }
        given
            .answer_checklist(&console(), id, &Answers::default(), NOW)
            .await
            .unwrap();
        let record = given.proposal(id).await.unwrap();
        assert!(record.answers.is_empty());
        assert_eq!(record.verdict, Some(Outcome::SecondOpinion));
    })
    .await;
}

#[tokio::test]
async fn nobody_can_admit_what_is_blocked() {
    on_each_engine(|given| async move {
        let round = given.round().checking().await;
        let id = round.proposals[0][0];
        answer(&given, id, &[("D02", "yes")]).await;
        given
            .record_opinion(&console(), id, &says(Opinion::NoObjection), NOW)
            .await
            .unwrap();
        for what in [Decision::Admit, Decision::AdmitWithConditions] {
            assert_eq!(
                refused(decide(&given, id, what).await),
                DecisionRefused::Blocked
            );
        }
        assert_eq!(
            given.proposal(id).await.unwrap().state,
            ProposalState::Submitted
        );
        decide(&given, id, Decision::Reject).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_second_opinion_is_heard_before_admission() {
    on_each_engine(|given| async move {
        let round = given.round().checking().await;
        let id = round.proposals[0][0];
        let unanswered = decide(&given, id, Decision::Admit).await;
        assert_eq!(
            refused(unanswered),
            DecisionRefused::NoOpinion,
            "no answer is no agreement"
        );
        answer(&given, id, &[("D08", "yes")]).await;
        assert_eq!(
            refused(decide(&given, id, Decision::Admit).await),
            DecisionRefused::NoOpinion
        );
        given
            .record_opinion(&console(), id, &says(Opinion::Pending), NOW)
            .await
            .unwrap();
        assert_eq!(
            refused(decide(&given, id, Decision::Admit).await),
            DecisionRefused::OpinionPending
        );
        given
            .record_opinion(&console(), id, &says(Opinion::NoObjection), NOW)
            .await
            .unwrap();
        assert_eq!(
            given.opinions(id).await.unwrap(),
            [says(Opinion::NoObjection)],
            "the last word counts"
        );
        decide(&given, id, Decision::Admit).await.unwrap();
        let record = given.proposal(id).await.unwrap();
        assert_eq!(record.state, ProposalState::Admitted);
        assert_eq!(record.decision.unwrap().0, Decision::Admit);
    })
    .await;
}

#[tokio::test]
async fn conditions_are_named_when_the_verdict_has_them() {
    on_each_engine(|given| async move {
        let round = given.round().checking().await;
        let id = round.proposals[0][0];
        answer(&given, id, &[("D15", "no")]).await;
        assert_eq!(
            refused(decide(&given, id, Decision::Admit).await),
            DecisionRefused::ConditionsNeeded
        );
        decide(&given, id, Decision::AdmitWithConditions)
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_reviewer_who_proposed_or_answered_does_not_decide() {
    on_each_engine(|given| async move {
        let round = given.round().checking().await;
        let id = round.proposals[0][0];
        let reviewer = given.person("toetser", Role::Reviewer).await;
        let fill = reviewer.permit().unwrap();
        given
            .answer_checklist(&fill, id, &answers(&[]), NOW)
            .await
            .unwrap();
        let admit = decision(Decision::Admit);
        let by_who_answered = given
            .decide_check(&reviewer.permit().unwrap(), id, &admit, NOW)
            .await;
        assert_eq!(refused(by_who_answered), DecisionRefused::Involved);
        let mut author = round.author.clone().unwrap();
        author.grants[0].role = Role::Reviewer;
        let by_the_author = given
            .decide_check(&author.permit().unwrap(), id, &admit, NOW)
            .await;
        assert_eq!(refused(by_the_author), DecisionRefused::Involved);
        let second = given.person("tweede toetser", Role::Reviewer).await;
        given
            .decide_check(&second.permit().unwrap(), id, &admit, NOW)
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn undecided_proposals_block_the_ballot_postponed_ones_miss_it() {
    on_each_engine(|given| async move {
        let mut round = given.round().checking().with_proposals(2).await;
        let [first, second] = round.proposals[0][..] else {
            panic!()
        };
        round.admit(first).await;
        let undecided = StepRefused::Missing(vec![Missing::Decisions(1)]);
        assert_eq!(
            refusal(round.step(Step::PublishBallot).await),
            Refusal::Step(undecided)
        );
        decide(&given, second, Decision::Postpone).await.unwrap();
        round.go_to(Phase::BallotPublished).await;
        let (rules, _) = given.rules(round.id).await.unwrap();
        assert_eq!(rules.wijken[0].candidates.len(), 1);
        assert_eq!(
            given.proposal(second).await.unwrap().state,
            ProposalState::Postponed
        );
    })
    .await;
}

#[tokio::test]
async fn other_answers_void_an_admission() {
    on_each_engine(|given| async move {
        let round = given.round().checking().await;
        let id = round.proposals[0][0];
        round.admit(id).await;
        answer(&given, id, &[("D01", "yes")]).await;
        let record = given.proposal(id).await.unwrap();
        assert_eq!(
            (record.state, record.decision),
            (ProposalState::Submitted, None)
        );
        assert_eq!(record.verdict, Some(Outcome::Blocked));
        assert!(round.step(Step::PublishBallot).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_check_in_another_wijk_or_of_a_draft_does_not_exist() {
    on_each_engine(|given| async move {
        let elsewhere = given.first_wijken(2).await[1];
        let round = given.round().proposing().await;
        let id = round.proposals[0][0];
        let reviewer = given::somebody_in(elsewhere, Role::Reviewer);
        let (fill, judge) = (reviewer.permit().unwrap(), reviewer.permit().unwrap());
        let before = given.dump().await;
        let answer = given.answer_checklist(&fill, id, &answers(&[]), NOW).await;
        let opinion = given
            .record_opinion(&fill, id, &says(Opinion::NoObjection), NOW)
            .await;
        let decided = given
            .decide_check(&judge, id, &decision(Decision::Reject), NOW)
            .await;
        assert!([answer, opinion, decided].iter().all(given::is_not_found));
        assert!(given.changed_since(&before).await.is_empty());
        let permit = round.author.as_ref().unwrap().permit().unwrap();
        let draft = given
            .begin_proposal(&permit, round.id, round.wijken[0], NOW)
            .await
            .unwrap();
        assert!(given::is_not_found(
            &decide(&given, draft, Decision::Reject).await
        ));
    })
    .await;
}
