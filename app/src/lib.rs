#![doc = include_str!("../README.md")]

mod ballots;
mod counting;
mod demo;
mod finding;
mod info;
mod letters;
mod outcomes;
mod people;
mod proposals;
mod requests;
mod rounds;
mod ui;
mod verdringing;
mod web;
mod work;

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};

pub use axum_extra::extract::cookie::Key as CookieKey;

pub use self::{
    demo::let_pass,
    info::security_txt,
    web::{
        cards::HeldCards,
        clock::{Clock, Demo},
        cookie::PassKeys,
        error::AppError,
        limits::Limits,
        made_letters::MadeLetters,
        page::{Access, Page},
        proxies::{NoNetwork, Proxies},
        session::{Visitor, read as read_session},
        state::{App, Assets},
        table::{Table, mark, not_found},
        texts,
    },
};

/// Every page with who may see it.
#[must_use]
pub fn pages() -> Table {
    let table = Table::default();
    let table = info::pages(table);
    let table = people::pages(table);
    let table = rounds::pages(table);
    let table = work::pages(table);
    let table = letters::pages(table);
    let table = counting::pages(table);
    let table = requests::pages(table);
    let table = proposals::pages(table);
    let table = verdringing::pages(table);
    let table = ballots::pages(table);
    let table = outcomes::pages(table);
    let table = finding::pages(table);
    demo::pages(table)
}

/// Turns a failed answer into a page with a way on.
///
/// Only here do errors and pages meet: the one page for an error that belongs to a subject is signing in again.
pub async fn show_errors(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    web::problem::show(app, request, next, people::sign_in_again).await
}
