//! Exactly what an act does, for who has to agree to it.

use domain::{
    act::Act,
    id::WijkId,
    phase::Phase,
    round::{Round, Schedule},
};
use leptos::prelude::*;

use super::Waiting;
use crate::{
    ui::DataList,
    web::{
        texts::{count, t, tf},
        time,
    },
};

/// The particulars of a request, one a line.
pub fn facts(Waiting { request, round }: &Waiting) -> impl IntoView + use<> {
    let mut lines = vec![("round", round.title.clone())];
    match &request.act {
        Act::MakeLetters { wijk, batch, .. } => {
            lines.push(("wijk", name_of(round, *wijk)));
            lines.push(("letters", count(batch.letters().into())));
            lines.push(("reserve", count(batch.spare().reserve.into())));
            lines.push(("paper", count(batch.spare().paper.into())));
        }
        Act::CancelLetter {
            wijk,
            number,
            reason,
            replacement,
            ..
        } => {
            lines.push(("wijk", name_of(round, *wijk)));
            lines.push(("number", count((*number).into())));
            lines.push(("reason", t(&format!("requests.cancel_reason.{reason}"))));
            let envelope = match replacement {
                Some(number) => count((*number).into()),
                None => t("requests.no_envelope"),
            };
            lines.push(("replacement", envelope));
        }
        Act::CountVotes { .. } => {}
        Act::CancelVote { reason, .. } => lines.push(("public_reason", reason.clone())),
        Act::MoveDates {
            schedule, reason, ..
        } => {
            lines.extend(moved(round, schedule));
            lines.push(("public_reason", reason.clone()));
        }
        Act::StepVote { step, reason, .. } => {
            lines.push(("step", t(&format!("rounds.step.{step}"))));
            lines.push(("public_reason", reason.clone()));
        }
    }
    let asked = tf(
        "requests.asked_by",
        &[
            ("name", &request.name),
            ("moment", &time::moment(request.asked_at)),
        ],
    );
    lines.push(("asked", asked));
    lines.push(("term", time::moment(request.ends_at())));
    let rows = lines
        .into_iter()
        .map(|(name, value)| {
            let value = view! { <bdi>{value}</bdi> }.into_any();
            (t(&format!("requests.fact.{name}")), value)
        })
        .collect::<Vec<_>>();
    view! { <DataList rows=rows/> }
}

/// Each date that changes, with what it was.
fn moved(round: &Round, schedule: &Schedule) -> Vec<(&'static str, String)> {
    let named = [
        ("voting", Phase::Voting),
        ("closed", Phase::Closed),
        ("council", Phase::Council),
    ];
    named
        .into_iter()
        .filter_map(|(name, phase)| {
            let (old, new) = (round.starts(phase)?, *schedule.get(&phase)?);
            let values = [("old", &*time::moment(old)), ("new", &time::moment(new))];
            (old != new).then(|| (name, tf("requests.moved", &values)))
        })
        .collect()
}

fn name_of(round: &Round, wijk: WijkId) -> String {
    round
        .wijk(wijk)
        .map(|entry| entry.wijk.name.clone())
        .unwrap_or_default()
}
