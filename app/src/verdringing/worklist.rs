//! What waits for a check, oldest first.

use domain::{access::FillChecklist, round::Round};
use leptos::prelude::*;
use store::proposals::{Listed, Which};

use super::{dossier, paths};
use crate::{
    proposals::{headline, state_badge, wijk_name},
    ui::{Column, Notice, NoticeKind, Table},
    web::{
        allowed::Allowed,
        context::Answer,
        texts::{href, t, tn},
    },
    work,
};

pub async fn page(Allowed { ctx, permit }: Allowed<FillChecklist>) -> Answer {
    let mut waiting = ctx.app.store.proposals(Which::ToCheck).await?;
    waiting.retain(|listed| permit.covers(listed.wijk));
    let rounds = ctx.app.store.rounds(true).await?;
    Ok(ctx.page(&ctx.say("verdringing.worklist.title"), || {
        view(&waiting, &rounds)
    }))
}

fn view(waiting: &[Listed], rounds: &[Round]) -> AnyView {
    let body = if waiting.is_empty() {
        view! {
            <Notice kind=NoticeKind::Success title=t("verdringing.worklist.empty")>
                <p>{t("verdringing.worklist.empty_text")} " " <a href=href(work::paths::Home)>{t("verdringing.worklist.work")}</a></p>
            </Notice>
        }
        .into_any()
    } else {
        table(waiting, rounds)
    };
    view! {
        <a class="wb-back" href=href(work::paths::Home)>{t("verdringing.worklist.work")}</a>
        <h1>{t("verdringing.worklist.title")}</h1>
        {body}
    }
    .into_any()
}

fn table(waiting: &[Listed], rounds: &[Round]) -> AnyView {
    let headers = vec![
        Column::text(t("verdringing.worklist.proposal")),
        Column::text(t("verdringing.worklist.wijk")),
        Column::text(t("verdringing.worklist.round")),
        Column::text(t("verdringing.worklist.state")),
        Column::text(t("verdringing.worklist.verdict")),
        Column::text(t("verdringing.worklist.action")),
    ];
    let rows = waiting
        .iter()
        .map(|listed| row(listed, rounds))
        .collect_view();
    let caption = tn("verdringing.worklist.count", waiting.len() as u64, &[]);
    view! { <Table caption=caption headers=headers>{rows}</Table> }.into_any()
}

fn row(listed: &Listed, rounds: &[Round]) -> impl IntoView + use<> {
    let round = rounds.iter().find(|round| round.id == listed.round);
    let wijk = round
        .map(|round| wijk_name(round, listed.wijk))
        .unwrap_or_default();
    let round = round.map(|round| round.title.clone()).unwrap_or_default();
    let title = headline(listed.number, &listed.title);
    let action = if listed.verdict.is_some() {
        "verdringing.worklist.go_on"
    } else {
        "verdringing.worklist.begin"
    };
    let check = href(paths::Check { id: listed.id });
    view! {
        <tr>
            <th scope="row" dir="auto">{title.clone()}</th>
            <td>{wijk}</td>
            <td>{round}</td>
            <td>{state_badge(listed.state)}</td>
            <td>{dossier::short(listed.verdict)}</td>
            <td><a href=check>{t(action)} <span class="wb-visually-hidden">" " {title}</span></a></td>
        </tr>
    }
}
