//! The demo municipality on each engine there is.
//!
//! Loading it walks through every deed and takes seconds, so each engine loads it once and copies it per test.

use std::{
    future::Future,
    path::{Path, PathBuf},
    sync::OnceLock,
    time::SystemTime,
};

use app::{Clock, Demo};
use sqlx::{AnyPool, AssertSqlSafe, any::AnyPoolOptions};
use store::{Store, demo::DemoData};

use super::{Given, checklist, database::plain, master};

/// Runs a test on each engine there is, each time on a copy of the demo municipality of its own.
pub async fn on_each_engine<F: Future<Output = ()>>(test: impl Fn(Given) -> F) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("test.sqlite");
    std::fs::copy(demo_file(), &file).unwrap();
    run(&test, &format!("sqlite://{}", file.display())).await;

    let Ok(server) = std::env::var("WIJKBANEN_TEST_POSTGRES") else {
        return;
    };
    sqlx::any::install_default_drivers();
    let admin = AnyPool::connect(&server).await.unwrap();
    let name = format!("t{}", uuid::Uuid::now_v7().simple());
    let template = demo_database(&server);
    plain(
        &admin,
        format!("CREATE DATABASE {name} TEMPLATE {template}"),
    )
    .await;
    run(&test, &database(&server, &name)).await;
    plain(&admin, format!("DROP DATABASE {name} WITH (FORCE)")).await;
    admin.close().await;
}

async fn run<F: Future<Output = ()>>(test: &impl Fn(Given) -> F, url: &str) {
    let given = Given::at(url, Some(Demo)).await;
    test(given.clone()).await;
    given.close().await;
}

/// The demo municipality as an SQLite file, to copy.
pub fn demo_file() -> PathBuf {
    static FILE: OnceLock<PathBuf> = OnceLock::new();
    let make = || {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let file = folder.join(format!("{}.sqlite", demo_name()));
        if !file.exists() {
            let mine = folder.join(format!("{}.sqlite", uuid::Uuid::now_v7().simple()));
            let url = format!("sqlite://{}", mine.display());
            apart(async move { load_into(&url).await });
            std::fs::rename(mine, &file).unwrap();
            sweep(folder);
        }
        file
    };
    FILE.get_or_init(make).clone()
}

/// Drops the demos of earlier builds, which nobody copies any more.
fn sweep(folder: &Path) {
    let hours = |file: &std::fs::Metadata| {
        file.modified()
            .unwrap()
            .elapsed()
            .unwrap_or_default()
            .as_secs()
            / 3_600
    };
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let is_demo = entry.file_name().to_string_lossy().starts_with("demo_");
        if is_demo && entry.metadata().is_ok_and(|file| hours(&file) >= 2) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// The demo municipality as a PostgreSQL database, to copy.
fn demo_database(server: &str) -> &'static str {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(|| {
        let name = demo_name();
        let (server, wanted) = (server.to_owned(), name.clone());
        apart(async move {
            let admin = AnyPoolOptions::new()
                .max_connections(1)
                .connect(&server)
                .await
                .unwrap();
            // One process makes it, the others wait.
            plain(
                &admin,
                "SELECT CAST(pg_advisory_lock(1) AS TEXT)".to_owned(),
            )
            .await;
            let found =
                format!("SELECT CAST(datname AS TEXT) FROM pg_database WHERE datname = '{wanted}'");
            if sqlx::query(AssertSqlSafe(found))
                .fetch_optional(&admin)
                .await
                .unwrap()
                .is_none()
            {
                let mine = format!("new_{wanted}");
                plain(
                    &admin,
                    format!("DROP DATABASE IF EXISTS {mine} WITH (FORCE)"),
                )
                .await;
                plain(&admin, format!("CREATE DATABASE {mine}")).await;
                load_into(&database(&server, &mine)).await;
                plain(&admin, format!("ALTER DATABASE {mine} RENAME TO {wanted}")).await;
            }
            admin.close().await;
        });
        name
    })
}

/// One demo for each build and hour: its dates count from the moment it is loaded.
fn demo_name() -> String {
    let since = |time: SystemTime| {
        time.duration_since(SystemTime::UNIX_EPOCH)
            .unwrap()
            .as_secs()
    };
    let built = std::env::current_exe()
        .unwrap()
        .metadata()
        .unwrap()
        .modified()
        .unwrap();
    format!("demo_{}_{}", since(built), since(SystemTime::now()) / 3_600)
}

fn database(server: &str, name: &str) -> String {
    server.replacen("/postgres?", &format!("/{name}?"), 1)
}

async fn load_into(url: &str) {
    let store = Store::open(url).await.unwrap().with_master(master());
    store.migrate().await.unwrap();
    let data: DemoData =
        serde_json::from_str(include_str!("../../../demo/demo-round.json")).unwrap();
    store
        .load_demo(&data, &checklist(), Clock::default().now())
        .await
        .unwrap();
    store.tidy().await.unwrap();
    store.close().await;
}

/// Runs in a runtime of its own, because each test has one of its own and connections belong to one.
fn apart(work: impl Future<Output = ()> + Send + 'static) {
    let runtime = || {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap()
    };
    std::thread::spawn(move || runtime().block_on(work))
        .join()
        .unwrap();
}
