//! The figures of both ways of counting, side by side.

use domain::{
    count::{Allocation, Award},
    outcome::WijkOutcome,
};
use leptos::prelude::*;

use super::{
    super::{Counted, coverage::Fared},
    change, names, pairs,
};
use crate::{
    proposals,
    ui::{Badge, BadgeKind, Column, Table},
    web::texts::{count, href, money, t, tf},
};

/// Who wins under each.
pub fn jobs(counted: &Counted, outcome: &WijkOutcome) -> impl IntoView + use<> {
    let labels = names(outcome);
    let rows = pairs(outcome)
        .map(|(award, other)| {
            let changed = change(award, other).map(|what| {
                view! { <br/><span class="wb-compare__change">{what.with(&outcome.other.rule)}</span> }
            });
            let declined = counted.is_declined(award).then(|| view! { <br/><span class="wb-compare__change">{t("outcomes.declined")}</span> });
            let cells = [award, other].into_iter().zip(&labels).map(|(award, label)| {
                view! { <td data-label=label.clone()>{fate(counted, outcome, award)}</td> }
            });
            view! {
                <tr>
                    <th scope="row"><a href=href(proposals::paths::Show { id: award.id }) dir="auto">{counted.title(award)}</a>{changed}{declined}</th>
                    {cells.collect_view()}
                </tr>
            }
        })
        .collect_view();
    let [valid, other] = labels.clone();
    let headers = vec![
        Column::text(t("outcomes.table.idea")),
        Column::text(valid),
        Column::text(other),
    ];
    let wijk = counted.wijk_name(outcome);
    view! { <Table caption=tf("outcomes.compare.caption", &[("wijk", &wijk)]) headers=headers>{rows}</Table> }
}

fn fate(counted: &Counted, outcome: &WijkOutcome, award: &Award) -> AnyView {
    if !award.is_won() {
        return view! { <Badge label=t("outcomes.compare.none")/> }.into_any();
    }
    let places = counted.places(outcome, award);
    view! { <Badge kind=BadgeKind::Success label=places/> }.into_any()
}

/// Who got something they chose, under each.
pub fn voters(counted: &Counted, outcome: &WijkOutcome) -> impl IntoView + use<> {
    let labels = names(outcome);
    let fared = [&outcome.coverage, &outcome.other_coverage].map(Fared::of);
    let row = |term: &str, figure: fn(Fared) -> String| {
        let cells = fared.iter().zip(&labels).map(|(&fared, label)| {
            view! { <td class="wb-table__number" data-label=label.clone()>{figure(fared)}</td> }
        });
        view! { <tr><th scope="row">{t(term)}</th>{cells.collect_view()}</tr> }
    };
    let rows = [
        row("outcomes.coverage.with", Fared::with),
        row("outcomes.coverage.without", Fared::without),
        row("outcomes.coverage.average", Fared::average),
    ];
    let [valid, other] = labels.clone();
    let headers = vec![
        Column::text(t("outcomes.coverage.title")),
        Column::number(valid),
        Column::number(other),
    ];
    let wijk = counted.wijk_name(outcome);
    view! { <Table caption=tf("outcomes.compare.coverage", &[("wijk", &wijk)]) headers=headers>{rows.into_iter().collect_view()}</Table> }
}

/// Jobs, money and voters of every wijk, under each.
pub fn spread(counted: &Counted) -> impl IntoView + use<> {
    let rows = counted
        .outcomes
        .iter()
        .flat_map(|outcome| {
            let [valid, other] = names(outcome);
            let wijk = counted.wijk_name(outcome);
            [
                spread_row(
                    &wijk,
                    valid,
                    &outcome.allocation,
                    Fared::of(&outcome.coverage),
                ),
                spread_row(
                    &wijk,
                    other,
                    &outcome.other,
                    Fared::of(&outcome.other_coverage),
                ),
            ]
        })
        .collect_view();
    let headers = vec![
        Column::text(t("outcomes.compare.wijk")),
        Column::number(t("outcomes.compare.jobs")),
        Column::number(t("outcomes.compare.spent")),
        Column::number(t("outcomes.compare.money_left")),
        Column::number(t("outcomes.coverage.short")),
    ];
    view! {
        <section class="wb-sheet__section wb-stack">
            <h2>{t("outcomes.compare.wijken")}</h2>
            <Table caption=t("outcomes.compare.wijken_caption") headers=headers>{rows}</Table>
        </section>
    }
}

fn spread_row(
    wijk: &str,
    name: String,
    allocation: &Allocation,
    fared: Fared,
) -> impl IntoView + use<> {
    let jobs: u64 = allocation.winners().map(|a| u64::from(a.places)).sum();
    let cell = |label: &str, text: String| {
        view! { <td class="wb-table__number" data-label=t(label)>{text}</td> }
    };
    view! {
        <tr>
            <th scope="row"><span dir="auto">{wijk.to_owned()}</span><br/><span class="wb-muted">{name}</span></th>
            {cell("outcomes.compare.jobs", count(jobs))}
            {cell("outcomes.compare.spent", money(allocation.spent()))}
            {cell("outcomes.compare.money_left", money(allocation.left))}
            {cell("outcomes.coverage.short", fared.with())}
        </tr>
    }
}
