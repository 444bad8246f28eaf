//! The check on displacement: answers, what parties say, and the reviewer's decision with a reason.

use domain::{
    access::{DecideCheck, FillChecklist, Permit},
    audit::Event,
    fault::{Faults, What, choice},
    id::ProposalId,
    phase::Phase,
    proposal::ProposalState,
    round::{Millis, Round},
    text,
    verdringing::{Answers, Checklist, Decision, PartyOpinion, check_decision},
};

use crate::{
    Refusal, Result, Store, StoreError, Tx,
    proposals::{self, Record},
    row::Read as _,
};

/// What a party says, as typed.
#[derive(Clone, Debug, Default)]
#[expect(
    missing_docs,
    reason = "each field is the text typed for the field of the same name"
)]
pub struct OpinionDraft {
    pub party: String,
    pub opinion: String,
    pub remark: String,
}

/// A decision, as typed.
#[derive(Clone, Debug, Default)]
#[expect(
    missing_docs,
    reason = "each field is the text typed for the field of the same name"
)]
pub struct CheckDraft {
    pub decision: String,
    pub reason: String,
}

impl OpinionDraft {
    /// The checked opinion. Objections and conditions need words.
    ///
    /// # Errors
    /// Faults at their fields.
    pub fn check(&self) -> Result<PartyOpinion> {
        use domain::verdringing::Opinion;
        let mut faults = Faults::default();
        let party = faults.keep("party", choice(&self.party));
        let opinion = faults.keep("opinion", choice(&self.opinion));
        let needs_words = matches!(opinion, Some(Opinion::Objection | Opinion::Condition));
        let remark = match text::paragraph(&self.remark, 1_000) {
            Ok(remark) => remark,
            Err(text::TextFault::Empty) if !needs_words => String::new(),
            Err(fault) => faults.take("remark", Err::<String, _>(fault)),
        };
        let faults = faults.into_vec();
        match (party, opinion) {
            (Some(party), Some(opinion)) if faults.is_empty() => Ok(PartyOpinion {
                party,
                opinion,
                text: remark,
            }),
            _ => Err(faults.into()),
        }
    }
}

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
    /// [`Refusal::Decision`] when the verdict or the opinions do not allow it; faults at `decision` and `reason`.
    pub async fn decide_check(
        &self,
        permit: &Permit<DecideCheck>,
        id: ProposalId,
        draft: &CheckDraft,
        now: Millis,
    ) -> Result<()> {
        let mut faults = Faults::default();
        let decision = faults.keep("decision", choice(&draft.decision));
        let reason = faults.take(
            "reason",
            text::paragraph(&draft.reason, 2_000).map_err(What::from),
        );
        let faults = faults.into_vec();
        let Some(decision) = decision.filter(|_| faults.is_empty()) else {
            return Err(faults.into());
        };
        let mut tx = self.write().await?;
        let (record, round) = tx.proposal_in_check(permit, id).await?;
        tx.decide(permit, &record, &round, decision, &reason, now)
            .await?;
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
        if !permit.covers(record.wijk) || !record.state.is_public() {
            return Err(StoreError::NotFound);
        }
        let is_open = matches!(
            record.state,
            ProposalState::Submitted
                | ProposalState::NeedsChange
                | ProposalState::Admitted
                | ProposalState::Rejected
                | ProposalState::Postponed
        );
        if !is_open
            || !matches!(
                round.phase,
                Phase::Proposing | Phase::CoCreation | Phase::Checking
            )
        {
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
        let checklist = self.checklist(round).await?;
        let known: Answers = answers
            .iter()
            .filter(|(id, answer)| {
                checklist
                    .questions()
                    .iter()
                    .any(|q| q.id == **id && q.effects.contains_key(*answer))
            })
            .map(|(id, answer)| (id.clone(), answer.clone()))
            .collect();
        let verdict = checklist.verdict(&known);
        // Other answers, another decision: an admission never outlives the answers it was based on.
        sqlx::query(
            "UPDATE proposal SET answers = $1, answered_by = $2, verdict = $3, decision = NULL, state = 'submitted'
             WHERE id = $4",
        )
        .bind(serde_json::to_string(&known)?)
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
        decision: Decision,
        reason: &str,
        now: Millis,
    ) -> Result<()> {
        let verdict = self.checklist(round).await?.verdict(&record.answers);
        let opinions = load_opinions(self.conn(), record.id).await?;
        let involved: Vec<_> = std::iter::once(record.author)
            .chain(record.answered_by)
            .collect();
        check_decision(decision, &verdict, &opinions, &involved, permit.person())
            .map_err(Refusal::Decision)?;
        let state = match decision {
            Decision::Admit | Decision::AdmitWithConditions => ProposalState::Admitted,
            Decision::Change => ProposalState::NeedsChange,
            Decision::Postpone => ProposalState::Postponed,
            Decision::Reject => ProposalState::Rejected,
        };
        sqlx::query(
            "UPDATE proposal SET state = $1, decision = $2, decision_reason = $3, decided_by = $4, decided_at = $5,
             verdict = $6 WHERE id = $7",
        )
        .bind(state.name())
        .bind(decision.name())
        .bind(reason)
        .bind(permit.person().map(|person| person.to_string()))
        .bind(now)
        .bind(verdict.outcome.name())
        .bind(record.id.to_string())
        .execute(self.conn())
        .await?;
        let event = Event::CheckDecided {
            proposal: record.id,
            decision,
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
