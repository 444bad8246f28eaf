//! The clerk records what the council decided: adopt, adopt with a reasoned deviation per job, or return.

use domain::{
    access::{Permit, RecordDecision},
    council::{CouncilDraft, DeclineReasons, Ruling},
    id::{ProposalId, RoundId},
};
use leptos::prelude::*;

use super::{Counted, paths};
use crate::{
    rounds::of_staff,
    ui::{Button, ButtonRow, FieldError, Notice, NoticeKind, TextArea},
    web::{
        allowed::Allowed,
        context::{Answer, Ctx},
        error::AppError,
        form::{Form, choices, labels},
        texts::{href, t, tf},
    },
};

pub async fn page(
    Allowed { ctx, permit }: Allowed<RecordDecision>,
    paths::Decide { round }: paths::Decide,
) -> Answer {
    let counted = load(&ctx, &permit, round).await?;
    Ok(ctx.page(&ctx.say("outcomes.decide.title"), || {
        view(&counted, &Form::default())
    }))
}

pub async fn submit(
    Allowed { ctx, permit }: Allowed<RecordDecision>,
    paths::Decide { round }: paths::Decide,
    form: Form,
) -> Answer {
    let counted = load(&ctx, &permit, round).await?;
    let chosen: Vec<ProposalId> = counted
        .outcomes
        .iter()
        .flat_map(|outcome| outcome.allocation.winners().map(|award| award.id))
        .collect();
    let recorded = match form.draft::<CouncilDraft>()?.check(&chosen) {
        Ok(decision) => {
            ctx.app
                .store
                .record_decision(&permit, counted.round.id, &decision, ctx.now())
                .await
        }
        Err(faults) => Err(faults.into()),
    };
    match recorded {
        Ok(()) => Ok(ctx.see_other(paths::Dossier {
            round: counted.round.id,
        })),
        Err(error) => {
            let form = Ctx::faults(error, &form)?;
            Ok(ctx.again(&ctx.say("outcomes.decide.title"), || view(&counted, &form)))
        }
    }
}

async fn load(
    ctx: &Ctx,
    permit: &Permit<RecordDecision>,
    round: RoundId,
) -> Result<Counted, AppError> {
    let round = of_staff(ctx, permit, round).await?;
    Counted::load(ctx, round.id).await
}

/// The label of a field, for the list of what is wrong.
fn label(counted: &Counted, field: &str) -> Option<String> {
    let mut winners = counted
        .outcomes
        .iter()
        .flat_map(|outcome| outcome.allocation.winners());
    match winners.find(|award| DeclineReasons::field(award.id) == field) {
        Some(award) => Some(why(&counted.title(award))),
        None => labels("outcomes.decide")(field),
    }
}

fn why(title: &str) -> String {
    tf("outcomes.decide.why", &[("title", title)])
}

fn view(counted: &Counted, form: &Form) -> AnyView {
    let id = counted.round.id;
    if !counted.round.phase.takes_ruling() {
        return view! {
            <h1>{t("outcomes.decide.title")}</h1>
            <Notice kind=NoticeKind::Info title=t("outcomes.decide.not_now")/>
            <p><a href=href(paths::Dossier { round: id })>{t("outcomes.dossier.link")}</a></p>
        }
        .into_any();
    }
    view! {
        {form.summary(|field| label(counted, field))}
        <h1>{t("outcomes.decide.title")}</h1>
        <p class="wb-lead" dir="auto">{counted.round.title.clone()}</p>
        <p><a href=href(paths::Dossier { round: id })>{t("outcomes.dossier.link")}</a></p>
        <form method="post" class="wb-form" novalidate>
            {form.radios("outcomes.decide", "ruling", choices("outcomes.ruling", Ruling::ALL))}
            {form.area("outcomes.decide", "reason", 5)}
            {deviations(counted, form)}
            <p>{t("outcomes.decide.final")}</p>
            <ButtonRow><Button label=t("outcomes.decide.button")/></ButtonRow>
        </form>
    }
    .into_any()
}

/// One tick and one reason for each chosen job that the council declines.
fn deviations(counted: &Counted, form: &Form) -> impl IntoView + use<> {
    let ticked = form.all("declined");
    let rows = counted
        .outcomes
        .iter()
        .flat_map(|outcome| outcome.allocation.winners().map(move |award| (outcome, award)))
        .map(|(outcome, award)| {
            let value = award.id.to_string();
            let tick = format!("declined-{value}");
            let reason = DeclineReasons::field(award.id);
            let title = counted.title(award);
            let places = counted.places(outcome, award);
            let label = form.label_saying(&reason, why(&title));
            view! {
                <div class="wb-deviation">
                    <input class="wb-choice__input" type="checkbox" name="declined" id=tick.clone() value=value.clone() checked=ticked.contains(&value)/>
                    <label class="wb-choice__label" for=tick><span dir="auto">{title.clone()}</span> " (" {places} ")"</label>
                    <TextArea label=label value=form.get(&reason) rows=2/>
                </div>
            }
        })
        .collect_view();
    view! {
        <fieldset class="wb-fieldset" id="declined" aria-describedby=form.error("declined").map(|_| "declined-error")>
            <legend>{t("outcomes.decide.declined")}</legend>
            <p class="wb-field__hint">{t("outcomes.decide.declined_hint")}</p>
            <FieldError name="declined" error=form.error("declined")/>
            {rows}
        </fieldset>
    }
}
