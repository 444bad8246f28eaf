//! The first page: one sentence, one button, the deadline, and where to get help.

use axum::http::HeaderMap;
use domain::round::{Doing, Millis, Round, what_now};
use leptos::prelude::*;

use super::paths;
use crate::{
    ballots, outcomes, proposals,
    rounds::{self, life},
    ui::{ButtonKind, ButtonLink, ButtonRow, Pictogram},
    web::{
        context::{Answer, Ctx},
        texts::{href, t, tf},
    },
    work,
};

/// What matters most to a resident comes first.
const ORDER: &[Doing] = &[
    Doing::Vote,
    Doing::FinishVoting,
    Doing::Propose,
    Doing::SeeBallot,
    Doing::AwaitCouncil,
    Doing::Object,
    Doing::ReadOutcome,
    Doing::AwaitCount,
    Doing::AwaitBallot,
    Doing::Improve,
    Doing::FollowJobs,
];

pub async fn page(ctx: Ctx, headers: HeaderMap) -> Answer {
    let rounds = ctx.app.store.rounds(false).await?;
    let now = ctx.now();
    let first = ORDER
        .iter()
        .find_map(|&doing| {
            rounds
                .iter()
                .find(|round| what_now(round, now).doing == doing)
        })
        .cloned();
    let others: Vec<Round> = rounds
        .into_iter()
        .filter(|round| first.as_ref().is_none_or(|first| first.id != round.id))
        .filter(|round| !round.phase.is_over())
        .collect();
    let unfinished = ballots::unfinished(&ctx, &headers);
    Ok(ctx.page(&ctx.say("info.home.title"), || {
        let unfinished = unfinished.map(ballots::go_on);
        view(&ctx, first.as_ref(), &others, unfinished, now)
    }))
}

fn view(
    ctx: &Ctx,
    first: Option<&Round>,
    others: &[Round],
    unfinished: Option<AnyView>,
    now: Millis,
) -> impl IntoView + use<> {
    let others = (!others.is_empty()).then(|| {
        let items = others.iter().map(|round| other(round, now)).collect_view();
        view! { <section><h2>{t("info.home.others")}</h2><ul class="wb-rounds">{items}</ul></section> }
    });
    let steps = ["propose", "check", "vote", "work"]
        .map(|step| {
            let family = match step {
                "propose" => "communication",
                "check" => "language",
                "vote" => "meeting",
                _ => "handyman",
            };
            view! {
                <li class="wb-how__step">
                    <Pictogram family=family/>
                    <h3>{t(&format!("info.home.how.{step}"))}</h3>
                    <p>{t(&format!("info.home.how.{step}_text"))}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <h1>{t("info.home.sentence")}</h1>
        <p class="wb-lead">{t("info.home.lead")}</p>
        {unfinished}
        {first.map_or_else(|| none_yet(ctx), |round| main_action(round, now))}
        <section>
            <h2>{t("info.home.how.title")}</h2>
            <ol class="wb-how">{steps}</ol>
            <p><a href=href(paths::Explain)>{t("info.home.how.more")}</a></p>
        </section>
        {others}
        <section class="wb-helpline">
            <h2>{t("info.home.help")}</h2>
            <p>{help_places(first)}</p>
            <p><a href=href(paths::Help)>{t("info.home.help_more")}</a></p>
        </section>
    }
}

/// The one button of this moment.
fn main_action(round: &Round, now: Millis) -> AnyView {
    let id = round.id;
    let (key, path) = match what_now(round, now).doing {
        Doing::Vote => ("vote", ballots::paths::EnterCode.to_string()),
        Doing::Propose => ("propose", proposals::paths::Begin { round: id }.to_string()),
        Doing::SeeBallot => ("ballot", proposals::paths::Listed { round: id }.to_string()),
        Doing::ReadOutcome | Doing::Object | Doing::AwaitCouncil | Doing::FollowJobs => (
            "outcome",
            outcomes::paths::Outcome { round: id }.to_string(),
        ),
        _ => ("look", rounds::paths::Show { round: id }.to_string()),
    };
    let when = life::when(round, now);
    view! {
        <section class="wb-band">
            <h2>{t(&format!("info.home.now.{key}"))}</h2>
            <p dir="auto"><a href=href(rounds::paths::Show { round: id })>{round.title.clone()}</a></p>
            {when.map(|when| view! { <p class="wb-until">{when}</p> })}
            <ButtonRow><ButtonLink label=t(&format!("info.home.button.{key}")) href=href(&path) large=true/></ButtonRow>
        </section>
    }
    .into_any()
}

fn none_yet(ctx: &Ctx) -> AnyView {
    let is_staff = ctx.may::<domain::access::ManageRound>();
    view! {
        <section class="wb-band">
            <h2>{t("info.home.none.title")}</h2>
            <p>{t("info.home.none.text")}</p>
            {is_staff.then(|| view! {
                <ButtonLink label=t("info.home.none.make") href=href(work::paths::NewRound) kind=ButtonKind::Primary/>
            })}
        </section>
    }
    .into_any()
}

fn other(round: &Round, now: Millis) -> impl IntoView + use<> {
    let phase = life::phase_name(round, now);
    view! { <li><a href=href(rounds::paths::Show { round: round.id }) dir="auto">{round.title.clone()}</a> " – " {phase}</li> }
}

/// The places where residents get help in person.
fn help_places(round: Option<&Round>) -> String {
    let places: Vec<String> = round
        .map(|round| {
            round
                .wijken
                .iter()
                .map(|entry| entry.wijk.voting_point.clone())
                .collect()
        })
        .unwrap_or_default();
    if places.is_empty() {
        return t("info.home.help_anywhere");
    }
    tf("info.home.help_at", &[("places", &places.join(", "))])
}
