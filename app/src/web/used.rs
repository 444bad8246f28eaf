//! Voting passes that were used up: a copy of one votes no second time.
//!
//! In memory and not in a row, as a row would tell that somebody voted. Sets without order, so that not even the memory of
//! the server says who came first. Another server, or this one started anew, knows none of them; there a copy still ends
//! with its quarter of an hour.

use std::{
    collections::HashSet,
    mem,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use domain::ballot_box::PassTime;

use super::clock::Clock;

/// The most that are remembered at once: thirty votes a second, for two hours.
const MOST: usize = 400_000;

/// What a pass is known by: random bytes.
pub type PassId = [u8; 16];

/// The passes that were used, for as long as one can last.
#[derive(Debug, Default)]
pub struct Used(Mutex<Seen>);

/// Two halves, so that forgetting costs nothing: when the new one is as old as a pass can be, the old one goes.
#[derive(Debug, Default)]
struct Seen {
    since: Duration,
    lately: HashSet<PassId>,
    before: HashSet<PassId>,
}

impl Used {
    /// Remembers a pass whose vote is in.
    pub fn add(&self, id: PassId, clock: &Clock) {
        let longest = Duration::from_millis(PassTime::MOST.unsigned_abs());
        let now = clock.running();
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if now.saturating_sub(seen.since) > longest || seen.lately.len() >= MOST / 2 {
            seen.before = mem::take(&mut seen.lately);
            seen.since = now;
        }
        seen.lately.insert(id);
    }

    /// Whether it was used.
    #[must_use]
    pub fn has(&self, id: &PassId) -> bool {
        let seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.lately.contains(id) || seen.before.contains(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::clock::Demo;

    #[test]
    fn a_used_pass_is_known_for_as_long_as_it_could_have_lasted() {
        let (used, clock) = (Used::default(), Clock::default());
        used.add([1; 16], &clock);
        for n in 2..6 {
            clock.move_ahead(Demo, PassTime::MOST / 4);
            used.add([n; 16], &clock);
            assert!(used.has(&[1; 16]), "{n}");
        }
        assert!(!used.has(&[9; 16]));
    }

    #[test]
    fn passes_of_long_ago_are_forgotten() {
        let (used, clock) = (Used::default(), Clock::default());
        used.add([1; 16], &clock);
        for n in 2..4 {
            clock.move_ahead(Demo, PassTime::MOST * 2);
            used.add([n; 16], &clock);
        }
        assert!(!used.has(&[1; 16]));
    }
}
