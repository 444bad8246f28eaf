//! A handful of named settings, such as the municipality's name.

use crate::{Result, Store, Tx, row::Read as _};

/// The municipality's name.
pub const MUNICIPALITY: &str = "municipality";
/// Present when the database holds the demo municipality.
pub const DEMO: &str = "demo";

impl Store {
    /// A setting, if it was ever set.
    ///
    /// # Errors
    /// The database's.
    pub async fn setting(&self, name: &str) -> Result<Option<String>> {
        let row = sqlx::query("SELECT content FROM setting WHERE name = $1")
            .bind(name)
            .fetch_optional(self.reader())
            .await?;
        row.map(|row| row.text("content")).transpose()
    }
}

impl Tx {
    pub(crate) async fn set(&mut self, name: &str, content: &str) -> Result<()> {
        sqlx::query(
            "INSERT INTO setting (name, content) VALUES ($1, $2)
             ON CONFLICT (name) DO UPDATE SET content = excluded.content",
        )
        .bind(name)
        .bind(content)
        .execute(self.conn())
        .await?;
        Ok(())
    }
}
