//! Entering a code and casting (app/domain/src/ballot_box/README.md#one-vote-one-row).
//!
//! Entering only reads. Casting writes exactly one row in one table; nothing says which letter it came from.

use domain::{
    access::By,
    audit::{Event, EventKind},
    ballot::Ballot,
    ballot_box::{
        BallotBody, BoxKey, BoxRow, ControlWords, LetterStatus, Salt, Seal, SealKey, Slot, VoterId,
        VotingCode, head, prepare,
    },
    id::{RoundId, WijkId},
    phase::Phase,
    round::{Millis, Round},
};

use super::hourly::HOUR;
use super::marks::{LETTER, LetterRow, believed, seal_mark};
use crate::{
    Refusal, Result, Store, StoreError, Tx,
    journal::latest,
    lane::Lane,
    row::{Read as _, entropy},
    workspace,
};

/// Codes worked on at once: each takes 19 MiB.
static DERIVING: Lane = Lane::new(workspace::KEPT, 50);

/// In how many rounds that have closed a code is looked up, the latest first.
const CLOSED_LOOKED_AT: usize = 2;

/// What a valid code gives for the next minutes. It lives in the voter's cookie, never in a row.
#[derive(Clone, Debug)]
pub struct Admission {
    /// The round.
    pub round: RoundId,
    /// The wijk whose ballot it opens.
    pub wijk: WijkId,
    /// What seals the ballot.
    pub seal_key: SealKey,
    /// Salt of the ballot; fixed here, so that sending the same vote twice is the same vote.
    pub salt: [u8; 32],
    /// When the box closes.
    pub closing: Millis,
    /// Whether this letter has voted before. For what, nobody knows.
    pub has_voted: bool,
}

/// A vote on its way to the box.
#[derive(Clone, Debug)]
pub struct Vote {
    /// What was chosen, and in which wijk.
    pub ballot: Ballot,
    /// The voter's control words.
    pub words: ControlWords,
    /// Salt from the admission.
    pub salt: [u8; 32],
    /// When the code was entered.
    pub began: Millis,
}

impl Vote {
    fn body(&self) -> BallotBody {
        let choices = self.ballot.choices().to_vec();
        BallotBody::new(choices, self.words, Salt::new(self.salt))
    }

    /// The row that it becomes: committed, signed and sealed for the box with this key.
    pub(crate) fn seal(
        &self,
        seal_key: &SealKey,
        box_key: &BoxKey,
        max_choices: u16,
    ) -> Result<BoxRow> {
        let (round, wijk) = (self.ballot.round(), self.ballot.wijk());
        let body = self.body();
        let ephemeral = entropy()?;
        let row = prepare(
            round,
            wijk,
            seal_key,
            box_key,
            &body,
            max_choices,
            ephemeral,
        );
        Ok(row.map_err(|_| Refusal::Card)?)
    }
}

impl Store {
    /// Looks a code up in every round that is open. Reads only.
    ///
    /// # Errors
    /// [`Refusal::Closed`] when no round is open, [`Refusal::Code`] for a code that opens none of them.
    pub async fn admit(&self, code: &VotingCode, now: Millis) -> Result<Admission> {
        let rounds = self.rounds(false).await?;
        let open: Vec<(RoundId, Millis)> = rounds
            .iter()
            .filter(|round| round.is_open(now))
            .filter_map(|round| Some((round.id, round.starts(Phase::Closed)?)))
            .collect();
        if open.is_empty() {
            return Err(Refusal::Closed.into());
        }
        for (round, closing) in open {
            let Some(slot) = self.slot(code, round).await? else {
                continue;
            };
            if let Some(wijk) = self.issued_wijk(round, slot.voter).await? {
                let has_voted = self.is_in_box(slot.seal_key.seal()).await?;
                let salt = entropy()?;
                return Ok(Admission {
                    round,
                    wijk,
                    seal_key: slot.seal_key,
                    salt,
                    closing,
                    has_voted,
                });
            }
        }
        Err(Refusal::Code.into())
    }

    /// The round that a code has voted in or could have: one of the last that closed. Reads only.
    ///
    /// # Errors
    /// The database's.
    pub async fn closed_round_of(&self, code: &VotingCode, now: Millis) -> Result<Option<Round>> {
        let mut closed: Vec<Round> = self.rounds(false).await?;
        closed.retain(|round| {
            let closing = round.starts(Phase::Closed);
            round.phase >= Phase::Voting
                && round.phase != Phase::Cancelled
                && closing.is_some_and(|closing| closing <= now)
        });
        closed.sort_by_key(|round| std::cmp::Reverse(round.starts(Phase::Closed)));
        // Each takes as much work as a round that is open: whoever guesses must not get more out of it.
        closed.truncate(CLOSED_LOOKED_AT);
        for round in closed {
            let Some(slot) = self.slot(code, round.id).await? else {
                continue;
            };
            if self.issued_wijk(round.id, slot.voter).await?.is_some() {
                return Ok(Some(round));
            }
        }
        Ok(None)
    }

