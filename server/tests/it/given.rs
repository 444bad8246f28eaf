//! A server on a fresh copy of the demo municipality, and a way in beside it to see what it wrote.
//!
//! Loading the demo walks through every deed and takes seconds, so each engine loads it once and copies it per test.

use std::{
    collections::BTreeMap,
    future::Future,
    ops::Deref,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
    time::SystemTime,
};

use app::{App, Assets, Clock, Demo};
use axum::Router;
use domain::{
    ballot_box::MasterKey,
    id::{ProposalId, WijkId},
    phase::Phase,
    proposal::ProposalState,
    round::{Millis, Round},
    verdringing::Checklist,
};
use server::{assets, router::router};
use sqlx::{AnyPool, AssertSqlSafe, Row as _, any::AnyPoolOptions};
use store::{Engine, Store, demo::DemoData, proposals::Which};

use crate::client::{Client, HOST};

pub const MINUTE: Millis = 60_000;
pub const DAY: Millis = 24 * 60 * MINUTE;

/// Every table with its rows as text, but sessions: of those only how many.
pub type Dump = BTreeMap<String, Vec<String>>;

/// A server in one process with its database.
#[derive(Clone)]
pub struct Given {
    pub app: Arc<App>,
    pub router: Router,
    raw: AnyPool,
}

impl Deref for Given {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.app.store
    }
}

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
    let store = Store::open(url).await.unwrap();
    store.migrate().await.unwrap();
    let data: DemoData = serde_json::from_str(include_str!("../../demo/demo-round.json")).unwrap();
    store
        .load_demo(&data, &checklist(), &master(), Clock::default().now())
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

async fn plain(pool: &AnyPool, sql: String) {
    sqlx::query(AssertSqlSafe(sql)).execute(pool).await.unwrap();
}

/// The key that wraps round secrets in these tests.
pub fn master() -> MasterKey {
    MasterKey::from_bytes([7; 32])
}

fn checklist() -> Checklist {
    Checklist::parse(include_str!("../../demo/verdringingstoets.json")).unwrap()
}

/// What `wijkbanen serve` makes, without a socket.
fn new_app(store: Store, demo: Option<Demo>) -> App {
    App {
        store,
        master: master(),
        clock: Clock::default(),
        assets: Assets {
            style: assets::path_of("main.css").unwrap_or_default(),
            script: Some("/pkg/wijkbanen-test.js"),
            recount: Some("/pkg/natellen-test.js"),
            icon: assets::path_of("static/favicon.svg").unwrap_or_default(),
        },
        demo,
        base_url: format!("https://{HOST}"),
        municipality: "Gemeente Veenhaven".to_owned(),
        checklist: checklist(),
        pass_key: app::PassKey::generate(),
        limits: app::Limits::default(),
    }
}

impl Given {
    /// A server on a database as it stands.
    pub async fn at(url: &str, demo: Option<Demo>) -> Self {
        let store = Store::open(url).await.unwrap();
        let raw = AnyPoolOptions::new()
            .max_connections(1)
            .connect(url)
            .await
            .unwrap();
        let app = Arc::new(new_app(store, demo));
        Self {
            router: router(Arc::clone(&app)),
            app,
            raw,
        }
    }

    /// The same database under a server that was started anew.
    pub fn another_server(&self) -> Client {
        Client::new(
            router(Arc::new(self.app_again(Some(Demo)))),
            "192.0.2.9:4321",
        )
    }

    /// The same database under a server that shows no demo.
    pub fn without_demo(&self) -> Router {
        router(Arc::new(self.app_again(None)))
    }

    fn app_again(&self, demo: Option<Demo>) -> App {
        new_app(self.app.store.clone(), demo)
    }

    /// Closes both ways in.
    pub async fn close(&self) {
        self.raw.close().await;
        self.app.store.close().await;
    }

    /// Somebody with a browser.
    pub fn visitor(&self) -> Client {
        self.visitor_at("192.0.2.1:4321")
    }

    /// Somebody with a browser, elsewhere.
    pub fn visitor_at(&self, address: &str) -> Client {
        Client::new(self.router.clone(), address)
    }

    /// Somebody of the demo who has signed in.
    pub async fn signed_in(&self, login: &str) -> Client {
        let mut client = self.visitor();
        let answer = client.post("/demo/inloggen", &[("who", login)]).await;
        assert_eq!(answer.status, 303, "{login}");
        client
    }

