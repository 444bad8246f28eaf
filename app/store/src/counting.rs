//! Opening the box with the cards, counting, publishing
//! (app/domain/src/ballot_box/README.md#closing-opening-publishing).

use std::collections::BTreeSet;

use domain::{
    access::{Agreed, CountVotes, Permit, Second},
    act::Act,
    audit::{Event, EventKind},
    ballot_box::{
        BoxRow, BoxSeed, LetterCommitment, LetterKind, Link, PrivateKey, Seal, head,
        letter_list_hash, open_box, seal_list_hash,
    },
    count::LotSeed,
    id::{RequestId, RoundId, WijkId},
    outcome::{FileHead, Lot, Publication, WijkOutcome, count_wijk},
    pack::{self, Derived, Files, WijkContent, files_hash},
    phase::Step,
    proposal::ProposalState,
    round::{Millis, Round, Rules, Sheet, SheetWijk},
};

use crate::{
    Refusal, Result, Store, StoreError, Tx,
    announced::{Announced, load_announced},
    ballot_box::AsideCode,
    cores::on_all_cores,
    file_head::file_head,
    journal::latest,
    row::Read as _,
    settings::MUNICIPALITY,
};

/// One wijk's box as it was closed.
struct ClosedBox {
    wijk: WijkId,
    rows: Vec<BoxRow>,
    seals: BTreeSet<Seal>,
    letters: Vec<(LetterKind, LetterCommitment)>,
    aside: Vec<AsideCode>,
    lot_seed: LotSeed,
}

/// What came out of it.
struct CountedBox {
    outcome: WijkOutcome,
    publication: Publication,
    files: Files,
}

impl Store {
    /// Asks another person to open the boxes of a closed round, with the cards.
    ///
    /// # Errors
    /// [`Refusal::Phase`] unless closed.
    pub async fn ask_to_count(
        &self,
        permit: &Permit<CountVotes>,
        round: RoundId,
        now: Millis,
    ) -> Result<RequestId> {
        let mut tx = self.write().await?;
        if !tx.round_for(permit, round).await?.phase.takes_count() {
            return Err(Refusal::Phase.into());
        }
        let request = tx.ask(permit, Act::CountVotes { round }, now).await?;
        tx.commit().await?;
        Ok(request)
    }

    /// Opens every box of a closed round with the seed that its cards give, counts, and publishes, as the second person of a request.
    ///
    /// # Errors
    /// [`Refusal::Card`] for the seed of another box, [`Refusal::Phase`] unless closed, [`Refusal::SamePerson`],
    /// [`StoreError::Corrupt`] when a box is not the one that was closed.
    pub async fn count_votes(
        &self,
        second: &Second<CountVotes>,
        request: RequestId,
        seed: BoxSeed,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let (agreed, act) = tx.agree(second, request, now).await?;
        let Act::CountVotes { round } = act else {
            return Err(StoreError::NotFound);
        };
        tx.count_votes(&agreed, round, seed, now).await?;
        tx.commit().await
    }
}

impl Tx {
    pub(crate) async fn count_votes(
        &mut self,
        agreed: &Agreed<CountVotes>,
        round: RoundId,
        seed: BoxSeed,
        now: Millis,
    ) -> Result<()> {
        let permit = agreed.permit();
        let found = self.round_for(permit, round).await?;
        if !found.phase.takes_count() {
            return Err(Refusal::Phase.into());
        }
        let (sheet, rules) = self.fixed(&found).await?;
        let box_key = seed.box_key();
        if box_key.public() != sheet.box_key || seed.link_key().public() != sheet.link_key {
            return Err(Refusal::Card.into());
        }
        let announced = load_announced(self.conn(), round).await?;
        let mut boxes = Vec::new();
        for fixed in &sheet.wijken {
            boxes.push(self.closed_box(&rules, fixed, &announced).await?);
        }
        let about = file_head(&self.municipality().await?, &sheet.settings);
        let counted = tokio::task::spawn_blocking(move || {
            on_all_cores(&boxes, |closed| closed.count(&seed, &rules, &about))
        });
        let mut folders = Vec::new();
        for wijk in counted.await?? {
            self.publish(permit, &wijk, now).await?;
            folders.push((wijk.outcome.wijk, wijk.files));
        }
        sqlx::query("UPDATE round SET box_private = $1 WHERE id = $2")
            .bind(serde_json::to_string(&box_key)?)
            .bind(round.to_string())
            .execute(self.conn())
            .await?;
        self.step(permit, round, Step::Count, "", now).await?;
        self.keep_pack(round, &box_key, &folders).await
    }

