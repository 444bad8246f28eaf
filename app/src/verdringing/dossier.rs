//! The public file of a check: verdict, answers, what parties say, the decision. No names of persons.

use domain::verdringing::{Checklist, Outcome, PartyOpinion, Question, UNKNOWN};
use leptos::prelude::*;
use store::proposals::Record;

use super::{asked, effect_badge, opinion_badge, outcome_badge, paths, said};
use crate::{
    ui::{Notice, NoticeKind},
    web::texts::{count, href, t, tf},
};

/// The whole file, below the proposal.
pub fn view(record: &Record, checklist: &Checklist, opinions: &[PartyOpinion]) -> AnyView {
    let number = count(checklist.questions().len() as u64);
    let findings = match record.verdict {
        Some(outcome) => answered(record, checklist, outcome),
        None => view! { <p>{t("verdringing.dossier.not_yet")}</p> }.into_any(),
    };
    view! {
        <h2 id="verdringing">{t("verdringing.dossier.title")}</h2>
        <p>{tf("verdringing.dossier.lead", &[("n", &number)])} " " <a href=href(paths::Explain)>{t("verdringing.dossier.more")}</a></p>
        {findings}
        {heard(opinions)}
        {decision(record)}
    }
    .into_any()
}

fn answered(record: &Record, checklist: &Checklist, outcome: Outcome) -> AnyView {
    let items = checklist
        .questions()
        .iter()
        .map(|question| item(record, question))
        .collect_view();
    view! {
        {verdict(outcome, ().into_any())}
        <details>
            <summary>{t("verdringing.dossier.answers")}</summary>
            <ol>{items}</ol>
        </details>
    }
    .into_any()
}

/// The verdict in plain words, with what led to it.
pub fn verdict(outcome: Outcome, because: AnyView) -> AnyView {
    let kind = match outcome {
        Outcome::Clean => NoticeKind::Success,
        Outcome::Conditional => NoticeKind::Info,
        Outcome::SecondOpinion => NoticeKind::Warning,
        Outcome::Blocked => NoticeKind::Danger,
    };
    view! {
        <Notice kind=kind title=t(&format!("verdringing.outcome.{outcome}"))>
            <p>{t(&format!("verdringing.outcome_means.{outcome}"))}</p>
            {because}
        </Notice>
    }
    .into_any()
}

fn item(record: &Record, question: &Question) -> impl IntoView + use<> {
    let (text, lang) = asked(question);
    let answer = record.answers.get(&question.id);
    let effect = question
        .effects
        .get(answer)
        .or_else(|| question.effects.get(UNKNOWN))
        .copied();
    view! {
        <li>
            <span lang=lang>{text}</span>
            <br/>
            <strong>{said(answer)}</strong> " " {effect.map(effect_badge)}
        </li>
    }
}

/// What parties said, and which parties were asked and did not answer.
pub fn heard(opinions: &[PartyOpinion]) -> AnyView {
    if opinions.is_empty() {
        return view! { <h3>{t("verdringing.dossier.parties")}</h3> <p>{t("verdringing.dossier.nobody")}</p> }
            .into_any();
    }
    let items = opinions
        .iter()
        .map(|heard| {
            let words = (!heard.text.is_empty())
                .then(|| view! { <blockquote class="wb-typed" dir="auto">{heard.text.clone()}</blockquote> });
            view! {
                <li>
                    <strong>{t(&format!("verdringing.party.{}", heard.party))}</strong> " "
                    {opinion_badge(heard.opinion)}
                    {words}
                </li>
            }
        })
        .collect_view();
    view! { <h3>{t("verdringing.dossier.parties")}</h3> <ul>{items}</ul> }.into_any()
}

fn decision(record: &Record) -> AnyView {
    let body = match &record.decision {
        Some((decision, reason)) => view! {
            <p><strong>{t(&format!("verdringing.decision.{decision}"))}</strong></p>
            <blockquote class="wb-typed" dir="auto">{reason.clone()}</blockquote>
        }
        .into_any(),
        None => view! { <p>{t("verdringing.dossier.undecided")}</p> }.into_any(),
    };
    view! { <h3>{t("verdringing.dossier.decision")}</h3> {body} }.into_any()
}

/// The verdict as a badge; a word when there is none yet.
pub fn short(verdict: Option<Outcome>) -> AnyView {
    verdict.map_or_else(
        || t("verdringing.dossier.not_yet_short").into_any(),
        outcome_badge,
    )
}
