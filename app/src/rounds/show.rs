//! One round for everybody: where it stands, what to do now, and what is known so far. Never a tally.

use std::collections::BTreeMap;

use domain::{
    access::ManageRound,
    id::WijkId,
    phase::Phase,
    proposal::ProposalState,
    round::{Millis, Round},
};
use leptos::prelude::*;
use store::{Said, Saying, Secrets, ballot_box::HourlyCount, proposals::Which};

use super::{
    jobs_in, life, paths,
    rooms::{Room, links},
    visible,
};
use crate::{
    ui::{Card, CardList, Notice, NoticeKind},
    web::{
        context::{Answer, Ctx},
        texts::{count, href, money, t, tf, tn},
        time,
    },
    work,
};

const ROOMS: [Room; 5] = [
    Room::Proposals,
    Room::Rules,
    Room::Outcome,
    Room::Dossier,
    Room::Jobs,
];

/// What the page shows beside the round itself.
struct Known {
    proposals: BTreeMap<WijkId, u64>,
    counts: Vec<HourlyCount>,
    cancelled: Option<String>,
    began: BTreeMap<Phase, Millis>,
    /// What people decided about its dates and its vote.
    said: Vec<Said>,
    secrets: Secrets,
    is_staff: bool,
}

pub async fn page(ctx: Ctx, paths::Show { round }: paths::Show) -> Answer {
    let round = visible(&ctx, round).await?;
    let store = &ctx.app.store;
    let mut proposals = BTreeMap::new();
    for listed in store.proposals(Which::Public(round.id)).await? {
        if !matches!(
            listed.state,
            ProposalState::Rejected | ProposalState::Postponed
        ) {
            *proposals.entry(listed.wijk).or_default() += 1;
        }
    }
    let counts = if round.phase == Phase::Voting {
        store.hourly_counts(round.id).await?
    } else {
        Vec::new()
    };
    let cancelled = if round.phase == Phase::Cancelled {
        store.cancel_reason(round.id).await?
    } else {
        None
    };
    let known = Known {
        proposals,
        counts,
        cancelled,
        began: store.began(round.id).await?,
        said: store.said(round.id).await?,
        secrets: store.secrets(&round).await?,
        is_staff: ctx
            .permit::<ManageRound>()
            .is_ok_and(|permit| round.concerns(&permit)),
    };
    let now = ctx.now();
    Ok(ctx.page(&round.title, || view(&round, &known, now)))
}

fn view(round: &Round, known: &Known, now: Millis) -> AnyView {
    let staff = known
        .is_staff
        .then(|| view! { <p><a href=href(work::paths::Control { round: round.id })>{t("rounds.show.to_control")}</a></p> });
    let body = if round.phase == Phase::Cancelled {
        cancelled(known)
    } else {
        view! {
            {life::road(round, &known.began, now)}
            {life::now_band(round, now)}
        }
        .into_any()
    };
    view! {
        <h1 dir="auto">{round.title.clone()}</h1>
        <p class="wb-lead">{life::phase_name(round, now)}</p>
        {staff}
        {body}
        {said(&known.said)}
        {secrets(known.secrets)}
        <h2>{t("rounds.show.wijken")}</h2>
        {wijken(round, known)}
        {hourly(round, &known.counts)}
        <h2>{t("rounds.show.more")}</h2>
        {links(round, &ROOMS)}
    }
    .into_any()
}

/// Dates that were moved and votes that people opened or closed, with the reasons that they gave.
fn said(all: &[Said]) -> AnyView {
    if all.is_empty() {
        return ().into_any();
    }
    let lines = all
        .iter()
        .map(|said| {
            let key = match said.what {
                Saying::DatesMoved => "rounds.said.dates_moved",
                Saying::Opened => "rounds.said.opened",
                Saying::Closed => "rounds.said.closed",
            };
            let what = tf(key, &[("moment", &time::moment(said.at))]);
            view! { <li>{what} " " <bdi>{said.reason.clone()}</bdi></li> }
        })
        .collect_view();
    view! {
        <h2>{t("rounds.said.title")}</h2>
        <ul>{lines}</ul>
    }
    .into_any()
}

/// Until when a letter could be led to its vote, or since when nobody can.
fn secrets(secrets: Secrets) -> AnyView {
    let text = match secrets {
        Secrets::None | Secrets::Kept(None) => return ().into_any(),
        Secrets::Kept(Some(at)) => tf("rounds.secrets.until", &[("moment", &time::moment(at))]),
        Secrets::Destroyed(at) => tf("rounds.secrets.destroyed", &[("moment", &time::moment(at))]),
    };
    view! {
        <h2>{t("rounds.secrets.title")}</h2>
        <p>{text}</p>
    }
    .into_any()
}

fn cancelled(known: &Known) -> AnyView {
    let reason = known.cancelled.clone().unwrap_or_default();
    view! {
        <Notice kind=NoticeKind::Warning title=t("rounds.show.cancelled")>
            <p dir="auto">{reason}</p>
            <p><a href=href(paths::Rounds)>{t("rounds.show.other_rounds")}</a></p>
        </Notice>
    }
    .into_any()
}

fn wijken(round: &Round, known: &Known) -> AnyView {
    let cards = round
        .wijken
        .iter()
        .map(|entry| {
            let proposals = known
                .proposals
                .get(&entry.wijk.id)
                .copied()
                .unwrap_or_default();
            let meta = vec![
                tn("rounds.wijk.proposals", proposals, &[]),
                tf(
                    "rounds.wijk.eligible",
                    &[("n", &count(entry.eligible.into()))],
                ),
                tf(
                    "rounds.wijk.voting_point",
                    &[("place", &entry.wijk.voting_point)],
                ),
            ];
            let budget = tf("rounds.wijk.budget", &[("budget", &money(entry.budget))]);
            let jobs = tn("rounds.wijk.jobs", jobs_in(round, entry), &[]);
            view! {
                <Card title=entry.wijk.name.clone() meta=meta>
                    <p><strong>{budget}</strong> <br/> {jobs}</p>
                </Card>
            }
            .into_any()
        })
        .collect();
    view! { <CardList cards=cards/> }.into_any()
}

/// How many ballots each box held at the last full hour, from ten up: all that anybody learns while a vote is going on.
fn hourly(round: &Round, counts: &[HourlyCount]) -> AnyView {
    if counts.is_empty() {
        return ().into_any();
    }
    let lines = round
        .wijken
        .iter()
        .filter_map(|entry| {
            let latest = counts.iter().find(|latest| latest.wijk == entry.wijk.id)?;
            let values = [
                ("wijk", &*entry.wijk.name),
                ("moment", &time::moment(latest.at)),
            ];
            let line = match latest.ballots {
                Some(ballots) => tn("rounds.show.hourly", ballots, &values),
                None => tf("rounds.show.hourly_few", &values),
            };
            Some(view! { <li>{line}</li> })
        })
        .collect_view();
    view! {
        <h2>{t("rounds.show.hourly_title")}</h2>
        <ul>{lines}</ul>
        <p class="wb-muted">{t("rounds.show.hourly_why")}</p>
    }
    .into_any()
}
