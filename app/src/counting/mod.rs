//! Counting: the key cards that open the boxes, the count itself, and the rules by which votes become jobs.

mod cards;
mod count;
mod key;
pub mod paths;
pub mod rule;
mod show_card;
mod trial;
mod tryout;
mod tryout_view;

pub use cards::{Typing, at_card, fields, label, typed};
pub use count::boxes;

use axum::routing::get;
use domain::access::{CountVotes, KeepBoxKey, ManageRound};

use crate::web::{page::Access, table::Table};

pub fn pages(table: Table) -> Table {
    table
        .at::<paths::Key>(Access::to::<KeepBoxKey>(), get(key::page).post(key::submit))
        .showing_a_secret()
        .at::<paths::Card>(
            Access::to::<KeepBoxKey>(),
            get(show_card::page).post(show_card::submit),
        )
        .showing_a_secret()
        .at::<paths::Count>(
            Access::to::<CountVotes>(),
            get(count::page).post(count::submit),
        )
        .at::<paths::Tryout>(Access::to::<ManageRound>(), get(tryout::page))
}
