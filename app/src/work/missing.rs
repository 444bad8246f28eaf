//! What a round still lacks for its next step, each with the page where it is solved.

use domain::{
    phase::{Missing, RoundFacts, missing},
    round::Round,
};
use leptos::prelude::*;

use super::paths;
use crate::{
    counting, letters, proposals, rounds, verdringing,
    web::texts::{href, t, tn},
};

/// What is missing for the next step of a round, with the page where it is solved.
pub fn missing_list(round: &Round, facts: &RoundFacts) -> AnyView {
    let Some(step) = round.phase.next_step() else {
        return ().into_any();
    };
    let lines = missing(step, facts)
        .into_iter()
        .map(|what| {
            let (text, path) = in_words(round, what);
            view! { <li><a href=href(&path)>{text}</a></li> }
        })
        .collect::<Vec<_>>();
    if lines.is_empty() {
        ().into_any()
    } else {
        view! { <ul>{lines}</ul> }.into_any()
    }
}

fn in_words(round: &Round, what: Missing) -> (String, String) {
    let id = round.id;
    let settings = paths::Settings { round: id };
    let key = counting::paths::Key { round: id };
    let many = |key: &str, n: usize| tn(key, u64::try_from(n).unwrap_or(u64::MAX), &[]);
    match what {
        Missing::Wijk => (t("rounds.missing.wijk"), settings.to_string()),
        Missing::Budget(n) => (many("rounds.missing.budget", n), settings.to_string()),
        Missing::Dates(n) => (many("rounds.missing.dates", n), settings.to_string()),
        Missing::PastDates(n) => {
            let path = if round.phase.takes_settings() {
                settings.to_string()
            } else {
                paths::Dates { round: id }.to_string()
            };
            (many("rounds.missing.past_dates", n), path)
        }
        Missing::Destruction => (
            t("rounds.missing.destruction"),
            rounds::paths::Show { round: id }.to_string(),
        ),
        Missing::Decisions(n) => (
            many("rounds.missing.decisions", n),
            verdringing::paths::Worklist.to_string(),
        ),
        Missing::Candidates(n) => (
            many("rounds.missing.candidates", n),
            proposals::paths::Listed { round: id }.to_string(),
        ),
        Missing::Codes(n) => (
            many("rounds.missing.codes", n),
            letters::paths::Letters { round: id }.to_string(),
        ),
        Missing::Print(n) => (
            many("rounds.missing.print", n),
            letters::paths::Letters { round: id }.to_string(),
        ),
        Missing::BoxKey => (t("rounds.missing.box_key"), key.to_string()),
        Missing::Rehearsal => (t("rounds.missing.rehearsal"), key.to_string()),
    }
}
