//! From a closed box to what everybody can recount (README.md#closing-opening-publishing).
//!
//! First the head of the closed box, then the opening, in that order: the head is in the minutes before
//! anybody can read a vote. Opening decides per row and in a fixed order, so an interrupted opening that is
//! done again gives the same output. What the council may do with the count is decided elsewhere.

use super::ballot::{BallotBody, BoxRow, Channel};
use super::commitment::{Commitment, Salt};
use super::envelope::{BoxCard, open_with};
use super::seal::{Seal, Signature};
use super::words::ControlWords;
use crate::encoding::{hash_fields, hex_bytes};
use crate::id::{ProposalId, RoundId, WijkId};
use crate::journal::Digest;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

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
    /// The seal's signature over it.
    pub signature: Signature,
}

/// A counted ballot as it is published.
///
/// The channel is not in it: among few paper ballots it would point at people.
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
    /// The seal's signature over the commitment.
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
    /// The seal did not sign this commitment.
    #[error("the signature does not fit")]
    BadSignature,
    /// The card does not open it, or what is inside is no ballot.
    #[error("the envelope cannot be read")]
    Unreadable,
    /// What is inside is not what was committed to.
    #[error("the commitment differs")]
    CommitmentDiffers,
    /// The choices are not allowed in this round.
    #[error("the choices are not valid")]
    InvalidChoices,
}

/// A row that was not counted, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    /// The row.
    pub row: ClosedRow,
    /// What is wrong with it.
    pub why: Rejection,
}

/// What came out of a box: every row is in exactly one of the three lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// The ballots that count, sorted by words and then seal.
    pub ballots: Vec<OpenedBallot>,
    /// Rows of cancelled letters and envelopes never handed out, never opened, sorted by seal.
    pub laid_aside: Vec<ClosedRow>,
    /// Rows that do not count, sorted by seal.
    pub rejected: Vec<Rejected>,
    /// How many counted ballots came in each way; left out of JSON, since small numbers are not published.
    #[serde(skip)]
    pub channels: BTreeMap<Channel, usize>,
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
    pub const fn closed(&self) -> ClosedRow {
        ClosedRow {
            seal: self.seal,
            commitment: self.commitment,
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
            signature: self.signature,
        }
    }
}

/// The hash over all (seal, commitment, signature), sorted by seal; tag `wijkbanen/head/v1`.
#[must_use]
pub fn head(rows: impl IntoIterator<Item = ClosedRow>) -> Head {
    let mut rows: Vec<ClosedRow> = rows.into_iter().collect();
    rows.sort_unstable();
    let fields = rows.iter().flat_map(|row| {
        [
            row.seal.bytes().as_slice(),
            row.commitment.bytes(),
            row.signature.bytes(),
        ]
    });
    Head::new(hash_fields("wijkbanen/head/v1", fields))
}

/// The hash over the seal list in sorted order, as the journal has it before opening; tag `wijkbanen/seals/v1`.
#[must_use]
pub fn seal_list_hash(seals: &[Seal]) -> Digest {
    let mut seals = seals.to_vec();
    seals.sort_unstable();
    let fields = seals.iter().map(|seal| seal.bytes().as_slice());
    Digest::new(hash_fields("wijkbanen/seals/v1", fields))
}

/// Opens a box: lays aside what was cancelled, unopened, and checks every other ballot.
///
/// `laid_aside` are the seals of cancelled letters and envelopes never handed out; `valid` is the round's rule.
#[must_use]
pub fn open_box(
    card: &BoxCard,
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
        let closed = row.closed();
        if laid_aside.contains(&row.seal) {
            opened.laid_aside.push(closed);
            continue;
        }
        let checked = check_seal(&closed, seals, &repeated).and_then(|()| {
            let content = open_with(card, &row.sealed).ok_or(Rejection::Unreadable)?;
            let body = BallotBody::from_envelope(&content).ok_or(Rejection::Unreadable)?;
            if body.commitment(round, wijk) != row.commitment {
                return Err(Rejection::CommitmentDiffers);
            }
            if valid(body.choices()) {
                Ok(body)
            } else {
                Err(Rejection::InvalidChoices)
            }
        });
        match checked {
            Ok(body) => {
                *opened.channels.entry(body.channel()).or_default() += 1;
                opened.ballots.push(OpenedBallot {
                    words: body.words(),
                    choices: body.choices().to_vec(),
                    seal: row.seal,
                    salt: body.salt(),
                    signature: row.signature,
                });
            }
            Err(why) => opened.rejected.push(Rejected { row: closed, why }),
        }
    }
    opened
        .ballots
        .sort_unstable_by_key(|ballot| (ballot.words, ballot.seal));
    opened
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
    check_seal(&ballot.closed(round, wijk), seals, &BTreeSet::new())
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
        check_seal(row, seals, &repeated).map_err(|why| BadRow {
            seal: row.seal,
            why,
        })?;
    }
    Ok(head(all))
}

/// What can be seen without opening: the list, that the seal is there once, the signature.
fn check_seal(
    row: &ClosedRow,
    seals: &BTreeSet<Seal>,
    repeated: &BTreeSet<Seal>,
) -> Result<(), Rejection> {
    if !seals.contains(&row.seal) {
        return Err(Rejection::ForeignSeal);
    }
    if repeated.contains(&row.seal) {
        return Err(Rejection::RepeatedSeal);
    }
    if row.signature.is_by(&row.seal, &row.commitment) {
        Ok(())
    } else {
        Err(Rejection::BadSignature)
    }
}

/// The seals that occur more than once.
fn repeated(seals: impl Iterator<Item = Seal>) -> BTreeSet<Seal> {
    let mut seen = BTreeSet::new();
    seals.filter(|seal| !seen.insert(*seal)).collect()
}

#[cfg(test)]
mod tests;
