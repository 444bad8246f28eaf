//! The key that seals a ballot, its public half (zegel), and what it signs.

use super::commitment::Commitment;
use crate::encoding::hex_bytes;
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop};

hex_bytes! {
    /// The public half of a seal key: on the published list, and on each ballot that it sealed (zegel).
    Seal(32);
    /// An Ed25519 signature with a seal key over a commitment.
    Signature(64);
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

    /// The public half.
    #[must_use]
    pub fn seal(&self) -> Seal {
        Seal::new(SigningKey::from_bytes(&self.0).verifying_key().to_bytes())
    }

    /// Signs the 32 bytes of a commitment.
    #[must_use]
    pub fn sign(&self, commitment: &Commitment) -> Signature {
        let signature = SigningKey::from_bytes(&self.0).sign(commitment.bytes());
        Signature::new(signature.to_bytes())
    }
}

impl Signature {
    /// Whether this seal made it over this commitment, by the strict rules that leave one valid form.
    #[must_use]
    pub fn is_by(&self, seal: &Seal, commitment: &Commitment) -> bool {
        let signature = ed25519_dalek::Signature::from_bytes(self.bytes());
        VerifyingKey::from_bytes(seal.bytes())
            .is_ok_and(|key| key.verify_strict(commitment.bytes(), &signature).is_ok())
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
        let commitment = Commitment::new([1; 32]);
        assert_eq!(key.seal(), again.seal());
        assert_eq!(key.sign(&commitment), again.sign(&commitment));
    }
}
