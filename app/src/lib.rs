//! Shows: every page, form and island.
//!
//! A page is an axum handler that loads what it needs through the store and renders Leptos views to HTML. A form is a
//! plain `<form method="post">` to the page's own address: the same path with and without JavaScript. Islands run in
//! the browser and only make a page nicer.

pub mod islands;

#[cfg(feature = "ssr")]
mod access;
#[cfg(feature = "ssr")]
mod ballots;
#[cfg(feature = "ssr")]
mod context;
#[cfg(feature = "ssr")]
mod demo;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
mod info;
#[cfg(feature = "ssr")]
mod outcomes;
#[cfg(feature = "ssr")]
mod people;
#[cfg(feature = "ssr")]
mod proposals;
#[cfg(feature = "ssr")]
mod rounds;
#[cfg(feature = "ssr")]
pub mod session;
#[cfg(feature = "ssr")]
mod shell;
#[cfg(feature = "ssr")]
mod state;
#[cfg(feature = "ssr")]
pub mod texts;
#[cfg(feature = "ssr")]
mod time;
#[cfg(feature = "ssr")]
pub mod ui;
#[cfg(feature = "ssr")]
mod verdringing;

#[cfg(feature = "ssr")]
pub use self::{
    access::{Access, Row, Table},
    context::Ctx,
    error::{AppError, show_errors},
    state::{App, Assets, Clock, Demo},
};

#[cfg(feature = "ssr")]
pub use axum_extra::extract::cookie::Key as PassKey;

#[cfg(feature = "ssr")]
pub use self::{info::security_txt, people::limits::Limits};

/// Every page with who may see it.
#[cfg(feature = "ssr")]
#[must_use]
pub fn pages() -> Table {
    let table = Table::default();
    let table = info::pages(table);
    let table = people::pages(table);
    let table = rounds::pages(table);
    let table = proposals::pages(table);
    let table = verdringing::pages(table);
    let table = ballots::pages(table);
    let table = outcomes::pages(table);
    demo::pages(table)
}

/// Called by the browser before its islands wake up.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
