//! What staff do: the list of what waits, the wijken, setting up a round and moving it on.

mod control;
mod home;
mod missing;
pub mod paths;
mod settings;
mod wijken;

use axum::routing::{get, post};
use domain::access::{ManageRound, ReadStaffPages, StepRound};

use crate::web::{page::Access, table::Table};

pub fn pages(table: Table) -> Table {
    let manage = Access::to::<ManageRound>();
    table
        .at::<paths::Home>(Access::to::<ReadStaffPages>(), get(home::page))
        .at::<paths::Wijken>(manage, get(wijken::page).post(wijken::submit))
        .at::<paths::NewRound>(manage, get(settings::fresh).post(settings::make))
        .at::<paths::Control>(manage, get(control::page))
        .at::<paths::Settings>(manage, get(settings::page).post(settings::change))
        .at::<paths::CopyRound>(manage, post(settings::copy))
        .at::<paths::TakeStep>(
            Access::to::<StepRound>(),
            get(control::back).post(control::step),
        )
}
