//! The locked box: sealing takes a public key, opening takes the private one (README.md#the-locked-box).
//!
//! A sealed envelope is an ephemeral X25519 public key followed by ChaCha20-Poly1305 with a zero nonce under
//! `HKDF-SHA256(shared, salt = ephemeral ‖ public key, info "wijkbanen/envelope/v2")`. The key serves one envelope
//! only, so the nonce may be zero. An envelope does not say who made it: the seal on the ballot does that.

use super::commitment::EnvelopeHash;
use crate::encoding::{hex_bytes, put_field, take_field};
use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::fmt;
use x25519_dalek::{PublicKey, SharedSecret, StaticSecret};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

hex_bytes! {
    /// A public key that everybody can put envelopes in a box with.
    BoxKey(32);
}

/// A sealed envelope as it is published: hex in JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Envelope(Vec<u8>);

impl Envelope {
    /// The envelope with these bytes.
    #[must_use]
    pub const fn new(sealed: Vec<u8>) -> Self {
        Self(sealed)
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// What it is known by without being shown.
    #[must_use]
    pub fn hash(&self) -> EnvelopeHash {
        EnvelopeHash::of(&self.0)
    }
}

impl From<Envelope> for String {
    fn from(envelope: Envelope) -> Self {
        format!("{:x}", base16ct::HexDisplay(&envelope.0))
    }
}

impl TryFrom<String> for Envelope {
    type Error = crate::encoding::HexFault;

    fn try_from(hex: String) -> Result<Self, Self::Error> {
        let mut bytes = vec![0; hex.len() / 2];
        base16ct::mixed::decode(&hex, &mut bytes).map_err(|_| crate::encoding::HexFault::Sign)?;
        Ok(Self(bytes))
    }
}

/// What opens the envelopes of one public key. Wiped when dropped; never printed by accident.
///
/// That of a box is published after the count, as hex; before, it exists only while the card is in the machine.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PrivateKey([u8; 32]);

/// The box key is no real key: every secret made with it would be known to everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the key of the box is no usable X25519 key")]
pub struct UnusableBoxKey;

impl PrivateKey {
    /// The key behind 32 bytes.
    #[must_use]
    pub(super) const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> BoxKey {
        BoxKey::new(PublicKey::from(&StaticSecret::from(self.0)).to_bytes())
    }

    /// What an envelope holds, or `None` when it was sealed for another key or changed.
    #[must_use]
    pub fn open(&self, envelope: &[u8]) -> Option<Vec<u8>> {
        let (public, sealed) = envelope.split_first_chunk::<32>()?;
        let shared = StaticSecret::from(self.0).diffie_hellman(&PublicKey::from(*public));
        let cipher = cipher(&shared, public, &self.public())?;
        cipher.decrypt(&Nonce::default(), sealed).ok()
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey(…)")
    }
}

impl TryFrom<String> for PrivateKey {
    type Error = crate::encoding::HexFault;

    fn try_from(hex: String) -> Result<Self, Self::Error> {
        crate::encoding::read_hex(&hex).map(Self)
    }
}

/// For the publication only.
impl From<PrivateKey> for String {
    fn from(key: PrivateKey) -> Self {
        format!("{:x}", base16ct::HexDisplay(&key.0))
    }
}

/// Seals `plaintext` for whoever has the private key. `ephemeral` is 32 random bytes, never used twice.
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

/// The cipher of one envelope, or `None` when the shared secret is all zeros and so known to everybody.
fn cipher(shared: &SharedSecret, public: &[u8; 32], key: &BoxKey) -> Option<ChaCha20Poly1305> {
    if !shared.was_contributory() {
        return None;
    }
    let salt = [public.as_slice(), key.bytes()].concat();
    let mut own = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(&salt), shared.as_bytes())
        .expand(b"wijkbanen/envelope/v2", own.as_mut_slice())
        .ok()?;
    ChaCha20Poly1305::new_from_slice(own.as_slice()).ok()
}

/// The content as one length-prefixed field, filled up with zeros to the size of one with `largest` bytes.
///
/// So the size of an envelope does not tell how much somebody chose.
#[must_use]
pub fn pad(content: &[u8], largest: usize) -> Vec<u8> {
    let mut padded = Vec::with_capacity(8 + largest);
    put_field(&mut padded, content);
    padded.resize(padded.len().max(8 + largest), 0);
    padded
}

/// The content of what [`pad`] made; `None` for anything it would not have made.
#[must_use]
pub fn unpad(padded: &[u8]) -> Option<&[u8]> {
    let mut rest = padded;
    let content = take_field(&mut rest)?;
    rest.iter().all(|byte| *byte == 0).then_some(content)
}

#[cfg(test)]
mod tests;
