//! The locked box: sealing takes the public key, opening takes the card (README.md#the-locked-box).
//!
//! A sealed envelope is an ephemeral X25519 public key followed by ChaCha20-Poly1305 with a zero nonce under
//! `HKDF-SHA256(shared, salt = ephemeral ‖ box key, info "wijkbanen/box/v1")`. The key serves one envelope
//! only, so the nonce may be zero. An envelope does not say who made it: the seal on the ballot does that.

use super::crockford::{self, Typed};
use crate::encoding::{hex_bytes, put_field, take_field};
use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::fmt;
use x25519_dalek::{PublicKey, SharedSecret, StaticSecret};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Signs on a card: 32 bytes of key and three of checksum.
const CARD_SIGNS: usize = 56;
/// What padding rounds up to.
const BLOCK: usize = 256;

hex_bytes! {
    /// The public key everybody can put envelopes in the box with.
    BoxKey(32);
}

/// The whole key that opens a box, as on the card of a small try-out round.
///
/// Wiped when dropped; only [`BoxCard::to_text`] shows it.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct BoxCard([u8; 32]);

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

/// The box key is no real key: every secret made with it would be known to everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the key of the box is no usable X25519 key")]
pub struct UnusableBoxKey;

impl BoxCard {
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

    /// The public half.
    #[must_use]
    pub fn key(&self) -> BoxKey {
        BoxKey::new(PublicKey::from(&StaticSecret::from(self.0)).to_bytes())
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

impl fmt::Debug for BoxCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BoxCard(…)")
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
        crate::encoding::hash_fields("wijkbanen/card/v1", [card.as_slice()]);
    [first, second, third]
}

/// Seals `plaintext` for whoever holds the card. `ephemeral` is 32 random bytes, never used twice.
///
/// # Errors
/// [`UnusableBoxKey`] when the key is one of the few that make no secret.
pub fn seal_to(
    key: &BoxKey,
    plaintext: &[u8],
    ephemeral: [u8; 32],
) -> Result<Vec<u8>, UnusableBoxKey> {
    let ephemeral = StaticSecret::from(ephemeral);
    let public = PublicKey::from(&ephemeral).to_bytes();
    let shared = ephemeral.diffie_hellman(&PublicKey::from(*key.bytes()));
    let cipher = cipher(&shared, &public, key).ok_or(UnusableBoxKey)?;
    let sealed = cipher
        .encrypt(&Nonce::default(), plaintext)
        .map_err(|_| UnusableBoxKey)?;
    Ok([public.as_slice(), &sealed].concat())
}

/// What an envelope holds, or `None` when it was sealed for another box or changed.
#[must_use]
pub fn open_with(card: &BoxCard, envelope: &[u8]) -> Option<Vec<u8>> {
    let (public, sealed) = envelope.split_first_chunk::<32>()?;
    let shared = StaticSecret::from(card.0).diffie_hellman(&PublicKey::from(*public));
    let cipher = cipher(&shared, public, &card.key())?;
    cipher.decrypt(&Nonce::default(), sealed).ok()
}

/// The cipher of one envelope, or `None` when the shared secret is all zeros and so known to everybody.
fn cipher(shared: &SharedSecret, public: &[u8; 32], key: &BoxKey) -> Option<ChaCha20Poly1305> {
    if !shared.was_contributory() {
        return None;
    }
    let salt = [public.as_slice(), key.bytes()].concat();
    let mut own = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(&salt), shared.as_bytes())
        .expand(b"wijkbanen/box/v1", own.as_mut_slice())
        .ok()?;
    ChaCha20Poly1305::new_from_slice(own.as_slice()).ok()
}

/// The content as one length-prefixed field, filled up with zeros to a multiple of 256 bytes.
///
/// So the size of an envelope does not tell how much somebody chose.
#[must_use]
pub fn pad_256(content: &[u8]) -> Vec<u8> {
    let mut padded = Vec::with_capacity(BLOCK);
    put_field(&mut padded, content);
    padded.resize(padded.len().next_multiple_of(BLOCK), 0);
    padded
}

/// The content of what [`pad_256`] made; `None` for anything it would not have made.
#[must_use]
pub fn unpad_256(padded: &[u8]) -> Option<&[u8]> {
    let mut rest = padded;
    let content = take_field(&mut rest)?;
    let exact = padded.len().is_multiple_of(BLOCK) && rest.len() < BLOCK;
    (exact && rest.iter().all(|byte| *byte == 0)).then_some(content)
}

#[cfg(test)]
mod tests;
