//! Counting: the closed boxes as the journal knows them, and asking for a second person, who types the cards.

use domain::{
    access::CountVotes,
    act::Act,
    phase::Phase,
    round::{Millis, Round},
};
use leptos::prelude::*;
use store::{announced::BoxOnPaper, requests::Request};

use super::paths;
use crate::{
    outcomes, requests,
    rounds::{life, of_staff},
    ui::{Button, ButtonLink, ButtonRow, Column, Notice, Table},
    web::{
        allowed::Allowed,
        context::Answer,
        done::Done,
        form::Form,
        texts::{count, href, t},
    },
    work,
};

pub async fn page(
    Allowed { ctx, permit }: Allowed<CountVotes>,
    paths::Count { round }: paths::Count,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    let boxes = ctx.app.store.announced(round.id).await?.boxes;
    let waiting = ctx.app.store.requests(ctx.now()).await?;
    let act = Act::CountVotes { round: round.id };
    let asked = waiting.into_iter().find(|request| request.act == act);
    Ok(ctx.page(&ctx.say("rounds.count.title"), || {
        view(&round, &boxes, asked.as_ref(), ctx.now())
    }))
}

/// Asks another person to count.
pub async fn submit(
    Allowed { ctx, permit }: Allowed<CountVotes>,
    paths::Count { round }: paths::Count,
    _: Form,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    let store = &ctx.app.store;
    let request = store.ask_to_count(&permit, round.id, ctx.now()).await?;
    Ok(ctx.done(Done::RequestMade, requests::paths::Show { request }))
}

fn view(round: &Round, boxes: &[BoxOnPaper], asked: Option<&Request>, now: Millis) -> AnyView {
    let body = match round.phase {
        Phase::Closed => closed(round, boxes, asked),
        phase if phase.shows_tally() => view! {
            <Notice title=t("rounds.count.done")/>
            <p><ButtonLink label=t("rounds.action.outcome") href=href(outcomes::paths::Outcome { round: round.id })/></p>
        }
        .into_any(),
        Phase::Cancelled => view! { <Notice title=t("rounds.count.cancelled")/> }.into_any(),
        _ => {
            let keys = ["rounds.count.too_early", "rounds.count.too_early_late"];
            let title = life::as_planned(keys, round, Phase::Closed, now);
            view! { <Notice title=title/> }.into_any()
        }
    };
    view! {
        <h1>{t("rounds.count.title")}</h1>
        <p class="wb-lead">{t("rounds.count.lead")}</p>
        {body}
        <p><a href=href(work::paths::Control { round: round.id }) dir="auto">{round.title.clone()}</a></p>
    }
    .into_any()
}

fn closed(round: &Round, on_paper: &[BoxOnPaper], asked: Option<&Request>) -> AnyView {
    let next = match asked {
        Some(request) => {
            let path = href(requests::paths::Show {
                request: request.id,
            });
            view! {
                <Notice title=t("rounds.count.asked")>
                    <p><a href=path>{t("rounds.count.to_request")}</a></p>
                </Notice>
            }
            .into_any()
        }
        None => view! {
            <form method="post" class="wb-form" novalidate>
                <ButtonRow><Button label=t("rounds.count.ask")/></ButtonRow>
            </form>
        }
        .into_any(),
    };
    view! {
        {boxes(round, on_paper)}
        <p>{t("rounds.count.compare")}</p>
        {next}
    }
    .into_any()
}

/// The closed boxes, to compare with the minutes.
pub fn boxes(round: &Round, boxes: &[BoxOnPaper]) -> impl IntoView + use<> {
    let rows = boxes
        .iter()
        .map(|closed| {
            let name = round
                .wijk(closed.wijk)
                .map(|entry| entry.wijk.name.clone())
                .unwrap_or_default();
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td class="wb-table__number">{count(closed.ballots)}</td>
                    <td><code>{closed.head.clone()}</code></td>
                </tr>
            }
        })
        .collect_view();
    let headers = vec![
        Column::text(t("rounds.letters.wijk")),
        Column::number(t("rounds.count.ballots")),
        Column::text(t("rounds.count.head")),
    ];
    view! { <Table caption=t("rounds.count.caption") headers=headers>{rows}</Table> }
}
