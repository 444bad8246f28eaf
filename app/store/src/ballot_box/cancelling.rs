//! Cancelling a lost or stolen letter, whether it was used or not: nobody learns that before the box is opened.
//!
//! What the server believes of it stands in the journal. A row that was changed by hand stops the closing.

use std::collections::BTreeSet;

use domain::{
    access::{CancelLetter, Permit},
    audit::{Event, EventKind},
    ballot_box::{LetterCommitment, LetterName, Link, PrivateKey, Seal, VoterId},
    id::{RoundId, WijkId},
    round::Millis,
};

use super::marks::{self, LETTER, believed, check_letter};
use crate::{Refusal, Result, Store, StoreError, Tx, row::Read as _};

/// A cancelled letter, with the way to its seal still locked.
pub(crate) struct CancelledLetter {
    name: LetterName,
    commitment: LetterCommitment,
    link: Vec<u8>,
}

impl CancelledLetter {
    pub(crate) const fn number(&self) -> u32 {
        self.name.number
    }

    /// The way to its seal, which is the one that was fixed before voting and stands on the list. One that cannot be
    /// found stops the opening: its vote would count after all.
    pub(crate) fn open(&self, link_key: &PrivateKey, seals: &BTreeSet<Seal>) -> Result<Link> {
        link_key
            .open(&self.link)
            .and_then(|bytes| Link::decode(&bytes))
            .filter(|link| link.commitment(&self.name) == self.commitment)
            .filter(|link| seals.contains(&link.seal))
            .ok_or_else(|| {
                let number = self.number();
                StoreError::Corrupt(format!(
                    "the seal of cancelled letter {number} is not there"
                ))
            })
    }
}

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
        let (name, commitment) = check_letter(&row, &master)?;
        if row.text("status")? != "issued" {
            return Err(Refusal::Done.into());
        }
        let voter: VoterId = row.parsed("voter")?;
        let mark = marks::Letter {
            voter,
            name,
            status: "cancelled",
            commitment,
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

    /// The cancelled letters of a wijk, in order of number: those of the journal, if the rows say the same.
    pub(crate) async fn cancelled(
        &mut self,
        round: RoundId,
        wijk: WijkId,
    ) -> Result<Vec<CancelledLetter>> {
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
        let letters: Vec<CancelledLetter> = rows
            .iter()
            .map(|row| {
                let (name, commitment) = check_letter(row, &master)?;
                Ok(CancelledLetter {
                    name,
                    commitment,
                    link: row.bytes("link")?,
                })
            })
            .collect::<Result<_>>()?;
        let marked: BTreeSet<u32> = letters.iter().map(|letter| letter.name.number).collect();
        believed(
            marked == self.told_cancelled(round, wijk).await?,
            "the cancelled letters are not those of the journal",
        )?;
        Ok(letters)
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
