//! How long a voting pass lasts (stempas): from page to page, and not for ever.

use serde::{Deserialize, Serialize};

use crate::round::{GRACE, Millis};

const MINUTE: Millis = 60_000;

/// The moments that decide how long a pass lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassTime {
    entered: Millis,
    seen: Millis,
    closing: Millis,
}

/// What a pass is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassState {
    /// Going on.
    Lasts,
    /// Nothing but telling its holder so, who finds the ticks again with the same code.
    Ended,
    /// Nothing.
    Gone,
}

impl PassTime {
    /// From one page to the next.
    pub const LASTS: Millis = 15 * MINUTE;
    /// From the code to the end, however many pages are seen: then the code is asked once more.
    pub const MOST: Millis = 120 * MINUTE;
    /// How long before its end a voter is warned, with a way to go on.
    pub const WARNING: Millis = 2 * MINUTE;
    /// How long after its end the ticks can be found again.
    pub const KEPT: Millis = 60 * MINUTE;

    /// The time of a pass for a code that was entered at `entered`, in a round that closes at `closing`.
    #[must_use]
    pub const fn new(entered: Millis, closing: Millis) -> Self {
        Self {
            entered,
            seen: entered,
            closing,
        }
    }

    /// When the code was entered.
    #[must_use]
    pub const fn entered(self) -> Millis {
        self.entered
    }

    /// The same with another page seen. One that has ended stays so.
    #[must_use]
    pub fn renewed(self, now: Millis) -> Self {
        match self.state(now) {
            PassState::Lasts => Self { seen: now, ..self },
            PassState::Ended | PassState::Gone => self,
        }
    }

    /// When it ends unless another page is seen; never after the last minute in which the box takes a ballot.
    #[must_use]
    pub fn ends(self) -> Millis {
        let last = self.entered + Self::MOST;
        (self.seen + Self::LASTS)
            .min(last)
            .min(self.closing + GRACE)
    }

    /// Whether another page would give no more time.
    #[must_use]
    pub fn is_last(self) -> bool {
        self.ends() < self.seen + Self::LASTS
    }

    /// What it is good for at `now`.
    #[must_use]
    pub fn state(self, now: Millis) -> PassState {
        let ends = self.ends();
        if now < ends {
            PassState::Lasts
        } else if now < ends + Self::KEPT {
            PassState::Ended
        } else {
            PassState::Gone
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTERED: Millis = 1_000_000_000;
    const FAR: Millis = ENTERED + 48 * 60 * MINUTE;

    #[test]
    fn each_page_gives_a_quarter_of_an_hour_again_up_to_two_hours() {
        let mut time = PassTime::new(ENTERED, FAR);
        let mut now = ENTERED;
        while time.state(now) == PassState::Lasts {
            assert_eq!(
                time.ends(),
                (now + PassTime::LASTS).min(ENTERED + PassTime::MOST)
            );
            assert_eq!(
                time.is_last(),
                now + PassTime::LASTS > ENTERED + PassTime::MOST
            );
            now += 14 * MINUTE;
            time = time.renewed(now);
        }
        assert!(now >= ENTERED + PassTime::MOST);
        assert_eq!(time.ends(), ENTERED + PassTime::MOST);
    }

    #[test]
    fn a_pass_never_lasts_beyond_the_last_minute_of_the_box() {
        let closing = ENTERED + 3 * MINUTE;
        let time = PassTime::new(ENTERED, closing).renewed(closing + 9 * MINUTE);
        assert_eq!(time.ends(), closing + GRACE);
        assert_eq!(time.state(closing + GRACE - 1), PassState::Lasts);
        assert_eq!(time.state(closing + GRACE), PassState::Ended);
    }

    #[test]
    fn a_pass_that_has_ended_is_not_renewed_and_is_forgotten_after_an_hour() {
        let time = PassTime::new(ENTERED, FAR);
        let over = ENTERED + PassTime::LASTS;
        assert_eq!(time.renewed(over), time);
        assert_eq!(time.state(over), PassState::Ended);
        assert_eq!(time.state(over + PassTime::KEPT - 1), PassState::Ended);
        assert_eq!(time.state(over + PassTime::KEPT), PassState::Gone);
    }

    #[test]
    fn the_warning_leaves_time_to_go_on() {
        const { assert!(PassTime::WARNING < PassTime::LASTS && PassTime::LASTS < PassTime::MOST) };
    }
}
