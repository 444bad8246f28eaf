//! `wijkbanen backup` and `wijkbanen restore`: a whole copy of the embedded database, checked before it counts.

use std::path::{Path, PathBuf};

use clap::Args;
use store::{Refusal, Store, StoreError};

use super::{cannot, open};
use crate::config::{Places, Wrong};

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
    match store.back_up(file).await {
        Ok(()) => {
            println!(
                "Copied and checked: {}. Keep the master key somewhere else.",
                file.display()
            );
            Ok(())
        }
        Err(StoreError::Refused(Refusal::State)) => Err(Wrong::say(
            "this is PostgreSQL: run `wijkbanen tidy` and then pg_dump, and keep the dump encrypted",
        )),
        Err(error) => Err(cannot(&error)),
    }
}

pub async fn restore(places: &Places, restore: &Restore) -> Result<(), Wrong> {
    let target = places
        .database_url
        .strip_prefix("sqlite://")
        .and_then(|url| url.split('?').next());
    let Some(target) = target.map(PathBuf::from) else {
        return Err(Wrong::say(
            "only an SQLite database is restored here; for PostgreSQL use pg_restore",
        ));
    };
    if target.exists() {
        return Err(Wrong::say(format!(
            "{} exists; stop the server and move the old file away first",
            target.display()
        )));
    }
    std::fs::copy(&restore.file, &target).map_err(|error| {
        Wrong::say(format!(
            "cannot copy {} to {}: {error}",
            restore.file.display(),
            target.display()
        ))
    })?;
    if let Err(wrong) = check(&target).await {
        let _ = std::fs::remove_file(&target);
        return Err(wrong);
    }
    println!(
        "Restored {} from {}.",
        target.display(),
        restore.file.display()
    );
    Ok(())
}

/// A copy is put back only when its journal is whole.
async fn check(file: &Path) -> Result<(), Wrong> {
    let store = Store::open(&format!("sqlite://{}", file.display()))
        .await
        .map_err(|error| cannot(&error))?;
    let verified = store.verify_journal().await.map_err(|error| cannot(&error));
    store.close().await;
    verified?
        .map(|_| ())
        .map_err(|bad| Wrong::say(format!("the journal of this copy is damaged: {bad}")))
}
