//! One proposal, whole: the work, the money and the displacement file. What is public is public for everybody alike.

use domain::{
    id::ProposalId,
    phase::Phase,
    proposal::{Lasting, Proposal, ProposalState, checks, may_read},
    round::{Millis, Round},
    verdringing::{Checklist, PartyOpinion},
};
use leptos::prelude::*;
use store::proposals::Record;

use super::{costs, headline, paths, state_badge, state_means, wijk_name};
use crate::{
    outcomes::{
        self,
        own::{self, Own},
    },
    rounds,
    ui::{ButtonKind, ButtonLink, ButtonRow, DataList, Panel, Pictogram},
    verdringing::{self, dossier},
    web::{
        context::{Answer, Ctx},
        done::Done,
        error::AppError,
        texts::{href, speak, t, tf, tn},
    },
};

struct Shown {
    record: Record,
    round: Round,
    checklist: Checklist,
    opinions: Vec<PartyOpinion>,
    is_author: bool,
    is_checker: bool,
    is_new: bool,
    now: Millis,
    /// How it fared in the count, once there has been one.
    own: Option<Own>,
}

pub async fn page(ctx: Ctx, paths::Show { id }: paths::Show) -> Answer {
    let shown = load(&ctx, id, ctx.visitor.done == Some(Done::ProposalSubmitted)).await?;
    let title = speak(ctx.lang(), || {
        headline(shown.record.number, title(&shown.record))
    });
    Ok(ctx.page(&title, || view(&shown)))
}

async fn load(ctx: &Ctx, id: ProposalId, is_sent: bool) -> Result<Shown, AppError> {
    let store = &ctx.app.store;
    let record = store.proposal(id).await?;
    let reader = ctx.actor();
    if !may_read(record.state, record.author, record.wijk, reader) {
        return Err(AppError::NotFound);
    }
    let is_author = reader.is_some_and(|reader| reader.person == record.author);
    let is_checker = reader.is_some_and(|reader| checks(reader, record.wijk));
    let round = store.round(record.round).await?;
    Ok(Shown {
        own: own::load(ctx, &round, record.wijk, record.id).await?,
        round,
        checklist: store.checklist(record.round).await?,
        opinions: store.opinions(record.id).await?,
        is_new: is_sent && is_author && record.state == ProposalState::Submitted,
        is_author,
        is_checker,
        now: ctx.now(),
        record,
    })
}

fn title(record: &Record) -> &str {
    record
        .content
        .as_ref()
        .map_or(record.draft.title.as_str(), |content| {
            content.title.as_str()
        })
}

fn view(shown: &Shown) -> impl IntoView + use<> {
    let Shown { record, round, .. } = shown;
    let list = href(paths::Listed { round: round.id });
    let body = match &record.content {
        Some(content) => whole(shown, content),
        None => unfinished(record),
    };
    view! {
        {shown.is_new.then(|| panel(shown))}
        <a class="wb-back" href=list>{t("proposals.show.back")}</a>
        {heading(shown)}
        <p>{state_badge(record.state)} " " {state_means(record.state, round, shown.now)}</p>
        <p class="wb-muted">
            {wijk_name(round, record.wijk)} ", " <a href=href(rounds::paths::Show { round: round.id })>{round.title.clone()}</a>
        </p>
        {actions(shown)}
        {shown.own.as_ref().map(|own| own::view(round, own))}
        {body}
    }
}

/// The title; below the green panel, which has the page's first heading, it is the second.
fn heading(shown: &Shown) -> AnyView {
    let text = headline(shown.record.number, title(&shown.record));
    if shown.is_new {
        view! { <h2 dir="auto">{text}</h2> }.into_any()
    } else {
        view! { <h1 dir="auto">{text}</h1> }.into_any()
    }
}

/// It has come in: its number, and what happens next.
fn panel(shown: &Shown) -> impl IntoView + use<> {
    let number = shown.record.number.unwrap_or_default().to_string();
    let title = tf("proposals.sent.title", &[("number", &number)]);
    let start = shown.round.starts(Phase::Checking);
    let check = start.filter(|&start| shown.now < start).map(|start| {
        view! { <p>{tf("proposals.sent.check_from", &[("day", &crate::web::time::day(start))])}</p> }
    });
    view! {
        <Panel title=title>
            <p>{t("proposals.sent.next")}</p>
            {check}
            <p><a href=href(paths::Mine)>{t("proposals.sent.mine")}</a></p>
        </Panel>
    }
}

