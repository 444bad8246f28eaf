//! Letters on their way: between the second person's consent and the printer, in the server's memory and nowhere else.

use std::sync::{Arc, atomic::AtomicU32};

use domain::{
    id::{PersonId, RoundId, WijkId},
    round::Millis,
};
use store::ballot_box::Letter;

use super::held::Held;

/// An hour is enough to make thousands and to find another printer.
const LASTS: Millis = 60 * 60_000;

/// The letters of a wijk that are being made, or wait to be printed.
pub struct Making {
    /// Who agreed, and so prints them.
    pub by: PersonId,
    /// How many codes are asked for.
    pub total: u64,
    /// How many of them are made.
    pub made: Arc<AtomicU32>,
    /// How far it is.
    pub state: MakingState,
}

/// How far letters are.
pub enum MakingState {
    /// They are being made.
    AtIt,
    /// They wait to be printed.
    Ready(Vec<Letter>),
    /// They could not be made; why is in the log.
    Failed,
}

/// At most one batch of each wijk of a round.
pub struct MadeLetters(pub Held<Making, (RoundId, WijkId)>);

impl Default for MadeLetters {
    fn default() -> Self {
        Self(Held::lasting(LASTS))
    }
}
