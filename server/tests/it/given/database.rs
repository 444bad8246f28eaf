//! What stands in the database, and plain SQL past the server.

use std::collections::BTreeMap;

use sqlx::{AnyPool, AssertSqlSafe, Row as _};
use store::Engine;

use super::Given;

/// Every table with its rows as text, but sessions: of those only how many.
pub type Dump = BTreeMap<String, Vec<String>>;

impl Given {
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
}

pub(super) async fn plain(pool: &AnyPool, sql: String) {
    sqlx::query(AssertSqlSafe(sql)).execute(pool).await.unwrap();
}
