//! Moving the dates of a round: freely until its ballot is published, later only and by two people after that
//! (app/domain/README.md#the-clock).

use domain::{
    access::{ManageRound, MoveDates, Permit, Second},
    act::Act,
    audit::Event,
    ballot_box::Marked,
    fault::Fault,
    id::{RequestId, RoundId},
    journal::Digest,
    phase::{Phase, waits},
    round::{Millis, NewDates, Round, Schedule, Starts, may_move},
};

use crate::{Refusal, Result, Store, StoreError, Tx, phases::load_facts};

impl Store {
    /// Moves the dates of a round that has begun and whose ballot is not public yet.
    ///
    /// # Errors
    /// [`Refusal::Phase`] before it begins and once two people are needed; a fault at each date that cannot be.
    pub async fn move_dates(
        &self,
        permit: &Permit<ManageRound>,
        id: RoundId,
        new: &NewDates,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let round = tx.round_for(permit, id).await?;
        if round.phase.is_frozen() {
            return Err(Refusal::Phase.into());
        }
        tx.check_dates(&round, &new.schedule, now).await?;
        tx.set_dates(permit, &round, &new.schedule, new.reason.as_str(), now)
            .await?;
        tx.commit().await
    }

    /// Asks another person to agree to opening or closing a vote later than was promised.
    ///
    /// # Errors
    /// [`Refusal::Phase`] unless the ballot is public and the box not closed; a fault at each date that cannot be.
    pub async fn ask_to_move_dates(
        &self,
        permit: &Permit<MoveDates>,
        id: RoundId,
        new: &NewDates,
        now: Millis,
    ) -> Result<RequestId> {
        let mut tx = self.write().await?;
        let round = tx.round_for(permit, id).await?;
        if !round.phase.is_frozen() {
            return Err(Refusal::Phase.into());
        }
        tx.check_dates(&round, &new.schedule, now).await?;
        let act = Act::MoveDates {
            round: id,
            schedule: new.schedule.clone(),
            reason: new.reason.as_str().into(),
        };
        let request = tx.ask(permit, act, now).await?;
        tx.commit().await?;
        Ok(request)
    }

    /// Moves the dates as a request asks, as its second person.
    ///
    /// # Errors
    /// As [`Self::ask_to_move_dates`]; [`Refusal::SamePerson`].
    pub async fn agree_to_dates(
        &self,
        second: &Second<MoveDates>,
        request: RequestId,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let (agreed, act) = tx.agree(second, request, now).await?;
        let Act::MoveDates {
            round,
            schedule,
            reason,
        } = act
        else {
            return Err(StoreError::NotFound);
        };
        let permit = agreed.permit();
        let round = tx.round_for(permit, round).await?;
        tx.check_dates(&round, &schedule, now).await?;
        tx.set_dates(permit, &round, &schedule, &reason, now)
            .await?;
        tx.commit().await
    }
}

impl Tx {
    async fn check_dates(&mut self, round: &Round, schedule: &Schedule, now: Millis) -> Result<()> {
        if !round.phase.takes_new_dates() {
            return Err(Refusal::Phase.into());
        }
        let facts = load_facts(self.conn(), round, now).await?;
        let waits = round
            .phase
            .next_step()
            .and_then(|step| waits(step, &facts))
            .is_some();
        may_move(round, schedule, waits, now).map_err(|wrong| {
            let at = |(phase, what)| Fault::at(Starts::field(phase), what);
            wrong.into_iter().map(at).collect::<Vec<_>>().into()
        })
    }

    /// Writes the dates and, while the round votes, the sheet on which they stand.
    async fn set_dates<A>(
        &mut self,
        permit: &Permit<A>,
        round: &Round,
        schedule: &Schedule,
        reason: &str,
        now: Millis,
    ) -> Result<()> {
        let mut settings = round.settings.clone();
        settings.schedule.clone_from(schedule);
        let sheet = if round.phase == Phase::Voting {
            self.trust_journal().await?;
            let mut sheet = self.sheet(round).await?;
            sheet.settings = settings.clone();
            let text = sheet.canonical()?;
            let mark = self.master()?.mark(Marked::Sheet, &[text.as_bytes()]);
            let hash = Digest::of(text.as_bytes()).to_string();
            sqlx::query("UPDATE round SET sheet = $1, sheet_mark = $2 WHERE id = $3")
                .bind(text)
                .bind(mark.to_string())
                .bind(round.id.to_string())
                .execute(self.conn())
                .await?;
            Some(hash)
        } else {
            None
        };
        sqlx::query("UPDATE round SET settings = $1 WHERE id = $2")
            .bind(serde_json::to_string(&settings)?)
            .bind(round.id.to_string())
            .execute(self.conn())
            .await?;
        let event = Event::DatesMoved {
            round: round.id,
            schedule: schedule.clone(),
            sheet,
            reason: reason.into(),
        };
        self.log(permit.by(), &event, now).await
    }
}
