//! Opening a vote: the lists are those that were made, and what holds from now on stands on one sheet with a mark.

use domain::{
    access::Permit,
    audit::{Event, EventKind},
    ballot_box::{LetterCommitment, LetterKind, Mark, Marked, letter_list_hash, seal_list_hash},
    id::{RoundId, WijkId},
    journal::Digest,
    round::{Millis, Round, Rules, Sheet, SheetWijk, Spare, WijkRules},
};

use super::{
    keys::Keys,
    marks::{LETTER, LetterRow, believed},
    seals::{list_mark, load_seals},
};
use crate::{Refusal, Result, StoreError, Tx, announced::load_announced, row::Read as _};

impl Tx {
    /// Fixes the lists of every wijk in the journal and everything on the sheet: after this nobody can be added.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when a list is not the one that was made, [`StoreError::Tampered`] when the rules or the key
    /// are not those of the journal.
    pub(crate) async fn open_boxes<A>(
        &mut self,
        permit: &Permit<A>,
        round: &Round,
        now: Millis,
    ) -> Result<()> {
        let (rules, rules_hash) = self.announced_rules(round).await?;
        let mut wijken = Vec::new();
        for wijk in &rules.wijken {
            let fixed = self.fixed_list(round.id, wijk).await?;
            let event = Event::SealsFixed {
                round: round.id,
                wijk: fixed.wijk,
                letters: fixed.letters,
                spare: fixed.spare,
                seal_list: fixed.seals.to_string(),
            };
            self.log(permit.by(), &event, now).await?;
            wijken.push(fixed);
        }
        let master = self.master()?;
        let keys = Keys::load(self.conn(), round.id, &master).await?;
        let sheet = Sheet {
            round: round.id,
            rules: rules_hash,
            box_key: keys.box_key,
            link_key: keys.link_key,
            settings: round.settings.clone(),
            wijken,
        };
        let text = sheet.canonical()?;
        let mark = master.mark(Marked::Sheet, &[text.as_bytes()]);
        let hash = Digest::of(text.as_bytes()).to_string();
        sqlx::query("UPDATE round SET sheet = $1, sheet_mark = $2 WHERE id = $3")
            .bind(text)
            .bind(mark.to_string())
            .bind(round.id.to_string())
            .execute(self.conn())
            .await?;
        let event = Event::SheetMade {
            round: round.id,
            sheet: hash,
        };
        self.log(permit.by(), &event, now).await
    }

    /// The rules with their hash, if they, the settings and the key of the box are those of the journal.
    async fn announced_rules(&mut self, round: &Round) -> Result<(Rules, Digest)> {
        let row = sqlx::query("SELECT rules, box_key FROM round WHERE id = $1")
            .bind(round.id.to_string())
            .fetch_one(self.conn())
            .await?;
        let hash = Digest::of(row.text("rules")?.as_bytes());
        let rules: Rules = row.json("rules")?;
        let announced = load_announced(self.conn(), round.id).await?;
        let is_same = announced.rules == Some(hash)
            && announced.box_key == Some(row.parsed("box_key")?)
            && rules.settings.is_same_but_dates(&round.settings)
            && announced.dates(&rules) == &round.settings.schedule;
        if is_same {
            Ok((rules, hash))
        } else {
            Err(StoreError::Tampered(round.id))
        }
    }

    /// The list of a wijk, if it is the one that was made: as many seals as codes, no more letters than people who may
    /// vote and what is spare by the rules, each with its mark.
    async fn fixed_list(&mut self, round: RoundId, rules: &WijkRules) -> Result<SheetWijk> {
        let (wijk, master) = (rules.wijk, self.master()?);
        let seals = load_seals(self.conn(), round, wijk, &master).await?;
        let codes = self.letters_of(round, wijk).await?;
        let of = |of| codes.iter().filter(|(kind, _)| *kind == of).count();
        let many = |kind| u32::try_from(of(kind)).unwrap_or(u32::MAX);
        let letters = many(LetterKind::Letter);
        let spare = Spare {
            reserve: many(LetterKind::Reserve),
            paper: many(LetterKind::Paper),
        };
        believed(
            codes.len() == seals.len() && letters <= rules.eligible && spare == rules.spare,
            "there are other seals than codes were made",
        )?;
        let mark = list_mark(&master, round, wijk, &seals).to_string();
        believed(
            self.made_list(round, wijk).await? == Some(mark),
            "the seals are not those that were made",
        )?;
        Ok(SheetWijk {
            wijk,
            letters,
            spare,
            seals: seal_list_hash(&seals),
            letter_list: letter_list_hash(&codes),
        })
    }

    /// All letters of a wijk in the order of their numbers, which leave none out, each with its mark.
    pub(crate) async fn letters_of(
        &mut self,
        round: RoundId,
        wijk: WijkId,
    ) -> Result<Vec<(LetterKind, LetterCommitment)>> {
        let master = self.master()?;
        let sql = format!(
            "SELECT {LETTER} FROM eligibility WHERE round_id = $1 AND wijk_id = $2 ORDER BY number"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(round.to_string())
            .bind(wijk.to_string())
            .fetch_all(self.conn())
            .await?;
        (1..)
            .zip(&rows)
            .map(|(number, row)| {
                let letter = LetterRow::read(row, &master)?;
                believed(letter.name.number == number, "a letter is not there")?;
                Ok((letter.name.kind, letter.commitment))
            })
            .collect()
    }

    /// What holds while a round votes and after. The columns beside it must say the same.
    ///
    /// # Errors
    /// [`StoreError::Tampered`] when somebody wrote in the row, [`Refusal::Phase`] before voting opened.
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
        let is_same = self.told_sheet(round.id).await? == Some(Digest::of(text.as_bytes()))
            && sheet.round == round.id
            && sheet.settings == round.settings
            && sheet.rules == Digest::of(row.text("rules")?.as_bytes())
            && sheet.box_key == row.parsed("box_key")?
            && sheet.link_key == row.parsed("link_key")?;
        if is_ours && is_same {
            Ok(sheet)
        } else {
            Err(StoreError::Tampered(round.id))
        }
    }

    /// The hash of the sheet that holds, by the journal: an earlier one, with the dates of then, still has a good mark.
    async fn told_sheet(&mut self, round: RoundId) -> Result<Option<Digest>> {
        let row = sqlx::query(
            "SELECT event FROM journal WHERE round_id = $1 AND kind IN ($2, $3) ORDER BY number DESC LIMIT 1",
        )
        .bind(round.to_string())
        .bind(EventKind::SheetMade.to_string())
        .bind(EventKind::DatesMoved.to_string())
        .fetch_optional(self.conn())
        .await?;
        let Some(row) = row else { return Ok(None) };
        Ok(match row.json("event")? {
            Event::SheetMade { round: of, sheet } if of == round => sheet.parse().ok(),
            Event::DatesMoved {
                round: of,
                sheet: Some(sheet),
                ..
            } if of == round => sheet.parse().ok(),
            _ => None,
        })
    }
}