    /// The time passes.
    pub fn later(&self, by: Millis) {
        self.app.clock.move_ahead(Demo, by);
    }

    /// Plain SQL, past every rule but those in the database itself.
    pub async fn sql(&self, sql: impl Into<String>) {
        plain(&self.raw, sql.into()).await;
    }

    /// The number a query gives.
    pub async fn number(&self, sql: &str) -> i64 {
        let sql = format!("SELECT CAST(({sql}) AS TEXT)");
        let row = sqlx::query(AssertSqlSafe(sql))
            .fetch_one(&self.raw)
            .await
            .unwrap();
        row.get::<String, _>(0).parse().unwrap()
    }

    async fn texts(&self, sql: String) -> Vec<String> {
        let rows = sqlx::query(AssertSqlSafe(sql))
            .fetch_all(&self.raw)
            .await
            .unwrap();
        rows.iter().map(|row| row.get(0)).collect()
    }

    async fn tables(&self) -> Vec<String> {
        let sql = match self.engine() {
            Engine::Sqlite => {
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%sqlx%'"
            }
            Engine::Postgres => {
                "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '%sqlx%'"
            }
        };
        self.texts(sql.to_owned()).await
    }

    /// How many rows each table has, sessions aside.
    pub async fn counts(&self) -> BTreeMap<String, i64> {
        let mut counts = BTreeMap::new();
        for table in self.tables().await {
            if table != "session" {
                let n = self.number(&format!("SELECT COUNT(*) FROM {table}")).await;
                counts.insert(table, n);
            }
        }
        counts
    }

    /// Everything in the database, but when a session was last seen.
    pub async fn dump(&self) -> Dump {
        let mut dump = Dump::new();
        for table in self.tables().await {
            let row = match self.engine() {
                _ if table == "session" => "token".to_owned(),
                Engine::Postgres => "CAST(t AS TEXT)".to_owned(),
                Engine::Sqlite => {
                    let columns = self
                        .texts(format!("SELECT name FROM pragma_table_info('{table}')"))
                        .await;
                    columns
                        .iter()
                        .map(|column| format!("quote({column})"))
                        .collect::<Vec<_>>()
                        .join(" || ',' || ")
                }
            };
            let rows = self
                .texts(format!("SELECT {row} FROM {table} t ORDER BY 1"))
                .await;
            dump.insert(table, rows);
        }
        dump
    }

    /// The tables that are not the same as they were.
    pub async fn changed_since(&self, before: &Dump) -> Vec<String> {
        let after = self.dump().await;
        after
            .into_iter()
            .filter(|(table, rows)| before.get(table) != Some(rows))
            .map(|(table, _)| table)
            .collect()
    }

    /// The demo's round in a phase.
    pub async fn round(&self, phase: Phase) -> Round {
        let rounds = self.rounds(true).await.unwrap();
        rounds
            .into_iter()
            .find(|round| round.phase == phase)
            .unwrap()
    }

    /// The wijk called so.
    pub async fn wijk(&self, name: &str) -> WijkId {
        self.wijken()
            .await
            .unwrap()
            .iter()
            .find(|wijk| wijk.name == name)
            .unwrap()
            .id
    }

    /// A public proposal in a round.
    pub async fn proposal_in(&self, phase: Phase, state: ProposalState) -> ProposalId {
        let round = self.round(phase).await;
        let listed = self.proposals(Which::Public(round.id)).await.unwrap();
        listed
            .iter()
            .find(|proposal| proposal.state == state)
            .unwrap()
            .id
    }

    /// The draft of the demo's resident.
    pub async fn own_draft(&self) -> ProposalId {
        let person = self.demo_person("bewoner").await.unwrap();
        let own = self.proposals(Which::Of(person)).await.unwrap();
        own.iter()
            .find(|proposal| proposal.state == ProposalState::Draft)
            .unwrap()
            .id
    }

    /// A round that is still being set up, made as staff do it.
    pub async fn draft_round(&self) -> String {
        let from = self.round(Phase::Proposing).await.id;
        let mut smederij = self.signed_in("smederij").await;
        let answer = smederij
            .post(&format!("/werk/rondes/{from}/kopie"), &[])
            .await;
        let path = answer.location().strip_prefix("/werk/rondes/").unwrap();
        path.strip_suffix("/instellen").unwrap().to_owned()
    }
}
