//! The memory for working on voting codes: as many blocks as may be at work at once, made once and used again.
//!
//! Taken inside the closure that does the work, so that a block is back when the work is done and not when somebody hangs
//! up. Allocated and freed for each code, such blocks stayed with the allocator: 905 MB after 1,500 codes were measured.

use std::sync::{Mutex, PoisonError};

use domain::ballot_box::{Slot, VotingCode, Workspace, derive};
use domain::{ballot_box::RoundSecret, id::RoundId};

use crate::Result;

/// As many as voters are at work at once (`ballot_box/casting.rs`).
pub(crate) const KEPT: usize = 2;

static FREE: Mutex<Vec<Workspace>> = Mutex::new(Vec::new());

/// `work` with a block of memory. Beyond those that are kept, a batch of letters makes one of its own for a while.
pub(crate) fn with<T>(work: impl FnOnce(&mut Workspace) -> T) -> Result<T> {
    let free = FREE.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let mut workspace = free.map_or_else(Workspace::new, Ok)?;
    let done = work(&mut workspace);
    let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
    if free.len() < KEPT {
        free.push(workspace);
    }
    Ok(done)
}

/// What a code opens in a round.
pub(crate) fn slot(code: &VotingCode, secret: &RoundSecret, round: RoundId) -> Result<Slot> {
    Ok(with(|workspace| derive(code, secret, round, workspace))??)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_memory_is_kept_than_may_be_at_work() {
        std::thread::scope(|scope| {
            for _ in 0..KEPT + 3 {
                scope.spawn(|| with(|_| std::thread::sleep(std::time::Duration::from_millis(20))));
            }
        });
        let free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
        assert!((1..=KEPT).contains(&free.len()));
    }
}
