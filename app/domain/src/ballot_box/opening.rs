//! From a closed box to what everybody can recount (README.md#closing-opening-publishing).
//!
//! First the head of the closed box, then the opening, in that order: the head is in the minutes before
//! anybody can read a vote. Opening decides per row and in a fixed order, so an interrupted opening that is
//! done again gives the same output. What the council may do with the count is decided elsewhere.

use super::ballot::{BallotBody, BoxRow};
use super::commitment::{Commitment, EnvelopeHash, Salt};
use super::envelope::{Envelope, PrivateKey};
use super::seal::{Seal, Signature, Vote};
use super::words::ControlWords;
use crate::encoding::{hash_fields, hex_bytes};
use crate::id::{ProposalId, RoundId, WijkId};
use crate::journal::Digest;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

hex_bytes! {
    /// What a closed box is known by: one hash over all its rows.
    Head(32);
}

/// A row without its envelope: what the head is made of, and what is published of a ballot not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ClosedRow {
    /// Whose code sealed it.
    pub seal: Seal,
    /// The hash over the ballot inside.
    pub commitment: Commitment,
    /// The hash over its envelope.
    pub envelope: EnvelopeHash,
    /// The seal's signature over both.
    pub signature: Signature,
}

/// A counted ballot as it is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenedBallot {
    /// What the voter can find it by; published ballots are sorted by these.
    pub words: ControlWords,
    /// The choices, sorted and distinct.
    pub choices: Vec<ProposalId>,
    /// Whose code sealed it.
    pub seal: Seal,
    /// The salt in the commitment.
    pub salt: Salt,
    /// The hash over the envelope it came in.
    pub envelope: EnvelopeHash,
    /// The seal's signature over the commitment and the envelope.
    pub signature: Signature,
}

/// Why a ballot does not count.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    thiserror::Error,
    Serialize,
    Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Rejection {
    /// The seal is not on the list that was fixed before the round opened.
    #[error("the seal is not on the list")]
    ForeignSeal,
    /// The same seal is on more than one row; none of them counts.
    #[error("the seal is on more than one row")]
    RepeatedSeal,
    /// The seal did not sign this commitment with this envelope.
    #[error("the signature does not fit")]
    BadSignature,
    /// The key does not open it, or what is inside is no ballot.
    #[error("the envelope cannot be read")]
    Unreadable,
    /// What is inside is not what was committed to.
    #[error("the commitment differs")]
    CommitmentDiffers,
    /// The choices are not allowed in this round.
    #[error("the choices are not valid")]
    InvalidChoices,
}

/// A row that was not counted, and why. Its envelope is published with it, so that everybody can open it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    /// The row.
    pub row: ClosedRow,
    /// Its envelope.
    pub sealed: Envelope,
    /// What is wrong with it.
    pub why: Rejection,
}

/// What came out of a box: every row is in exactly one of the three lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// The ballots that count, sorted by words and then seal.
    pub ballots: Vec<OpenedBallot>,
    /// Rows of cancelled letters, never opened, sorted by seal.
    pub laid_aside: Vec<ClosedRow>,
    /// Rows that do not count, sorted by seal.
    pub rejected: Vec<Rejected>,
}

/// The first ballot in a publication that does not hold, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[error("the ballot with seal {seal}: {why}")]
pub struct BadRow {
    /// Whose code sealed it.
    pub seal: Seal,
    /// What is wrong with it.
    pub why: Rejection,
}

impl BoxRow {
    /// The row without its envelope.
    #[must_use]
    pub fn closed(&self) -> ClosedRow {
        ClosedRow {
            seal: self.seal,
            commitment: self.commitment,
            envelope: self.envelope(),
            signature: self.signature,
        }
    }
}

