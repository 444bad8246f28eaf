//! One line of each kind, in the order in which its fields are written.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::fault::PackFault;
use crate::{
    ballot_box::{
        BoxRow, ClosedRow, Commitment, ControlWords, Envelope, EnvelopeHash, LetterCommitment,
        LetterKind, LetterSalt, Rejection, Salt, Seal, Signature,
    },
    euro::Euro,
    id::ProposalId,
    outcome::Lot,
};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterLine {
    pub number: u32,
    pub kind: LetterKind,
    pub commitment: LetterCommitment,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancelledLine {
    pub number: u32,
    pub seal: Seal,
    pub salt: LetterSalt,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoxLine {
    pub seal: Seal,
    pub commitment: Commitment,
    pub envelope: EnvelopeHash,
    pub signature: Signature,
    /// Absent where the ballot was laid aside.
    pub sealed: Option<Envelope>,
}

impl BoxLine {
    /// The row without its envelope.
    pub const fn closed(&self) -> ClosedRow {
        ClosedRow {
            seal: self.seal,
            commitment: self.commitment,
            envelope: self.envelope,
            signature: self.signature,
        }
    }

    /// The row as it was in the box; none where the ballot was laid aside.
    pub fn row(&self) -> Option<BoxRow> {
        Some(BoxRow {
            seal: self.seal,
            commitment: self.commitment,
            signature: self.signature,
            sealed: self.sealed.as_ref()?.bytes().to_vec(),
        })
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BallotLine {
    pub words: ControlWords,
    pub choices: Vec<ProposalId>,
    pub seal: Seal,
    pub salt: Salt,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RejectedLine {
    pub seal: Seal,
    pub why: Rejection,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomeFile {
    pub winners: Vec<WinnerLine>,
    pub left: Euro,
    pub lot: Lot,
    pub ballots: u64,
    pub laid_aside: u64,
    pub rejected: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WinnerLine {
    pub proposal: ProposalId,
    pub places: u32,
}

/// These lines as a file.
///
/// # Errors
/// Never for these types; kept as an error so that no caller panics.
pub fn write<T: Serialize>(lines: impl IntoIterator<Item = T>) -> serde_json::Result<Vec<u8>> {
    let mut file = Vec::new();
    for line in lines {
        serde_json::to_writer(&mut file, &line)?;
        file.push(b'\n');
    }
    Ok(file)
}

/// The lines of a file, each in the one form in which it is written.
///
/// # Errors
/// Names the first line that is not.
pub fn read<T: Serialize + DeserializeOwned>(
    name: &str,
    content: &[u8],
) -> Result<Vec<T>, PackFault> {
    let bad = |line: usize| PackFault::Line {
        file: name.to_owned(),
        line,
    };
    lines(name, content)?
        .iter()
        .zip(1..)
        .map(|(text, number)| {
            let line: T = serde_json::from_str(text).map_err(|_| bad(number))?;
            let is_canonical = serde_json::to_string(&line).is_ok_and(|again| again == *text);
            is_canonical.then_some(line).ok_or_else(|| bad(number))
        })
        .collect()
}

/// The lines of a text that ends with one.
pub fn lines<'a>(name: &str, content: &'a [u8]) -> Result<Vec<&'a str>, PackFault> {
    let line = |text: &str| text.matches('\n').count() + 1;
    let bad = |line| PackFault::Line {
        file: name.to_owned(),
        line,
    };
    let text = std::str::from_utf8(content).map_err(|_| bad(1))?;
    match text.strip_suffix('\n') {
        Some(all) => Ok(all.split('\n').collect()),
        None if text.is_empty() => Ok(Vec::new()),
        None => Err(bad(line(text))),
    }
}
