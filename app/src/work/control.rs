//! The control page of one round: the next step, what it still needs, and the emergency stop.

use axum::response::Response;
use domain::{
    access::{CancelVote, ManageRound, Permit, StepRound},
    id::RoundId,
    phase::{Phase, RoundFacts, Step, StepDraft, missing, waits},
    round::{Millis, Round},
};
use leptos::prelude::*;
use serde::Deserialize;
use store::StoreError;

use super::{by_hand, draft_forms, missing::missing_list, paths};
use crate::{
    counting, requests,
    rounds::{
        of_staff,
        rooms::{Room, links},
        waits::why,
    },
    ui::{Button, ButtonKind, ButtonLink, ButtonRow, Choice, Notice, NoticeKind},
    web::{
        allowed::Allowed,
        context::{Answer, Ctx},
        done::Done,
        error::AppError,
        form::{Form, labels},
        texts::{href, maybe, t, tf},
        time,
    },
};

const ROOMS: [Room; 9] = [
    Room::Settings,
    Room::AsResident,
    Room::Checks,
    Room::Key,
    Room::Letters,
    Room::Count,
    Room::Outcome,
    Room::Dossier,
    Room::Jobs,
];

pub async fn page(
    Allowed { ctx, permit }: Allowed<ManageRound>,
    paths::Control { round }: paths::Control,
) -> Answer {
    let (round, facts) = load(&ctx, &permit, round).await?;
    let now = ctx.now();
    let done = ctx.visitor.done;
    let done = done.and_then(|done| maybe(&format!("rounds.done.{done}")));
    let done = done.map(|title| view! { <Notice kind=NoticeKind::Success title=title/> });
    Ok(ctx.page(&round.title, || {
        view! {
            {done}
            {view(&round, &facts, &Form::default(), now)}
        }
    }))
}

/// The page again, with what is wrong with a form on it.
pub async fn again(
    ctx: &Ctx,
    permit: &Permit<ManageRound>,
    round: RoundId,
    error: StoreError,
    form: &Form,
) -> Answer {
    let form = Ctx::faults(error, form)?;
    let (round, facts) = load(ctx, permit, round).await?;
    let now = ctx.now();
    Ok(ctx.again(&round.title, || view(&round, &facts, &form, now)))
}

/// The address of a refused step, asked for again.
pub async fn back(
    Allowed { ctx, permit }: Allowed<StepRound>,
    paths::TakeStep { round }: paths::TakeStep,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    Ok(ctx.see_other(paths::Control { round: round.id }))
}

pub async fn step(
    Allowed { ctx, permit }: Allowed<StepRound>,
    paths::TakeStep { round }: paths::TakeStep,
    form: Form,
) -> Answer {
    let (round, facts) = load(&ctx, &permit, round).await?;
    let Pressed { step } = form.draft()?;
    let draft = form.draft()?;
    let taken = match step {
        Step::OpenVoting | Step::CloseVoting => by_hand::ask(&ctx, &round, step, &draft).await,
        Step::Cancel if step.needs_two(round.phase) => ask_to_cancel(&ctx, &round, &draft).await,
        _ => take(&ctx, &permit, &round, step, &draft).await,
    };
    match taken {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let form = Ctx::faults(error, &form)?;
            let now = ctx.now();
            Ok(ctx.again(&round.title, || view(&round, &facts, &form, now)))
        }
    }
}

/// Which step's button was pressed.
#[derive(Deserialize)]
struct Pressed {
    step: Step,
}

async fn take(
    ctx: &Ctx,
    permit: &Permit<StepRound>,
    round: &Round,
    step: Step,
    draft: &StepDraft,
) -> store::Result<Response> {
    let reason = draft.check(step)?;
    ctx.app
        .store
        .step_round(permit, round.id, step, &reason, ctx.now())
        .await?;
    Ok(ctx.see_other(paths::Control { round: round.id }))
}

/// Stopping a round with a public ballot waits for another person.
async fn ask_to_cancel(ctx: &Ctx, round: &Round, draft: &StepDraft) -> store::Result<Response> {
    let reason = draft.check(Step::Cancel)?;
    let permit = ctx
        .actor()
        .and_then(|actor| actor.permit::<CancelVote>().ok());
    let permit = permit.ok_or(StoreError::NotFound)?;
    let store = &ctx.app.store;
    let request = store
        .ask_to_cancel_vote(&permit, round.id, &reason, ctx.now())
        .await?;
    Ok(ctx.done(Done::RequestMade, requests::paths::Show { request }))
}

async fn load<A>(
    ctx: &Ctx,
    permit: &Permit<A>,
    round: RoundId,
) -> Result<(Round, RoundFacts), AppError> {
    let round = of_staff(ctx, permit, round).await?;
    let facts = ctx.app.store.round_facts(round.id, ctx.now()).await?;
    Ok((round, facts))
}

