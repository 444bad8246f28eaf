//! Counting: the key card that opens the boxes, the count itself, and the rules by which votes become jobs.

mod card;
mod count;
mod key;
pub mod paths;
pub mod rule;
mod trial;
mod tryout;
mod tryout_view;

use axum::routing::get;
use domain::access::{CountVotes, KeepBoxKey, ManageRound};

use crate::web::{page::Access, table::Table};

pub fn pages(table: Table) -> Table {
    table
        .at::<paths::Key>(Access::to::<KeepBoxKey>(), get(key::page).post(key::submit))
        .showing_a_secret()
        .at::<paths::Count>(
            Access::to::<CountVotes>(),
            get(count::page).post(count::submit),
        )
        .at::<paths::Tryout>(Access::to::<ManageRound>(), get(tryout::page))
}
