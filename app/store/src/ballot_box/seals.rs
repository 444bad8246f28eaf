//! The list of seals of a wijk, as it is read and as the journal knows it.

use domain::{
    audit::{Event, EventKind},
    ballot_box::{Mark, Marked, MasterKey, Seal, seal_list_hash},
    id::{RoundId, WijkId},
};

use super::marks::{believed, seal_mark};
use crate::{Result, Tx, row::Read as _};

/// The mark of the list of seals of a wijk: it says whether the list is the one that was made, and nothing to who has not
/// the master key. An open hash after each batch of letters once told which seal was whose.
pub(super) fn list_mark(master: &MasterKey, round: RoundId, wijk: WijkId, seals: &[Seal]) -> Mark {
    let list = seal_list_hash(seals);
    master.mark(
        Marked::SealList,
        &[round.bytes(), wijk.bytes(), list.bytes()],
    )
}

impl Tx {
    /// The mark of the list of a wijk as its letters were last made; none after they were voided.
    pub(super) async fn made_list(
        &mut self,
        round: RoundId,
        wijk: WijkId,
    ) -> Result<Option<String>> {
        let rows = sqlx::query(
            "SELECT event FROM journal WHERE round_id = $1 AND wijk_id = $2 AND kind IN ($3, $4) ORDER BY number",
        )
        .bind(round.to_string())
        .bind(wijk.to_string())
        .bind(EventKind::CodesIssued.to_string())
        .bind(EventKind::CodesVoided.to_string())
        .fetch_all(self.conn())
        .await?;
        Ok(
            match rows.last().map(|row| row.json("event")).transpose()? {
                Some(Event::CodesIssued { list, .. }) => Some(list),
                _ => None,
            },
        )
    }
}

/// Every seal of a wijk in order, each with its mark.
pub(crate) async fn load_seals(
    connection: &mut sqlx::AnyConnection,
    round: RoundId,
    wijk: WijkId,
    master: &MasterKey,
) -> Result<Vec<Seal>> {
    let rows = sqlx::query(
        "SELECT seal, mark FROM seal WHERE round_id = $1 AND wijk_id = $2 ORDER BY seal",
    )
    .bind(round.to_string())
    .bind(wijk.to_string())
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            let seal = row.parsed("seal")?;
            let is_ours = seal_mark(master, &seal, round, wijk) == row.parsed("mark")?;
            believed(is_ours, "a seal was added by hand")?;
            Ok(seal)
        })
        .collect()
}
