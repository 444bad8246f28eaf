//! Marks on the rows that the server believes (app/domain/src/ballot_box/README.md#what-the-server-believes).

use domain::{
    ballot_box::{Mark, Marked, MasterKey, Seal, VoterId},
    id::{RoundId, WijkId},
};
use sqlx::any::AnyRow;

use crate::{Result, StoreError, row::Read as _};

/// A letter on the list, as far as its mark goes.
pub(super) struct Letter<'a> {
    pub(super) voter: VoterId,
    pub(super) round: RoundId,
    pub(super) wijk: WijkId,
    pub(super) kind: &'a str,
    pub(super) number: i64,
    pub(super) status: &'a str,
    pub(super) link: &'a [u8],
}

impl Letter<'_> {
    pub(super) fn mark(&self, master: &MasterKey) -> Mark {
        master.mark(
            Marked::Eligibility,
            &[
                self.voter.bytes(),
                self.round.bytes(),
                self.wijk.bytes(),
                self.kind.as_bytes(),
                &self.number.to_be_bytes(),
                self.status.as_bytes(),
                self.link,
            ],
        )
    }
}

/// The columns of a letter that its mark covers, and the mark.
pub(super) const LETTER: &str = "voter, round_id, wijk_id, kind, number, status, link, mark";

/// A letter that somebody else may have written is no letter.
pub(super) fn check_letter(row: &AnyRow, master: &MasterKey) -> Result<()> {
    let letter = Letter {
        voter: row.parsed("voter")?,
        round: row.parsed("round_id")?,
        wijk: row.parsed("wijk_id")?,
        kind: &row.text("kind")?,
        number: row.int("number")?,
        status: &row.text("status")?,
        link: &row.bytes("link")?,
    };
    believed(
        letter.mark(master) == row.parsed("mark")?,
        "a letter was changed by hand",
    )
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
