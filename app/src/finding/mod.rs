//! «Vind uw stem»: by three words, in the browser or by first letter; or with the letter, for who does not find them.

mod find;
mod help;
mod letter;
mod list;
mod looks;
pub mod paths;
mod search;

pub use looks::invitation;

use axum::routing::get;

use crate::web::{page::Access, table::Table};

pub fn pages(table: Table) -> Table {
    table
        .at::<paths::Find>(Access::Public, get(find::page).post(looks::submit))
        .at::<paths::Letter>(Access::Voter, get(letter::page).post(letter::submit))
}
