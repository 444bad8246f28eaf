//! The ballot box of a round: its key and letters, casting, and closing it.
//!
//! Opening it and counting is `outcomes`: between the two lies the card, which is stored nowhere.

mod cancelling;
mod casting;
mod letters;
mod marks;
mod opening;
mod seals;

pub use casting::{Admission, HourlyCount, Vote};
pub use letters::Letter;
pub(crate) use letters::derive_all;
pub(crate) use seals::load_seals;
