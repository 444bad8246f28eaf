//! Voting codes (app/domain/src/ballot_box/README.md#from-code-to-seal).
//!
//! Every code leaves this module once, to be printed, and is stored nowhere.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use domain::{
    access::{IssueCodes, Permit, Second},
    act::Act,
    audit::Event,
    ballot_box::{
        Batch, BoxKey, LetterKind, LetterName, LetterSalt, LetterStatus, Link, MasterKey,
        RoundSecret, Seal, Slot, VotingCode, seal_to,
    },
    id::{RequestId, RoundId, WijkId},
    phase::{Missing, Phase, StepRefused},
    round::{Millis, RoundWijk},
};

use super::{
    keys::Keys,
    marks::{LetterRow, seal_mark},
    seals::{list_mark, load_seals},
};
use crate::{
    Refusal, Result, Store, StoreError, Tx,
    cores::{on_all_cores, on_half_the_cores},
    row::{Read as _, entropy},
    workspace,
};

/// So many rows are locked up at once: those of a city take no more memory than those of a village.
const AT_ONCE: usize = 2_000;

/// A letter, envelope or ballot to print: its number, and the code that nobody can read again.
#[derive(Clone)]
pub struct Letter {
    /// What it is.
    pub kind: LetterKind,
    /// Number on it, over all kinds together, dealt in random order.
    pub number: u32,
    /// The voting code.
    pub code: VotingCode,
}

impl Store {
    /// Asks another person to agree to making the letters of a wijk, with envelopes and ballots on paper, all in one batch.
    ///
    /// # Errors
    /// [`Refusal::Done`] once it has letters, [`Refusal::State`] for more than people who may vote or other spare codes than
    /// in the rules, [`Refusal::Phase`] unless the ballot is published, the box has a key and voting is not yet open,
    /// [`Refusal::Step`] once nobody could vote with them any more.
    pub async fn ask_for_letters(
        &self,
        permit: &Permit<IssueCodes>,
        round: RoundId,
        wijk: WijkId,
        batch: Batch,
        now: Millis,
    ) -> Result<RequestId> {
        let mut tx = self.write().await?;
        tx.takes_letters(permit, round, wijk, batch).await?;
        let found = tx.round_for(permit, round).await?;
        let closing = found.starts(Phase::Closed);
        if closing.is_some_and(|closing| closing <= now) {
            return Err(StepRefused::Missing(vec![Missing::PastDates(1)]).into());
        }
        let act = Act::MakeLetters { round, wijk, batch };
        let request = tx.ask(permit, act, now).await?;
        tx.commit().await?;
        Ok(request)
    }

    /// Makes the letters that a request asks for, as its second person: minutes of work for thousands of them. Their codes
    /// are given once, to be printed. `made` says how far it is.
    ///
    /// # Errors
    /// As [`Self::ask_for_letters`]; [`Refusal::SamePerson`].
    pub async fn make_letters(
        &self,
        second: &Second<IssueCodes>,
        request: RequestId,
        made: Arc<AtomicU32>,
        now: Millis,
    ) -> Result<Vec<Letter>> {
        // What cannot be is said before the work begins; it is looked at again when it is done.
        let mut tx = self.write().await?;
        let (_, act) = tx.agree(second, request, now).await?;
        let Act::MakeLetters { round, wijk, batch } = act else {
            return Err(StoreError::NotFound);
        };
        tx.takes_letters(second.permit(), round, wijk, batch)
            .await?;
        drop(tx);
        let secret = self.round_secret(round).await?;
        let codes: Vec<VotingCode> = (0..batch.size())
            .map(|_| Ok(VotingCode::from_entropy(entropy()?)))
            .collect::<Result<_>>()?;
        let derived = tokio::task::spawn_blocking(move || {
            on_half_the_cores(&codes, |code| {
                let slot = workspace::slot(code, &secret, round)?;
                made.fetch_add(1, Ordering::Relaxed);
                Ok((code.clone(), slot))
            })
        });
        let slots = derived.await??;
        let mut tx = self.write().await?;
        let (agreed, _) = tx.agree(second, request, now).await?;
        let letters = tx
            .insert_slots(agreed.permit(), round, wijk, batch, slots, now)
            .await?;
        tx.commit().await?;
        Ok(letters)
    }

    /// Says in the journal that the letters of a wijk came out whole; before that voting does not open.
    ///
    /// # Errors
    /// [`Refusal::State`] where there are none, [`Refusal::Phase`] once voting opened.
    pub async fn letters_printed(
        &self,
        second: &Second<IssueCodes>,
        round: RoundId,
        wijk: WijkId,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        tx.wijk_before_voting(second.permit(), round, wijk).await?;
        if tx.code_count(round, wijk).await? == 0 {
            return Err(Refusal::State.into());
        }
        let event = Event::LettersPrinted { round, wijk };
        tx.log(second.permit().by(), &event, now).await?;
        tx.commit().await
    }

