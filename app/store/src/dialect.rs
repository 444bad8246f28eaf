//! The only file where the two databases differ, but for their error codes ([`crate::Trouble`]).

use std::borrow::Cow;

use sqlx::{
    AnyConnection, AnyPool, AssertSqlSafe, Connection as _, Executor, SqlSafeStr,
    any::AnyPoolOptions,
    migrate::{Migration, MigrationType, Migrator},
};

use crate::{Result, StoreError};

/// Which database stands behind the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// One file on this machine. The default.
    Sqlite,
    /// A server, where a municipality outgrows one machine.
    Postgres,
}

/// The migrations in order. A test compares this list with the folder.
pub(crate) const MIGRATIONS: &[(i64, &str, &str)] = &[
    (
        1,
        "people",
        include_str!("../../../migrations/0001_people.sql"),
    ),
    (
        2,
        "rounds",
        include_str!("../../../migrations/0002_rounds.sql"),
    ),
    (
        3,
        "proposals",
        include_str!("../../../migrations/0003_proposals.sql"),
    ),
    (
        4,
        "ballot_box",
        include_str!("../../../migrations/0004_ballot_box.sql"),
    ),
    (
        5,
        "council",
        include_str!("../../../migrations/0005_council.sql"),
    ),
    (
        6,
        "journal",
        include_str!("../../../migrations/0006_journal.sql"),
    ),
];

/// Every connection: wait for a lock rather than fail, keep references whole, overwrite what is deleted.
const SQLITE_PRAGMAS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
     PRAGMA secure_delete = ON; PRAGMA busy_timeout = 5000;";

/// Every connection: a vote that is acknowledged is on disk, and who waits too long for a turn hears so. As long as the
/// pool lets wait, which on SQLite is the queue of deeds.
const POSTGRES_SETTINGS: &str = "SET synchronous_commit = on; SET lock_timeout = '10s'";

impl Engine {
    pub(crate) fn of(url: &str) -> Result<Self> {
        match url.split_once(':') {
            Some(("sqlite", _)) => Ok(Self::Sqlite),
            Some(("postgres" | "postgresql", _)) => Ok(Self::Postgres),
            _ => Err(StoreError::Url),
        }
    }

    /// SQLite gets one writing connection: a fair queue, where several would poll for its lock and starve each other.
    pub(crate) async fn write_pool(self, url: &str) -> Result<AnyPool> {
        let size = match self {
            Self::Sqlite => 1,
            Self::Postgres => 8,
        };
        self.pool(url, size).await
    }

    pub(crate) async fn read_pool(self, url: &str) -> Result<AnyPool> {
        self.pool(url, 8).await
    }

