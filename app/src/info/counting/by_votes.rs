//! Counting by votes, step by step, and its three variants.

use domain::{
    count::{Award, ProjectIndex, Tie, Why},
    euro::Euro,
    round::CountingChoice::{self, ByVotesDivisible, ByVotesSkip, ByVotesStop},
};
use leptos::prelude::*;

use super::{example::Example, name, outcome, variant};
use crate::web::texts::{money, t, tf, tn};

pub fn section(example: &Example) -> impl IntoView + use<> {
    view! {
        <section>
            <h2>{t("counting.votes.title")}</h2>
            <p>{t("counting.votes.text")}</p>
            {way(example, ByVotesSkip, steps(example))}
            <p>{t("counting.votes.why")}</p>
            {way(example, ByVotesStop, first_short(example, ByVotesStop))}
            {way(example, ByVotesDivisible, partly(example))}
        </section>
    }
}

fn way(example: &Example, choice: CountingChoice, how: AnyView) -> impl IntoView + use<> {
    view! {
        {variant(choice)}
        {how}
        {outcome(example, example.way(choice))}
    }
}

/// Every job in the order of its turn.
fn steps(example: &Example) -> AnyView {
    let awards = &example.way(ByVotesSkip).allocation.awards;
    // Of two equals, the one that goes first says why.
    let next = awards.iter().skip(1).map(Some).chain([None]);
    let steps = awards
        .iter()
        .zip(next)
        .map(|(award, next)| {
            let is_first = next.is_some_and(|next| next.votes == award.votes);
            view! { <li>{step(award, is_first)}</li> }
        })
        .collect_view();
    view! { <ol class="wb-worked__steps">{steps}</ol> }.into_any()
}

fn step(award: &Award<ProjectIndex>, is_first_of_equals: bool) -> AnyView {
    let (said, left) = match &award.why {
        Why::Fits { left } => ("counting.votes.fits", *left),
        Why::Short { left, .. } if *left == Euro::cents(0) => ("counting.votes.gone", *left),
        Why::Short { left, .. } => ("counting.votes.short", *left),
        _ => return ().into_any(),
    };
    let tie = (is_first_of_equals && award.tie == Some(Tie::Cost))
        .then(|| format!(" {}", t("counting.votes.tie")));
    let votes = tn("counting.votes_of", award.votes, &[]);
    view! {
        <strong>{name(award.id)}</strong> ": " {votes} ". " {tie} " "
        {tf(said, &[("left", &money(left)), ("cost", &money(award.cost))])}
    }
    .into_any()
}

/// The first job that does not fit, and that counting ends there.
fn first_short(example: &Example, choice: CountingChoice) -> AnyView {
    let counted = example.way(choice);
    let text = counted
        .award(|award| matches!(award.why, Why::Short { .. }))
        .map(|award| {
            let left = money(counted.allocation.left);
            tf(
                "counting.votes.stopped",
                &[("job", &name(award.id)), ("left", &left)],
            )
        });
    view! { <p>{text}</p> }.into_any()
}

/// The job that gets some of its places.
fn partly(example: &Example) -> AnyView {
    let counted = example.way(ByVotesDivisible);
    let text = counted.allocation.winners().find_map(|award| {
        let Why::Partly { left } = &award.why else {
            return None;
        };
        let values = [
            ("job", &*name(award.id)),
            ("left", &money(*left)),
            ("places", &tn("counting.places", award.places.into(), &[])),
        ];
        Some(tf("counting.votes.partly", &values))
    });
    view! { <p>{text}</p> }.into_any()
}
