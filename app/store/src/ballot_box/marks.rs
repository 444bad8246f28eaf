//! Marks on the rows that the server believes (app/domain/src/ballot_box/README.md#what-the-server-believes).

use domain::{
    ballot_box::{
        LetterCommitment, LetterKind, LetterName, LetterStatus, Mark, Marked, MasterKey, Seal,
        VoterId,
    },
    id::{RoundId, WijkId},
};
use sqlx::any::AnyRow;

use crate::{Result, StoreError, row::Read as _};

/// A letter on the list: every column but the mark, which covers all of them.
pub(crate) struct LetterRow {
    pub(crate) voter: VoterId,
    pub(crate) name: LetterName,
    pub(crate) status: LetterStatus,
    pub(crate) commitment: LetterCommitment,
    pub(crate) link: Vec<u8>,
}

/// The columns of a letter that its mark covers, and the mark.
pub(super) const LETTER: &str =
    "voter, round_id, wijk_id, kind, number, status, commitment, link, mark";

impl LetterRow {
    /// A row with all of [`LETTER`]. One that somebody else may have written is no letter.
    pub(super) fn read(row: &AnyRow, master: &MasterKey) -> Result<Self> {
        let letter = Self {
            voter: row.parsed("voter")?,
            name: LetterName {
                round: row.parsed("round_id")?,
                wijk: row.parsed("wijk_id")?,
                kind: row.parsed("kind")?,
                number: row.number("number")?,
            },
            status: row.parsed("status")?,
            commitment: row.parsed("commitment")?,
            link: row.bytes("link")?,
        };
        let mark = letter.mark(letter.status, master);
        believed(mark == row.parsed("mark")?, "a letter was changed by hand")?;
        Ok(letter)
    }

    /// Whether it is an envelope or a ballot on paper, that somebody has to be given.
    pub(super) fn is_spare(&self) -> bool {
        self.name.kind != LetterKind::Letter
    }

    /// Its mark with this status.
    pub(super) fn mark(&self, status: LetterStatus, master: &MasterKey) -> Mark {
        master.mark(
            Marked::Eligibility,
            &[
                self.voter.bytes(),
                self.name.round.bytes(),
                self.name.wijk.bytes(),
                self.name.kind.name().as_bytes(),
                &self.name.number.to_be_bytes(),
                status.name().as_bytes(),
                self.commitment.bytes(),
                &self.link,
            ],
        )
    }
}

pub(super) fn seal_mark(master: &MasterKey, seal: &Seal, round: RoundId, wijk: WijkId) -> Mark {
    let fields: [&[u8]; 3] = [seal.bytes(), round.bytes(), wijk.bytes()];
    master.mark(Marked::Seal, &fields)
}

/// Fails with what was seen unless it is as it was written.
pub(super) fn believed(is_ours: bool, seen: &str) -> Result<()> {
    if is_ours {
        Ok(())
    } else {
        Err(StoreError::Corrupt(seen.into()))
    }
}
