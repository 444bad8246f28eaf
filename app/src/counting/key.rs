//! The key cards of the ballot box: who will keep them, making them, and trying whether enough of them open it.
//!
//! A card never comes back to the browser: not after a typing error, not on another visit.

use domain::{
    access::KeepBoxKey,
    ballot_box::HoldersDraft,
    fault::{Fault, What, both},
    phase::RoundFacts,
    round::Round,
};
use leptos::prelude::*;
use serde::Deserialize;
use store::{StoreError, ballot_box::StoredCard};

use super::{cards, paths, show_card};
use crate::{
    rounds::of_staff,
    ui::{
        Button, ButtonKind, ButtonLink, ButtonRow, Checkboxes, Choice, Notice, NoticeKind,
        TextField,
    },
    web::{
        allowed::Allowed,
        context::{Answer, Ctx},
        error::AppError,
        form::{Form, labels},
        texts::{href, t, tf, tn},
    },
    work,
};

/// What the page shows of a round's cards.
struct Found {
    round: Round,
    facts: RoundFacts,
    cards: Vec<StoredCard>,
    /// Whether the cards that were not shown yet are still there for whoever asks.
    is_held: bool,
    typing: cards::Typing,
}

pub async fn page(
    Allowed { ctx, permit }: Allowed<KeepBoxKey>,
    paths::Key { round }: paths::Key,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    let found = load(&ctx, round).await?;
    Ok(ctx.page(&ctx.say("rounds.key.title"), || {
        view(&found, &Form::default())
    }))
}

async fn load(ctx: &Ctx, round: Round) -> Result<Found, AppError> {
    let cards = ctx.app.store.key_cards(round.id).await?;
    let is_held = match cards.iter().find(|card| !card.is_shown) {
        Some(next) => show_card::held(ctx, &round, next.number).await?.is_some(),
        None => false,
    };
    Ok(Found {
        facts: ctx.app.store.round_facts(round.id, ctx.now()).await?,
        cards,
        is_held,
        typing: cards::Typing::of(ctx, &round),
        round,
    })
}

pub async fn submit(
    Allowed { ctx, permit }: Allowed<KeepBoxKey>,
    paths::Key { round }: paths::Key,
    form: Form,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    let (store, now) = (&ctx.app.store, ctx.now());
    match form.pressed()? {
        Deed::Make => {
            let facts = store.round_facts(round.id, now).await?;
            let sure = confirmed(&facts, &form);
            let holders = form.draft::<HoldersDraft>()?.check(round.settings.cards);
            let made = match both(sure, holders) {
                Ok(((), holders)) => store.make_box_key(&permit, round.id, &holders, now).await,
                Err(faults) => Err(faults.into()),
            };
            match made {
                Ok(cards) => {
                    let whose = cards::whose(&ctx, &round).ok_or(AppError::Forbidden)?;
                    let cards = cards.into_iter().map(Box::new).collect();
                    ctx.app.cards.unshown.put(whose, cards, now);
                    Ok(ctx.see_other(paths::Card { round: round.id }))
                }
                Err(error) => again(&ctx, round, Ctx::faults(error, &form)?).await,
            }
        }
        Deed::Rehearse => {
            let tried: Result<(), StoreError> = match cards::typed(&ctx, &round, &form).await {
                Ok(seed) => store.rehearse(&permit, round.id, &seed, now).await,
                Err(error) => Err(error),
            };
            match tried {
                Ok(()) => Ok(ctx.see_other(paths::Key { round: round.id })),
                Err(error) => again(&ctx, round, cards::faults(error)?).await,
            }
        }
    }
}

async fn again(ctx: &Ctx, round: Round, form: Form) -> Answer {
    let found = load(ctx, round).await?;
    Ok(ctx.again(&ctx.say("rounds.key.title"), || view(&found, &form)))
}

/// Cards that are in vaults already are not made worthless by a slip.
fn confirmed(facts: &RoundFacts, form: &Form) -> Result<(), Vec<Fault>> {
    if facts.has_box_key && form.get("sure").is_empty() {
        return Err(vec![Fault::at("sure", What::NotConfirmed)]);
    }
    Ok(())
}

/// The buttons of the page.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Deed {
    Make,
    Rehearse,
}

fn label(field: &str) -> Option<String> {
    let holder = |card| tf("rounds.key.holder", &[("n", card)]);
    let holder = field.strip_prefix("holder_").map(holder);
    holder
        .or_else(|| cards::label(field))
        .or_else(|| labels("rounds.field")(field))
}

