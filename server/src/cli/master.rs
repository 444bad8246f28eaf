//! The master key that goes with a database: found in its file, made for a database that needs none yet, never replaced.

use domain::ballot_box::MasterKey;
use store::{Store, StoreError};

use super::cannot;
use crate::{
    config::{Places, Wrong},
    secret,
};

/// The store with its master key.
///
/// # Errors
/// A sentence that says what to do.
pub async fn with_master(store: Store, places: &Places, is_demo: bool) -> Result<Store, Wrong> {
    let file = places.secret_path(is_demo)?;
    let master = match secret::read(&file)? {
        Some(master)
            if is_of(&store, &master)
                .await
                .map_err(|error| cannot(&error))? =>
        {
            master
        }
        Some(_) => {
            return Err(Wrong::say(format!(
                "the master key in {} belongs to another database: say with --secret-file where the one of this \
                 database is",
                file.display()
            )));
        }
        None if store.is_unwritten().await.map_err(|error| cannot(&error))? => secret::make(&file)?,
        None => {
            return Err(Wrong::say(format!(
                "the master key {} is missing, and no other opens the votes in this database: put its copy back there, \
                 or say with --secret-file where it is",
                file.display()
            )));
        }
    };
    Ok(store.with_master(master))
}

/// Whether the key is that of the database: it signed the first entry of the journal or opens a round. One of these that
/// was written by hand must not stop the whole site.
async fn is_of(store: &Store, master: &MasterKey) -> Result<bool, StoreError> {
    if store.is_journal_of(master).await? != Some(false) {
        return Ok(true);
    }
    let wrapped = store.wrapped_secrets().await?;
    Ok(wrapped.iter().any(|of| master.unwrap(of).is_some()))
}
