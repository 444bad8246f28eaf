//! Back-up of the embedded database: a whole copy while the program runs, checked before it counts.

use std::path::Path;

use sqlx::{AnyConnection, Connection as _, Row as _};

use crate::{
    Engine, Refusal, Result, Store, StoreError,
    journal::{Verified, walk},
};

impl Store {
    /// Writes a copy of the database to `file`, which must not exist, and checks it as [`Self::check_copy`] does. The copy
    /// is built page by page in order of key, so nothing in it tells in what order rows came.
    ///
    /// # Errors
    /// [`Refusal::State`] on PostgreSQL, whose own `pg_dump` does this; those of the check.
    pub async fn back_up(&self, file: &Path) -> Result<Verified> {
        if self.engine() != Engine::Sqlite {
            return Err(Refusal::State.into());
        }
        let path = file.to_string_lossy().into_owned();
        sqlx::query("VACUUM INTO $1")
            .bind(&path)
            .execute(&self.write)
            .await?;
        Self::check_copy(file).await
    }

    /// Walks the journal of a copy in which SQLite finds no fault. It only reads, so it goes without the settings of a
    /// store; and without the master key, which may not be on this machine yet: signatures are for who has it.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] with the first fault that SQLite finds; the database's.
    pub async fn check_copy(file: &Path) -> Result<Verified> {
        sqlx::any::install_default_drivers();
        // Characters that would end the path in an address.
        let path = file
            .to_string_lossy()
            .replace('%', "%25")
            .replace('?', "%3F")
            .replace('#', "%23");
        let mut copy = AnyConnection::connect(&format!("sqlite://{path}?mode=ro")).await?;
        let row = sqlx::query("PRAGMA integrity_check")
            .fetch_one(&mut copy)
            .await?;
        let verdict: String = row.try_get(0)?;
        if verdict != "ok" {
            let fault = format!("the copy is damaged: {verdict}");
            return Err(StoreError::Corrupt(fault));
        }
        let verified = walk(&mut copy, None).await?;
        copy.close().await?;
        Ok(verified)
    }
}
