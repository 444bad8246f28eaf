//! «Is mijn envelop erbij?»: for who has the letter and does not find the words, at home or at the desk. Says where the
//! envelope is and nothing of what was in it.

use axum::response::IntoResponse as _;
use domain::{
    ballot_box::VotingCode,
    looking::{Looked, Standing},
    phase::Phase,
    round::{Millis, Round},
};
use islands::code::CodeGroups;
use leptos::prelude::*;
use store::{Refusal, StoreError};

use super::paths;
use crate::{
    ballots, rounds,
    ui::{Button, ButtonRow, ErrorSummary, Label, Notice, NoticeKind, TextField, TextKind},
    web::{
        address::Prefix,
        context::{Answer, Ctx},
        form::Form,
        texts::{href, t, tf},
        time,
    },
};

pub async fn page(ctx: Ctx, paths::Letter { round }: paths::Letter) -> Answer {
    let round = rounds::visible(&ctx, round).await?;
    let until = ctx.app.store.looks_until(round.id).await?;
    let title = ctx.say("finding.letter.title");
    if until <= ctx.now() {
        return Ok(ctx.page(&title, || over(&round, until)));
    }
    Ok(ctx.page_with_island(&title, || form(&round, until, None)))
}

/// Looks a letter up. One with a typing error costs nothing; an unknown one counts as a try, as where codes are entered to
/// vote.
pub async fn submit(
    ctx: Ctx,
    paths::Letter { round }: paths::Letter,
    from: Prefix,
    form: Form,
) -> Answer {
    let now = ctx.now();
    let round = rounds::visible(&ctx, round).await?;
    let store = &ctx.app.store;
    let until = store.looks_until(round.id).await?;
    let code = match VotingCode::find(form.get("code")) {
        Ok(code) => code,
        Err(fault) => return Ok(again(&ctx, &round, until, |()| ballots::fault_text(fault))),
    };
    let turn = ctx.app.limits.codes.turn(&from, &ctx.app.clock).await?;
    let found = store.standing(round.id, &code, now).await;
    if !matches!(found, Err(StoreError::Refused(Refusal::Code))) {
        turn.give_back();
    }
    match found {
        Ok(standing) => {
            store.count_look(round.id, Looked::from(standing)).await?;
            let title = ctx.say(&format!("finding.letter.{standing}"));
            Ok(ctx.page(&title, || answer(&round, standing)))
        }
        Err(StoreError::Refused(Refusal::Code)) => Ok(again(&ctx, &round, until, |()| {
            tf("finding.letter.unknown", &[("round", &round.title)])
        })),
        Err(StoreError::Refused(Refusal::Closed)) => {
            Ok(ctx.see_other(paths::Letter { round: round.id }))
        }
        Err(error) => Err(error.into()),
    }
}

/// The page again with what is wrong. The code itself is not sent back: it is a secret.
fn again(
    ctx: &Ctx,
    round: &Round,
    until: Millis,
    error: impl FnOnce(()) -> String,
) -> axum::response::Response {
    let title = ctx.say("finding.letter.title");
    ctx.again_with_island(&title, || form(round, until, Some(error(()))))
        .into_response()
}

fn back(round: &Round) -> impl IntoView + use<> {
    let find = href(paths::Find { round: round.id });
    view! { <a class="wb-back" href=find>{t("finding.title")}</a> }
}

fn form(round: &Round, until: Millis, error: Option<String>) -> impl IntoView + use<> {
    debug_assert!(round.phase >= Phase::Counted);
    let summary = error.as_ref().map(|error| {
        view! { <ErrorSummary title=t("site.error_summary") faults=vec![("code".to_owned(), error.clone())]/> }
    });
    let label = Label::new("code", t("ballots.code.label"))
        .with_hint(t("ballots.code.hint"))
        .with_error(error);
    let until = tf("finding.letter.until", &[("moment", &time::moment(until))]);
    view! {
        {back(round)}
        {summary}
        <h1>{t("finding.letter.title")}</h1>
        <p dir="auto">{round.title.clone()}</p>
        <p class="wb-lead">{t("finding.letter.lead")}</p>
        <p>{until}</p>
        <form method="post" action=href(paths::Letter { round: round.id }) class="wb-form" novalidate>
            <TextField label=label kind=TextKind::Code autocomplete="off"/>
            <CodeGroups
                good=t("ballots.code.island.good") look=t("ballots.code.island.look") sign=t("ballots.code.island.sign")
            />
            <ButtonRow><Button label=t("finding.letter.button") large=true/></ButtonRow>
        </form>
        <p>{t("finding.letter.private")}</p>
    }
}

fn over(round: &Round, until: Millis) -> impl IntoView + use<> {
    let text = tf(
        "finding.letter.over_text",
        &[("moment", &time::moment(until))],
    );
    view! {
        {back(round)}
        <h1>{t("finding.letter.over")}</h1>
        <p class="wb-lead">{text}</p>
    }
}

fn answer(round: &Round, standing: Standing) -> impl IntoView + use<> {
    let kind = match standing {
        Standing::Counted => NoticeKind::Success,
        Standing::Rejected | Standing::Cancelled | Standing::Absent => NoticeKind::Warning,
    };
    let title = t(&format!("finding.letter.{standing}"));
    let again = href(paths::Letter { round: round.id });
    view! {
        {back(round)}
        <h1>{t("finding.letter.title")}</h1>
        <p dir="auto">{round.title.clone()}</p>
        <Notice kind=kind title=title><p>{t(&format!("finding.letter.{standing}_text"))}</p></Notice>
        <p><a href=again>{t("finding.letter.next")}</a></p>
    }
}