    /// Voids every letter of a wijk, for when printing went wrong; then they can be issued anew.
    ///
    /// # Errors
    /// [`Refusal::Phase`] once voting opened.
    pub async fn void_codes(
        &self,
        permit: &Permit<IssueCodes>,
        round: RoundId,
        wijk: WijkId,
        now: Millis,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        tx.wijk_before_voting(permit, round, wijk).await?;
        for sql in [
            "DELETE FROM eligibility WHERE round_id = $1 AND wijk_id = $2",
            "DELETE FROM seal WHERE round_id = $1 AND wijk_id = $2",
        ] {
            sqlx::query(sql)
                .bind(round.to_string())
                .bind(wijk.to_string())
                .execute(tx.conn())
                .await?;
        }
        tx.log(permit.by(), &Event::CodesVoided { round, wijk }, now)
            .await?;
        tx.commit().await
    }

    /// How many envelopes each wijk of a round has that nobody got yet.
    ///
    /// # Errors
    /// The database's.
    pub async fn envelopes_left(&self, round: RoundId) -> Result<Vec<(WijkId, u64)>> {
        let rows = sqlx::query(
            "SELECT wijk_id, COUNT(*) AS envelopes FROM eligibility
             WHERE round_id = $1 AND kind = 'reserve' AND status = 'unissued' GROUP BY wijk_id",
        )
        .bind(round.to_string())
        .fetch_all(self.reader())
        .await?;
        rows.iter()
            .map(|row| Ok((row.parsed("wijk_id")?, row.number("envelopes")?)))
            .collect()
    }

    /// How many letters each wijk of a round has, cancelled ones included: as many as seals but for the spare ones, which
    /// stay when the list of letters is destroyed.
    ///
    /// # Errors
    /// The database's.
    pub async fn letters(&self, round: RoundId) -> Result<Vec<(WijkId, u64)>> {
        let rows = sqlx::query(
            "SELECT w.wijk_id, COUNT(*) - MAX(w.reserve + w.paper) AS letters FROM round_wijk w
             JOIN seal s ON s.round_id = w.round_id AND s.wijk_id = w.wijk_id
             WHERE w.round_id = $1 GROUP BY w.wijk_id",
        )
        .bind(round.to_string())
        .fetch_all(self.reader())
        .await?;
        rows.iter()
            .map(|row| Ok((row.parsed("wijk_id")?, row.number("letters")?)))
            .collect()
    }

    /// Every seal that can vote in a wijk, in order.
    ///
    /// # Errors
    /// The database's.
    pub async fn seals(&self, round: RoundId, wijk: WijkId) -> Result<Vec<Seal>> {
        let master = self.master()?;
        load_seals(&mut *self.reader().acquire().await?, round, wijk, &master).await
    }

    /// The round secret, unwrapped.
    pub(crate) async fn round_secret(&self, round: RoundId) -> Result<RoundSecret> {
        let master = self.master()?;
        load_secret(&mut *self.reader().acquire().await?, round, &master).await
    }
}

/// Derives voter and seal of every code.
pub(crate) fn derive_all(
    codes: &[VotingCode],
    secret: &RoundSecret,
    round: RoundId,
) -> Result<Vec<(VotingCode, Slot)>> {
    on_all_cores(codes, |code| {
        Ok((code.clone(), workspace::slot(code, secret, round)?))
    })
}

/// A code on its way to its row: what leads to its seal is locked up by now. Only a letter opens a ballot at once; the
/// others wait until they are handed out.
fn locked(name: LetterName, slot: &Slot, link_key: &BoxKey) -> Result<LetterRow> {
    let link = Link {
        seal: slot.seal_key.seal(),
        salt: LetterSalt::new(entropy()?),
    };
    Ok(LetterRow {
        voter: slot.voter,
        name,
        status: match name.kind {
            LetterKind::Letter => LetterStatus::Issued,
            LetterKind::Reserve | LetterKind::Paper => LetterStatus::Unissued,
        },
        commitment: link.commitment(&name),
        link: seal_to(link_key, &link.encode(), entropy()?).map_err(|_| Refusal::Card)?,
    })
}

/// A slot on its way to the two tables. The code is absent where nobody will hold one (the counted demo round).
pub(crate) type NewSlot<C> = (C, Slot);

