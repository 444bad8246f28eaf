//! A row on paper: fourteen signs and two for checking, as a voting code is, and each of the five rows of a card.
//!
//! The check signs are Reed–Solomon over GF(32): any two rows differ in at least three signs, so one or two wrong signs
//! never make another valid row. The number of a row counts as one more sign, which is not printed: a row that is typed
//! in another's place shows like any other wrong sign. Nothing is ever corrected.

use super::crockford::{self, Typed};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// How many signs a row has.
pub(super) const SIGNS: usize = 16;
/// How many of those carry something.
pub(super) const RANDOM: usize = 14;

/// Why a typed row cannot be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Misread {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// Not sixteen signs.
    #[error("{found} signs instead of 16")]
    Length {
        /// How many there were.
        found: usize,
    },
    /// A sign that is on no paper of ours.
    #[error("a sign in group {group} is on no paper")]
    BadSign {
        /// The group it stands in, 1 to 4.
        group: u8,
    },
    /// The check signs do not fit.
    #[error("wrong sign, group {group:?}")]
    Wrong {
        /// The group of the wrong sign when one sign explains everything, else `None`: a hint to look again, no more.
        group: Option<u8>,
    },
    /// A right row, but of another place.
    #[error("another row")]
    OtherRow,
}

/// The signs of a row with this number as somebody types it: any case, with or without gaps, O for 0, I or L for 1.
pub(super) fn read(text: &str, number: u8) -> Result<Zeroizing<[u8; SIGNS]>, Misread> {
    let mut signs = Zeroizing::new([0; SIGNS]);
    let mut found = 0_usize;
    for typed in text.chars() {
        match crockford::read(typed) {
            Typed::Gap => {}
            Typed::Other => {
                return Err(Misread::BadSign {
                    group: group(found),
                });
            }
            Typed::Sign(value) => {
                if let Some(place) = signs.get_mut(found) {
                    *place = value;
                }
                found += 1;
            }
        }
    }
    match found {
        0 => Err(Misread::Empty),
        SIGNS => check(&signs, number).map(|()| signs),
        found => Err(Misread::Length { found }),
    }
}

/// The group a sign stands in, 1 to 4; what follows the sixteenth sign counts as the last group.
pub(super) const fn group(place: usize) -> u8 {
    match place / 4 {
        0 => 1,
        1 => 2,
        2 => 3,
        _ => 4,
    }
}

/// Adds the two signs that make both syndromes zero.
pub(super) fn with_checks(random: &[u8; RANDOM], number: u8) -> [u8; SIGNS] {
    let mut signs = [0; SIGNS];
    for (sign, value) in signs.iter_mut().zip(random) {
        *sign = *value;
    }
    let (sum, weighted) = syndromes(&signs, number);
    // Two equations: a + b = sum, and a·α¹⁴ + b·α¹⁵ = weighted. Adding is subtracting here.
    let [.., fourteenth, fifteenth, _] = POWERS;
    let second = divide(weighted ^ multiply(sum, fourteenth), fourteenth ^ fifteenth);
    signs[RANDOM] = sum ^ second;
    signs[RANDOM + 1] = second;
    signs
}

/// Whether the check signs fit, and if not, which single sign would explain it.
pub(super) fn check(signs: &[u8; SIGNS], number: u8) -> Result<(), Misread> {
    match syndromes(signs, number) {
        (0, 0) => Ok(()),
        (0, _) | (_, 0) => Err(Misread::Wrong { group: None }),
        (error, weighted) => {
            let ratio = divide(weighted, error);
            match POWERS.iter().position(|power| *power == ratio) {
                Some(SIGNS) => Err(Misread::OtherRow),
                place => Err(Misread::Wrong {
                    group: place.map(group),
                }),
            }
        }
    }
}

/// The sum of the signs, and the sum with each sign times α to the power of its place.
fn syndromes(signs: &[u8; SIGNS], number: u8) -> (u8, u8) {
    let all = signs.iter().chain(std::iter::once(&number));
    all.zip(POWERS)
        .fold((0, 0), |(sum, weighted), (sign, power)| {
            (sum ^ sign, weighted ^ multiply(*sign, power))
        })
}

/// The powers of α up to the place of the row's number, where α = x generates the field.
const POWERS: [u8; SIGNS + 1] = {
    let mut powers = [1; SIGNS + 1];
    let mut place = 1;
    while place <= SIGNS {
        powers[place] = multiply(powers[place - 1], 2);
        place += 1;
    }
    powers
};

/// The product in GF(32) modulo x⁵ + x² + 1, without a table or a branch on the values.
const fn multiply(left: u8, right: u8) -> u8 {
    let mut product = 0;
    let mut bit = 5;
    while bit > 0 {
        bit -= 1;
        product <<= 1;
        product ^= (product >> 5) * 0b10_0101;
        product ^= (right >> bit & 1) * left;
    }
    product
}

/// The quotient in GF(32); zero when divided by zero, which no caller ever does.
fn divide(dividend: u8, divisor: u8) -> u8 {
    // The thirtieth power is the inverse: every value but zero to the thirty-first is one.
    (0..30).fold(dividend, |quotient, _| multiply(quotient, divisor))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_row_in_the_place_of_another_is_known(random in proptest::array::uniform14(0_u8..32), own in 0_u8..6, other in 0_u8..6) {
            let signs = with_checks(&random, own);
            let found = check(&signs, other);
            prop_assert_eq!(found, if own == other { Ok(()) } else { Err(Misread::OtherRow) });
        }

        #[test]
        fn one_wrong_sign_in_the_place_of_another_row_is_found(
            random in proptest::array::uniform14(0_u8..32), place in 0..SIGNS, by in 1_u8..32, other in 1_u8..6,
        ) {
            let mut signs = with_checks(&random, 0);
            signs[place] ^= by;
            prop_assert!(check(&signs, other).is_err());
        }
    }
}
