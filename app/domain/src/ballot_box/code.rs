//! The code on a letter, and what a typing error in it looks like (README.md#from-code-to-seal).
//!
//! Sixteen Crockford signs: fourteen random (70 bits) and two Reed–Solomon check signs over GF(32). Any two
//! codes differ in at least three signs, so one or two wrong signs never make another valid code. Nothing is
//! ever corrected: a code that the computer completed would be somebody else's chance.
//!
//! The browser runs this too, to say which group to look at before anything is sent.

use super::{
    crockford::{self, Typed},
    row::{self, Misread, RANDOM, SIGNS},
};
use serde::{Deserialize, Serialize};
use std::fmt;
use subtle::ConstantTimeEq as _;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

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

/// A code is one row by itself, so it has no number among others.
const NO_ROW: u8 = 0;

impl From<Misread> for CodeFault {
    fn from(misread: Misread) -> Self {
        match misread {
            Misread::Empty => Self::Empty,
            Misread::Length { found } => Self::Length { found },
            Misread::BadSign { group } => Self::BadSign { group },
            Misread::Wrong { group } => Self::Wrong { group },
            Misread::OtherRow => Self::Wrong { group: None },
        }
    }
}

impl VotingCode {
    /// The code for nine random bytes; the last two bits are not used.
    #[must_use]
    pub fn from_entropy(mut entropy: [u8; 9]) -> Self {
        let mut random = crockford::split::<RANDOM>(&entropy);
        let code = Self(row::with_checks(&random, NO_ROW));
        random.zeroize();
        entropy.zeroize();
        code
    }

    /// Reads a code as somebody types it: any case, with or without gaps, O for 0, I or L for 1.
    ///
    /// # Errors
    /// [`CodeFault`] says what to look at again; nothing is corrected.
    pub fn parse(text: &str) -> Result<Self, CodeFault> {
        let signs = row::read(text, NO_ROW)?;
        Ok(Self(*signs))
    }

    /// Reads a code that has something around it, such as `Code:` before it or the whole address from the letter.
    ///
    /// # Errors
    /// As [`VotingCode::parse`]; about the part that looks most like a code, if there is one. Two codes are none.
    pub fn find(text: &str) -> Result<Self, CodeFault> {
        let whole = Self::parse(text);
        if whole.is_ok() {
            return whole;
        }
        let mut good: Option<Self> = None;
        let mut looked_like = None;
        for stretch in text.split(|typed| crockford::read(typed) == Typed::Other) {
            let words = stretch.split(|typed| crockford::read(typed) == Typed::Gap);
            let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
            for from in 0..words.len() {
                for to in from + 1..=words.len() {
                    let piece = Zeroizing::new(words[from..to].concat());
                    if piece.chars().count() != SIGNS {
                        continue;
                    }
                    match Self::parse(&piece) {
                        Ok(code) if good.as_ref().is_some_and(|good| *good != code) => {
                            return whole;
                        }
                        Ok(code) => good = Some(code),
                        Err(fault) if to - from == 1 || to - from == 4 => looked_like = Some(fault),
                        Err(_) => {}
                    }
                }
            }
        }
        match (good, looked_like) {
            (Some(code), _) => Ok(code),
            (None, Some(fault)) => Err(fault),
            (None, None) => whole,
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

#[cfg(test)]
mod tests;
