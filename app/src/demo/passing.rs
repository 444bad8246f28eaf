//! Letting days pass at the demo: one minute after another at which something happens, so that none is missed.

use domain::round::Millis;

use crate::web::{clock::Demo, state::App};

/// Moves the clock forward, and does on the way what the clock does at each minute.
///
/// # Errors
/// The store's.
pub async fn let_pass(app: &App, demo: Demo, by: Millis) -> store::Result<()> {
    let until = app.clock.now() + by;
    let mut next = app.store.next_minute(app.clock.now()).await?;
    while let Some(minute) = next.filter(|&minute| minute < until) {
        // A second after it, as a clock that looks every other second.
        app.clock.move_ahead(demo, minute + 1_000 - app.clock.now());
        app.store.step_due_rounds(app.clock.now()).await?;
        next = app.store.next_minute(app.clock.now()).await?;
    }
    app.clock.move_ahead(demo, until - app.clock.now());
    app.store.step_due_rounds(app.clock.now()).await?;
    app.store.destroy_due(app.clock.now()).await?;
    Ok(())
}
