//! Why the clock leaves a step to people, though its minute has come (README.md#the-clock).

use super::{RoundFacts, Step};

/// Why a step waits for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// Nobody said that the round is ready to begin: it may have been saved half-way.
    NotReady,
    /// Its minute passed without it: the server was down, or something was missing then. What was planned after it may not
    /// hold any more.
    Missed,
    /// The time of day jumped: nobody knows whether its minute has come.
    Jumped,
    /// So many people who may vote have no letter.
    Letters(u64),
}

/// Why the clock does not take `step`; nothing where it may.
#[must_use]
pub const fn waits(step: Step, facts: &RoundFacts) -> Option<Waits> {
    let is_vote = matches!(step, Step::OpenVoting | Step::CloseVoting);
    if matches!(step, Step::OpenProposing) && !facts.is_ready {
        Some(Waits::NotReady)
    } else if is_vote && facts.has_jumped {
        Some(Waits::Jumped)
    } else if facts.is_missed {
        Some(Waits::Missed)
    } else if matches!(step, Step::OpenVoting) && facts.letters_missing > 0 {
        Some(Waits::Letters(facts.letters_missing))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_clock() -> impl Iterator<Item = Step> {
        Step::ALL.iter().copied().filter(|step| step.is_by_clock())
    }

    #[test]
    fn a_draft_begins_by_itself_only_when_somebody_said_it_is_ready() {
        let draft = RoundFacts::default();
        assert_eq!(waits(Step::OpenProposing, &draft), Some(Waits::NotReady));
        let ready = RoundFacts {
            is_ready: true,
            ..draft
        };
        assert!(by_clock().all(|step| waits(step, &ready).is_none()));
    }

    #[test]
    fn a_missed_minute_waits_whatever_the_step() {
        let late = RoundFacts {
            is_missed: true,
            is_ready: true,
            ..RoundFacts::default()
        };
        assert!(by_clock().all(|step| waits(step, &late) == Some(Waits::Missed)));
    }

    #[test]
    fn a_jump_of_the_clock_holds_up_opening_and_closing() {
        let jumped = RoundFacts {
            has_jumped: true,
            is_ready: true,
            ..RoundFacts::default()
        };
        let held: Vec<Step> = by_clock()
            .filter(|&step| waits(step, &jumped) == Some(Waits::Jumped))
            .collect();
        assert_eq!(held, [Step::OpenVoting, Step::CloseVoting]);
    }

    #[test]
    fn a_vote_opens_by_itself_only_with_every_letter() {
        let facts = RoundFacts {
            letters_missing: 4_427,
            ..RoundFacts::default()
        };
        assert_eq!(waits(Step::OpenVoting, &facts), Some(Waits::Letters(4_427)));
        assert_eq!(waits(Step::CloseVoting, &facts), None);
    }
}