fn view(found: &Found, form: &Form) -> impl IntoView + use<> {
    let Found { round, facts, .. } = found;
    let quorum = round.settings.cards;
    let lead = tf(
        "rounds.key.lead",
        &[
            ("needed", &quorum.needed().to_string()),
            ("total", &quorum.total().to_string()),
        ],
    );
    let is_unshown = found.cards.iter().any(|card| !card.is_shown);
    let try_it = (facts.has_box_key && !is_unshown).then(|| rehearse_form(found, form));
    let make = round
        .phase
        .takes_box_key()
        .then(|| make_form(round, facts.has_box_key, form));
    // The one thing to do comes first.
    let (first, second) = if facts.has_box_key && (found.is_held || !is_unshown) {
        (try_it, make)
    } else {
        (make, try_it)
    };
    view! {
        {form.summary(label)}
        <h1>{t("rounds.key.title")}</h1>
        <p class="wb-lead">{if quorum.is_alone() { t("rounds.key.lead_alone") } else { lead }}</p>
        <p>{t("rounds.key.alone")}</p>
        {standing(found, is_unshown)}
        {holders(&found.cards)}
        {first}
        {second}
        <p><a href=href(work::paths::Control { round: round.id }) dir="auto">{round.title.clone()}</a></p>
    }
}

/// How far the cards are.
fn standing(found: &Found, is_unshown: bool) -> AnyView {
    let facts = &found.facts;
    let round = found.round.id;
    if !facts.has_box_key {
        return view! { <Notice kind=NoticeKind::Warning title=t("rounds.key.none")/> }.into_any();
    }
    if is_unshown && found.is_held {
        return view! {
            <Notice kind=NoticeKind::Warning title=t("rounds.key.unshown")/>
            <p><ButtonLink label=t("rounds.key.to_show") href=href(paths::Card { round })/></p>
        }
        .into_any();
    }
    if is_unshown {
        return view! {
            <Notice kind=NoticeKind::Danger title=t("rounds.key.gone")><p>{t("rounds.key.gone_text")}</p></Notice>
        }
        .into_any();
    }
    if facts.rehearsed {
        view! { <Notice kind=NoticeKind::Success title=t("rounds.key.rehearsed")/> }.into_any()
    } else {
        view! { <Notice kind=NoticeKind::Warning title=t("rounds.key.made")/> }.into_any()
    }
}

fn holders(cards: &[StoredCard]) -> Option<AnyView> {
    let lines = cards
        .iter()
        .map(|card| {
            let shown = if card.is_shown {
                "rounds.key.is_shown"
            } else {
                "rounds.key.not_shown"
            };
            view! { <li><bdi>{card.holder.clone()}</bdi> ": " {t(shown)}</li> }
        })
        .collect_view();
    (!cards.is_empty())
        .then(|| view! { <h2>{t("rounds.key.holders_title")}</h2><ol>{lines}</ol> }.into_any())
}

fn make_form(round: &Round, has_key: bool, form: &Form) -> AnyView {
    let quorum = round.settings.cards;
    let (label, kind) = if has_key {
        (t("rounds.key.make_again"), ButtonKind::Danger)
    } else {
        (
            tn("rounds.key.make", quorum.total().into(), &[]),
            ButtonKind::Primary,
        )
    };
    let names = (1..=quorum.total())
        .map(|card| {
            let field = HoldersDraft::field(card);
            let words = tf("rounds.key.holder", &[("n", &card.to_string())]);
            let value = form.get(&field).to_owned();
            view! { <TextField label=form.label_saying(&field, words) value=value autocomplete="off"/> }
        })
        .collect_view();
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
            <p>{t("rounds.key.holder_text")}</p>
            {names}
            {sure}
            <ButtonRow><Button label=label kind=kind name="deed" value="make"/></ButtonRow>
        </form>
    }
    .into_any()
}

fn rehearse_form(found: &Found, form: &Form) -> AnyView {
    view! {
        <h2>{t("rounds.key.rehearse_title")}</h2>
        <p>{t("rounds.key.rehearse_text")}</p>
        <form method="post" class="wb-form" novalidate autocomplete="off">
            {cards::fields(form, &found.typing)}
            <ButtonRow><Button label=t("rounds.key.rehearse") name="deed" value="rehearse"/></ButtonRow>
        </form>
    }
    .into_any()
}
