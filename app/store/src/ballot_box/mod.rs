//! The ballot box of a round: its key and letters, opening the vote, casting, and closing.
//!
//! Unlocking the box and counting is `counting`: between the two lie the cards, which are stored nowhere.

mod aside;
mod cancelling;
mod cards;
mod casting;
mod hourly;
mod keys;
mod letters;
mod looking;
mod marks;
mod opening;
mod seals;

pub(crate) use aside::AsideCode;
pub use cards::{LockedBox, StoredCard};
pub use casting::{Admission, Vote};
pub use hourly::HourlyCount;
pub(crate) use keys::Keys;
pub use letters::Letter;
pub(crate) use letters::derive_all;
pub use looking::Listed;
pub(crate) use seals::load_seals;
