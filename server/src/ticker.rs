//! What happens by itself: phases at their minute, the hourly count, keeping the write-ahead log short.

use std::{sync::Arc, time::Duration};

use app::App;

/// How often the clock looks. A phase is at most this late.
const TICK: Duration = Duration::from_secs(2);
/// How many ticks lie between two clean-ups of the write-ahead log: five minutes' worth.
const TIDY: u32 = 150;

/// Runs until the server stops.
pub async fn run(app: Arc<App>) {
    let mut ticks = tokio::time::interval(TICK);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut count: u32 = 0;
    loop {
        ticks.tick().await;
        tick(&app).await;
        count = count.wrapping_add(1);
        if count.is_multiple_of(TIDY)
            && let Err(error) = app.store.tidy().await
        {
            tracing::error!(%error, "tidying the write-ahead log failed");
        }
    }
}

/// One look at the clock.
pub async fn tick(app: &App) {
    let now = app.clock.now();
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
