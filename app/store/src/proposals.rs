//! Proposals: a draft that is kept as typed, handed in when it passes the gates, taken back by its author.

use domain::{
    access::{Permit, Propose},
    audit::Event,
    euro::Euro,
    id::{PersonId, ProposalId, RoundId, WijkId},
    proposal::{CheckedProposal, Proposal, ProposalDraft, ProposalState},
    round::{Millis, Round},
    verdringing::{Answers, Decision, Outcome},
};
use sqlx::any::AnyRow;

use crate::{
    Refusal, Result, Store, StoreError, Tx, fresh_uuid,
    row::{Read as _, to_int},
};

/// A proposal with everything known about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its id.
    pub id: ProposalId,
    /// Its round.
    pub round: RoundId,
    /// Its wijk.
    pub wijk: WijkId,
    /// Its number on screen and paper, once handed in.
    pub number: Option<u16>,
    /// Who made it. Not shown to the public.
    pub author: PersonId,
    /// Where it stands.
    pub state: ProposalState,
    /// As typed.
    pub draft: ProposalDraft,
    /// As checked, once handed in.
    pub content: Option<Proposal>,
    /// Answers to the 15 questions so far.
    pub answers: Answers,
    /// Who gave them.
    pub answered_by: Option<PersonId>,
    /// What follows from them.
    pub verdict: Option<Outcome>,
    /// What the reviewer decided, and why.
    pub decision: Option<(Decision, String)>,
}

/// A proposal in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the fields are those of `Record` and `Proposal`"
)]
pub struct Listed {
    pub id: ProposalId,
    pub round: RoundId,
    pub wijk: WijkId,
    pub number: Option<u16>,
    pub state: ProposalState,
    pub title: String,
    pub places: u16,
    pub cost_per_place: Euro,
    pub verdict: Option<Outcome>,
    pub content: Option<Proposal>,
}

/// Which proposals to list.
#[derive(Clone, Copy, Debug)]
pub enum Which {
    /// What everybody may read in a round.
    Public(RoundId),
    /// Everything handed in, in all rounds that are being checked.
    ToCheck,
    /// One's own, drafts too.
    Of(PersonId),
}

const COLUMNS: &str = "SELECT id, round_id, wijk_id, number, state, title, places, cost_per_place_cents, verdict, content
     FROM proposal ";

impl Store {
    /// The requested proposals, in order of wijk and number.
    ///
    /// # Errors
    /// The database's.
    pub async fn proposals(&self, which: Which) -> Result<Vec<Listed>> {
        let (filter, key) = match which {
            Which::Public(round) => (
                "WHERE round_id = $1 AND state NOT IN ('draft', 'withdrawn') ORDER BY wijk_id, number",
                round.to_string(),
            ),
            Which::ToCheck => (
                "WHERE $1 = '' AND state IN ('submitted', 'needs_change') AND EXISTS (SELECT 1 FROM round r
                 WHERE r.id = proposal.round_id AND r.phase IN ('proposing', 'co_creation', 'checking'))
                 ORDER BY submitted_at",
                String::new(),
            ),
            Which::Of(author) => ("WHERE author_id = $1 ORDER BY created_at DESC", author.to_string()),
        };
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS}{filter}"));
        let rows = sqlx::query(sql).bind(key).fetch_all(self.reader()).await?;
        rows.iter().map(listed).collect()
    }

    /// One proposal.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn proposal(&self, id: ProposalId) -> Result<Record> {
        load(&mut *self.reader().acquire().await?, id).await
    }

    /// Begins a draft, so that it has an address and nothing is lost.
    ///
    /// # Errors
    /// [`Refusal::Phase`] when the round takes no proposals; [`StoreError::NotFound`] for a wijk outside it.
    pub async fn begin_proposal(
        &self,
        permit: &Permit<Propose>,
        round: RoundId,
        wijk: WijkId,
        now: Millis,
    ) -> Result<ProposalId> {
        let author = permit.person().ok_or(StoreError::NotFound)?;
        let mut tx = self.write().await?;
        let id = tx.insert_proposal(permit, author, round, wijk, now).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Keeps what was typed, right or wrong.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for somebody else's, [`Refusal::State`] once it was handed in.
    pub async fn keep_draft(
        &self,
        permit: &Permit<Propose>,
        id: ProposalId,
        draft: &ProposalDraft,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let (record, _) = tx.own_proposal(permit, id).await?;
        if record.state != ProposalState::Draft {
            return Err(Refusal::State.into());
        }
        tx.update_draft(id, draft).await?;
        tx.commit().await
    }

    /// Hands a proposal in, or in again after a change. It passed the gates already (cap, social host, rung).
    ///
    /// # Errors
    /// [`Refusal::Phase`] when the round takes none any more.
    pub async fn submit_proposal(
        &self,
        permit: &Permit<Propose>,
        id: ProposalId,
        proposal: &CheckedProposal,
        now: Millis,
    ) -> Result<u16> {
        let mut tx = self.write().await?;
        let number = tx.submit(permit, id, proposal, now).await?;
        tx.commit().await?;
        Ok(number)
    }

    /// Takes a proposal back.
    ///
    /// # Errors
    /// [`Refusal::State`] once it is on the ballot.
    pub async fn withdraw_proposal(
        &self,
        permit: &Permit<Propose>,
        id: ProposalId,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let (record, round) = tx.own_proposal(permit, id).await?;
        if !record.state.may_withdraw(round.phase) {
            return Err(Refusal::State.into());
        }
        tx.set_state(id, ProposalState::Withdrawn).await?;
        tx.log(permit.by(), &Event::ProposalWithdrawn { proposal: id }, now)
            .await?;
        tx.commit().await
    }
}

