//! A round: its wijken, budgets, dates and the rules that freeze when the ballot is published.

use std::collections::BTreeMap;

mod destroying;
mod draft;
mod moving;
mod now;
mod rules;
mod sheet;
mod spare;

pub use destroying::{COMPLAINTS, destroyed_hash, destroys_at};
pub use draft::{
    Budgets, CountingChoice, Electorates, MAX_MIN_SHARE, NewWijk, Papers, Reserves, RoundDraft,
    RoundPlan, Starts, WhatDate, WijkDraft, WijkPlan,
};
pub use moving::{DatesDraft, MoveFault, NewDates, may_move};
pub use now::{Beginning, Doing, WhatNow, beginning, planned, what_now};
pub use rules::{Candidacy, Rules, WijkRules};
pub use sheet::{Sheet, SheetWijk};
pub use spare::Spare;

use serde::{Deserialize, Serialize};

use crate::{
    access::Permit,
    ballot_box::Quorum,
    count::CountingRule,
    euro::Euro,
    fault::{Fault, What},
    id::{RoundId, WijkId},
    named,
    phase::Phase,
};

/// A moment: milliseconds since 1970 in UTC.
pub type Millis = i64;

named! {
    /// What the cap of a job covers (README.md#the-cap).
    pub enum CostBasis {
        /// Money on top of a running benefit. The default: the cap no longer covers the benefit itself.
        OnTopOfBenefit = "on_top_of_benefit",
        /// Everything, the benefit included.
        AllIn = "all_in",
    }
}

named! {
    /// Town or country.
    pub enum WijkKind {
        /// Part of a town (wijk).
        Neighbourhood = "wijk",
        /// A village (dorp).
        Village = "dorp",
    }
}

/// A wijk as the municipality knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wijk {
    /// Its id.
    pub id: WijkId,
    /// Its name.
    pub name: String,
    /// Town or country.
    pub kind: WijkKind,
    /// How many people live there, all ages.
    pub residents: u32,
    /// Where residents vote and get help.
    pub voting_point: String,
}

/// A wijk in a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundWijk {
    /// The wijk.
    pub wijk: Wijk,
    /// What the wijk may divide, a year.
    pub budget: Euro,
    /// How many may vote.
    pub eligible: u32,
    /// Codes beside the letters.
    pub spare: Spare,
}

impl RoundWijk {
    /// What staff fixed of it.
    #[must_use]
    pub const fn plan(&self) -> WijkPlan {
        WijkPlan {
            budget: self.budget,
            eligible: self.eligible,
            spare: self.spare,
        }
    }
}

/// How long after closing a ballot is taken from those who had begun: they are in the queue, as at a polling station.
pub const GRACE: Millis = 10 * 60_000;

/// How late the clock may take a step. After that its minute was missed, and people decide.
pub const PATIENCE: Millis = 2 * 60_000;

/// How long before closing letters must be made to reach everybody in time: printed, posted, read.
pub const MAIL: Millis = 5 * 24 * 3_600_000;

/// When the phases begin.
pub type Schedule = BTreeMap<Phase, Millis>;

/// A round as everybody works with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// Its name on every page.
    pub title: String,
    /// Where it stands.
    pub phase: Phase,
    /// The settings.
    pub settings: Settings,
    /// The wijken that take part, by name.
    pub wijken: Vec<RoundWijk>,
    /// The hash of the frozen rules, once the ballot is published.
    pub rules_hash: Option<String>,
}

/// What staff choose for a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The most one place may cost a year.
    pub cap: Euro,
    /// What the cap covers.
    pub cost_basis: CostBasis,
    /// The most proposals a voter may choose.
    pub max_choices: u16,
    /// The age from which people may vote.
    pub min_age: u8,
    /// When the phases begin.
    pub schedule: Schedule,
    /// How votes become winners.
    #[serde(default)]
    pub counting: CountingRule,
    /// How many key cards the box has, and how many open it.
    pub cards: Quorum,
    /// Whether it is only to practise (proefronde); every page of the round says so.
    pub trial: bool,
}

impl Settings {
    /// Whether everything but the dates is the same.
    #[must_use]
    pub fn is_same_but_dates(&self, other: &Self) -> bool {
        let undated = |settings: &Self| Self {
            schedule: Schedule::new(),
            ..settings.clone()
        };
        undated(self) == undated(other)
    }
}

