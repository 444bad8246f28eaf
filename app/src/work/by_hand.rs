//! A vote that the clock left to people: what they can do.

use axum::response::Response;
use domain::{
    access::StepVote,
    phase::{Phase, RoundFacts, Step, StepDraft},
    round::Round,
};
use leptos::prelude::*;
use store::StoreError;

use super::paths;
use crate::{
    requests,
    ui::{Button, ButtonRow},
    web::{
        context::Ctx,
        done::Done,
        form::Form,
        texts::{href, t},
    },
};

/// Opening or closing a vote by hand waits for another person.
pub async fn ask(
    ctx: &Ctx,
    round: &Round,
    step: Step,
    draft: &StepDraft,
) -> store::Result<Response> {
    let reason = draft.check(step)?;
    let permit = ctx
        .actor()
        .and_then(|actor| actor.permit::<StepVote>().ok());
    let permit = permit.ok_or(StoreError::NotFound)?;
    let store = &ctx.app.store;
    let request = store
        .ask_to_step_vote(&permit, round.id, step, &reason, ctx.now())
        .await?;
    Ok(ctx.done(Done::RequestMade, requests::paths::Show { request }))
}

/// The form for a vote that is due, or that nothing can be done yet.
pub fn way(round: &Round, step: Step, facts: &RoundFacts, form: &Form) -> AnyView {
    if !facts.is_due {
        return view! { <p>{t(&format!("rounds.never_early.{step}"))}</p> }.into_any();
    }
    view! {
        <p>{t("rounds.control.by_two")}</p>
        <form method="post" action=href(paths::TakeStep { round: round.id }) class="wb-form" novalidate>
            <input type="hidden" name="step" value=step.name()/>
            {form.area("rounds.field", "reason", 3)}
            <ButtonRow><Button label=t(&format!("rounds.step_now.{step}"))/></ButtonRow>
        </form>
    }
    .into_any()
}

/// The way to the dates of a round that has begun.
pub fn to_dates(round: &Round) -> Option<impl IntoView + use<>> {
    let path = href(paths::Dates { round: round.id });
    let key = if round.phase >= Phase::BallotPublished {
        "rounds.control.to_dates_two"
    } else {
        "rounds.control.to_dates"
    };
    (!round.movable().is_empty()).then(|| view! { <p><a href=path>{t(key)}</a></p> })
}
