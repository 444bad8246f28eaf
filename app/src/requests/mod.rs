//! What needs two people: the list of what waits for a second, and the page on which that person agrees.

mod facts;
pub mod paths;
mod show;
mod waiting;

pub use waiting::{Waiting, WaitingList, waiting};

use axum::routing::get;
use domain::access::ReadStaffPages;

use crate::web::{page::Access, table::Table};

pub fn pages(table: Table) -> Table {
    table.at::<paths::Show>(
        Access::to::<ReadStaffPages>(),
        get(show::page).post(show::submit),
    )
}