impl Tx {
    /// Writes eligibility and seals, each in the order of its own random key, so that no row order links the two. The first
    /// slots become letters, then come envelopes and ballots on paper; their numbers are dealt over all of them.
    pub(crate) async fn insert_slots<A, C: Into<Option<VotingCode>>>(
        &mut self,
        permit: &Permit<A>,
        round: RoundId,
        wijk: WijkId,
        batch: Batch,
        slots: Vec<NewSlot<C>>,
        now: Millis,
    ) -> Result<Vec<Letter>> {
        debug_assert_eq!(batch.size(), slots.len() as u64);
        let link_key = self.takes_letters(permit, round, wijk, batch).await?;
        // Voter ids are pseudo-random, so numbering in their order is dealing in random order.
        let mut dealt: Vec<(LetterKind, NewSlot<C>)> = batch.kinds().zip(slots).collect();
        dealt.sort_unstable_by_key(|(_, (_, slot))| slot.voter);
        let named: Vec<(LetterName, &Slot)> = (1..)
            .zip(&dealt)
            .map(|(number, (kind, (_, slot)))| {
                let name = LetterName {
                    round,
                    wijk,
                    kind: *kind,
                    number,
                };
                (name, slot)
            })
            .collect();
        for some in named.chunks(AT_ONCE) {
            let rows = on_all_cores(some, |(name, slot)| locked(*name, slot, &link_key))?;
            for row in &rows {
                self.insert_letter(row).await?;
            }
        }
        let seals = dealt.iter().map(|(_, (_, slot))| slot.seal_key.seal());
        let mut seals: Vec<Seal> = seals.collect();
        self.insert_seals(round, wijk, &mut seals).await?;
        let event = Event::CodesIssued {
            round,
            wijk,
            letters: batch.letters(),
            spare: batch.spare(),
            list: list_mark(&self.master()?, round, wijk, &seals).to_string(),
        };
        self.log(permit.by(), &event, now).await?;
        let letters = (1..).zip(dealt).filter_map(|(number, (kind, (code, _)))| {
            let code = code.into()?;
            Some(Letter { kind, number, code })
        });
        Ok(letters.collect())
    }

    async fn insert_letter(&mut self, row: &LetterRow) -> Result<()> {
        let mark = row.mark(row.status, &self.master()?);
        sqlx::query(
            "INSERT INTO eligibility (voter, round_id, wijk_id, kind, number, status, commitment, link, mark)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(row.voter.to_string())
        .bind(row.name.round.to_string())
        .bind(row.name.wijk.to_string())
        .bind(row.name.kind.name())
        .bind(i64::from(row.name.number))
        .bind(row.status.name())
        .bind(row.commitment.to_string())
        .bind(row.link.clone())
        .bind(mark.to_string())
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// In the order of their own keys: the rows do not tell which letter is whose.
    async fn insert_seals(
        &mut self,
        round: RoundId,
        wijk: WijkId,
        seals: &mut [Seal],
    ) -> Result<()> {
        let master = self.master()?;
        seals.sort_unstable();
        for seal in seals {
            sqlx::query("INSERT INTO seal (seal, round_id, wijk_id, mark) VALUES ($1, $2, $3, $4)")
                .bind(seal.to_string())
                .bind(round.to_string())
                .bind(wijk.to_string())
                .bind(seal_mark(&master, seal, round, wijk).to_string())
                .execute(self.conn())
                .await?;
        }
        Ok(())
    }

    /// The link key, if a wijk can have these codes now.
    async fn takes_letters<A>(
        &mut self,
        permit: &Permit<A>,
        round: RoundId,
        wijk: WijkId,
        batch: Batch,
    ) -> Result<BoxKey> {
        let (entry, link_key) = self.wijk_before_voting(permit, round, wijk).await?;
        if self.code_count(round, wijk).await? > 0 {
            return Err(Refusal::Done.into());
        }
        if !batch.is_for(&entry) {
            return Err(Refusal::State.into());
        }
        Ok(link_key)
    }

    /// The wijk and the link key, while the ballot is published and voting has not begun.
    async fn wijk_before_voting<A>(
        &mut self,
        permit: &Permit<A>,
        round: RoundId,
        wijk: WijkId,
    ) -> Result<(RoundWijk, BoxKey)> {
        let found = self.round_for(permit, round).await?;
        let entry = found.wijk(wijk).ok_or(StoreError::NotFound)?;
        if !found.phase.takes_letters() {
            return Err(Refusal::Phase.into());
        }
        let master = self.master()?;
        let keys = Keys::load(self.conn(), round, &master).await?;
        Ok((entry.clone(), keys.link_key))
    }

    /// The round secret, within a deed.
    pub(crate) async fn round_secret(&mut self, round: RoundId) -> Result<RoundSecret> {
        let master = self.master()?;
        load_secret(self.conn(), round, &master).await
    }

    async fn code_count(&mut self, round: RoundId, wijk: WijkId) -> Result<u32> {
        let row = sqlx::query(
            "SELECT COUNT(*) AS codes FROM eligibility WHERE round_id = $1 AND wijk_id = $2",
        )
        .bind(round.to_string())
        .bind(wijk.to_string())
        .fetch_one(self.conn())
        .await?;
        row.number("codes")
    }
}

async fn load_secret(
    connection: &mut sqlx::AnyConnection,
    round: RoundId,
    master: &MasterKey,
) -> Result<RoundSecret> {
    Keys::load(connection, round, master).await?.secret(master)
}
