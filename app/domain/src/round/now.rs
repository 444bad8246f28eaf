//! What somebody can do in a round now, and until when: never a promise in the past.
//!
//! The phase says what was recorded, the dates say what was promised. Where the two have drifted apart, because a step
//! waits for people or the clock has not ticked yet, a page shows neither as if nothing were the matter.

use std::collections::BTreeMap;

use super::{GRACE, Millis, Round};
use crate::{named, phase::Phase};

named! {
    /// What a resident can do.
    pub enum Doing {
        /// Nothing: staff still set it up.
        Nothing = "draft",
        /// Hand in a proposal.
        Propose = "proposing",
        /// Help to improve proposals.
        Improve = "co_creation",
        /// Read what is being checked.
        AwaitBallot = "checking",
        /// See the ballot.
        SeeBallot = "ballot_published",
        /// Vote.
        Vote = "voting",
        /// Finish, for who had begun before the box closed.
        FinishVoting = "finishing",
        /// Wait for the count.
        AwaitCount = "closed",
        /// Read the outcome.
        ReadOutcome = "counted",
        /// Object to the count.
        Object = "objections",
        /// Wait for the council.
        AwaitCouncil = "council",
        /// Follow the jobs.
        FollowJobs = "delivery",
        /// Read everything again.
        LookBack = "archived",
        /// Read why it was stopped.
        ReadWhy = "cancelled",
    }
}

/// Where a round stands for who looks at it at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WhatNow {
    /// What can be done.
    pub doing: Doing,
    /// Until when: the minute at which the next phase begins by itself. Always still to come.
    pub until: Option<Millis>,
    /// When the box closed, from then until the votes are counted.
    pub closed: Option<Millis>,
    /// The next phase was promised for a minute that has long passed.
    pub is_late: bool,
}

/// What is known of the beginning of a phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// It began then.
    Was(Millis),
    /// It is planned for then, which is still to come.
    Planned(Millis),
    /// It was planned for a minute that has passed.
    Late,
    /// Nobody can say.
    Unknown,
}

/// Where a round stands at `now`.
#[must_use]
pub fn what_now(round: &Round, now: Millis) -> WhatNow {
    let doing = doing(round, now);
    let is_shut = matches!(doing, Doing::FinishVoting | Doing::AwaitCount);
    let next = promised(round);
    WhatNow {
        doing,
        until: next.filter(|&next| now < next),
        closed: round
            .starts(Phase::Closed)
            .filter(|&closing| is_shut && closing <= now),
        is_late: !is_shut && next.is_some_and(|next| is_late(next, now)),
    }
}

/// What is known of the beginning of `phase`, with what the journal says of phases that `began`.
#[must_use]
pub fn beginning(
    round: &Round,
    phase: Phase,
    began: &BTreeMap<Phase, Millis>,
    now: Millis,
) -> Beginning {
    if round.phase < phase {
        return planned(round, phase, now);
    }
    began
        .get(&phase)
        .map_or(Beginning::Unknown, |&at| Beginning::Was(at))
}

/// What is known of the beginning of a phase that is still to come.
#[must_use]
pub fn planned(round: &Round, phase: Phase, now: Millis) -> Beginning {
    match round.starts(phase) {
        Some(start) if is_late(start, now) => Beginning::Late,
        Some(start) if now < start => Beginning::Planned(start),
        _ => Beginning::Unknown,
    }
}

/// The clock takes a step within minutes of its time: who looks in between is not told that it is late.
const fn is_late(planned: Millis, now: Millis) -> bool {
    planned + GRACE <= now
}

/// When the present phase ends by itself. Between the count and the objections nobody is promised a minute.
fn promised(round: &Round) -> Option<Millis> {
    if round.phase == Phase::Counted {
        None
    } else {
        round.ends()
    }
}

fn doing(round: &Round, now: Millis) -> Doing {
    match round.phase {
        Phase::Draft => Doing::Nothing,
        Phase::Proposing => Doing::Propose,
        Phase::CoCreation => Doing::Improve,
        Phase::Checking => Doing::AwaitBallot,
        Phase::BallotPublished => Doing::SeeBallot,
        Phase::Voting if round.is_open(now) => Doing::Vote,
        Phase::Voting if round.is_in_grace(now) => Doing::FinishVoting,
        Phase::Voting | Phase::Closed => Doing::AwaitCount,
        Phase::Counted => Doing::ReadOutcome,
        Phase::Objections => Doing::Object,
        Phase::Council => Doing::AwaitCouncil,
        Phase::Delivery => Doing::FollowJobs,
        Phase::Archived => Doing::LookBack,
        Phase::Cancelled => Doing::ReadWhy,
    }
}

#[cfg(test)]
mod tests;
