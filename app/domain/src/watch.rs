//! Noticing that the time of day jumped: held against a clock that only counts on (README.md#the-clock).

use crate::round::{Millis, PATIENCE};

/// Remembers how the time of day stood against the clock of the running program.
#[derive(Clone, Copy, Debug, Default)]
pub struct Watch {
    apart: Option<Millis>,
}

impl Watch {
    /// By how much the time of day has jumped since it was last [taken](Self::take) as right, if by more than two minutes:
    /// many small jumps are one large one.
    #[must_use]
    pub fn jump(&self, now: Millis, running: Millis) -> Option<Millis> {
        let jump = now - running - self.apart?;
        (jump.abs() > PATIENCE).then_some(jump)
    }

    /// Takes the time of day as it is: the first time, and once everybody was told of a jump.
    pub const fn take(&mut self, now: Millis, running: Millis) {
        self.apart = Some(now - running);
    }

    /// Whether it has seen the time of day yet.
    #[must_use]
    pub const fn is_new(&self) -> bool {
        self.apart.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: Millis = 3_600_000;

    fn watch() -> Watch {
        let mut watch = Watch::default();
        watch.take(1_000 * HOUR, 0);
        watch
    }

    #[test]
    fn time_that_passes_is_no_jump() {
        let watch = watch();
        assert_eq!(watch.jump(1_024 * HOUR, 24 * HOUR), None);
        assert_eq!(watch.jump(1_024 * HOUR + PATIENCE, 24 * HOUR), None);
        assert_eq!(Watch::default().jump(HOUR, 0), None);
    }

    #[test]
    fn an_hour_forward_or_back_is_a_jump() {
        let watch = watch();
        assert_eq!(watch.jump(1_002 * HOUR, HOUR), Some(HOUR));
        assert_eq!(watch.jump(1_000 * HOUR, HOUR), Some(-HOUR));
    }

    #[test]
    fn many_small_steps_are_one_jump_and_a_jump_is_told_once() {
        let mut watch = watch();
        let minute = 60_000;
        let jumps: Vec<Millis> = (1..=9)
            .filter_map(|n| {
                let (now, running) = (1_000 * HOUR + n * minute, n * 2_000);
                let jump = watch.jump(now, running)?;
                watch.take(now, running);
                Some(jump)
            })
            .collect();
        assert_eq!(jumps.len(), 3);
    }
}
