//! Cancelling a lost or stolen letter, whether it was used or not: nobody learns that before the box is opened.
//!
//! What the server believes of it stands in the journal. A row that was changed by hand stops the closing.

use std::collections::BTreeSet;

use domain::{
    access::{CancelLetter, Permit},
    audit::{Event, EventKind},
    ballot_box::VoterId,
    id::{RoundId, WijkId},
    round::Millis,
};

use sqlx::any::AnyRow;

use super::marks::{self, LETTER, check_letter};
use crate::{Refusal, Result, Store, StoreError, Tx, row::Read as _};

impl Store {
    /// Cancels a letter by its number: its code opens nothing any more, and what was voted with it is laid aside.
    ///
    /// # Errors
    /// [`Refusal::Phase`] once the box is closed, [`StoreError::NotFound`] for a number that no letter of the wijk has,
    /// [`Refusal::Done`] for a letter that was cancelled before.
    pub async fn cancel_letter(
        &self,
        permit: &Permit<CancelLetter>,
        round: RoundId,
        wijk: WijkId,
        number: u32,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let found = tx.round_for(permit, round).await?;
        found.wijk(wijk).ok_or(StoreError::NotFound)?;
        if !permit.covers(wijk) {
            return Err(StoreError::NotFound);
        }
        if !found.phase.is_around_voting() {
            return Err(Refusal::Phase.into());
        }
        tx.mark_cancelled(round, wijk, number).await?;
        let event = Event::LetterCancelled {
            round,
            wijk,
            number,
        };
        tx.log(permit.by(), &event, now).await?;
        tx.commit().await
    }
}

impl Tx {
    async fn mark_cancelled(&mut self, round: RoundId, wijk: WijkId, number: u32) -> Result<()> {
        let sql = format!(
            "SELECT {LETTER} FROM eligibility WHERE round_id = $1 AND wijk_id = $2 AND number = $3"
        );
        let row = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(round.to_string())
            .bind(wijk.to_string())
            .bind(i64::from(number))
            .fetch_optional(self.conn())
            .await?
            .ok_or(StoreError::NotFound)?;
        let master = self.master()?;
        check_letter(&row, &master)?;
        if row.text("status")? != "issued" {
            return Err(Refusal::Done.into());
        }
        let voter: VoterId = row.parsed("voter")?;
        let mark = marks::Letter {
            voter,
            round,
            wijk,
            kind: &row.text("kind")?,
            number: number.into(),
            status: "cancelled",
            link: &row.bytes("link")?,
        }
        .mark(&master);
        sqlx::query("UPDATE eligibility SET status = 'cancelled', mark = $1 WHERE voter = $2")
            .bind(mark.to_string())
            .bind(voter.to_string())
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// The numbers of the cancelled letters of a wijk: those of the journal, if the rows say the same.
    pub(crate) async fn cancelled(&mut self, round: RoundId, wijk: WijkId) -> Result<Vec<u32>> {
        let rows = self.cancelled_letters(round, wijk).await?;
        let marked: BTreeSet<u32> = rows
            .iter()
            .map(|row| row.number("number"))
            .collect::<Result<_>>()?;
        let told = self.told_cancelled(round, wijk).await?;
        if marked == told {
            Ok(told.into_iter().collect())
        } else {
            Err(StoreError::Corrupt(
                "the cancelled letters are not those of the journal".into(),
            ))
        }
    }

    /// The rows of the cancelled letters of a wijk, each with its mark.
    async fn cancelled_letters(&mut self, round: RoundId, wijk: WijkId) -> Result<Vec<AnyRow>> {
        let sql = format!(
            "SELECT {LETTER} FROM eligibility WHERE round_id = $1 AND wijk_id = $2 AND status = 'cancelled'
             ORDER BY number"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(round.to_string())
            .bind(wijk.to_string())
            .fetch_all(self.conn())
            .await?;
        let master = self.master()?;
        rows.iter().try_for_each(|row| check_letter(row, &master))?;
        Ok(rows)
    }

    /// The links of the cancelled letters of a wijk, still locked.
    pub(crate) async fn cancelled_links(
        &mut self,
        round: RoundId,
        wijk: WijkId,
    ) -> Result<Vec<Vec<u8>>> {
        let rows = self.cancelled_letters(round, wijk).await?;
        rows.iter().map(|row| row.bytes("link")).collect()
    }

    async fn told_cancelled(&mut self, round: RoundId, wijk: WijkId) -> Result<BTreeSet<u32>> {
        let rows = sqlx::query(
            "SELECT event FROM journal WHERE round_id = $1 AND wijk_id = $2 AND kind = $3",
        )
        .bind(round.to_string())
        .bind(wijk.to_string())
        .bind(EventKind::LetterCancelled.to_string())
        .fetch_all(self.conn())
        .await?;
        rows.iter()
            .map(|row| match row.json("event")? {
                Event::LetterCancelled { number, .. } => Ok(number),
                _ => Err(StoreError::Corrupt("an entry of another kind".into())),
            })
            .collect()
    }
}
