//! Remembers: one async function a deed, one transaction a function.
//!
//! Every deed is the same five beats: begin, load what the rule needs, let the domain decide, write, log, commit.
//! Functions that change anything take a [`domain::access::Permit`]. Nothing outside this crate knows the engine.
#![warn(missing_docs)]

pub mod announced;
pub mod backup;
pub mod ballot_box;
mod by_hand;
mod cores;
pub mod council;
mod counting;
mod dates;
pub mod demo;
mod destroying;
mod dialect;
mod drafts;
mod error;
mod file_head;
mod hazards;
pub mod journal;
mod lane;
mod outcomes;
pub mod people;
mod phases;
pub mod proposals;
pub mod requests;
pub mod rounds;
mod row;
pub mod sessions;
pub mod settings;
mod tidying;
mod trouble;
pub mod verdringing;
mod workspace;

pub use by_hand::{Said, Saying};
pub use destroying::Secrets;
pub use dialect::Engine;
pub use error::{Refusal, StoreError};
pub use file_head::file_head;
pub use hazards::{Hazard, Setting};
pub use trouble::Trouble;

use std::sync::Arc;

use domain::ballot_box::MasterKey;
use sqlx::{Any, AnyPool, Transaction};
use tidying::Traces;

/// What a store function gives.
pub type Result<T> = std::result::Result<T, StoreError>;

/// The database.
#[derive(Clone, Debug)]
pub struct Store {
    engine: Engine,
    read: AnyPool,
    write: AnyPool,
    master: Option<MasterKey>,
    traces: Arc<Traces>,
}

/// A transaction that writes. Dropped without [`Tx::commit`], nothing happened.
pub(crate) struct Tx {
    inner: Transaction<'static, Any>,
    master: Option<MasterKey>,
}

impl Store {
    /// Opens the database at `url`: `sqlite://FILE` (made when missing) or `postgres://…`.
    ///
    /// # Errors
    /// [`StoreError::Database`] when it cannot be reached, [`StoreError::Url`] for another kind of address.
    pub async fn open(url: &str) -> Result<Self> {
        sqlx::any::install_default_drivers();
        let engine = Engine::of(url)?;
        let write = engine.write_pool(url).await?;
        let read = engine.read_pool(url).await?;
        Ok(Self {
            engine,
            read,
            write,
            master: None,
            traces: Arc::new(Traces::of_earlier_run()),
        })
    }

    /// The same database for who has the server's key: only then are letters made, votes opened and ballots taken.
    #[must_use]
    pub fn with_master(self, master: MasterKey) -> Self {
        Self {
            master: Some(master),
            ..self
        }
    }

    pub(crate) fn master(&self) -> Result<MasterKey> {
        self.master.clone().ok_or(StoreError::NoMasterKey)
    }

    /// The server's key, for the keys of cookies that are made of it.
    ///
    /// # Errors
    /// [`StoreError::NoMasterKey`].
    pub fn master_key(&self) -> Result<MasterKey> {
        self.master()
    }

    /// Brings the schema up to date.
    ///
    /// # Errors
    /// [`StoreError::Migration`] when a file was edited, is newer than this program, or fails.
    pub async fn migrate(&self) -> Result<()> {
        self.engine
            .migrator()
            .run(&self.write)
            .await
            .map_err(StoreError::Migration)
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`StoreError::Database`] when it does not.
    pub async fn ping(&self) -> Result<()> {
        sqlx::query("SELECT 1").execute(&self.read).await?;
        Ok(())
    }

    /// Closes every connection, after what was begun is done.
    pub async fn close(&self) {
        self.read.close().await;
        self.write.close().await;
    }

    /// The engine behind it, for back-ups and tests.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// Begins a deed. Deeds run one after another on both engines, so none can see half of another: SQLite by its one
    /// writing connection and `BEGIN IMMEDIATE`, PostgreSQL by one advisory lock held until the end.
    pub(crate) async fn write(&self) -> Result<Tx> {
        let mut inner = self.write.begin_with(self.engine.begin()).await?;
        if let Some(lock) = self.engine.exclusive_lock() {
            sqlx::query(lock).execute(&mut *inner).await?;
        }
        Ok(Tx {
            inner,
            master: self.master.clone(),
        })
    }

    /// Begins the one deed that many do at once: casting. On PostgreSQL casts share the lock and only wait for other
    /// deeds, closing among them; so a cast is wholly before the close or sees it.
    pub(crate) async fn write_beside_others(&self) -> Result<Tx> {
        let mut inner = self.write.begin_with(self.engine.begin()).await?;
        if let Some(lock) = self.engine.shared_lock() {
            sqlx::query(lock).execute(&mut *inner).await?;
        }
        Ok(Tx {
            inner,
            master: self.master.clone(),
        })
    }

    pub(crate) const fn reader(&self) -> &AnyPool {
        &self.read
    }
}

impl Tx {
    pub(crate) async fn commit(self) -> Result<()> {
        Ok(self.inner.commit().await?)
    }

    pub(crate) fn master(&self) -> Result<MasterKey> {
        self.master.clone().ok_or(StoreError::NoMasterKey)
    }

    pub(crate) fn conn(&mut self) -> &mut sqlx::AnyConnection {
        &mut self.inner
    }
}

/// A fresh id, in order of time.
pub(crate) fn fresh_uuid() -> uuid::Uuid {
    uuid::Uuid::now_v7()
}
