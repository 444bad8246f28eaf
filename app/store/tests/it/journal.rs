//! The journal: it holds over a whole round, shows every change, and says nothing about who votes.

use domain::{
    journal::{BadEntry, EntryFault},
    phase::Phase,
};
use store::Engine;

use crate::given::{Given, HOUR, MINUTE, on_each_engine};

/// What somebody with the database's password can do: take the lock off first.
async fn unlock(given: &Given) {
    let locks: &[&str] = match given.engine() {
        Engine::Sqlite => &[
            "DROP TRIGGER journal_keeps_entries",
            "DROP TRIGGER journal_drops_nothing",
        ],
        Engine::Postgres => &["ALTER TABLE journal DISABLE TRIGGER ALL"],
    };
    for sql in locks {
        given.sql(*sql).await.unwrap();
    }
}

async fn events(given: &Given, kind: &str) -> Vec<String> {
    let entries = given.journal(0, 1_000).await.unwrap();
    let events = entries.into_iter().map(|entry| entry.event);
    events.filter(|event| event.contains(kind)).collect()
}

#[tokio::test]
async fn it_holds_over_a_whole_round() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().in_wijken(2).with_proposals(2).await;
        round.cast(0, 0, &[0]).await;
        round.cast(1, 0, &[1]).await;
        round.go_to(Phase::Archived).await;
        let (length, head) = given.verify_journal().await.unwrap().unwrap();
        let newest = &given.journal(0, 1).await.unwrap()[0];
        assert_eq!((newest.seq, newest.hash), (length, head));
        assert_eq!(
            events(&given, "round_stepped").await.len(),
            11,
            "every step is in it"
        );
    })
    .await;
}

#[tokio::test]
async fn a_page_is_newest_first_and_follows_the_one_before() {
    on_each_engine(|given| async move {
        given.round().voting().await;
        let all = given.journal(0, 1_000).await.unwrap();
        let mut pages = Vec::new();
        for page in 0..10 {
            pages.extend(given.journal(page, 5).await.unwrap());
        }
        assert_eq!(pages, all);
        assert!(all.is_sorted_by(|newer, older| newer.seq == older.seq + 1));
    })
    .await;
}

#[tokio::test]
async fn a_changed_entry_is_named() {
    on_each_engine(|given| async move {
        given.round().checking().await;
        unlock(&given).await;
        given
            .sql("UPDATE journal SET actor = 'iemand anders' WHERE seq = 3")
            .await
            .unwrap();
        let bad = BadEntry {
            seq: 3,
            fault: EntryFault::Changed,
        };
        assert_eq!(given.verify_journal().await.unwrap(), Err(bad));
    })
    .await;
}

#[tokio::test]
async fn a_dropped_entry_is_named_too() {
    on_each_engine(|given| async move {
        given.round().checking().await;
        unlock(&given).await;
        given
            .sql("DELETE FROM journal WHERE seq = 2")
            .await
            .unwrap();
        let bad = BadEntry {
            seq: 2,
            fault: EntryFault::OutOfTurn { found: 3 },
        };
        assert_eq!(given.verify_journal().await.unwrap(), Err(bad));
    })
    .await;
}

#[tokio::test]
async fn votes_are_counted_once_an_hour_and_nothing_else_is_said_of_them() {
    on_each_engine(|given| async move {
        let round = given.round().voting().in_wijken(2).with_letters(3).await;
        let at = round.open_at();
        for letter in 0..3 {
            round.cast(0, letter, &[0]).await;
        }
        let before = given.journal(0, 1).await.unwrap()[0].seq;
        for minute in [0, 1, 30, 59] {
            given.log_hourly_counts(at + minute * MINUTE).await.unwrap();
        }
        let counts = events(&given, "hourly_count").await;
        assert_eq!(counts.len(), 2, "one a wijk");
        round.cast(1, 0, &[0]).await;
        given.log_hourly_counts(at + HOUR).await.unwrap();
        let newest = given.journal(0, 1).await.unwrap()[0].seq;
        assert_eq!(newest, before + 4, "casting itself writes no entry");
        let latest = given.hourly_counts(round.id).await.unwrap();
        for (&wijk, ballots) in round.wijken.iter().zip([3, 1]) {
            let count = latest.iter().find(|count| count.wijk == wijk).unwrap();
            assert_eq!((count.ballots, count.at), (ballots, at + HOUR));
        }
    })
    .await;
}

#[tokio::test]
async fn two_clocks_at_once_still_count_once_an_hour() {
    on_each_engine(|given| async move {
        let round = given.round().voting().await;
        let at = round.open_at();
        let (one, other) =
            tokio::join!(given.log_hourly_counts(at), given.log_hourly_counts(at + 1));
        one.unwrap();
        other.unwrap();
        assert_eq!(events(&given, "hourly_count").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn no_count_is_written_before_opening_or_after_the_closing_minute() {
    on_each_engine(|given| async move {
        let mut round = given.round().ballot_published().await;
        given.log_hourly_counts(round.open_at()).await.unwrap();
        round.go_to(Phase::Voting).await;
        given.log_hourly_counts(round.closes_at()).await.unwrap();
        assert!(events(&given, "hourly_count").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn no_seal_and_no_voter_stands_in_the_journal() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().await;
        let seal = round.cast(0, 0, &[0]).await.to_string();
        given.log_hourly_counts(round.open_at()).await.unwrap();
        round.go_to(Phase::Counted).await;
        let voters = given.texts("SELECT voter FROM eligibility UNION SELECT pk FROM seal UNION SELECT c FROM ballot_box").await;
        assert!(voters.iter().flatten().flatten().any(|text| *text == seal));
        let journal = given.journal(0, 1_000).await.unwrap();
        for secret in voters.iter().flatten().flatten() {
            assert!(journal.iter().all(|entry| !entry.event.contains(secret.as_str())));
        }
    })
    .await;
}
