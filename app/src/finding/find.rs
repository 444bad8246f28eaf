//! The page: three words looked up in the browser, the list by first letter, and what to do when they are not there.

use axum::extract::Query;
use domain::{looking::Looks, outcome::MIN_PUBLISHED};
use islands::find::{FindBallot, Says};
use leptos::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;

use super::{
    help,
    list::{self, Page, Wanted},
    looks, paths,
    search::Search,
};
use crate::{
    outcomes, rounds,
    ui::{Button, ButtonKind, ButtonRow, Notice, NoticeKind},
    web::{
        context::{Answer, Ctx},
        done::Done,
        texts::{href, maybe, subject, t, tf},
    },
};

/// What the worker is told (`app/recount` and `server/xtask/src/worker.js` read it).
#[derive(Serialize)]
struct Question {
    texts: BTreeMap<String, String>,
    /// Where to say what came of it.
    tell: String,
}

pub async fn page(
    ctx: Ctx,
    paths::Find { round }: paths::Find,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let round = rounds::visible(&ctx, round).await?;
    let store = &ctx.app.store;
    let search = Search {
        outcomes: store.outcomes(round.id).await?,
        rules: store.rules(round.id).await?.0,
        until: store.looks_until(round.id).await?,
        now: ctx.now(),
        round,
    };
    let listed = match wanted.initial() {
        Some(initial) => Some(Page::of(
            store.listed(search.round.id, initial).await?,
            &wanted,
        )),
        None => None,
    };
    let looks = store.looks(search.round.id).await?;
    let (worker, done) = (ctx.app.assets.recount, ctx.visitor.done);
    Ok(ctx.page_with_island(&ctx.say("finding.title"), || {
        view(&search, listed.as_ref(), &looks, worker, done)
    }))
}

fn view(
    search: &Search,
    listed: Option<&Page>,
    looks: &Looks,
    worker: Option<&'static str>,
    done: Option<Done>,
) -> impl IntoView + use<> {
    let round = search.round.id;
    let outcome = href(outcomes::paths::Outcome { round });
    let has_list = search.has_list();
    let ways = has_list.then(|| {
        view! {
            {worker.map(|worker| island(search, worker))}
            {list::view(search, listed)}
            {told(search)}
        }
    });
    view! {
        <a class="wb-back" href=outcome dir="auto">{search.round.title.clone()}</a>
        <h1>{t("finding.title")}</h1>
        {thanks(done)}
        {has_list.then(|| view! { <p class="wb-lead">{t("finding.lead")}</p> })}
        {few(search)}
        {ways}
        {help::view(search)}
        {looks::view(looks)}
    }
}

/// After somebody said what came of it.
fn thanks(done: Option<Done>) -> Option<AnyView> {
    let title = maybe(&format!("finding.told.{}", done?))?;
    Some(view! { <Notice kind=NoticeKind::Success title=title/> }.into_any())
}

/// Wijken of which the ballots are not published.
fn few(search: &Search) -> AnyView {
    let few = search
        .outcomes
        .iter()
        .filter(|outcome| outcome.ballots < MIN_PUBLISHED);
    few.filter_map(|outcome| search.round.wijk(outcome.wijk))
        .map(|entry| {
            let title = tf("finding.few", &[("wijk", &entry.wijk.name)]);
            view! { <Notice title=title/> }
        })
        .collect_view()
        .into_any()
}

fn island(search: &Search, worker: &'static str) -> AnyView {
    let round = search.round.id;
    let question = Question {
        texts: subject("finding"),
        tell: href(paths::Find { round }),
    };
    let says = Says {
        private: t("finding.private"),
        label: t("finding.label"),
        hint: t("finding.hint"),
        button: t("finding.button"),
        retry: t("finding.retry"),
        begins: t("finding.busy.download"),
        unreachable: t("finding.unreachable"),
        unable: t("finding.unable"),
        error: t("site.error_prefix"),
        empty: t("finding.empty"),
        number: t("finding.number"),
        unknown: t("finding.unknown"),
        perhaps: t("finding.perhaps"),
        take: t("finding.take"),
    };
    view! {
        <FindBallot
            worker=worker.to_owned()
            file=outcomes::paths::Pack { round }.to_string()
            question=serde_json::to_string(&question).unwrap_or_default()
            says=says
        />
    }
    .into_any()
}

/// For who looked by letter: whether the vote was there. The island says so by itself.
fn told(search: &Search) -> AnyView {
    let action = href(paths::Find {
        round: search.round.id,
    });
    view! {
        <form method="post" action=action class="wb-form">
            <h2>{t("finding.told.title")}</h2>
            <p>{t("finding.told.text")}</p>
            <ButtonRow>
                <Button label=t("finding.told.yes") name="result" value="found" kind=ButtonKind::Secondary/>
                <Button label=t("finding.told.no") name="result" value="missing" kind=ButtonKind::Secondary/>
            </ButtonRow>
        </form>
    }
    .into_any()
}
