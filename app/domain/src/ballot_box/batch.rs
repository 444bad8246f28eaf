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

    /// The number of letters, as typed, where so many voters have none yet.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(typed: &str, notation: Notation, without: u64) -> Result<Self, What> {
        number(typed, notation, 1, Self::most(without)).map(Self)
    }

    /// The most that can be made at once where so many voters have no letter yet. Where nobody lacks one, the store
    /// refuses any.
    #[must_use]
    pub fn most(without: u64) -> u64 {
        without.clamp(1, Self::MAX.into())
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
            Batch::check(" 500 ", Notation::Dutch, 900).map(Batch::size),
            Ok(500)
        );
        for typed in ["0", "501", "-1", ""] {
            assert!(
                Batch::check(typed, Notation::Dutch, 900).is_err(),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_batch_has_no_more_letters_than_voters_without_one() {
        let check = |typed| Batch::check(typed, Notation::Dutch, 20).map(Batch::size);
        assert_eq!(check("20"), Ok(20));
        assert!(check("21").is_err());
    }
}
