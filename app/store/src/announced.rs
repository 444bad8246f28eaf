//! What the journal said of a round before anything of it was counted: what is published afterwards is held against it.

use std::collections::BTreeMap;

use domain::{
    audit::Event,
    ballot_box::Head,
    id::{RoundId, WijkId},
    journal::Digest,
};

use crate::{Result, Store, row::Read as _};

/// The hashes that went into the journal of one round. Where an entry is missing there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Announced {
    /// Of the rules, when they were frozen.
    pub rules: Option<Digest>,
    /// Of the seal list of each wijk, when voting opened.
    pub seals: BTreeMap<WijkId, Digest>,
    /// Of the box of each wijk, when it was closed.
    pub heads: BTreeMap<WijkId, Head>,
}

impl Store {
    /// What was announced of a round; of what was written down twice, the last.
    ///
    /// # Errors
    /// The database's.
    pub async fn announced(&self, round: RoundId) -> Result<Announced> {
        // The canonical JSON has its fields in one order.
        let beginning = |event: &str| format!("{{\"event\":\"{event}\",\"round\":\"{round}\"%");
        let rows = sqlx::query(
            "SELECT event FROM journal WHERE event LIKE $1 OR event LIKE $2 OR event LIKE $3 ORDER BY seq",
        )
        .bind(beginning("rules_frozen"))
        .bind(beginning("seals_fixed"))
        .bind(beginning("box_closed"))
        .fetch_all(self.reader())
        .await?;
        let mut announced = Announced::default();
        for row in &rows {
            announced.note(row.json("event")?);
        }
        Ok(announced)
    }
}

impl Announced {
    fn note(&mut self, event: Event) {
        match event {
            Event::RulesFrozen { rules, .. } => self.rules = rules.parse().ok(),
            Event::SealsFixed {
                wijk, seal_list, ..
            } => {
                if let Ok(hash) = seal_list.parse() {
                    self.seals.insert(wijk, hash);
                }
            }
            Event::BoxClosed { wijk, head, .. } => {
                if let Ok(head) = head.parse() {
                    self.heads.insert(wijk, head);
                }
            }
            _ => {}
        }
    }
}
