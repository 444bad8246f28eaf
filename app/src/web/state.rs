//! What every page works with.

use axum_extra::extract::cookie::Key;
use domain::verdringing::Checklist;
use store::Store;

use super::{
    cards::HeldCards,
    clock::{Clock, Demo},
    cookie::PassKeys,
    limits::Limits,
    made_letters::MadeLetters,
    proxies::Proxies,
};

/// Addresses of the files that pages load.
#[derive(Clone, Copy, Debug)]
pub struct Assets {
    /// The style sheet.
    pub style: &'static str,
    /// The script of the islands; none when the server was built without it.
    pub script: Option<&'static str>,
    /// The worker that counts again; none when the server was built without it.
    pub recount: Option<&'static str>,
    /// The icon.
    pub icon: &'static str,
}

/// Everything a page works with.
pub struct App {
    /// What is remembered.
    pub store: Store,
    /// The time.
    pub clock: Clock,
    /// Files that pages load.
    pub assets: Assets,
    /// Whether this is the demo.
    pub demo: Option<Demo>,
    /// The address people type, as printed on letters; without a slash at the end.
    pub base_url: String,
    /// The municipality's name.
    pub municipality: String,
    /// The 15 questions for new rounds.
    pub checklist: Checklist,
    /// Encrypts the voting pass.
    pub pass_keys: PassKeys,
    /// Encrypts which names signed in from a browser; the same after a restart.
    pub browser_key: Key,
    /// Key cards between being made and printed, and between being typed and used.
    pub cards: HeldCards,
    /// Letters between being made and printed.
    pub letters: MadeLetters,
    /// Who tried too often.
    pub limits: Limits,
    /// Whose word about an address is believed.
    pub proxies: Proxies,
}
