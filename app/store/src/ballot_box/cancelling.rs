//! Cancelling a lost or stolen letter, whether it was used or not: nobody learns that before the box is opened.
//!
//! What the server believes of it stands in the journal (`aside.rs`).

use domain::{
    access::{Agreed, CancelLetter, Permit, Second},
    act::Act,
    audit::Event,
    ballot_box::{Cancelling, LetterKind, LetterStatus},
    fault::{Fault, What},
    id::{RequestId, RoundId, WijkId},
    round::Millis,
};

use super::marks::{LETTER, LetterRow};
use crate::{Refusal, Result, Store, StoreError, Tx, rounds::load_round};

impl Store {
    /// Asks another person to agree to cancelling a letter: its code then opens nothing any more, and what was voted with
    /// it is laid aside.
    ///
    /// # Errors
    /// [`Refusal::Phase`] once the box is closed; a fault at the number of a letter or envelope that cannot be had.
    pub async fn ask_to_cancel_letter(
        &self,
        permit: &Permit<CancelLetter>,
        round: RoundId,
        wijk: WijkId,
        wanted: &Cancelling,
        now: Millis,
    ) -> Result<RequestId> {
        let mut tx = self.write().await?;
        tx.around_voting(permit, round, wijk).await?;
        tx.cancellable(round, wijk, wanted).await?;
        tx.envelope_for(round, wijk, wanted).await?;
        let act = Act::CancelLetter {
            round,
            wijk,
            number: wanted.number,
            reason: wanted.reason,
            replacement: wanted.replacement,
        };
        let request = tx.ask(permit, act, now).await?;
        tx.commit().await?;
        Ok(request)
    }

    /// Cancels the letter that a request names, as its second person.
    ///
    /// # Errors
    /// As [`Self::ask_to_cancel_letter`]; [`Refusal::SamePerson`].
    pub async fn cancel_letter(
        &self,
        second: &Second<CancelLetter>,
        request: RequestId,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let (agreed, act) = tx.agree(second, request, now).await?;
        tx.cancel_letter(&agreed, &act, now).await?;
        tx.commit().await
    }
}

impl Tx {
    pub(crate) async fn cancel_letter(
        &mut self,
        agreed: &Agreed<CancelLetter>,
        act: &Act,
        now: Millis,
    ) -> Result<()> {
        let &Act::CancelLetter {
            round,
            wijk,
            number,
            reason,
            replacement,
        } = act
        else {
            return Err(StoreError::NotFound);
        };
        let wanted = Cancelling {
            number,
            reason,
            replacement,
        };
        self.around_voting(agreed.permit(), round, wijk).await?;
        let letter = self.cancellable(round, wijk, &wanted).await?;
        let envelope = self.envelope_for(round, wijk, &wanted).await?;
        self.set_letter(&letter, LetterStatus::Cancelled).await?;
        let event = Event::LetterCancelled {
            round,
            wijk,
            number,
            reason,
        };
        self.log(agreed.by(), &event, now).await?;
        let Some(envelope) = envelope else {
            return Ok(());
        };
        self.set_letter(&envelope, LetterStatus::Issued).await?;
        let event = Event::EnvelopeIssued {
            round,
            wijk,
            number: envelope.name.number,
        };
        self.log(agreed.by(), &event, now).await
    }

    /// Cancelling is for who may do it in this wijk, from the letters on until the box is closed.
    async fn around_voting(
        &mut self,
        permit: &Permit<CancelLetter>,
        round: RoundId,
        wijk: WijkId,
    ) -> Result<()> {
        let found = load_round(self.conn(), round).await?;
        found.wijk(wijk).ok_or(StoreError::NotFound)?;
        if !permit.covers(wijk) {
            return Err(StoreError::NotFound);
        }
        if found.phase.is_around_voting() {
            Ok(())
        } else {
            Err(Refusal::Phase.into())
        }
    }

    /// The letter to cancel, if there is such a one and it was not cancelled before.
    async fn cancellable(
        &mut self,
        round: RoundId,
        wijk: WijkId,
        wanted: &Cancelling,
    ) -> Result<LetterRow> {
        let letter = self.letter(round, wijk, wanted.number).await?;
        match letter.filter(|it| it.status != LetterStatus::Unissued) {
            None => Err(vec![Fault::at("number", What::NoSuchLetter)].into()),
            Some(letter) if letter.status == LetterStatus::Cancelled => {
                Err(vec![Fault::at("number", What::CancelledBefore)].into())
            }
            Some(letter) => Ok(letter),
        }
    }

    /// The envelope that is handed out instead, if one is: it was made, and nobody got it.
    async fn envelope_for(
        &mut self,
        round: RoundId,
        wijk: WijkId,
        wanted: &Cancelling,
    ) -> Result<Option<LetterRow>> {
        let Some(number) = wanted.replacement else {
            return Ok(None);
        };
        let envelope = self.letter(round, wijk, number).await?;
        match envelope.filter(|it| it.name.kind == LetterKind::Reserve) {
            None => Err(vec![Fault::at("replacement", What::NoEnvelope)].into()),
            Some(it) if it.status != LetterStatus::Unissued => {
                Err(vec![Fault::at("replacement", What::EnvelopeGone)].into())
            }
            envelope => Ok(envelope),
        }
    }

    /// The letter with a number, if there is one.
    async fn letter(
        &mut self,
        round: RoundId,
        wijk: WijkId,
        number: u32,
    ) -> Result<Option<LetterRow>> {
        let sql = format!(
            "SELECT {LETTER} FROM eligibility WHERE round_id = $1 AND wijk_id = $2 AND number = $3"
        );
        let row = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(round.to_string())
            .bind(wijk.to_string())
            .bind(i64::from(number))
            .fetch_optional(self.conn())
            .await?;
        let master = self.master()?;
        row.map(|row| LetterRow::read(&row, &master)).transpose()
    }

    async fn set_letter(&mut self, letter: &LetterRow, status: LetterStatus) -> Result<()> {
        let mark = letter.mark(status, &self.master()?);
        sqlx::query("UPDATE eligibility SET status = $1, mark = $2 WHERE voter = $3")
            .bind(status.name())
            .bind(mark.to_string())
            .bind(letter.voter.to_string())
            .execute(self.conn())
            .await?;
        Ok(())
    }
}
