//! The codes of which the votes are laid aside: letters that were cancelled, and envelopes and ballots on paper that nobody
//! got.
//!
//! What the server believes of them stands in the journal. A row that was changed by hand stops the closing.

use std::collections::BTreeSet;

use domain::{
    audit::{Event, EventKind},
    ballot_box::{LetterStatus, Link, PrivateKey, Seal},
    id::{RoundId, WijkId},
};

use super::marks::{LETTER, LetterRow, believed};
use crate::{Result, StoreError, Tx, row::Read as _};

/// A code that is laid aside, with the way to its seal still locked.
pub(crate) struct AsideCode(LetterRow);

impl AsideCode {
    pub(crate) const fn number(&self) -> u32 {
        self.0.name.number
    }

    /// The way to its seal, which is the one that was fixed before voting and stands on the list. One that cannot be
    /// found stops the opening: its vote would count after all.
    pub(crate) fn open(&self, link_key: &PrivateKey, seals: &BTreeSet<Seal>) -> Result<Link> {
        link_key
            .open(&self.0.link)
            .and_then(|bytes| Link::decode(&bytes))
            .filter(|link| link.commitment(&self.0.name) == self.0.commitment)
            .filter(|link| seals.contains(&link.seal))
            .ok_or_else(|| {
                let number = self.number();
                StoreError::Corrupt(format!(
                    "the seal of the code with number {number} is not there"
                ))
            })
    }
}

/// All of a wijk, in order of number.
pub(crate) struct Aside {
    pub(crate) codes: Vec<AsideCode>,
    pub(crate) cancelled: Vec<u32>,
    pub(crate) unissued: Vec<u32>,
}

impl Tx {
    /// What is laid aside in a wijk by the journal, if the rows say the same.
    pub(crate) async fn aside(&mut self, round: RoundId, wijk: WijkId) -> Result<Aside> {
        let letters = self.not_plain_letters(round, wijk).await?;
        let of = |status| {
            let codes = letters.iter().filter(move |it| it.status == status);
            codes.map(|it| it.name.number).collect::<Vec<u32>>()
        };
        let cancelled = of(LetterStatus::Cancelled);
        let told = self.told(round, wijk, EventKind::LetterCancelled).await?;
        believed(
            cancelled.iter().copied().collect::<BTreeSet<_>>() == told,
            "the cancelled letters are not those of the journal",
        )?;
        let unissued = of(LetterStatus::Unissued);
        let told = self.told(round, wijk, EventKind::EnvelopeIssued).await?;
        let spare = letters.iter().filter(|it| it.is_spare());
        let left = spare.map(|it| it.name.number);
        let left: Vec<u32> = left.filter(|number| !told.contains(number)).collect();
        believed(
            unissued == left,
            "the envelopes that were handed out are not those of the journal",
        )?;
        let is_aside = |it: &LetterRow| it.status != LetterStatus::Issued;
        let codes = letters.into_iter().filter(is_aside).map(AsideCode);
        Ok(Aside {
            codes: codes.collect(),
            cancelled,
            unissued,
        })
    }

    /// Every code of a wijk but the letters that somebody has.
    async fn not_plain_letters(&mut self, round: RoundId, wijk: WijkId) -> Result<Vec<LetterRow>> {
        let sql = format!(
            "SELECT {LETTER} FROM eligibility WHERE round_id = $1 AND wijk_id = $2
             AND NOT (kind = 'letter' AND status = 'issued') ORDER BY number"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(round.to_string())
            .bind(wijk.to_string())
            .fetch_all(self.conn())
            .await?;
        let master = self.master()?;
        rows.iter()
            .map(|row| LetterRow::read(row, &master))
            .collect()
    }

    /// The numbers in the entries of one kind.
    async fn told(
        &mut self,
        round: RoundId,
        wijk: WijkId,
        kind: EventKind,
    ) -> Result<BTreeSet<u32>> {
        let rows = sqlx::query(
            "SELECT event FROM journal WHERE round_id = $1 AND wijk_id = $2 AND kind = $3",
        )
        .bind(round.to_string())
        .bind(wijk.to_string())
        .bind(kind.to_string())
        .fetch_all(self.conn())
        .await?;
        rows.iter()
            .map(|row| match row.json("event")? {
                Event::LetterCancelled { number, .. } | Event::EnvelopeIssued { number, .. } => {
                    Ok(number)
                }
                _ => Err(StoreError::Corrupt("an entry of another kind".into())),
            })
            .collect()
    }
}
