//! Rounds, as everybody sees them.

pub mod life;
mod list;
pub mod paths;
pub mod rooms;
mod rules;
mod show;

use axum::routing::get;
use domain::{
    access::ManageRound,
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

/// The round of a path. A draft does not exist for residents.
pub async fn visible(ctx: &Ctx, round: RoundId) -> Result<Round, AppError> {
    let round = ctx.app.store.round(round).await?;
    if round.phase.is_hidden() && !ctx.may::<ManageRound>() {
        return Err(AppError::NotFound);
    }
    Ok(round)
}

/// How many jobs at the cap a budget is enough for: people read jobs more easily than money.
pub fn jobs_in(round: &Round, entry: &RoundWijk) -> u64 {
    entry
        .budget
        .as_cents()
        .checked_div(round.settings.cap.as_cents())
        .unwrap_or_default()
}
