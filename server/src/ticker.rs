//! What happens by itself: phases at their minute, the hourly count, wiping out the order in which votes came in.

use std::{sync::Arc, time::Duration};

use app::App;
use domain::{round::PATIENCE, watch::Watch};
use store::StoreError;

/// How often the clock looks. A phase is at most this late.
const TICK: Duration = Duration::from_secs(2);
/// How long SQLite's write-ahead log is let grow.
const LOG: Duration = Duration::from_mins(5);
/// How long rows lie in the box as they came in.
const BOX: Duration = Duration::from_mins(15);
/// How soon a clean-up that could not be done is tried again.
const AGAIN: Duration = Duration::from_mins(1);
/// How often it is looked whether secrets are to be destroyed, and how long a server has to run before: a machine that
/// starts with a wrong date is put right within minutes.
const SECRETS: Duration = Duration::from_mins(1);
const SETTLED: Duration = Duration::from_hours(1);

/// Runs until the server stops.
pub async fn run(app: Arc<App>, watch: Watch) {
    let store = &app.store;
    tokio::join!(
        look(&app, watch),
        clean("secrets of rounds", SECRETS, || destroy(&app)),
        clean("the ballot box", BOX, || store.tidy()),
        clean("the write-ahead log", LOG, || store.empty_log()),
    );
}

async fn look(app: &App, mut watch: Watch) {
    let mut ticks = tokio::time::interval(TICK);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        tick(app, &mut watch).await;
    }
}

async fn destroy(app: &App) -> Result<(), StoreError> {
    if app.clock.running() < SETTLED {
        return Ok(());
    }
    for round in app.store.destroy_due(app.clock.now()).await? {
        tracing::info!(%round, "the secrets of a round were destroyed");
    }
    Ok(())
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

/// One look at the clock. `watch` remembers how the time of day stood at the look before.
pub async fn tick(app: &App, watch: &mut Watch) {
    let now = app.clock.now();
    if let Err(error) = look_for_jump(app, watch).await {
        // Nobody may go by a time of day of which nobody was told that it jumped.
        tracing::error!(%error, "the clock jumped, and the journal could not be told");
        return;
    }
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

/// Tells the journal when the time of day jumped; at the first look, when it went back while the server was down.
async fn look_for_jump(app: &App, watch: &mut Watch) -> Result<(), StoreError> {
    let (now, running) = (app.clock.now(), app.clock.running_millis());
    let jump = if watch.is_new() && app.demo.is_none() {
        let newest = app.store.newest_moment().await?;
        newest
            .map(|newest| now - newest)
            .filter(|&ago| ago < -PATIENCE)
    } else {
        // A demo that starts anew has lost by how much its clock was moved.
        watch.jump(now, running)
    };
    if let Some(jump) = jump {
        tracing::warn!(minutes = jump / 60_000, "the clock of this machine jumped");
        app.store.tell_jump(jump, now).await?;
    }
    if jump.is_some() || watch.is_new() {
        watch.take(now, running);
    }
    Ok(())
}
