//! Looking for one's own ballot after the count. What is kept of it is a number.

use domain::{
    audit::EventKind,
    ballot_box::{ControlWords, OpenedBallot, VotingCode},
    id::{ProposalId, RoundId, WijkId},
    looking::{Looked, Looks, Standing, ends},
    outcome::MIN_PUBLISHED,
    round::Millis,
};

use crate::{Refusal, Result, Store, StoreError, journal::latest, row::Read as _};

/// A published ballot as it stands in the list: under its words, without its seal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The voter's words.
    pub words: ControlWords,
    /// Where it was cast.
    pub wijk: WijkId,
    /// What was chosen.
    pub choices: Vec<ProposalId>,
}

impl Store {
    /// The ballots of a round whose words begin with a letter, in the order of their words. Of wijken with few ballots there
    /// are none.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] before the count.
    pub async fn listed(&self, round: RoundId, initial: char) -> Result<Vec<Listed>> {
        let mut listed = Vec::new();
        for outcome in self.outcomes(round).await? {
            if outcome.ballots < MIN_PUBLISHED {
                continue;
            }
            let rows = sqlx::query(
                "SELECT ballot FROM published_ballot WHERE round_id = $1 AND wijk_id = $2 AND SUBSTR(words, 1, 1) = $3",
            )
            .bind(round.to_string())
            .bind(outcome.wijk.to_string())
            .bind(initial.to_string())
            .fetch_all(self.reader())
            .await?;
            for row in rows {
                let ballot: OpenedBallot = row.json("ballot")?;
                listed.push(Listed {
                    words: ballot.words,
                    wijk: outcome.wijk,
                    choices: ballot.choices,
                });
            }
        }
        listed.sort_by_key(|ballot| (ballot.words, ballot.wijk));
        Ok(listed)
    }

    /// Until when letters of a round are looked up.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] before the count.
    pub async fn looks_until(&self, round: RoundId) -> Result<Millis> {
        if !self.round(round).await?.phase.shows_tally() {
            return Err(StoreError::NotFound);
        }
        let mut connection = self.reader().acquire().await?;
        let counted = latest(&mut connection, EventKind::BoxCounted, round).await?;
        let counted = counted.first().ok_or(StoreError::NotFound)?;
        Ok(ends(counted.1))
    }

    /// Where the envelope of the letter with this code is. Reads only, and never says what was in it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] before the count, [`Refusal::Closed`] once the term is over, [`Refusal::Code`] for a code
    /// that is of no letter of the round.
    pub async fn standing(
        &self,
        round: RoundId,
        code: &VotingCode,
        now: Millis,
    ) -> Result<Standing> {
        if self.looks_until(round).await? <= now {
            return Err(Refusal::Closed.into());
        }
        let slot = self.slot(code, round).await?.ok_or(Refusal::Closed)?;
        let letter = self.letter_of(round, slot.voter).await?;
        let letter = letter.ok_or(Refusal::Code)?;
        let published = self.publication(round, letter.name.wijk).await?;
        Ok(published.standing(slot.seal_key.seal(), letter.status))
    }

    /// Counts that somebody looked, and what came of it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] before the count.
    pub async fn count_look(&self, round: RoundId, looked: Looked) -> Result<()> {
        if !self.round(round).await?.phase.shows_tally() {
            return Err(StoreError::NotFound);
        }
        let mut tx = self.write().await?;
        sqlx::query(
            "INSERT INTO look (round_id, result, times) VALUES ($1, $2, 1)
             ON CONFLICT (round_id, result) DO UPDATE SET times = look.times + 1",
        )
        .bind(round.to_string())
        .bind(looked.name())
        .execute(tx.conn())
        .await?;
        tx.commit().await
    }

    /// How often people looked, and what came of it.
    ///
    /// # Errors
    /// The database's.
    pub async fn looks(&self, round: RoundId) -> Result<Looks> {
        let rows = sqlx::query("SELECT result, times FROM look WHERE round_id = $1")
            .bind(round.to_string())
            .fetch_all(self.reader())
            .await?;
        let looks = rows
            .iter()
            .map(|row| Ok((row.parsed("result")?, row.number("times")?)));
        Ok(Looks(looks.collect::<Result<_>>()?))
    }
}
