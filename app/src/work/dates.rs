//! Moving the dates of a round that has begun: at once until its ballot is public, then by asking a second person.

use axum::response::Response;
use domain::{
    access::{ManageRound, MoveDates, Permit},
    phase::waits,
    round::{DatesDraft, Round, Starts},
};
use leptos::prelude::*;
use store::{Refusal, StoreError};

use super::paths;
use crate::{
    requests,
    rounds::of_staff,
    ui::{Button, ButtonRow, DateTimeField},
    web::{
        allowed::Allowed,
        context::{Answer, Ctx},
        done::Done,
        error::AppError,
        form::{Form, labels},
        texts::{href, t},
        time,
    },
};

pub async fn page(
    Allowed { ctx, permit }: Allowed<ManageRound>,
    paths::Dates { round }: paths::Dates,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    if round.movable().is_empty() {
        return Err(AppError::Refused(Refusal::Phase));
    }
    let starts = round.movable().into_iter();
    let starts = starts.map(|phase| {
        (
            phase,
            round.starts(phase).map(time::field).unwrap_or_default(),
        )
    });
    let form = Form::filled(&DatesDraft {
        starts: starts.collect(),
        public_reason: String::new(),
    })?;
    Ok(ctx.page(&ctx.say("rounds.dates.title"), || view(&round, &form)))
}

pub async fn submit(
    Allowed { ctx, permit }: Allowed<ManageRound>,
    paths::Dates { round }: paths::Dates,
    form: Form,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    let draft = form.draft()?;
    match move_or_ask(&ctx, &permit, &round, &draft).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let form = Ctx::faults(error, &form)?;
            Ok(ctx.again(&ctx.say("rounds.dates.title"), || view(&round, &form)))
        }
    }
}

async fn move_or_ask(
    ctx: &Ctx,
    permit: &Permit<ManageRound>,
    round: &Round,
    draft: &DatesDraft,
) -> store::Result<Response> {
    let (store, now, id) = (&ctx.app.store, ctx.now(), round.id);
    if round.movable().is_empty() {
        return Err(Refusal::Phase.into());
    }
    let facts = store.round_facts(id, now).await?;
    let step = round.phase.next_step();
    let is_waiting = step.and_then(|step| waits(step, &facts)).is_some();
    let notation = ctx.lang().notation();
    let new = draft.check(round, is_waiting, now, |typed| time::read(typed, notation))?;
    if !round.phase.is_frozen() {
        store.move_dates(permit, id, &new, now).await?;
        return Ok(ctx.done(Done::DatesMoved, paths::Control { round: id }));
    }
    let permit = ctx
        .actor()
        .and_then(|actor| actor.permit::<MoveDates>().ok());
    let permit = permit.ok_or(StoreError::NotFound)?;
    let request = store.ask_to_move_dates(&permit, id, &new, now).await?;
    Ok(ctx.done(Done::RequestMade, requests::paths::Show { request }))
}

fn view(round: &Round, form: &Form) -> impl IntoView + use<> {
    let movable = round.movable();
    let label = |field: &str| {
        let phase = movable.iter().find(|phase| Starts::field(**phase) == field);
        match phase {
            Some(phase) => Some(t(&format!("rounds.start.{phase}"))),
            None if field == "public_reason" => Some(t("rounds.dates.reason")),
            None => labels("rounds.field")(field),
        }
    };
    let summary = form.summary(label);
    let dates = movable
        .iter()
        .map(|phase| {
            let field = Starts::field(*phase);
            let label = form.label_saying(&field, t(&format!("rounds.start.{phase}")));
            view! { <DateTimeField label=label value=form.get(&field)/> }
        })
        .collect_view();
    let is_frozen = round.phase.is_frozen();
    let (lead, button) = if is_frozen {
        ("rounds.dates.lead_two", "rounds.dates.ask")
    } else {
        ("rounds.dates.lead", "rounds.dates.button")
    };
    let reason = form
        .label_saying("public_reason", t("rounds.dates.reason"))
        .with_hint(Some(t("rounds.field.public_reason_hint")));
    view! {
        {summary}
        <h1>{t("rounds.dates.title")}</h1>
        <p class="wb-lead">{t(lead)}</p>
        <form method="post" class="wb-form" novalidate>
            {dates}
            <crate::ui::TextArea label=reason value=form.get("public_reason") rows=3/>
            <ButtonRow><Button label=t(button)/></ButtonRow>
        </form>
        <p><a href=href(paths::Control { round: round.id }) dir="auto">{round.title.clone()}</a></p>
    }
}