/// What this visitor can do here now.
fn actions(shown: &Shown) -> AnyView {
    let Shown { record, round, .. } = shown;
    let edit = href(paths::Edit { id: record.id });
    let change = (shown.is_author && record.state.may_change(round.phase)).then(|| {
        let label = if record.state == ProposalState::Draft {
            "proposals.show.go_on"
        } else {
            "proposals.show.change"
        };
        view! { <ButtonLink label=t(label) href=edit.clone()/> }
    });
    let withdraw = (shown.is_author && record.state.may_withdraw(round.phase)).then(|| {
        let there = format!("{edit}#intrekken");
        view! { <ButtonLink label=t("proposals.show.withdraw") href=there kind=ButtonKind::Secondary/> }
    });
    let check = (shown.is_checker && record.state.is_undecided()).then(|| {
        let there = href(verdringing::paths::Check { id: record.id });
        view! { <ButtonLink label=t("proposals.show.check") href=there kind=ButtonKind::Secondary/> }
    });
    let is_outcome = record.state >= ProposalState::Chosen && round.phase.shows_tally();
    let outcome = is_outcome.then(|| {
        let there = href(outcomes::paths::Outcome { round: round.id });
        view! { <ButtonLink label=t("proposals.show.outcome") href=there kind=ButtonKind::Secondary/> }
    });
    if change.is_none() && withdraw.is_none() && check.is_none() && outcome.is_none() {
        return ().into_any();
    }
    view! { <ButtonRow>{change} {check} {outcome} {withdraw}</ButtonRow> }.into_any()
}

/// A draft, as far as it has been written.
fn unfinished(record: &Record) -> AnyView {
    view! { <p class="wb-typed" dir="auto">{record.draft.description.clone()}</p> }.into_any()
}

fn whole(shown: &Shown, content: &Proposal) -> AnyView {
    view! {
        <Pictogram family=content.family.name()/>
        <h2>{t("proposals.show.what")}</h2>
        <p class="wb-typed" dir="auto">{content.description.clone()}</p>
        <h2>{t("proposals.show.facts")}</h2>
        <DataList rows=facts(content)/>
        <h2>{t("proposals.show.costs")}</h2>
        {costs::table(content, &shown.round)}
        {dossier::view(&shown.record, &shown.checklist, &shown.opinions)}
    }
    .into_any()
}

fn facts(content: &Proposal) -> Vec<(String, AnyView)> {
    let plain = |text: String| text.into_any();
    let typed =
        |text: &str| view! { <p class="wb-typed" dir="auto">{text.to_owned()}</p> }.into_any();
    let host_kind = t(&format!("proposals.host_kind.{}", content.host_kind));
    let host = view! { <span dir="auto">{content.host_name.clone()}</span> " (" {host_kind} ")" }
        .into_any();
    vec![
        (
            t("proposals.fact.family"),
            plain(t(&format!("proposals.family.{}", content.family))),
        ),
        (t("proposals.fact.host"), host),
        (
            t("proposals.fact.hours"),
            plain(tn("proposals.hours", content.hours.into(), &[])),
        ),
        (
            t("proposals.fact.places"),
            plain(tn("proposals.places", content.places.into(), &[])),
        ),
        (t("proposals.fact.lasting"), plain(lasting(content))),
        (
            t("proposals.fact.legal_basis"),
            plain(t(&format!(
                "proposals.legal_basis.{}_hint",
                content.legal_basis
            ))),
        ),
        (t("proposals.fact.guidance"), typed(&content.guidance)),
        (t("proposals.fact.growth"), typed(&content.growth)),
    ]
}

fn lasting(content: &Proposal) -> String {
    match (content.lasting, content.months) {
        (Lasting::LongTerm, Some(months)) => tn("proposals.months", months.into(), &[]),
        (lasting, _) => t(&format!("proposals.lasting.{lasting}")),
    }
}
