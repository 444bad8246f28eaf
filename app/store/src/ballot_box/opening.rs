//! Opening a vote: the lists are those that were made, and what holds from now on stands on one sheet with a mark.

use domain::{
    access::Permit,
    audit::{Event, EventKind},
    ballot_box::{Mark, Marked, MasterKey, seal_list_hash},
    id::{RoundId, WijkId},
    journal::Digest,
    round::{Millis, Round, RoundWijk, Rules, Sheet, SheetWijk},
};

use super::{
    keys::Keys,
    marks::{LETTER, believed, check_letter},
    seals::{list_mark, load_seals},
};
use crate::{Refusal, Result, StoreError, Tx, journal::latest, row::Read as _};

impl Tx {
    /// Fixes the lists of every wijk in the journal and everything on the sheet: after this nobody can be added.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when a list is not the one that was made.
    pub(crate) async fn open_boxes<A>(
        &mut self,
        permit: &Permit<A>,
        round: &Round,
        now: Millis,
    ) -> Result<()> {
        let mut wijken = Vec::new();
        for entry in &round.wijken {
            let fixed = self.fixed_list(round.id, entry).await?;
            let event = Event::SealsFixed {
                round: round.id,
                wijk: fixed.wijk,
                letters: fixed.letters,
                seal_list: fixed.seals.to_string(),
            };
            self.log(permit.by(), &event, now).await?;
            wijken.push(fixed);
        }
        let row = sqlx::query("SELECT rules FROM round WHERE id = $1")
            .bind(round.id.to_string())
            .fetch_one(self.conn())
            .await?;
        let master = self.master()?;
        let keys = Keys::load(self.conn(), round.id, &master).await?;
        let rules: Rules = row.json("rules")?;
        if rules.settings != round.settings {
            return Err(StoreError::Tampered(round.id));
        }
        let sheet = Sheet {
            round: round.id,
            rules: Digest::of(row.text("rules")?.as_bytes()),
            box_key: keys.box_key,
            link_key: keys.link_key,
            schedule: round.settings.schedule.clone(),
            wijken,
        };
        self.as_announced(&sheet).await?;
        let text = sheet.canonical()?;
        let mark = self.master()?.mark(Marked::Sheet, &[text.as_bytes()]);
        sqlx::query("UPDATE round SET sheet = $1, sheet_mark = $2 WHERE id = $3")
            .bind(text)
            .bind(mark.to_string())
            .bind(round.id.to_string())
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// The list of a wijk, if it is the one that was made: as many seals as letters, no more than may vote, each with its
    /// mark.
    async fn fixed_list(&mut self, round: RoundId, entry: &RoundWijk) -> Result<SheetWijk> {
        let (wijk, master) = (entry.wijk.id, self.master()?);
        let seals = load_seals(self.conn(), round, wijk, &master).await?;
        let letters = self.checked_letters(round, wijk, &master).await?;
        believed(
            letters == seals.len() as u64 && letters <= entry.eligible.into(),
            "there are other seals than letters were made",
        )?;
        let made = latest(self.conn(), EventKind::CodesIssued, round).await?;
        let mark = list_mark(&master, round, wijk, &seals).to_string();
        let is_made = made.iter().any(|(event, _)| {
            matches!(event, Event::CodesIssued { wijk: of, list, .. } if *of == wijk && *list == mark)
        });
        believed(is_made, "the seals are not those that were made")?;
        Ok(SheetWijk {
            wijk,
            letters,
            seals: seal_list_hash(&seals),
        })
    }

    /// How many letters a wijk has, each with its mark.
    async fn checked_letters(
        &mut self,
        round: RoundId,
        wijk: WijkId,
        master: &MasterKey,
    ) -> Result<u64> {
        let sql = format!("SELECT {LETTER} FROM eligibility WHERE round_id = $1 AND wijk_id = $2");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(round.to_string())
            .bind(wijk.to_string())
            .fetch_all(self.conn())
            .await?;
        for row in &rows {
            check_letter(row, master)?;
        }
        Ok(rows.len() as u64)
    }

    /// The key and the rules are those of the journal.
    async fn as_announced(&mut self, sheet: &Sheet) -> Result<()> {
        let announced = crate::announced::load_announced(self.conn(), sheet.round).await?;
        believed(
            announced.rules == Some(sheet.rules),
            "the rules are not those of the journal",
        )?;
        believed(
            announced.box_key == Some(sheet.box_key),
            "the key of the box is not that of the journal",
        )
    }

    /// What holds while a round votes and after. The columns beside it must say the same.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when somebody wrote in the row, [`Refusal::Phase`] before voting opened.
    pub(crate) async fn sheet(&mut self, round: &Round) -> Result<Sheet> {
        let row = sqlx::query(
            "SELECT sheet, sheet_mark, rules, box_key, link_key FROM round WHERE id = $1",
        )
        .bind(round.id.to_string())
        .fetch_one(self.conn())
        .await?;
        let text = row.maybe_text("sheet")?.ok_or(Refusal::Phase)?;
        let mark: Mark = row.parsed("sheet_mark")?;
        let is_ours = self
            .master()?
            .is_marked(Marked::Sheet, &[text.as_bytes()], &mark);
        let sheet: Sheet = serde_json::from_str(&text)?;
        let rules = row.text("rules")?;
        let is_same = sheet.round == round.id
            && sheet.schedule == round.settings.schedule
            && sheet.rules == Digest::of(rules.as_bytes())
            && serde_json::from_str::<Rules>(&rules)?.settings == round.settings
            && sheet.box_key == row.parsed("box_key")?
            && sheet.link_key == row.parsed("link_key")?;
        if is_ours && is_same {
            Ok(sheet)
        } else {
            Err(StoreError::Tampered(round.id))
        }
    }
}
