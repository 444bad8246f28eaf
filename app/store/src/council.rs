//! What the council decided, and the jobs that follow from it.

use domain::{
    access::{FollowJob, Permit, RecordDecision},
    audit::Event,
    council::{CouncilDecision, Job, JobState, Ruling},
    id::{JobId, ProposalId, RoundId},
    outcome::WijkOutcome,
    phase::Step,
    proposal::ProposalState,
    round::Millis,
};

use crate::{Refusal, Result, Store, StoreError, Tx, fresh_uuid, row::Read as _};

impl Store {
    /// Records what the council decided (griffier): both lists stay.
    ///
    /// # Errors
    /// [`Refusal::Phase`] unless the round is with the council; [`Refusal::State`] for a decision on another outcome.
    pub async fn record_decision(
        &self,
        permit: &Permit<RecordDecision>,
        round: RoundId,
        decision: &CouncilDecision,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        tx.record_decision(permit, round, decision, now).await?;
        tx.commit().await
    }

    /// The council's decisions on a round, oldest first.
    ///
    /// # Errors
    /// The database's.
    pub async fn decisions(&self, round: RoundId) -> Result<Vec<(CouncilDecision, Millis)>> {
        let rows = sqlx::query(
            "SELECT decision, decided_at FROM council_decision WHERE round_id = $1 ORDER BY number",
        )
        .bind(round.to_string())
        .fetch_all(self.reader())
        .await?;
        rows.iter()
            .map(|row| Ok((row.json("decision")?, row.int("decided_at")?)))
            .collect()
    }

    /// The jobs of a round.
    ///
    /// # Errors
    /// The database's.
    pub async fn jobs(&self, round: RoundId) -> Result<Vec<Job>> {
        let rows = sqlx::query(
            "SELECT j.id, j.proposal_id, j.place, j.state FROM job j JOIN proposal p ON p.id = j.proposal_id
             WHERE p.round_id = $1 ORDER BY p.wijk_id, p.number, j.place",
        )
        .bind(round.to_string())
        .fetch_all(self.reader())
        .await?;
        rows.iter()
            .map(|row| {
                Ok(Job {
                    id: row.parsed("id")?,
                    proposal: row.parsed("proposal_id")?,
                    place: row.number("place")?,
                    state: row.parsed("state")?,
                })
            })
            .collect()
    }

    /// Writes down how far a job is.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] outside the permit's wijken.
    pub async fn follow_job(
        &self,
        permit: &Permit<FollowJob>,
        job: JobId,
        state: JobState,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let row = sqlx::query(
            "SELECT p.wijk_id FROM job j JOIN proposal p ON p.id = j.proposal_id WHERE j.id = $1",
        )
        .bind(job.to_string())
        .fetch_optional(tx.conn())
        .await?
        .ok_or(StoreError::NotFound)?;
        if !permit.covers(row.parsed("wijk_id")?) {
            return Err(StoreError::NotFound);
        }
        sqlx::query("UPDATE job SET state = $1, changed_at = $2 WHERE id = $3")
            .bind(state.name())
            .bind(now)
            .bind(job.to_string())
            .execute(tx.conn())
            .await?;
        tx.log(permit.by(), &Event::JobFollowed { job, state }, now)
            .await?;
        tx.commit().await
    }
}

impl Tx {
    pub(crate) async fn record_decision(
        &mut self,
        permit: &Permit<RecordDecision>,
        id: RoundId,
        decision: &CouncilDecision,
        now: Millis,
    ) -> Result<()> {
        let round = self.round_for(permit, id).await?;
        if !round.phase.takes_ruling() {
            return Err(Refusal::Phase.into());
        }
        let chosen = self.chosen(id).await?;
        let ids: Vec<ProposalId> = chosen.iter().map(|(proposal, _)| *proposal).collect();
        if !decision.is_on(&ids) {
            return Err(Refusal::State.into());
        }
        sqlx::query(
            "INSERT INTO council_decision (round_id, number, decision, decided_at)
             SELECT $1, COUNT(*) + 1, $2, $3 FROM council_decision WHERE round_id = $1",
        )
        .bind(id.to_string())
        .bind(serde_json::to_string(decision)?)
        .bind(now)
        .execute(self.conn())
        .await?;
        let event = Event::CouncilDecided {
            round: id,
            ruling: decision.ruling,
            reason: decision.reason.clone(),
        };
        self.log(permit.by(), &event, now).await?;
        let step = match decision.ruling {
            Ruling::Return => Step::Return,
            Ruling::Adopt | Ruling::AdoptWithDeviations => {
                self.adopt(decision, &chosen, now).await?;
                Step::Adopt
            }
        };
        self.step(permit, id, step, &decision.reason, now).await?;
        Ok(())
    }

    /// Chosen proposals with the places that the count gave them.
    async fn chosen(&mut self, round: RoundId) -> Result<Vec<(ProposalId, u32)>> {
        let rows = sqlx::query("SELECT content FROM outcome WHERE round_id = $1 ORDER BY wijk_id")
            .bind(round.to_string())
            .fetch_all(self.conn())
            .await?;
        let mut chosen = Vec::new();
        for row in &rows {
            let outcome: WijkOutcome = row.json("content")?;
            chosen.extend(
                outcome
                    .allocation
                    .winners()
                    .map(|award| (award.id, award.places)),
            );
        }
        Ok(chosen)
    }

    async fn adopt(
        &mut self,
        decision: &CouncilDecision,
        chosen: &[(ProposalId, u32)],
        now: Millis,
    ) -> Result<()> {
        for &(proposal, places) in chosen {
            if decision.declined.contains_key(&proposal) {
                self.set_state(proposal, ProposalState::Declined).await?;
                continue;
            }
            self.set_state(proposal, ProposalState::Adopted).await?;
            for place in 1..=places {
                sqlx::query(
                    "INSERT INTO job (id, proposal_id, place, state, changed_at) VALUES ($1, $2, $3, 'agreement', $4)",
                )
                .bind(JobId::new(fresh_uuid()).to_string())
                .bind(proposal.to_string())
                .bind(i64::from(place))
                .bind(now)
                .execute(self.conn())
                .await?;
            }
        }
        Ok(())
    }
}
