//! Slow arithmetic (codes, seals, envelopes) on every core, in the order it came in.

use crate::{Result, StoreError};

/// `work` on each item, spread over the machine's cores.
pub(crate) fn on_all_cores<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(&T) -> Result<R> + Sync,
) -> Result<Vec<R>> {
    on_cores(cores(), items, work)
}

/// The same on half of them: what takes minutes leaves the others to who asks for a page.
pub(crate) fn on_half_the_cores<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(&T) -> Result<R> + Sync,
) -> Result<Vec<R>> {
    on_cores((cores() / 2).max(1), items, work)
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

fn on_cores<T: Sync, R: Send>(
    cores: usize,
    items: &[T],
    work: impl Fn(&T) -> Result<R> + Sync,
) -> Result<Vec<R>> {
    let share = items.len().div_ceil(cores).max(1);
    let work = &work;
    std::thread::scope(|scope| {
        let busy: Vec<_> = items
            .chunks(share)
            .map(|part| scope.spawn(move || part.iter().map(work).collect::<Result<Vec<_>>>()))
            .collect();
        let mut done = Vec::with_capacity(items.len());
        for part in busy {
            done.extend(part.join().map_err(|_| StoreError::Stopped)??);
        }
        Ok(done)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_stays_whatever_core_is_first() {
        let items: Vec<u32> = (0..1_000).collect();
        assert_eq!(on_all_cores(&items, |n| Ok(*n)).unwrap(), items);
        assert!(
            on_all_cores::<u32, u32>(&[], |n| Ok(*n))
                .unwrap()
                .is_empty()
        );
        assert!(
            on_all_cores(&items, |n| if *n == 7 {
                Err(StoreError::NotFound)
            } else {
                Ok(())
            })
            .is_err()
        );
    }

    #[test]
    fn a_core_that_panics_stops_the_whole() {
        let stopped = on_all_cores(&[1, 2, 3], |n| {
            assert_ne!(*n, 2, "on purpose");
            Ok(())
        });
        assert!(matches!(stopped, Err(StoreError::Stopped)));
    }
}
