//! A round that nobody else has seen yet: saying that it is ready, and throwing it away.

use super::{control, paths};
use crate::{
    rounds::of_staff,
    web::{
        allowed::Allowed,
        context::{Answer, Ctx},
        done::Done,
        error::AppError,
        form::Form,
    },
};
use domain::{
    access::{ManageRound, Permit},
    fault::{Fault, What},
    id::RoundId,
};

/// The address of a refusal, asked for again.
pub async fn back(
    Allowed { ctx, permit }: Allowed<ManageRound>,
    paths::Ready { round }: paths::Ready,
) -> Answer {
    to_control(&ctx, &permit, round).await
}

/// As [`back`].
pub async fn back_from_discard(
    Allowed { ctx, permit }: Allowed<ManageRound>,
    paths::Discard { round }: paths::Discard,
) -> Answer {
    to_control(&ctx, &permit, round).await
}

async fn to_control(ctx: &Ctx, permit: &Permit<ManageRound>, round: RoundId) -> Answer {
    let round = of_staff(ctx, permit, round).await?;
    Ok(ctx.see_other(paths::Control { round: round.id }))
}

pub async fn ready(
    Allowed { ctx, permit }: Allowed<ManageRound>,
    paths::Ready { round }: paths::Ready,
    form: Form,
) -> Answer {
    let store = &ctx.app.store;
    of_staff(&ctx, &permit, round).await?;
    match store.ready_round(&permit, round, ctx.now()).await {
        Ok(()) => Ok(ctx.done(Done::RoundReadied, paths::Control { round })),
        Err(error) => control::again(&ctx, &permit, round, error, &form).await,
    }
}

pub async fn discard(
    Allowed { ctx, permit }: Allowed<ManageRound>,
    paths::Discard { round }: paths::Discard,
    form: Form,
) -> Answer {
    of_staff(&ctx, &permit, round).await?;
    if form.get("discard").is_empty() {
        let fault = Fault::at("discard", What::NotConfirmed);
        return control::again(&ctx, &permit, round, vec![fault].into(), &form).await;
    }
    let discarded = ctx.app.store.discard_round(&permit, round, ctx.now()).await;
    discarded.map_err(AppError::from)?;
    Ok(ctx.done(Done::RoundDiscarded, paths::Home))
}
