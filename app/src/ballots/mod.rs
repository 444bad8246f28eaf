//! Voting: enter the code, choose, check, cast. Works without JavaScript and reads no account.

mod choose;
mod code;
mod done;
mod kept;
mod pass;
pub mod paths;
mod put_away;
mod review;
mod time_left;

pub use code::fault_text;
pub use put_away::{go_on, unfinished};

use axum::routing::get;

use crate::web::{page::Access, table::Table};

pub fn pages(table: Table) -> Table {
    table
        .at::<paths::EnterCode>(Access::Voter, get(code::page).post(code::submit))
        .at::<paths::Choose>(Access::Voter, get(choose::page).post(choose::submit))
        .at::<paths::Review>(Access::Voter, get(review::page).post(review::submit))
        .at::<paths::Done>(Access::Voter, get(done::page).post(done::wipe))
}
