//! Opening the box with the card, counting, publishing
//! (app/domain/src/ballot_box/README.md#closing-opening-publishing).
//!
//! [`Store::outcomes`] and [`Store::publication`] are the one gate to any tally: before the count there is none.

use std::collections::BTreeSet;

use domain::{
    access::{CountVotes, Permit},
    audit::Event,
    ballot_box::{
        BoxCard, BoxKey, BoxRow, Head, Opened, OpenedBallot, PrivateKey, Seal, head, open_box,
        seal_list_hash,
    },
    count::LotSeed,
    id::{RoundId, WijkId},
    outcome::{Lot, Publication, WijkOutcome, count_wijk},
    phase::Step,
    proposal::ProposalState,
    round::{Millis, Rules},
};

use crate::{
    Refusal, Result, Store, StoreError, Tx,
    announced::{Announced, load_announced},
    cores::on_all_cores,
    row::Read as _,
};

/// One wijk's box as it was closed.
struct ClosedBox {
    wijk: WijkId,
    rows: Vec<BoxRow>,
    seals: BTreeSet<Seal>,
    /// Links of cancelled letters, still locked.
    cancelled: Vec<Vec<u8>>,
}

impl Store {
    /// Opens every box of a closed round with the card, counts, and publishes.
    ///
    /// # Errors
    /// [`Refusal::Card`] for another card, [`Refusal::Phase`] unless closed, [`StoreError::Corrupt`] when a box is not
    /// the one that was closed.
    pub async fn count_votes(
        &self,
        permit: &Permit<CountVotes>,
        round: RoundId,
        card: BoxCard,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        tx.count_votes(permit, round, card, now).await?;
        tx.commit().await
    }

    /// The outcome of every wijk of a round.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] before the count: there is nothing to see, for anybody.
    pub async fn outcomes(&self, round: RoundId) -> Result<Vec<WijkOutcome>> {
        if !self.round(round).await?.phase.shows_tally() {
            return Err(StoreError::NotFound);
        }
        let rows = sqlx::query("SELECT content FROM outcome WHERE round_id = $1 ORDER BY wijk_id")
            .bind(round.to_string())
            .fetch_all(self.reader())
            .await?;
        rows.iter().map(|row| row.json("content")).collect()
    }

    /// Everything needed to count a wijk again.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] before the count.
    pub async fn publication(&self, round: RoundId, wijk: WijkId) -> Result<Publication> {
        let outcomes = self.outcomes(round).await?;
        let outcome = outcomes
            .into_iter()
            .find(|outcome| outcome.wijk == wijk)
            .ok_or(StoreError::NotFound)?;
        let rows = sqlx::query(
            "SELECT ballot FROM published_ballot WHERE round_id = $1 AND wijk_id = $2 ORDER BY words, seal",
        )
        .bind(round.to_string())
        .bind(wijk.to_string())
        .fetch_all(self.reader())
        .await?;
        let ballots: Vec<OpenedBallot> = rows
            .iter()
            .map(|row| row.json("ballot"))
            .collect::<Result<_>>()?;
        let opened = Opened {
            ballots,
            laid_aside: outcome.laid_aside,
            rejected: outcome.rejected,
        };
        let (rules, _) = self.rules(round).await?;
        Ok(Publication {
            round,
            wijk,
            rules,
            winners: outcome.allocation.winners().map(|award| award.id).collect(),
            left: outcome.allocation.left,
            lot: outcome.lot,
            seals: self.seals(round, wijk).await?,
            box_key: self.published_key(round).await?,
            opened,
        })
    }
}

impl Store {
    /// The key of the box, which everybody has from the count on.
    async fn published_key(&self, round: RoundId) -> Result<PrivateKey> {
        let row = sqlx::query("SELECT box_private FROM round WHERE id = $1")
            .bind(round.to_string())
            .fetch_one(self.reader())
            .await?;
        row.maybe_json("box_private")?.ok_or(StoreError::NotFound)
    }
}

fn open_all(
    card: &BoxCard,
    rules: &Rules,
    boxes: &[ClosedBox],
) -> Result<Vec<((WijkId, Opened), Head)>> {
    on_all_cores(boxes, |closed| {
        let paper = rules.paper(closed.wijk).ok_or(StoreError::NotFound)?;
        let (box_key, link_key) = (card.box_key(), card.link_key());
        let laid_aside: BTreeSet<Seal> = closed
            .cancelled
            .iter()
            .map(|link| opened_link(&link_key, link, &closed.seals))
            .collect::<Result<_>>()?;
        let head = head(closed.rows.iter().map(BoxRow::closed));
        let opened = open_box(
            &box_key,
            rules.round,
            closed.wijk,
            &closed.rows,
            &closed.seals,
            &laid_aside,
            |choices| paper.allows(choices),
        );
        Ok(((closed.wijk, opened), head))
    })
}

/// The seal of a cancelled letter, which is on the list. One that cannot be found stops the opening: its vote would count
/// after all.
fn opened_link(link_key: &PrivateKey, link: &[u8], seals: &BTreeSet<Seal>) -> Result<Seal> {
    link_key
        .open(link)
        .and_then(|seal| seal.try_into().ok())
        .map(Seal::new)
        .filter(|seal| seals.contains(seal))
        .ok_or_else(|| StoreError::Corrupt("the seal of a cancelled letter cannot be found".into()))
}

