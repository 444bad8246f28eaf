//! The keys of a round, as they were made: both public halves and the round secret under one mark.

use domain::{
    ballot_box::{BoxKey, Mark, Marked, MasterKey, RoundSecret},
    id::RoundId,
};

use crate::{Refusal, Result, Store, StoreError, row::Read as _};

/// What voting in a round goes by.
pub(crate) struct Keys {
    /// Every ballot is locked with it.
    pub(super) box_key: BoxKey,
    /// Every link from a letter to its seal is locked with it.
    pub(super) link_key: BoxKey,
    /// The round secret, still wrapped; nothing once it was destroyed.
    pub(crate) wrapped: Vec<u8>,
}

impl Store {
    /// The secret of every round that still has one, as wrapped under the master key of that moment.
    ///
    /// # Errors
    /// The database's.
    pub async fn wrapped_secrets(&self) -> Result<Vec<Vec<u8>>> {
        let rows = sqlx::query("SELECT box_secret FROM round WHERE LENGTH(box_secret) > 0")
            .fetch_all(self.reader())
            .await?;
        rows.iter().map(|row| row.bytes("box_secret")).collect()
    }
}

impl Keys {
    pub(super) const fn new(box_key: BoxKey, link_key: BoxKey, wrapped: Vec<u8>) -> Self {
        Self {
            box_key,
            link_key,
            wrapped,
        }
    }

    /// The keys of a round, if they are those that were made.
    ///
    /// # Errors
    /// [`Refusal::Phase`] when none were made, [`StoreError::Tampered`] when somebody else wrote them,
    /// [`StoreError::Corrupt`] when they were made under another master key.
    pub(crate) async fn load(
        connection: &mut sqlx::AnyConnection,
        round: RoundId,
        master: &MasterKey,
    ) -> Result<Self> {
        let row = sqlx::query(
            "SELECT box_key, link_key, box_secret, key_mark FROM round WHERE id = $1 AND box_key IS NOT NULL",
        )
        .bind(round.to_string())
        .fetch_optional(connection)
        .await?
        .ok_or(Refusal::Phase)?;
        let keys = Self::new(
            row.parsed("box_key")?,
            row.parsed("link_key")?,
            row.bytes("box_secret")?,
        );
        if keys.mark(round, master) == row.parsed("key_mark")? {
            return Ok(keys);
        }
        // Under another master key nothing fits, and nobody wrote anything by hand.
        if !keys.wrapped.is_empty() {
            keys.secret(master)?;
        }
        Err(StoreError::Tampered(round))
    }

    pub(crate) fn mark(&self, round: RoundId, master: &MasterKey) -> Mark {
        let fields: [&[u8]; 4] = [
            round.bytes(),
            self.box_key.bytes(),
            self.link_key.bytes(),
            &self.wrapped,
        ];
        master.mark(Marked::Keys, &fields)
    }

    /// The round secret.
    ///
    /// # Errors
    /// [`Refusal::Phase`] once it was destroyed, [`StoreError::Corrupt`] when it was wrapped under another master key.
    pub(super) fn secret(&self, master: &MasterKey) -> Result<RoundSecret> {
        if self.wrapped.is_empty() {
            return Err(Refusal::Phase.into());
        }
        master.unwrap(&self.wrapped).ok_or_else(|| {
            StoreError::Corrupt("the round secret belongs to another master key".into())
        })
    }
}