    async fn pool(self, url: &str, size: u32) -> Result<AnyPool> {
        let url: Cow<'_, str> = match self {
            Self::Sqlite if !url.contains('?') => format!("{url}?mode=rwc").into(),
            Self::Sqlite | Self::Postgres => url.into(),
        };
        // A pool keeps trying what cannot work, and then only says that its time is over: the first connection says why.
        let mut first = AnyConnection::connect(&url).await?;
        first.execute(self.session()).await?;
        first.close().await?;
        let pool = AnyPoolOptions::new()
            .max_connections(size)
            // A wrong address should show soon; a queue of writers never takes this long.
            .acquire_timeout(std::time::Duration::from_secs(10))
            .after_connect(move |connection, _| {
                Box::pin(async move { connection.execute(self.session()).await.map(|_| ()) })
            })
            .connect(&url)
            .await?;
        Ok(pool)
    }

    /// What every connection begins with.
    const fn session(self) -> &'static str {
        match self {
            Self::Sqlite => SQLITE_PRAGMAS,
            Self::Postgres => POSTGRES_SETTINGS,
        }
    }

    pub(crate) const fn begin(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN",
        }
    }

    /// The lock of a deed on PostgreSQL; SQLite's single writer needs none. The number is ours, "wijk" in ASCII.
    pub(crate) const fn exclusive_lock(self) -> Option<&'static str> {
        match self {
            Self::Sqlite => None,
            Self::Postgres => Some("SELECT CAST(pg_advisory_xact_lock(2003397483) AS TEXT)"),
        }
    }

    pub(crate) const fn shared_lock(self) -> Option<&'static str> {
        match self {
            Self::Sqlite => None,
            Self::Postgres => Some("SELECT CAST(pg_advisory_xact_lock_shared(2003397483) AS TEXT)"),
        }
    }

    /// Writes the whole box anew in order of seal: within the transaction it runs in, and so under one `xmin`.
    pub(crate) const fn rewrite_box(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "CREATE TEMP TABLE box_in_order AS SELECT seal, commitment, signature, sealed FROM ballot_box ORDER BY seal;
                 DELETE FROM ballot_box;
                 INSERT INTO ballot_box (seal, commitment, signature, sealed)
                 SELECT seal, commitment, signature, sealed FROM box_in_order ORDER BY seal;
                 DROP TABLE box_in_order"
            }
            Self::Postgres => {
                "WITH taken_out AS (DELETE FROM ballot_box RETURNING seal, commitment, signature, sealed)
                 INSERT INTO ballot_box (seal, commitment, signature, sealed)
                 SELECT seal, commitment, signature, sealed FROM taken_out ORDER BY seal"
            }
        }
    }

    pub(crate) fn migrator(self) -> Migrator {
        Migrator::with_migrations(
            MIGRATIONS
                .iter()
                .map(|&(version, name, text)| {
                    let sql = AssertSqlSafe(self.fit(text)).into_sql_str();
                    Migration::new(version, name.into(), MigrationType::Simple, sql, false)
                })
                .collect(),
        )
    }

    /// Fits the one text of the migrations to this engine.
    fn fit(self, text: &str) -> String {
        let mut fitted = String::with_capacity(text.len());
        let mut only: Option<&str> = None;
        let mut without_rowid = false;
        for line in text.lines() {
            match line.trim() {
                "-- end only" => only = None,
                marker if marker.starts_with("-- only ") => only = marker.strip_prefix("-- only "),
                _ if only.is_some_and(|engine| engine != self.name()) => {}
                _ => {
                    without_rowid |= line.ends_with("-- without rowid");
                    let line = self.fit_line(line, &mut without_rowid);
                    fitted.push_str(&line);
                    fitted.push('\n');
                }
            }
        }
        fitted
    }

    fn fit_line<'a>(self, line: &'a str, without_rowid: &mut bool) -> Cow<'a, str> {
        match self {
            Self::Postgres => line.into(),
            // The end of a table.
            Self::Sqlite if line == ");" => if std::mem::take(without_rowid) {
                ") STRICT, WITHOUT ROWID;"
            } else {
                ") STRICT;"
            }
            .into(),
            Self::Sqlite => line
                .replace(" BIGINT", " INTEGER")
                .replace(" BYTEA", " BLOB")
                .into(),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_in_the_folder_is_in_the_list() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".sql"))
            .collect();
        files.sort();
        let listed: Vec<String> = MIGRATIONS
            .iter()
            .map(|(n, name, _)| format!("{n:04}_{name}.sql"))
            .collect();
        assert_eq!(files, listed);
    }

    #[test]
    fn only_sqlite_gets_strict_tables_and_its_own_types() {
        let text = "CREATE TABLE t ( -- without rowid\n    n BIGINT,\n    b BYTEA\n);\n-- only postgres\nX\n-- end only\nY";
        let lite = Engine::Sqlite.fit(text);
        assert!(
            lite.contains("n INTEGER")
                && lite.contains("b BLOB")
                && lite.contains(") STRICT, WITHOUT ROWID;")
        );
        assert!(!lite.contains('X') && lite.contains('Y'));
        let pg = Engine::Postgres.fit(text);
        assert!(pg.contains("n BIGINT") && pg.contains('X') && !pg.contains("STRICT"));
    }

    #[test]
    fn other_databases_are_refused() {
        assert!(Engine::of("mysql://x").is_err());
        assert!(Engine::of("demo.sqlite").is_err());
    }
}
