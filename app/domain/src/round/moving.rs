//! Moving the dates of a round that has begun: freely until its ballot is published, afterwards only later
//! (README.md#the-clock).

use serde::{Deserialize, Serialize};

use super::{Millis, Round, Schedule, Starts, WhatDate};
use crate::{
    fault::{Fault, Faults, What},
    phase::{Phase, Reason},
    text,
};

/// New dates as typed, with the reason that everybody reads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DatesDraft {
    /// Start of every phase that is still to come.
    #[serde(flatten)]
    pub starts: Starts,
    /// Why the dates are moved, for everybody.
    pub public_reason: String,
}

/// Dates that a round may get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDates {
    /// When the phases begin, those that have begun as before.
    pub schedule: Schedule,
    /// Why, for everybody.
    pub reason: Reason,
}

/// What is wrong with new dates, and of which phase.
pub type MoveFault = (Phase, What);

impl Phase {
    /// Whether dates may be moved: one person does it until the ballot is published, then two.
    #[must_use]
    pub fn takes_new_dates(self) -> bool {
        self > Self::Draft && self <= Self::Voting
    }

    /// Whether everybody was promised the start of this phase when the ballot was published: it never comes earlier.
    const fn is_promised(self) -> bool {
        matches!(self, Self::Voting | Self::Closed)
    }
}

impl Round {
    /// The phases whose dates can still be moved.
    #[must_use]
    pub fn movable(&self) -> Vec<Phase> {
        let is_ahead = |phase: &Phase| self.phase.takes_new_dates() && *phase > self.phase;
        Phase::SCHEDULED.iter().copied().filter(is_ahead).collect()
    }
}

/// Whether a round may get these dates at `now`. `waits` says that its next step waits for people, who then also move a
/// minute that has passed.
///
/// # Errors
/// What is wrong with which phase.
pub fn may_move(
    round: &Round,
    schedule: &Schedule,
    waits: bool,
    now: Millis,
) -> Result<(), Vec<MoveFault>> {
    let mut wrong = Vec::new();
    let mut latest = Millis::MIN;
    for &phase in Phase::SCHEDULED {
        let (old, new) = (round.starts(phase), schedule.get(&phase).copied());
        let is_movable = round.movable().contains(&phase);
        let what = match new {
            None => Some(What::NotADate),
            Some(new) if !is_movable && Some(new) != old => Some(What::NotOffered),
            Some(new) if is_movable && new <= latest => Some(What::TooEarly),
            Some(new) if is_movable && new <= now => Some(What::Past),
            Some(new) if is_movable && is_earlier(round, phase, new) => {
                Some(What::EarlierThanPromised)
            }
            // Who was told that the vote is over goes by that.
            Some(_) if is_over(round, phase, now) && !waits => Some(What::Past),
            Some(_) => None,
        };
        if let Some(what) = what {
            wrong.push((phase, what));
        }
        latest = new.unwrap_or(latest);
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

fn is_earlier(round: &Round, phase: Phase, new: Millis) -> bool {
    round.phase.is_frozen()
        && phase.is_promised()
        && round.starts(phase).is_some_and(|old| new < old)
}

/// Whether the vote has ended at its minute, though nobody has closed the box yet.
fn is_over(round: &Round, phase: Phase, now: Millis) -> bool {
    phase == Phase::Closed
        && round.phase == Phase::Voting
        && round.starts(phase).is_some_and(|closing| closing <= now)
}

impl DatesDraft {
    /// The new dates, or what is wrong with them.
    ///
    /// # Errors
    /// A [`Fault`] at each field that is wrong.
    pub fn check(
        &self,
        round: &Round,
        waits: bool,
        now: Millis,
        clock: impl Fn(&str) -> Result<Millis, WhatDate>,
    ) -> Result<NewDates, Vec<Fault>> {
        let mut faults = Faults::default();
        let mut schedule = round.settings.schedule.clone();
        let mut unread = Vec::new();
        for phase in round.movable() {
            match clock(self.starts.get(phase)) {
                Ok(start) => drop(schedule.insert(phase, exact(round.starts(phase), start))),
                Err(what) => {
                    unread.push(phase);
                    faults.note(&Starts::field(phase), what.into());
                }
            }
        }
        if let Err(wrong) = may_move(round, &schedule, waits, now) {
            for (phase, what) in wrong {
                if !unread.contains(&phase) {
                    faults.note(&Starts::field(phase), what);
                }
            }
        }
        let reason = faults.keep("public_reason", Reason::check(&self.public_reason));
        match reason {
            Some(reason) => faults.or(NewDates { schedule, reason }),
            None => Err(faults.into_vec()),
        }
    }
}

/// A field shows whole minutes: what was left as it was stays so to the millisecond.
fn exact(old: Option<Millis>, typed: Millis) -> Millis {
    old.filter(|old| old - old.rem_euclid(60_000) == typed)
        .unwrap_or(typed)
}

impl From<WhatDate> for What {
    fn from(what: WhatDate) -> Self {
        match what {
            WhatDate::Empty => Self::Text(text::TextFault::Empty),
            WhatDate::NotADate => Self::NotADate,
            WhatDate::NoHour => Self::NoHour,
            WhatDate::NoSuchMoment => Self::NoSuchMoment,
        }
    }
}

#[cfg(test)]
mod tests;
