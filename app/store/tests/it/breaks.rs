//! Attacks that once worked, by somebody who can write in the database and has neither the master key nor a card.
//!
//! Each is told in `app/domain/src/ballot_box/README.md#what-was-tried`. Whoever attacks next finds the others here.

use domain::phase::{Phase, Step};
use store::StoreError;

use crate::given::{Given, GivenRound, on_each_engine};

/// A round in which four people voted and the box is closed.
async fn closed(given: &Given) -> GivenRound {
    let mut round = given.round().voting().with_letters(5).await;
    for letter in 0..4 {
        round.cast(0, letter, &[0]).await;
    }
    round.go_to(Phase::Closed).await;
    round
}

async fn does_not_count(round: &GivenRound) -> bool {
    matches!(round.count().await, Err(StoreError::Corrupt(_)))
}

#[tokio::test]
async fn a_letter_marked_cancelled_by_hand_before_closing_stops_the_closing() {
    on_each_engine(|given| async move {
        let round = given.round().voting().with_letters(3).await;
        round.cast(0, 0, &[0]).await;
        let number = round.letters[0][0].number;
        let sql = format!("UPDATE eligibility SET status = 'cancelled' WHERE number = {number}");
        assert_eq!(given.sql(sql).await.unwrap(), 1);
        let closed = round.step(Step::CloseVoting).await;
        assert!(matches!(closed, Err(StoreError::Corrupt(_))), "{closed:?}");
    })
    .await;
}

#[tokio::test]
async fn a_letter_marked_cancelled_by_hand_after_closing_stops_the_count() {
    on_each_engine(|given| async move {
        let round = closed(&given).await;
        let number = round.letters[0][0].number;
        let sql = format!("UPDATE eligibility SET status = 'cancelled' WHERE number = {number}");
        assert_eq!(given.sql(sql).await.unwrap(), 1);
        assert!(does_not_count(&round).await);
    })
    .await;
}

#[tokio::test]
async fn an_envelope_changed_after_closing_stops_the_count() {
    on_each_engine(|given| async move {
        let round = closed(&given).await;
        let sql =
            "UPDATE ballot_box SET sealed = (SELECT sealed FROM ballot_box ORDER BY seal LIMIT 1)";
        given.sql(sql).await.unwrap();
        assert!(does_not_count(&round).await);
    })
    .await;
}

#[tokio::test]
async fn the_link_of_a_cancelled_letter_that_was_spoilt_stops_the_count() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().with_letters(3).await;
        round.cast(0, 0, &[0]).await;
        let number = round.letters[0][0].number;
        round.cancel(0, 0).await;
        let sql = format!(
            "UPDATE eligibility SET link = (SELECT sealed FROM ballot_box LIMIT 1) WHERE number = {number}"
        );
        assert_eq!(given.sql(sql).await.unwrap(), 1);
        round.go_to(Phase::Closed).await;
        assert!(does_not_count(&round).await);
    })
    .await;
}
