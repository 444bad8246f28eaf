//! What the clock does by itself, and what it leaves alone.

use domain::{
    phase::{Missing, Phase, Step, StepRefused},
    round::{GRACE, PATIENCE},
};
use store::Refusal;

use crate::given::{DAY, HOUR, MINUTE, NOW, console, on_each_engine, reason, refusal, start_of};

#[tokio::test]
async fn the_clock_takes_no_step_before_its_minute() {
    on_each_engine(|given| async move {
        let round = given.round().await;
        given
            .ready_round(&console(), round.id, NOW - HOUR)
            .await
            .unwrap();
        assert!(
            given
                .step_due_rounds(start_of(Phase::Proposing) - 1)
                .await
                .unwrap()
                .is_empty()
        );
        let taken = given
            .step_due_rounds(start_of(Phase::Proposing))
            .await
            .unwrap();
        assert_eq!(taken, [(round.id, Phase::Proposing)]);
        assert!(
            given
                .step_due_rounds(start_of(Phase::CoCreation) - 1)
                .await
                .unwrap()
                .is_empty()
        );
        let newest = &given.journal(0, 1).await.unwrap()[0];
        assert_eq!(newest.actor, "clock");
    })
    .await;
}

#[tokio::test]
async fn a_minute_that_was_missed_waits_for_a_person_in_every_phase() {
    on_each_engine(|given| async move {
        for phase in [
            Phase::Proposing,
            Phase::CoCreation,
            Phase::Checking,
            Phase::BallotPublished,
            Phase::Voting,
        ] {
            let mut round = given.round().await;
            round.go_to(phase).await;
            if phase == Phase::BallotPublished {
                round.issue().await;
            }
            let due = round.read().await.due().unwrap();
            let late = due + PATIENCE + 1;
            let taken = given.step_due_rounds(late).await.unwrap();
            assert!(taken.iter().all(|(id, _)| *id != round.id), "{phase}");
            assert_eq!(round.phase().await, phase);
        }
        given.verify_journal().await.unwrap().unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_last_decision_of_a_late_check_publishes_no_ballot_by_itself() {
    on_each_engine(|given| async move {
        let round = given.round().checking().await;
        let late = start_of(Phase::Council) + 90 * DAY;
        assert!(given.step_due_rounds(late).await.unwrap().is_empty());
        round.admit(round.proposals[0][0]).await;
        assert!(given.step_due_rounds(late).await.unwrap().is_empty());
        let why = reason("Alles is getoetst.");
        let by_hand = given
            .step_round(&console(), round.id, Step::PublishBallot, &why, late)
            .await;
        let past = vec![Missing::PastDates(3)];
        assert_eq!(refusal(by_hand), Refusal::Step(StepRefused::Missing(past)));
    })
    .await;
}

#[tokio::test]
async fn voting_closes_ten_minutes_after_its_minute_and_never_before() {
    on_each_engine(|given| async move {
        let round = given.round().voting().await;
        let early = given
            .step_round(
                &console(),
                round.id,
                Step::CloseVoting,
                &reason("Nu al."),
                round.closes_at() - MINUTE,
            )
            .await;
        assert_eq!(refusal(early), Refusal::Phase, "nobody closes alone");
        assert!(
            given
                .step_due_rounds(round.closes_at() + GRACE - 1)
                .await
                .unwrap()
                .is_empty()
        );
        assert!(
            !round.read().await.is_open(round.closes_at()),
            "nobody may begin"
        );
        let taken = given
            .step_due_rounds(round.closes_at() + GRACE)
            .await
            .unwrap();
        assert_eq!(taken, [(round.id, Phase::Closed)]);
    })
    .await;
}

#[tokio::test]
async fn the_clock_needs_letters_to_open_and_the_card_to_count() {
    on_each_engine(|given| async move {
        let round = given.round().ballot_published().await;
        let late = round.open_at();
        assert!(given.step_due_rounds(late).await.unwrap().is_empty());
        let round = given.round().closed().await;
        let much_later = start_of(Phase::Council) + 100 * DAY;
        given.step_due_rounds(much_later).await.unwrap();
        assert_eq!(round.phase().await, Phase::Closed);
    })
    .await;
}

#[tokio::test]
async fn the_clock_hands_the_dossier_to_the_council_at_its_minute() {
    on_each_engine(|given| async move {
        let mut round = given.round().counted().await;
        let at = start_of(Phase::Council);
        assert!(
            given.step_due_rounds(at).await.unwrap().is_empty(),
            "objections are opened by staff"
        );
        round.go_to(Phase::Objections).await;
        assert!(given.step_due_rounds(at - 1).await.unwrap().is_empty());
        assert_eq!(
            given.step_due_rounds(at).await.unwrap(),
            [(round.id, Phase::Council)]
        );
    })
    .await;
}

#[tokio::test]
async fn the_clock_moves_every_round_that_is_due() {
    on_each_engine(|given| async move {
        let one = given.round().proposing().await;
        let other = given.round().proposing().await;
        let due = start_of(Phase::CoCreation);
        let mut taken = given.step_due_rounds(due).await.unwrap();
        taken.sort_unstable();
        let mut expected = [(one.id, Phase::CoCreation), (other.id, Phase::CoCreation)];
        expected.sort_unstable();
        assert_eq!(taken, expected);
    })
    .await;
}
