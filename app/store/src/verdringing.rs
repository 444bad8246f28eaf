//! The check on displacement: answers, what parties say, and the reviewer's decision with a reason.

use domain::{
    access::{DecideCheck, FillChecklist, Permit},
    audit::Event,
    id::ProposalId,
    round::{Millis, Round},
    verdringing::{
        Answers, Checklist, PartyOpinion, ReasonedDecision, check_decision, is_open, may_check,
    },
};

use crate::{
    Refusal, Result, Store, StoreError, Tx,
    proposals::{self, Record},
    row::Read as _,
};

impl Store {
    /// What parties said about a proposal.
    ///
    /// # Errors
    /// The database's.
    pub async fn opinions(&self, id: ProposalId) -> Result<Vec<PartyOpinion>> {
        load_opinions(&mut *self.reader().acquire().await?, id).await
    }

    /// Writes down the answers to the 15 questions; the verdict follows from them.
    ///
    /// # Errors
    /// [`Refusal::State`] when the proposal was decided already.
    pub async fn answer_checklist(
        &self,
        permit: &Permit<FillChecklist>,
        id: ProposalId,
        answers: &Answers,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let (_, round) = tx.proposal_in_check(permit, id).await?;
        tx.answer(permit, id, &round, answers, now).await?;
        tx.commit().await
    }

    /// Writes down what a party says; the last word of a party counts.
    ///
    /// # Errors
    /// [`Refusal::State`] when the proposal was decided already.
    pub async fn record_opinion(
        &self,
        permit: &Permit<FillChecklist>,
        id: ProposalId,
        opinion: &PartyOpinion,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        tx.proposal_in_check(permit, id).await?;
        tx.insert_opinion(permit, id, opinion, now).await?;
        tx.commit().await
    }

    /// The reviewer decides, with a reason.
    ///
    /// # Errors
    /// [`Refusal::Decision`] when the verdict or the opinions do not allow it.
    pub async fn decide_check(
        &self,
        permit: &Permit<DecideCheck>,
        id: ProposalId,
        decision: &ReasonedDecision,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let (record, round) = tx.proposal_in_check(permit, id).await?;
        tx.decide(permit, &record, &round, decision, now).await?;
        tx.commit().await
    }
}

impl Tx {
    /// A proposal whose check is still open, in a round that checks.
    pub(crate) async fn proposal_in_check<A>(
        &mut self,
        permit: &Permit<A>,
        id: ProposalId,
    ) -> Result<(Record, Round)> {
        let record = proposals::load(self.conn(), id).await?;
        let round = crate::rounds::load_round(self.conn(), record.round).await?;
        if !may_check(permit, record.wijk, record.state) {
            return Err(StoreError::NotFound);
        }
        if !is_open(record.state, round.phase) {
            return Err(Refusal::State.into());
        }
        Ok((record, round))
    }

    pub(crate) async fn answer<A>(
        &mut self,
        permit: &Permit<A>,
        id: ProposalId,
        round: &Round,
        answers: &Answers,
        now: Millis,
    ) -> Result<()> {
        let verdict = self.checklist(round).await?.verdict(answers);
        // Other answers, another decision: an admission never outlives the answers it was based on.
        sqlx::query(
            "UPDATE proposal SET answers = $1, answered_by = $2, verdict = $3, decision = NULL, state = 'submitted'
             WHERE id = $4",
        )
        .bind(serde_json::to_string(answers)?)
        .bind(permit.person().map(|person| person.to_string()))
        .bind(verdict.outcome.name())
        .bind(id.to_string())
        .execute(self.conn())
        .await?;
        self.log(permit.by(), &Event::ChecklistAnswered { proposal: id }, now)
            .await
    }

    pub(crate) async fn insert_opinion<A>(
        &mut self,
        permit: &Permit<A>,
        id: ProposalId,
        opinion: &PartyOpinion,
        now: Millis,
    ) -> Result<()> {
        sqlx::query(
            "INSERT INTO opinion (proposal_id, party, opinion, remark, recorded_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (proposal_id, party) DO UPDATE
             SET opinion = excluded.opinion, remark = excluded.remark, recorded_at = excluded.recorded_at",
        )
        .bind(id.to_string())
        .bind(opinion.party.name())
        .bind(opinion.opinion.name())
        .bind(&opinion.text)
        .bind(now)
        .execute(self.conn())
        .await?;
        let event = Event::OpinionRecorded {
            proposal: id,
            party: opinion.party.to_string(),
        };
        self.log(permit.by(), &event, now).await
    }

    pub(crate) async fn decide<A>(
        &mut self,
        permit: &Permit<A>,
        record: &Record,
        round: &Round,
        decision: &ReasonedDecision,
        now: Millis,
    ) -> Result<()> {
        let verdict = self.checklist(round).await?.verdict(&record.answers);
        let opinions = load_opinions(self.conn(), record.id).await?;
        let involved: Vec<_> = std::iter::once(record.author)
            .chain(record.answered_by)
            .collect();
        let (what, reason) = (decision.decision(), decision.reason());
        check_decision(what, &verdict, &opinions, &involved, permit.person())
            .map_err(Refusal::Decision)?;
        sqlx::query(
            "UPDATE proposal SET state = $1, decision = $2, decision_reason = $3, decided_by = $4, decided_at = $5,
             verdict = $6 WHERE id = $7",
        )
        .bind(what.leaves().name())
        .bind(what.name())
        .bind(reason)
        .bind(permit.person().map(|person| person.to_string()))
        .bind(now)
        .bind(verdict.outcome.name())
        .bind(record.id.to_string())
        .execute(self.conn())
        .await?;
        let event = Event::CheckDecided {
            proposal: record.id,
            decision: what,
            reason: reason.into(),
        };
        self.log(permit.by(), &event, now).await
    }

    async fn checklist(&mut self, round: &Round) -> Result<Checklist> {
        let row = sqlx::query("SELECT checklist FROM round WHERE id = $1")
            .bind(round.id.to_string())
            .fetch_one(self.conn())
            .await?;
        row.json("checklist")
    }
}

async fn load_opinions(
    connection: &mut sqlx::AnyConnection,
    id: ProposalId,
) -> Result<Vec<PartyOpinion>> {
    let rows = sqlx::query(
        "SELECT party, opinion, remark FROM opinion WHERE proposal_id = $1 ORDER BY party",
    )
    .bind(id.to_string())
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(PartyOpinion {
                party: row.parsed("party")?,
                opinion: row.parsed("opinion")?,
                text: row.text("remark")?,
            })
        })
        .collect()
}
