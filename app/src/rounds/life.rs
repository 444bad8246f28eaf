//! The life of a round in residents' words: eight houses on the road, and the one thing to do now.
//!
//! Staff know thirteen phases. Residents get eight steps, because counting, publishing and objecting are one thing to them.

use std::collections::BTreeMap;

use domain::{
    phase::Phase,
    round::{Beginning, Doing, Millis, Round, beginning, planned, what_now},
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

/// The road of a round, with the days on which phases began and those on which others should.
pub fn road(round: &Round, began: &BTreeMap<Phase, Millis>, now: Millis) -> AnyView {
    let here = ROAD
        .iter()
        .position(|(_, phases)| phases.contains(&round.phase));
    let steps = ROAD
        .iter()
        .enumerate()
        .map(|(place, (name, phases))| {
            let start = phases.first().map_or(Beginning::Unknown, |&phase| {
                beginning(round, phase, began, now)
            });
            Step {
                label: t(&format!("rounds.road.{name}")),
                detail: detail(start),
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

fn detail(start: Beginning) -> String {
    let on = |key, at| tf(key, &[("day", &time::short_day(at))]);
    match start {
        Beginning::Was(at) => on("rounds.road.began", at),
        Beginning::Planned(at) => on("rounds.road.from", at),
        Beginning::Late => t("rounds.road.late"),
        Beginning::Unknown => String::new(),
    }
}

/// What time does to this phase, in one sentence: until when, or that it is late, or when the box closed.
pub fn when(round: &Round, now: Millis) -> Option<String> {
    let what = what_now(round, now);
    let on = |key: &str, at| tf(key, &[("moment", &time::moment(at))]);
    let key = when_key(what.doing);
    what.until
        .map(|at| on(&format!("rounds.until.{key}"), at))
        .or_else(|| what.closed.map(|at| on("rounds.closed_at", at)))
        .or_else(|| what.is_late.then(|| t(&format!("rounds.late.{key}"))))
}

/// The sentence with the moment of a phase to come, or the one without where that has passed.
pub fn as_planned([key, late]: [&str; 2], round: &Round, phase: Phase, now: Millis) -> String {
    match planned(round, phase, now) {
        Beginning::Planned(at) => tf(key, &[("moment", &time::moment(at))]),
        Beginning::Was(_) | Beginning::Late | Beginning::Unknown => t(late),
    }
}

/// Some phases end because something begins that people wait for.
const fn when_key(doing: Doing) -> &'static str {
    match doing {
        Doing::Nothing => "draft",
        Doing::AwaitBallot => "checking",
        Doing::SeeBallot => "ballot_published",
        Doing::Vote => "voting",
        Doing::Object => "objections",
        Doing::Propose
        | Doing::Improve
        | Doing::FinishVoting
        | Doing::AwaitCount
        | Doing::ReadOutcome
        | Doing::AwaitCouncil
        | Doing::FollowJobs
        | Doing::LookBack
        | Doing::ReadWhy => "other",
    }
}

/// The name of where a round stands; a box that is shut is closed before anybody recorded it.
pub fn phase_name(round: &Round, now: Millis) -> String {
    let phase = match what_now(round, now).doing {
        Doing::FinishVoting | Doing::AwaitCount => Phase::Closed,
        _ => round.phase,
    };
    t(&format!("rounds.phase.{phase}"))
}

/// What somebody can do in this phase: the key of its texts, and where it leads.
pub fn action(round: &Round, now: Millis) -> Option<(&'static str, String)> {
    let doing = what_now(round, now).doing;
    let round = round.id;
    match doing {
        Doing::Nothing | Doing::ReadWhy => None,
        Doing::Propose => Some(("propose", proposals::paths::Begin { round }.to_string())),
        Doing::Improve | Doing::AwaitBallot => {
            Some(("read", proposals::paths::Listed { round }.to_string()))
        }
        Doing::SeeBallot => Some(("ballot", proposals::paths::Listed { round }.to_string())),
        Doing::Vote => Some(("vote", ballots::paths::EnterCode.to_string())),
        Doing::FinishVoting | Doing::AwaitCount => {
            Some(("rules", paths::Rules { round }.to_string()))
        }
        Doing::ReadOutcome | Doing::Object | Doing::AwaitCouncil | Doing::LookBack => {
            Some(("outcome", outcomes::paths::Outcome { round }.to_string()))
        }
        Doing::FollowJobs => Some(("jobs", outcomes::paths::Jobs { round }.to_string())),
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
    let doing = what_now(round, now).doing;
    let when = when(round, now);
    let grace = (doing == Doing::Vote).then(|| view! { <p>{t("rounds.now.grace")}</p> });
    view! {
        <section class="wb-band" aria-labelledby="nu">
            <h2 id="nu">{t("rounds.now.title")}</h2>
            <p>{t(&format!("rounds.now.{doing}"))}</p>
            {when.map(|text| view! { <p><strong>{text}</strong></p> })}
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
    fn every_thing_to_do_has_its_sentences() {
        crate::web::texts::speak(crate::web::texts::Lang::Nl, || {
            for &doing in Doing::ALL {
                for key in [
                    format!("rounds.now.{doing}"),
                    format!("rounds.until.{}", when_key(doing)),
                    format!("rounds.late.{}", when_key(doing)),
                ] {
                    assert!(crate::web::texts::maybe(&key).is_some(), "{key}");
                }
            }
        });
    }
}
