//! Codes beside the letters (../ballot_box/README.md#letters-envelopes-paper): made in the same batch, handed out by number.

use serde::{Deserialize, Serialize};

use crate::ballot_box::LetterKind;

/// How many codes a wijk has beside its letters. They stand in the rules, so that nobody can add any later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spare {
    /// Envelopes at the desk, for who lost a letter or got none (reserve-enveloppen).
    pub reserve: u32,
    /// Ballots on paper, for who votes without a screen.
    pub paper: u32,
}

impl Spare {
    /// One reserve envelope for every twenty people who may vote: what the form advises.
    #[must_use]
    pub const fn advised(eligible: u32) -> u32 {
        eligible.div_ceil(20)
    }

    /// Both kinds together.
    #[must_use]
    pub fn all(self) -> u64 {
        u64::from(self.reserve) + u64::from(self.paper)
    }

    /// Every kind with its number, where so many letters are made.
    #[must_use]
    pub fn with_letters(self, letters: u32) -> [(LetterKind, u32); 3] {
        [
            (LetterKind::Letter, letters),
            (LetterKind::Reserve, self.reserve),
            (LetterKind::Paper, self.paper),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_is_one_in_twenty_and_never_none() {
        for (eligible, advised) in [(1, 1), (20, 1), (21, 2), (1_640, 82)] {
            assert_eq!(Spare::advised(eligible), advised);
        }
    }

    #[test]
    fn every_kind_of_code_has_its_number() {
        let spare = Spare {
            reserve: 3,
            paper: u32::MAX,
        };
        assert_eq!(spare.all(), u64::from(u32::MAX) + 3);
        let kinds = spare.with_letters(7).map(|(kind, _)| kind);
        assert_eq!(kinds, *LetterKind::ALL);
    }
}
