//! Rounds and wijken: made, changed while a draft, read.

use std::collections::BTreeMap;

use domain::{
    access::{ManageRound, Permit},
    audit::{Event, EventKind},
    euro::Euro,
    fault::{Fault, What},
    id::{ProposalId, RoundId, WijkId},
    phase::Step,
    round::{Millis, NewWijk, Round, RoundPlan, RoundWijk, Rules, Settings, Spare, Wijk},
    text,
    verdringing::Checklist,
};
use sqlx::any::AnyRow;

use crate::{
    Refusal, Result, Store, StoreError, Tx, fresh_uuid,
    journal::latest,
    row::{Read as _, to_int},
};

/// The wijken of one round, or of all rounds when the id is empty.
const SELECT_WIJKEN: &str = "SELECT rw.round_id, w.id, w.name, w.kind, w.residents, w.voting_point,
     rw.budget_cents, rw.eligible, rw.reserve, rw.paper FROM round_wijk rw JOIN wijk w ON w.id = rw.wijk_id
     WHERE ($1 = '' OR rw.round_id = $1) ORDER BY w.name";

impl Store {
    /// Every round that is not a draft, newest first; drafts too when `with_drafts`.
    ///
    /// # Errors
    /// The database's.
    pub async fn rounds(&self, with_drafts: bool) -> Result<Vec<Round>> {
        let rows = sqlx::query(
            "SELECT id, title, phase, settings, rules_hash FROM round
             WHERE ($1 = 1 OR phase <> 'draft') ORDER BY created_at DESC, id DESC",
        )
        .bind(i64::from(with_drafts))
        .fetch_all(self.reader())
        .await?;
        let all_wijken = sqlx::query(SELECT_WIJKEN)
            .bind("")
            .fetch_all(self.reader())
            .await?;
        let mut wijken: BTreeMap<RoundId, Vec<RoundWijk>> = BTreeMap::new();
        for row in &all_wijken {
            wijken
                .entry(row.parsed("round_id")?)
                .or_default()
                .push(round_wijk(row)?);
        }
        rows.iter()
            .map(|row| {
                let id = row.parsed("id")?;
                round(row, wijken.remove(&id).unwrap_or_default())
            })
            .collect()
    }

