//! The rules of a vote: in words, and as the very text that was hashed when the ballot was published.
//!
//! Those who distrust the page can download the text, hash it, and draw the lots again.

use axum::{http::header, response::IntoResponse};
use domain::{
    phase::Phase,
    round::{Millis, Round, Rules, Settings, WijkRules},
};
use leptos::prelude::*;
use store::StoreError;

use super::{life, paths, visible};
use crate::{
    counting::rule,
    outcomes,
    ui::{Column, DataList, Notice, Table},
    web::{
        context::{Answer, Ctx},
        error::AppError,
        texts::{count, href, money, t, tf, tn},
    },
};

pub async fn page(ctx: Ctx, paths::Rules { round }: paths::Rules) -> Answer {
    let round = visible(&ctx, round).await?;
    let rules = match ctx.app.store.rules(round.id).await {
        Ok((rules, _)) => Some(rules),
        Err(StoreError::NotFound) => None,
        Err(error) => return Err(error.into()),
    };
    Ok(ctx.page(&ctx.say("rounds.rules.title"), || {
        view(&round, rules.as_ref(), ctx.now())
    }))
}

/// The stored text itself, byte for byte: its SHA-256 is the hash on the page and in the journal.
pub async fn json(ctx: Ctx, paths::RulesFile { round }: paths::RulesFile) -> Answer {
    let round = visible(&ctx, round).await?;
    let (_, text) = ctx.app.store.rules(round.id).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"spelregels.json\"",
        ),
    ];
    Ok((headers, text).into_response())
}

/// Every seal that can vote in a wijk, one a line; there are none to see before voting opened.
pub async fn seals(ctx: Ctx, paths::Seals { round, wijk }: paths::Seals) -> Answer {
    let round = visible(&ctx, round).await?;
    let wijk = round.wijk(wijk).ok_or(AppError::NotFound)?;
    if !round.phase.are_seals_fixed() {
        return Err(AppError::NotFound);
    }
    let mut text = String::new();
    for seal in ctx.app.store.seals(round.id, wijk.wijk.id).await? {
        text.push_str(&seal.to_string());
        text.push('\n');
    }
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}

fn view(round: &Round, rules: Option<&Rules>, now: Millis) -> impl IntoView + use<> {
    let back = view! { <p><a href=href(paths::Show { round: round.id }) dir="auto">{round.title.clone()}</a></p> };
    let body = match rules {
        Some(rules) => fixed(round, rules),
        None => open(round, now),
    };
    view! {
        <h1>{t("rounds.rules.title")}</h1>
        {back}
        {body}
    }
}

/// Before the ballot is published: what holds now, and when it is fixed.
fn open(round: &Round, now: Millis) -> AnyView {
    let keys = ["rounds.rules.fixed_from", "rounds.rules.fixed_from_late"];
    let when = life::as_planned(keys, round, Phase::BallotPublished, now);
    let wijken = round
        .wijken
        .iter()
        .map(|entry| view! { <li>{format!("{}: {}", entry.wijk.name, money(entry.budget))}</li> })
        .collect_view();
    view! {
        <Notice title=t("rounds.rules.not_fixed")>
            <p>{when}</p>
        </Notice>
        {in_words(&round.settings)}
        <h2>{t("rounds.rules.budgets")}</h2>
        <ul>{wijken}</ul>
    }
    .into_any()
}

fn fixed(round: &Round, rules: &Rules) -> AnyView {
    let hash = round.rules_hash.clone().unwrap_or_default();
    let wijken = rules
        .wijken
        .iter()
        .map(|wijk| wijk_rules(round, wijk))
        .collect_view();
    view! {
        <p class="wb-lead">{t("rounds.rules.fixed")}</p>
        {in_words(&rules.settings)}
        {wijken}
        <h2>{t("rounds.rules.check")}</h2>
        <p>{t("rounds.rules.hash_why")}</p>
        <p><code>{hash}</code></p>
        <p><a href=href(paths::RulesFile { round: round.id }) download="spelregels.json">{t("rounds.rules.download")}</a></p>
        {lot(round)}
    }
    .into_any()
}

/// Where the lot is, or will be, for those who draw it again.
fn lot(round: &Round) -> AnyView {
    if !round.phase.shows_tally() {
        return view! { <p>{t("rounds.rules.redraw")}</p> }.into_any();
    }
    let path = href(outcomes::paths::Outcome { round: round.id });
    view! { <p>{t("rounds.rules.drawn")} " " <a href=path>{t("rounds.rules.to_lot")}</a></p> }
        .into_any()
}

/// How votes become jobs, in the order in which it happens.
fn in_words(settings: &Settings) -> AnyView {
    let basis = t(&format!("rounds.cost_basis.{}", settings.cost_basis));
    let facts: Vec<(String, AnyView)> = vec![
        (
            t("rounds.rules.who"),
            tf(
                "rounds.rules.who_text",
                &[("age", &count(settings.min_age.into()))],
            )
            .into_any(),
        ),
        (
            t("rounds.rules.choices"),
            tn(
                "rounds.rules.choices_text",
                settings.max_choices.into(),
                &[],
            )
            .into_any(),
        ),
        (
            t("rounds.rules.cap"),
            tf(
                "rounds.rules.cap_text",
                &[("cap", &money(settings.cap)), ("basis", &basis)],
            )
            .into_any(),
        ),
    ];
    view! {
        <DataList rows=facts/>
        <h2>{t("rounds.rules.counting")}</h2>
        {rule::view(&settings.counting)}
    }
    .into_any()
}

fn wijk_rules(round: &Round, wijk: &WijkRules) -> impl IntoView + use<> {
    let rows = wijk
        .candidates
        .iter()
        .map(|c| {
            view! {
                <tr>
                    <th scope="row">{c.number} ". " <bdi>{c.title.clone()}</bdi></th>
                    <td class="wb-table__number" data-label=t("rounds.rules.places")>{count(c.places.into())}</td>
                    <td class="wb-table__number" data-label=t("rounds.rules.cost")>{money(c.cost())}</td>
                </tr>
            }
        })
        .collect_view();
    let headers = vec![
        Column::text(t("rounds.rules.proposal")),
        Column::number(t("rounds.rules.places")),
        Column::number(t("rounds.rules.cost")),
    ];
    let caption = tf("rounds.rules.ballot_of", &[("wijk", &wijk.name)]);
    let (budget, eligible) = (money(wijk.budget), count(wijk.eligible.into()));
    let seals = round.phase.are_seals_fixed().then(|| {
        let path = href(paths::Seals { round: round.id, wijk: wijk.wijk });
        view! { <p><a href=path>{tf("rounds.rules.seals", &[("wijk", &wijk.name)])}</a> " " {t("rounds.rules.seals_why")}</p> }
    });
    view! {
        <h2>{wijk.name.clone()}</h2>
        <p>{tf("rounds.rules.wijk", &[("budget", &budget), ("eligible", &eligible)])}</p>
        <div class="wb-stack"><Table caption=caption headers=headers>{rows}</Table></div>
        <p>{t("rounds.rules.lot_promise")} " " <code>{wijk.lot_commitment.clone()}</code></p>
        {seals}
    }
}
