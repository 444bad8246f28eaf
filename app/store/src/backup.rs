//! Back-up of the embedded database: a whole copy while the program runs, checked before it counts.

use std::path::Path;

use sqlx::{AssertSqlSafe, Row as _};

use crate::{Engine, Refusal, Result, Store, StoreError};

impl Store {
    /// Writes a copy of the database to `file`, which must not exist, and checks it.
    ///
    /// # Errors
    /// [`Refusal::State`] on PostgreSQL, whose own `pg_dump` does this; the database's.
    pub async fn back_up(&self, file: &Path) -> Result<()> {
        if self.engine() != Engine::Sqlite {
            return Err(Refusal::State.into());
        }
        let path = file.to_string_lossy().into_owned();
        sqlx::query("VACUUM INTO $1")
            .bind(&path)
            .execute(&self.write)
            .await?;
        let copy = Self::open(&format!("sqlite://{path}?mode=ro")).await?;
        let verdict = copy.integrity().await;
        copy.close().await;
        match verdict?.as_str() {
            "ok" => Ok(()),
            fault => Err(StoreError::Corrupt(format!("the copy is damaged: {fault}"))),
        }
    }

    /// What SQLite says of the file: `ok`, or its first fault.
    async fn integrity(&self) -> Result<String> {
        let row = sqlx::query(AssertSqlSafe("PRAGMA integrity_check"))
            .fetch_one(&self.read)
            .await?;
        Ok(row.try_get(0)?)
    }
}
