//! What a voter is bound to without showing it: one hash over everything that makes a ballot this ballot.

use super::words::ControlWords;
use crate::encoding::{hash_fields, hex_bytes};
use crate::id::{ProposalId, RoundId, WijkId};

hex_bytes! {
    /// Makes equal choices look different before publication: 32 random bytes.
    Salt(32);
    /// What a voter is bound to without showing it: a hash over the ballot.
    Commitment(32);
    /// What an envelope is known by without being shown.
    EnvelopeHash(32);
}

impl EnvelopeHash {
    /// SHA-256 over the tag `wijkbanen/envelope/v2` and the sealed bytes.
    #[must_use]
    pub fn of(sealed: &[u8]) -> Self {
        Self::new(hash_fields("wijkbanen/envelope/v2", [sealed]))
    }
}

impl Commitment {
    /// SHA-256 over the tag `wijkbanen/ballot/v2`, round, wijk, choices, words and salt, each length-prefixed.
    ///
    /// The choices count as they are given: in any other order they are another ballot.
    #[must_use]
    pub fn of(
        round: RoundId,
        wijk: WijkId,
        choices: &[ProposalId],
        words: ControlWords,
        salt: &Salt,
    ) -> Self {
        let (choices, words) = (ids(choices), words.to_bytes());
        Self::new(hash_fields(
            "wijkbanen/ballot/v2",
            [
                round.bytes().as_slice(),
                wijk.bytes(),
                &choices,
                &words,
                salt.bytes(),
            ],
        ))
    }
}

/// The ids one after another, sixteen bytes each.
pub(super) fn ids(choices: &[ProposalId]) -> Vec<u8> {
    choices.iter().flat_map(|choice| *choice.bytes()).collect()
}
