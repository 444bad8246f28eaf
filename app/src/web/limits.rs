//! Who tried too often (server/README.md#limits): counted in memory, and beyond the limit waiting instead of refused.

mod queue;

use std::{
    collections::HashMap,
    hash::{BuildHasher as _, Hash, RandomState},
    mem,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

pub use self::queue::{Allowed, TooMany, Turn};
use self::queue::{Queue, ROOM};
use super::clock::Clock;

/// The most of one kind that are remembered at once; whoever was not seen longest goes first.
const MOST: usize = 20_000;

/// Places that one network prefix may take in a lane of fifty.
const OF_A_LANE: usize = 4;

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);

const UNKNOWN_CODES: Allowed = Allowed {
    tries: 20,
    window: MINUTE.saturating_mul(5),
    slowest: SECOND.saturating_mul(10),
    waiting: 5,
    at_work: OF_A_LANE,
};
const WRONG_PASSWORDS: Allowed = Allowed {
    tries: 30,
    window: MINUTE.saturating_mul(15),
    slowest: SECOND.saturating_mul(10),
    waiting: 5,
    at_work: OF_A_LANE,
};
// Two who wait are served within a minute, which is as long as a proxy waits for us.
const WRONG_FOR_NAME: Allowed = Allowed {
    tries: 5,
    window: MINUTE.saturating_mul(15),
    slowest: SECOND.saturating_mul(30),
    waiting: 2,
    // Whoever tries it has a place of their network.
    at_work: ROOM,
};
const NEW_ACCOUNTS: Allowed = Allowed {
    tries: 10,
    window: MINUTE.saturating_mul(60),
    slowest: SECOND.saturating_mul(10),
    waiting: 5,
    at_work: OF_A_LANE,
};

// Whoever looked and is beyond it is not counted, and told nothing of it: nobody waits for a rough number.
const LOOKS: Allowed = Allowed {
    tries: 60,
    window: MINUTE.saturating_mul(60),
    slowest: SECOND,
    waiting: 0,
    at_work: ROOM,
};

/// The tries of this server, forgotten when it stops; each kind by itself.
#[derive(Debug)]
pub struct Limits {
    /// Unknown voting codes from one network prefix.
    pub codes: Tries,
    /// Wrong passwords from one network prefix.
    pub sign_ins: Tries,
    /// Wrong passwords for one name, from browsers that it is new to.
    pub names: Tries,
    /// Wrong passwords for one name from one browser that signed in to it before.
    pub browsers: Tries,
    /// New accounts from one network prefix.
    pub new_accounts: Tries,
    /// How often one network prefix says that somebody looked for a vote.
    pub looks: Tries,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            codes: Tries::new(UNKNOWN_CODES),
            sign_ins: Tries::new(WRONG_PASSWORDS),
            names: Tries::new(WRONG_FOR_NAME),
            browsers: Tries::new(WRONG_FOR_NAME),
            new_accounts: Tries::new(NEW_ACCOUNTS),
            looks: Tries::new(LOOKS),
        }
    }
}

/// Tries of one kind. Of who tries only a hash is kept, under a key of this server's run.
#[derive(Debug)]
pub struct Tries {
    allowed: Allowed,
    key: RandomState,
    seen: Mutex<Seen>,
}

/// Two halves, so that forgetting costs nothing: when the new one is full, the old one goes as a whole.
#[derive(Debug, Default)]
struct Seen {
    lately: HashMap<u64, Arc<Queue>>,
    before: HashMap<u64, Arc<Queue>>,
}

impl Tries {
    fn new(allowed: Allowed) -> Self {
        Self {
            allowed,
            key: RandomState::new(),
            seen: Mutex::default(),
        }
    }

    /// A turn to try, at once or after waiting. It counts as failed from here on, unless it is given back.
    ///
    /// # Errors
    /// [`TooMany`] when too many wait.
    pub async fn turn(&self, who: &(impl Hash + ?Sized), clock: &Clock) -> Result<Turn, TooMany> {
        self.queue(who).turn(clock).await
    }

    fn queue(&self, who: &(impl Hash + ?Sized)) -> Arc<Queue> {
        let who = self.key.hash_one(who);
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(queue) = seen.lately.get(&who) {
            return Arc::clone(queue);
        }
        let queue = seen.before.remove(&who);
        let queue = queue.unwrap_or_else(|| Arc::new(Queue::new(self.allowed)));
        if seen.lately.len() >= MOST / 2 {
            seen.before = mem::take(&mut seen.lately);
        }
        seen.lately.insert(who, Arc::clone(&queue));
        queue
    }
}

#[cfg(test)]
mod breaks;