    /// Whether this very vote is the one in the box.
    ///
    /// # Errors
    /// The database's.
    pub async fn is_cast(&self, seal_key: &SealKey, vote: &Vote) -> Result<bool> {
        let (round, wijk) = (vote.ballot.round(), vote.ballot.wijk());
        let row = sqlx::query("SELECT seal FROM ballot_box WHERE seal = $1 AND commitment = $2")
            .bind(seal_key.seal().to_string())
            .bind(vote.body().commitment(round, wijk).to_string())
            .fetch_optional(self.reader())
            .await?;
        Ok(row.is_some())
    }

    /// What a code leads to in a round; slow on purpose. Nothing once the secret of the round was destroyed: then nobody
    /// can tell any more.
    pub(super) async fn slot(&self, code: &VotingCode, round: RoundId) -> Result<Option<Slot>> {
        let secret = match self.round_secret(round).await {
            Err(StoreError::Refused(Refusal::Phase)) => return Ok(None),
            secret => secret?,
        };
        let code = code.clone();
        let derived = DERIVING.take(move || workspace::slot(&code, &secret, round));
        Ok(Some(derived.await??))
    }

    /// Puts a vote in the box, replacing an earlier one under the same seal. Returns after it is on disk.
    ///
    /// # Errors
    /// [`Refusal::Closed`] after closing, [`Refusal::EarlierVote`] for another vote than the one that is in, in the minutes
    /// after closing, [`Refusal::Code`] for a seal that is not on the list of the ballot's wijk.
    pub async fn cast(&self, seal_key: &SealKey, vote: &Vote, now: Millis) -> Result<()> {
        let _coming = self.traces.coming();
        let mut tx = self.write_beside_others().await?;
        match tx.cast(seal_key, vote, now).await {
            Ok(()) => tx.commit().await,
            Err(StoreError::Tampered(round)) => {
                drop(tx);
                self.tell_tampered(round, now).await?;
                Err(StoreError::Tampered(round))
            }
            Err(error) => Err(error),
        }
    }

    /// Says in the journal, once, that a round cannot vote by what its rows say.
    pub(crate) async fn tell_tampered(&self, round: RoundId, now: Millis) -> Result<()> {
        let mut tx = self.write().await?;
        let told = latest(tx.conn(), EventKind::RoundTampered, round).await?;
        if told.is_empty() {
            // By the hour, as everything about the moment of a vote.
            tx.log(By::Clock, &Event::RoundTampered { round }, now - now % HOUR)
                .await?;
        }
        tx.commit().await
    }

    async fn issued_wijk(&self, round: RoundId, voter: VoterId) -> Result<Option<WijkId>> {
        let letter = self.letter_of(round, voter).await?;
        let issued = letter.filter(|letter| letter.status == LetterStatus::Issued);
        Ok(issued.map(|letter| letter.name.wijk))
    }

    /// The letter with this place on the list, if it is one of the round.
    pub(super) async fn letter_of(
        &self,
        round: RoundId,
        voter: VoterId,
    ) -> Result<Option<LetterRow>> {
        let sql = format!("SELECT {LETTER} FROM eligibility WHERE voter = $1 AND round_id = $2");
        let row = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(voter.to_string())
            .bind(round.to_string())
            .fetch_optional(self.reader())
            .await?;
        // First whether it is ours, then what it says.
        let master = self.master()?;
        row.map(|row| LetterRow::read(&row, &master)).transpose()
    }

    async fn is_in_box(&self, seal: Seal) -> Result<bool> {
        let row = sqlx::query("SELECT seal FROM ballot_box WHERE seal = $1")
            .bind(seal.to_string())
            .fetch_optional(self.reader())
            .await?;
        Ok(row.is_some())
    }
}

impl Tx {
    pub(crate) async fn cast(
        &mut self,
        seal_key: &SealKey,
        vote: &Vote,
        now: Millis,
    ) -> Result<()> {
        let id = vote.ballot.round();
        let round = crate::rounds::load_round(self.conn(), id).await?;
        if round.phase != Phase::Voting {
            return Err(Refusal::Closed.into());
        }
        // First whether the dates are those that were fixed, then what they say.
        let sheet = self.sheet(&round).await?;
        if !round.takes_ballot(vote.began, now) {
            return Err(Refusal::Closed.into());
        }
        let ballot = vote.seal(seal_key, &sheet.box_key, round.settings.max_choices)?;
        if round.is_in_grace(now) {
            return self.put_first_in_box(&vote.ballot, ballot).await;
        }
        self.put_in_box(&vote.ballot, ballot).await
    }

