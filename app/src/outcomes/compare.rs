//! The outcome beside the other way of counting: who wins under each, who got something, and what it means. No advice.

use domain::{
    count::{Award, CountingRule},
    outcome::WijkOutcome,
};
use leptos::prelude::*;

mod tables;

use super::{Counted, coverage::Fared, paths, rule};
use crate::{
    rounds,
    web::{
        context::{Answer, Ctx},
        texts::{href, money, t, tf, tn},
    },
};
pub use tables::spread;

pub async fn page(ctx: Ctx, paths::Compare { round }: paths::Compare) -> Answer {
    let counted = Counted::load(&ctx, round).await?;
    Ok(ctx.page(&ctx.say("outcomes.compare.title"), || view(&counted)))
}

fn view(counted: &Counted) -> impl IntoView + use<> {
    let id = counted.round.id;
    view! {
        <article class="wb-sheet">
            <header class="wb-sheet__head">
                <h1>{t("outcomes.compare.title")}</h1>
                <p dir="auto"><a href=href(rounds::paths::Show { round: id })>{counted.round.title.clone()}</a></p>
            </header>
            {meaning(counted)}
            {spread(counted)}
            {counted.outcomes.iter().map(|outcome| wijk(counted, outcome)).collect_view()}
        </article>
        <ul class="wb-links wb-no-print">
            <li><a href=href(paths::Outcome { round: id })>{t("outcomes.title")}</a></li>
            <li><a href=href(paths::Dossier { round: id })>{t("outcomes.dossier.link")}</a></li>
        </ul>
    }
}

/// What the two ways do, in plain words.
pub fn meaning(counted: &Counted) -> impl IntoView + use<> {
    let valid = &counted.rules.settings.counting;
    let other = domain::outcome::compared_with(valid);
    let lead = tf("outcomes.compare.lead", &[("rule", &rule::inline(valid))]);
    view! {
        <p class="wb-lead">{lead}</p>
        <ul><li>{means(valid)}</li><li>{means(&other)}</li></ul>
        <p>{t("outcomes.compare.no_advice")} " " {t("outcomes.compare.few")}</p>
    }
}

fn means(rule: &CountingRule) -> String {
    t(&format!("outcomes.compare.{}", rule.method.name()))
}

/// The names of both ways: the one that holds, and the other.
fn names(outcome: &WijkOutcome) -> [String; 2] {
    let valid = rule::name(&outcome.allocation.rule);
    [
        tf("outcomes.compare.valid", &[("rule", &valid)]),
        rule::name(&outcome.other.rule),
    ]
}

fn wijk(counted: &Counted, outcome: &WijkOutcome) -> impl IntoView + use<> {
    let jobs = (!is_same(outcome)).then(|| tables::jobs(counted, outcome));
    view! {
        <section class="wb-sheet__section wb-stack wb-compare">
            <h2 dir="auto">{counted.wijk_name(outcome)}</h2>
            {difference(counted, outcome)}
            {jobs}
            {tables::voters(counted, outcome)}
        </section>
    }
}

/// Whether both ways choose the same jobs, so that there is no list to compare.
fn is_same(outcome: &WijkOutcome) -> bool {
    pairs(outcome).all(|(award, other)| change(award, other).is_none())
}

/// What would change under the other way, in sentences.
pub fn difference(counted: &Counted, outcome: &WijkOutcome) -> AnyView {
    if is_same(outcome) {
        return view! { <p>{t("outcomes.compare.same")}</p> }.into_any();
    }
    let other = rule::inline(&outcome.other.rule);
    let lines = changes(counted, outcome)
        .into_iter()
        .map(|(what, job)| view! { <li><strong>{what} ": "</strong> <span dir="auto">{job}</span></li> })
        .collect_view();
    let left = tf(
        "outcomes.compare.left",
        &[
            ("left", &money(outcome.allocation.left)),
            ("other", &other),
            ("other_left", &money(outcome.other.left)),
        ],
    );
    let voters = tf(
        "outcomes.compare.voters",
        &[
            ("with", &Fared::of(&outcome.coverage).with_in_words()),
            ("other", &other),
            (
                "other_with",
                &Fared::of(&outcome.other_coverage).with_in_words(),
            ),
        ],
    );
    view! {
        <p>{tf("outcomes.compare.other", &[("other", &other)])}</p>
        <ul>{lines}</ul>
        <p>{left} " " {voters}</p>
    }
    .into_any()
}

/// What becomes of a job under the other way of counting.
#[derive(Clone, Copy)]
enum Change {
    In,
    Out,
    Places,
}

impl Change {
    /// In a list of what the other way changes: `Erbij`.
    fn in_words(self) -> String {
        t(match self {
            Self::In => "outcomes.compare.in",
            Self::Out => "outcomes.compare.out",
            Self::Places => "outcomes.compare.changed",
        })
    }

    /// Beside a job, where it must say which way: `Niet met de meeste stemmen`.
    fn with(self, other: &CountingRule) -> String {
        let key = match self {
            Self::In => "outcomes.compare.in_with",
            Self::Out => "outcomes.compare.out_with",
            Self::Places => "outcomes.compare.changed_with",
        };
        tf(key, &[("other", &rule::inline(other))])
    }
}

/// What the other way does to a job, if anything.
fn change(award: &Award, other: &Award) -> Option<Change> {
    match (award.is_won(), other.is_won()) {
        (false, true) => Some(Change::In),
        (true, false) => Some(Change::Out),
        (true, true) if award.places != other.places => Some(Change::Places),
        (true, true) | (false, false) => None,
    }
}

/// Everything that the other way changes, each with the job in words.
fn changes(counted: &Counted, outcome: &WijkOutcome) -> Vec<(String, String)> {
    pairs(outcome)
        .filter_map(|(award, other)| {
            let what = change(award, other)?.in_words();
            let shown = if other.is_won() { other } else { award };
            let values = [
                ("title", &*counted.title(shown)),
                ("places", &counted.places(outcome, shown)),
                ("cost", &money(shown.granted)),
                ("votes", &tn("outcomes.votes", shown.votes, &[])),
            ];
            Some((what, tf("outcomes.compare.job", &values)))
        })
        .collect()
}

/// Every job under both ways.
fn pairs(outcome: &WijkOutcome) -> impl Iterator<Item = (&Award, &Award)> {
    outcome.allocation.awards.iter().filter_map(|award| {
        let mut others = outcome.other.awards.iter();
        Some((award, others.find(|other| other.id == award.id)?))
    })
}
