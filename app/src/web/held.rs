//! What the server holds for somebody between two pages and keeps nowhere else: it is gone when its time has passed, when
//! it was taken, and when the server starts anew.
//!
//! What is held wipes itself when it is dropped; that is up to its type.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Mutex, MutexGuard, PoisonError},
};

use domain::{
    id::{PersonId, RoundId},
    round::Millis,
};

/// For what round, and for whom.
pub type Whose = (RoundId, PersonId);

/// Things of one kind, at most one for each round and person, or for another key.
pub struct Held<T, K = Whose> {
    lasts: Millis,
    things: Mutex<HashMap<K, (Millis, T)>>,
}

impl<T, K: Eq + Hash> Held<T, K> {
    /// Holds each thing for so long, from when it was last put there.
    pub fn lasting(lasts: Millis) -> Self {
        Self {
            lasts,
            things: Mutex::default(),
        }
    }

    /// Holds a thing, in the place of one that was held before.
    pub fn put(&self, whose: K, thing: T, now: Millis) {
        self.still(now).insert(whose, (now, thing));
    }

    /// Reads what is held, or changes it; its time goes on as before.
    pub fn with<R>(&self, whose: K, now: Millis, read: impl FnOnce(&mut T) -> R) -> Option<R> {
        self.still(now)
            .get_mut(&whose)
            .map(|(_, thing)| read(thing))
    }

    /// Takes what is held, and holds it no longer.
    pub fn take(&self, whose: K, now: Millis) -> Option<T> {
        self.still(now).remove(&whose).map(|(_, thing)| thing)
    }

    /// Lets go of everything whose time has passed.
    pub fn sweep(&self, now: Millis) {
        drop(self.still(now));
    }

    /// What is held, without that of which the time has passed.
    fn still(&self, now: Millis) -> MutexGuard<'_, HashMap<K, (Millis, T)>> {
        let mut things = self.things.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that was set back does not make anything last longer.
        let lasts = |since: Millis| (0..self.lasts).contains(&(now - since));
        things.retain(|_, (since, _)| lasts(*since));
        things
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use uuid::Uuid;

    use super::*;

    fn whose(round: u128, person: u128) -> Whose {
        let id = Uuid::from_u128;
        (RoundId::new(id(round)), PersonId::new(id(person)))
    }

    #[test]
    fn each_round_and_person_has_a_thing_of_its_own() {
        let held = Held::lasting(10);
        held.put(whose(1, 1), "een", 0);
        held.put(whose(1, 2), "twee", 0);
        held.put(whose(2, 1), "drie", 0);
        assert_eq!(held.take(whose(1, 2), 1), Some("twee"));
        assert_eq!(held.take(whose(1, 2), 1), None);
        assert_eq!(held.with(whose(2, 1), 1, |it| *it), Some("drie"));
        held.put(whose(1, 1), "vier", 1);
        assert_eq!(held.take(whose(1, 1), 1), Some("vier"));
    }

    #[test]
    fn a_thing_is_dropped_when_its_time_has_passed() {
        let held = Held::lasting(10);
        let thing = Arc::new(());
        held.put(whose(1, 1), Arc::clone(&thing), 5);
        held.sweep(14);
        assert_eq!(Arc::strong_count(&thing), 2);
        held.sweep(15);
        assert_eq!(Arc::strong_count(&thing), 1);
        assert!(held.take(whose(1, 1), 15).is_none());
    }

    #[test]
    fn a_clock_set_back_makes_nothing_last_longer() {
        let held = Held::lasting(10);
        held.put(whose(1, 1), (), 100);
        assert_eq!(held.take(whose(1, 1), 99), None);
    }
}
