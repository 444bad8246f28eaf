//! `wijkbanen tidy`: before a dump, so that it does not tell in what order votes came in.

use super::{cannot, open};
use crate::config::{Places, Wrong};

pub async fn run(places: &Places) -> Result<(), Wrong> {
    let store = open(places).await?;
    store.tidy().await.map_err(|error| cannot(&error))?;
    store.close().await;
    println!("The ballot box is in order of seal.");
    Ok(())
}
