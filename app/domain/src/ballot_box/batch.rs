//! How many letters a wijk gets: all in one batch, so that no seal can be told by when it came.

use crate::{
    fault::{What, number},
    notation::Notation,
};

/// A number of letters to make: at least one, and no more than people who may vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch(u32);

impl Batch {
    /// The number of letters, as typed, where so many people may vote.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(typed: &str, notation: Notation, eligible: u32) -> Result<Self, What> {
        number(typed, notation, 1, eligible.into()).map(Self)
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
    fn a_batch_has_no_more_letters_than_people_who_may_vote() {
        let check = |typed| Batch::check(typed, Notation::Dutch, 4_430).map(Batch::size);
        assert_eq!(check(" 4.430 "), Ok(4_430));
        for typed in ["0", "4431", "-1", ""] {
            assert!(check(typed).is_err(), "{typed}");
        }
    }
}
