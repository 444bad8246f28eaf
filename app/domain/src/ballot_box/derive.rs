//! From a code to a place on the list and the key that seals a ballot (README.md#from-code-to-seal).
//!
//! With round secret `k` and the sixteen bytes of round id `R`:
//! `m = Argon2id(code, HMAC-SHA256(k, R))` with 19 MiB, two passes and one lane; the code is its sixteen
//! signs in ASCII. Then HKDF-SHA256 with `m` as key material and `k` as salt gives the voter id (info
//! `wijkbanen/voter/v2|` followed by `R`) and the seed of the seal key (info `wijkbanen/seal/v2|` and `R`).
//!
//! The voter id and the seal do not follow from each other, so the list of letters does not give away the seals.

use super::code::VotingCode;
use super::seal::SealKey;
use crate::encoding::hex_bytes;
use crate::id::RoundId;
use argon2::{Algorithm, Argon2, Params, Version};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Memory in KiB: 19 MiB, with two passes and one lane.
// OWASP ASVS 5.0 (6.5.2): a slow hash for secrets under 112 bits; these are OWASP's Argon2id figures.
const MEMORY: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

hex_bytes! {
    /// Where a code stands in the list of letters; says nothing about its seal.
    VoterId(32);
}

/// The round's own secret: without it a stolen list of letters cannot even be guessed at.
///
/// Stored wrapped only; wiped when dropped, never printed.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct RoundSecret([u8; 32]);

/// What a code opens in one round.
pub struct Slot {
    /// The place in the list of letters.
    pub voter: VoterId,
    /// What seals a ballot.
    pub seal_key: SealKey,
}

/// There was no memory for Argon2id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no memory to derive from a voting code")]
pub struct DerivationFailed;

impl RoundSecret {
    /// The secret behind 32 random bytes, fresh or unwrapped.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes, only to be wrapped.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// What a code opens in a round. Takes 19 MiB and tens of milliseconds, so run it behind a limit.
///
/// Whether the voter is on the list is not known here.
///
/// # Errors
/// [`DerivationFailed`] when the memory is not there.
pub fn derive(
    code: &VotingCode,
    secret: &RoundSecret,
    round: RoundId,
) -> Result<Slot, DerivationFailed> {
    let mut salt = Hmac::<Sha256>::new_from_slice(&secret.0).map_err(|_| DerivationFailed)?;
    salt.update(round.bytes());
    let params = Params::new(MEMORY, PASSES, LANES, Some(32)).map_err(|_| DerivationFailed)?;
    let mut material = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(
            code.signs().as_slice(),
            &salt.finalize().into_bytes(),
            material.as_mut_slice(),
        )
        .map_err(|_| DerivationFailed)?;

    let keys = Hkdf::<Sha256>::new(Some(&secret.0), material.as_slice());
    let mut voter = [0; 32];
    let mut seed = Zeroizing::new([0; 32]);
    keys.expand(&info(b"wijkbanen/voter/v2|", round), &mut voter)
        .map_err(|_| DerivationFailed)?;
    keys.expand(&info(b"wijkbanen/seal/v2|", round), seed.as_mut_slice())
        .map_err(|_| DerivationFailed)?;
    Ok(Slot {
        voter: VoterId::new(voter),
        seal_key: SealKey::from_bytes(*seed),
    })
}

/// What one derived value is for, and in which round.
fn info(purpose: &[u8], round: RoundId) -> Vec<u8> {
    [purpose, round.bytes()].concat()
}

impl fmt::Debug for RoundSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RoundSecret(…)")
    }
}

/// Neither half: together they are what must never be kept together.
impl fmt::Debug for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Slot(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ballot_box::Seal;

    fn round(text: &str) -> RoundId {
        text.parse().unwrap()
    }

    const MAY: &str = "0196a0c0-0000-7000-8000-000000000001";
    const JUNE: &str = "0196a0c0-0000-7000-8000-000000000002";

    fn slot(code: &[u8; 9], secret: u8, round_id: &str) -> (VoterId, Seal) {
        let secret = RoundSecret::from_bytes([secret; 32]);
        let slot = derive(&VotingCode::from_entropy(*code), &secret, round(round_id)).unwrap();
        (slot.voter, slot.seal_key.seal())
    }

    #[test]
    fn the_same_code_opens_the_same_slot_every_time() {
        assert_eq!(slot(b"wijkbanen", 7, MAY), slot(b"wijkbanen", 7, MAY));
    }

    #[test]
    fn another_code_secret_or_round_opens_another_slot() {
        let (voter, seal) = slot(b"wijkbanen", 7, MAY);
        for (other_voter, other_seal) in [
            slot(b"wijkbaneN", 7, MAY),
            slot(b"wijkbanen", 8, MAY),
            slot(b"wijkbanen", 7, JUNE),
        ] {
            assert_ne!(voter, other_voter);
            assert_ne!(seal, other_seal);
        }
        assert_ne!(voter.bytes(), seal.bytes());
    }

    /// Recomputed with Python's `cryptography`: a verifier in another language gets the same.
    #[test]
    fn the_slots_of_this_version_stay_the_same() {
        let (voter, seal) = slot(b"wijkbanen", 7, MAY);
        assert_eq!(
            voter.to_string(),
            "11869ff5b48e0ae1f8e2ecde749ab454533d1f3d659447e92e623bccb1ff64d2"
        );
        assert_eq!(
            seal.to_string(),
            "b95735447b645a118bb2d80275e49a7bace22d347b711986400cc073f8814826"
        );
    }

    #[test]
    fn debugging_never_shows_a_secret() {
        let key = SealKey::from_bytes([0xab; 32]);
        let secret = RoundSecret::from_bytes([0xab; 32]);
        assert_eq!(format!("{key:?} {secret:?}"), "SealKey(…) RoundSecret(…)");
    }
}
