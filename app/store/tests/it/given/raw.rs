//! The database seen past the store: what somebody with the password would see and could try.

use std::collections::BTreeMap;

use sqlx::{Any, AnyPool, AssertSqlSafe, Row as _, Transaction, any::AnyPoolOptions};
use store::Engine;

use super::Given;

/// A row, each column as text; bytes as hex.
pub type Texts = Vec<Option<String>>;

/// Every row of every table, in order. On PostgreSQL with the transaction that wrote the row (`xmin`).
pub type Dump = BTreeMap<String, Vec<Texts>>;

/// A column as both engines describe it: name, type, may not be empty, in the primary key.
pub type Column = (String, String, bool, bool);

pub async fn pool(url: &str) -> AnyPool {
    AnyPoolOptions::new()
        .max_connections(1)
        .connect(url)
        .await
        .unwrap()
}

impl Given {
    /// Plain SQL, past every rule but those in the database itself.
    pub async fn sql(&self, sql: impl Into<String>) -> Result<u64, sqlx::Error> {
        let done = sqlx::query(AssertSqlSafe(sql.into()))
            .execute(&self.raw)
            .await?;
        Ok(done.rows_affected())
    }

    /// Keeps a vote from being written until it is let go: SQLite's one writer, or on PostgreSQL the rows that are there.
    pub async fn hold_the_box(&self) -> Transaction<'static, Any> {
        match self.engine() {
            Engine::Sqlite => self.raw.begin_with("BEGIN IMMEDIATE").await.unwrap(),
            Engine::Postgres => {
                let mut held = self.raw.begin().await.unwrap();
                let sql = "SELECT seal FROM ballot_box FOR UPDATE";
                sqlx::query(sql).execute(&mut *held).await.unwrap();
                held
            }
        }
    }

    /// Somebody who looks at the database as it is now, and keeps doing so.
    pub async fn keep_reading(&self) -> Transaction<'static, Any> {
        let begin = match self.engine() {
            Engine::Sqlite => "BEGIN",
            Engine::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ",
        };
        let mut reading = self.raw.begin_with(begin).await.unwrap();
        let sql = "SELECT number FROM journal LIMIT 1";
        sqlx::query(sql).execute(&mut *reading).await.unwrap();
        reading
    }

    /// What a query gives; every column must be text.
    pub async fn texts(&self, sql: impl Into<String>) -> Vec<Texts> {
        let rows = sqlx::query(AssertSqlSafe(sql.into()))
            .fetch_all(&self.raw)
            .await
            .unwrap();
        rows.iter()
            .map(|row| (0..row.len()).map(|n| row.get(n)).collect())
            .collect()
    }

    /// The one text that a query gives.
    pub async fn text(&self, sql: impl Into<String>) -> String {
        self.texts(sql).await[0][0].clone().unwrap()
    }

    /// Every table with its columns, by name; without those of the migrations themselves.
    pub async fn schema(&self) -> BTreeMap<String, Vec<Column>> {
        let sql = match self.engine() {
            Engine::Sqlite => {
                "SELECT t.name, c.name, CASE c.type WHEN 'INTEGER' THEN 'bigint' WHEN 'BLOB' THEN 'bytea'
                 ELSE lower(c.type) END, CAST(c.\"notnull\" AS TEXT), CASE WHEN c.pk > 0 THEN '1' ELSE '0' END
                 FROM sqlite_master t JOIN pragma_table_info(t.name) c
                 WHERE t.type = 'table' AND t.name NOT LIKE '\\_sqlx%' ESCAPE '\\' ORDER BY t.name, c.name"
            }
            Engine::Postgres => {
                "SELECT CAST(c.table_name AS TEXT), CAST(c.column_name AS TEXT), CAST(c.data_type AS TEXT),
                 CASE c.is_nullable WHEN 'NO' THEN '1' ELSE '0' END,
                 CASE WHEN EXISTS (SELECT 1 FROM information_schema.key_column_usage k
                    JOIN information_schema.table_constraints p ON p.constraint_name = k.constraint_name
                    WHERE p.constraint_type = 'PRIMARY KEY' AND k.table_name = c.table_name
                    AND k.column_name = c.column_name) THEN '1' ELSE '0' END
                 FROM information_schema.columns c
                 WHERE c.table_schema = 'public' AND c.table_name NOT LIKE '\\_sqlx%' ESCAPE '\\' ORDER BY 1, 2"
            }
        };
        let mut tables = BTreeMap::<String, Vec<Column>>::new();
        for row in self.texts(sql).await {
            let [table, name, kind, not_null, key] = <[Option<String>; 5]>::try_from(row)
                .unwrap()
                .map(Option::unwrap);
            let column = (name, kind, not_null == "1", key == "1");
            tables.entry(table).or_default().push(column);
        }
        tables
    }

    /// Everything in the database.
    pub async fn dump(&self) -> Dump {
        let mut dump = Dump::new();
        for (table, columns) in self.schema().await {
            let mut texts: Vec<String> = columns
                .iter()
                .map(|(name, kind, ..)| match (self.engine(), kind.as_str()) {
                    (Engine::Sqlite, "bytea") => format!("hex({name})"),
                    (Engine::Postgres, "bytea") => format!("encode({name}, 'hex')"),
                    _ => format!("CAST({name} AS TEXT)"),
                })
                .collect();
            if self.engine() == Engine::Postgres {
                texts.push("CAST(xmin AS TEXT)".into());
            }
            let mut rows = self
                .texts(format!("SELECT {} FROM {table}", texts.join(", ")))
                .await;
            rows.sort();
            dump.insert(table, rows);
        }
        dump
    }

    /// The tables that are not the same as they were.
    pub async fn changed_since(&self, before: &Dump) -> Vec<String> {
        let after = self.dump().await;
        before
            .iter()
            .filter(|&(table, rows)| after.get(table) != Some(rows))
            .map(|(table, _)| table.clone())
            .collect()
    }

    /// Every byte that can be found: all columns as text, and on SQLite the file and its write-ahead log.
    pub async fn every_byte(&self) -> Vec<u8> {
        let dump = self.dump().await;
        let texts = dump.values().flatten().flatten().flatten();
        let mut bytes = texts.flat_map(|text| text.bytes().chain([0])).collect();
        if let Some(file) = self.url.strip_prefix("sqlite://") {
            for suffix in ["", "-wal", "-shm"] {
                let part: Vec<u8> = std::fs::read(format!("{file}{suffix}")).unwrap_or_default();
                bytes = [bytes, part].concat();
            }
        }
        bytes
    }
}
