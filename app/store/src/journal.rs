//! The journal: append-only, hash-chained, signed, written in the transaction of the deed.
//!
//! Beside its text, which is hashed, an entry has columns to find it by: kind, round and wijk. They are read from the text
//! and never written on their own; whoever reads by them holds them against the text.

use domain::{
    access::By,
    audit::{Event, EventKind, Subject},
    ballot_box::MasterKey,
    id::RoundId,
    journal::{BadEntry, Entry, EntryActor, EntryFault, JournalKey, JournalSigner, verify},
    round::Millis,
};
use sqlx::{AnyConnection, any::AnyRow};

use crate::{
    Result, Store, StoreError, Tx,
    row::{Read as _, to_int},
};

/// How a check of the whole journal ended: with all entries, or with the first that is not what was written.
pub type Verified = std::result::Result<Vec<Entry>, BadEntry>;

impl Store {
    /// A page of the journal, newest first.
    ///
    /// # Errors
    /// The database's.
    pub async fn journal(&self, page: u32, per_page: u32) -> Result<Vec<Entry>> {
        let rows = sqlx::query(
            "SELECT number, at, actor, event, previous, hash, signature FROM journal
             ORDER BY number DESC LIMIT $1 OFFSET $2",
        )
        .bind(i64::from(per_page))
        .bind(i64::from(page) * i64::from(per_page))
        .fetch_all(self.reader())
        .await?;
        rows.iter().map(entry).collect()
    }

    /// The whole journal, oldest first.
    ///
    /// # Errors
    /// The database's.
    pub async fn whole_journal(&self) -> Result<Vec<Entry>> {
        let rows = sqlx::query(
            "SELECT number, at, actor, event, previous, hash, signature FROM journal ORDER BY number",
        )
        .fetch_all(self.reader())
        .await?;
        rows.iter().map(entry).collect()
    }

    /// Walks the whole journal.
    ///
    /// # Errors
    /// The database's.
    pub async fn verify_journal(&self) -> Result<Verified> {
        let key = signer(&self.master()?).key();
        walk(&mut *self.reader().acquire().await?, Some(&key)).await
    }

    /// Whether the first entry is signed with this master key; none where nothing was written yet.
    ///
    /// # Errors
    /// The database's.
    pub async fn is_journal_of(&self, master: &MasterKey) -> Result<Option<bool>> {
        let row = sqlx::query(
            "SELECT number, at, actor, event, previous, hash, signature FROM journal ORDER BY number LIMIT 1",
        )
        .fetch_optional(self.reader())
        .await?;
        let first = row.as_ref().map(entry).transpose()?;
        let key = signer(master).key();
        Ok(first.map(|first| verify([&first], Some(&key)).is_ok()))
    }

    /// Whether nothing was ever written into it.
    ///
    /// # Errors
    /// The database's.
    pub async fn is_unwritten(&self) -> Result<bool> {
        let first = sqlx::query("SELECT number FROM journal LIMIT 1")
            .fetch_optional(self.reader())
            .await?;
        Ok(first.is_none())
    }

    /// The key by which everybody knows the journal again.
    ///
    /// # Errors
    /// [`StoreError::NoMasterKey`].
    pub fn journal_key(&self) -> Result<JournalKey> {
        Ok(signer(&self.master()?).key())
    }
}

fn signer(master: &MasterKey) -> JournalSigner {
    JournalSigner::new(&master.journal_seed())
}

/// Every entry, or the first that is not what was written. Without a key, signatures are not looked at.
pub(crate) async fn walk(
    connection: &mut AnyConnection,
    key: Option<&JournalKey>,
) -> Result<Verified> {
    let rows = sqlx::query(
        "SELECT number, at, actor, event, kind, round_id, wijk_id, previous, hash, signature FROM journal
         ORDER BY number",
    )
    .fetch_all(connection)
    .await?;
    let entries: Vec<Entry> = rows.iter().map(entry).collect::<Result<_>>()?;
    let chain = verify(&entries, key);
    let first_bad = chain
        .err()
        .into_iter()
        .chain(first_mislabelled(&rows)?)
        .min_by_key(|bad| bad.number);
    Ok(first_bad.map_or(Ok(entries), Err))
}

