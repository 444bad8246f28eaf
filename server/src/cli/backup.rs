//! `wijkbanen backup` and `wijkbanen restore`: a whole copy of the embedded database, checked before it counts.
//!
//! Both say how long the journal is and how it ends, so that a person can compare with what was noted elsewhere: a copy
//! cannot tell what happened after it was made.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use clap::Args;
use domain::journal::Digest;
use store::{Refusal, Store, StoreError, journal::Verified};

use super::{cannot, open};
use crate::config::{Places, Wrong, beside};

#[derive(Args, Debug)]
pub struct Backup {
    /// The copy to write; it must not exist yet.
    file: PathBuf,
}

#[derive(Args, Debug)]
pub struct Restore {
    /// The copy to put back.
    file: PathBuf,
}

pub async fn back_up(places: &Places, backup: &Backup) -> Result<(), Wrong> {
    let file = &backup.file;
    if file.exists() {
        return Err(Wrong::say(format!(
            "{} exists already; a back-up never overwrites",
            file.display()
        )));
    }
    let store = open(places).await?;
    let journal = match store.back_up(file).await {
        Ok(verified) => journal(verified)?,
        Err(StoreError::Refused(Refusal::State)) => {
            return Err(Wrong::say(
                "this is PostgreSQL: run `wijkbanen tidy` and then pg_dump, and keep the dump encrypted",
            ));
        }
        Err(error) => return Err(cannot(&error)),
    };
    store.close().await;
    println!("Copied and checked: {}.", file.display());
    println!("{journal} Note that somewhere else, and keep the master key somewhere else too.");
    Ok(())
}

pub async fn restore(places: &Places, restore: &Restore) -> Result<(), Wrong> {
    let copy = &restore.file;
    let Some(target) = places.sqlite_file() else {
        return Err(Wrong::say(
            "only an SQLite database is restored here; for PostgreSQL use pg_restore",
        ));
    };
    refuse_leftovers(&target)?;
    refuse_running(copy)?;
    let cannot_copy = |error: io::Error| {
        Wrong::say(format!(
            "cannot copy {} to {}: {error}",
            copy.display(),
            target.display()
        ))
    };
    // In a folder of its own until it is checked: whatever goes wrong, nothing stands where the server looks.
    let folder = target.parent().filter(|folder| *folder != Path::new(""));
    let aside = tempfile::tempdir_in(folder.unwrap_or(Path::new("."))).map_err(cannot_copy)?;
    let file = aside.path().join("copy");
    put(copy, &file).map_err(cannot_copy)?;
    let verified = Store::check_copy(&file)
        .await
        .map_err(|error| cannot(&error))?;
    let journal = journal(verified)?;
    fs::rename(&file, &target).map_err(cannot_copy)?;
    println!("Restored {} from {}.", target.display(), copy.display());
    println!(
        "{journal} Compare that with what was noted last: what happened after this copy is gone, votes too."
    );
    Ok(())
}

/// What is left of another database would be taken for a part of this one: SQLite plays back such a file when it opens.
fn refuse_leftovers(target: &Path) -> Result<(), Wrong> {
    let left = ["", "-wal", "-shm", "-journal"].map(|suffix| beside(target, suffix));
    match left.iter().find(|file| file.exists()) {
        None => Ok(()),
        Some(file) => Err(Wrong::say(format!(
            "{} exists; stop the server and move the old database away first, with the -wal, -shm and -journal beside it",
            file.display()
        ))),
    }
}

/// The last votes of a database that was copied while it ran are in the file beside it.
fn refuse_running(copy: &Path) -> Result<(), Wrong> {
    let beside = ["-wal", "-journal"].map(|suffix| beside(copy, suffix));
    let holds_some = |file: &&PathBuf| fs::metadata(file).is_ok_and(|found| found.len() > 0);
    match beside.iter().find(holds_some) {
        None => Ok(()),
        Some(file) => Err(Wrong::say(format!(
            "{} holds a part of this database, so it is no back-up: make one with wijkbanen backup --database-url sqlite://{}",
            file.display(),
            copy.display()
        ))),
    }
}

/// A copy for this user only, whoever may read the first, and on the disk when this returns.
fn put(from: &Path, to: &Path) -> io::Result<()> {
    let mut new = fs::File::create_new(to)?;
    io::copy(&mut fs::File::open(from)?, &mut new)?;
    new.sync_all()
}

/// The journal of a copy in a sentence. A copy counts only when its journal is whole.
fn journal(verified: Verified) -> Result<String, Wrong> {
    let entries = verified
        .map_err(|bad| Wrong::say(format!("the journal of this copy is damaged: {bad}")))?;
    let head = entries.last().map_or(Digest::GENESIS, |entry| entry.hash);
    Ok(format!(
        "Its journal has {} entries, head {head}.",
        entries.len()
    ))
}