    /// The one row that voting writes.
    pub(crate) async fn put_in_box(&mut self, ballot: &Ballot, row: BoxRow) -> Result<()> {
        self.check_seal(ballot, &row).await?;
        // The same vote again gets the same answer, without a second write.
        sqlx::query(
            "INSERT INTO ballot_box (seal, commitment, signature, sealed) VALUES ($1, $2, $3, $4)
             ON CONFLICT (seal) DO UPDATE SET commitment = excluded.commitment, signature = excluded.signature,
             sealed = excluded.sealed WHERE ballot_box.commitment <> excluded.commitment",
        )
        .bind(row.seal.to_string())
        .bind(row.commitment.to_string())
        .bind(row.signature.to_string())
        .bind(row.sealed)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// The same once the box has closed: replaces nothing, so that nobody gets the last word over a voter who can no longer
    /// answer. Whether there is an earlier vote is decided by the very statement that writes.
    async fn put_first_in_box(&mut self, ballot: &Ballot, row: BoxRow) -> Result<()> {
        self.check_seal(ballot, &row).await?;
        let (seal, commitment) = (row.seal.to_string(), row.commitment.to_string());
        let written = sqlx::query(
            "INSERT INTO ballot_box (seal, commitment, signature, sealed) VALUES ($1, $2, $3, $4)
             ON CONFLICT (seal) DO NOTHING",
        )
        .bind(&seal)
        .bind(&commitment)
        .bind(row.signature.to_string())
        .bind(row.sealed)
        .execute(self.conn())
        .await?;
        if written.rows_affected() == 1 {
            return Ok(());
        }
        let same = sqlx::query("SELECT seal FROM ballot_box WHERE seal = $1 AND commitment = $2")
            .bind(seal)
            .bind(commitment)
            .fetch_optional(self.conn())
            .await?;
        same.map(|_| ()).ok_or(Refusal::EarlierVote.into())
    }

    /// Whether a row's seal is on the list of the ballot's wijk, and was put there by us.
    async fn check_seal(&mut self, ballot: &Ballot, row: &BoxRow) -> Result<()> {
        let seal = row.seal.to_string();
        let (round, wijk) = (ballot.round(), ballot.wijk());
        let known =
            sqlx::query("SELECT mark FROM seal WHERE seal = $1 AND round_id = $2 AND wijk_id = $3")
                .bind(&seal)
                .bind(round.to_string())
                .bind(wijk.to_string())
                .fetch_optional(self.conn())
                .await?
                .ok_or(Refusal::Code)?;
        let mark = seal_mark(&self.master()?, &row.seal, round, wijk);
        believed(mark == known.parsed("mark")?, "a seal was added by hand")
    }

    /// Everything in the box of one wijk, in order of seal.
    pub(crate) async fn box_rows(&mut self, round: RoundId, wijk: WijkId) -> Result<Vec<BoxRow>> {
        let rows = sqlx::query(
            "SELECT b.seal, b.commitment, b.signature, b.sealed FROM ballot_box b JOIN seal s ON s.seal = b.seal
             WHERE s.round_id = $1 AND s.wijk_id = $2 ORDER BY b.seal",
        )
        .bind(round.to_string())
        .bind(wijk.to_string())
        .fetch_all(self.conn())
        .await?;
        rows.iter()
            .map(|row| {
                Ok(BoxRow {
                    seal: row.parsed("seal")?,
                    commitment: row.parsed("commitment")?,
                    signature: row.parsed("signature")?,
                    sealed: row.bytes("sealed")?,
                })
            })
            .collect()
    }

    /// Puts the hash of every box into the journal: before anybody can read a vote.
    pub(crate) async fn close_boxes<A>(
        &mut self,
        permit: &domain::access::Permit<A>,
        round: &Round,
        now: Millis,
    ) -> Result<()> {
        debug_assert_eq!(round.phase, Phase::Voting);
        let sheet = self.sheet(round).await?;
        for wijk in sheet.wijken.iter().map(|fixed| fixed.wijk) {
            let rows = self.box_rows(round.id, wijk).await?;
            let head = head(rows.iter().map(BoxRow::closed)).to_string();
            let aside = self.aside(round.id, wijk).await?;
            let event = Event::BoxClosed {
                round: round.id,
                wijk,
                ballots: rows.len() as u64,
                head,
                cancelled: aside.cancelled,
                unissued: aside.unissued,
            };
            self.log(permit.by(), &event, now).await?;
        }
        Ok(())
    }
}
