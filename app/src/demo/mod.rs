//! The demo's own page: sign in as anybody, voting codes to try, the key card, a clock to move.

mod passing;
pub mod paths;

pub use passing::let_pass;

use std::collections::BTreeMap;

use axum::routing::{get, post};
use domain::{
    ballot_box::KeyCard,
    id::{RoundId, WijkId},
    phase::Phase,
    round::{Millis, Round},
};
use leptos::prelude::*;
use serde::Deserialize;
use store::demo::{self, LETTERS, PEOPLE};

use crate::{
    ballots,
    people::welcome,
    rounds,
    ui::{Button, ButtonKind, Notice, NoticeKind},
    web::{
        context::{Answer, Ctx},
        error::AppError,
        form::Form,
        page::Access,
        table::Table,
        texts::{count, href, t, tf},
        time,
    },
};

pub fn pages(table: Table) -> Table {
    table
        .at::<paths::Demo>(Access::Demo, get(page))
        .at::<paths::Become>(Access::Demo, post(sign_in))
        .at::<paths::Forward>(Access::Demo, post(move_clock))
}

async fn page(ctx: Ctx) -> Answer {
    let rounds = ctx.app.store.rounds(false).await?;
    let mut cards = Vec::new();
    for round in rounds.iter().filter(|round| round.phase <= Phase::Closed) {
        let own = demo::cards(round.id);
        // Who made new cards at the demo has those on paper.
        let tag = ctx.app.store.box_tag(round.id).await.ok();
        if own.first().map(KeyCard::tag) == tag {
            let own = own.iter().map(|card| card.signs().to_string());
            cards.push((round.title.clone(), own.collect()));
        }
    }
    let envelopes = envelopes(&ctx, &rounds).await?;
    Ok(ctx.page(&ctx.say("demo.title"), || {
        view(&ctx, &rounds, &cards, &envelopes)
    }))
}

/// What is in the envelopes at the desk of each wijk: numbers and codes.
type Envelopes = BTreeMap<WijkId, Vec<(u32, String)>>;

async fn envelopes(ctx: &Ctx, rounds: &[Round]) -> Result<Envelopes, AppError> {
    let mut envelopes = Envelopes::new();
    for entry in rounds.iter().flat_map(|round| &round.wijken) {
        let wijk = entry.wijk.id;
        if let Some(kept) = ctx.app.store.setting(&demo::envelopes_of(wijk)).await? {
            envelopes.insert(wijk, serde_json::from_str(&kept).unwrap_or_default());
        }
    }
    Ok(envelopes)
}

/// The key cards of a round, to copy.
type CardsOf = (String, Vec<String>);

/// As whom to sign in: a name of [`PEOPLE`].
#[derive(Deserialize)]
struct Who {
    who: String,
}

/// The round to wait for.
#[derive(Deserialize)]
struct Which {
    round: RoundId,
}

async fn sign_in(ctx: Ctx, form: Form) -> Answer {
    let Who { who } = form.draft()?;
    let person = ctx.app.store.demo_person(&who).await?;
    welcome(&ctx, person, None).await
}

/// Moves the clock forward to just after the requested round's next scheduled phase.
async fn move_clock(ctx: Ctx, form: Form) -> Answer {
    let demo = ctx.app.demo.ok_or(AppError::NotFound)?;
    let Which { round } = form.draft()?;
    let round = ctx.app.store.round(round).await?;
    if let Some(wait) = wait_for_next(&round, ctx.now()) {
        let_pass(&ctx.app, demo, wait).await?;
        ctx.app
            .store
            .log_demo_clock(wait / 60_000, ctx.now())
            .await?;
    }
    Ok(ctx.see_other(rounds::paths::Show { round: round.id }))
}

/// How long until the round moves on by itself; closing waits for voters who have begun.
fn wait_for_next(round: &Round, now: Millis) -> Option<Millis> {
    let grace = if round.phase == Phase::Voting {
        domain::round::GRACE
    } else {
        0
    };
    round
        .phase
        .next()
        .and_then(|next| round.starts(next))
        .map(|start| (start + grace - now).max(0) + 1_000)
}

