//! What one vote is made of, and the one row it becomes (README.md#one-vote-one-row).
//!
//! The commitment binds choices, words and salt to one round and wijk, since each of those has its own box;
//! the envelope hides what was chosen until the box is opened; the signature binds both to a seal.
//! How a ballot came in is not in it: where few come in one way, that would point at people.
//! Whether the choices are allowed in the round is checked before sealing and again at opening, not here.

use super::commitment::{Commitment, EnvelopeHash, Salt, ids};
use super::envelope::{BoxKey, UnusableBoxKey, pad, seal_to, unpad};
use super::seal::{Seal, SealKey, Signature, Vote};
use super::words::ControlWords;
use crate::encoding::{put_field, take_field};
use crate::id::{ProposalId, RoundId, WijkId};
use std::fmt;

/// What somebody votes for, and what is sealed with it.
#[derive(Clone, PartialEq, Eq)]
pub struct BallotBody {
    choices: Vec<ProposalId>,
    words: ControlWords,
    salt: Salt,
}

/// The one row that voting writes: nothing in it says who or when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoxRow {
    /// Whose code sealed it; the key of the table.
    pub seal: Seal,
    /// The hash over the ballot.
    pub commitment: Commitment,
    /// The seal's signature over the commitment and the envelope.
    pub signature: Signature,
    /// The envelope, for the key of the box only.
    pub sealed: Vec<u8>,
}

/// The bytes of a ballot without choices: three lengths, the words and the salt.
const FRAME: usize = 3 * 8 + 6 + 32;
/// The bytes of one choice.
const CHOICE: usize = 16;

impl BallotBody {
    /// A ballot with these choices, in canonical order and without repeats.
    #[must_use]
    pub fn new(mut choices: Vec<ProposalId>, words: ControlWords, salt: Salt) -> Self {
        choices.sort_unstable();
        choices.dedup();
        Self {
            choices,
            words,
            salt,
        }
    }

    /// The choices, sorted and distinct.
    #[must_use]
    pub fn choices(&self) -> &[ProposalId] {
        &self.choices
    }

    /// The voter's control words.
    #[must_use]
    pub const fn words(&self) -> ControlWords {
        self.words
    }

    /// The salt in the commitment.
    #[must_use]
    pub const fn salt(&self) -> Salt {
        self.salt
    }

    /// What a voter is bound to when voting this in one wijk of a round.
    #[must_use]
    pub fn commitment(&self, round: RoundId, wijk: WijkId) -> Commitment {
        Commitment::of(round, wijk, &self.choices, self.words, &self.salt)
    }

    /// The three fields, length-prefixed: choices, words, salt.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        put_field(&mut bytes, &ids(&self.choices));
        put_field(&mut bytes, &self.words.to_bytes());
        put_field(&mut bytes, self.salt.bytes());
        bytes
    }

    /// Reads what [`BallotBody::encode`] wrote; `None` for any other bytes, so each ballot has one form.
    #[must_use]
    pub fn decode(mut bytes: &[u8]) -> Option<Self> {
        let (ids, odd) = take_field(&mut bytes)?.as_chunks::<16>();
        let choices: Vec<ProposalId> = ids
            .iter()
            .map(|id| ProposalId::new(uuid::Uuid::from_bytes(*id)))
            .collect();
        let words = ControlWords::from_bytes(take_field(&mut bytes)?.try_into().ok()?)?;
        let salt = Salt::new(take_field(&mut bytes)?.try_into().ok()?);
        let canonical =
            odd.is_empty() && bytes.is_empty() && choices.is_sorted_by(|one, next| one < next);
        canonical.then_some(Self {
            choices,
            words,
            salt,
        })
    }

    /// The ballot in an opened envelope, or `None` when it was not put in by these rules.
    #[must_use]
    pub fn from_envelope(content: &[u8]) -> Option<Self> {
        unpad(content).and_then(Self::decode)
    }
}

impl BoxRow {
    /// What the envelope is known by.
    #[must_use]
    pub fn envelope(&self) -> EnvelopeHash {
        EnvelopeHash::of(&self.sealed)
    }
}

/// Not the choices: a vote must not reach a log by accident.
impl fmt::Debug for BallotBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BallotBody(…)")
    }
}

/// Commits, seals and signs: all that voting writes. `ephemeral` is 32 random bytes, never used twice.
///
/// The envelope is as large as that of the fullest ballot of the round, so that its size does not tell how much was
/// chosen. A ballot with more than `max_choices` would be larger; whoever casts checks that first.
///
/// # Errors
/// [`UnusableBoxKey`] when nothing can be sealed for this box.
pub fn prepare(
    round: RoundId,
    wijk: WijkId,
    seal_key: &SealKey,
    box_key: &BoxKey,
    body: &BallotBody,
    max_choices: u16,
    ephemeral: [u8; 32],
) -> Result<BoxRow, UnusableBoxKey> {
    let commitment = body.commitment(round, wijk);
    let fullest = FRAME + usize::from(max_choices) * CHOICE;
    let sealed = seal_to(box_key, &pad(&body.encode(), fullest), ephemeral)?;
    let vote = Vote {
        round,
        wijk,
        commitment,
        envelope: EnvelopeHash::of(&sealed),
    };
    Ok(BoxRow {
        seal: seal_key.seal(),
        commitment,
        signature: seal_key.sign(&vote),
        sealed,
    })
}

#[cfg(test)]
mod tests;
