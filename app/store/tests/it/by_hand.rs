//! A vote that the clock left to people.

use domain::{
    audit::EventKind,
    id::RequestId,
    phase::{Missing, Phase, Step, StepRefused, Waits},
    round::{GRACE, Millis},
};
use store::{Refusal, Saying, StoreError};

use crate::given::{
    DAY, Given, GivenRound, HOUR, MINUTE, on_each_engine, reason, refusal, start_of,
};

async fn ask(
    round: &GivenRound,
    given: &Given,
    step: Step,
    at: Millis,
) -> Result<RequestId, StoreError> {
    let permit = round.staff[0].permit().unwrap();
    let why = reason("De server was uit.");
    given
        .ask_to_step_vote(&permit, round.id, step, &why, at)
        .await
}

async fn by_two(
    round: &GivenRound,
    given: &Given,
    step: Step,
    at: Millis,
) -> Result<Phase, StoreError> {
    let request = ask(round, given, step, at).await?;
    let second = round.staff[1].second().unwrap();
    given.step_vote(&second, request, at).await
}

#[tokio::test]
async fn two_people_close_a_vote_whose_minute_was_missed_and_every_vote_counts() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().await;
        round.cast(0, 0, &[0]).await;
        let late = round.closes_at() + DAY;
        let by_clock = given.step_by_clock(round.id, Step::CloseVoting, late).await;
        let waits = StepRefused::Waits(Waits::Missed);
        assert_eq!(refusal(by_clock), Refusal::Step(waits));
        let admission = round.enter(0, 1).await.unwrap();
        let vote = round.vote(&admission, &[0]).await;
        let cast = given.cast(&admission.seal_key, &vote, late).await;
        assert_eq!(
            refusal(cast),
            Refusal::Closed,
            "the minute on the poster holds"
        );
        let to = by_two(&round, &given, Step::CloseVoting, late)
            .await
            .unwrap();
        assert_eq!(to, Phase::Closed);
        let boxes = given.announced(round.id).await.unwrap().boxes;
        assert_eq!(boxes[0].ballots, 1);
        let said = given.said(round.id).await.unwrap();
        assert_eq!(
            (said[0].what, said[0].reason.as_str()),
            (Saying::Closed, "De server was uit.")
        );
        round.go_to(Phase::Counted).await;
    })
    .await;
}

#[tokio::test]
async fn nobody_opens_or_closes_a_vote_alone_or_before_its_minute() {
    on_each_engine(|given| async move {
        let mut round = given.round().ballot_published().await;
        round.issue().await;
        let early = ask(
            &round,
            &given,
            Step::OpenVoting,
            start_of(Phase::Voting) - MINUTE,
        )
        .await;
        assert_eq!(refusal(early), Refusal::Step(StepRefused::BeforeTime));
        let at = start_of(Phase::Voting) + HOUR;
        let request = ask(&round, &given, Step::OpenVoting, at).await.unwrap();
        let mine = round.staff[0].second().unwrap();
        let alone = given.step_vote(&mine, request, at).await;
        assert_eq!(refusal(alone), Refusal::SamePerson);
        let second = round.staff[1].second().unwrap();
        assert_eq!(
            given.step_vote(&second, request, at).await.unwrap(),
            Phase::Voting
        );
        let early = ask(&round, &given, Step::CloseVoting, round.closes_at() - 1).await;
        assert_eq!(refusal(early), Refusal::Step(StepRefused::BeforeTime));
    })
    .await;
}

#[tokio::test]
async fn a_vote_without_every_letter_opens_only_by_two_people_with_a_reason() {
    on_each_engine(|given| async move {
        let mut round = given.round().ballot_published().with_letters(5).await;
        round.issue().await;
        round.void_letters(round.wijken[0]).await.unwrap();
        let at = start_of(Phase::Voting);
        let none = ask(&round, &given, Step::OpenVoting, at).await;
        let missing = vec![Missing::Codes(1)];
        assert_eq!(refusal(none), Refusal::Step(StepRefused::Missing(missing)));
        round.letters[0] = round.issue_letters(round.wijken[0], 2).await.unwrap();
        assert!(given.step_due_rounds(at).await.unwrap().is_empty());
        let by_clock = given.step_by_clock(round.id, Step::OpenVoting, at).await;
        let waits = StepRefused::Waits(Waits::Letters(3));
        assert_eq!(refusal(by_clock), Refusal::Step(waits));
        let to = by_two(&round, &given, Step::OpenVoting, at).await.unwrap();
        assert_eq!(to, Phase::Voting);
        round.cast(0, 1, &[0]).await;
    })
    .await;
}

#[tokio::test]
async fn a_vote_whose_clock_jumped_neither_opens_nor_closes_by_itself() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().await;
        let at = round.closes_at() + GRACE;
        given.tell_jump(-HOUR, round.open_at()).await.unwrap();
        let newest = &given.journal(0, 1).await.unwrap()[0];
        assert!(newest.event.contains(&EventKind::ClockJumped.to_string()));
        assert!(given.step_due_rounds(at).await.unwrap().is_empty());
        round.cast(0, 0, &[0]).await;
        by_two(&round, &given, Step::CloseVoting, at).await.unwrap();
        round.go_to(Phase::Counted).await;

        let mut other = given.round().ballot_published().await;
        other.issue().await;
        given
            .tell_jump(3 * HOUR, start_of(Phase::Voting) - DAY)
            .await
            .unwrap();
        assert!(
            given
                .step_due_rounds(start_of(Phase::Voting))
                .await
                .unwrap()
                .is_empty()
        );
        // Once two people opened it, they have looked at the clock: it closes by itself.
        by_two(&other, &given, Step::OpenVoting, start_of(Phase::Voting))
            .await
            .unwrap();
        let taken = given.step_due_rounds(at).await.unwrap();
        assert_eq!(taken, [(other.id, Phase::Closed)]);
    })
    .await;
}
