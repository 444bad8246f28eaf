//! The database of the server, as somebody sees it who stole it, or who sits beside it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use sqlx::{AnyConnection, Connection as _, Executor as _, Row as _, any::AnyRow};
use tokio::runtime::{Builder, Runtime};

use crate::{Done, server::Place};

/// Reads.
pub fn ask(place: &Place, sql: &'static str) -> Done<Vec<AnyRow>> {
    let asked = runtime()?.block_on(async {
        let mut connection = open(&place.database_url()).await?;
        let rows = sqlx::query(sql).fetch_all(&mut connection).await;
        connection.close().await?;
        rows
    });
    asked.map_err(unreadable)
}

/// The round of the demo that votes.
pub fn voting(place: &Place) -> Done<String> {
    let rows = ask(place, "SELECT id FROM round WHERE phase = 'voting'")?;
    let row = rows.first().ok_or("no round votes")?;
    row.try_get("id").map_err(unreadable)
}

/// The lock of whoever writes, until it is dropped.
pub struct Held {
    _connection: AnyConnection,
    _runtime: Runtime,
}

/// Takes the lock of whoever writes.
pub fn hold(place: &Place) -> Done<Held> {
    let runtime = runtime()?;
    let held = runtime.block_on(async {
        let mut connection = open(&place.database_url()).await?;
        connection.execute("PRAGMA busy_timeout = 20000").await?;
        connection.execute("BEGIN IMMEDIATE").await?;
        Ok(connection)
    });
    Ok(Held {
        _connection: held.map_err(unreadable)?,
        _runtime: runtime,
    })
}

/// A table that keeps the order in which rows came in, as the box must not.
pub fn leaky(place: &Place, order: &[String]) -> Done<PathBuf> {
    let file = place.folder().join("leaky.sqlite");
    let _ = fs::remove_file(&file);
    let made = runtime()?.block_on(fill(&file, order));
    made.map_err(unreadable)?;
    Ok(file)
}

async fn fill(file: &Path, order: &[String]) -> sqlx::Result<()> {
    let mut connection = open(&format!("sqlite://{}?mode=rwc", file.display())).await?;
    connection
        .execute("CREATE TABLE leaky (seal TEXT, commitment TEXT)")
        .await?;
    for seal in order {
        let row = sqlx::query("INSERT INTO leaky (seal, commitment) VALUES ($1, $1)");
        row.bind(seal).execute(&mut connection).await?;
    }
    connection.close().await
}

async fn open(url: &str) -> sqlx::Result<AnyConnection> {
    sqlx::any::install_default_drivers();
    AnyConnection::connect(url).await
}

fn runtime() -> Done<Runtime> {
    let runtime = Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| error.to_string())
}

fn unreadable(error: sqlx::Error) -> String {
    format!("cannot read the database: {error}")
}