impl Tx {
    pub(crate) async fn insert_proposal(
        &mut self,
        permit: &Permit<Propose>,
        author: PersonId,
        round: RoundId,
        wijk: WijkId,
        now: Millis,
    ) -> Result<ProposalId> {
        let round = crate::rounds::load_round(self.conn(), round).await?;
        if round.wijk(wijk).is_none() || !permit.covers(wijk) {
            return Err(StoreError::NotFound);
        }
        if !round.phase.takes_proposals() {
            return Err(Refusal::Phase.into());
        }
        let id = ProposalId::new(fresh_uuid());
        sqlx::query(
            "INSERT INTO proposal
             (id, round_id, wijk_id, author_id, state, title, draft, places, cost_per_place_cents, answers, created_at)
             VALUES ($1, $2, $3, $4, 'draft', '', $5, 0, 0, '{}', $6)",
        )
        .bind(id.to_string())
        .bind(round.id.to_string())
        .bind(wijk.to_string())
        .bind(author.to_string())
        .bind(serde_json::to_string(&ProposalDraft::default())?)
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(id)
    }

    async fn update_draft(&mut self, id: ProposalId, draft: &ProposalDraft) -> Result<()> {
        // The title of a draft is for its author's list only: cut, never checked.
        let title: String = draft
            .title
            .chars()
            .filter(|c| !c.is_control())
            .take(80)
            .collect();
        sqlx::query("UPDATE proposal SET draft = $1, title = $2 WHERE id = $3")
            .bind(serde_json::to_string(draft)?)
            .bind(title)
            .bind(id.to_string())
            .execute(self.conn())
            .await?;
        Ok(())
    }

    pub(crate) async fn submit(
        &mut self,
        permit: &Permit<Propose>,
        id: ProposalId,
        proposal: &CheckedProposal,
        now: Millis,
    ) -> Result<u16> {
        let (record, round) = self.own_proposal(permit, id).await?;
        if !record.state.may_change(round.phase) {
            return Err(Refusal::Phase.into());
        }
        let content = proposal.content();
        let number = match record.number {
            Some(number) => number,
            None => self.next_number(record.round, record.wijk).await?,
        };
        // A changed proposal is checked anew: answers, opinions and decision belong to the old text
        // (app/domain/README.md#displacement).
        let is_changed = record
            .content
            .as_ref()
            .is_some_and(|before| before != content);
        sqlx::query(
            "UPDATE proposal SET state = 'submitted', number = $1, title = $2, draft = $3, content = $4, places = $5,
             cost_per_place_cents = $6, submitted_at = COALESCE(submitted_at, $7), decision = NULL WHERE id = $8",
        )
        .bind(i64::from(number))
        .bind(&content.title)
        .bind(serde_json::to_string(proposal.draft())?)
        .bind(serde_json::to_string(content)?)
        .bind(i64::from(content.places))
        .bind(to_int(content.cost_per_place().as_cents())?)
        .bind(now)
        .bind(id.to_string())
        .execute(self.conn())
        .await?;
        if is_changed {
            for sql in [
                "UPDATE proposal SET verdict = NULL, answered_by = NULL, answers = '{}' WHERE id = $1",
                "DELETE FROM opinion WHERE proposal_id = $1",
            ] {
                sqlx::query(sql)
                    .bind(id.to_string())
                    .execute(self.conn())
                    .await?;
            }
        }
        let event = if record.content.is_some() {
            Event::ProposalChanged { proposal: id }
        } else {
            Event::ProposalSubmitted { proposal: id }
        };
        self.log(permit.by(), &event, now).await?;
        Ok(number)
    }

