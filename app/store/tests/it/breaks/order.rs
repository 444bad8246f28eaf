//! The order in which votes came in: with it, a film of the door tells who voted what.

use std::path::Path;

use domain::phase::Phase;
use store::{Engine, Store};

use crate::given::{Given, on_each_engine};

/// Where a text begins in these bytes, each time.
fn places(bytes: &[u8], text: &str) -> Vec<usize> {
    let found = bytes.windows(text.len()).enumerate();
    found
        .filter(|(_, window)| *window == text.as_bytes())
        .map(|(at, _)| at)
        .collect()
}

async fn column(given: &Given, sql: &str) -> Vec<String> {
    given
        .texts(sql)
        .await
        .into_iter()
        .flatten()
        .flatten()
        .collect()
}

/// What lies on the disk of PostgreSQL's box: the file of the table, or of its index.
async fn file_of(given: &Given, relation: &str) -> Vec<u8> {
    given.sql("CHECKPOINT").await.unwrap();
    let sql =
        format!("SELECT encode(pg_read_binary_file(pg_relation_filepath('{relation}')), 'hex')");
    let hex = given.text(sql).await;
    let mut bytes = vec![0; hex.len() / 2];
    base16ct::lower::decode(hex, &mut bytes).unwrap();
    bytes
}

/// Nothing in PostgreSQL's box tells which of these rows came first, and nothing is left of rows that are gone.
async fn tells_no_order(given: &Given, gone: &[String]) {
    let writers = given
        .text("SELECT CAST(COUNT(DISTINCT CAST(xmin AS TEXT)) AS TEXT) FROM ballot_box")
        .await;
    assert_eq!(writers, "1", "transactions that the rows come from");
    let seals = column(given, "SELECT seal FROM ballot_box ORDER BY ctid").await;
    assert!(seals.is_sorted(), "rows lie in order of seal");
    let table = file_of(given, "ballot_box").await;
    let index = file_of(given, "ballot_box_pkey").await;
    for seal in &seals {
        assert_eq!(
            places(&table, seal).len(),
            1,
            "one row a seal, dead ones too"
        );
        assert!(!places(&index, seal).is_empty());
    }
    for commitment in gone {
        assert!(
            places(&table, commitment).is_empty(),
            "a vote that was replaced"
        );
    }
}

#[tokio::test]
async fn postgres_keeps_no_trace_of_the_order_of_a_hundred_votes() {
    on_each_engine(|given| async move {
        if given.engine() == Engine::Sqlite {
            return;
        }
        let round = given.round().voting().with_proposals(2);
        let mut round = round.with_letters(100).await;
        let seal = round.cast(0, 0, &[0]).await;
        for letter in 1..100 {
            round.cast(0, letter, &[0]).await;
        }
        let before = column(&given, "SELECT seal FROM ballot_box ORDER BY ctid").await;
        assert!(!before.is_sorted(), "they lie as they came");

        let vote = format!("SELECT commitment FROM ballot_box WHERE seal = '{seal}'");
        let first = given.text(&vote).await;
        round.cast(0, 0, &[1]).await;
        let rows = "SELECT seal || commitment || signature FROM ballot_box ORDER BY seal";
        let votes = column(&given, rows).await;
        tidied(&given).await;
        tells_no_order(&given, std::slice::from_ref(&first)).await;
        assert_eq!(
            column(&given, rows).await,
            votes,
            "no vote is lost or changed"
        );

        let second = given.text(&vote).await;
        round.cast(0, 0, &[0, 1]).await;
        round.go_to(Phase::Closed).await;
        tells_no_order(&given, &[first, second]).await;
        round.count().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn sqlite_keeps_no_trace_of_the_order_of_votes_after_closing() {
    on_each_engine(|given| async move {
        let Some(file) = given.url.strip_prefix("sqlite://").map(str::to_owned) else {
            return;
        };
        let mut round = given.round().voting().with_letters(5).await;
        for letter in 0..5 {
            round.cast(0, letter, &[0]).await;
        }
        round.go_to(Phase::Closed).await;
        let log = std::fs::metadata(format!("{file}-wal")).unwrap();
        assert_eq!(log.len(), 0, "the write-ahead log");
        let bytes = std::fs::read(Path::new(&file)).unwrap();
        // In a row the commitment follows its seal; the seal alone stands in the list of seals as well.
        let rows = column(
            &given,
            "SELECT seal || commitment FROM ballot_box ORDER BY seal",
        )
        .await;
        let places: Vec<usize> = rows.iter().flat_map(|row| places(&bytes, row)).collect();
        assert_eq!(places.len(), 5, "each row once");
        // A page is filled from its end.
        assert!(places.is_sorted_by(|one, next| one > next), "{places:?}");
        round.count().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_log_of_a_killed_server_is_emptied_by_the_next() {
    on_each_engine(|given| async move {
        let Some(file) = given.url.strip_prefix("sqlite://").map(str::to_owned) else {
            return;
        };
        let round = given.round().voting().await;
        round.cast(0, 0, &[0]).await;
        let left = format!("{file}-after");
        for suffix in ["", "-wal"] {
            std::fs::copy(format!("{file}{suffix}"), format!("{left}{suffix}")).unwrap();
        }
        let log = || std::fs::metadata(format!("{left}-wal")).unwrap().len();
        assert!(log() > 0);
        let next = Store::open(&format!("sqlite://{left}")).await.unwrap();
        next.tidy().await.unwrap();
        assert_eq!(log(), 0);
        next.close().await;
    })
    .await;
}

/// Cleans up when it can be: on PostgreSQL whatever else reads, in the background too, may hold it up for a while.
async fn tidied(given: &Given) {
    for _ in 0..30 {
        match given.tidy().await {
            Err(error) if error.is_busy() => continue,
            tidied => return tidied.unwrap(),
        }
    }
    panic!("it is never done");
}

#[tokio::test]
async fn a_clean_up_that_a_reader_holds_up_says_so_and_is_done_later() {
    on_each_engine(|given| async move {
        let round = given.round().voting().await;
        round.cast(0, 0, &[0]).await;
        let reader = given.keep_reading().await;
        round.cast(0, 1, &[0]).await;
        let held_up = given.tidy().await.unwrap_err();
        assert!(held_up.is_busy(), "{held_up}");
        reader.rollback().await.unwrap();
        tidied(&given).await;
        if given.engine() == Engine::Postgres {
            tells_no_order(&given, &[]).await;
        }
    })
    .await;
}
