//! The key that seals a ballot, its public half (zegel), and what it signs.

use super::commitment::{Commitment, EnvelopeHash};
use crate::encoding::{hex_bytes, put_field};
use crate::id::{RoundId, WijkId};
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use hkdf::Hkdf;
use sha2::Sha256;
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

hex_bytes! {
    /// The public half of a seal key: on the published list, and on each ballot that it sealed (zegel).
    Seal(32);
    /// An Ed25519 signature with a seal key over a [`Vote`].
    Signature(64);
}

/// What a seal signs: what one vote in one wijk of a round is known by, its envelope included.
///
/// What is not bound is not protected: an envelope outside the signature could be exchanged unseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vote {
    /// The round.
    pub round: RoundId,
    /// The wijk.
    pub wijk: WijkId,
    /// The hash over the ballot.
    pub commitment: Commitment,
    /// The hash over its envelope.
    pub envelope: EnvelopeHash,
}

impl Vote {
    /// The tag `wijkbanen/vote/v2` and the four fields, each length-prefixed.
    fn bytes(&self) -> Vec<u8> {
        let fields: [&[u8]; 5] = [
            b"wijkbanen/vote/v2",
            self.round.bytes(),
            self.wijk.bytes(),
            self.commitment.bytes(),
            self.envelope.bytes(),
        ];
        let mut bytes = Vec::new();
        for field in fields {
            put_field(&mut bytes, field);
        }
        bytes
    }
}

/// Seals ballots: only the code from the letter makes it. Wiped when dropped, never printed.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct SealKey([u8; 32]);

impl SealKey {
    /// The key as the voting pass carried it.
    #[must_use]
    pub const fn from_bytes(seed: [u8; 32]) -> Self {
        Self(seed)
    }

    /// The seed, for the encrypted voting pass only; whoever gets it wipes it.
    #[must_use]
    pub const fn to_bytes(&self) -> [u8; 32] {
        self.0
    }

    /// The key under which a browser keeps the ticks of a pass that has ended: only the same code opens them again.
    #[must_use]
    pub fn ticks_key(&self) -> Zeroizing<[u8; 64]> {
        let mut key = Zeroizing::new([0; 64]);
        let expanded =
            Hkdf::<Sha256>::new(None, &self.0).expand(b"wijkbanen/ticks/v2", key.as_mut_slice());
        debug_assert!(expanded.is_ok(), "a key is never too long");
        key
    }

    /// The public half.
    #[must_use]
    pub fn seal(&self) -> Seal {
        Seal::new(SigningKey::from_bytes(&self.0).verifying_key().to_bytes())
    }

    /// Signs a vote.
    #[must_use]
    pub fn sign(&self, vote: &Vote) -> Signature {
        let signature = SigningKey::from_bytes(&self.0).sign(&vote.bytes());
        Signature::new(signature.to_bytes())
    }
}

impl Signature {
    /// Whether this seal made it over this vote, by the strict rules that leave one valid form.
    #[must_use]
    pub fn is_by(&self, seal: &Seal, vote: &Vote) -> bool {
        let signature = ed25519_dalek::Signature::from_bytes(self.bytes());
        VerifyingKey::from_bytes(seal.bytes())
            .is_ok_and(|key| key.verify_strict(&vote.bytes(), &signature).is_ok())
    }
}

impl fmt::Debug for SealKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_key_survives_the_voting_pass() {
        let key = SealKey::from_bytes([9; 32]);
        let again = SealKey::from_bytes(key.to_bytes());
        let vote = Vote {
            round: RoundId::new(uuid::Uuid::from_u128(1)),
            wijk: WijkId::new(uuid::Uuid::from_u128(2)),
            commitment: Commitment::new([1; 32]),
            envelope: EnvelopeHash::new([2; 32]),
        };
        assert_eq!(key.seal(), again.seal());
        assert_eq!(key.sign(&vote), again.sign(&vote));
    }

    #[test]
    fn each_seal_key_opens_its_own_ticks_only() {
        let key = SealKey::from_bytes([9; 32]);
        assert_eq!(key.ticks_key(), SealKey::from_bytes([9; 32]).ticks_key());
        assert_ne!(key.ticks_key(), SealKey::from_bytes([8; 32]).ticks_key());
        assert_ne!(key.ticks_key()[..32], key.to_bytes());
    }
}
