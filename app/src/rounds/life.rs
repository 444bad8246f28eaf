//! The life of a round in residents' words: eight houses on the road, and the one thing to do now.
//!
//! Staff know thirteen phases. Residents get eight steps, because counting, publishing and objecting are one thing to them.

use domain::{
    phase::Phase,
    round::{Millis, Round},
};
use leptos::prelude::*;

use super::paths;
use crate::{
    ballots, outcomes, proposals,
    ui::{ButtonLink, Step, StepState, Steps},
    web::{
        texts::{href, t, tf},
        time,
    },
};

/// The steps with the phases in each; the first phase gives the date.
const ROAD: [(&str, &[Phase]); 8] = [
    ("proposing", &[Phase::Proposing]),
    ("improving", &[Phase::CoCreation]),
    ("checking", &[Phase::Checking]),
    ("ballot", &[Phase::BallotPublished]),
    ("voting", &[Phase::Voting]),
    (
        "counting",
        &[Phase::Closed, Phase::Counted, Phase::Objections],
    ),
    ("council", &[Phase::Council]),
    ("working", &[Phase::Delivery, Phase::Archived]),
];

/// The road of a round, with dates.
pub fn road(round: &Round) -> AnyView {
    let here = ROAD
        .iter()
        .position(|(_, phases)| phases.contains(&round.phase));
    let steps = ROAD
        .iter()
        .enumerate()
        .map(|(place, (name, phases))| {
            let start = phases.first().and_then(|&phase| round.starts(phase));
            Step {
                label: t(&format!("rounds.road.{name}")),
                detail: start
                    .map(|at| tf("rounds.road.from", &[("day", &time::short_day(at))]))
                    .unwrap_or_default(),
                state: match here {
                    Some(here) if place < here || round.phase == Phase::Archived => StepState::Done,
                    Some(here) if place == here => StepState::Current,
                    _ => StepState::Todo,
                },
            }
        })
        .collect();
    view! {
        <Steps
            label=t("rounds.road.label") steps=steps word_done=t("rounds.road.done")
            word_current=t("rounds.road.current") word_todo=t("rounds.road.todo")
        />
    }
    .into_any()
}

/// Until when, or from when, if a date that is still to come says so.
pub fn until(round: &Round, now: Millis) -> Option<String> {
    let at = time::moment(round.ends().filter(|&end| now < end)?);
    Some(tf(
        &format!("rounds.until.{}", until_key(round.phase)),
        &[("moment", &at)],
    ))
}

/// Some phases end because something begins that people wait for.
const fn until_key(phase: Phase) -> &'static str {
    match phase {
        Phase::Draft => "draft",
        Phase::Checking => "checking",
        Phase::BallotPublished => "ballot_published",
        Phase::Voting => "voting",
        Phase::Counted | Phase::Objections => "objections",
        _ => "other",
    }
}

/// What somebody can do in this phase: the key of its texts, and where it leads.
pub fn action(round: &Round, now: Millis) -> Option<(&'static str, String)> {
    let (phase, is_open, round) = (round.phase, round.is_open(now), round.id);
    match phase {
        Phase::Draft => None,
        Phase::Proposing => Some(("propose", proposals::paths::Begin { round }.to_string())),
        Phase::CoCreation | Phase::Checking => {
            Some(("read", proposals::paths::Listed { round }.to_string()))
        }
        Phase::BallotPublished => Some(("ballot", proposals::paths::Listed { round }.to_string())),
        Phase::Voting if is_open => Some(("vote", ballots::paths::EnterCode.to_string())),
        Phase::Voting | Phase::Closed => Some(("rules", paths::Rules { round }.to_string())),
        Phase::Counted | Phase::Objections | Phase::Council | Phase::Archived => {
            Some(("outcome", outcomes::paths::Outcome { round }.to_string()))
        }
        Phase::Delivery => Some(("jobs", outcomes::paths::Jobs { round }.to_string())),
        Phase::Cancelled => None,
    }
}

/// The action as a button.
pub fn button(round: &Round, now: Millis, large: bool) -> AnyView {
    match action(round, now) {
        Some((key, path)) => {
            view! { <ButtonLink label=t(&format!("rounds.action.{key}")) href=href(&path) large=large/> }.into_any()
        }
        None => ().into_any(),
    }
}

/// The band that says what one can do now.
pub fn now_band(round: &Round, now: Millis) -> AnyView {
    let key = match round.phase {
        Phase::Voting if !round.is_open(now) => "closed".to_owned(),
        phase => phase.to_string(),
    };
    let deadline = until(round, now);
    let grace = round
        .is_open(now)
        .then(|| view! { <p>{t("rounds.now.grace")}</p> });
    view! {
        <section class="wb-band" aria-labelledby="nu">
            <h2 id="nu">{t("rounds.now.title")}</h2>
            <p>{t(&format!("rounds.now.{key}"))}</p>
            {deadline.map(|text| view! { <p><strong>{text}</strong></p> })}
            {grace}
            <p>{button(round, now, true)}</p>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phase_that_residents_see_stands_once_on_the_road() {
        for &phase in Phase::ALL {
            let times = ROAD
                .iter()
                .filter(|(_, phases)| phases.contains(&phase))
                .count();
            let expected = usize::from(!matches!(phase, Phase::Draft | Phase::Cancelled));
            assert_eq!(times, expected, "{phase}");
        }
    }

    #[test]
    fn every_phase_says_what_one_can_do_now() {
        crate::web::texts::speak(crate::web::texts::Lang::Nl, || {
            for phase in Phase::ALL {
                assert!(
                    crate::web::texts::maybe(&format!("rounds.now.{phase}")).is_some(),
                    "{phase}"
                );
                assert!(
                    crate::web::texts::maybe(&format!("rounds.until.{}", until_key(*phase)))
                        .is_some(),
                    "{phase}"
                );
            }
        });
    }
}
