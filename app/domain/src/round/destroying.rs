//! When what leads from a letter to its vote is destroyed (../ballot_box/README.md#destroying-secrets).

use std::collections::BTreeMap;

use super::Millis;
use crate::{encoding::hash_fields, id::RoundId, journal::Digest, phase::Phase};

/// How long after the outcome somebody can still complain with the letter in hand.
pub const COMPLAINTS: Millis = 14 * 24 * 3_600_000;

/// From when the secrets of a round in `phase` are destroyed, by when its phases `began`.
///
/// That is two weeks after the outcome, or after it was stopped. When the time of day has `jumped` since, these weeks begin anew: a clock that is wrong by years
/// would destroy at once what somebody still needs.
#[must_use]
pub fn destroys_at(
    phase: Phase,
    began: &BTreeMap<Phase, Millis>,
    jumped: Option<Millis>,
) -> Option<Millis> {
    let end = if phase.shows_tally() {
        Phase::Counted
    } else if phase == Phase::Cancelled {
        Phase::Cancelled
    } else {
        return None;
    };
    let ended = *began.get(&end)?;
    // A jump before the end, by a clock that was ahead, is later than it on paper only.
    Some(jumped.map_or(ended, |jumped| jumped.max(ended)) + COMPLAINTS)
}

/// The hash over everything that was destroyed, field by field: the wrapped secret and every column of every letter. It
/// gives none of them away, as each letter has bytes in it that nobody can guess.
#[must_use]
pub fn destroyed_hash(round: RoundId, fields: &[Vec<u8>]) -> Digest {
    let all = std::iter::once(round.bytes().as_slice()).chain(fields.iter().map(Vec::as_slice));
    Digest::new(hash_fields("wijkbanen/destroyed/v2", all))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Millis = 24 * 3_600_000;

    #[test]
    fn secrets_are_kept_for_two_weeks_after_the_outcome_or_the_stop() {
        let began = [(Phase::Counted, 100 * DAY), (Phase::Objections, 101 * DAY)].into();
        for phase in [
            Phase::Counted,
            Phase::Objections,
            Phase::Council,
            Phase::Delivery,
        ] {
            assert_eq!(destroys_at(phase, &began, None), Some(114 * DAY), "{phase}");
        }
        let stopped = [(Phase::Cancelled, 50 * DAY)].into();
        assert_eq!(
            destroys_at(Phase::Cancelled, &stopped, None),
            Some(64 * DAY)
        );
    }

    #[test]
    fn nothing_is_destroyed_before_there_is_an_outcome() {
        let began = [(Phase::Voting, DAY), (Phase::Closed, 2 * DAY)].into();
        for &phase in Phase::ALL {
            assert_eq!(destroys_at(phase, &began, None), None, "{phase}");
        }
    }

    #[test]
    fn two_weeks_begin_anew_when_the_clock_jumps() {
        let began = [(Phase::Counted, 100 * DAY)].into();
        let jumped = |at| destroys_at(Phase::Counted, &began, Some(at * DAY));
        assert_eq!(jumped(5_000), Some(5_014 * DAY));
        assert_eq!(jumped(90), Some(114 * DAY));
    }
}
