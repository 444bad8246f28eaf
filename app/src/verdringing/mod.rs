//! The check on displacement (verdringingstoets): explained to everybody, filled in and decided by staff, public at the
//! proposal.

mod check;
mod check_view;
pub mod dossier;
mod explain;
mod forms;
pub mod paths;
mod worklist;

use axum::routing::get;
use domain::{
    access::FillChecklist,
    verdringing::{Effect, Opinion, Outcome, Question, UNKNOWN},
};
use leptos::prelude::*;

use crate::{
    ui::{Badge, BadgeKind},
    web::{
        page::Access,
        table::Table,
        texts::{Lang, maybe, spoken, t},
    },
};

pub fn pages(table: Table) -> Table {
    let check = get(check::page).post(check::submit);
    table
        .at::<paths::Explain>(Access::Public, get(explain::page))
        .at::<paths::Worklist>(Access::to::<FillChecklist>(), get(worklist::page))
        .at::<paths::Check>(Access::to::<FillChecklist>(), check)
}

/// The question in the language of the page, with that language; Dutch when there is no other.
fn asked(question: &Question) -> (String, &'static str) {
    match spoken() {
        Lang::En if !question.question_en.is_empty() => (question.question_en.clone(), "en"),
        Lang::En | Lang::Nl => (question.question_nl.clone(), "nl"),
    }
}

/// An answer in words. A municipality may have answers of its own.
fn said(answer: &str) -> String {
    maybe(&format!("verdringing.answer.{answer}")).map_or_else(|| answer.to_owned(), str::to_owned)
}

/// The possible answers with what they lead to: yes before no, "unknown" last.
fn answers(question: &Question) -> Vec<(&str, Effect)> {
    const ORDER: [&str; 8] = [
        "yes",
        "no",
        "none",
        "contribution",
        "price",
        "short_training_or_vog",
        "diploma_or_licence",
        "other",
    ];
    let place = |answer: &str| {
        let known = ORDER
            .iter()
            .position(|known| *known == answer)
            .unwrap_or(ORDER.len());
        (answer == UNKNOWN, known)
    };
    let mut answers: Vec<_> = question
        .effects
        .iter()
        .map(|(answer, &effect)| (answer.as_str(), effect))
        .collect();
    answers.sort_by_key(|(answer, _)| place(answer));
    answers
}

fn effect_badge(effect: Effect) -> impl IntoView {
    let kind = match effect {
        Effect::Ok => BadgeKind::Success,
        Effect::Condition => BadgeKind::Info,
        Effect::SecondOpinion => BadgeKind::Warning,
        Effect::Block => BadgeKind::Danger,
    };
    view! { <Badge kind=kind label=t(&format!("verdringing.effect.{effect}"))/> }
}

fn outcome_badge(outcome: Outcome) -> AnyView {
    let kind = match outcome {
        Outcome::Clean => BadgeKind::Success,
        Outcome::Conditional => BadgeKind::Info,
        Outcome::SecondOpinion => BadgeKind::Warning,
        Outcome::Blocked => BadgeKind::Danger,
    };
    view! { <Badge kind=kind label=t(&format!("verdringing.outcome.{outcome}"))/> }.into_any()
}

fn opinion_badge(opinion: Opinion) -> impl IntoView {
    let kind = match opinion {
        Opinion::NoObjection => BadgeKind::Success,
        Opinion::Condition => BadgeKind::Info,
        Opinion::Objection => BadgeKind::Danger,
        // Silence never counts as agreement.
        Opinion::NoReply | Opinion::Pending => BadgeKind::Warning,
    };
    view! { <Badge kind=kind label=t(&format!("verdringing.opinion.{opinion}"))/> }
}
