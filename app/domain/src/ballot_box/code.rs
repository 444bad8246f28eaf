//! The code on a letter, and what a typing error in it looks like (README.md#from-code-to-seal).
//!
//! Sixteen Crockford signs: fourteen random (70 bits) and two Reed–Solomon check signs over GF(32). Any two
//! codes differ in at least three signs, so one or two wrong signs never make another valid code. Nothing is
//! ever corrected: a code that the computer completed would be somebody else's chance.
//!
//! The browser runs this too, to say which group to look at before anything is sent.

use super::crockford::{self, Typed};
use serde::{Deserialize, Serialize};
use std::fmt;
use subtle::ConstantTimeEq as _;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// How many signs a code has.
const SIGNS: usize = 16;
/// How many of those are random.
const RANDOM: usize = 14;

/// What a voter needs: the code from the letter (stemcode).
///
/// Whoever knows it can vote, so it is wiped when dropped and only `Display` shows it.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct VotingCode([u8; SIGNS]);

/// Why a typed code cannot be a code from a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeFault {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// Not sixteen signs.
    #[error("{found} signs instead of 16")]
    Length {
        /// How many there were.
        found: usize,
    },
    /// A sign that is on no letter, such as U or an exclamation mark.
    #[error("a sign in group {group} is on no letter")]
    BadSign {
        /// The group it stands in, 1 to 4.
        group: u8,
    },
    /// The check signs do not fit.
    #[error("wrong sign, group {group:?}")]
    Wrong {
        /// The group of the wrong sign when one sign explains everything, else `None`.
        ///
        /// A hint to look again, no more: two wrong signs can look like a single one elsewhere.
        group: Option<u8>,
    },
}

impl VotingCode {
    /// The code for nine random bytes; the last two bits are not used.
    #[must_use]
    pub fn from_entropy(mut entropy: [u8; 9]) -> Self {
        let mut random = crockford::split::<RANDOM>(&entropy);
        let code = Self(with_checks(&random));
        random.zeroize();
        entropy.zeroize();
        code
    }

    /// Reads a code as somebody types it: any case, with or without gaps, O for 0, I or L for 1.
    ///
    /// # Errors
    /// [`CodeFault`] says what to look at again; nothing is corrected.
    pub fn parse(text: &str) -> Result<Self, CodeFault> {
        let mut signs = Zeroizing::new([0; SIGNS]);
        let mut found = 0_usize;
        for typed in text.chars() {
            match crockford::read(typed) {
                Typed::Gap => {}
                Typed::Other => {
                    return Err(CodeFault::BadSign {
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
            0 => Err(CodeFault::Empty),
            SIGNS => check(&signs).map(|()| Self(*signs)),
            found => Err(CodeFault::Length { found }),
        }
    }

    /// The sixteen signs as ASCII without gaps: what is derived from.
    #[must_use]
    pub fn signs(&self) -> Zeroizing<[u8; SIGNS]> {
        Zeroizing::new(self.0.map(crockford::sign))
    }
}

/// `XXXX-XXXX-XXXX-XXXX`, as it stands on the letter.
impl fmt::Display for VotingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        crockford::write_groups(&self.0, f)
    }
}

/// Never the code itself, so that it cannot reach a log by accident.
impl fmt::Debug for VotingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("VotingCode(…)")
    }
}

impl PartialEq for VotingCode {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for VotingCode {}

/// The group a sign stands in, 1 to 4; what follows the sixteenth sign counts as the last group.
const fn group(place: usize) -> u8 {
    match place / 4 {
        0 => 1,
        1 => 2,
        2 => 3,
        _ => 4,
    }
}

/// Adds the two signs that make both syndromes zero.
fn with_checks(random: &[u8; RANDOM]) -> [u8; SIGNS] {
    let mut signs = [0; SIGNS];
    for (sign, value) in signs.iter_mut().zip(random) {
        *sign = *value;
    }
    let (sum, weighted) = syndromes(&signs);
    // Two equations: a + b = sum, and a·α¹⁴ + b·α¹⁵ = weighted. Adding is subtracting here.
    let [.., fourteenth, fifteenth] = POWERS;
    let second = divide(weighted ^ multiply(sum, fourteenth), fourteenth ^ fifteenth);
    signs[RANDOM] = sum ^ second;
    signs[RANDOM + 1] = second;
    signs
}

/// Whether the check signs fit, and if not, which single sign would explain it.
fn check(signs: &[u8; SIGNS]) -> Result<(), CodeFault> {
    match syndromes(signs) {
        (0, 0) => Ok(()),
        (0, _) | (_, 0) => Err(CodeFault::Wrong { group: None }),
        (error, weighted) => {
            let ratio = divide(weighted, error);
            let place = POWERS.iter().position(|power| *power == ratio);
            Err(CodeFault::Wrong {
                group: place.map(group),
            })
        }
    }
}

/// The sum of the signs, and the sum with each sign times α to the power of its place.
fn syndromes(signs: &[u8; SIGNS]) -> (u8, u8) {
    signs
        .iter()
        .zip(POWERS)
        .fold((0, 0), |(sum, weighted), (sign, power)| {
            (sum ^ sign, weighted ^ multiply(*sign, power))
        })
}

/// The powers of α up to the last place, where α = x generates the field.
const POWERS: [u8; SIGNS] = {
    let mut powers = [1; SIGNS];
    let mut place = 1;
    while place < SIGNS {
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
mod tests;
