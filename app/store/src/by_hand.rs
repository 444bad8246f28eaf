//! A vote that the clock left to people: opened or closed by two of them, for a reason that everybody reads
//! (app/domain/README.md#the-clock).

use domain::{
    access::{By, Permit, Second, StepVote},
    act::Act,
    audit::{Event, EventKind},
    id::{RequestId, RoundId},
    phase::{Phase, Reason, Step},
    round::Millis,
};

use crate::{Refusal, Result, Store, StoreError, phases::load_facts, row::Read as _};

/// Something that people decided about a round, with the reason that they gave for everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// When.
    pub at: Millis,
    /// What: dates that were moved, or a vote that was opened or closed by hand.
    pub what: Saying,
    /// Why.
    pub reason: String,
}

/// What people decided about a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saying {
    /// Dates were moved.
    DatesMoved,
    /// A vote was opened by hand.
    Opened,
    /// A vote was closed by hand.
    Closed,
}

impl Store {
    /// Asks another person to agree to opening or closing a vote that the clock left to people.
    ///
    /// # Errors
    /// [`Refusal::Step`] says what is in the way, [`Refusal::Phase`] for another step.
    pub async fn ask_to_step_vote(
        &self,
        permit: &Permit<StepVote>,
        id: RoundId,
        step: Step,
        reason: &Reason,
        now: Millis,
    ) -> Result<RequestId> {
        if !matches!(step, Step::OpenVoting | Step::CloseVoting) {
            return Err(Refusal::Phase.into());
        }
        let mut tx = self.write().await?;
        let round = tx.round_for(permit, id).await?;
        let facts = load_facts(tx.conn(), &round, now).await?;
        round.phase.after(step, &facts)?;
        let act = Act::StepVote {
            round: id,
            step,
            reason: reason.as_str().into(),
        };
        let request = tx.ask(permit, act, now).await?;
        tx.commit().await?;
        Ok(request)
    }

    /// Opens or closes the vote that a request names, as its second person.
    ///
    /// # Errors
    /// As [`Self::ask_to_step_vote`]; [`Refusal::SamePerson`].
    pub async fn step_vote(
        &self,
        second: &Second<StepVote>,
        request: RequestId,
        now: Millis,
    ) -> Result<Phase> {
        let mut tx = self.write().await?;
        let (agreed, act) = tx.agree(second, request, now).await?;
        let Act::StepVote {
            round,
            step,
            reason,
        } = act
        else {
            return Err(StoreError::NotFound);
        };
        let to = tx.step(agreed.permit(), round, step, &reason, now).await?;
        self.stepped(tx, step).await?;
        Ok(to)
    }

    /// Says in the journal that the time of day jumped, of every round whose vote is coming or going on, or whose letters
    /// are still to be destroyed.
    ///
    /// # Errors
    /// The database's.
    pub async fn tell_jump(&self, jump: Millis, now: Millis) -> Result<()> {
        let rounds = self.rounds(false).await?;
        let mut tx = self.write().await?;
        for round in rounds {
            if round.phase.is_frozen() {
                let event = Event::ClockJumped {
                    round: round.id,
                    minutes: jump / 60_000,
                };
                tx.log(By::Clock, &event, now).await?;
            }
        }
        tx.commit().await
    }

    /// The moment of the newest entry of the journal: a clock that says less went back.
    ///
    /// # Errors
    /// The database's.
    pub async fn newest_moment(&self) -> Result<Option<Millis>> {
        let row = sqlx::query("SELECT at FROM journal ORDER BY number DESC LIMIT 1")
            .fetch_optional(self.reader())
            .await?;
        row.map(|row| row.int("at")).transpose()
    }

    /// What people decided about the dates and the vote of a round, with their reasons, oldest first.
    ///
    /// # Errors
    /// The database's.
    pub async fn said(&self, round: RoundId) -> Result<Vec<Said>> {
        let rows = sqlx::query(
            "SELECT at, event FROM journal WHERE round_id = $1 AND kind IN ($2, $3) ORDER BY number",
        )
        .bind(round.to_string())
        .bind(EventKind::DatesMoved.to_string())
        .bind(EventKind::RoundStepped.to_string())
        .fetch_all(self.reader())
        .await?;
        let mut all = Vec::new();
        for row in &rows {
            let (what, reason) = match row.json("event")? {
                Event::DatesMoved { reason, .. } => (Saying::DatesMoved, reason),
                Event::RoundStepped {
                    step: Step::OpenVoting,
                    reason,
                    ..
                } => (Saying::Opened, reason),
                Event::RoundStepped {
                    step: Step::CloseVoting,
                    reason,
                    ..
                } => (Saying::Closed, reason),
                _ => continue,
            };
            // The clock gives no reason.
            if !reason.is_empty() {
                let at = row.int("at")?;
                all.push(Said { at, what, reason });
            }
        }
        Ok(all)
    }
}
