//! Counting: the closed boxes as the journal knows them, and the card that opens them.

use axum::extract::Path;
use domain::{
    access::{CountVotes, Permit},
    phase::Phase,
    round::Round,
};
use leptos::prelude::*;
use store::announced::BoxOnPaper;

use super::{card_faults, key::card_field, public_path, typed_card, visible, work_path};
use crate::{
    context::{Answer, Ctx},
    form::Form,
    texts::{count, href, t, tf},
    time,
    ui::{Button, ButtonLink, ButtonRow, Column, Notice, Table},
};

pub async fn page(ctx: Ctx, Path(round): Path<String>) -> Answer {
    let round = visible(&ctx, &round).await?;
    let boxes = ctx.app.store.announced(round.id).await?.boxes;
    Ok(ctx.page(&ctx.say("rounds.count.title"), || {
        view(&round, &boxes, &Form::default())
    }))
}

pub async fn submit(ctx: Ctx, Path(round): Path<String>, form: Form) -> Answer {
    let permit: Permit<CountVotes> = ctx.permit()?;
    let round = visible(&ctx, &round).await?;
    let counted = match typed_card(&form) {
        Ok(card) => {
            ctx.app
                .store
                .count_votes(&permit, round.id, card, ctx.now())
                .await
        }
        Err(faults) => Err(faults.into()),
    };
    match counted {
        Ok(()) => Ok(ctx.see_other(&public_path(round.id, "/uitslag"))),
        Err(error) => {
            let form = card_faults(error)?;
            let boxes = ctx.app.store.announced(round.id).await?.boxes;
            Ok(ctx.again(&ctx.say("rounds.count.title"), || {
                view(&round, &boxes, &form)
            }))
        }
    }
}

fn view(round: &Round, boxes: &[BoxOnPaper], form: &Form) -> AnyView {
    let body = match round.phase {
        Phase::Closed => closed(round, boxes, form),
        phase if phase.shows_tally() => view! {
            <Notice title=t("rounds.count.done")/>
            <p><ButtonLink label=t("rounds.action.outcome") href=href(&public_path(round.id, "/uitslag"))/></p>
        }
        .into_any(),
        Phase::Cancelled => view! { <Notice title=t("rounds.count.cancelled")/> }.into_any(),
        _ => {
            let when = round.starts(Phase::Closed).map(time::moment).unwrap_or_default();
            view! { <Notice title=tf("rounds.count.too_early", &[("moment", &when)])/> }.into_any()
        }
    };
    view! {
        {form.summary()}
        <h1>{t("rounds.count.title")}</h1>
        <p class="wb-lead">{t("rounds.count.lead")}</p>
        {body}
        <p><a href=href(&work_path(round.id, "")) dir="auto">{round.title.clone()}</a></p>
    }
    .into_any()
}

fn closed(round: &Round, boxes: &[BoxOnPaper], form: &Form) -> AnyView {
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
            {card_field(form)}
            <ButtonRow><Button label=t("rounds.count.button")/></ButtonRow>
        </form>
    }
    .into_any()
}
