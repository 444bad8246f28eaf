//! One prefix, name or browser: what it tried lately, and the queue in which it waits for itself and for nobody else.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::web::clock::Clock;

/// Here at once of one prefix, at work or waiting.
pub(super) const ROOM: usize = 50;

/// How many tries in how long, and how it goes on beyond them.
#[derive(Clone, Copy, Debug)]
pub struct Allowed {
    /// Failed tries that make nobody wait.
    pub tries: u32,
    /// How long they count.
    pub window: Duration,
    /// The most between two tries beyond the limit: the first waits a second, and each twice as long as the one before.
    pub slowest: Duration,
    /// How many wait beyond the limit.
    pub waiting: usize,
    /// At work at once, in a lane that everybody shares (`store::lane`): a few of its places, and never all.
    pub at_work: usize,
}

/// So many wait already that this one has to come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many wait")]
pub struct TooMany;

#[derive(Debug)]
pub(super) struct Queue {
    allowed: Allowed,
    tally: Mutex<Tally>,
    room: Arc<Semaphore>,
    at_work: Arc<Semaphore>,
    waiting: Semaphore,
    /// Held by the first of those who wait.
    first: tokio::sync::Mutex<()>,
}

/// Moments are of [`Clock::running`].
#[derive(Debug, Default)]
struct Tally {
    /// When the window began.
    began: Duration,
    /// Tries in it that failed or are not decided yet.
    tries: u32,
    /// When the last try was let through.
    last: Duration,
}

/// A try that may be made now. Dropped, it stays counted: also when somebody hangs up before they know.
#[must_use]
#[derive(Debug)]
pub struct Turn {
    queue: Arc<Queue>,
    /// When the window began in which it is counted.
    window: Duration,
    is_spent: bool,
    at_work: Option<OwnedSemaphorePermit>,
    _room: OwnedSemaphorePermit,
}

impl Queue {
    pub fn new(allowed: Allowed) -> Self {
        Self {
            allowed,
            tally: Mutex::default(),
            room: Arc::new(Semaphore::new(ROOM)),
            at_work: Arc::new(Semaphore::new(allowed.at_work)),
            waiting: Semaphore::new(allowed.waiting),
            first: tokio::sync::Mutex::default(),
        }
    }

    /// A turn, counted before anything is done with it.
    ///
    /// First a place at work and then the count, so that a crowd with good codes is never beyond a limit that only
    /// failed tries should reach.
    pub async fn turn(self: Arc<Self>, clock: &Clock) -> Result<Turn, TooMany> {
        let room = Arc::clone(&self.room).try_acquire_owned();
        let room = room.map_err(|_| TooMany)?;
        let at_work = self.place().await?;
        let (window, beyond) = self.count(clock.running());
        let mut turn = Turn {
            queue: Arc::clone(&self),
            window,
            is_spent: false,
            at_work: Some(at_work),
            _room: room,
        };
        if beyond > 0 {
            turn.aside(self.wait(beyond, clock)).await?;
        }
        turn.is_spent = true;
        Ok(turn)
    }

    async fn place(&self) -> Result<OwnedSemaphorePermit, TooMany> {
        let place = Arc::clone(&self.at_work).acquire_owned().await;
        place.map_err(|_| TooMany)
    }

    /// Counts a try: in which window, and how far beyond the limit it is.
    fn count(&self, now: Duration) -> (Duration, u32) {
        let mut tally = self.tally();
        if tally.tries == 0 || now.saturating_sub(tally.began) >= self.allowed.window {
            *tally = Tally {
                began: now,
                tries: 0,
                last: now,
            };
        }
        tally.tries += 1;
        let beyond = tally.tries.saturating_sub(self.allowed.tries);
        if beyond == 0 {
            tally.last = now;
        }
        (tally.began, beyond)
    }

    /// Waits as one of a few, first come first served. Who hangs up holds nobody up.
    async fn wait(&self, beyond: u32, clock: &Clock) -> Result<(), TooMany> {
        let _waiting = self.waiting.try_acquire().map_err(|_| TooMany)?;
        let _first = self.first.lock().await;
        let doubled = Duration::from_secs(1 << (beyond - 1).min(16));
        let until = self.tally().last + doubled.min(self.allowed.slowest);
        clock.until(until).await;
        self.tally().last = clock.running();
        Ok(())
    }

    fn give_back(&self, window: Duration) {
        let mut tally = self.tally();
        if tally.began == window {
            tally.tries = tally.tries.saturating_sub(1);
        }
    }

    fn tally(&self) -> MutexGuard<'_, Tally> {
        self.tally.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn {
    /// It was no failed try: it no longer counts.
    pub fn give_back(mut self) {
        self.is_spent = false;
    }

    /// Waits for something else, and lets others of this prefix work meanwhile.
    ///
    /// # Errors
    /// [`TooMany`] when the other gives it.
    pub async fn aside<T>(
        &mut self,
        other: impl Future<Output = Result<T, TooMany>>,
    ) -> Result<T, TooMany> {
        self.at_work = None;
        let done = other.await?;
        self.at_work = Some(self.queue.place().await?);
        Ok(done)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if !self.is_spent {
            self.queue.give_back(self.window);
        }
    }
}
