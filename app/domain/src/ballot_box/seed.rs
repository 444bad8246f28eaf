//! The seed of a box, from which its two keys follow (README.md#the-locked-box).

use super::envelope::PrivateKey;
use hkdf::Hkdf;
use sha2::Sha256;
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// The whole seed of a box: it is cut into cards when it is made, and joined from them to count.
///
/// Two keys follow from it. The key of the box opens envelopes and is published after the count, so that everybody opens
/// every envelope again; the link key opens the way from a cancelled letter to its seal, and is never published.
///
/// Wiped when dropped, and stored and printed nowhere.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct BoxSeed([u8; 32]);

impl BoxSeed {
    /// The seed of 32 random bytes, fresh or joined from shares.
    #[must_use]
    pub const fn from_entropy(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes, only to be cut into shares.
    pub(super) const fn bytes(&self) -> &[u8; 32] {
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
}

impl fmt::Debug for BoxSeed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BoxSeed(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seed(byte: u8) -> BoxSeed {
        BoxSeed::from_entropy([byte; 32])
    }

    #[test]
    fn a_seed_makes_two_keys_that_do_not_open_for_each_other() {
        let (opener, link) = (seed(1).box_key(), seed(1).link_key());
        assert_ne!(opener.public(), link.public());
        let sealed = super::super::seal_to(&opener.public(), b"stem", [2; 32]).unwrap();
        assert_eq!(opener.open(&sealed).as_deref(), Some(b"stem".as_slice()));
        assert_eq!(link.open(&sealed), None);
    }

    /// Recomputed with Python's `cryptography`: a verifier in another language gets the same.
    #[test]
    fn the_keys_of_this_version_stay_the_same() {
        assert_eq!(
            [seed(1).box_key(), seed(1).link_key()].map(|key| key.public().to_string()),
            [
                "9b16767bdf0a9695f15bd6467fa2e86f10631853292a83566400fc0cc252c521",
                "e959834215397ad3349922b51743e7abece030dc50200c52c1cd971d9155c516"
            ]
        );
    }

    #[test]
    fn debugging_never_shows_a_seed() {
        assert_eq!(format!("{:?}", seed(1)), "BoxSeed(…)");
    }
}
