//! How many letters are made in one go.

use crate::{
    fault::{What, number},
    notation::Notation,
};

/// A number of letters to make at once: at least one, and no more than a patient person waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch(u32);

impl Batch {
    /// The most letters in one batch: about ten seconds of Argon2id on two cores.
    pub const MAX: u32 = 500;

    /// The number of letters, as typed.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(typed: &str, notation: Notation) -> Result<Self, What> {
        number(typed, notation, 1, Self::MAX.into()).map(Self)
    }

    /// How many.
    #[must_use]
    pub const fn size(self) -> u32 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_has_between_one_and_five_hundred_letters() {
        assert_eq!(
            Batch::check(" 500 ", Notation::Dutch).map(Batch::size),
            Ok(500)
        );
        for typed in ["0", "501", "-1", ""] {
            assert!(Batch::check(typed, Notation::Dutch).is_err(), "{typed}");
        }
    }
}