impl OpenedBallot {
    /// The row this ballot was in the closed box.
    #[must_use]
    pub fn closed(&self, round: RoundId, wijk: WijkId) -> ClosedRow {
        let commitment = Commitment::of(round, wijk, &self.choices, self.words, &self.salt);
        ClosedRow {
            seal: self.seal,
            commitment,
            envelope: self.envelope,
            signature: self.signature,
        }
    }
}

impl ClosedRow {
    /// Whether its seal signed it, in this wijk of this round.
    #[must_use]
    pub fn is_signed(&self, round: RoundId, wijk: WijkId) -> bool {
        let vote = Vote {
            round,
            wijk,
            commitment: self.commitment,
            envelope: self.envelope,
        };
        self.signature.is_by(&self.seal, &vote)
    }
}

impl Rejected {
    /// The row as it was in the box.
    #[must_use]
    pub fn in_the_box(&self) -> BoxRow {
        BoxRow {
            seal: self.row.seal,
            commitment: self.row.commitment,
            signature: self.row.signature,
            sealed: self.sealed.bytes().to_vec(),
        }
    }
}

/// The hash over the number of rows and all (seal, commitment, envelope hash, signature), sorted by seal; tag
/// `wijkbanen/head/v2`.
#[must_use]
pub fn head(rows: impl IntoIterator<Item = ClosedRow>) -> Head {
    let mut rows: Vec<ClosedRow> = rows.into_iter().collect();
    rows.sort_unstable();
    let number = (rows.len() as u64).to_be_bytes();
    let fields = rows.iter().flat_map(|row| {
        [
            row.seal.bytes().as_slice(),
            row.commitment.bytes(),
            row.envelope.bytes(),
            row.signature.bytes(),
        ]
    });
    Head::new(hash_fields(
        "wijkbanen/head/v2",
        std::iter::once(number.as_slice()).chain(fields),
    ))
}

/// The hash over the seal list in sorted order, as the journal has it before opening; tag `wijkbanen/seals/v2`.
#[must_use]
pub fn seal_list_hash(seals: &[Seal]) -> Digest {
    let mut seals = seals.to_vec();
    seals.sort_unstable();
    let fields = seals.iter().map(|seal| seal.bytes().as_slice());
    Digest::new(hash_fields("wijkbanen/seals/v2", fields))
}

/// Opens a box: lays aside what was cancelled, unopened, and judges every other row.
///
/// `laid_aside` are the seals of cancelled letters; `valid` is the round's rule.
#[must_use]
pub fn open_box(
    key: &PrivateKey,
    round: RoundId,
    wijk: WijkId,
    rows: &[BoxRow],
    seals: &BTreeSet<Seal>,
    laid_aside: &BTreeSet<Seal>,
    valid: impl Fn(&[ProposalId]) -> bool,
) -> Opened {
    let repeated = repeated(rows.iter().map(|row| row.seal));
    let mut sorted: Vec<&BoxRow> = rows.iter().collect();
    sorted.sort_unstable_by_key(|row| row.closed());
    let mut opened = Opened::default();
    for row in sorted {
        if laid_aside.contains(&row.seal) {
            opened.laid_aside.push(row.closed());
            continue;
        }
        let is_listed_once = is_listed_once(row.seal, seals, &repeated);
        match is_listed_once.and_then(|()| judge(key, round, wijk, row, &valid)) {
            Ok(body) => opened.ballots.push(OpenedBallot {
                words: body.words(),
                choices: body.choices().to_vec(),
                seal: row.seal,
                salt: body.salt(),
                envelope: row.envelope(),
                signature: row.signature,
            }),
            Err(why) => opened.rejected.push(Rejected {
                row: row.closed(),
                sealed: Envelope::new(row.sealed.clone()),
                why,
            }),
        }
    }
    opened
        .ballots
        .sort_unstable_by_key(|ballot| (ballot.words, ballot.seal));
    opened
}