fn view(ctx: &Ctx, rounds: &[Round], cards: &[CardsOf], envelopes: &Envelopes) -> AnyView {
    let voting = rounds.iter().find(|round| round.phase == Phase::Voting);
    let codes = match voting {
        Some(round) => codes(round, envelopes),
        None => view! { <p>{t("demo.codes.none")}</p> }.into_any(),
    };
    view! {
        <h1>{t("demo.title")}</h1>
        <Notice kind=NoticeKind::Warning title=t("demo.warning")><p>{t("demo.warning_text")}</p></Notice>
        <section>
            <h2>{t("demo.people.title")}</h2>
            <p>{tf("demo.people.text", &[("password", demo::PASSWORD)])}</p>
            <ul class="wb-demo-list">{PEOPLE.iter().map(|(login, name, role)| person(login, name, role.name())).collect_view()}</ul>
        </section>
        <section>
            <h2>{t("demo.codes.title")}</h2>
            <p>{t("demo.codes.text")} " " <a href=href(ballots::paths::EnterCode)>{t("site.nav.vote")}</a></p>
            {codes}
        </section>
        <section>
            <h2>{t("demo.card.title")}</h2>
            <p>{t("demo.card.text")}</p>
            {cards.iter().map(cards_of).collect_view()}
        </section>
        <section>
            <h2>{t("demo.clock.title")}</h2>
            <p>{tf("demo.clock.text", &[("now", &time::moment(ctx.now()))])}</p>
            <ul class="wb-demo-list">{rounds.iter().filter_map(|round| forward(round, ctx.now())).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn person(login: &'static str, name: &'static str, role: &str) -> impl IntoView + use<> {
    let label = tf(
        "demo.people.button",
        &[("role", &t(&format!("people.role.{role}")))],
    );
    view! {
        <li>
            <form method="post" action=href(paths::Become) class="wb-demo-row">
                <input type="hidden" name="who" value=login/>
                <span>{name} " (" <code>{login}</code> ")"</span>
                <Button label=label kind=ButtonKind::Secondary/>
            </form>
        </li>
    }
}

fn cards_of((title, cards): &CardsOf) -> impl IntoView + use<> {
    let cards = (1..).zip(cards).map(|(n, signs): (u8, _)| {
        let name = tf("rounds.cards.card", &[("n", &n.to_string())]);
        view! { <li>{name} ": " <code class="wb-demo-code wb-demo-card">{signs.clone()}</code></li> }
    });
    view! { <h3 dir="auto">{title.clone()}</h3><ul class="wb-demo-codes">{cards.collect_view()}</ul> }
}

fn codes(round: &Round, envelopes: &Envelopes) -> AnyView {
    let wijken = round
        .wijken
        .iter()
        .map(|entry| {
            let envelopes = envelopes.get(&entry.wijk.id).into_iter().flatten();
            let envelopes = envelopes.map(|(number, code)| {
                let name = tf("demo.codes.envelope", &[("number", &count((*number).into()))]);
                view! { <p>{name} " " <code class="wb-demo-code">{code.clone()}</code></p> }
            });
            let envelopes = envelopes.collect_view();
            let name = &entry.wijk.name;
            let codes = (0..LETTERS)
                .map(|n| view! { <li><code class="wb-demo-code">{demo::code(name, n).to_string()}</code></li> })
                .collect_view();
            view! { <div><h3>{name.clone()}</h3><ul class="wb-demo-codes">{codes}</ul>{envelopes}</div> }
        })
        .collect_view();
    view! { <p>{round.title.clone()}</p><div class="wb-demo-wijken">{wijken}</div> }.into_any()
}

fn forward(round: &Round, now: Millis) -> Option<AnyView> {
    wait_for_next(round, now)?;
    let next = round.phase.next()?;
    let label = tf(
        "demo.clock.button",
        &[("phase", &t(&format!("rounds.phase.{next}")))],
    );
    Some(
        view! {
            <li>
                <form method="post" action=href(paths::Forward) class="wb-demo-row">
                    <input type="hidden" name="round" value=round.id.to_string()/>
                    <span dir="auto">{round.title.clone()}</span>
                    <Button label=label kind=ButtonKind::Secondary/>
                </form>
            </li>
        }
        .into_any(),
    )
}
