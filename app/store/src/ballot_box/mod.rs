//! The ballot box of a round: its key and letters, opening the vote, casting, and closing.
//!
//! Unlocking the box and counting is `outcomes`: between the two lies the card, which is stored nowhere.

mod cancelling;
mod casting;
mod hourly;
mod keys;
mod letters;
mod marks;
mod opening;
mod seals;

pub(crate) use cancelling::CancelledLetter;
pub use casting::{Admission, Vote};
pub use hourly::HourlyCount;
pub use letters::Letter;
pub(crate) use letters::derive_all;
pub(crate) use seals::load_seals;
