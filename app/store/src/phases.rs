//! Rounds go on: by a staff act with a reason or by the clock, with what belongs to a step, such as freezing the rules.

use domain::{
    access::{CancelVote, Permit, Second, StepRound},
    act::Act,
    audit::{Event, fixed_by},
    count::LotSeed,
    euro::Euro,
    id::{RequestId, RoundId},
    phase::{Phase, Reason, RoundFacts, Step, StepRefused, waits},
    proposal::ProposalState,
    round::{Candidacy, Millis, Round, RoundWijk, Rules, WijkRules, dates_wrong},
    verdringing::Checklist,
};
use sqlx::any::AnyRow;

use crate::{
    Refusal, Result, Store, StoreError, Tx,
    journal::latest,
    rounds::load_round,
    row::{Read as _, entropy},
};

impl Store {
    /// What a step must know of the round.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn round_facts(&self, id: RoundId, now: Millis) -> Result<RoundFacts> {
        let mut connection = self.reader().acquire().await?;
        let round = load_round(&mut connection, id).await?;
        load_facts(&mut connection, &round, now).await
    }

    /// Moves a round on by an act of staff, for a reason.
    ///
    /// # Errors
    /// [`Refusal::Step`] says what is in the way; [`Refusal::Phase`] for a step that is no act of staff, or not of one person.
    pub async fn step_round(
        &self,
        permit: &Permit<StepRound>,
        id: RoundId,
        step: Step,
        reason: &Reason,
        now: Millis,
    ) -> Result<Phase> {
        if !step.is_by_staff() {
            return Err(Refusal::Phase.into());
        }
        let mut tx = self.write().await?;
        if step.needs_two(tx.round_for(permit, id).await?.phase) {
            return Err(Refusal::Phase.into());
        }
        let to = tx.step(permit, id, step, reason.as_str(), now).await?;
        self.stepped(tx, step).await?;
        Ok(to)
    }

    /// Asks another person to agree to stopping a round of which the ballot is public.
    ///
    /// # Errors
    /// [`Refusal::Step`] for a round that cannot be stopped any more; [`Refusal::Phase`] for one that needs no two people.
    pub async fn ask_to_cancel_vote(
        &self,
        permit: &Permit<CancelVote>,
        id: RoundId,
        reason: &Reason,
        now: Millis,
    ) -> Result<RequestId> {
        let mut tx = self.write().await?;
        let round = tx.round_for(permit, id).await?;
        let facts = load_facts(tx.conn(), &round, now).await?;
        round.phase.after(Step::Cancel, &facts)?;
        if !Step::Cancel.needs_two(round.phase) {
            return Err(Refusal::Phase.into());
        }
        let act = Act::CancelVote {
            round: id,
            reason: reason.as_str().into(),
        };
        let request = tx.ask(permit, act, now).await?;
        tx.commit().await?;
        Ok(request)
    }

    /// Stops the round that a request names, as its second person.
    ///
    /// # Errors
    /// As [`Self::ask_to_cancel_vote`]; [`Refusal::SamePerson`].
    pub async fn cancel_vote(
        &self,
        second: &Second<CancelVote>,
        request: RequestId,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let (agreed, act) = tx.agree(second, request, now).await?;
        let Act::CancelVote { round, reason } = act else {
            return Err(StoreError::NotFound);
        };
        tx.step(agreed.permit(), round, Step::Cancel, &reason, now)
            .await?;
        tx.commit().await
    }

    /// Moves a round on because its minute has come; the calendar is the reason.
    ///
    /// # Errors
    /// [`Refusal::Step`] says what is in the way or why the clock leaves it to people; [`Refusal::Phase`] for a step that it
    /// never takes.
    pub async fn step_by_clock(&self, id: RoundId, step: Step, now: Millis) -> Result<Phase> {
        if !step.is_by_clock() {
            return Err(Refusal::Phase.into());
        }
        let mut tx = self.write().await?;
        let permit = Permit::of_clock();
        let round = tx.round_for(&permit, id).await?;
        let facts = load_facts(tx.conn(), &round, now).await?;
        round.phase.after(step, &facts)?;
        if let Some(waits) = waits(step, &facts) {
            return Err(StepRefused::Waits(waits).into());
        }
        let to = tx.step(&permit, id, step, "", now).await?;
        self.stepped(tx, step).await?;
        Ok(to)
    }

    pub(crate) async fn stepped(&self, tx: Tx, step: Step) -> Result<()> {
        tx.commit().await?;
        if step == Step::CloseVoting {
            self.tidy_closed().await;
        }
        Ok(())
    }

    /// When the clock has something to do next after `now`, of which the demo lets nothing pass unseen.
    ///
    /// # Errors
    /// The database's.
    pub async fn next_minute(&self, now: Millis) -> Result<Option<Millis>> {
        let rounds = self.rounds(true).await?;
        let due = rounds.iter().filter_map(Round::due);
        Ok(due.filter(|&due| due > now).min())
    }

    /// Takes every step whose minute has come, and gives those taken. A round that still lacks something stays.
    ///
    /// # Errors
    /// The first that kept a round from going on, after the others went on.
    pub async fn step_due_rounds(&self, now: Millis) -> Result<Vec<(RoundId, Phase)>> {
        let (mut taken, mut failed) = (Vec::new(), None);
        for round in self.rounds(true).await? {
            let mut phase = round.phase;
            // Two minutes may come within one look. One that passed unseen waits for people.
            while let Some(step) = phase.next_step().filter(|step| step.is_by_clock()) {
                let current = Round {
                    phase,
                    ..round.clone()
                };
                if !current.is_due(now) {
                    break;
                }
                match self.step_by_clock(round.id, step, now).await {
                    Ok(next) => {
                        taken.push((round.id, next));
                        phase = next;
                    }
                    Err(StoreError::Refused(_)) => break,
                    Err(error) => {
                        if let StoreError::Tampered(round) = error {
                            self.tell_tampered(round, now).await?;
                        }
                        // One round that cannot go on keeps no other waiting.
                        failed = failed.or(Some(error));
                        break;
                    }
                }
            }
        }
        failed.map_or(Ok(taken), Err)
    }
}

