//! A clock that jumps and a server that was down: no vote opens or closes by itself, and two people decide.

use std::{
    sync::atomic::{AtomicI64, Ordering},
    time::{Duration, SystemTime},
};

use app::Clock;
use domain::{
    audit::EventKind,
    phase::Phase,
    round::{GRACE, Millis},
    watch::Watch,
};
use server::ticker;

use crate::given::{DAY, Given, MINUTE, on_each_engine};

/// By how much somebody set the time of day of this machine forward or back. Every test runs in a process of its own.
static SET: AtomicI64 = AtomicI64::new(0);

fn day() -> SystemTime {
    let by = SET.load(Ordering::SeqCst);
    let amount = Duration::from_millis(by.unsigned_abs());
    if by < 0 {
        SystemTime::now() - amount
    } else {
        SystemTime::now() + amount
    }
}

fn set(by: Millis) {
    SET.store(by, Ordering::SeqCst);
}

async fn jumps(given: &Given) -> usize {
    let entries = given.whole_journal().await.unwrap();
    let kind = EventKind::ClockJumped.to_string();
    let is_jump = |event: &str| event.contains(&kind);
    entries.iter().filter(|entry| is_jump(&entry.event)).count()
}

#[tokio::test]
async fn a_jump_over_the_closing_closes_no_box() {
    on_each_engine(|given| async move {
        set(0);
        let given = given.with_clock(Clock::by(day));
        let round = given.round(Phase::Voting).await;
        let closing = round.starts(Phase::Closed).unwrap();
        let mut watch = Watch::default();
        ticker::tick(&given.app, &mut watch).await;
        let before = jumps(&given).await;
        set(closing + GRACE - given.app.clock.now() + MINUTE / 2);
        ticker::tick(&given.app, &mut watch).await;
        assert_eq!(given.round(Phase::Voting).await.id, round.id);
        assert!(jumps(&given).await > before, "the journal says so");
        let told = jumps(&given).await;
        ticker::tick(&given.app, &mut watch).await;
        assert_eq!(jumps(&given).await, told, "once");
        // Somebody puts the clock right: then people vote on, and the box still does not close by itself.
        set(0);
        ticker::tick(&given.app, &mut watch).await;
        assert!(
            given
                .round(Phase::Voting)
                .await
                .is_open(given.app.clock.now())
        );
        given.later(closing + GRACE - given.app.clock.now() + MINUTE / 2);
        ticker::tick(&given.app, &mut watch).await;
        assert_eq!(given.round(Phase::Voting).await.id, round.id);
        let mut smederij = given.signed_in("smederij").await;
        let control = smederij.get(&format!("/werk/rondes/{}", round.id)).await;
        assert!(
            control
                .body
                .contains("De klok van de computer is versprongen")
        );
    })
    .await;
}

#[tokio::test]
async fn a_clock_set_back_or_moved_in_small_steps_is_noticed() {
    on_each_engine(|given| async move {
        set(0);
        let given = given.with_clock(Clock::by(day));
        let mut watch = Watch::default();
        ticker::tick(&given.app, &mut watch).await;
        let before = jumps(&given).await;
        set(-60 * MINUTE);
        ticker::tick(&given.app, &mut watch).await;
        let back = jumps(&given).await;
        assert!(back > before);
        for step in 1..=4 {
            set((step - 60) * MINUTE);
            ticker::tick(&given.app, &mut watch).await;
        }
        assert!(jumps(&given).await > back);
    })
    .await;
}

#[tokio::test]
async fn the_demos_own_button_is_no_jump() {
    on_each_engine(|given| async move {
        let mut watch = Watch::default();
        ticker::tick(&given.app, &mut watch).await;
        let before = jumps(&given).await;
        let round = given.round(Phase::Voting).await.id.to_string();
        given
            .visitor()
            .post("/demo/klok", &[("round", &round)])
            .await;
        ticker::tick(&given.app, &mut watch).await;
        assert_eq!(jumps(&given).await, before);
        assert_eq!(given.round(Phase::Closed).await.id.to_string(), round);
    })
    .await;
}

#[tokio::test]
async fn two_people_close_a_box_that_a_server_missed_and_the_page_says_why() {
    on_each_engine(|given| async move {
        let round = given.round(Phase::Voting).await.id;
        let control = format!("/werk/rondes/{round}");
        // Nothing ticks meanwhile: the server was down.
        given.later(12 * DAY);
        ticker::tick(&given.app, &mut Watch::default()).await;
        let mut smederij = given.signed_in("smederij").await;
        let page = smederij.get(&control).await;
        assert!(page.body.contains("De minuut is voorbij"));
        let empty = smederij
            .post(&format!("{control}/stap"), &[("step", "close_voting")])
            .await;
        assert_eq!(empty.status, 422);
        assert!(empty.page().error_at("reason").is_some());
        let form = [("step", "close_voting"), ("reason", "De stroom viel uit.")];
        let asked = smederij.post(&format!("{control}/stap"), &form).await;
        assert_eq!(asked.status, 303);
        let alone = smederij
            .post(asked.location(), &[("deed", "agree"), ("sure", "yes")])
            .await;
        assert_eq!(alone.status, 422);
        let mut griffier = given.signed_in("griffier").await;
        let page = griffier.get(asked.location()).await;
        assert!(
            page.body.contains("De minuut is voorbij") && page.body.contains("De stroom viel uit.")
        );
        let agreed = griffier
            .post(asked.location(), &[("deed", "agree"), ("sure", "yes")])
            .await;
        assert_eq!(agreed.status, 303);
        assert_eq!(given.round(Phase::Closed).await.id, round);
        let public = given.visitor().get(&format!("/rondes/{round}")).await;
        assert!(
            public
                .body
                .contains("twee mensen sloten het stemmen met de hand")
        );
        assert!(public.body.contains("De stroom viel uit."));
    })
    .await;
}
