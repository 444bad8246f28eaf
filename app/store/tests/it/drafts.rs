//! A round before anybody but staff sees it.

use domain::{
    audit::EventKind,
    phase::{Missing, Phase, StepRefused},
};
use store::Refusal;

use crate::given::{self, HOUR, NOW, console, is_not_found, on_each_engine, refusal, start_of};

#[tokio::test]
async fn a_draft_stays_one_until_somebody_says_it_is_ready() {
    on_each_engine(|given| async move {
        let round = given.round().await;
        let due = start_of(Phase::Proposing);
        assert!(given.step_due_rounds(due).await.unwrap().is_empty());
        given
            .ready_round(&console(), round.id, NOW - HOUR)
            .await
            .unwrap();
        // Whoever changes it says so again.
        let plan = given::plan(&round.wijken);
        given
            .change_round(&console(), round.id, &plan, NOW)
            .await
            .unwrap();
        assert!(given.step_due_rounds(due).await.unwrap().is_empty());
        given
            .ready_round(&console(), round.id, NOW - HOUR)
            .await
            .unwrap();
        let taken = given.step_due_rounds(due).await.unwrap();
        assert_eq!(taken, [(round.id, Phase::Proposing)]);
    })
    .await;
}

#[tokio::test]
async fn a_draft_whose_first_date_has_passed_is_not_ready() {
    on_each_engine(|given| async move {
        let round = given.round().await;
        for (at, past) in [
            (start_of(Phase::Proposing), 1),
            (start_of(Phase::Council), 6),
        ] {
            let ready = given.ready_round(&console(), round.id, at).await;
            let missing = vec![Missing::PastDates(past)];
            assert_eq!(refusal(ready), Refusal::Step(StepRefused::Missing(missing)));
        }
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_thrown_away_and_a_round_that_was_seen_is_not() {
    on_each_engine(|given| async move {
        let draft = given.round().await;
        given
            .discard_round(&console(), draft.id, NOW)
            .await
            .unwrap();
        assert!(is_not_found(&store::Store::round(&given, draft.id).await));
        let newest = &given.journal(0, 1).await.unwrap()[0];
        assert!(
            newest
                .event
                .contains(&EventKind::RoundDiscarded.to_string())
        );
        let seen = given.round().proposing().await;
        let discarded = given.discard_round(&console(), seen.id, NOW).await;
        assert_eq!(refusal(discarded), Refusal::Phase);
        assert_eq!(seen.phase().await, Phase::Proposing);
    })
    .await;
}
