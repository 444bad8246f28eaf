//! What happens by itself: phases at their minute, the hourly count, wiping out the order in which votes came in.

use std::{sync::Arc, time::Duration};

use app::App;
use store::StoreError;

/// How often the clock looks. A phase is at most this late.
const TICK: Duration = Duration::from_secs(2);
/// How long SQLite's write-ahead log is let grow.
const LOG: Duration = Duration::from_mins(5);
/// How long rows lie in the box as they came in.
const BOX: Duration = Duration::from_mins(15);
/// How soon a clean-up that could not be done is tried again.
const AGAIN: Duration = Duration::from_mins(1);

/// Runs until the server stops.
pub async fn run(app: Arc<App>) {
    let store = &app.store;
    tokio::join!(
        look(&app),
        clean("the ballot box", BOX, || store.tidy()),
        clean("the write-ahead log", LOG, || store.empty_log()),
    );
}

async fn look(app: &App) {
    let mut ticks = tokio::time::interval(TICK);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        tick(app).await;
    }
}

/// Cleans up at once, as a server that was killed may have left something, and then every so often.
async fn clean<F>(what: &str, every: Duration, deed: impl Fn() -> F)
where
    F: Future<Output = Result<(), StoreError>>,
{
    loop {
        let done = deed().await;
        if let Err(error) = &done {
            tracing::error!(%error, "cleaning up {what} failed");
        }
        tokio::time::sleep(if done.is_ok() { every } else { AGAIN }).await;
    }
}

/// One look at the clock.
pub async fn tick(app: &App) {
    let now = app.clock.now();
    app.cards.sweep(now);
    app.letters.0.sweep(now);
    match app.store.step_due_rounds(now).await {
        Ok(taken) => {
            for (round, phase) in taken {
                tracing::info!(%round, %phase, "a round went on by itself");
            }
        }
        Err(error) => tracing::error!(%error, "moving the rounds failed"),
    }
    if let Err(error) = app.store.log_hourly_counts(now).await {
        tracing::error!(%error, "the hourly count failed");
    }
}
