//! The worklist of whoever is signed in at the municipality: what waits for them, with the way to it.

use domain::{
    access::{DecideCheck, ManagePeople, ManageRound, RecordDecision, Role},
    phase::RoundFacts,
    round::{Millis, Round},
};
use leptos::prelude::*;
use store::proposals::Which;

use super::{missing::missing_list, paths};
use crate::{
    counting, outcomes, people,
    rounds::{self, life},
    ui::{Badge, ButtonKind, ButtonLink, ButtonRow, Card, CardList},
    verdringing,
    web::{
        context::{Answer, Ctx},
        texts::{href, t, tf, tn},
    },
};

pub async fn page(ctx: Ctx) -> Answer {
    let manages = ctx.may::<ManageRound>();
    let mut rounds = Vec::new();
    for round in ctx.app.store.rounds(manages).await? {
        if !round.phase.is_over() {
            let facts = ctx.app.store.round_facts(round.id, ctx.now()).await?;
            rounds.push((round, facts));
        }
    }
    let waiting = if ctx.may::<DecideCheck>() || manages {
        Some(ctx.app.store.proposals(Which::ToCheck).await?.len())
    } else {
        None
    };
    Ok(ctx.page(&ctx.say("rounds.work.title"), || {
        view(&ctx, &rounds, waiting)
    }))
}

fn view(
    ctx: &Ctx,
    rounds: &[(Round, RoundFacts)],
    waiting: Option<usize>,
) -> impl IntoView + use<> {
    let is = |role| ctx.actor().is_some_and(|actor| actor.is(role));
    let name = ctx
        .actor()
        .map(|actor| actor.name.clone())
        .unwrap_or_default();
    let now = ctx.now();
    let council = is(Role::Council) || ctx.may::<RecordDecision>();
    view! {
        <h1>{t("rounds.work.title")}</h1>
        <p class="wb-lead">{tf("rounds.work.lead", &[("name", &name)])}</p>
        {waiting.map(checks)}
        {council.then(|| decisions(rounds, ctx.may::<RecordDecision>()))}
        {is(Role::Desk).then(|| desk(rounds))}
        {running(rounds, ctx.may::<ManageRound>(), now)}
        {ctx.may::<ManagePeople>().then(people)}
    }
}

fn checks(waiting: usize) -> impl IntoView {
    let waiting = u64::try_from(waiting).unwrap_or(u64::MAX);
    view! {
        <h2>{t("rounds.work.checks")}</h2>
        <p>{tn("rounds.work.waiting", waiting, &[])}</p>
        <p><ButtonLink label=t("rounds.work.to_checks") href=href(verdringing::paths::Worklist)/></p>
    }
}

/// Rounds whose outcome the council has before it, or decided on.
fn decisions(rounds: &[(Round, RoundFacts)], records: bool) -> AnyView {
    let cards: Vec<AnyView> = rounds
        .iter()
        .filter(|(round, _)| round.phase.concerns_council())
        .map(|(round, _)| {
            let record = (records && round.phase.takes_ruling()).then(|| {
                let path = href(outcomes::paths::Decide { round: round.id });
                view! { <p><ButtonLink label=t("rounds.work.record") href=path/></p> }
            });
            let phase = t(&format!("rounds.phase.{}", round.phase));
            view! {
                <Card title=round.title.clone() href=href(outcomes::paths::Dossier { round: round.id })>
                    <p><Badge label=phase/></p>
                    {record}
                </Card>
            }
            .into_any()
        })
        .collect();
    let body = if cards.is_empty() {
        view! { <p>{t("rounds.work.no_decisions")}</p> }.into_any()
    } else {
        view! { <CardList cards=cards/> }.into_any()
    };
    view! { <h2>{t("rounds.work.council")}</h2> {body} }.into_any()
}

fn running(rounds: &[(Round, RoundFacts)], manages: bool, now: Millis) -> AnyView {
    let cards = rounds
        .iter()
        .map(|(round, facts)| {
            let path = if manages {
                paths::Control { round: round.id }.to_string()
            } else {
                rounds::paths::Show { round: round.id }.to_string()
            };
            let lacking = manages.then(|| missing_list(round, facts));
            let phase = life::phase_name(round, now);
            let deadline = life::when(round, now);
            view! {
                <Card title=round.title.clone() href=href(&path)>
                    <p><Badge label=phase/></p>
                    {deadline.map(|text| view! { <p>{text}</p> })}
                    {lacking}
                </Card>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    let list = if cards.is_empty() {
        view! { <p>{t("rounds.work.no_rounds")}</p> }.into_any()
    } else {
        view! { <CardList cards=cards/> }.into_any()
    };
    let make = manages.then(|| {
        view! {
            <ButtonRow>
                <ButtonLink label=t("rounds.settings.new") href=href(paths::NewRound)/>
                <ButtonLink label=t("rounds.wijken.title") href=href(paths::Wijken) kind=ButtonKind::Secondary/>
                <ButtonLink label=t("counting.tryout.work") href=href(counting::paths::Tryout) kind=ButtonKind::Secondary/>
            </ButtonRow>
        }
    });
    view! { <h2>{t("rounds.work.rounds")}</h2> {list} {make} }.into_any()
}

/// What somebody at the desk tells people: where they can vote, and until when.
fn desk(rounds: &[(Round, RoundFacts)]) -> AnyView {
    let places = rounds
        .iter()
        .filter(|(round, _)| round.phase.is_around_voting())
        .flat_map(|(round, _)| &round.wijken)
        .map(|entry| {
            let values = [
                ("wijk", &*entry.wijk.name),
                ("place", &entry.wijk.voting_point),
            ];
            view! { <li>{tf("rounds.work.place", &values)}</li> }
        })
        .collect::<Vec<_>>();
    let list = if places.is_empty() {
        view! { <p>{t("rounds.work.no_vote")}</p> }.into_any()
    } else {
        view! { <ul>{places}</ul> }.into_any()
    };
    view! {
        <h2>{t("rounds.work.desk")}</h2>
        <p>{t("rounds.work.desk_text")}</p>
        {list}
    }
    .into_any()
}

fn people() -> impl IntoView {
    view! {
        <h2>{t("rounds.work.people")}</h2>
        <p><ButtonLink label=t("rounds.work.to_people") href=href(people::paths::Manage)/></p>
    }
}
