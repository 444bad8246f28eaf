//! A storm of votes over the closing: what was acknowledged is in the box, and what was refused is not.

use std::{
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use crate::{
    Done,
    browser::Browser,
    database::{ask, voting},
    server::Place,
    voters::{LETTERS, Tried, in_box, storm},
};

/// Closes as many boxes, each of the same demo, each after another moment of voting.
///
/// # Errors
/// A vote that was acknowledged and is not in the box, or refused and is.
pub fn drill(program: &Path, seeds: u32) -> Done<String> {
    let place = Place::new(program)?;
    place.keep_copy()?;
    let (mut acknowledged, mut refused, mut wrong) = (0, 0, 0);
    for _ in 0..seeds {
        place.put_back()?;
        let running = place.start()?;
        let round = voting(&place)?;
        let mut tried = [Tried::default(); LETTERS];
        let over = AtomicBool::new(false);
        let closed = thread::scope(|scope| {
            scope.spawn(|| storm(&place, &mut tried, &over));
            thread::sleep(Duration::from_millis(150 + crate::below(500)));
            let mut clock = Browser::new(&place.url(), "10.1.0.1");
            let closed = clock.post("/demo/klok", &[("round", &round)]);
            thread::sleep(Duration::from_millis(150));
            over.store(true, Ordering::SeqCst);
            closed.is_some_and(|answer| answer.status == 303)
        });
        drop(running);
        if !closed || is_open(&place)? {
            return Err("the vote did not close".into());
        }
        let found = in_box(&place, &tried)?;
        for (letter, tried) in tried.iter().enumerate() {
            let kept = found.get(&letter).map_or(&[][..], Vec::as_slice);
            acknowledged += tried.acknowledgements;
            refused += usize::from(tried.refused > 0);
            let is_there =
                tried.acknowledged == 0 || kept.iter().any(|&nth| nth >= tried.acknowledged);
            let is_refused = kept.contains(&tried.refused) && tried.refused > 0;
            wrong += usize::from(!is_there || is_refused || kept.len() > 1);
        }
    }
    let last = format!(
        "close: {seeds} seeds, {acknowledged} acknowledged, {refused} letters refused, {wrong} wrong"
    );
    if wrong > 0 || acknowledged == 0 || refused == 0 {
        return Err(last);
    }
    Ok(last)
}

fn is_open(place: &Place) -> Done<bool> {
    Ok(!ask(place, "SELECT id FROM round WHERE phase = 'voting'")?.is_empty())
}
