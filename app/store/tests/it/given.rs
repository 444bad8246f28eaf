//! Fresh databases to test on.

use std::future::Future;

use domain::{ballot_box::MasterKey, round::Millis, verdringing::Checklist};
use store::{Store, demo::DemoData};

/// A moment that does not matter: Sunday 22 November 2026, noon in Amsterdam.
pub const NOW: Millis = 1_795_345_200_000;

/// Runs a test on each engine there is: a new SQLite file, and a new PostgreSQL database where one is offered.
pub async fn on_each_engine<F: Future<Output = ()>>(test: impl Fn(Store) -> F) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("test.sqlite").display());
    let store = Store::open(&url).await.unwrap();
    store.migrate().await.unwrap();
    test(store.clone()).await;
    store.close().await;

    let Ok(server) = std::env::var("WIJKBANEN_TEST_POSTGRES") else {
        return;
    };
    let name = format!("t{}", uuid::Uuid::now_v7().simple());
    let admin = sqlx::AnyPool::connect(&server).await.unwrap();
    sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}")))
        .execute(&admin)
        .await
        .unwrap();
    let store = Store::open(&server.replacen("/postgres?", &format!("/{name}?"), 1))
        .await
        .unwrap();
    store.migrate().await.unwrap();
    test(store.clone()).await;
    store.close().await;
    sqlx::query(sqlx::AssertSqlSafe(format!(
        "DROP DATABASE {name} WITH (FORCE)"
    )))
    .execute(&admin)
    .await
    .unwrap();
    admin.close().await;
}

/// The 15 questions.
pub fn checklist() -> Checklist {
    Checklist::parse(include_str!(
        "../../../../server/demo/verdringingstoets.json"
    ))
    .unwrap()
}

/// The key that wraps round secrets in these tests.
pub fn master() -> MasterKey {
    MasterKey::from_bytes([7; 32])
}

/// The demo municipality, loaded.
pub async fn demo(store: &Store) {
    let data: DemoData =
        serde_json::from_str(include_str!("../../../../server/demo/demo-round.json")).unwrap();
    store
        .load_demo(&data, &checklist(), &master(), NOW)
        .await
        .unwrap();
}
