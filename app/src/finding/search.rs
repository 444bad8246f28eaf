//! A counted round, as the page that finds a vote needs it.

use domain::{
    outcome::{MIN_PUBLISHED, WijkOutcome},
    round::{Millis, Round, Rules},
};

/// All that its parts ask of a round.
pub struct Search {
    pub round: Round,
    pub rules: Rules,
    pub outcomes: Vec<WijkOutcome>,
    pub until: Millis,
    pub now: Millis,
}

impl Search {
    /// Whether any ballot of the round is published by itself.
    pub fn has_list(&self) -> bool {
        self.outcomes
            .iter()
            .any(|outcome| outcome.ballots >= MIN_PUBLISHED)
    }
}
