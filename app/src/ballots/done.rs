//! "Uw stem is binnen": what happens next, and the control words for those who want them.

use axum::http::HeaderMap;
use domain::{
    phase::Phase,
    round::{Doing, Millis, Round, what_now},
};
use leptos::prelude::*;

use super::{pass::Pass, paths};
use crate::{
    rounds,
    ui::{ButtonKind, ButtonLink, ButtonRow, Panel},
    web::{
        context::{Answer, Ctx},
        texts::{href, t, tf},
        time,
    },
};

pub async fn page(ctx: Ctx, headers: HeaderMap) -> Answer {
    let Some(Pass::Done { round, words, .. }) = Pass::read(&ctx, &headers) else {
        return Ok(ctx.see_other(paths::EnterCode));
    };
    let ctx = ctx.about(round).await;
    let round = ctx.app.store.round(round).await?;
    let words: Vec<String> = words.words().iter().map(ToString::to_string).collect();
    let now = ctx.now();
    Ok(ctx.page(&ctx.say("ballots.done.title"), || view(&round, &words, now)))
}

fn view(round: &Round, words: &[String], now: Millis) -> AnyView {
    let words = words
        .iter()
        .map(|word| view! { <li>{word.clone()}</li> })
        .collect_view();
    let to_round = href(rounds::paths::Show { round: round.id });
    view! {
        <Panel title=t("ballots.done.title")><p>{t("ballots.done.thanks")}</p></Panel>
        <h2>{t("ballots.done.next_title")}</h2>
        {next(round, now)}
        <details class="wb-words">
            <summary>{t("ballots.done.words_title")}</summary>
            <p>{t("ballots.done.words")}</p>
            <ul class="wb-panel__words">{words}</ul>
            <p>{t("ballots.done.words_secret")}</p>
        </details>
        <ButtonRow>
            <ButtonLink label=t("ballots.done.button") href=to_round kind=ButtonKind::Secondary/>
        </ButtonRow>
    }
    .into_any()
}

/// When the box closes, and until then the way to vote again.
fn next(round: &Round, now: Millis) -> AnyView {
    let closing = round.starts(Phase::Closed).map(time::moment);
    let on = |key| closing.map(|moment| tf(key, &[("moment", &moment)]));
    match what_now(round, now).doing {
        Doing::Vote => view! {
            <p>{on("ballots.done.next")}</p>
            <p>{t("ballots.done.again")}</p>
        }
        .into_any(),
        Doing::FinishVoting | Doing::AwaitCount => {
            view! { <p>{on("ballots.done.next_closed")}</p> }.into_any()
        }
        _ => ().into_any(),
    }
}