    /// One round.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn round(&self, id: RoundId) -> Result<Round> {
        load_round(&mut *self.reader().acquire().await?, id).await
    }

    /// Every wijk of the municipality, by name.
    ///
    /// # Errors
    /// The database's.
    pub async fn wijken(&self) -> Result<Vec<Wijk>> {
        let rows =
            sqlx::query("SELECT id, name, kind, residents, voting_point FROM wijk ORDER BY name")
                .fetch_all(self.reader())
                .await?;
        rows.iter().map(wijk).collect()
    }

    /// Adds a wijk to the municipality and gives its id. Only somebody with this permission everywhere can add one.
    ///
    /// # Errors
    /// A fault at `name` when it is taken.
    pub async fn add_wijk(&self, permit: &Permit<ManageRound>, wijk: NewWijk) -> Result<WijkId> {
        let wijk = wijk.with_id(WijkId::new(fresh_uuid()));
        if !permit.covers(wijk.id) {
            return Err(StoreError::NotFound);
        }
        let mut tx = self.write().await?;
        tx.insert_wijk(&wijk).await?;
        tx.commit().await?;
        Ok(wijk.id)
    }

    /// Makes a round.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when a wijk is unknown or outside the permit.
    pub async fn make_round(
        &self,
        permit: &Permit<ManageRound>,
        plan: &RoundPlan,
        checklist: &Checklist,
        now: Millis,
    ) -> Result<RoundId> {
        let mut tx = self.write().await?;
        let id = tx.insert_round(permit, plan, checklist, now).await?;
        tx.log(permit.by(), &Event::RoundMade { round: id }, now)
            .await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Changes a round that is still a draft; whoever had said that it was ready says so again.
    ///
    /// # Errors
    /// [`Refusal::Phase`] once residents have seen it.
    pub async fn change_round(
        &self,
        permit: &Permit<ManageRound>,
        id: RoundId,
        plan: &RoundPlan,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let round = tx.round_for(permit, id).await?;
        if !round.phase.takes_settings() {
            return Err(Refusal::Phase.into());
        }
        sqlx::query("UPDATE round SET title = $1, cap_cents = $2, settings = $3, ready_at = NULL WHERE id = $4")
            .bind(&plan.title)
            .bind(to_int(plan.settings.cap.as_cents())?)
            .bind(serde_json::to_string(&plan.settings)?)
            .bind(id.to_string())
            .execute(tx.conn())
            .await?;
        sqlx::query("DELETE FROM round_wijk WHERE round_id = $1")
            .bind(id.to_string())
            .execute(tx.conn())
            .await?;
        tx.insert_round_wijken(permit, id, plan).await?;
        tx.log(permit.by(), &Event::RoundChanged { round: id }, now)
            .await?;
        tx.commit().await
    }

    /// Whether a round is only to practise.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn is_trial(&self, id: RoundId) -> Result<bool> {
        let settings = sqlx::query("SELECT settings FROM round WHERE id = $1")
            .bind(id.to_string())
            .fetch_optional(self.reader())
            .await?;
        let settings: Settings = settings.ok_or(StoreError::NotFound)?.json("settings")?;
        Ok(settings.trial)
    }

    /// Whether a proposal is of a round that is only to practise.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn is_in_trial(&self, id: ProposalId) -> Result<bool> {
        let settings = sqlx::query(
            "SELECT r.settings FROM round r JOIN proposal p ON p.round_id = r.id WHERE p.id = $1",
        )
        .bind(id.to_string())
        .fetch_optional(self.reader())
        .await?;
        let settings: Settings = settings.ok_or(StoreError::NotFound)?.json("settings")?;
        Ok(settings.trial)
    }

    /// The frozen rules of a round, with their canonical text.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] before the ballot is published.
    pub async fn rules(&self, id: RoundId) -> Result<(Rules, String)> {
        let row = sqlx::query("SELECT rules FROM round WHERE id = $1")
            .bind(id.to_string())
            .fetch_optional(self.reader())
            .await?
            .ok_or(StoreError::NotFound)?;
        let text = row.maybe_text("rules")?.ok_or(StoreError::NotFound)?;
        Ok((serde_json::from_str(&text)?, text))
    }

    /// Why a round was cancelled, as staff told everybody; `None` for any other round.
    ///
    /// # Errors
    /// The database's.
    pub async fn cancel_reason(&self, id: RoundId) -> Result<Option<String>> {
        // Nothing follows a cancellation, so it is the latest step or there is none.
        let mut connection = self.reader().acquire().await?;
        let steps = latest(&mut connection, EventKind::RoundStepped, id).await?;
        Ok(steps.into_iter().find_map(|(event, _)| match event {
            Event::RoundStepped {
                step: Step::Cancel,
                reason,
                ..
            } => Some(reason),
            _ => None,
        }))
    }

    /// The questions of a round.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn checklist(&self, id: RoundId) -> Result<Checklist> {
        let row = sqlx::query("SELECT checklist FROM round WHERE id = $1")
            .bind(id.to_string())
            .fetch_optional(self.reader())
            .await?
            .ok_or(StoreError::NotFound)?;
        row.json("checklist")
    }
}

