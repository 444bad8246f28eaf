//! Voting: a code opens the ballot, choose, look once more, cast. Works without JavaScript and reads no account.

mod choose;
mod code;
mod done;
mod pass;
mod review;

use axum::routing::get;

use crate::access::{Access, Table};

pub fn pages(table: Table) -> Table {
    table
        .at("/stem", Access::Voter, get(code::page).post(code::submit))
        .at(
            "/stem/kiezen",
            Access::Voter,
            get(choose::page).post(choose::submit),
        )
        .at(
            "/stem/controle",
            Access::Voter,
            get(review::page).post(review::submit),
        )
        .at("/stem/klaar", Access::Voter, get(done::page))
}
