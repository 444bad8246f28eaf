//! Proposals: residents hand them in, everybody reads them. Jobs, never people: no page names an author.

mod begin;
mod costs;
mod edit;
mod fields;
mod list;
mod mine;
pub mod paths;
mod show;
mod wanted;

use axum::routing::get;
use domain::{
    access::Propose,
    id::WijkId,
    proposal::ProposalState,
    round::{Doing, Millis, Round, what_now},
};
use leptos::prelude::*;

use crate::{
    ui::{Badge, BadgeKind},
    web::{page::Access, table::Table, texts::t},
};

pub fn pages(table: Table) -> Table {
    let edit = get(edit::page).post(edit::submit);
    let begin = get(begin::page).post(begin::submit);
    table
        .at::<paths::Listed>(Access::Public, get(list::page))
        .at::<paths::Begin>(Access::to::<Propose>(), begin)
        .at::<paths::Show>(Access::Public, get(show::page))
        .at::<paths::Edit>(Access::to::<Propose>(), edit)
        .at::<paths::Mine>(Access::SignedIn, get(mine::page))
}

/// Title of a proposal with the number it has on screen and paper.
pub fn headline(number: Option<u16>, title: &str) -> String {
    let title = if title.trim().is_empty() {
        t("proposals.untitled")
    } else {
        title.to_owned()
    };
    number.map_or_else(|| title.clone(), |number| format!("{number}. {title}"))
}

/// Name of a wijk that takes part in a round.
pub fn wijk_name(round: &Round, id: WijkId) -> String {
    round
        .wijk(id)
        .map_or_else(String::new, |entry| entry.wijk.name.clone())
}

/// Where a proposal stands, in a word and a colour.
pub fn state_badge(state: ProposalState) -> impl IntoView {
    let kind = match state {
        ProposalState::Draft
        | ProposalState::Postponed
        | ProposalState::Withdrawn
        | ProposalState::NotChosen => BadgeKind::Neutral,
        ProposalState::Submitted | ProposalState::OnBallot => BadgeKind::Info,
        ProposalState::NeedsChange => BadgeKind::Warning,
        ProposalState::Admitted | ProposalState::Chosen | ProposalState::Adopted => {
            BadgeKind::Success
        }
        ProposalState::Rejected | ProposalState::Declined => BadgeKind::Danger,
    };
    view! { <Badge kind=kind label=t(&format!("proposals.state.{state}"))/> }
}

/// What its state means for a proposal now. One on the ballot stays so until the count, and means another thing by then.
pub fn state_means(state: ProposalState, round: &Round, now: Millis) -> String {
    let suffix = match (state, what_now(round, now).doing) {
        (ProposalState::OnBallot, Doing::Vote) => "_open",
        (ProposalState::OnBallot, Doing::FinishVoting | Doing::AwaitCount) => "_shut",
        (ProposalState::OnBallot, Doing::ReadWhy) => "_stopped",
        _ => "",
    };
    t(&format!("proposals.state_means.{state}{suffix}"))
}
