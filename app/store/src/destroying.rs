//! Destroying what leads from a letter to its vote, a while after the outcome
//! (app/domain/src/ballot_box/README.md#destroying-secrets).

use domain::{
    access::By,
    audit::{Event, EventKind},
    id::RoundId,
    journal::Digest,
    phase::Phase,
    round::{Millis, Round, destroyed_hash, destroys_at},
};
use sqlx::Executor as _;

use crate::{Engine, Result, Store, Tx, ballot_box::Keys, journal::latest, row::Read as _};

/// Where the count of destructions stands whose bytes were also swept up.
const SWEPT: &str = "destroyed_and_swept";

/// What leads from the letters of a round to their votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrets {
    /// There is nothing to destroy: no letters were made.
    None,
    /// It is there; when it will be destroyed is known once there is an outcome, or the round was stopped.
    Kept(Option<Millis>),
    /// It was destroyed then.
    Destroyed(Millis),
}

impl Store {
    /// Whether the secrets of a round are still there, and until when.
    ///
    /// # Errors
    /// [`crate::StoreError::NotFound`]; the database's.
    pub async fn secrets(&self, round: &Round) -> Result<Secrets> {
        let mut connection = self.reader().acquire().await?;
        if let Some((_, at)) = latest(&mut connection, EventKind::SecretsDestroyed, round.id)
            .await?
            .pop()
        {
            return Ok(Secrets::Destroyed(at));
        }
        drop(connection);
        if self.has_secrets(round.id).await? {
            Ok(Secrets::Kept(self.destroyed_from(round).await?))
        } else {
            Ok(Secrets::None)
        }
    }

    /// Destroys what is due, and sweeps up its bytes. Gives the rounds.
    ///
    /// # Errors
    /// [`crate::StoreError::InUse`] when somebody is still reading what was destroyed: try again. The database's.
    pub async fn destroy_due(&self, now: Millis) -> Result<Vec<RoundId>> {
        let mut destroyed = Vec::new();
        for round in self.rounds(false).await? {
            if round.phase < Phase::Counted || !self.has_secrets(round.id).await? {
                continue;
            }
            if self
                .destroyed_from(&round)
                .await?
                .is_some_and(|from| from <= now)
            {
                let mut tx = self.write().await?;
                tx.destroy_secrets(round.id, now).await?;
                tx.commit().await?;
                destroyed.push(round.id);
            }
        }
        self.sweep_destroyed().await?;
        Ok(destroyed)
    }

    async fn has_secrets(&self, round: RoundId) -> Result<bool> {
        let row = sqlx::query("SELECT id FROM round WHERE id = $1 AND LENGTH(box_secret) > 0")
            .bind(round.to_string())
            .fetch_optional(self.reader())
            .await?;
        Ok(row.is_some())
    }

    async fn destroyed_from(&self, round: &Round) -> Result<Option<Millis>> {
        let began = self.began(round.id).await?;
        let mut connection = self.reader().acquire().await?;
        let jumped = latest(&mut connection, EventKind::ClockJumped, round.id).await?;
        let jumped = jumped.last().map(|(_, at)| *at);
        Ok(destroys_at(round.phase, &began, jumped))
    }

    /// A deleted row still lies in the file, and in the log of writes, until these are written anew.
    async fn sweep_destroyed(&self) -> Result<()> {
        let row = sqlx::query("SELECT COUNT(*) AS many FROM journal WHERE kind = $1")
            .bind(EventKind::SecretsDestroyed.to_string())
            .fetch_one(self.reader())
            .await?;
        let many = row.int("many")?.to_string();
        let swept = self.setting(SWEPT).await?;
        if swept.unwrap_or_else(|| "0".into()) == many {
            return Ok(());
        }
        match self.engine() {
            Engine::Sqlite => {
                // What the log still has goes into the file first, and what writing the file anew leaves in the log after.
                self.empty_log().await?;
                self.write.execute("VACUUM").await?;
                self.empty_log().await?;
            }
            Engine::Postgres => {
                for table in ["eligibility", "key_card", "round"] {
                    let sql = format!("VACUUM (FULL) {table}");
                    self.write.execute(sqlx::AssertSqlSafe(sql)).await?;
                }
            }
        }
        let mut tx = self.write().await?;
        tx.set(SWEPT, &many).await?;
        tx.commit().await
    }
}

impl Tx {
    /// Destroys the secret, the list of letters and the cards of a round. The journal keeps the hash of them.
    pub(crate) async fn destroy_secrets(&mut self, round: RoundId, now: Millis) -> Result<()> {
        self.trust_journal().await?;
        let master = self.master()?;
        let mut keys = Keys::load(self.conn(), round, &master).await?;
        let (letters, list) = self.hash_of_secrets(round, &keys.wrapped).await?;
        keys.wrapped.clear();
        sqlx::query("UPDATE round SET box_secret = $1, key_mark = $2 WHERE id = $3")
            .bind(Vec::<u8>::new())
            .bind(keys.mark(round, &master).to_string())
            .bind(round.to_string())
            .execute(self.conn())
            .await?;
        for sql in [
            "DELETE FROM eligibility WHERE round_id = $1",
            "DELETE FROM key_card WHERE round_id = $1",
        ] {
            sqlx::query(sql)
                .bind(round.to_string())
                .execute(self.conn())
                .await?;
        }
        let event = Event::SecretsDestroyed {
            round,
            letters,
            list: list.to_string(),
        };
        self.log(By::Clock, &event, now).await
    }

    /// One hash over the wrapped secret and every letter, and how many letters there are.
    async fn hash_of_secrets(&mut self, round: RoundId, wrapped: &[u8]) -> Result<(u64, Digest)> {
        let rows = sqlx::query(
            "SELECT voter, wijk_id, kind, number, status, commitment, link FROM eligibility
             WHERE round_id = $1 ORDER BY voter",
        )
        .bind(round.to_string())
        .fetch_all(self.conn())
        .await?;
        let mut fields: Vec<Vec<u8>> = vec![wrapped.to_vec()];
        for row in &rows {
            for column in ["voter", "wijk_id", "kind", "status", "commitment"] {
                fields.push(row.text(column)?.into_bytes());
            }
            fields.push(row.int("number")?.to_be_bytes().to_vec());
            fields.push(row.bytes("link")?);
        }
        Ok((rows.len() as u64, destroyed_hash(round, &fields)))
    }
}
