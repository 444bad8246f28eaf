//! What the journal said of a round before anything of it was counted: what is published afterwards is held against it.

use std::collections::BTreeMap;

use domain::{
    audit::{Event, EventKind},
    ballot_box::{BoxKey, Head},
    id::{RoundId, WijkId},
    journal::Digest,
    phase::Phase,
    round::{Millis, Rules, Schedule},
};

use crate::{Result, Store, journal::latest, row::Read as _};

/// The hashes that went into the journal of one round. Where an entry is missing there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Announced {
    /// Of the rules, when they were frozen.
    pub rules: Option<Digest>,
    /// Of the seal list of each wijk, when voting opened.
    pub seals: BTreeMap<WijkId, Digest>,
    /// The key of the box, when voting opened.
    pub box_key: Option<BoxKey>,
    /// The dates, when they were last moved.
    pub schedule: Option<Schedule>,
    /// The boxes, when they were closed.
    pub boxes: Vec<BoxOnPaper>,
}

/// A closed box as the journal knows it: to compare with the minutes before it is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoxOnPaper {
    /// The wijk.
    pub wijk: WijkId,
    /// Ballots in it.
    pub ballots: u64,
    /// Hash of everything in it.
    pub head: String,
    /// Numbers of the letters that were cancelled.
    pub cancelled: Vec<u32>,
    /// Numbers of the envelopes and ballots on paper that nobody got.
    pub unissued: Vec<u32>,
}

impl Store {
    /// What was announced of a round; where an entry was made twice, the last one.
    ///
    /// # Errors
    /// The database's.
    pub async fn announced(&self, round: RoundId) -> Result<Announced> {
        load_announced(&mut *self.reader().acquire().await?, round).await
    }

    /// When the phases of a round began, as the journal has it: what happened, not what was planned. Of a phase that a
    /// round came back to, the last time.
    ///
    /// # Errors
    /// The database's.
    pub async fn began(&self, round: RoundId) -> Result<BTreeMap<Phase, Millis>> {
        let rows = sqlx::query(
            "SELECT at, event FROM journal WHERE round_id = $1 AND kind = $2 ORDER BY number",
        )
        .bind(round.to_string())
        .bind(EventKind::RoundStepped.to_string())
        .fetch_all(self.reader())
        .await?;
        let mut began = BTreeMap::new();
        for row in &rows {
            if let Event::RoundStepped { to, .. } = row.json("event")? {
                began.insert(to, row.int("at")?);
            }
        }
        Ok(began)
    }
}

impl Announced {
    /// Hash of everything in the closed box of a wijk.
    #[must_use]
    pub fn head(&self, wijk: WijkId) -> Option<Head> {
        self.closed_box(wijk)?.head.parse().ok()
    }

    /// The box of a wijk, as it was closed.
    #[must_use]
    pub fn closed_box(&self, wijk: WijkId) -> Option<&BoxOnPaper> {
        self.boxes.iter().find(|closed| closed.wijk == wijk)
    }

    /// The dates that hold: those that the rules fixed, or what they were moved to.
    pub(crate) fn dates<'a>(&'a self, rules: &'a Rules) -> &'a Schedule {
        // What was moved before the rules were frozen is what these say.
        self.schedule.as_ref().unwrap_or(&rules.settings.schedule)
    }

    fn note(&mut self, event: Event) {
        match event {
            Event::RulesFrozen { rules, .. } => self.rules = rules.parse().ok(),
            Event::SealsFixed {
                wijk, seal_list, ..
            } => {
                if let Ok(hash) = seal_list.parse() {
                    self.seals.insert(wijk, hash);
                }
            }
            Event::BoxClosed {
                wijk,
                ballots,
                head,
                cancelled,
                unissued,
                ..
            } => self.boxes.push(BoxOnPaper {
                wijk,
                ballots,
                head,
                cancelled,
                unissued,
            }),
            Event::DatesMoved { schedule, .. } => self.schedule = Some(schedule),
            Event::BoxKeyMade { key, .. } => self.box_key = key.parse().ok(),
            _ => {}
        }
    }
}

/// As [`Store::announced`], within a deed too.
pub(crate) async fn load_announced(
    connection: &mut sqlx::AnyConnection,
    round: RoundId,
) -> Result<Announced> {
    let mut announced = Announced::default();
    for kind in [
        EventKind::RulesFrozen,
        EventKind::BoxKeyMade,
        EventKind::DatesMoved,
        EventKind::SealsFixed,
        EventKind::BoxClosed,
    ] {
        for (event, _) in latest(connection, kind, round).await? {
            announced.note(event);
        }
    }
    Ok(announced)
}
