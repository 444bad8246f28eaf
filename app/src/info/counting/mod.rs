//! How votes become jobs: both ways of counting beside each other, worked out on one small election in pictures.

mod by_votes;
mod example;
mod pictures;
mod shares;

use domain::{count::ProjectIndex, euro::Euro, round::CountingChoice};
use leptos::prelude::*;

use self::example::{Counted, Example, Home, JOBS, job};
use crate::{
    info::paths,
    rounds,
    ui::{BudgetStrip, Column, Pictogram, Segment, SegmentKind, Table},
    web::{
        context::{Answer, Ctx},
        error::AppError,
        texts::{count, href, money, t, tf, tn},
    },
};

pub async fn page(ctx: Ctx) -> Answer {
    let example = Example::count().map_err(|fault| AppError::Internal(fault.to_string().into()))?;
    Ok(ctx.page(&ctx.say("counting.title"), || view(&example)))
}

fn view(example: &Example) -> impl IntoView + use<> {
    view! {
        <article class="wb-worked">
            <h1>{t("counting.title")}</h1>
            <p class="wb-lead">{t("counting.lead")}</p>
            <p>{t("counting.real")}</p>
            {story(example)}
            {by_votes::section(example)}
            {shares::section(example)}
            {compared(example)}
            {always()}
        </article>
    }
}

/// Who they are, what they can choose and who chose what.
fn story(example: &Example) -> impl IntoView + use<> {
    let everybody = vec![true; example.homes().len()];
    let people = |home| count(example.among(home, &everybody).0);
    let jobs = count(JOBS.len() as u64);
    let values = [
        ("budget", &*money(example.election.budget)),
        ("voters", &count(example.election.ballots.choosing())),
        ("street", &people(Home::Street)),
        ("square", &people(Home::Square)),
        ("jobs", &jobs),
    ];
    let rows = (0..).zip(&JOBS).map(|(project, job)| {
        let marks = example.chose(project);
        let votes = marks.iter().filter(|mark| **mark).count() as u64;
        let places = (job.places > 1).then(|| {
            view! { <p class="wb-outcome__why">{tn("counting.places", job.places.into(), &[])}</p> }
        });
        view! {
            <tr>
                <th scope="row">
                    <span class="wb-worked__job"><Pictogram family=job.family/> {name(project)}</span>
                    {places}
                </th>
                <td data-label=t("counting.story.chosen_by")>
                    {pictures::people(&example.homes(), &marks)}
                    <span class="wb-worked__who">{who(example, &marks)}</span>
                </td>
                <td class="wb-table__number" data-label=t("counting.votes_head")>{count(votes)}</td>
                <td class="wb-table__number wb-nowrap" data-label=t("counting.cost")>{money(cost(example, project))}</td>
            </tr>
        }
    }).collect_view();
    let headers = vec![
        Column::text(t("counting.job_head")),
        Column::text(t("counting.story.chosen_by")),
        Column::number(t("counting.votes_head")),
        Column::number(t("counting.cost")),
    ];
    view! {
        <section>
            <h2>{t("counting.story.title")}</h2>
            <p>{tf("counting.story.text", &values)}</p>
            <ul class="wb-worked__key">
                <li>{pictures::one(Home::Street, false)} {t("counting.story.street")}</li>
                <li>{pictures::one(Home::Square, false)} {t("counting.story.square")}</li>
                <li>{pictures::one(Home::Street, true)} {pictures::one(Home::Square, true)} {t("counting.story.filled")}</li>
            </ul>
            <div class="wb-stack">
                <Table caption=t("counting.story.caption") headers=headers>{rows}</Table>
            </div>
        </section>
    }
}

/// What comes out of one way of counting: the money as a strip, and who gets something.
fn outcome(example: &Example, counted: &Counted) -> impl IntoView + use<> {
    let allocation = &counted.allocation;
    let winners = allocation.winners().map(|award| Segment {
        label: format!("{}: {}", name(award.id), money(award.granted)),
        cents: award.granted.as_cents(),
        kind: SegmentKind::Chosen,
    });
    let rest = Segment {
        label: tf("counting.left", &[("left", &money(allocation.left))]),
        cents: allocation.left.as_cents(),
        kind: SegmentKind::Left,
    };
    let segments = winners
        .chain(std::iter::once(rest))
        .filter(|segment| segment.cents > 0)
        .collect();
    let text = tf(
        "counting.strip",
        &[
            ("spent", &money(allocation.spent())),
            ("budget", &money(allocation.budget)),
            ("left", &money(allocation.left)),
        ],
    );
    let gains = example.gains(counted);
    view! {
        <BudgetStrip segments=segments total_cents=allocation.budget.as_cents() text=text/>
        <p class="wb-worked__gain">{pictures::people(&example.homes(), &gains)} {gained(example, &gains)}</p>
    }
}

