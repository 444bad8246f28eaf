//! The card that opens a box: the seed of its two keys, as it is printed and typed (README.md#the-locked-box).

use super::crockford::{self, Typed};
use super::envelope::PrivateKey;
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Signs on a card: 32 bytes of seed and three of checksum.
const CARD_SIGNS: usize = 56;

/// The whole seed of a box, as on the card of a small try-out round.
///
/// Two keys follow from it. The key of the box opens envelopes and is published after the count, so that everybody opens
/// every envelope again; the link key opens the way from a cancelled letter to its seal, and is never published.
///
/// Wiped when dropped; only [`BoxSeed::to_text`] shows it.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct BoxSeed([u8; 32]);

/// Why a typed card cannot be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardFault {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// Not 56 signs.
    #[error("{found} signs instead of 56")]
    Length {
        /// How many there were.
        found: usize,
    },
    /// A sign that is on no card.
    #[error("a sign in group {group} is on no card")]
    BadSign {
        /// The group it stands in, counted from 1.
        group: usize,
    },
    /// Some sign was mistyped.
    #[error("the checksum does not fit")]
    Checksum,
}

impl BoxSeed {
    /// The card for 32 random bytes, fresh or put together from shares.
    #[must_use]
    pub const fn from_entropy(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes, only to be cut into shares.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key of the box: HKDF-SHA256 of the seed, without salt, with the info `wijkbanen/box/v2`.
    #[must_use]
    pub fn box_key(&self) -> PrivateKey {
        self.derived(b"wijkbanen/box/v2")
    }

    /// The link key: the same with `wijkbanen/link/v2`.
    #[must_use]
    pub fn link_key(&self) -> PrivateKey {
        self.derived(b"wijkbanen/link/v2")
    }

    fn derived(&self, purpose: &[u8]) -> PrivateKey {
        let mut key = Zeroizing::new([0; 32]);
        let expanded = Hkdf::<Sha256>::new(None, &self.0).expand(purpose, key.as_mut_slice());
        debug_assert!(expanded.is_ok(), "32 bytes are never too many");
        PrivateKey::new(*key)
    }

    /// The card as it is printed: fourteen groups of four signs, the last five signs for checking.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new([0; 35]);
        bytes[..32].copy_from_slice(&self.0);
        bytes[32..].copy_from_slice(&checksum(&self.0));
        let signs = Zeroizing::new(crockford::split::<CARD_SIGNS>(bytes.as_slice()));
        Zeroizing::new(Printed(signs.as_slice()).to_string())
    }

    /// Reads a card as somebody types it, as forgiving as for a voting code.
    ///
    /// # Errors
    /// [`CardFault`] says what to look at again.
    pub fn parse(text: &str) -> Result<Self, CardFault> {
        let mut signs = Zeroizing::new([0; CARD_SIGNS]);
        let mut found = 0_usize;
        for typed in text.chars() {
            match crockford::read(typed) {
                Typed::Gap => {}
                Typed::Other => {
                    return Err(CardFault::BadSign {
                        group: found / 4 + 1,
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
            0 => return Err(CardFault::Empty),
            CARD_SIGNS => {}
            found => return Err(CardFault::Length { found }),
        }
        let bytes = Zeroizing::new(crockford::join::<35>(signs.as_slice()));
        let mut card = Self([0; 32]);
        card.0.copy_from_slice(&bytes[..32]);
        if bytes[32..] == checksum(&card.0) {
            Ok(card)
        } else {
            Err(CardFault::Checksum)
        }
    }
}

impl fmt::Debug for BoxSeed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BoxSeed(…)")
    }
}

/// Signs in groups of four.
struct Printed<'a>(&'a [u8]);

impl fmt::Display for Printed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        crockford::write_groups(self.0, f)
    }
}

/// The first three bytes of a hash over the card.
fn checksum(card: &[u8; 32]) -> [u8; 3] {
    let [first, second, third, ..] =
        crate::encoding::hash_fields("wijkbanen/card/v2", [card.as_slice()]);
    [first, second, third]
}

#[cfg(test)]
mod tests;
