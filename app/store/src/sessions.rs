//! Who is signed in: a random token in a cookie, its SHA-256 here.

use domain::{access::Actor, id::PersonId, journal::Digest, round::Millis};

use crate::{
    Result, Store, StoreError,
    row::{Read as _, entropy},
};

const MINUTE: Millis = 60_000;
const HOUR: Millis = 60 * MINUTE;

/// How long a session lasts: idle and in all (server/README.md#accounts).
const fn limits(is_staff: bool) -> (Millis, Millis) {
    // Demo visitors and staff alike: 15 minutes idle and 8 hours; residents 2 hours and a day.
    if is_staff {
        (15 * MINUTE, 8 * HOUR)
    } else {
        (2 * HOUR, 24 * HOUR)
    }
}

/// How old `seen_at` may get before a page view writes it again.
const SEEN_STEP: Millis = MINUTE;

impl Store {
    /// Begins a session and gives its token: 256 random bits, never stored.
    ///
    /// # Errors
    /// The database's.
    pub async fn begin_session(
        &self,
        person: PersonId,
        is_staff: bool,
        now: Millis,
    ) -> Result<String> {
        let token = Digest::new(entropy()?).to_string();
        let mut tx = self.write().await?;
        // Old ones go when new ones come: no timer, no growth.
        sqlx::query("DELETE FROM session WHERE created_at < $1")
            .bind(now - 24 * HOUR)
            .execute(tx.conn())
            .await?;
        sqlx::query(
            "INSERT INTO session (token, person_id, is_staff, created_at, seen_at) VALUES ($1, $2, $3, $4, $4)",
        )
        .bind(fingerprint(&token))
        .bind(person.to_string())
        .bind(i64::from(is_staff))
        .bind(now)
        .execute(tx.conn())
        .await?;
        tx.commit().await?;
        Ok(token)
    }

    /// Who is signed in with this token, if the session still lasts.
    ///
    /// # Errors
    /// The database's.
    pub async fn session(&self, token: &str, now: Millis) -> Result<Option<Actor>> {
        let row = sqlx::query(
            "SELECT person_id, is_staff, created_at, seen_at FROM session WHERE token = $1",
        )
        .bind(fingerprint(token))
        .fetch_optional(self.reader())
        .await?;
        let Some(row) = row else { return Ok(None) };
        let (idle, whole) = limits(row.int("is_staff")? == 1);
        let seen = row.int("seen_at")?;
        if now - seen > idle || now - row.int("created_at")? > whole {
            return Ok(None);
        }
        if now - seen > SEEN_STEP {
            sqlx::query("UPDATE session SET seen_at = $1 WHERE token = $2")
                .bind(now)
                .bind(fingerprint(token))
                .execute(&self.write)
                .await?;
        }
        match self.actor(row.parsed("person_id")?).await {
            Ok(actor) => Ok(Some(actor)),
            Err(StoreError::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Ends a session: the token is dead at once.
    ///
    /// # Errors
    /// The database's.
    pub async fn end_session(&self, token: &str) -> Result<()> {
        sqlx::query("DELETE FROM session WHERE token = $1")
            .bind(fingerprint(token))
            .execute(&self.write)
            .await?;
        Ok(())
    }
}

/// What is stored of a token.
fn fingerprint(token: &str) -> String {
    Digest::of(token.as_bytes()).to_string()
}