/// How many neighbours get something they chose; a group without anything is named.
fn gained(example: &Example, gains: &[bool]) -> String {
    let some = gains.iter().filter(|gain| **gain).count() as u64;
    let mut text = tn(
        "counting.gain",
        some,
        &[("all", &count(gains.len() as u64))],
    );
    for home in Home::ALL {
        let (all, with) = example.among(home, gains);
        if with == 0 {
            text.push(' ');
            text.push_str(&tn(&format!("counting.nothing.{}", home.name()), all, &[]));
        }
    }
    text
}

/// All ways of counting in one table.
fn compared(example: &Example) -> impl IntoView + use<> {
    let rows = CountingChoice::ALL
        .iter()
        .map(|&choice| {
            let counted = example.way(choice);
            let gains = example.gains(counted);
            let some = gains.iter().filter(|gain| **gain).count() as u64;
            let winners: Vec<String> = counted
                .allocation
                .winners()
                .map(|award| name(award.id))
                .collect();
            view! {
                <tr>
                    <th scope="row">{t(&format!("rounds.counting.{choice}"))}</th>
                    <td data-label=t("counting.compared.jobs")>{winners.join(", ")}</td>
                    <td class="wb-table__number wb-nowrap" data-label=t("counting.compared.left")>{money(counted.allocation.left)}</td>
                    <td class="wb-table__number" data-label=t("counting.compared.gain")>
                        {tf("counting.compared.of", &[("some", &count(some)), ("all", &count(gains.len() as u64))])}
                    </td>
                </tr>
            }
        })
        .collect_view();
    let headers = vec![
        Column::text(t("counting.compared.way")),
        Column::text(t("counting.compared.jobs")),
        Column::number(t("counting.compared.left")),
        Column::number(t("counting.compared.gain")),
    ];
    view! {
        <section>
            <h2>{t("counting.compared.title")}</h2>
            <p>{t("counting.compared.text")}</p>
            <div class="wb-stack"><Table caption=t("counting.compared.caption") headers=headers>{rows}</Table></div>
        </section>
    }
}

/// What holds for every way of counting, and the way on.
fn always() -> impl IntoView {
    let rules = ["fixed", "wijk", "ties", "share", "council"]
        .map(|rule| view! { <li>{t(&format!("counting.always.{rule}"))}</li> })
        .collect_view();
    view! {
        <section>
            <h2>{t("counting.always.title")}</h2>
            <ul>{rules}</ul>
            <p><a href=href(rounds::paths::Rounds)>{t("counting.to_rounds")}</a></p>
            <p><a href=href(paths::Explain)>{t("counting.to_explain")}</a></p>
        </section>
    }
}

/// A heading that the settings of a round lead to.
fn variant(choice: CountingChoice) -> impl IntoView {
    view! { <h3 id=choice.name()>{t(&format!("rounds.counting.{choice}"))}</h3> }
}

/// A job by its name.
fn name(project: ProjectIndex) -> String {
    job(project).map_or_else(String::new, |job| t(&format!("counting.job.{}", job.name)))
}

fn cost(example: &Example, project: ProjectIndex) -> Euro {
    usize::try_from(project)
        .ok()
        .and_then(|project| example.election.projects.get(project))
        .map(|project| project.cost)
        .unwrap_or_default()
}

/// «8 from the street and 4 from the square».
fn who(example: &Example, marks: &[bool]) -> String {
    let groups: Vec<String> = Home::ALL
        .into_iter()
        .map(|home| (home, example.among(home, marks).1))
        .filter(|(_, n)| *n > 0)
        .map(|(home, n)| tn(&format!("counting.from.{}", home.name()), n, &[]))
        .collect();
    groups.join(&t("counting.and"))
}
