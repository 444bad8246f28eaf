//! Marks on the rows that the server believes (app/domain/src/ballot_box/README.md#what-the-server-believes).

use domain::{
    ballot_box::{LetterCommitment, LetterName, Mark, Marked, MasterKey, Seal, VoterId},
    id::{RoundId, WijkId},
};
use sqlx::any::AnyRow;

use crate::{Result, StoreError, row::Read as _};

/// A letter on the list, as far as its mark goes.
pub(super) struct Letter<'a> {
    pub(super) voter: VoterId,
    pub(super) name: LetterName,
    pub(super) status: &'a str,
    pub(super) commitment: LetterCommitment,
    pub(super) link: &'a [u8],
}

impl Letter<'_> {
    pub(super) fn mark(&self, master: &MasterKey) -> Mark {
        master.mark(
            Marked::Eligibility,
            &[
                self.voter.bytes(),
                self.name.round.bytes(),
                self.name.wijk.bytes(),
                self.name.kind.name().as_bytes(),
                &self.name.number.to_be_bytes(),
                self.status.as_bytes(),
                self.commitment.bytes(),
                self.link,
            ],
        )
    }
}

/// The columns of a letter that its mark covers, and the mark.
pub(super) const LETTER: &str =
    "voter, round_id, wijk_id, kind, number, status, commitment, link, mark";

/// The name and the commitment of a letter. One that somebody else may have written is no letter.
pub(super) fn check_letter(
    row: &AnyRow,
    master: &MasterKey,
) -> Result<(LetterName, LetterCommitment)> {
    let letter = Letter {
        voter: row.parsed("voter")?,
        name: LetterName {
            round: row.parsed("round_id")?,
            wijk: row.parsed("wijk_id")?,
            kind: row.parsed("kind")?,
            number: row.number("number")?,
        },
        status: &row.text("status")?,
        commitment: row.parsed("commitment")?,
        link: &row.bytes("link")?,
    };
    believed(
        letter.mark(master) == row.parsed("mark")?,
        "a letter was changed by hand",
    )?;
    Ok((letter.name, letter.commitment))
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
