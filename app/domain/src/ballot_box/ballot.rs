//! What one vote is made of, and the one row it becomes (README.md#one-vote-one-row).
//!
//! The commitment binds choices, words and salt to one round and wijk, since each of those has its own box;
//! the signature binds the commitment to a seal; the envelope hides what was chosen until the box is opened.
//! Whether the choices are allowed in the round is checked before sealing and again at opening, not here.

use super::commitment::{Commitment, Salt, ids};
use super::envelope::{BoxKey, UnusableBoxKey, pad_256, seal_to, unpad_256};
use super::seal::{Seal, SealKey, Signature};
use super::words::ControlWords;
use crate::encoding::{put_field, take_field};
use crate::id::{ProposalId, RoundId, WijkId};
use std::fmt;

crate::named! {
    /// The way a ballot came in. Counted only; never published next to a single ballot.
    pub enum Channel {
        /// From home, on the voter's own device.
        Online = "online",
        /// At the kiosk or with help in the community centre.
        Desk = "desk",
        /// On paper, entered twice after closing.
        Paper = "paper",
    }
}

/// What somebody votes for, and what is sealed with it.
#[derive(Clone, PartialEq, Eq)]
pub struct BallotBody {
    choices: Vec<ProposalId>,
    words: ControlWords,
    salt: Salt,
    channel: Channel,
}

/// The one row that voting writes: nothing in it says who or when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoxRow {
    /// Whose code sealed it; the key of the table.
    pub seal: Seal,
    /// The hash over the ballot.
    pub commitment: Commitment,
    /// The seal's signature over it.
    pub signature: Signature,
    /// The envelope, for the box's card only.
    pub sealed: Vec<u8>,
}

impl BallotBody {
    /// A ballot with these choices, in canonical order and without repeats.
    #[must_use]
    pub fn new(
        mut choices: Vec<ProposalId>,
        words: ControlWords,
        salt: Salt,
        channel: Channel,
    ) -> Self {
        choices.sort_unstable();
        choices.dedup();
        Self {
            choices,
            words,
            salt,
            channel,
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

    /// The way it came in.
    #[must_use]
    pub const fn channel(&self) -> Channel {
        self.channel
    }

    /// What a voter is bound to when voting this in one wijk of a round.
    #[must_use]
    pub fn commitment(&self, round: RoundId, wijk: WijkId) -> Commitment {
        Commitment::of(round, wijk, &self.choices, self.words, &self.salt)
    }

    /// The four fields, length-prefixed: choices, words, salt, channel.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let channel = match self.channel {
            Channel::Online => 0,
            Channel::Desk => 1,
            Channel::Paper => 2,
        };
        let mut bytes = Vec::new();
        put_field(&mut bytes, &ids(&self.choices));
        put_field(&mut bytes, &self.words.to_bytes());
        put_field(&mut bytes, self.salt.bytes());
        put_field(&mut bytes, &[channel]);
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
        let channel = match take_field(&mut bytes)? {
            [0] => Channel::Online,
            [1] => Channel::Desk,
            [2] => Channel::Paper,
            _ => return None,
        };
        let canonical =
            odd.is_empty() && bytes.is_empty() && choices.is_sorted_by(|one, next| one < next);
        canonical.then_some(Self {
            choices,
            words,
            salt,
            channel,
        })
    }

    /// The ballot in an opened envelope, or `None` when it was not put in by these rules.
    #[must_use]
    pub fn from_envelope(content: &[u8]) -> Option<Self> {
        unpad_256(content).and_then(Self::decode)
    }
}

/// Not the choices: a vote must not reach a log by accident.
impl fmt::Debug for BallotBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BallotBody(…)")
    }
}

/// Commits, signs and seals: all that voting writes. `ephemeral` is 32 random bytes, never used twice.
///
/// # Errors
/// [`UnusableBoxKey`] when nothing can be sealed for this box.
pub fn prepare(
    round: RoundId,
    wijk: WijkId,
    seal_key: &SealKey,
    box_key: &BoxKey,
    body: &BallotBody,
    ephemeral: [u8; 32],
) -> Result<BoxRow, UnusableBoxKey> {
    let commitment = body.commitment(round, wijk);
    Ok(BoxRow {
        seal: seal_key.seal(),
        commitment,
        signature: seal_key.sign(&commitment),
        sealed: seal_to(box_key, &pad_256(&body.encode()), ephemeral)?,
    })
}

#[cfg(test)]
mod tests;
