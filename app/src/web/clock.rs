//! The clock: the time of day for what is dated, and how long the server runs for who has to wait.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use domain::round::Millis;
use tokio::sync::watch;

/// Present when this server shows the demo municipality.
#[derive(Clone, Copy, Debug)]
pub struct Demo;

/// The time. Only a demo can move it, so that a visitor sees phases change by themselves.
#[derive(Debug)]
pub struct Clock {
    started: Instant,
    day: fn() -> SystemTime,
    ahead: watch::Sender<Millis>,
}

impl Default for Clock {
    fn default() -> Self {
        Self::by(SystemTime::now)
    }
}

impl Clock {
    /// A clock that has the time of day from `day`, and how long it runs from the machine.
    #[must_use]
    pub fn by(day: fn() -> SystemTime) -> Self {
        Self {
            started: Instant::now(),
            day,
            ahead: watch::Sender::default(),
        }
    }

    /// Now, in milliseconds since 1970 (UTC).
    #[must_use]
    pub fn now(&self) -> Millis {
        let since = (self.day)().duration_since(UNIX_EPOCH).unwrap_or_default();
        Millis::try_from(since.as_millis()).unwrap_or(Millis::MAX) + *self.ahead.borrow()
    }

    /// How long this server runs. It never goes back, whatever somebody does to the time of day.
    #[must_use]
    pub fn running(&self) -> Duration {
        let ahead = u64::try_from(*self.ahead.borrow()).unwrap_or_default();
        self.started.elapsed() + Duration::from_millis(ahead)
    }

    /// The same in milliseconds, to hold the time of day against.
    #[must_use]
    pub fn running_millis(&self) -> Millis {
        Millis::try_from(self.running().as_millis()).unwrap_or(Millis::MAX)
    }

    /// Waits until the server has run so long.
    pub async fn until(&self, moment: Duration) {
        let mut moved = self.ahead.subscribe();
        loop {
            let left = moment.saturating_sub(self.running());
            if left.is_zero() {
                return;
            }
            tokio::select! {
                () = tokio::time::sleep(left) => {}
                _ = moved.changed() => {}
            }
        }
    }

    /// Moves the demo's clock forward.
    pub fn move_ahead(&self, _demo: Demo, by: Millis) {
        self.ahead.send_modify(|ahead| *ahead += by.max(0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn whoever_waits_goes_on_when_the_clock_is_moved() {
        let clock = Clock::default();
        let far = clock.running() + Duration::from_secs(3_600);
        tokio::join!(clock.until(far), async {
            tokio::task::yield_now().await;
            clock.move_ahead(Demo, 3_600_000);
        });
        assert!(clock.running() >= far);
    }
}
