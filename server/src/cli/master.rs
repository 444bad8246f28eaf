//! The master key that goes with a database: found in its file, made for a database that needs none yet, never replaced.

use store::Store;

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
    let wrapped = store
        .wrapped_secrets()
        .await
        .map_err(|error| cannot(&error))?;
    let master = match secret::read(&file)? {
        None if wrapped.is_empty() => secret::make(&file)?,
        None => {
            return Err(Wrong::say(format!(
                "the master key {} is missing, and no other opens the votes in this database: put its copy back there, \
                 or say with --secret-file where it is",
                file.display()
            )));
        }
        // One round that it does not open was written by hand; that round refuses by itself, and the others go on.
        Some(master)
            if wrapped.is_empty() || wrapped.iter().any(|of| master.unwrap(of).is_some()) =>
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
    };
    Ok(store.with_master(master))
}
