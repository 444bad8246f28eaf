//! Attacks that once worked, by somebody who can write in the database and has neither the master key nor a card.
//!
//! Each is told in `app/domain/src/ballot_box/README.md#what-was-tried`. Whoever attacks next finds the others here.

mod order;

use domain::{
    ballot_box::{BoxSeed, Seal, SealKey, seal_list_hash},
    phase::{Phase, Step},
    round::GRACE,
};
use store::{Refusal, StoreError};

use crate::{
    given::{self, Given, GivenRound, on_each_engine},
    journal::unlock,
};

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
async fn the_last_word_after_closing_is_nobodys() {
    on_each_engine(|given| async move {
        let round = given.round().voting().with_proposals(2).await;
        // Who forced a vote enters the code before the box closes, and waits until its owner cannot answer any more.
        let forced = round.enter(0, 0).await.unwrap();
        round.cast(0, 0, &[0]).await;
        let before = given.dump().await;
        let vote = round.vote(&forced, &[1]).await;
        let late = round.closes_at() + 1;
        let cast = given.cast(&forced.seal_key, &vote, late).await;
        assert!(matches!(
            cast,
            Err(StoreError::Refused(Refusal::EarlierVote))
        ));
        assert!(given.changed_since(&before).await.is_empty());
    })
    .await;
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
async fn the_link_of_a_cancelled_letter_that_was_spoilt_stops_the_closing() {
    on_each_engine(|given| async move {
        let round = given.round().voting().with_letters(3).await;
        round.cast(0, 0, &[0]).await;
        let number = round.letters[0][0].number;
        round.cancel(0, 0).await;
        let sql = format!(
            "UPDATE eligibility SET link = (SELECT sealed FROM ballot_box LIMIT 1) WHERE number = {number}"
        );
        assert_eq!(given.sql(sql).await.unwrap(), 1);
        let closed = round.step(Step::CloseVoting).await;
        assert!(matches!(closed, Err(StoreError::Corrupt(_))), "{closed:?}");
    })
    .await;
}

/// Everything that stands in the journal, as text.
async fn journal(given: &Given) -> String {
    let rows = given.texts("SELECT event FROM journal").await;
    let texts: Vec<String> = rows.into_iter().flatten().flatten().collect();
    texts.join("\n")
}

#[tokio::test]
async fn the_journal_does_not_tell_which_seal_came_last_and_nobody_adds_one() {
    on_each_engine(|given| async move {
        let mut round = given.round().ballot_published().with_letters(20).await;
        round.issue().await;
        let more = round.issue_letters(round.wijken[0], 1).await;
        assert_eq!(given::refusal(more), Refusal::Done);
        round.step(Step::OpenVoting).await.unwrap();
        let seals = given.seals(round.id, round.wijken[0]).await.unwrap();
        assert_eq!(seals.len() as u64, 20 + given::WIJK.spare.all());
        let journal = journal(&given).await;
        assert!(journal.contains(&seal_list_hash(&seals).to_string()));
        for &last in &seals {
            let before: Vec<Seal> = seals.iter().copied().filter(|&seal| seal != last).collect();
            assert!(!journal.contains(&seal_list_hash(&before).to_string()));
        }
    })
    .await;
}

#[tokio::test]
async fn a_vote_is_refused_once_the_row_of_its_round_was_changed() {
    on_each_engine(|given| async move {
        let round = given.round().voting().with_letters(3).await;
        round.cast(0, 0, &[0]).await;
        let admission = round.enter(0, 1).await.unwrap();
        let vote = round.vote(&admission, &[0]).await;
        let own = BoxSeed::from_entropy([66; 32]).box_key().public();
        for (column, value) in [
            ("box_key", format!("'{own}'")),
            ("link_key", format!("'{own}'")),
            (
                "rules",
                "REPLACE(rules, '\"max_choices\":', '\"max_choices\":1')".into(),
            ),
            (
                "settings",
                "REPLACE(settings, '\"max_choices\":', '\"max_choices\":1')".into(),
            ),
            (
                "sheet",
                "REPLACE(sheet, '\"letters\":', '\"letters\":1')".into(),
            ),
        ] {
            let before = given.text(format!("SELECT {column} FROM round")).await;
            let sql = format!("UPDATE round SET {column} = {value}");
            assert_eq!(given.sql(sql).await.unwrap(), 1);
            let cast = given
                .cast(&admission.seal_key, &vote, round.open_at())
                .await;
            assert!(
                matches!(cast, Err(StoreError::Tampered(_))),
                "{column}: {cast:?}"
            );
            let before = before.replace('\'', "''");
            let undo = format!("UPDATE round SET {column} = '{before}'");
            given.sql(undo).await.unwrap();
        }
        let told = journal(&given).await.matches("round_tampered").count();
        assert_eq!(told, 1, "said once: an entry a vote would tell their order");
        round.cast(0, 1, &[0]).await;
    })
    .await;
}

#[tokio::test]
async fn a_seal_added_or_taken_before_opening_keeps_the_vote_shut() {
    on_each_engine(|given| async move {
        for tamper in [
            "INSERT INTO seal (seal, round_id, wijk_id, mark) SELECT '{own}', round_id, wijk_id, mark FROM seal LIMIT 1",
            "DELETE FROM seal WHERE seal = (SELECT MIN(seal) FROM seal)",
            "DELETE FROM eligibility WHERE voter = (SELECT MIN(voter) FROM eligibility)",
            "UPDATE eligibility SET number = 99 WHERE voter = (SELECT MIN(voter) FROM eligibility)",
        ] {
            let mut round = given.round().ballot_published().with_letters(3).await;
            round.issue().await;
            let own = SealKey::from_bytes([66; 32]).seal().to_string();
            let sql = tamper.replace("{own}", &own);
            assert_eq!(given.sql(sql).await.unwrap(), 1, "{tamper}");
            let opened = round.step(Step::OpenVoting).await;
            assert!(matches!(opened, Err(StoreError::Corrupt(_))), "{tamper}: {opened:?}");
            for table in ["seal", "eligibility"] {
                given.sql(format!("DELETE FROM {table}")).await.unwrap();
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_seal_added_while_voting_takes_no_ballot_and_stops_the_count() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().with_letters(3).await;
        round.cast(0, 0, &[0]).await;
        let own = SealKey::from_bytes([66; 32]);
        let sql = format!(
            "INSERT INTO seal (seal, round_id, wijk_id, mark) SELECT '{}', round_id, wijk_id, mark FROM seal LIMIT 1",
            own.seal()
        );
        assert_eq!(given.sql(sql).await.unwrap(), 1);
        let admission = round.enter(0, 1).await.unwrap();
        let vote = round.vote(&admission, &[0]).await;
        let cast = given.cast(&own, &vote, round.open_at()).await;
        assert!(matches!(cast, Err(StoreError::Corrupt(_))), "{cast:?}");
        round.go_to(Phase::Closed).await;
        assert!(does_not_count(&round).await);
    })
    .await;
}

#[tokio::test]
async fn a_phase_set_back_by_hand_gives_no_second_closing_and_no_second_freezing() {
    on_each_engine(|given| async move {
        let round = closed(&given).await;
        let drop_one = "DELETE FROM ballot_box WHERE seal = (SELECT MIN(seal) FROM ballot_box)";
        assert_eq!(given.sql(drop_one).await.unwrap(), 1);
        for (phase, step) in [
            ("voting", Step::CloseVoting),
            ("ballot_published", Step::OpenVoting),
            ("checking", Step::PublishBallot),
        ] {
            let sql = format!("UPDATE round SET phase = '{phase}'");
            assert_eq!(given.sql(sql).await.unwrap(), 1);
            let again = round.step(step).await;
            assert!(
                matches!(again, Err(StoreError::Tampered(_))),
                "{phase}: {again:?}"
            );
        }
        let due = given::start_of(Phase::BallotPublished);
        assert!(given.step_due_rounds(due).await.is_err());
        assert!(journal(&given).await.contains("round_tampered"));
    })
    .await;
}

#[tokio::test]
async fn letters_are_not_made_for_a_link_key_that_somebody_else_wrote() {
    on_each_engine(|given| async move {
        let mut round = given.round().ballot_published().with_letters(3).await;
        round.issue().await;
        round.void_letters(round.wijken[0]).await.unwrap();
        let own = BoxSeed::from_entropy([66; 32]).link_key().public();
        for column in ["link_key", "box_key"] {
            let before = given.text(format!("SELECT {column} FROM round")).await;
            let sql = format!("UPDATE round SET {column} = '{own}'");
            assert_eq!(given.sql(sql).await.unwrap(), 1);
            let made = round.issue_letters(round.wijken[0], 3).await;
            assert!(matches!(made, Err(StoreError::Tampered(_))), "{column}");
            let undo = format!("UPDATE round SET {column} = '{before}'");
            given.sql(undo).await.unwrap();
        }
        round.issue_letters(round.wijken[0], 3).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_link_of_another_letter_in_the_place_of_a_cancelled_one_stops_the_closing() {
    on_each_engine(|given| async move {
        let round = given.round().voting().with_letters(3).await;
        round.cast(0, 0, &[0]).await;
        round.cast(0, 1, &[0]).await;
        round.cancel(0, 0).await;
        let (cancelled, other) = (round.letters[0][0].number, round.letters[0][1].number);
        let sql = format!(
            "UPDATE eligibility SET link = (SELECT link FROM eligibility WHERE number = {other}) WHERE number = {cancelled}"
        );
        assert_eq!(given.sql(sql).await.unwrap(), 1);
        let closed = round.step(Step::CloseVoting).await;
        assert!(matches!(closed, Err(StoreError::Corrupt(_))), "{closed:?}");
    })
    .await;
}

#[tokio::test]
async fn dates_changed_by_hand_neither_close_a_vote_nor_turn_a_voter_away() {
    on_each_engine(|given| async move {
        let round = given.round().voting().with_letters(3).await;
        let admission = round.enter(0, 0).await.unwrap();
        let vote = round.vote(&admission, &[0]).await;
        let schedule = given.text("SELECT settings FROM round").await;
        let early = schedule.replace(&round.closes_at().to_string(), &round.open_at().to_string());
        assert_ne!(early, schedule);
        given
            .sql(format!("UPDATE round SET settings = '{early}'"))
            .await
            .unwrap();
        let cast = given
            .cast(&admission.seal_key, &vote, round.open_at() + 1)
            .await;
        assert!(matches!(cast, Err(StoreError::Tampered(_))), "{cast:?}");
        let at = round.open_at() + GRACE;
        let closed = given.step_by_clock(round.id, Step::CloseVoting, at).await;
        assert!(matches!(closed, Err(StoreError::Tampered(_))), "{closed:?}");
    })
    .await;
}

#[tokio::test]
async fn an_entry_filed_under_another_kind_stops_what_goes_by_the_journal() {
    on_each_engine(|given| async move {
        let round = given.round().voting().with_letters(3).await;
        round.cast(0, 0, &[0]).await;
        round.cancel(0, 0).await;
        // The text stays as it was signed; only the column by which it is found says something else.
        unlock(&given).await;
        given
            .sql("UPDATE journal SET kind = 'letters_counted' WHERE kind = 'letter_cancelled'")
            .await
            .unwrap();
        given
            .sql("UPDATE eligibility SET status = 'issued' WHERE status = 'cancelled'")
            .await
            .unwrap();
        let closed = round.step(Step::CloseVoting).await;
        assert!(matches!(closed, Err(StoreError::Corrupt(_))), "{closed:?}");
    })
    .await;
}

#[tokio::test]
async fn voided_letters_put_back_by_hand_open_no_vote() {
    on_each_engine(|given| async move {
        let mut round = given.round().ballot_published().with_letters(3).await;
        round.issue().await;
        for table in ["eligibility", "seal"] {
            let sql = format!("CREATE TABLE kept_{table} AS SELECT * FROM {table}");
            given.sql(sql).await.unwrap();
        }
        round.void_letters(round.wijken[0]).await.unwrap();
        for table in ["eligibility", "seal"] {
            let sql = format!("INSERT INTO {table} SELECT * FROM kept_{table}");
            given.sql(sql).await.unwrap();
        }
        let opened = round.step(Step::OpenVoting).await;
        assert!(matches!(opened, Err(StoreError::Corrupt(_))), "{opened:?}");
    })
    .await;
}