    async fn next_number(&mut self, round: RoundId, wijk: WijkId) -> Result<u16> {
        let row = sqlx::query(
            "SELECT COALESCE(MAX(number), 0) + 1 AS number FROM proposal WHERE round_id = $1 AND wijk_id = $2",
        )
        .bind(round.to_string())
        .bind(wijk.to_string())
        .fetch_one(self.conn())
        .await?;
        row.number("number")
    }

    /// The author's own proposal, with its round; anybody else's does not exist.
    async fn own_proposal(
        &mut self,
        permit: &Permit<Propose>,
        id: ProposalId,
    ) -> Result<(Record, Round)> {
        let record = load(self.conn(), id).await?;
        if !permit.is_own(record.author) {
            return Err(StoreError::NotFound);
        }
        let round = crate::rounds::load_round(self.conn(), record.round).await?;
        Ok((record, round))
    }

    pub(crate) async fn set_state(&mut self, id: ProposalId, state: ProposalState) -> Result<()> {
        sqlx::query("UPDATE proposal SET state = $1 WHERE id = $2")
            .bind(state.name())
            .bind(id.to_string())
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Moves every proposal of a round from one state to the next.
    pub(crate) async fn set_states(
        &mut self,
        round: RoundId,
        from: ProposalState,
        to: ProposalState,
    ) -> Result<()> {
        sqlx::query("UPDATE proposal SET state = $1 WHERE round_id = $2 AND state = $3")
            .bind(to.name())
            .bind(round.to_string())
            .bind(from.name())
            .execute(self.conn())
            .await?;
        Ok(())
    }
}

pub(crate) async fn load(connection: &mut sqlx::AnyConnection, id: ProposalId) -> Result<Record> {
    let row = sqlx::query(
        "SELECT id, round_id, wijk_id, number, author_id, state, draft, content, answers, answered_by, verdict,
         decision, decision_reason FROM proposal WHERE id = $1",
    )
    .bind(id.to_string())
    .fetch_optional(connection)
    .await?
    .ok_or(StoreError::NotFound)?;
    let decision = row
        .maybe_parsed("decision")?
        .zip(row.maybe_text("decision_reason")?);
    Ok(Record {
        id: row.parsed("id")?,
        round: row.parsed("round_id")?,
        wijk: row.parsed("wijk_id")?,
        number: number(&row)?,
        author: row.parsed("author_id")?,
        state: row.parsed("state")?,
        draft: row.json("draft")?,
        content: row.maybe_json("content")?,
        answers: row.json("answers")?,
        answered_by: row.maybe_parsed("answered_by")?,
        verdict: row.maybe_parsed("verdict")?,
        decision,
    })
}

fn listed(row: &AnyRow) -> Result<Listed> {
    Ok(Listed {
        id: row.parsed("id")?,
        round: row.parsed("round_id")?,
        wijk: row.parsed("wijk_id")?,
        number: number(row)?,
        state: row.parsed("state")?,
        title: row.text("title")?,
        places: row.number("places")?,
        cost_per_place: Euro::cents(row.number("cost_per_place_cents")?),
        verdict: row.maybe_parsed("verdict")?,
        content: row.maybe_json("content")?,
    })
}

fn number(row: &AnyRow) -> Result<Option<u16>> {
    let number = row.maybe_int("number")?;
    number
        .map(|value| {
            u16::try_from(value).map_err(|_| StoreError::Corrupt(format!("number = {value}")))
        })
        .transpose()
}
