//! The key card of the ballot box: shown once, tried once, kept on paper.
//!
//! A card never comes back to the browser: not after a typing error, not on another visit.

use domain::{
    access::KeepBoxKey,
    ballot_box::BoxSeed,
    fault::{Fault, What},
    phase::RoundFacts,
    round::Round,
};
use leptos::prelude::*;
use serde::Deserialize;

use super::{card, paths};
use crate::{
    rounds::of_staff,
    ui::{Button, ButtonKind, ButtonRow, Checkboxes, Choice, Notice, NoticeKind},
    web::{
        allowed::Allowed,
        context::Answer,
        form::{Form, labels},
        texts::{href, t},
    },
    work,
};

pub async fn page(
    Allowed { ctx, permit }: Allowed<KeepBoxKey>,
    paths::Key { round }: paths::Key,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    let facts = ctx.app.store.round_facts(round.id, ctx.now()).await?;
    Ok(ctx.page(&ctx.say("rounds.key.title"), || {
        view(&round, &facts, &Form::default())
    }))
}

pub async fn submit(
    Allowed { ctx, permit }: Allowed<KeepBoxKey>,
    paths::Key { round }: paths::Key,
    form: Form,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    let facts = ctx.app.store.round_facts(round.id, ctx.now()).await?;
    let done = match form.pressed()? {
        Deed::Make if facts.has_box_key && form.get("sure").is_empty() => {
            Err(vec![Fault::at("sure", What::NotConfirmed)].into())
        }
        Deed::Make => match ctx
            .app
            .store
            .make_box_key(&permit, round.id, ctx.now())
            .await
        {
            Ok(card) => {
                return Ok(ctx.page(&ctx.say("rounds.key.card_title"), || {
                    card_view(&round, &card)
                }));
            }
            Err(error) => Err(error),
        },
        Deed::Rehearse => match card::typed(&form) {
            Ok(card) => {
                ctx.app
                    .store
                    .rehearse(&permit, round.id, &card, ctx.now())
                    .await
            }
            Err(faults) => Err(faults.into()),
        },
    };
    match done {
        Ok(()) => Ok(ctx.see_other(paths::Key { round: round.id })),
        Err(error) => {
            let form = card::faults(error)?;
            Ok(ctx.again(&ctx.say("rounds.key.title"), || view(&round, &facts, &form)))
        }
    }
}

/// The buttons of the page.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Deed {
    Make,
    Rehearse,
}

fn view(round: &Round, facts: &RoundFacts, form: &Form) -> impl IntoView + use<> {
    let state = match (facts.has_box_key, facts.rehearsed) {
        (false, _) => view! { <Notice kind=NoticeKind::Warning title=t("rounds.key.none")/> },
        (true, false) => view! { <Notice kind=NoticeKind::Warning title=t("rounds.key.made")/> },
        (true, true) => {
            view! { <Notice kind=NoticeKind::Success title=t("rounds.key.rehearsed")/> }
        }
    };
    let can_make = round.phase.takes_box_key();
    let try_it = facts.has_box_key.then(|| rehearse_form(form));
    let make = can_make.then(|| make_form(facts.has_box_key, form));
    // The one thing to do comes first.
    let (first, second) = if facts.has_box_key {
        (try_it, make)
    } else {
        (make, try_it)
    };
    view! {
        {form.summary(labels("rounds.field"))}
        <h1>{t("rounds.key.title")}</h1>
        <p class="wb-lead">{t("rounds.key.lead")}</p>
        <p>{t("rounds.key.alone")}</p>
        {state}
        {first}
        {second}
        <p><a href=href(work::paths::Control { round: round.id }) dir="auto">{round.title.clone()}</a></p>
    }
}

fn make_form(has_key: bool, form: &Form) -> AnyView {
    let (label, kind) = if has_key {
        (t("rounds.key.make_again"), ButtonKind::Danger)
    } else {
        (t("rounds.key.make"), ButtonKind::Primary)
    };
    let sure = has_key.then(|| {
        let tick = vec![Choice::new("yes", t("rounds.field.sure_yes"))];
        view! {
            <p>{t("rounds.key.again_text")}</p>
            <Checkboxes label=form.label("rounds.field", "sure") options=tick/>
        }
    });
    view! {
        <h2>{t("rounds.key.make_title")}</h2>
        <p>{t("rounds.key.make_text")}</p>
        <form method="post" class="wb-form" novalidate>
            {sure}
            <ButtonRow><Button label=label kind=kind name="deed" value="make"/></ButtonRow>
        </form>
    }
    .into_any()
}

fn rehearse_form(form: &Form) -> AnyView {
    view! {
        <h2>{t("rounds.key.rehearse_title")}</h2>
        <p>{t("rounds.key.rehearse_text")}</p>
        <form method="post" class="wb-form" novalidate autocomplete="off">
            {card::field(form)}
            <ButtonRow><Button label=t("rounds.key.rehearse") name="deed" value="rehearse"/></ButtonRow>
        </form>
    }
    .into_any()
}

/// The card on paper, large enough to copy by hand.
fn card_view(round: &Round, card: &BoxSeed) -> impl IntoView + use<> {
    let text = card.to_text();
    let groups = text
        .split('-')
        .map(|group| view! { <span>{group.to_owned()}</span> " " })
        .collect_view();
    view! {
        <div class="wb-no-print">
            <Notice kind=NoticeKind::Warning title=t("rounds.key.once")>
                <p>{t("rounds.key.once_text")}</p>
            </Notice>
        </div>
        <article class="wb-sheet">
            <header class="wb-sheet__head">
                <h1>{t("rounds.key.card_title")}</h1>
                <p dir="auto">{round.title.clone()}</p>
            </header>
            <p class="wb-letter__code">{groups}</p>
            <ol>
                <li>{t("rounds.key.do_print")}</li>
                <li>{t("rounds.key.do_safe")}</li>
                <li>{t("rounds.key.do_try")}</li>
                <li>{t("rounds.key.do_count")}</li>
            </ol>
            <p class="wb-sheet__foot">{t("rounds.key.lost")}</p>
        </article>
        <p class="wb-no-print"><a href=href(paths::Key { round: round.id })>{t("rounds.key.to_rehearse")}</a></p>
    }
}