impl Tx {
    /// Decides on a step and carries it out, with what belongs to it: freezing, closing.
    pub(crate) async fn step<A>(
        &mut self,
        permit: &Permit<A>,
        id: RoundId,
        step: Step,
        reason: &str,
        now: Millis,
    ) -> Result<Phase> {
        let round = self.round_for(permit, id).await?;
        let facts = load_facts(self.conn(), &round, now).await?;
        let to = round.phase.after(step, &facts)?;
        if let Some(kind) = fixed_by(step) {
            self.trust_journal().await?;
            // What was fixed stays fixed: whoever sets a phase back by hand gets no second closing.
            if !latest(self.conn(), kind, id).await?.is_empty() {
                return Err(StoreError::Tampered(id));
            }
        }
        match step {
            Step::PublishBallot => self.freeze(permit, &round, now).await?,
            Step::OpenVoting => self.open_boxes(permit, &round, now).await?,
            Step::CloseVoting => self.close_boxes(permit, &round, now).await?,
            _ => {}
        }
        sqlx::query("UPDATE round SET phase = $1 WHERE id = $2")
            .bind(to.name())
            .bind(id.to_string())
            .execute(self.conn())
            .await?;
        let event = Event::RoundStepped {
            round: id,
            step,
            from: round.phase,
            to,
            reason: reason.into(),
        };
        self.log(permit.by(), &event, now).await?;
        Ok(to)
    }

    /// Fixes rules, candidates, budgets and lot order, and puts their hash in the journal.
    async fn freeze<A>(&mut self, permit: &Permit<A>, round: &Round, now: Millis) -> Result<()> {
        self.set_states(round.id, ProposalState::Admitted, ProposalState::OnBallot)
            .await?;
        let row = sqlx::query("SELECT checklist FROM round WHERE id = $1")
            .bind(round.id.to_string())
            .fetch_one(self.conn())
            .await?;
        let checklist: Checklist = row.json("checklist")?;
        let mut wijken = Vec::new();
        for entry in &round.wijken {
            wijken.push(self.wijk_rules(round.id, entry).await?);
        }
        let rules = Rules {
            round: round.id,
            title: round.title.clone(),
            settings: round.settings.clone(),
            checklist: checklist.version(),
            wijken,
        };
        let hash = rules.hash()?;
        sqlx::query("UPDATE round SET rules = $1, rules_hash = $2 WHERE id = $3")
            .bind(rules.canonical()?)
            .bind(&hash)
            .bind(round.id.to_string())
            .execute(self.conn())
            .await?;
        self.log(
            permit.by(),
            &Event::RulesFrozen {
                round: round.id,
                rules: hash,
            },
            now,
        )
        .await
    }

    async fn wijk_rules(&mut self, round: RoundId, entry: &RoundWijk) -> Result<WijkRules> {
        let rows = sqlx::query(
            "SELECT id, number, title, cost_per_place_cents, places FROM proposal
             WHERE round_id = $1 AND wijk_id = $2 AND state = 'on_ballot' ORDER BY number",
        )
        .bind(round.to_string())
        .bind(entry.wijk.id.to_string())
        .fetch_all(self.conn())
        .await?;
        let candidates = rows
            .iter()
            .map(|row| {
                Ok(Candidacy {
                    proposal: row.parsed("id")?,
                    number: row.number("number")?,
                    title: row.text("title")?,
                    cost_per_place: Euro::cents(row.number("cost_per_place_cents")?),
                    places: row.number("places")?,
                })
            })
            .collect::<Result<Vec<_>>>()?;
        // Drawn before any vote, and told only after the count; its hash stands in the rules.
        let seed = LotSeed::new(entropy()?);
        sqlx::query("UPDATE round_wijk SET lot_seed = $1 WHERE round_id = $2 AND wijk_id = $3")
            .bind(seed.to_string())
            .bind(round.to_string())
            .bind(entry.wijk.id.to_string())
            .execute(self.conn())
            .await?;
        Ok(WijkRules {
            wijk: entry.wijk.id,
            name: entry.wijk.name.clone(),
            budget: entry.budget,
            eligible: entry.eligible,
            spare: entry.spare,
            lot_commitment: seed.commitment().to_string(),
            candidates,
        })
    }
}

