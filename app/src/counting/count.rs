//! Counting: the closed boxes as the journal knows them, and the cards that open them.

use domain::{
    access::CountVotes,
    phase::Phase,
    round::{Millis, Round},
};
use leptos::prelude::*;
use store::announced::BoxOnPaper;

use super::{cards, paths};
use crate::{
    outcomes,
    rounds::{life, of_staff},
    ui::{Button, ButtonLink, ButtonRow, Column, Notice, Table},
    web::{
        allowed::Allowed,
        context::Answer,
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
    let typing = cards::Typing::of(&ctx, &round);
    Ok(ctx.page(&ctx.say("rounds.count.title"), || {
        view(&round, &boxes, &typing, &Form::default(), ctx.now())
    }))
}

pub async fn submit(
    Allowed { ctx, permit }: Allowed<CountVotes>,
    paths::Count { round }: paths::Count,
    form: Form,
) -> Answer {
    let round = of_staff(&ctx, &permit, round).await?;
    let counted = match cards::typed(&ctx, &round, &form).await {
        Ok(seed) => {
            ctx.app
                .store
                .count_votes(&permit, round.id, seed, ctx.now())
                .await
        }
        Err(error) => Err(error),
    };
    match counted {
        Ok(()) => Ok(ctx.see_other(outcomes::paths::Outcome { round: round.id })),
        Err(error) => {
            let form = cards::faults(error)?;
            let boxes = ctx.app.store.announced(round.id).await?.boxes;
            let typing = cards::Typing::of(&ctx, &round);
            Ok(ctx.again(&ctx.say("rounds.count.title"), || {
                view(&round, &boxes, &typing, &form, ctx.now())
            }))
        }
    }
}

fn view(
    round: &Round,
    boxes: &[BoxOnPaper],
    typing: &cards::Typing,
    form: &Form,
    now: Millis,
) -> AnyView {
    let body = match round.phase {
        Phase::Closed => closed(round, boxes, typing, form),
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
        {form.summary(cards::label)}
        <h1>{t("rounds.count.title")}</h1>
        <p class="wb-lead">{t("rounds.count.lead")}</p>
        {body}
        <p><a href=href(work::paths::Control { round: round.id }) dir="auto">{round.title.clone()}</a></p>
    }
    .into_any()
}

fn closed(round: &Round, boxes: &[BoxOnPaper], typing: &cards::Typing, form: &Form) -> AnyView {
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
    view! {
        <Table caption=t("rounds.count.caption") headers=headers>{rows}</Table>
        <p>{t("rounds.count.compare")}</p>
        <form method="post" class="wb-form" novalidate autocomplete="off">
            {cards::fields(form, typing)}
            <ButtonRow><Button label=t("rounds.count.button")/></ButtonRow>
        </form>
    }
    .into_any()
}
