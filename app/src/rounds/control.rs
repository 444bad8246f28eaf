//! The control page of one round: the next step, what is still missing for it, and the emergency stop.

use axum::extract::Path;
use domain::{
    access::{Permit, StepRound},
    fault::{Fault, What, choice},
    phase::{Missing, Phase, RoundFacts, Step, missing},
    round::{Millis, Round},
};
use leptos::prelude::*;
use store::StoreError;

use super::{public_path, visible, work_path};
use crate::{
    context::{Answer, Ctx},
    error::AppError,
    form::Form,
    texts::{href, t, tf, tn},
    time,
    ui::{Button, ButtonKind, ButtonLink, ButtonRow, Checkboxes, Choice, Notice, NoticeKind},
};

pub async fn page(ctx: Ctx, Path(round): Path<String>) -> Answer {
    let (round, facts) = load(&ctx, &round).await?;
    let now = ctx.now();
    Ok(ctx.page(&round.title, || view(&round, &facts, &Form::default(), now)))
}

/// The address of a refused step, asked for again.
pub async fn back(ctx: Ctx, Path(round): Path<String>) -> Answer {
    let round = visible(&ctx, &round).await?;
    Ok(ctx.see_other(&work_path(round.id, "")))
}

pub async fn step(ctx: Ctx, Path(round): Path<String>, form: Form) -> Answer {
    let permit: Permit<StepRound> = ctx.permit()?;
    let (round, facts) = load(&ctx, &round).await?;
    match take(&ctx, &permit, &round, &form).await {
        Ok(_) => Ok(ctx.see_other(&work_path(round.id, ""))),
        Err(error) => {
            let form = Ctx::faults(error, &form)?;
            let now = ctx.now();
            Ok(ctx.again(&round.title, || view(&round, &facts, &form, now)))
        }
    }
}

async fn take(
    ctx: &Ctx,
    permit: &Permit<StepRound>,
    round: &Round,
    form: &Form,
) -> store::Result<Phase> {
    let step: Step = choice(form.get("step")).map_err(|what| vec![Fault::at("inhoud", what)])?;
    if step != Step::Cancel {
        return ctx
            .app
            .store
            .step_round(permit, round.id, step, form.get("reason"), ctx.now())
            .await;
    }
    let mut faults = Vec::new();
    if let Err(what) = domain::text::paragraph(form.get("public_reason"), 500) {
        faults.push(Fault::at("public_reason", what.into()));
    }
    if form.get("sure").is_empty() {
        faults.push(Fault::at("sure", What::NotConfirmed));
    }
    if !faults.is_empty() {
        return Err(StoreError::from(faults));
    }
    ctx.app
        .store
        .step_round(permit, round.id, step, form.get("public_reason"), ctx.now())
        .await
}

async fn load(ctx: &Ctx, round: &str) -> Result<(Round, RoundFacts), AppError> {
    let round = visible(ctx, round).await?;
    let facts = ctx.app.store.round_facts(round.id, ctx.now()).await?;
    Ok((round, facts))
}

/// What is missing for the next step of a round, with the page where it is solved.
pub fn missing_list(round: &Round, facts: &RoundFacts) -> AnyView {
    let Some(step) = round.phase.next_step() else {
        return ().into_any();
    };
    let lines = missing(step, facts)
        .into_iter()
        .map(|what| {
            let (text, path) = in_words(round, what);
            view! { <li><a href=href(&path)>{text}</a></li> }
        })
        .collect::<Vec<_>>();
    if lines.is_empty() {
        ().into_any()
    } else {
        view! { <ul>{lines}</ul> }.into_any()
    }
}

fn in_words(round: &Round, what: Missing) -> (String, String) {
    let here = |part| work_path(round.id, part);
    let many = |key: &str, n: usize| tn(key, u64::try_from(n).unwrap_or(u64::MAX), &[]);
    match what {
        Missing::Wijk => (t("rounds.missing.wijk"), here("/instellen")),
        Missing::Budget(n) => (many("rounds.missing.budget", n), here("/instellen")),
        Missing::Dates(n) => (many("rounds.missing.dates", n), here("/instellen")),
        Missing::Decisions(n) => (
            many("rounds.missing.decisions", n),
            "/werk/toets".to_owned(),
        ),
        Missing::Candidates(n) => (
            many("rounds.missing.candidates", n),
            public_path(round.id, "/voorstellen"),
        ),
        Missing::Codes(n) => (many("rounds.missing.codes", n), here("/brieven")),
        Missing::BoxKey => (t("rounds.missing.box_key"), here("/sleutel")),
        Missing::Rehearsal => (t("rounds.missing.rehearsal"), here("/sleutel")),
    }
}

