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
use argon2::{Algorithm, Argon2, Block, Params, Version};
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

/// The 19 MiB in which a code is worked on, to be used again for the next.
///
/// Allocators that are given back blocks of this size keep more of them with every thread. Wiped after each code, because
/// the last block gives the key of its seal.
pub struct Workspace(Vec<Block>);

impl Workspace {
    /// Takes the memory.
    ///
    /// # Errors
    /// [`DerivationFailed`] when it is not there.
    pub fn new() -> Result<Self, DerivationFailed> {
        let size = params()?.block_count();
        let mut blocks = Vec::new();
        blocks
            .try_reserve_exact(size)
            .map_err(|_| DerivationFailed)?;
        blocks.resize(size, Block::new());
        Ok(Self(blocks))
    }
}

fn params() -> Result<Params, DerivationFailed> {
    Params::new(MEMORY, PASSES, LANES, Some(32)).map_err(|_| DerivationFailed)
}

/// What a code opens in a round. Takes tens of milliseconds, so run it behind a limit.
///
/// Whether the voter is on the list is not known here.
///
/// # Errors
/// [`DerivationFailed`] for figures that Argon2 does not take; never with these.
pub fn derive(
    code: &VotingCode,
    secret: &RoundSecret,
    round: RoundId,
    workspace: &mut Workspace,
) -> Result<Slot, DerivationFailed> {
    let mut salt = Hmac::<Sha256>::new_from_slice(&secret.0).map_err(|_| DerivationFailed)?;
    salt.update(round.bytes());
    let mut material = Zeroizing::new([0; 32]);
    let derived = Argon2::new(Algorithm::Argon2id, Version::V0x13, params()?)
        .hash_password_into_with_memory(
            code.signs().as_slice(),
            &salt.finalize().into_bytes(),
            material.as_mut_slice(),
            workspace.0.as_mut_slice(),
        );
    workspace.0.iter_mut().for_each(Zeroize::zeroize);
    derived.map_err(|_| DerivationFailed)?;

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
        let mut workspace = Workspace::new().unwrap();
        let code = VotingCode::from_entropy(*code);
        let slot = derive(&code, &secret, round(round_id), &mut workspace).unwrap();
        assert!(
            workspace
                .0
                .iter()
                .all(|block| block.as_ref().iter().all(|&word| word == 0))
        );
        (slot.voter, slot.seal_key.seal())
    }

    #[test]
    fn the_same_code_opens_the_same_slot_every_time() {
        assert_eq!(slot(b"wijkbanen", 7, MAY), slot(b"wijkbanen", 7, MAY));
    }

    #[test]
    fn a_code_opens_the_same_slot_in_memory_that_another_was_worked_on_in() {
        let secret = RoundSecret::from_bytes([7; 32]);
        let (round, mut workspace) = (round(MAY), Workspace::new().unwrap());
        let mut again = |code: &[u8; 9]| {
            let code = VotingCode::from_entropy(*code);
            derive(&code, &secret, round, &mut workspace).unwrap().voter
        };
        let voters = [again(b"wijkbaneN"), again(b"wijkbanen")];
        assert_eq!(
            voters,
            [b"wijkbaneN", b"wijkbanen"].map(|code| slot(code, 7, MAY).0)
        );
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
