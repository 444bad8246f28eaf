//! The journal: append-only, hash-chained, written in the transaction of the deed.

use domain::{
    access::By,
    audit::Event,
    journal::{BadEntry, Digest, Entry, verify},
    round::Millis,
};
use sqlx::any::AnyRow;

use crate::{
    Result, Store, Tx,
    row::{Read as _, to_int},
};

/// How a check of the whole journal ended.
pub type Verified = std::result::Result<(u64, Digest), BadEntry>;

impl Store {
    /// A page of the journal, newest first.
    ///
    /// # Errors
    /// The database's.
    pub async fn journal(&self, page: u32, per_page: u32) -> Result<Vec<Entry>> {
        let rows = sqlx::query(
            "SELECT seq, at, actor, event, previous, hash FROM journal ORDER BY seq DESC LIMIT $1 OFFSET $2",
        )
        .bind(i64::from(per_page))
        .bind(i64::from(page) * i64::from(per_page))
        .fetch_all(self.reader())
        .await?;
        rows.iter().map(entry).collect()
    }

    /// Walks the whole journal: its length and head, or the first bad entry.
    ///
    /// # Errors
    /// The database's.
    pub async fn verify_journal(&self) -> Result<Verified> {
        let rows =
            sqlx::query("SELECT seq, at, actor, event, previous, hash FROM journal ORDER BY seq")
                .fetch_all(self.reader())
                .await?;
        let entries: Vec<Entry> = rows.iter().map(entry).collect::<Result<_>>()?;
        Ok(verify(&entries).map(|head| (entries.len() as u64, head)))
    }
}

impl Tx {
    /// Writes what happened, chained to the entry before.
    pub(crate) async fn log(&mut self, by: &By, event: &Event, now: Millis) -> Result<()> {
        let last = sqlx::query("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
            .fetch_optional(self.conn())
            .await?;
        let last = last
            .map(|row| Ok::<_, crate::StoreError>((row.number("seq")?, row.parsed("hash")?)))
            .transpose()?;
        let entry = Entry::next(last, now, by.to_string(), event.canonical()?);
        sqlx::query("INSERT INTO journal (seq, at, actor, event, previous, hash) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(to_int(entry.seq)?)
            .bind(entry.at)
            .bind(entry.actor)
            .bind(entry.event)
            .bind(entry.previous.to_string())
            .bind(entry.hash.to_string())
            .execute(self.conn())
            .await?;
        Ok(())
    }
}

fn entry(row: &AnyRow) -> Result<Entry> {
    Ok(Entry {
        seq: row.number("seq")?,
        at: row.int("at")?,
        actor: row.text("actor")?,
        event: row.text("event")?,
        previous: row.parsed("previous")?,
        hash: row.parsed("hash")?,
    })
}
