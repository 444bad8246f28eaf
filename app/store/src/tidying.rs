//! Leaving no trace of the order in which votes came in: with it, a film of the door would tell who voted what.
//!
//! Both engines keep that order in places that no query shows. PostgreSQL has the number of the writing transaction in
//! every row (`xmin`), and neither `CLUSTER` nor `VACUUM FULL` changes it; SQLite has it in the write-ahead log, and within
//! a page in where the rows lie. So the box is written anew in order of seal by one transaction, and then swept.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use sqlx::{Connection as _, Executor as _};

use crate::{Engine, Result, Store, StoreError, row::Read as _};

/// How often sweeping is tried again: for PostgreSQL a connection that is only just being made, to whichever database of
/// the cluster, already reads for a moment.
const TRIES: u32 = 10;
const MOMENT: Duration = Duration::from_millis(100);

/// Whether votes came in since the box was last put in order.
#[derive(Debug)]
pub(crate) struct Traces {
    came: AtomicU64,
    tidied: AtomicU64,
}

/// A vote on its way. Whatever becomes of it, even if nobody waits for it any more, the box is looked after again.
pub(crate) struct Coming<'a>(&'a Traces);

impl Drop for Coming<'_> {
    fn drop(&mut self) {
        self.0.came.fetch_add(1, Ordering::SeqCst);
    }
}

impl Traces {
    /// Those that an earlier run may have left.
    pub(crate) const fn of_earlier_run() -> Self {
        Self {
            came: AtomicU64::new(1),
            tidied: AtomicU64::new(0),
        }
    }

    pub(crate) const fn coming(&self) -> Coming<'_> {
        Coming(self)
    }
}

impl Store {
    /// Writes the box anew in order of seal and sweeps up what that leaves, if a vote came in since the last time.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when somebody is still reading the box as it was: try again. The database's.
    pub async fn tidy(&self) -> Result<()> {
        let came = self.traces.came.load(Ordering::SeqCst);
        if self.traces.tidied.load(Ordering::SeqCst) == came {
            return Ok(());
        }
        let mut tx = self.write().await?;
        tx.conn().execute(self.engine.rewrite_box()).await?;
        tx.commit().await?;
        self.sweep().await?;
        self.traces.tidied.store(came, Ordering::SeqCst);
        Ok(())
    }

    /// Sweeps up what writing the box anew leaves.
    async fn sweep(&self) -> Result<()> {
        if self.engine == Engine::Sqlite {
            // It waits for readers by itself.
            return self.empty_log().await;
        }
        let mut held_up = 0;
        loop {
            match self.drop_old_rows().await {
                Err(StoreError::InUse) if held_up < TRIES => {
                    held_up += 1;
                    tokio::time::sleep(MOMENT).await;
                }
                swept => return swept,
            }
        }
    }

    /// The same now that a round is closed, whichever server its votes came to. What cannot be done yet is done later.
    pub(crate) async fn tidy_closed(&self) {
        drop(self.traces.coming());
        if let Err(error) = self.tidy().await {
            tracing::warn!(%error, "the closed box could not be put in order yet");
        }
    }

    /// Empties SQLite's write-ahead log into the database.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when somebody is still reading from the log: try again. The database's.
    pub async fn empty_log(&self) -> Result<()> {
        if self.engine == Engine::Postgres {
            return Ok(());
        }
        // SQLite does not fail when it could not finish; it says so in the row it gives.
        let row = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
            .fetch_one(&self.write)
            .await?;
        is_swept(row.int("busy")? == 0)
    }

    /// Gives PostgreSQL's box a new file with only the rows that there are.
    async fn drop_old_rows(&self) -> Result<()> {
        let mut connection = self.write.acquire().await?;
        let mut tx = connection.begin().await?;
        // The lock keeps voters out: whoever holds it up, such as a dump, is not waited for long.
        tx.execute("SET LOCAL lock_timeout = '2s'; CLUSTER ballot_box USING ballot_box_pkey")
            .await?;
        // What an open transaction could still see was copied too, and takes up a place in its page.
        let row = sqlx::query(
            "SELECT CAST(COALESCE(SUM(places - there), 0) AS BIGINT) AS dead FROM
             (SELECT MAX(CAST(RTRIM(SPLIT_PART(CAST(ctid AS TEXT), ',', 2), ')') AS BIGINT)) AS places,
              COUNT(*) AS there FROM ballot_box GROUP BY SPLIT_PART(CAST(ctid AS TEXT), ',', 1)) page",
        )
        .fetch_one(&mut *tx)
        .await?;
        tx.commit().await?;
        is_swept(row.int("dead")? == 0)
    }
}

const fn is_swept(is_swept: bool) -> Result<()> {
    if is_swept {
        Ok(())
    } else {
        Err(StoreError::InUse)
    }
}
