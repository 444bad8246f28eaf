//! "Uw stem is binnen": what happens next, and the control words for those who want them.

use axum::http::HeaderMap;
use domain::{phase::Phase, round::Round};
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
    let round = ctx.app.store.round(round).await?;
    let words: Vec<String> = words.words().iter().map(ToString::to_string).collect();
    Ok(ctx.page(&ctx.say("ballots.done.title"), || view(&round, &words)))
}

fn view(round: &Round, words: &[String]) -> AnyView {
    let closes = round
        .starts(Phase::Closed)
        .map(time::moment)
        .unwrap_or_default();
    let words = words
        .iter()
        .map(|word| view! { <li>{word.clone()}</li> })
        .collect_view();
    let to_round = href(rounds::paths::Show { round: round.id });
    view! {
        <Panel title=t("ballots.done.title")><p>{t("ballots.done.thanks")}</p></Panel>
        <h2>{t("ballots.done.next_title")}</h2>
        <p>{tf("ballots.done.next", &[("moment", &closes)])}</p>
        <p>{t("ballots.done.again")}</p>
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
