//! Key cards on their way: between being made and being printed, and between being typed and opening something.
//!
//! Nothing of this is in the database, and nothing that was typed goes back to a browser.

use domain::{
    ballot_box::{CARD_ROWS, CardRow, KeyCard},
    round::Millis,
};

use super::held::Held;

const MINUTE: Millis = 60_000;

/// Cards that were made and not shown yet. In boxes, so that moving one leaves no copy behind.
pub type Unshown = Vec<Box<KeyCard>>;

/// The rows that were typed without an error, card by card: whoever mistypes one row types only that one again.
pub type TypedRows = Vec<[Option<CardRow>; CARD_ROWS]>;

/// The key cards in the server's memory.
pub struct HeldCards {
    /// An hour is enough to find another printer.
    pub unshown: Held<Unshown>,
    /// Long enough to look at a row again; who walks away leaves nothing.
    pub typed: Held<TypedRows>,
}

impl Default for HeldCards {
    fn default() -> Self {
        Self {
            unshown: Held::lasting(60 * MINUTE),
            typed: Held::lasting(10 * MINUTE),
        }
    }
}

impl HeldCards {
    /// Lets go of everything whose time has passed.
    pub fn sweep(&self, now: Millis) {
        self.unshown.sweep(now);
        self.typed.sweep(now);
    }
}
