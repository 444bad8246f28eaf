//! The worklist of whoever is signed in at the municipality: what waits for them, with the way to it.

use domain::{
    access::{
        CancelLetter, FillChecklist, ManagePeople, ManageRound, Permit, RecordDecision, Role,
    },
    phase::RoundFacts,
    round::{Millis, Round},
};
use leptos::prelude::*;
use store::proposals::Which;

use super::{missing::missing_list, paths};
use crate::{
    counting, letters, outcomes, people,
    requests::{self, Waiting, WaitingList},
    rounds::{self, is_visible, life},
    ui::{Badge, ButtonKind, ButtonLink, ButtonRow, Card, CardList, Notice, NoticeKind},
    verdringing,
    web::{
        context::{Answer, Ctx},
        texts::{href, maybe, t, tf, tn},
    },
};

pub async fn page(ctx: Ctx) -> Answer {
    let mut rounds = Vec::new();
    for round in ctx.app.store.rounds(true).await? {
        if !round.phase.is_over() && is_visible(&ctx, &round) {
            let facts = ctx.app.store.round_facts(round.id, ctx.now()).await?;
            rounds.push((round, facts));
        }
    }
    let waiting = match ctx.permit::<FillChecklist>() {
        Ok(permit) => {
            let listed = ctx.app.store.proposals(Which::ToCheck).await?;
            let mine = listed.iter().filter(|listed| permit.covers(listed.wijk));
            Some(mine.count())
        }
        Err(_) => None,
    };
    let requests = requests::waiting(&ctx).await?;
    Ok(ctx.page(&ctx.say("rounds.work.title"), || {
        view(&ctx, &rounds, waiting, requests)
    }))
}

/// What was just done with an act that needs two people.
fn done(ctx: &Ctx) -> Option<impl IntoView + use<>> {
    let done = ctx.visitor.done?;
    let title = maybe(&format!("requests.done.{done}"))?;
    Some(view! { <Notice kind=NoticeKind::Success title=title/> })
}

fn view(
    ctx: &Ctx,
    rounds: &[(Round, RoundFacts)],
    waiting: Option<usize>,
    requests: Vec<Waiting>,
) -> impl IntoView + use<> {
    let is = |role| ctx.actor().is_some_and(|actor| actor.is(role));
    let name = ctx
        .actor()
        .map(|actor| actor.name.clone())
        .unwrap_or_default();
    let now = ctx.now();
    let records = ctx.permit::<RecordDecision>().ok();
    let council = is(Role::Council) || records.is_some();
    let manages = ctx.permit::<ManageRound>().ok();
    let requests: Vec<(Waiting, bool)> = requests
        .into_iter()
        .map(|one| (one.clone(), one.is_mine(ctx)))
        .collect();
    view! {
        <h1>{t("rounds.work.title")}</h1>
        <p class="wb-lead">{tf("rounds.work.lead", &[("name", &name)])}</p>
        {done(ctx)}
        <WaitingList waiting=requests/>
        {waiting.map(checks)}
        {council.then(|| decisions(rounds, records.as_ref()))}
        {is(Role::Desk).then(|| desk(rounds))}
        {ctx.permit::<CancelLetter>().ok().map(|permit| lost(rounds, &permit))}
        {running(rounds, manages.as_ref(), now)}
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
fn decisions(rounds: &[(Round, RoundFacts)], records: Option<&Permit<RecordDecision>>) -> AnyView {
    let cards: Vec<AnyView> = rounds
        .iter()
        .filter(|(round, _)| round.phase.concerns_council())
        .map(|(round, _)| {
            let may_record = records.is_some_and(|permit| round.concerns(permit));
            let record = (may_record && round.phase.takes_ruling()).then(|| {
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

fn running(
    rounds: &[(Round, RoundFacts)],
    manages: Option<&Permit<ManageRound>>,
    now: Millis,
) -> AnyView {
    let cards = rounds
        .iter()
        .map(|(round, facts)| {
            let is_mine = manages.is_some_and(|permit| round.concerns(permit));
            let path = if is_mine {
                paths::Control { round: round.id }.to_string()
            } else {
                rounds::paths::Show { round: round.id }.to_string()
            };
            let lacking = is_mine.then(|| missing_list(round, facts));
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
    let make = manages.map(|_| {
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
/// The way to cancelling a letter, in each round that has letters out.
fn lost(rounds: &[(Round, RoundFacts)], permit: &Permit<CancelLetter>) -> impl IntoView + use<> {
    rounds
        .iter()
        .filter(|(round, _)| round.phase.is_around_voting() && round.concerns(permit))
        .map(|(round, _)| {
            let path = href(letters::paths::Lost { round: round.id });
            let link = tf("rounds.lost.link", &[("round", &round.title)]);
            view! { <p><a href=path dir="auto">{link}</a></p> }
        })
        .collect_view()
}

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
