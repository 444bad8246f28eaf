//! Showing the key cards that were just made, each once and on a sheet of its own.
//!
//! Until then they are in the server's memory only: a server that starts anew, or an hour, and the key must be made anew.

use domain::{access::KeepBoxKey, ballot_box::KeyCard, round::Round};
use leptos::prelude::*;
use serde::Deserialize;
use store::{Refusal, StoreError, ballot_box::StoredCard};

use super::{cards, paths};
use crate::{
    letters::qr,
    rounds::of_staff,
    ui::{Button, ButtonLink, ButtonRow, Notice, NoticeKind},
    web::{
        allowed::Allowed,
        cards::Unshown,
        context::{Answer, Ctx},
        error::AppError,
        form::Form,
        held::Whose,
        texts::{href, t, tf},
    },
    work,
};

/// Which card is asked for.
#[derive(Deserialize)]
struct Which {
    card: u8,
}

pub async fn page(
    Allowed { ctx, permit }: Allowed<KeepBoxKey>,
    paths::Card { round }: paths::Card,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    let cards = ctx.app.store.key_cards(round.id).await?;
    let Some(next) = cards.iter().find(|card| !card.is_shown) else {
        return Ok(ctx.see_other(paths::Key { round: round.id }));
    };
    let is_held = held(&ctx, &round, next.number).await?.is_some();
    Ok(ctx.page(&ctx.say("rounds.card.title"), || {
        if is_held {
            ready(&round, next, cards.len())
        } else {
            gone(&round)
        }
    }))
}

/// Shows one card. From here on it is nowhere but on the screen.
pub async fn submit(
    Allowed { ctx, permit }: Allowed<KeepBoxKey>,
    paths::Card { round }: paths::Card,
    form: Form,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    let Which { card } = form.draft()?;
    let to_next = || ctx.see_other(paths::Card { round: round.id });
    let Some(shown) = held(&ctx, &round, card).await? else {
        return Ok(to_next());
    };
    // Written before it is shown: whoever reads the journal knows of every card that somebody may have seen.
    let (store, now) = (&ctx.app.store, ctx.now());
    match store.show_card(&permit, round.id, &shown, now).await {
        Ok(()) => {}
        Err(StoreError::Refused(Refusal::Done | Refusal::Card)) => return Ok(to_next()),
        Err(error) => return Err(error.into()),
    }
    forget(&ctx, &round, card)?;
    let cards = ctx.app.store.key_cards(round.id).await?;
    Ok(ctx.page(&ctx.say("rounds.card.title"), || {
        view(&round, &shown, &cards)
    }))
}

fn whose(ctx: &Ctx, round: &Round) -> Result<Whose, AppError> {
    cards::whose(ctx, round).ok_or(AppError::Forbidden)
}

/// A card that whoever asks has not seen yet, if it is still there and no other key was made since.
pub async fn held(ctx: &Ctx, round: &Round, card: u8) -> Result<Option<Box<KeyCard>>, AppError> {
    let tag = ctx.app.store.box_tag(round.id).await?;
    let find = |cards: &mut Unshown| {
        cards.retain(|held| held.tag() == tag);
        cards.iter().find(|held| held.index() == card).cloned()
    };
    let unshown = &ctx.app.cards.unshown;
    Ok(unshown.with(whose(ctx, round)?, ctx.now(), find).flatten())
}

fn forget(ctx: &Ctx, round: &Round, card: u8) -> Result<(), AppError> {
    let remove = |cards: &mut Unshown| cards.retain(|held| held.index() != card);
    let unshown = &ctx.app.cards.unshown;
    unshown.with(whose(ctx, round)?, ctx.now(), remove);
    Ok(())
}