    /// The sheet and the rules of a round that was not counted before, by a journal that holds.
    async fn fixed(&mut self, round: &Round) -> Result<(Sheet, Rules)> {
        self.trust_journal().await?;
        let counted = latest(self.conn(), EventKind::BoxCounted, round.id).await?;
        if !counted.is_empty() {
            return Err(StoreError::Tampered(round.id));
        }
        Ok((self.sheet(round).await?, self.rules(round.id).await?))
    }

    /// The frozen rules, within a deed.
    pub(crate) async fn rules(&mut self, round: RoundId) -> Result<Rules> {
        let row = sqlx::query("SELECT rules FROM round WHERE id = $1")
            .bind(round.to_string())
            .fetch_one(self.conn())
            .await?;
        Ok(row.maybe_json("rules")?.ok_or(Refusal::Phase)?)
    }

    async fn municipality(&mut self) -> Result<String> {
        let row = sqlx::query("SELECT content FROM setting WHERE name = $1")
            .bind(MUNICIPALITY)
            .fetch_optional(self.conn())
            .await?;
        row.map_or_else(|| Ok(String::new()), |row| row.text("content"))
    }

    /// The box, if it still is the one whose hash went into the journal at closing.
    async fn closed_box(
        &mut self,
        rules: &Rules,
        fixed: &SheetWijk,
        announced: &Announced,
    ) -> Result<ClosedBox> {
        let (round, wijk) = (rules.round, fixed.wijk);
        let rows = self.box_rows(round, wijk).await?;
        let found = head(rows.iter().map(BoxRow::closed));
        as_fixed(
            announced.head(wijk) == Some(found),
            "the box is not the one that was closed",
        )?;
        let aside = self.aside(round, wijk).await?;
        let closed = announced.closed_box(wijk);
        as_fixed(
            closed.is_some_and(|it| it.cancelled == aside.cancelled)
                && closed.is_some_and(|it| it.unissued == aside.unissued),
            "the cancelled letters are not those of the closing",
        )?;
        let master = self.master()?;
        let seals = crate::ballot_box::load_seals(self.conn(), round, wijk, &master).await?;
        as_fixed(
            seal_list_hash(&seals) == fixed.seals,
            "the seal list is not the one that was fixed",
        )?;
        let letters = self.letters_of(round, wijk).await?;
        as_fixed(
            letter_list_hash(&letters) == fixed.letter_list,
            "the letters are not those that were fixed",
        )?;
        Ok(ClosedBox {
            wijk,
            rows,
            seals: seals.into_iter().collect(),
            letters,
            aside: aside.codes,
            lot_seed: self.lot_seed(rules, wijk).await?,
        })
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
            .ok_or_else(|| StoreError::Corrupt("the lot is not the one that was promised".into()))
    }

