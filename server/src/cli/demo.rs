//! `wijkbanen demo`: the made-up municipality of Veenhaven.

use store::{Refusal, Store, StoreError, demo::DemoData};

use super::{cannot, checklist, open};
use crate::config::{Places, Wrong};

const DATA: &str = include_str!("../../demo/demo-round.json");

pub async fn run(places: &Places) -> Result<(), Wrong> {
    let store = open(places).await?;
    load(&store).await?;
    println!("The demo municipality is loaded; start it with --demo.");
    store.close().await;
    Ok(())
}

/// Loads it into an empty database.
pub async fn load(store: &Store) -> Result<(), Wrong> {
    let data: DemoData = serde_json::from_str(DATA)
        .map_err(|error| Wrong::say(format!("the built-in demo is damaged: {error}")))?;
    let now = app::Clock::default().now();
    match store.load_demo(&data, &checklist::built_in()?, now).await {
        Ok(()) => Ok(()),
        Err(StoreError::Refused(Refusal::NotEmpty)) => Err(Wrong::say(
            "this database is not empty; the demo needs a database of its own",
        )),
        Err(error) => Err(cannot(&error)),
    }
}
