//! Killing the server at random moments: what was acknowledged is in the box, once.

use std::{
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use crate::{
    Done,
    server::Place,
    voters::{LETTERS, Tried, in_box, storm},
};

/// The longest that people vote before the server is killed.
const LONGEST: u64 = 900;

/// As many rounds on one database, so that each begins with what the one before left behind.
///
/// # Errors
/// A vote that was acknowledged and is not there, or is there twice.
pub fn drill(program: &Path, rounds: u32) -> Done<String> {
    let place = Place::new(program)?;
    let mut tried = [Tried::default(); LETTERS];
    let (mut lost, mut doubled) = (0, 0);
    for _ in 0..rounds {
        let running = place.start()?;
        let over = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| storm(&place, &mut tried, &over));
            thread::sleep(Duration::from_millis(100 + crate::below(LONGEST)));
            running.kill();
            over.store(true, Ordering::SeqCst);
        });
        // What is looked at is what the next start finds, after its clean-up.
        place.start()?.kill();
        let found = in_box(&place, &tried)?;
        for (letter, tried) in tried.iter().enumerate() {
            let kept = found.get(&letter).map_or(&[][..], Vec::as_slice);
            doubled += kept.len().saturating_sub(1);
            // The last one sent may be in the box without an answer; nothing older than the last acknowledged may.
            let is_there = kept.iter().any(|&nth| nth >= tried.acknowledged);
            lost += usize::from(tried.acknowledged > 0 && !is_there);
        }
    }
    let acknowledged: usize = tried.iter().map(|it| it.acknowledgements).sum();
    let last = format!(
        "kill: {rounds} rounds, {acknowledged} acknowledged, {lost} lost, {doubled} doubled"
    );
    if lost + doubled > 0 || acknowledged == 0 {
        return Err(last);
    }
    Ok(last)
}