    async fn publish(
        &mut self,
        permit: &Permit<CountVotes>,
        counted: &CountedBox,
        now: Millis,
    ) -> Result<()> {
        let CountedBox {
            outcome,
            publication: Publication { round, opened, .. },
            files,
        } = counted;
        // In order of words: the order of publication says nothing about the order of voting.
        for ballot in &opened.ballots {
            sqlx::query(
                "INSERT INTO published_ballot (round_id, wijk_id, seal, words, ballot) VALUES ($1, $2, $3, $4, $5)",
            )
            .bind(round.to_string())
            .bind(outcome.wijk.to_string())
            .bind(ballot.seal.to_string())
            .bind(ballot.words.to_string())
            .bind(serde_json::to_string(ballot)?)
            .execute(self.conn())
            .await?;
        }
        for award in &outcome.allocation.awards {
            let state = if award.is_won() {
                ProposalState::Chosen
            } else {
                ProposalState::NotChosen
            };
            self.set_state(award.id, state).await?;
        }
        sqlx::query("INSERT INTO outcome (round_id, wijk_id, content) VALUES ($1, $2, $3)")
            .bind(round.to_string())
            .bind(outcome.wijk.to_string())
            .bind(serde_json::to_string(outcome)?)
            .execute(self.conn())
            .await?;
        let event = Event::BoxCounted {
            round: *round,
            wijk: outcome.wijk,
            valid: outcome.ballots,
            rejected: outcome.rejected.len() as u64,
            laid_aside: outcome.laid_aside.len() as u64,
            files: files_hash(files).to_string(),
        };
        self.log(permit.by(), &event, now).await
    }

    /// Keeps the pack of a round as everybody will get it: made once, with the journal up to this moment.
    async fn keep_pack(
        &mut self,
        round: RoundId,
        box_key: &PrivateKey,
        folders: &[(WijkId, Files)],
    ) -> Result<()> {
        let row = sqlx::query("SELECT rules, sheet FROM round WHERE id = $1")
            .bind(round.to_string())
            .fetch_one(self.conn())
            .await?;
        let journal = self.trust_journal().await?;
        let files = pack::write(
            &row.text("rules")?,
            &row.text("sheet")?,
            box_key,
            &journal,
            &self.signer()?.key(),
            folders,
        )?;
        sqlx::query("INSERT INTO pack (round_id, content) VALUES ($1, $2)")
            .bind(round.to_string())
            .bind(pack::zip(&files)?)
            .execute(self.conn())
            .await?;
        Ok(())
    }
}

impl ClosedBox {
    /// Opens the box and counts.
    fn count(&self, seed: &BoxSeed, rules: &Rules, about: &FileHead) -> Result<CountedBox> {
        let paper = rules.paper(self.wijk).ok_or(StoreError::NotFound)?;
        let (box_key, link_key) = (seed.box_key(), seed.link_key());
        let cancelled: Vec<(u32, Link)> = self
            .aside
            .iter()
            .map(|letter| Ok((letter.number(), letter.open(&link_key, &self.seals)?)))
            .collect::<Result<_>>()?;
        let opened = open_box(
            &box_key,
            rules.round,
            self.wijk,
            &self.rows,
            &self.seals,
            &cancelled.iter().map(|(_, link)| link.seal).collect(),
            |choices| paper.allows(choices),
        );
        let head = head(self.rows.iter().map(BoxRow::closed));
        let lot = Lot::draw(self.lot_seed, &head, paper.wijk());
        let outcome = count_wijk(rules, paper.wijk(), opened.clone(), lot.clone(), head)?;
        let publication = Publication {
            round: rules.round,
            wijk: self.wijk,
            rules: rules.clone(),
            lot,
            winners: outcome.allocation.winners().map(|award| award.id).collect(),
            left: outcome.allocation.left,
            seals: self.seals.iter().copied().collect(),
            box_key,
            opened,
        };
        let files = WijkContent {
            seals: &publication.seals,
            letters: &self.letters,
            cancelled: &cancelled,
            rows: &self.rows,
            derived: Derived {
                opened: &publication.opened,
                allocation: &outcome.allocation,
                lot: &publication.lot,
                proof: publication.proof()?,
                election: publication.pabulib(about)?,
            },
        }
        .files()?;
        Ok(CountedBox {
            outcome,
            publication,
            files,
        })
    }
}

fn as_fixed(is_so: bool, otherwise: &str) -> Result<()> {
    if is_so {
        Ok(())
    } else {
        Err(StoreError::Corrupt(otherwise.into()))
    }
}