impl Tx {
    pub(crate) fn signer(&self) -> Result<JournalSigner> {
        Ok(signer(&self.master()?))
    }

    /// The whole journal, before something is fixed or opened by what it says.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] names the first entry that is not what was written.
    pub(crate) async fn trust_journal(&mut self) -> Result<Vec<Entry>> {
        let key = self.signer()?.key();
        let walked = walk(self.conn(), Some(&key)).await?;
        walked.map_err(|bad| StoreError::Corrupt(format!("journal, {bad}")))
    }

    /// Writes what happened, chained to the entry before.
    pub(crate) async fn log(&mut self, by: By, event: &Event, now: Millis) -> Result<()> {
        let last = sqlx::query("SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1")
            .fetch_optional(self.conn())
            .await?;
        let last = last
            .map(|row| Ok::<_, StoreError>((row.number("number")?, row.parsed("hash")?)))
            .transpose()?;
        let master = self.master()?;
        let actor = match by {
            By::Person(person, role) => EntryActor::Person(role, master.pseudonym(person)),
            By::Clock => EntryActor::Clock,
            By::Console => EntryActor::Console,
        };
        let event = event.canonical()?;
        let entry = Entry::next(last, now, actor.to_string(), event, &signer(&master));
        let subject = Subject::of(&entry.event)?;
        sqlx::query(
            "INSERT INTO journal (number, at, actor, event, kind, round_id, wijk_id, previous, hash, signature)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        )
        .bind(to_int(entry.number)?)
        .bind(entry.at)
        .bind(entry.actor)
        .bind(entry.event)
        .bind(subject.kind.to_string())
        .bind(subject.round.map(|round| round.to_string()))
        .bind(subject.wijk.map(|wijk| wijk.to_string()))
        .bind(entry.previous.to_string())
        .bind(entry.hash.to_string())
        .bind(entry.signature.to_string())
        .execute(self.conn())
        .await?;
        Ok(())
    }
}

/// The latest event of this kind in a round with its moment; where it names a wijk, the latest of each.
///
/// # Errors
/// [`StoreError::Corrupt`] when one stands under columns that its text does not bear out.
pub(crate) async fn latest(
    connection: &mut AnyConnection,
    kind: EventKind,
    round: RoundId,
) -> Result<Vec<(Event, Millis)>> {
    let rows = sqlx::query(
        "SELECT number, at, event, kind, round_id, wijk_id FROM journal WHERE number IN
         (SELECT MAX(number) FROM journal WHERE round_id = $1 AND kind = $2 GROUP BY wijk_id) ORDER BY number",
    )
    .bind(round.to_string())
    .bind(kind.to_string())
    .fetch_all(connection)
    .await?;
    if let Some(bad) = first_mislabelled(&rows)? {
        return Err(StoreError::Corrupt(format!("journal, {bad}")));
    }
    rows.iter()
        .map(|row| Ok((row.json("event")?, row.int("at")?)))
        .collect()
}

/// The first of these rows whose columns are not what its text is about.
fn first_mislabelled(rows: &[AnyRow]) -> Result<Option<BadEntry>> {
    for row in rows {
        let subject = Subject::of(&row.text("event")?).ok();
        let is_labelled = match subject {
            Some(Subject { kind, round, wijk }) => {
                row.text("kind")? == kind.to_string()
                    && row.maybe_text("round_id")? == round.map(|id| id.to_string())
                    && row.maybe_text("wijk_id")? == wijk.map(|id| id.to_string())
            }
            None => false,
        };
        if !is_labelled {
            return Ok(Some(BadEntry {
                number: row.number("number")?,
                fault: EntryFault::Mislabelled,
            }));
        }
    }
    Ok(None)
}

fn entry(row: &AnyRow) -> Result<Entry> {
    Ok(Entry {
        number: row.number("number")?,
        at: row.int("at")?,
        actor: row.text("actor")?,
        event: row.text("event")?,
        previous: row.parsed("previous")?,
        hash: row.parsed("hash")?,
        signature: row.parsed("signature")?,
    })
}
