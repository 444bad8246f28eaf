//! The pages that belong to a round, and in which phases each is open: one list, of which every page about the round shows
//! its part.

use domain::{named, phase::Phase, round::Round};
use leptos::prelude::*;

use super::paths;
use crate::{
    counting, letters, outcomes, proposals, verdringing,
    web::texts::{href, t},
    work,
};

named! {
    /// One page that belongs to a round.
    pub enum Room {
        /// What staff set up.
        Settings = "settings",
        /// The round as residents see it.
        AsResident = "as_resident",
        /// What was handed in.
        Proposals = "proposals",
        /// How the votes are counted.
        Rules = "rules",
        /// What staff have to check.
        Checks = "checks",
        /// The key of the ballot box.
        Key = "key",
        /// The letters with voting codes.
        Letters = "letters",
        /// Opening the box.
        Count = "count",
        /// What was chosen.
        Outcome = "outcome",
        /// What the council has before it.
        Dossier = "dossier",
        /// What became of it.
        Jobs = "jobs",
    }
}

impl Room {
    fn path(self, round: &Round) -> String {
        let round = round.id;
        match self {
            Self::Settings => work::paths::Settings { round }.to_string(),
            Self::AsResident => paths::Show { round }.to_string(),
            Self::Proposals => proposals::paths::Listed { round }.to_string(),
            Self::Rules => paths::Rules { round }.to_string(),
            Self::Checks => verdringing::paths::Worklist.to_string(),
            Self::Key => counting::paths::Key { round }.to_string(),
            Self::Letters => letters::paths::Letters { round }.to_string(),
            Self::Count => counting::paths::Count { round }.to_string(),
            Self::Outcome => outcomes::paths::Outcome { round }.to_string(),
            Self::Dossier => outcomes::paths::Dossier { round }.to_string(),
            Self::Jobs => outcomes::paths::Jobs { round }.to_string(),
        }
    }

    fn is_open(self, phase: Phase) -> bool {
        match self {
            Self::AsResident | Self::Rules => true,
            Self::Settings => phase.takes_settings(),
            Self::Proposals => !phase.is_hidden(),
            Self::Checks => phase <= Phase::Checking,
            Self::Key => phase.takes_box_key(),
            Self::Letters => phase <= Phase::Closed,
            Self::Count => phase.takes_count(),
            Self::Outcome | Self::Dossier => phase.shows_tally(),
            Self::Jobs => phase.has_jobs(),
        }
    }
}

/// Links to those of the `rooms` that are open now.
pub fn links(round: &Round, rooms: &[Room]) -> impl IntoView + use<> {
    let items = rooms
        .iter()
        .filter(|room| room.is_open(round.phase))
        .map(|room| {
            let path = room.path(round);
            view! { <li><a href=href(&path)>{t(&format!("rounds.room.{room}"))}</a></li> }
        })
        .collect_view();
    view! { <ul>{items}</ul> }
}
