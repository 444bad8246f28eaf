//! The dossier for the council, on one sheet: what residents chose, what it costs, how it was counted and checked.

use domain::{
    access::RecordDecision, council::CouncilDecision, outcome::WijkOutcome, round::Millis,
    verdringing::Outcome,
};
use leptos::prelude::*;

use super::{Counted, compare, detail, opening, paths, rule, strip, turnout, words::reason};
use crate::{
    proposals,
    ui::{Column, Table},
    web::{
        context::{Answer, Ctx},
        texts::{count, href, money, t, tf},
        time,
    },
};

pub async fn page(ctx: Ctx, paths::Dossier { round }: paths::Dossier) -> Answer {
    let counted = Counted::load(&ctx, round).await?;
    let decisions = ctx.app.store.decisions(counted.round.id).await?;
    Ok(ctx.page(&ctx.say("outcomes.dossier.title"), || {
        view(&ctx, &counted, &decisions)
    }))
}

fn view(
    ctx: &Ctx,
    counted: &Counted,
    decisions: &[(CouncilDecision, Millis)],
) -> impl IntoView + use<> {
    let id = counted.round.id;
    let may_decide = ctx
        .permit::<RecordDecision>()
        .is_ok_and(|permit| counted.round.concerns(&permit))
        && counted.round.phase == domain::phase::Phase::Council;
    let decisions = decisions
        .iter()
        .map(|(decision, at)| decided(counted, decision, *at))
        .collect_view();
    let rules = counted.announced.rules.map(|hash| {
        let values = [("hash", &*hash.to_string())];
        view! { <p>{tf("outcomes.dossier.rules", &values)}</p> }
    });
    let counting = &counted.rules.settings.counting;
    view! {
        <article class="wb-sheet">
            <header class="wb-sheet__head">
                <h1>{t("outcomes.dossier.title")}</h1>
                <p dir="auto">{counted.round.title.clone()}</p>
            </header>
            <p class="wb-lead">{t("outcomes.dossier.lead")}</p>
            <div id="besluit">{decisions}</div>
            {counted.outcomes.iter().map(|outcome| wijk(counted, outcome)).collect_view()}
            {beside(counted)}
            <section class="wb-sheet__section">
                <h2>{t("outcomes.dossier.how")}</h2>
                <p><strong>{rule::name(counting)}</strong> ". " {opening::how(counting)} " " {t("outcomes.rule.frozen")}</p>
                {rule::details(counting)}
                {rules}
            </section>
        </article>
        {may_decide.then(|| view! {
            <p class="wb-no-print"><a class="wb-button wb-button--primary" href=href(paths::Decide { round: id })>{t("outcomes.decide.title")}</a></p>
        })}
        <ul class="wb-links wb-no-print">
            <li><a href=href(paths::Outcome { round: id })>{t("outcomes.title")}</a></li>
            <li><a href=href(paths::Compare { round: id })>{t("outcomes.compare.link")}</a></li>
        </ul>
    }
}

/// The outcome beside the other way of counting, in sentences; the tables have a page of their own.
fn beside(counted: &Counted) -> impl IntoView + use<> {
    let wijken = counted
        .outcomes
        .iter()
        .map(|outcome| {
            view! { <h3 dir="auto">{counted.wijk_name(outcome)}</h3> {compare::difference(counted, outcome)} }
        })
        .collect_view();
    view! {
        <section class="wb-sheet__section">
            <h2>{t("outcomes.compare.title")}</h2>
            {compare::meaning(counted)}
            {wijken}
        </section>
        {compare::spread(counted)}
    }
}

fn wijk(counted: &Counted, outcome: &WijkOutcome) -> impl IntoView + use<> {
    let rows = outcome
        .allocation
        .awards
        .iter()
        .map(|award| {
            let proposal = counted.proposal(award);
            let verdict = proposal.and_then(|proposal| proposal.verdict).unwrap_or(Outcome::Clean);
            let state = proposal.map(|proposal| t(&format!("proposals.state.{}", proposal.state)));
            view! {
                <tr>
                    <th scope="row"><a href=href(proposals::paths::Show { id: award.id }) dir="auto">{counted.title(award)}</a></th>
                    <td class="wb-outcome__why">
                        <strong>{state}</strong> ". " {counted.places(outcome, award)} ". "
                        {t(&format!("verdringing.outcome.{verdict}"))} ". " {reason(award, detail(outcome))}
                    </td>
                    <td class="wb-table__number" data-label=t("outcomes.table.votes")>{count(award.votes)}</td>
                    <td class="wb-table__number wb-nowrap" data-label=t("outcomes.table.cost")>{money(award.cost)}</td>
                </tr>
            }
        })
        .collect_view();
    let headers = vec![
        Column::text(t("outcomes.table.idea")),
        Column::text(t("outcomes.table.why")),
        Column::number(t("outcomes.table.votes")),
        Column::number(t("outcomes.table.cost")),
    ];
    let name = counted.wijk_name(outcome);
    let head = counted.announced.head(outcome.wijk).map(|head| {
        let values = [("head", &*head.to_string())];
        view! { <p class="wb-muted wb-hash">{tf("outcomes.dossier.box", &values)}</p> }
    });
    view! {
        <section class="wb-sheet__section wb-stack">
            <h2 dir="auto">{name.clone()}</h2>
            <p><strong>{counted.jobs_of_wijk(outcome)}</strong> " " {turnout(outcome)}</p>
            <p>{opening::opening(&outcome.allocation)}</p>
            {strip::view(counted, outcome)}
            <Table caption=tf("outcomes.table.caption", &[("wijk", &name)]) headers=headers>{rows}</Table>
            {head}
        </section>
    }
}

/// What the council decided, beside what residents chose: both stay.
fn decided(counted: &Counted, decision: &CouncilDecision, at: Millis) -> impl IntoView + use<> {
    let declined = decision
        .declined
        .iter()
        .map(|(proposal, reason)| {
            let title = counted
                .outcomes
                .iter()
                .flat_map(|outcome| &outcome.allocation.awards)
                .find(|award| award.id == *proposal)
                .map(|award| counted.title(award));
            view! { <li dir="auto"><strong>{title}</strong> ": " {reason.clone()}</li> }
        })
        .collect_view();
    let heading = tf("outcomes.dossier.decided", &[("day", &time::short_day(at))]);
    view! {
        <section class="wb-sheet__section">
            <h2>{heading}</h2>
            <p><strong>{t(&format!("outcomes.ruling.{}", decision.ruling))}</strong></p>
            <p class="wb-text" dir="auto">{decision.reason.clone()}</p>
            {(!decision.declined.is_empty()).then(|| view! { <p>{t("outcomes.dossier.declined")}</p><ul>{declined}</ul> })}
        </section>
    }
}