/// What a step must know, counted in one query.
pub(crate) async fn load_facts(
    connection: &mut sqlx::AnyConnection,
    round: &Round,
    now: Millis,
) -> Result<RoundFacts> {
    let row = sqlx::query(
        "SELECT
            (SELECT COUNT(*) FROM proposal p WHERE p.round_id = r.id AND p.state IN ('submitted', 'needs_change'))
                AS undecided,
            (SELECT COUNT(*) FROM round_wijk w WHERE w.round_id = r.id AND NOT EXISTS
                (SELECT 1 FROM proposal p WHERE p.round_id = r.id AND p.wijk_id = w.wijk_id
                 AND p.state IN ('admitted', 'on_ballot'))) AS without_candidate,
            (SELECT COUNT(*) FROM round_wijk w WHERE w.round_id = r.id AND NOT EXISTS
                (SELECT 1 FROM seal s WHERE s.round_id = r.id AND s.wijk_id = w.wijk_id)) AS without_codes,
            (SELECT CAST(COALESCE(SUM(w.eligible), 0) AS BIGINT) FROM round_wijk w WHERE w.round_id = r.id) AS eligible,
            (SELECT COUNT(*) FROM eligibility e WHERE e.round_id = r.id AND e.kind = 'letter') AS letters,
            (SELECT COUNT(*) FROM seal s WHERE s.round_id = r.id)
                - (SELECT CAST(COALESCE(SUM(w.reserve + w.paper), 0) AS BIGINT) FROM round_wijk w WHERE w.round_id = r.id)
                AS seals,
            COALESCE((SELECT MAX(number) FROM journal WHERE round_id = r.id AND kind = 'clock_jumped'), 0) AS jumped,
            COALESCE((SELECT MAX(number) FROM journal WHERE round_id = r.id
                AND kind IN ('dates_moved', 'round_stepped')), 0) AS looked,
            r.ready_at, COALESCE(LENGTH(r.box_secret), 0) AS secret,
            (SELECT COUNT(*) FROM round_wijk w WHERE w.round_id = r.id AND EXISTS
                (SELECT 1 FROM seal s WHERE s.round_id = r.id AND s.wijk_id = w.wijk_id) AND NOT EXISTS
                (SELECT 1 FROM journal p WHERE p.round_id = r.id AND p.wijk_id = w.wijk_id
                 AND p.kind = 'letters_printed' AND p.number >
                    (SELECT MAX(i.number) FROM journal i WHERE i.round_id = r.id AND i.wijk_id = w.wijk_id
                     AND i.kind = 'codes_issued'))) AS unprinted,
            CASE WHEN r.box_key IS NULL THEN 0 ELSE 1 END AS has_key,
            CASE WHEN r.rehearsed_at IS NULL THEN 0 ELSE 1 END AS rehearsed
         FROM round r WHERE r.id = $1",
    )
    .bind(round.id.to_string())
    .fetch_one(connection)
    .await?;
    // Where the two lists differ somebody wrote in one of them, and opening says so.
    let letters = row.int("letters")?.max(row.int("seals")?);
    Ok(RoundFacts {
        wijken: round.wijken.len(),
        wijken_without_budget: round
            .wijken
            .iter()
            .filter(|entry| entry.budget == Euro::ZERO)
            .count(),
        dates_wrong: dates_wrong(&round.settings.schedule),
        undecided: row.number("undecided")?,
        wijken_without_candidate: row.number("without_candidate")?,
        wijken_without_codes: row.number("without_codes")?,
        wijken_unprinted: row.number("unprinted")?,
        // The engines differ in the width of a bare 0 or 1; the column's type does not matter here.
        has_box_key: is_one(&row, "has_key")?,
        rehearsed: is_one(&row, "rehearsed")?,
        is_due: round.is_due(now),
        is_missed: round.is_missed(now),
        has_jumped: row.int("jumped")? > row.int("looked")?,
        is_ready: row.maybe_int("ready_at")?.is_some(),
        dates_past: round.dates_past(now),
        letters_missing: (row.int("eligible")? - letters).max(0).cast_unsigned(),
        keeps_secrets: is_some(&row, "secret")?,
    })
}

/// Whether a computed number is not 0; of the width that [`is_one`] tells of.
fn is_some(row: &AnyRow, column: &str) -> Result<bool> {
    use sqlx::Row as _;
    match row.try_get::<i64, _>(column) {
        Ok(value) => Ok(value > 0),
        Err(_) => Ok(row.try_get::<i32, _>(column)? > 0),
    }
}

/// Whether a computed 0/1 column is 1: 32 bits wide on PostgreSQL, 64 on SQLite.
fn is_one(row: &AnyRow, column: &str) -> Result<bool> {
    use sqlx::Row as _;
    match row.try_get::<i64, _>(column) {
        Ok(value) => Ok(value == 1),
        Err(_) => Ok(row.try_get::<i32, _>(column)? == 1),
    }
}
