//! A letter that was lost or stolen: which one, why, and which envelope is handed out for it. Another person must agree.

use domain::{
    access::{CancelLetter, Permit},
    ballot_box::{CancelDraft, CancelReason},
    id::{RequestId, WijkId},
    notation::Notation,
    round::Round,
};
use leptos::prelude::*;
use serde::Deserialize;

use super::paths;
use crate::{
    requests,
    rounds::of_staff,
    ui::{Button, ButtonRow, Choice, Notice},
    web::{
        allowed::Allowed,
        context::{Answer, Ctx},
        done::Done,
        error::AppError,
        form::{Form, choices, labels},
        texts::{href, t, tn},
    },
    work,
};

pub async fn page(
    Allowed { ctx, permit }: Allowed<CancelLetter>,
    paths::Lost { round }: paths::Lost,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    let left = ctx.app.store.envelopes_left(round.id).await?;
    Ok(ctx.page(&ctx.say("rounds.lost.title"), || {
        view(&round, &permit, &left, &Form::default())
    }))
}

pub async fn submit(
    Allowed { ctx, permit }: Allowed<CancelLetter>,
    paths::Lost { round }: paths::Lost,
    form: Form,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    let wijk = in_wijk(&round, &permit, &form)?;
    let notation = ctx.lang().notation();
    match ask(&ctx, &permit, &round, wijk, &form.draft()?, notation).await {
        Ok(request) => Ok(ctx.done(Done::RequestMade, requests::paths::Show { request })),
        Err(error) => {
            let form = Ctx::faults(error, &form)?;
            let left = ctx.app.store.envelopes_left(round.id).await?;
            Ok(ctx.again(&ctx.say("rounds.lost.title"), || {
                view(&round, &permit, &left, &form)
            }))
        }
    }
}

/// The wijk of the letter: there is only one, or it was chosen.
fn in_wijk(round: &Round, permit: &Permit<CancelLetter>, form: &Form) -> Result<WijkId, AppError> {
    #[derive(Deserialize)]
    struct Chosen {
        wijk: WijkId,
    }
    let Chosen { wijk } = form.draft()?;
    let is_there = round.wijk(wijk).is_some() && permit.covers(wijk);
    is_there.then_some(wijk).ok_or(AppError::NotFound)
}

async fn ask(
    ctx: &Ctx,
    permit: &Permit<CancelLetter>,
    round: &Round,
    wijk: WijkId,
    draft: &CancelDraft,
    notation: Notation,
) -> store::Result<RequestId> {
    let wanted = draft.check(notation)?;
    ctx.app
        .store
        .ask_to_cancel_letter(permit, round.id, wijk, &wanted, ctx.now())
        .await
}

fn view(
    round: &Round,
    permit: &Permit<CancelLetter>,
    left: &[(WijkId, u64)],
    form: &Form,
) -> impl IntoView + use<> {
    let body = if round.phase.is_around_voting() {
        fields(round, permit, left, form).into_any()
    } else {
        view! { <Notice title=t("rounds.lost.not_now")/> }.into_any()
    };
    view! {
        {form.summary(labels("rounds.lost.field"))}
        <h1>{t("rounds.lost.title")}</h1>
        <p class="wb-lead">{t("rounds.lost.lead")}</p>
        {body}
        <p><a href=href(work::paths::Home)>{t("requests.back")}</a></p>
    }
}

fn fields(
    round: &Round,
    permit: &Permit<CancelLetter>,
    left: &[(WijkId, u64)],
    form: &Form,
) -> impl IntoView + use<> {
    let all: Vec<Choice> = round
        .wijken
        .iter()
        .filter(|entry| permit.covers(entry.wijk.id))
        .map(|entry| Choice::new(entry.wijk.id.to_string(), entry.wijk.name.clone()))
        .collect();
    let which = if let [only] = all.as_slice() {
        view! { <input type="hidden" name="wijk" value=only.value.clone()/> }.into_any()
    } else {
        form.select("rounds.lost.field", "wijk", all).into_any()
    };
    let entries = round.wijken.iter();
    let mine = entries.filter(|entry| permit.covers(entry.wijk.id));
    let left = mine.map(|entry| {
        let of_wijk = left.iter().find(|(wijk, _)| *wijk == entry.wijk.id);
        let many = of_wijk.map_or(0, |(_, many)| *many);
        view! { <li>{tn("rounds.lost.left", many, &[("wijk", &entry.wijk.name)])}</li> }
    });
    let left = left.collect_view();
    let reasons = choices("requests.cancel_reason", CancelReason::ALL.iter().copied());
    view! {
        <form method="post" class="wb-form" novalidate>
            {which}
            {form.number("rounds.lost.field", "number")}
            {form.radios("rounds.lost.field", "reason", reasons)}
            {form.number("rounds.lost.field", "replacement")}
            <ul>{left}</ul>
            <ButtonRow><Button label=t("rounds.lost.button")/></ButtonRow>
        </form>
    }
}