impl RoundPlan {
    /// Whether its first date lies ahead.
    ///
    /// # Errors
    /// A [`Fault`] at that date: a round that should have begun cannot be set up.
    pub fn begins_after(&self, now: Millis) -> Result<(), Vec<Fault>> {
        match self.settings.schedule.get(&Phase::Proposing) {
            Some(&first) if first <= now => {
                let field = Starts::field(Phase::Proposing);
                Err(vec![Fault::at(field, What::Past)])
            }
            _ => Ok(()),
        }
    }
}

impl Round {
    /// Whether the round is anything to the holder of a permit: it has a wijk of theirs, or no wijk yet.
    #[must_use]
    pub fn concerns<A>(&self, permit: &Permit<A>) -> bool {
        self.wijken.is_empty() || self.wijken.iter().any(|entry| permit.covers(entry.wijk.id))
    }

    /// Whether somebody may begin to vote at `now`: computed from phase and date, so a late clock never keeps it open.
    #[must_use]
    pub fn is_open(&self, now: Millis) -> bool {
        self.phase == Phase::Voting
            && self
                .starts(Phase::Closed)
                .is_some_and(|closing| now < closing)
    }

    /// Whether the box has just closed: only who had begun may still cast, and only a first vote, so that nobody gets the
    /// last word over a voter who can no longer answer.
    #[must_use]
    pub fn is_in_grace(&self, now: Millis) -> bool {
        self.starts(Phase::Closed)
            .is_some_and(|closing| closing <= now && self.takes_ballot(closing - 1, now))
    }

    /// Whether somebody who began at `began` may still cast at `now`: the queue at a polling station is let in.
    #[must_use]
    pub fn takes_ballot(&self, began: Millis, now: Millis) -> bool {
        self.phase == Phase::Voting
            && self
                .starts(Phase::Closed)
                .is_some_and(|closing| began < closing && now < closing + GRACE)
    }

    /// When a phase begins, if that is set.
    #[must_use]
    pub fn starts(&self, phase: Phase) -> Option<Millis> {
        self.settings.schedule.get(&phase).copied()
    }

    /// When the present phase ends by itself, if it does.
    #[must_use]
    pub fn ends(&self) -> Option<Millis> {
        // Objections end when the council begins; the count itself has no set minute.
        let next = if self.phase == Phase::Counted {
            Some(Phase::Council)
        } else {
            self.phase.next()
        };
        next.and_then(|phase| self.starts(phase))
    }

    /// When the clock takes the next step, if it does: a vote closes after those who had begun.
    #[must_use]
    pub fn due(&self) -> Option<Millis> {
        let next = self.phase.next()?;
        let grace = if next == Phase::Closed { GRACE } else { 0 };
        self.starts(next).map(|start| start + grace)
    }

    /// Whether the minute of the next scheduled phase has come.
    #[must_use]
    pub fn is_due(&self, now: Millis) -> bool {
        self.due().is_some_and(|due| due <= now)
    }

    /// Whether that minute has passed without the step.
    #[must_use]
    pub fn is_missed(&self, now: Millis) -> bool {
        self.due().is_some_and(|due| due + PATIENCE < now)
    }

    /// Whether letters that are made at `now` may come too late to vote with.
    #[must_use]
    pub fn is_late_for_letters(&self, now: Millis) -> bool {
        self.starts(Phase::Closed)
            .is_some_and(|closing| closing < now + MAIL)
    }

    /// How many phases after the next one were to have begun by now.
    #[must_use]
    pub fn dates_past(&self, now: Millis) -> usize {
        Phase::SCHEDULED
            .iter()
            .filter(|&&phase| phase > self.phase && Some(phase) != self.phase.next())
            .filter(|&&phase| self.starts(phase).is_some_and(|start| start <= now))
            .count()
    }

    /// A wijk of this round.
    #[must_use]
    pub fn wijk(&self, id: WijkId) -> Option<&RoundWijk> {
        self.wijken.iter().find(|entry| entry.wijk.id == id)
    }
}

/// How many of the scheduled phases have no date, or one not later than the phase before.
#[must_use]
pub fn dates_wrong(schedule: &Schedule) -> usize {
    let mut latest = Millis::MIN;
    let mut wrong = 0;
    for phase in Phase::SCHEDULED {
        match schedule.get(phase) {
            Some(&start) if start > latest => latest = start,
            _ => wrong += 1,
        }
    }
    wrong
}

#[cfg(test)]
mod tests;
