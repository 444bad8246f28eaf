//! The questions of the check on displacement that come with the program.

use domain::verdringing::Checklist;

use crate::config::Wrong;

/// The 15 questions that a new round begins with.
pub fn built_in() -> Result<Checklist, Wrong> {
    Checklist::parse(include_str!("../../demo/verdringingstoets.json"))
        .map_err(|error| Wrong::say(format!("the built-in checklist is damaged: {error}")))
}
