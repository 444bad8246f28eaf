//! All rounds, each with one thing to do.

use domain::{
    phase::Phase,
    round::{Millis, Round},
};
use leptos::prelude::*;

use super::{is_visible, jobs_in, life, paths};
use crate::{
    ui::{Badge, BadgeKind, Card, CardList},
    web::{
        context::{Answer, Ctx},
        texts::{href, money, t, tf, tn},
    },
    work,
};

pub async fn page(ctx: Ctx) -> Answer {
    let mut rounds = ctx.app.store.rounds(true).await?;
    rounds.retain(|round| is_visible(&ctx, round));
    let now = ctx.now();
    Ok(ctx.page(&ctx.say("rounds.list.title"), || view(&rounds, now)))
}

fn view(rounds: &[Round], now: Millis) -> impl IntoView + use<> {
    let (past, running): (Vec<&Round>, Vec<&Round>) =
        rounds.iter().partition(|round| round.phase.is_over());
    let section = |title: String, rounds: Vec<&Round>| {
        let cards = rounds
            .into_iter()
            .map(|round| card(round, now))
            .collect::<Vec<_>>();
        (!cards.is_empty()).then(|| view! { <h2>{title}</h2> <CardList cards=cards/> })
    };
    let nothing = rounds
        .is_empty()
        .then(|| view! { <p>{t("rounds.list.none")}</p> });
    view! {
        <h1>{t("rounds.list.title")}</h1>
        <p class="wb-lead">{t("rounds.list.lead")}</p>
        {nothing}
        {section(t("rounds.list.running"), running)}
        {section(t("rounds.list.past"), past)}
    }
}

fn card(round: &Round, now: Millis) -> AnyView {
    let kind = match round.phase {
        Phase::Draft => BadgeKind::Warning,
        Phase::Voting if round.is_open(now) => BadgeKind::Success,
        Phase::Archived => BadgeKind::Neutral,
        Phase::Cancelled => BadgeKind::Danger,
        _ => BadgeKind::Info,
    };
    let is_draft = round.phase.is_hidden();
    let path = if is_draft {
        work::paths::Control { round: round.id }.to_string()
    } else {
        paths::Show { round: round.id }.to_string()
    };
    let meta = round
        .wijken
        .iter()
        .map(|entry| {
            let jobs = tn("rounds.wijk.jobs", jobs_in(round, entry), &[]);
            tf(
                "rounds.list.wijk",
                &[
                    ("wijk", &entry.wijk.name),
                    ("budget", &money(entry.budget)),
                    ("jobs", &jobs),
                ],
            )
        })
        .collect();
    let deadline = if is_draft {
        None
    } else {
        life::when(round, now)
    };
    let phase = life::phase_name(round, now);
    let button = life::button(round, now, false);
    view! {
        <Card title=round.title.clone() href=href(&path) meta=meta>
            <p><Badge kind=kind label=phase/></p>
            {deadline.map(|text| view! { <p>{text}</p> })}
            <p>{button}</p>
        </Card>
    }
    .into_any()
}
