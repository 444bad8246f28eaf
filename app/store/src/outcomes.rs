//! What came of a count, for everybody.
//!
//! [`Store::outcomes`], [`Store::publication`] and [`Store::pack`] are the one gate to any tally: before the count there is
//! none.

use domain::{
    ballot_box::{Opened, OpenedBallot, PrivateKey},
    id::{RoundId, WijkId},
    outcome::{Publication, WijkOutcome},
};

use crate::{Result, Store, StoreError, row::Read as _};

impl Store {
    /// The outcome of every wijk of a round.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] before the count: there is nothing to see, for anybody.
    pub async fn outcomes(&self, round: RoundId) -> Result<Vec<WijkOutcome>> {
        if !self.round(round).await?.phase.shows_tally() {
            return Err(StoreError::NotFound);
        }
        let rows = sqlx::query("SELECT content FROM outcome WHERE round_id = $1 ORDER BY wijk_id")
            .bind(round.to_string())
            .fetch_all(self.reader())
            .await?;
        rows.iter().map(|row| row.json("content")).collect()
    }

    /// Everything needed to count a wijk again.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] before the count.
    pub async fn publication(&self, round: RoundId, wijk: WijkId) -> Result<Publication> {
        let outcomes = self.outcomes(round).await?;
        let outcome = outcomes
            .into_iter()
            .find(|outcome| outcome.wijk == wijk)
            .ok_or(StoreError::NotFound)?;
        let rows = sqlx::query(
            "SELECT ballot FROM published_ballot WHERE round_id = $1 AND wijk_id = $2 ORDER BY words, seal",
        )
        .bind(round.to_string())
        .bind(wijk.to_string())
        .fetch_all(self.reader())
        .await?;
        let ballots: Vec<OpenedBallot> = rows
            .iter()
            .map(|row| row.json("ballot"))
            .collect::<Result<_>>()?;
        let opened = Opened {
            ballots,
            laid_aside: outcome.laid_aside,
            rejected: outcome.rejected,
        };
        let (rules, _) = self.rules(round).await?;
        Ok(Publication {
            round,
            wijk,
            rules,
            winners: outcome.allocation.winners().map(|award| award.id).collect(),
            left: outcome.allocation.left,
            lot: outcome.lot,
            seals: self.seals(round, wijk).await?,
            box_key: self.published_key(round).await?,
            opened,
        })
    }
}

impl Store {
    /// Everything that a round was counted from, as one zip: the same bytes for everybody (app/domain/src/pack/README.md).
    ///
    /// # Errors
    /// [`StoreError::NotFound`] before the count.
    pub async fn pack(&self, round: RoundId) -> Result<Vec<u8>> {
        let row = sqlx::query("SELECT content FROM pack WHERE round_id = $1")
            .bind(round.to_string())
            .fetch_optional(self.reader())
            .await?
            .ok_or(StoreError::NotFound)?;
        row.bytes("content")
    }

    /// The key of the box, which everybody has from the count on.
    async fn published_key(&self, round: RoundId) -> Result<PrivateKey> {
        let row = sqlx::query("SELECT box_private FROM round WHERE id = $1")
            .bind(round.to_string())
            .fetch_one(self.reader())
            .await?;
        row.maybe_json("box_private")?.ok_or(StoreError::NotFound)
    }
}
