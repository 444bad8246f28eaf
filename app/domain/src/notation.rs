//! How numbers are typed: what a page prints can be typed back. The pages themselves write numbers by ICU.
//!
//! Dutch writes `4.430` and `€ 17.000,50`, English `4,430` and `€ 17,000.50`. A dot or comma before exactly three last digits is
//! the only thing in which the two can be taken for each other; there the page's own notation decides, and what the other
//! would read a thousandfold is refused rather than guessed.

mod typed;

use serde::{Deserialize, Serialize};

pub(crate) use typed::{Money, WholeNumber};

/// How the reader of a page writes numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Notation {
    /// A dot between thousands, a comma before cents.
    #[default]
    Dutch,
    /// A comma between thousands, a dot before cents.
    English,
}

impl Notation {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Dutch, Self::English];

    /// What stands before a fraction.
    #[must_use]
    pub const fn decimal(self) -> char {
        match self {
            Self::Dutch => ',',
            Self::English => '.',
        }
    }
}

#[cfg(test)]
mod tests;
