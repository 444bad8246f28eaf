//! The jobs that came of it: how far each is. Jobs, never people.

use domain::{
    access::FollowJob,
    council::{Job, JobState},
    id::JobId,
    round::Round,
};
use leptos::prelude::*;
use serde::Deserialize;
use store::proposals::{Listed, Which};

use super::paths;
use crate::{
    proposals, rounds,
    ui::{Badge, BadgeKind, Button, ButtonKind, Column, Notice, NoticeKind, Table},
    web::{
        context::{Answer, Ctx},
        error::AppError,
        form::Form,
        texts::{count, href, t, tf},
    },
};

pub async fn page(ctx: Ctx, paths::Jobs { round }: paths::Jobs) -> Answer {
    let round = rounds::visible(&ctx, round).await?;
    let jobs = ctx.app.store.jobs(round.id).await?;
    let proposals = ctx.app.store.proposals(Which::Public(round.id)).await?;
    let may_follow = ctx
        .permit::<FollowJob>()
        .is_ok_and(|permit| round.concerns(&permit));
    Ok(ctx.page(&ctx.say("outcomes.jobs.title"), || {
        view(&round, &jobs, &proposals, may_follow)
    }))
}

pub async fn follow(ctx: Ctx, paths::FollowJob { round }: paths::FollowJob, form: Form) -> Answer {
    let round = rounds::visible(&ctx, round).await?;
    let Followed { job, state } = form.draft()?;
    let jobs = ctx.app.store.jobs(round.id).await?;
    if jobs.iter().all(|known| known.id != job) {
        return Err(AppError::NotFound);
    }
    ctx.app
        .store
        .follow_job(&ctx.permit()?, job, state, ctx.now())
        .await?;
    Ok(ctx.see_other(paths::Jobs { round: round.id }))
}

/// How far a job is, as chosen.
#[derive(Deserialize)]
struct Followed {
    job: JobId,
    state: JobState,
}

fn view(round: &Round, jobs: &[Job], proposals: &[Listed], may_follow: bool) -> AnyView {
    let filled = jobs
        .iter()
        .filter(|job| job.state == JobState::Filled)
        .count();
    let summary = tf(
        "outcomes.jobs.lead",
        &[
            ("filled", &count(filled as u64)),
            ("all", &count(jobs.len() as u64)),
        ],
    );
    let mut headers = vec![
        Column::text(t("outcomes.table.job")),
        Column::text(t("outcomes.jobs.state")),
    ];
    if may_follow {
        headers.push(Column::text(t("outcomes.jobs.change")));
    }
    let rows = jobs
        .iter()
        .map(|job| row(round, job, proposals, may_follow))
        .collect_view();
    let body = if jobs.is_empty() {
        view! { <Notice kind=NoticeKind::Info title=t("outcomes.jobs.none")/> }.into_any()
    } else {
        view! { <p class="wb-lead">{summary}</p><div class="wb-stack"><Table caption=t("outcomes.jobs.title") headers=headers>{rows}</Table></div> }
            .into_any()
    };
    view! {
        <h1>{t("outcomes.jobs.title")}</h1>
        <p dir="auto"><a href=href(rounds::paths::Show { round: round.id })>{round.title.clone()}</a></p>
        {body}
        <p>{t("outcomes.jobs.no_names")}</p>
    }
    .into_any()
}

fn row(round: &Round, job: &Job, proposals: &[Listed], may_follow: bool) -> impl IntoView + use<> {
    let proposal = proposals
        .iter()
        .find(|proposal| proposal.id == job.proposal);
    let title = proposal
        .map(|proposal| proposal.title.clone())
        .unwrap_or_default();
    let places = proposal.map_or(1, |proposal| proposal.places);
    let wijk = proposal
        .and_then(|proposal| round.wijk(proposal.wijk))
        .map(|entry| entry.wijk.name.clone());
    let place = (places > 1).then(|| tf("outcomes.jobs.place", &[("n", &count(job.place.into()))]));
    let kind = match job.state {
        JobState::Agreement => BadgeKind::Neutral,
        JobState::Vacancy => BadgeKind::Info,
        JobState::Filled => BadgeKind::Success,
        JobState::Ended => BadgeKind::Warning,
    };
    let change = may_follow.then(|| view! { <td>{change(round, job, &title)}</td> });
    view! {
        <tr>
            <th scope="row">
                <a href=href(proposals::paths::Show { id: job.proposal }) dir="auto">{title}</a> " " {place}
                <br/><span class="wb-muted" dir="auto">{wijk}</span>
            </th>
            <td data-label=t("outcomes.jobs.state")><Badge kind=kind label=t(&format!("outcomes.job.{}", job.state))/></td>
            {change}
        </tr>
    }
}

fn change(round: &Round, job: &Job, title: &str) -> impl IntoView + use<> {
    let options = JobState::ALL
        .iter()
        .map(|state| {
            view! { <option value=state.name() selected={*state == job.state}>{t(&format!("outcomes.job.{state}"))}</option> }
        })
        .collect_view();
    let field = format!("stand-{}", job.id);
    view! {
        <form method="post" action=href(paths::FollowJob { round: round.id }) class="wb-inline-form">
            <input type="hidden" name="job" value=job.id.to_string()/>
            <label class="wb-visually-hidden" for=field.clone()>{tf("outcomes.jobs.change_of", &[("title", title)])}</label>
            <select class="wb-select" name="state" id=field>{options}</select>
            <Button label=t("outcomes.jobs.save") kind=ButtonKind::Secondary/>
        </form>
    }
}
