//! The journal: it holds over a whole round, shows every change, and says nothing about who votes.

use domain::{
    journal::{BadEntry, EntryFault},
    phase::Phase,
};
use store::{Engine, StoreError, ballot_box::HourlyCount};

use crate::given::{Given, HOUR, MINUTE, on_each_engine};

/// What somebody with the database's password can do: take the lock off first.
pub async fn unlock(given: &Given) {
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
async fn the_journal_holds_over_a_whole_round() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().in_wijken(2).with_proposals(2).await;
        round.cast(0, 0, &[0]).await;
        round.cast(1, 0, &[1]).await;
        round.go_to(Phase::Archived).await;
        let all = given.verify_journal().await.unwrap().unwrap();
        let newest = given.journal(0, 1).await.unwrap();
        assert_eq!(all.last(), newest.first());
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
        assert!(all.is_sorted_by(|newer, older| newer.number == older.number + 1));
    })
    .await;
}

#[tokio::test]
async fn a_changed_entry_is_named() {
    on_each_engine(|given| async move {
        given.round().checking().await;
        unlock(&given).await;
        given
            .sql("UPDATE journal SET actor = 'iemand anders' WHERE number = 3")
            .await
            .unwrap();
        let bad = BadEntry {
            number: 3,
            fault: EntryFault::Changed,
        };
        assert_eq!(given.verify_journal().await.unwrap(), Err(bad));
    })
    .await;
}

#[tokio::test]
async fn a_dropped_entry_is_named() {
    on_each_engine(|given| async move {
        given.round().checking().await;
        unlock(&given).await;
        given
            .sql("DELETE FROM journal WHERE number = 2")
            .await
            .unwrap();
        let bad = BadEntry {
            number: 2,
            fault: EntryFault::OutOfTurn { found: 3 },
        };
        assert_eq!(given.verify_journal().await.unwrap(), Err(bad));
    })
    .await;
}

#[tokio::test]
async fn the_columns_of_every_entry_say_what_its_text_says() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().in_wijken(2).await;
        given.log_hourly_counts(round.open_at()).await.unwrap();
        round.go_to(Phase::Archived).await;
        let rows = given
            .texts("SELECT event, kind, round_id, wijk_id FROM journal ORDER BY number")
            .await;
        assert!(rows.len() > 20);
        for row in rows {
            let [text, columns @ ..] = &row[..] else {
                panic!("no columns: {row:?}");
            };
            let event: serde_json::Value = serde_json::from_str(text.as_ref().unwrap()).unwrap();
            let named = ["event", "round", "wijk"].map(|key| event[key].as_str());
            let found: Vec<_> = columns.iter().map(Option::as_deref).collect();
            assert_eq!(found, named);
        }
    })
    .await;
}

#[tokio::test]
async fn an_entry_whose_columns_differ_from_its_text_is_named() {
    on_each_engine(|given| async move {
        given.round().voting().await;
        unlock(&given).await;
        let number = "SELECT CAST(number AS TEXT) FROM journal WHERE kind = 'seals_fixed'";
        let number: u64 = given.text(number).await.parse().unwrap();
        let before = "CREATE TABLE aside AS SELECT * FROM journal";
        given.sql(before).await.unwrap();
        for change in [
            "kind = 'box_closed'",
            "kind = 'coup'",
            "round_id = NULL",
            "round_id = wijk_id",
            "round_id = upper(round_id)",
            "wijk_id = NULL",
            "wijk_id = round_id",
        ] {
            let sql = format!("UPDATE journal SET {change} WHERE number = {number}");
            given.sql(sql).await.unwrap();
            let bad = BadEntry {
                number,
                fault: EntryFault::Mislabelled,
            };
            assert_eq!(given.verify_journal().await.unwrap(), Err(bad), "{change}");
            for sql in [
                "DELETE FROM journal",
                "INSERT INTO journal SELECT * FROM aside",
            ] {
                given.sql(sql).await.unwrap();
            }
            given.verify_journal().await.unwrap().unwrap();
        }
        given
            .sql("UPDATE journal SET actor = 'iemand' WHERE number = 2")
            .await
            .unwrap();
        let first = given.verify_journal().await.unwrap().unwrap_err();
        assert_eq!((first.number, first.fault), (2, EntryFault::Changed));
    })
    .await;
}