fn view(round: &Round, facts: &RoundFacts, form: &Form, now: Millis) -> impl IntoView + use<> {
    let can_cancel = round.phase.after(Step::Cancel, facts).is_ok();
    view! {
        {form.summary(labels("rounds.field"))}
        <h1 dir="auto">{round.title.clone()}</h1>
        <p class="wb-lead">{t(&format!("rounds.phase.{}", round.phase))}</p>
        {next(round, facts, form, now)}
        <h2>{t("rounds.control.more")}</h2>
        {links(round, &ROOMS)}
        <form method="post" action=href(paths::CopyRound { round: round.id })>
            <ButtonRow><Button label=t("rounds.control.copy") kind=ButtonKind::Secondary/></ButtonRow>
        </form>
        {(round.phase == Phase::Draft).then(|| draft_forms::discard_form(round.id, form))}
        {can_cancel.then(|| cancel(round, form))}
    }
}

/// The next step: by itself, by this page, by the card, or by the council.
fn next(round: &Round, facts: &RoundFacts, form: &Form, now: Millis) -> AnyView {
    let Some(step) = round.phase.next_step() else {
        return view! { <Notice title=t("rounds.control.done")/> }.into_any();
    };
    let lacking = missing(step, facts);
    let is_vote = matches!(step, Step::OpenVoting | Step::CloseVoting);
    let waiting = waits(step, facts).filter(|_| step.is_by_clock() && (is_vote || facts.is_due));
    let by_itself = match round.ends().filter(|_| step.is_by_clock()) {
        Some(at) if at > now => {
            let key = if is_vote {
                "rounds.control.closes"
            } else {
                "rounds.control.by_itself"
            };
            Some(tf(key, &[("moment", &time::moment(at))]))
        }
        Some(_) if waiting.is_some() => None,
        Some(_) if lacking.is_empty() => Some(t("rounds.control.any_minute")),
        Some(_) => Some(t("rounds.control.waits")),
        None => None,
    };
    let missing_part = (!lacking.is_empty()).then(|| {
        let list = missing_list(round, facts);
        view! { <Notice kind=NoticeKind::Warning title=t("rounds.control.missing")>{list}</Notice> }
    });
    view! {
        <section class="wb-band" aria-labelledby="stap">
            <h2 id="stap">{t("rounds.control.next")}</h2>
            <p><strong>{t(&format!("rounds.step.{step}"))}</strong></p>
            {by_itself.map(|text| view! { <p>{text}</p> })}
            {waiting.map(why)}
            {missing_part}
            {(round.phase == Phase::Draft).then(|| draft_forms::ready_form(round.id, facts.is_ready))}
            {way(round, step, facts, form)}
            {by_hand::to_dates(round)}
        </section>
    }
    .into_any()
}

fn way(round: &Round, step: Step, facts: &RoundFacts, form: &Form) -> AnyView {
    match step {
        Step::Count => {
            let path = href(counting::paths::Count { round: round.id });
            view! { <p><ButtonLink label=t("rounds.control.to_count") href=path/></p> }.into_any()
        }
        Step::Adopt | Step::Return => view! { <p>{t("rounds.control.council")}</p> }.into_any(),
        Step::OpenVoting | Step::CloseVoting => by_hand::way(round, step, facts, form),
        _ => view! {
            <form method="post" action=href(paths::TakeStep { round: round.id }) class="wb-form" novalidate>
                <input type="hidden" name="step" value=step.name()/>
                {form.area("rounds.field", "reason", 3)}
                <ButtonRow><Button label=t(&format!("rounds.step_now.{step}"))/></ButtonRow>
            </form>
        }
        .into_any(),
    }
}

fn cancel(round: &Round, form: &Form) -> impl IntoView + use<> {
    let is_open = form.get("step") == Step::Cancel.name();
    let needs_two = Step::Cancel.needs_two(round.phase);
    let tick = vec![Choice::new("yes", t("rounds.field.sure_yes"))];
    view! {
        <details open=is_open>
            <summary>{t("rounds.control.cancel")}</summary>
            <p>{t("rounds.control.cancel_text")}</p>
            {needs_two.then(|| view! { <p>{t("rounds.control.cancel_two")}</p> })}
            <form method="post" action=href(paths::TakeStep { round: round.id }) class="wb-form" novalidate>
                <input type="hidden" name="step" value=Step::Cancel.name()/>
                {form.area("rounds.field", "public_reason", 3)}
                {form.checkboxes("rounds.field", "sure", tick)}
                <ButtonRow><Button label=t("rounds.control.cancel_button") kind=ButtonKind::Danger/></ButtonRow>
            </form>
        </details>
    }
}
