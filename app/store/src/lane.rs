//! Queues for slow arithmetic: passwords and voting codes take much memory, so few are worked on at once.

use tokio::sync::Semaphore;

use crate::{Result, StoreError};

/// One queue. Whoever finds it full hears so at once, and tries again.
pub(crate) struct Lane {
    /// Held while at work.
    turns: Semaphore,
    /// Held while at work or waiting.
    room: Semaphore,
}

impl Lane {
    /// A queue of which so many are at work, and so many wait at most.
    pub(crate) const fn new(at_work: usize, waiting: usize) -> Self {
        Self {
            turns: Semaphore::const_new(at_work),
            room: Semaphore::const_new(at_work + waiting),
        }
    }

    /// `work` on a thread of its own, in turn.
    ///
    /// The turn goes with the work and not with who asked for it: somebody who hangs up leaves the work going on, and a
    /// turn given back at that moment once let hundreds work at the same time.
    ///
    /// # Errors
    /// [`StoreError::Full`] when too many wait.
    pub(crate) async fn take<T: Send + 'static>(
        &'static self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T> {
        let room = self.room.try_acquire().map_err(|_| StoreError::Full)?;
        let turn = self.turns.acquire().await?;
        let working = tokio::task::spawn_blocking(move || {
            let held = (room, turn);
            let done = work();
            drop(held);
            done
        });
        Ok(working.await?)
    }
}

#[cfg(test)]
mod breaks {
    use std::{
        sync::atomic::{AtomicUsize, Ordering},
        time::Duration,
    };

    use super::*;

    #[tokio::test(flavor = "multi_thread")]
    async fn work_goes_on_in_turn_when_whoever_asked_hangs_up() {
        static LANE: Lane = Lane::new(2, 50);
        static AT_WORK: AtomicUsize = AtomicUsize::new(0);
        static MOST: AtomicUsize = AtomicUsize::new(0);
        for _ in 0..20 {
            let asking = LANE.take(|| {
                let now = AT_WORK.fetch_add(1, Ordering::SeqCst) + 1;
                MOST.fetch_max(now, Ordering::SeqCst);
                std::thread::sleep(Duration::from_millis(20));
                AT_WORK.fetch_sub(1, Ordering::SeqCst);
            });
            // Hangs up before it is done, or even begun.
            let _ = tokio::time::timeout(Duration::from_millis(2), asking).await;
        }
        LANE.take(|| ()).await.unwrap();
        assert!((1..=2).contains(&MOST.load(Ordering::SeqCst)));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_queue_that_is_full_says_so_at_once() {
        static LANE: Lane = Lane::new(1, 1);
        let (go, wait) = std::sync::mpsc::channel::<()>();
        let first = tokio::spawn(LANE.take(move || wait.recv().is_ok()));
        let second = tokio::spawn(LANE.take(|| ()));
        while LANE.room.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        assert!(matches!(LANE.take(|| ()).await, Err(StoreError::Full)));
        go.send(()).unwrap();
        assert!(first.await.unwrap().unwrap());
        second.await.unwrap().unwrap();
        LANE.take(|| ()).await.unwrap();
    }
}
