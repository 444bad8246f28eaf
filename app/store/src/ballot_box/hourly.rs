//! The hourly count: all that anybody learns while a vote is going on.

use domain::{
    access::By,
    audit::{Event, EventKind},
    id::{RoundId, WijkId},
    round::{Millis, Round},
};

use crate::{Result, Store, Tx, journal::latest, row::Read as _};

pub(super) const HOUR: Millis = 3_600_000;

/// What the journal told of a wijk's box at a full hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HourlyCount {
    /// The wijk.
    pub wijk: WijkId,
    /// Ballots in the box; nothing when there were too few to tell.
    pub ballots: Option<u64>,
    /// When.
    pub at: Millis,
}

impl Store {
    /// Writes the number of ballots of every open box into the journal, once an hour.
    ///
    /// # Errors
    /// The first that kept a round from being counted, after the others were.
    pub async fn log_hourly_counts(&self, now: Millis) -> Result<()> {
        let mut failed = None;
        for round in self.rounds(false).await? {
            if round.is_open(now)
                && let Err(error) = self.log_counts_of(&round, now).await
            {
                failed = failed.or(Some(error));
            }
        }
        failed.map_or(Ok(()), Err)
    }

    async fn log_counts_of(&self, round: &Round, now: Millis) -> Result<()> {
        // Most of the time there is nothing to do, and then no turn is taken.
        if self.uncounted(round, now).await?.is_empty() {
            return Ok(());
        }
        // First the turn, then another look, so that two clocks at once count only once.
        let mut tx = self.write().await?;
        for wijk in self.uncounted(round, now).await? {
            let ballots = tx.ballots_in(round.id, wijk).await?;
            let event = Event::hourly_count(round.id, wijk, ballots);
            tx.log(By::Clock, &event, now).await?;
        }
        tx.commit().await
    }

    /// The wijken of a round that were not counted in the present hour.
    async fn uncounted(&self, round: &Round, now: Millis) -> Result<Vec<WijkId>> {
        let latest = self.hourly_counts(round.id).await?;
        let is_counted = |wijk| {
            latest
                .iter()
                .any(|count| count.wijk == wijk && count.at / HOUR == now / HOUR)
        };
        Ok(round
            .wijken
            .iter()
            .map(|entry| entry.wijk.id)
            .filter(|wijk| !is_counted(*wijk))
            .collect())
    }

    /// The latest hourly count of each wijk.
    ///
    /// # Errors
    /// The database's.
    pub async fn hourly_counts(&self, round: RoundId) -> Result<Vec<HourlyCount>> {
        let mut connection = self.reader().acquire().await?;
        let counts = latest(&mut connection, EventKind::HourlyCount, round).await?;
        Ok(counts
            .into_iter()
            .filter_map(|(event, at)| match event {
                Event::HourlyCount { wijk, ballots, .. } => Some(HourlyCount { wijk, ballots, at }),
                _ => None,
            })
            .collect())
    }
}

impl Tx {
    async fn ballots_in(&mut self, round: RoundId, wijk: WijkId) -> Result<u64> {
        sqlx::query(
            "SELECT COUNT(*) AS ballots FROM ballot_box b JOIN seal s ON s.seal = b.seal
             WHERE s.round_id = $1 AND s.wijk_id = $2",
        )
        .bind(round.to_string())
        .bind(wijk.to_string())
        .fetch_one(self.conn())
        .await?
        .number("ballots")
    }
}
