//! What somebody made: where each proposal stands and what to do next.

use domain::{
    access::Propose,
    proposal::ProposalState,
    round::{Millis, Round, what_now},
};
use leptos::prelude::*;
use store::proposals::{Listed, Which};

use super::{headline, paths, state_badge, state_means, wijk_name};
use crate::{
    rounds,
    ui::{ButtonLink, Card, CardList, Notice, NoticeKind},
    web::{
        context::{Answer, Ctx},
        done::Done,
        error::AppError,
        texts::{href, t, tf},
        time,
    },
};

pub async fn page(ctx: Ctx) -> Answer {
    let person = ctx.actor().ok_or(AppError::Forbidden)?.person;
    let mine = ctx.app.store.proposals(Which::Of(person)).await?;
    let rounds = ctx.app.store.rounds(true).await?;
    let may_propose = ctx.may::<Propose>();
    let is_withdrawn = ctx.visitor.done == Some(Done::ProposalWithdrawn);
    Ok(ctx.page(&ctx.say("proposals.mine.title"), || {
        view(&mine, &rounds, may_propose, is_withdrawn, ctx.now())
    }))
}

fn view(
    mine: &[Listed],
    rounds: &[Round],
    may_propose: bool,
    is_withdrawn: bool,
    now: Millis,
) -> AnyView {
    let withdrawn = is_withdrawn
        .then(|| view! { <Notice kind=NoticeKind::Success title=t("proposals.mine.withdrawn")/> });
    let cards: Vec<AnyView> = mine
        .iter()
        .filter_map(|listed| {
            let round = rounds.iter().find(|round| round.id == listed.round)?;
            Some(card(listed, round, now))
        })
        .collect();
    let list = if cards.is_empty() {
        view! { <p class="wb-lead">{t("proposals.mine.none")}</p> }.into_any()
    } else {
        view! { <h2>{t("proposals.mine.yours")}</h2> <CardList cards=cards/> }.into_any()
    };
    view! {
        <h1>{t("proposals.mine.title")}</h1>
        {withdrawn}
        {list}
        {may_propose.then(|| openings(rounds, now))}
    }
    .into_any()
}

/// Rounds that take proposals now.
fn openings(rounds: &[Round], now: Millis) -> AnyView {
    let open: Vec<_> = rounds
        .iter()
        .filter(|round| round.phase.takes_proposals())
        .collect();
    let body = if open.is_empty() {
        view! { <p>{t("proposals.mine.no_round")} " " <a href=href(rounds::paths::Rounds)>{t("proposals.mine.rounds")}</a></p> }
            .into_any()
    } else {
        open.into_iter()
            .map(|round| opening(round, now))
            .collect_view()
            .into_any()
    };
    view! { <h2>{t("proposals.mine.new")}</h2> {body} }.into_any()
}

fn opening(round: &Round, now: Millis) -> impl IntoView + use<> {
    let there = href(paths::Begin { round: round.id });
    let until = what_now(round, now)
        .until
        .map(|end| tf("proposals.begin.until", &[("moment", &time::moment(end))]));
    view! {
        <h3>{round.title.clone()}</h3>
        {until.map(|until| view! { <p>{until}</p> })}
        <p><ButtonLink label=t("proposals.propose") href=there/></p>
    }
}

fn card(listed: &Listed, round: &Round, now: Millis) -> AnyView {
    let at = paths::Show { id: listed.id }.to_string();
    let edit = paths::Edit { id: listed.id }.to_string();
    let is_asked = matches!(
        listed.state,
        ProposalState::Draft | ProposalState::NeedsChange
    );
    let (next, path) = match listed.state {
        ProposalState::Draft if listed.state.may_change(round.phase) => {
            (t("proposals.mine.next_draft"), edit)
        }
        ProposalState::NeedsChange if listed.state.may_change(round.phase) => {
            (t("proposals.mine.next_change"), edit)
        }
        _ if is_asked => (t("proposals.mine.too_late"), at),
        state => (state_means(state, round, now), at),
    };
    let family = listed
        .content
        .as_ref()
        .map_or("other", |content| content.family.name());
    let meta = vec![wijk_name(round, listed.wijk), round.title.clone()];
    let state = listed.state;
    view! {
        <Card title=headline(listed.number, &listed.title) href=href(&path) pictogram=family meta=meta>
            <p>{state_badge(state)}</p>
            <p>{next}</p>
        </Card>
    }
    .into_any()
}
