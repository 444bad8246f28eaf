//! `wijkbanen demo`: the made-up municipality of Veenhaven.

use store::{Refusal, Store, StoreError, demo::DemoData};

use super::{cannot, checklist, master::with_master, open};
use crate::config::{Places, Wrong};

const DATA: &str = include_str!("../../demo/demo-round.json");

pub async fn run(places: &Places) -> Result<(), Wrong> {
    let store = load(open(places).await?, places).await?;
    println!("The demo municipality is loaded; start it with --demo.");
    store.close().await;
    Ok(())
}

/// Loads it into an empty database, which has its master key from then on.
pub async fn load(store: Store, places: &Places) -> Result<Store, Wrong> {
    let data: DemoData = serde_json::from_str(DATA)
        .map_err(|error| Wrong::say(format!("the built-in demo is damaged: {error}")))?;
    let now = app::Clock::default().now();
    let store = match store.is_empty().await {
        Ok(true) => with_master(store, places, true).await?,
        // Refused below, without a key of its own.
        Ok(false) => store,
        Err(error) => return Err(cannot(&error)),
    };
    match store.load_demo(&data, &checklist::built_in()?, now).await {
        Ok(()) => Ok(store),
        Err(StoreError::Refused(Refusal::NotEmpty)) => Err(Wrong::say(
            "this database is not empty; the demo needs a database of its own",
        )),
        Err(error) => Err(cannot(&error)),
    }
}
