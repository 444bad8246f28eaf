//! Rounds, as everybody sees them.

pub mod life;
mod list;
pub mod paths;
pub mod rooms;
mod rules;
mod show;
pub mod waits;

use axum::routing::get;
use domain::{
    access::{ManageRound, Permit},
    id::RoundId,
    round::{Round, RoundWijk},
};

use crate::web::{context::Ctx, error::AppError, page::Access, table::Table};

pub fn pages(table: Table) -> Table {
    table
        .at::<paths::Rounds>(Access::Public, get(list::page))
        .at::<paths::Show>(Access::Public, get(show::page))
        .at::<paths::Rules>(Access::Public, get(rules::page))
        .at::<paths::RulesFile>(Access::Public, get(rules::json))
        .at::<paths::Seals>(Access::Public, get(rules::seals))
}

/// Whether the round exists for the visitor. A draft does only for who sets it up.
pub fn is_visible(ctx: &Ctx, round: &Round) -> bool {
    !round.phase.is_hidden()
        || ctx
            .permit::<ManageRound>()
            .is_ok_and(|permit| round.concerns(&permit))
}

/// The round of a path.
pub async fn visible(ctx: &Ctx, round: RoundId) -> Result<Round, AppError> {
    let round = ctx.app.store.round(round).await?;
    if is_visible(ctx, &round) {
        Ok(round)
    } else {
        Err(AppError::NotFound)
    }
}

/// The round of a page for staff. Without a wijk of theirs in it, it does not exist.
pub async fn of_staff<A>(ctx: &Ctx, permit: &Permit<A>, round: RoundId) -> Result<Round, AppError> {
    let round = visible(ctx, round).await?;
    if round.concerns(permit) {
        Ok(round)
    } else {
        Err(AppError::NotFound)
    }
}

/// How many jobs at the cap a budget is enough for: people read jobs more easily than money.
pub fn jobs_in(round: &Round, entry: &RoundWijk) -> u64 {
    entry
        .budget
        .as_cents()
        .checked_div(round.settings.cap.as_cents())
        .unwrap_or_default()
}
