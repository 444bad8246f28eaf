//! Back-up of the embedded database: a whole copy while the program runs, checked before it counts.

use std::path::Path;

use sqlx::{AnyConnection, Connection as _, Row as _};

use crate::{Engine, Refusal, Result, Store, StoreError};

impl Store {
    /// Writes a copy of the database to `file`, which must not exist, and checks it. The copy is built page by page in
    /// order of key, so nothing in it tells in what order rows came.
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
        match integrity(&path).await?.as_str() {
            "ok" => Ok(()),
            fault => Err(StoreError::Corrupt(format!("the copy is damaged: {fault}"))),
        }
    }
}

/// What SQLite says of the file: `ok`, or its first fault. It only reads, so it goes without the settings of a store.
async fn integrity(path: &str) -> Result<String> {
    // Characters that would end the path in an address.
    let path = path
        .replace('%', "%25")
        .replace('?', "%3F")
        .replace('#', "%23");
    let mut copy = AnyConnection::connect(&format!("sqlite://{path}?mode=ro")).await?;
    let row = sqlx::query("PRAGMA integrity_check")
        .fetch_one(&mut copy)
        .await?;
    let verdict = row.try_get(0)?;
    copy.close().await?;
    Ok(verdict)
}