fn view(round: &Round, facts: &RoundFacts, form: &Form, now: Millis) -> AnyView {
    let can_cancel = round.phase.after(Step::Cancel, facts).is_ok();
    view! {
        {form.summary()}
        <h1 dir="auto">{round.title.clone()}</h1>
        <p class="wb-lead">{t(&format!("rounds.phase.{}", round.phase))}</p>
        {next(round, facts, form, now)}
        <h2>{t("rounds.control.more")}</h2>
        <ul>{links(round)}</ul>
        <form method="post" action=href(&work_path(round.id, "/kopie"))>
            <ButtonRow><Button label=t("rounds.control.copy") kind=ButtonKind::Secondary/></ButtonRow>
        </form>
        {can_cancel.then(|| cancel(round, form))}
    }
    .into_any()
}

/// The next step: by itself, by this page, by the card, or by the council.
fn next(round: &Round, facts: &RoundFacts, form: &Form, now: Millis) -> AnyView {
    let Some(step) = round.phase.next_step() else {
        return view! { <Notice title=t("rounds.control.done")/> }.into_any();
    };
    let lacking = missing(step, facts);
    let by_itself = match round.ends().filter(|_| step.is_by_clock()) {
        Some(at) if at > now => {
            let key = if step == Step::CloseVoting {
                "rounds.control.closes"
            } else {
                "rounds.control.by_itself"
            };
            Some(tf(key, &[("moment", &time::moment(at))]))
        }
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
            {missing_part}
            {way(round, step, facts, form)}
        </section>
    }
    .into_any()
}

fn way(round: &Round, step: Step, facts: &RoundFacts, form: &Form) -> AnyView {
    let link = |label: String, path: &str| {
        view! { <p><ButtonLink label=label href=href(&work_path(round.id, path))/></p> }.into_any()
    };
    match step {
        Step::Count => link(t("rounds.control.to_count"), "/telling"),
        Step::Adopt | Step::Return => view! { <p>{t("rounds.control.council")}</p> }.into_any(),
        Step::CloseVoting if !facts.is_due => view! { <p>{t("rounds.control.never_early")}</p> }.into_any(),
        _ => view! {
            <form method="post" action=href(&work_path(round.id, "/stap")) class="wb-form" novalidate>
                <input type="hidden" name="step" value=step.name()/>
                {form.area("rounds.field", "reason", 500, 3)}
                <ButtonRow><Button label=t(&format!("rounds.step_now.{step}"))/></ButtonRow>
            </form>
        }
        .into_any(),
    }
}

fn cancel(round: &Round, form: &Form) -> AnyView {
    let is_open = form.get("step") == Step::Cancel.name();
    let ticked = form.all("sure");
    view! {
        <details open=is_open>
            <summary>{t("rounds.control.cancel")}</summary>
            <p>{t("rounds.control.cancel_text")}</p>
            <form method="post" action=href(&work_path(round.id, "/stap")) class="wb-form" novalidate>
                <input type="hidden" name="step" value=Step::Cancel.name()/>
                {form.area("rounds.field", "public_reason", 500, 3)}
                <Checkboxes
                    name="sure" legend=t("rounds.field.sure") options=vec![Choice::new("ja", t("rounds.field.sure_yes"))]
                    values=ticked error=form.error("sure") error_prefix=t("site.error_prefix")
                />
                <ButtonRow><Button label=t("rounds.control.cancel_button") kind=ButtonKind::Danger/></ButtonRow>
            </form>
        </details>
    }
    .into_any()
}

fn links(round: &Round) -> AnyView {
    let phase = round.phase;
    let is_cancelled = phase == Phase::Cancelled;
    let work = |part| work_path(round.id, part);
    let shown = [
        ("settings", work("/instellen"), phase == Phase::Draft),
        ("as_resident", public_path(round.id, ""), true),
        ("checks", "/werk/toets".to_owned(), phase <= Phase::Checking),
        ("key", work("/sleutel"), phase <= Phase::BallotPublished),
        ("letters", work("/brieven"), phase <= Phase::Closed),
        ("count", work("/telling"), phase == Phase::Closed),
        (
            "outcome",
            public_path(round.id, "/uitslag"),
            phase.shows_tally(),
        ),
        (
            "dossier",
            public_path(round.id, "/dossier"),
            phase.shows_tally(),
        ),
        (
            "jobs",
            public_path(round.id, "/banen"),
            matches!(phase, Phase::Delivery | Phase::Archived),
        ),
    ];
    shown
        .into_iter()
        .filter(|(name, _, is_there)| *is_there && (!is_cancelled || *name == "as_resident"))
        .map(|(name, path, _)| view! { <li><a href=href(&path)>{t(&format!("rounds.control.link.{name}"))}</a></li> })
        .collect_view()
        .into_any()
}
