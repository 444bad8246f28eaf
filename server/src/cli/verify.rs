//! `wijkbanen verify`: is the journal whole?

use super::{cannot, open};
use crate::config::{Places, Wrong};

pub async fn run(places: &Places) -> Result<(), Wrong> {
    let store = open(places).await?;
    let verified = store
        .verify_journal()
        .await
        .map_err(|error| cannot(&error))?;
    store.close().await;
    match verified {
        Ok((entries, head)) => {
            println!("The journal is whole: {entries} entries, head {head}");
            Ok(())
        }
        Err(bad) => Err(Wrong::say(format!("the journal is not whole: {bad}"))),
    }
}