/// The ballot in a row, or why it does not count. Whether its seal is listed, once, is [`open_box`]'s to see.
///
/// # Errors
/// [`Rejection`]. Everybody gets the same once the key is published, so that «unreadable» is no claim.
pub fn judge(
    key: &PrivateKey,
    round: RoundId,
    wijk: WijkId,
    row: &BoxRow,
    valid: impl Fn(&[ProposalId]) -> bool,
) -> Result<BallotBody, Rejection> {
    if !row.closed().is_signed(round, wijk) {
        return Err(Rejection::BadSignature);
    }
    let content = key.open(&row.sealed).ok_or(Rejection::Unreadable)?;
    let body = BallotBody::from_envelope(&content).ok_or(Rejection::Unreadable)?;
    if body.commitment(round, wijk) != row.commitment {
        return Err(Rejection::CommitmentDiffers);
    }
    if valid(body.choices()) {
        Ok(body)
    } else {
        Err(Rejection::InvalidChoices)
    }
}

/// Checks one published ballot: on the list, and signed as it stands here.
///
/// Whether its seal occurs twice or its choices were allowed is not seen here; [`recount`] sees the first.
///
/// # Errors
/// [`Rejection::ForeignSeal`], or [`Rejection::BadSignature`] for any change to the ballot, since the
/// commitment is computed from what is published.
pub fn verify_published(
    round: RoundId,
    wijk: WijkId,
    ballot: &OpenedBallot,
    seals: &BTreeSet<Seal>,
) -> Result<(), Rejection> {
    check_seal(
        &ballot.closed(round, wijk),
        round,
        wijk,
        seals,
        &BTreeSet::new(),
    )
}

/// Checks a whole publication and gives the head it must have had when the box closed.
///
/// Equal to the head in the minutes, it proves that nothing was added, changed or dropped since. Whether the
/// choices were allowed, and whether the right letters were laid aside, is for the reader of the rules.
///
/// # Errors
/// [`BadRow`] names the first ballot that does not hold.
pub fn recount(
    round: RoundId,
    wijk: WijkId,
    opened: &Opened,
    seals: &BTreeSet<Seal>,
) -> Result<Head, BadRow> {
    let counted: Vec<ClosedRow> = opened
        .ballots
        .iter()
        .map(|ballot| ballot.closed(round, wijk))
        .collect();
    let uncounted = opened.rejected.iter().map(|rejected| rejected.row);
    let all: Vec<ClosedRow> = counted
        .iter()
        .copied()
        .chain(opened.laid_aside.iter().copied())
        .chain(uncounted)
        .collect();
    let repeated = repeated(all.iter().map(|row| row.seal));
    for row in &counted {
        check_seal(row, round, wijk, seals, &repeated).map_err(|why| BadRow {
            seal: row.seal,
            why,
        })?;
    }
    Ok(head(all))
}

/// What can be seen without opening: the list, that the seal is there once, the signature.
fn check_seal(
    row: &ClosedRow,
    round: RoundId,
    wijk: WijkId,
    seals: &BTreeSet<Seal>,
    repeated: &BTreeSet<Seal>,
) -> Result<(), Rejection> {
    is_listed_once(row.seal, seals, repeated)?;
    if row.is_signed(round, wijk) {
        Ok(())
    } else {
        Err(Rejection::BadSignature)
    }
}

fn is_listed_once(
    seal: Seal,
    seals: &BTreeSet<Seal>,
    repeated: &BTreeSet<Seal>,
) -> Result<(), Rejection> {
    if !seals.contains(&seal) {
        Err(Rejection::ForeignSeal)
    } else if repeated.contains(&seal) {
        Err(Rejection::RepeatedSeal)
    } else {
        Ok(())
    }
}

/// The seals that occur more than once.
fn repeated(seals: impl Iterator<Item = Seal>) -> BTreeSet<Seal> {
    let mut seen = BTreeSet::new();
    seals.filter(|seal| !seen.insert(*seal)).collect()
}

#[cfg(test)]
mod tests;
