//! How many letters a wijk gets: all in one batch, so that no seal can be told by when it came.

use serde::{Deserialize, Serialize};

use super::letter::LetterKind;
use crate::{
    fault::{What, number},
    notation::Notation,
    round::{RoundWijk, Spare},
};

/// The codes to make of a wijk: at least one letter and no more than people who may vote, with what the rules say is spare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    letters: u32,
    spare: Spare,
}

impl Batch {
    /// The batch of a wijk, with the number of letters as typed.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(typed: &str, notation: Notation, entry: &RoundWijk) -> Result<Self, What> {
        let letters = number(typed, notation, 1, entry.eligible.into())?;
        let spare = entry.spare;
        Ok(Self { letters, spare })
    }

    /// A batch of so many letters and what is spare, to make where the numbers are known to be right.
    #[must_use]
    pub const fn new(letters: u32, spare: Spare) -> Self {
        Self { letters, spare }
    }

    /// Whether it is what a wijk may have.
    #[must_use]
    pub fn is_for(self, entry: &RoundWijk) -> bool {
        (1..=entry.eligible).contains(&self.letters) && self.spare == entry.spare
    }

    /// How many letters.
    #[must_use]
    pub const fn letters(self) -> u32 {
        self.letters
    }

    /// How many codes beside them.
    #[must_use]
    pub const fn spare(self) -> Spare {
        self.spare
    }

    /// How many codes in all.
    #[must_use]
    pub fn size(self) -> u64 {
        u64::from(self.letters) + self.spare.all()
    }

    /// The kind of each code, kind after kind.
    pub fn kinds(self) -> impl Iterator<Item = LetterKind> {
        let kinds = self.spare.with_letters(self.letters).into_iter();
        kinds.flat_map(|(kind, many)| (0..many).map(move |_| kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        euro::Euro,
        id::WijkId,
        round::{Wijk, WijkKind},
    };

    fn entry() -> RoundWijk {
        RoundWijk {
            wijk: Wijk {
                id: WijkId::new(uuid::Uuid::from_u128(1)),
                name: "De Turfhoek".into(),
                kind: WijkKind::Neighbourhood,
                residents: 5_000,
                voting_point: "Buurthuis".into(),
            },
            budget: Euro::ZERO,
            eligible: 4_430,
            spare: Spare {
                reserve: 2,
                paper: 1,
            },
        }
    }

    #[test]
    fn a_batch_has_no_more_letters_than_people_who_may_vote() {
        let check = |typed| Batch::check(typed, Notation::Dutch, &entry()).map(Batch::letters);
        assert_eq!(check(" 4.430 "), Ok(4_430));
        for typed in ["0", "4431", "-1", ""] {
            assert!(check(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn a_batch_holds_what_is_spare_and_nothing_else() {
        let batch = Batch::check("3", Notation::Dutch, &entry()).unwrap();
        let kinds: Vec<LetterKind> = batch.kinds().collect();
        assert_eq!(kinds.len() as u64, batch.size());
        let of = |kind| kinds.iter().filter(|&&it| it == kind).count();
        let many = [LetterKind::Letter, LetterKind::Reserve, LetterKind::Paper].map(of);
        assert_eq!(many, [3, 2, 1]);
        assert!(batch.is_for(&entry()));
        assert!(!Batch::new(3, Spare::default()).is_for(&entry()));
        assert!(!Batch::new(4_431, entry().spare).is_for(&entry()));
    }
}