#[tokio::test]
async fn no_reader_believes_columns_that_differ_from_the_text() {
    on_each_engine(|given| async move {
        let round = given.round().closed().await;
        unlock(&given).await;
        let newest = "SELECT CAST(MAX(number) AS TEXT) FROM journal";
        let newest = given.text(newest).await;
        let relabel =
            |kind: &str| format!("UPDATE journal SET kind = '{kind}' WHERE number = {newest}");
        for kind in ["box_closed", "seals_fixed", "rules_frozen"] {
            given.sql(relabel(kind)).await.unwrap();
            let announced = given.announced(round.id).await;
            assert!(matches!(announced, Err(StoreError::Corrupt(_))), "{kind}");
            let count = round.count().await;
            assert!(matches!(count, Err(StoreError::Corrupt(_))), "{kind}");
        }
        given.sql(relabel("hourly_count")).await.unwrap();
        let counts = given.hourly_counts(round.id).await;
        assert!(matches!(counts, Err(StoreError::Corrupt(_))));
        given.sql(relabel("round_stepped")).await.unwrap();
        round.count().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_latest_count_is_found_behind_those_of_other_rounds() {
    on_each_engine(|given| async move {
        let round = given.round().voting().await;
        given.log_hourly_counts(round.open_at()).await.unwrap();
        let [other, wijk] = [uuid::Uuid::now_v7(), uuid::Uuid::now_v7()];
        let text =
            format!(r#"{{"event":"hourly_count","round":"{other}","wijk":"{wijk}","ballots":1}}"#);
        let rows: Vec<String> = (1_000..1_300)
            .map(|n| {
                format!(
                    "({n}, 0, 'clock', '{text}', 'hourly_count', '{other}', '{wijk}', '', '', '')"
                )
            })
            .collect();
        given
            .sql(format!("INSERT INTO journal VALUES {}", rows.join(", ")))
            .await
            .unwrap();
        let latest = given.hourly_counts(round.id).await.unwrap();
        assert_eq!(latest.len(), 1);
        assert_eq!(latest[0].at, round.open_at());
    })
    .await;
}

#[tokio::test]
async fn the_journal_counts_votes_once_an_hour_and_says_no_more() {
    on_each_engine(|given| async move {
        let round = given.round().voting().in_wijken(2).with_letters(11).await;
        let at = round.open_at();
        for letter in 0..11 {
            round.cast(0, letter, &[0]).await;
        }
        let before = given.journal(0, 1).await.unwrap()[0].number;
        for minute in [0, 1, 30, 59] {
            given.log_hourly_counts(at + minute * MINUTE).await.unwrap();
        }
        let counts = events(&given, "hourly_count").await;
        assert_eq!(counts.len(), 2, "one a wijk");
        round.cast(1, 0, &[0]).await;
        given.log_hourly_counts(at + HOUR).await.unwrap();
        let newest = given.journal(0, 1).await.unwrap()[0].number;
        assert_eq!(newest, before + 4, "casting itself writes no entry");
        let latest = given.hourly_counts(round.id).await.unwrap();
        for (&wijk, ballots) in round.wijken.iter().zip([Some(11), None]) {
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
async fn a_tenth_ballot_is_not_told_before_the_next_full_hour() {
    on_each_engine(|given| async move {
        let round = given.round().voting().with_letters(10).await;
        let at = round.open_at();
        for letter in 0..10 {
            given.log_hourly_counts(at + MINUTE).await.unwrap();
            round.cast(0, letter, &[0]).await;
        }
        given.log_hourly_counts(at + 2 * MINUTE).await.unwrap();
        let told = |counts: Vec<HourlyCount>| counts.into_iter().map(|count| count.ballots);
        let latest = given.hourly_counts(round.id).await.unwrap();
        assert!(told(latest).eq([None]));
        given.log_hourly_counts(at + HOUR).await.unwrap();
        let latest = given.hourly_counts(round.id).await.unwrap();
        assert!(told(latest).eq([Some(10)]));
    })
    .await;
}

#[tokio::test]
async fn a_round_with_a_forged_count_keeps_no_other_from_being_counted() {
    on_each_engine(|given| async move {
        let rounds = [given.round().voting().await, given.round().voting().await];
        let at = rounds[0].open_at();
        given.log_hourly_counts(at).await.unwrap();
        unlock(&given).await;
        for (hour, forged) in [(1, 0), (2, 1)] {
            let (id, other) = (rounds[forged].id, rounds[1 - forged].id);
            let wijk = rounds[forged].wijken[0];
            let set = |wijk: String| {
                format!("UPDATE journal SET wijk_id = '{wijk}' WHERE round_id = '{id}' AND kind = 'hourly_count'")
            };
            given.sql(set(id.to_string())).await.unwrap();
            let now = at + hour * HOUR;
            let counted = given.log_hourly_counts(now).await;
            assert!(matches!(counted, Err(StoreError::Corrupt(_))), "{counted:?}");
            assert_eq!(given.hourly_counts(other).await.unwrap()[0].at, now);
            given.sql(set(wijk.to_string())).await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn no_count_is_written_before_opening_or_after_closing() {
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
        let voters = given.texts("SELECT voter FROM eligibility UNION SELECT seal FROM seal UNION SELECT commitment FROM ballot_box").await;
        assert!(voters.iter().flatten().flatten().any(|text| *text == seal));
        let journal = given.journal(0, 1_000).await.unwrap();
        for secret in voters.iter().flatten().flatten() {
            assert!(journal.iter().all(|entry| !entry.event.contains(secret.as_str())));
        }
    })
    .await;
}
