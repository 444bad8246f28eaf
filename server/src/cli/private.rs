//! Whatever this program writes is for its own user: database, write-ahead log, back-up, key.

use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt as _,
    path::Path,
};

use rustix::{fs::Mode, process::umask};

use crate::config::{Wrong, beside};

/// Keeps every file of this process from others, from now on.
pub fn write_for_this_user_only() {
    umask(Mode::RWXG | Mode::RWXO);
}

/// Closes an SQLite database that is there to others: it may come from elsewhere, and SQLite gives the files beside it the
/// same rights.
///
/// # Errors
/// A sentence that says what to do.
pub fn close_to_others(database: &Path) -> Result<(), Wrong> {
    for file in ["", "-wal", "-shm"].map(|suffix| beside(database, suffix)) {
        // What is not there or cannot be seen, opening the database says.
        let is_open =
            fs::metadata(&file).is_ok_and(|found| found.permissions().mode() & 0o077 != 0);
        if is_open && let Err(error) = fs::set_permissions(&file, Permissions::from_mode(0o600)) {
            return Err(Wrong::say(format!(
                "others may read {}, and this user cannot change that ({error}): run chmod 600 as its owner",
                file.display()
            )));
        }
    }
    Ok(())
}
