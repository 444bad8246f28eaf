//! What staff do: the list of what waits, the wijken, setting up a round and moving it on.

mod by_hand;
mod control;
mod dates;
mod draft_forms;
mod drafts;
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
        .at::<paths::Dates>(manage, get(dates::page).post(dates::submit))
        .at::<paths::Ready>(manage, get(drafts::back).post(drafts::ready))
        .at::<paths::Discard>(manage, get(drafts::back_from_discard).post(drafts::discard))
        .at::<paths::CopyRound>(manage, post(settings::copy))
        .at::<paths::TakeStep>(
            Access::to::<StepRound>(),
            get(control::back).post(control::step),
        )
}