/// Before a card is shown: what to have at hand, and who stands by.
fn ready(round: &Round, next: &StoredCard, total: usize) -> AnyView {
    let holder = next.holder.clone();
    view! {
        <h1>{number(next.number, total)}</h1>
        <p class="wb-lead">{tf("rounds.card.for", &[("holder", &holder)])}</p>
        <Notice kind=NoticeKind::Warning title=t("rounds.card.once")>
            <p>{t("rounds.card.once_text")}</p>
        </Notice>
        {show_button(next.number)}
        {back(round)}
    }
    .into_any()
}

fn gone(round: &Round) -> AnyView {
    view! {
        <h1>{t("rounds.card.title")}</h1>
        <Notice kind=NoticeKind::Danger title=t("rounds.key.gone")><p>{t("rounds.key.gone_text")}</p></Notice>
        <p><ButtonLink label=t("rounds.card.to_key") href=href(paths::Key { round: round.id })/></p>
    }
    .into_any()
}

/// The card on paper, large enough to copy by hand.
fn view(round: &Round, card: &KeyCard, all: &[StoredCard]) -> AnyView {
    let own = all.iter().find(|stored| stored.number == card.index());
    let holder = own.map(|own| own.holder.clone()).unwrap_or_default();
    let next = all.iter().find(|stored| !stored.is_shown);
    let rows = card.rows();
    let rows = rows.iter().map(|row| {
        let groups = row.split('-').map(|group| view! { <span>{group.to_owned()}</span> " " });
        view! { <li class="wb-key-card__row"><span class="wb-key-card__signs">{groups.collect_view()}</span></li> }
    });
    let on = match next {
        Some(next) => view! { <h2>{t("rounds.card.then")}</h2>{show_button(next.number)} }.into_any(),
        None => view! {
            <p><ButtonLink label=t("rounds.card.to_rehearse") href=href(paths::Key { round: round.id })/></p>
        }
        .into_any(),
    };
    let alone = round.settings.cards.is_alone();
    let enough = if alone {
        t("rounds.card.opens_alone")
    } else {
        tf(
            "rounds.card.opens",
            &[("needed", &round.settings.cards.needed().to_string())],
        )
    };
    view! {
        <div class="wb-no-print">
            <Notice kind=NoticeKind::Warning title=t("rounds.card.now")><p>{t("rounds.card.now_text")}</p></Notice>
        </div>
        <article class="wb-sheet">
            <header class="wb-sheet__head">
                <h1>{number(card.index(), all.len())}</h1>
                <p dir="auto">{round.title.clone()}</p>
            </header>
            <p class="wb-lead">{tf("rounds.card.for", &[("holder", &holder)])}</p>
            <div class="wb-key-card">
                <ol class="wb-key-card__rows" aria-label=t("rounds.card.rows")>{rows.collect_view()}</ol>
                <div class="wb-letter__qr">{qr(&card.signs(), t("rounds.card.qr"))}</div>
            </div>
            <ol>
                <li>{t("rounds.card.do_check")}</li>
                <li>{t("rounds.card.do_safe")}</li>
                <li>{t("rounds.card.do_try")}</li>
                <li>{t("rounds.card.do_count")}</li>
            </ol>
            <p class="wb-sheet__foot">{enough} " " {t("rounds.card.secret")}</p>
        </article>
        <div class="wb-no-print">{on}</div>
    }
    .into_any()
}

fn number(card: u8, total: usize) -> String {
    let values = [("n", &*card.to_string()), ("total", &total.to_string())];
    tf("rounds.card.number", &values)
}

fn show_button(card: u8) -> impl IntoView {
    let number = card.to_string();
    view! {
        <form method="post" class="wb-form">
            <input type="hidden" name="card" value=number.clone()/>
            <ButtonRow><Button label=tf("rounds.card.show", &[("n", &number)])/></ButtonRow>
        </form>
    }
}

fn back(round: &Round) -> impl IntoView + use<> {
    view! { <p><a href=href(work::paths::Control { round: round.id }) dir="auto">{round.title.clone()}</a></p> }
}