impl Tx {
    pub(crate) async fn insert_wijk(&mut self, wijk: &Wijk) -> Result<()> {
        sqlx::query(
            "INSERT INTO wijk (id, name, name_folded, kind, residents, voting_point) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(wijk.id.to_string())
        .bind(&wijk.name)
        .bind(text::folded(&wijk.name))
        .bind(wijk.kind.name())
        .bind(i64::from(wijk.residents))
        .bind(&wijk.voting_point)
        .execute(self.conn())
        .await
        .map_err(|error| StoreError::on_unique(error, vec![Fault::at("name", What::Taken)]))?;
        Ok(())
    }

    pub(crate) async fn insert_round(
        &mut self,
        permit: &Permit<ManageRound>,
        plan: &RoundPlan,
        checklist: &Checklist,
        now: Millis,
    ) -> Result<RoundId> {
        let id = RoundId::new(fresh_uuid());
        sqlx::query(
            "INSERT INTO round (id, title, phase, cap_cents, settings, checklist, created_at)
             VALUES ($1, $2, 'draft', $3, $4, $5, $6)",
        )
        .bind(id.to_string())
        .bind(&plan.title)
        .bind(to_int(plan.settings.cap.as_cents())?)
        .bind(serde_json::to_string(&plan.settings)?)
        .bind(serde_json::to_string(checklist)?)
        .bind(now)
        .execute(self.conn())
        .await?;
        self.insert_round_wijken(permit, id, plan).await?;
        Ok(id)
    }

    async fn insert_round_wijken(
        &mut self,
        permit: &Permit<ManageRound>,
        id: RoundId,
        plan: &RoundPlan,
    ) -> Result<()> {
        for (wijk, planned) in &plan.wijken {
            if !permit.covers(*wijk) {
                return Err(StoreError::NotFound);
            }
            let known = sqlx::query("SELECT id FROM wijk WHERE id = $1")
                .bind(wijk.to_string())
                .fetch_optional(self.conn())
                .await?;
            known.ok_or(StoreError::NotFound)?;
            sqlx::query(
                "INSERT INTO round_wijk (round_id, wijk_id, budget_cents, eligible, reserve, paper)
                 VALUES ($1, $2, $3, $4, $5, $6)",
            )
            .bind(id.to_string())
            .bind(wijk.to_string())
            .bind(to_int(planned.budget.as_cents())?)
            .bind(i64::from(planned.eligible))
            .bind(i64::from(planned.spare.reserve))
            .bind(i64::from(planned.spare.paper))
            .execute(self.conn())
            .await?;
        }
        Ok(())
    }

    /// The round, if the permit covers every wijk in it; else it does not exist for this person.
    pub(crate) async fn round_for<A>(&mut self, permit: &Permit<A>, id: RoundId) -> Result<Round> {
        let round = load_round(self.conn(), id).await?;
        if round
            .wijken
            .iter()
            .all(|entry| permit.covers(entry.wijk.id))
        {
            Ok(round)
        } else {
            Err(StoreError::NotFound)
        }
    }
}

pub(crate) async fn load_round(connection: &mut sqlx::AnyConnection, id: RoundId) -> Result<Round> {
    let row = sqlx::query("SELECT id, title, phase, settings, rules_hash FROM round WHERE id = $1")
        .bind(id.to_string())
        .fetch_optional(&mut *connection)
        .await?
        .ok_or(StoreError::NotFound)?;
    let rows = sqlx::query(SELECT_WIJKEN)
        .bind(id.to_string())
        .fetch_all(connection)
        .await?;
    round(&row, rows.iter().map(round_wijk).collect::<Result<_>>()?)
}

fn round(row: &AnyRow, wijken: Vec<RoundWijk>) -> Result<Round> {
    Ok(Round {
        id: row.parsed("id")?,
        title: row.text("title")?,
        phase: row.parsed("phase")?,
        settings: row.json::<Settings>("settings")?,
        wijken,
        rules_hash: row.maybe_text("rules_hash")?,
    })
}

fn wijk(row: &AnyRow) -> Result<Wijk> {
    Ok(Wijk {
        id: row.parsed::<WijkId>("id")?,
        name: row.text("name")?,
        kind: row.parsed("kind")?,
        residents: row.number("residents")?,
        voting_point: row.text("voting_point")?,
    })
}

fn round_wijk(row: &AnyRow) -> Result<RoundWijk> {
    Ok(RoundWijk {
        wijk: wijk(row)?,
        budget: Euro::cents(row.number("budget_cents")?),
        eligible: row.number("eligible")?,
        spare: Spare {
            reserve: row.number("reserve")?,
            paper: row.number("paper")?,
        },
    })
}
