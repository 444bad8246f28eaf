//! What is fixed of every letter before voting opens: so that laying aside a cancelled one can be proved to everybody
//! afterwards (README.md#from-code-to-seal).
//!
//! A letter's seal and a salt are locked up with the link key, and the hash over them is published. When the letter is
//! cancelled its seal and salt are published after the count, and everybody sees that it was the seal of that letter.

use serde::{Deserialize, Serialize};

use super::seal::Seal;
use crate::{
    encoding::{hash_fields, hex_bytes},
    id::{RoundId, WijkId},
    journal::Digest,
    named,
};

named! {
    /// How a code reaches a person.
    pub enum LetterKind {
        /// A letter to somebody who may vote.
        Letter = "letter",
        /// An envelope at the desk, for who lost a letter or got none.
        Reserve = "reserve",
        /// A ballot on paper.
        Paper = "paper",
    }
}

named! {
    /// What became of a letter.
    pub enum LetterStatus {
        /// An envelope or a ballot on paper that nobody has yet: its code opens nothing.
        Unissued = "unissued",
        /// Somebody has it.
        Issued = "issued",
        /// It was lost or stolen: its code opens nothing any more.
        Cancelled = "cancelled",
    }
}

hex_bytes! {
    /// What hides the seal in a [`LetterCommitment`]: 32 random bytes.
    LetterSalt(32);
    /// What is published of a letter before voting: a hash that binds its number to its seal and shows neither who
    /// has it nor which seal it is.
    LetterCommitment(32);
}

/// Which letter: its number on paper, in one wijk of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LetterName {
    /// The round.
    pub round: RoundId,
    /// The wijk.
    pub wijk: WijkId,
    /// What it is.
    pub kind: LetterKind,
    /// Its number, over all kinds of a wijk.
    pub number: u32,
}

/// The way from a letter to its seal: secret, but of a cancelled letter after the count.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What its code seals with.
    pub seal: Seal,
    /// What hides that in the commitment.
    pub salt: LetterSalt,
}

impl Link {
    /// The 64 bytes that are locked up.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        [self.seal.bytes().as_slice(), self.salt.bytes()].concat()
    }

    /// Reads what [`Link::encode`] wrote; `None` for any other number of bytes.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (seal, salt) = bytes.split_first_chunk::<32>()?;
        Some(Self {
            seal: Seal::new(*seal),
            salt: LetterSalt::new(salt.try_into().ok()?),
        })
    }

    /// SHA-256 over the tag `wijkbanen/letter/v2`, round, wijk, number, kind, seal and salt, each length-prefixed.
    #[must_use]
    pub fn commitment(&self, letter: &LetterName) -> LetterCommitment {
        LetterCommitment::new(hash_fields(
            "wijkbanen/letter/v2",
            [
                letter.round.bytes().as_slice(),
                letter.wijk.bytes(),
                &u64::from(letter.number).to_be_bytes(),
                letter.kind.name().as_bytes(),
                self.seal.bytes(),
                self.salt.bytes(),
            ],
        ))
    }
}

/// Not the seal: together with the letter it is what must never be kept together.
impl std::fmt::Debug for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Link(…)")
    }
}

/// The hash over kind and commitment of all letters of a wijk, in the order of their numbers, which begin at one.
///
/// Its tag is `wijkbanen/letters/v2`. The kinds are in it: no letter can be called an envelope afterwards.
#[must_use]
pub fn letter_list_hash(letters: &[(LetterKind, LetterCommitment)]) -> Digest {
    let fields = letters
        .iter()
        .flat_map(|(kind, letter)| [kind.name().as_bytes(), letter.bytes().as_slice()]);
    Digest::new(hash_fields("wijkbanen/letters/v2", fields))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> LetterName {
        LetterName {
            round: RoundId::new(uuid::Uuid::from_u128(1)),
            wijk: WijkId::new(uuid::Uuid::from_u128(2)),
            kind: LetterKind::Letter,
            number: 7,
        }
    }

    fn link() -> Link {
        Link {
            seal: Seal::new([3; 32]),
            salt: LetterSalt::new([4; 32]),
        }
    }

    #[test]
    fn a_link_is_read_as_it_was_written_and_never_from_more_or_less() {
        let bytes = link().encode();
        assert_eq!(Link::decode(&bytes), Some(link()));
        assert_eq!(Link::decode(&bytes[1..]), None);
        assert_eq!(Link::decode(&[bytes, vec![0]].concat()), None);
    }

    #[test]
    fn a_commitment_binds_everything_that_makes_it_this_letter() {
        let commitment = link().commitment(&letter());
        let others = [
            LetterName {
                number: 8,
                ..letter()
            },
            LetterName {
                kind: LetterKind::Reserve,
                ..letter()
            },
            LetterName {
                wijk: WijkId::new(uuid::Uuid::from_u128(1)),
                ..letter()
            },
            LetterName {
                round: RoundId::new(uuid::Uuid::from_u128(2)),
                ..letter()
            },
        ];
        for other in others {
            assert_ne!(link().commitment(&other), commitment, "{other:?}");
        }
        let seal = Seal::new([4; 32]);
        assert_ne!(Link { seal, ..link() }.commitment(&letter()), commitment);
        let salt = LetterSalt::new([3; 32]);
        assert_ne!(Link { salt, ..link() }.commitment(&letter()), commitment);
    }

    /// Recomputed with Python's `hashlib`: a verifier in another language gets the same.
    #[test]
    fn the_commitments_of_this_version_stay_the_same() {
        assert_eq!(
            link().commitment(&letter()).to_string(),
            "3d2b8aaa9168a98b279b5001448790c1277491848da37c3b4c0c19713abc5e5b"
        );
        assert_eq!(
            letter_list_hash(&[(LetterKind::Letter, link().commitment(&letter()))]).to_string(),
            "2e60b35d981b646ab5a8743aa5a2d9bda484fed1e4b4dfc9fc47deb5237a3af5"
        );
    }
}