impl Tx {
    pub(crate) async fn count_votes(
        &mut self,
        permit: &Permit<CountVotes>,
        round: RoundId,
        card: BoxCard,
        now: Millis,
    ) -> Result<()> {
        let found = self.round_for(permit, round).await?;
        if !found.phase.takes_count() {
            return Err(Refusal::Phase.into());
        }
        let sheet = self.sheet(&found).await?;
        let (rules, _) = self.rules_and_key(round).await?;
        let private = card.box_key();
        if private.public() != sheet.box_key || card.link_key().public() != sheet.link_key {
            return Err(Refusal::Card.into());
        }
        let announced = load_announced(self.conn(), round).await?;
        let mut boxes = Vec::new();
        for entry in &found.wijken {
            boxes.push(self.closed_box(round, entry.wijk.id, &announced).await?);
        }
        let counting = rules.clone();
        let opened = tokio::task::spawn_blocking(move || open_all(&card, &counting, &boxes));
        for (opened, head) in opened.await?? {
            self.publish(permit, &rules, opened, head, now).await?;
        }
        sqlx::query("UPDATE round SET box_private = $1 WHERE id = $2")
            .bind(serde_json::to_string(&private)?)
            .bind(round.to_string())
            .execute(self.conn())
            .await?;
        self.step(permit, round, Step::Count, "", now).await?;
        Ok(())
    }

    pub(crate) async fn rules_and_key(&mut self, round: RoundId) -> Result<(Rules, BoxKey)> {
        let row = sqlx::query("SELECT rules, box_key FROM round WHERE id = $1")
            .bind(round.to_string())
            .fetch_one(self.conn())
            .await?;
        let rules = row.maybe_json("rules")?.ok_or(Refusal::Phase)?;
        Ok((rules, row.maybe_parsed("box_key")?.ok_or(Refusal::Phase)?))
    }

    /// The box, if it still is the one whose hash went into the journal at closing.
    async fn closed_box(
        &mut self,
        round: RoundId,
        wijk: WijkId,
        announced: &Announced,
    ) -> Result<ClosedBox> {
        let rows = self.box_rows(round, wijk).await?;
        let found = head(rows.iter().map(BoxRow::closed));
        if announced.head(wijk) != Some(found) {
            return Err(StoreError::Corrupt(
                "the box is not the one that was closed".into(),
            ));
        }
        let told = announced.closed_box(wijk).map(|closed| &closed.cancelled);
        if told != Some(&self.cancelled(round, wijk).await?) {
            return Err(StoreError::Corrupt(
                "the cancelled letters are not those of the closing".into(),
            ));
        }
        let seals = self.fixed_seals(round, wijk, announced).await?;
        let cancelled = self.cancelled_links(round, wijk).await?;
        Ok(ClosedBox {
            wijk,
            rows,
            seals,
            cancelled,
        })
    }

    /// The seal list, if it still is the one whose hash went into the journal when voting opened.
    async fn fixed_seals(
        &mut self,
        round: RoundId,
        wijk: WijkId,
        announced: &Announced,
    ) -> Result<BTreeSet<Seal>> {
        let master = self.master()?;
        let seals = crate::ballot_box::load_seals(self.conn(), round, wijk, &master).await?;
        if announced.seals.get(&wijk) != Some(&seal_list_hash(&seals)) {
            return Err(StoreError::Corrupt(
                "the seal list is not the one that was fixed".into(),
            ));
        }
        Ok(seals.into_iter().collect())
    }

    /// The seed of the lot, if it still is the one whose hash was published with the rules.
    async fn lot_seed(&mut self, rules: &Rules, wijk: WijkId) -> Result<LotSeed> {
        let row =
            sqlx::query("SELECT lot_seed FROM round_wijk WHERE round_id = $1 AND wijk_id = $2")
                .bind(rules.round.to_string())
                .bind(wijk.to_string())
                .fetch_one(self.conn())
                .await?;
        let seed: Option<LotSeed> = row.maybe_parsed("lot_seed")?;
        let committed = rules.wijk(wijk).map(|wijk| wijk.lot_commitment.as_str());
        seed.filter(|seed| committed == Some(&*seed.commitment().to_string()))
            .ok_or_else(|| StoreError::Corrupt("the lot is not the one that was drawn".into()))
    }

    async fn publish(
        &mut self,
        permit: &Permit<CountVotes>,
        rules: &Rules,
        (wijk, opened): (WijkId, Opened),
        head: Head,
        now: Millis,
    ) -> Result<()> {
        // In order of words: the order of publication says nothing about the order of voting.
        for ballot in &opened.ballots {
            sqlx::query(
                "INSERT INTO published_ballot (round_id, wijk_id, seal, words, ballot) VALUES ($1, $2, $3, $4, $5)",
            )
            .bind(rules.round.to_string())
            .bind(wijk.to_string())
            .bind(ballot.seal.to_string())
            .bind(ballot.words.to_string())
            .bind(serde_json::to_string(ballot)?)
            .execute(self.conn())
            .await?;
        }
        let valid = opened.ballots.len() as u64;
        let rejected = opened.rejected.len() as u64;
        let rules_here = rules.wijk(wijk).ok_or(StoreError::NotFound)?;
        let lot = Lot::draw(self.lot_seed(rules, wijk).await?, rules_here);
        let outcome = count_wijk(rules, rules_here, opened, lot, head)
            .map_err(|fault| StoreError::Corrupt(fault.to_string()))?;
        for award in &outcome.allocation.awards {
            let state = if award.is_won() {
                ProposalState::Chosen
            } else {
                ProposalState::NotChosen
            };
            self.set_state(award.id, state).await?;
        }
        sqlx::query("INSERT INTO outcome (round_id, wijk_id, content) VALUES ($1, $2, $3)")
            .bind(rules.round.to_string())
            .bind(wijk.to_string())
            .bind(serde_json::to_string(&outcome)?)
            .execute(self.conn())
            .await?;
        let event = Event::BoxCounted {
            round: rules.round,
            wijk,
            valid,
            rejected,
        };
        self.log(permit.by(), &event, now).await
    }
}
