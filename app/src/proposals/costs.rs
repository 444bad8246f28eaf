//! What a place costs, beside what it may cost: the cap is the first rule of a wijkbasisbaan.

use domain::{euro::Euro, proposal::Proposal, round::Round};
use leptos::prelude::*;

use crate::{
    texts::{count, t, tf},
    ui::{BudgetMeter, Column, Table},
};

/// How much of the cap one place takes.
pub fn meter(label: String, cost: Euro, cap: Euro) -> AnyView {
    let values = [("cost", &*cost.to_string()), ("cap", &cap.to_string())];
    let text = match cost.minus(cap) {
        Some(over) if over > Euro::ZERO => {
            format!(
                "{} {}",
                tf("proposals.costs.of_cap", &values),
                tf("proposals.costs.over", &[("over", &over.to_string())])
            )
        }
        _ => tf("proposals.costs.of_cap", &values),
    };
    view! { <BudgetMeter label=label used_cents=cost.as_cents() total_cents=cap.as_cents() text=text/> }.into_any()
}

/// Every cost of one place a year, their sum beside the cap, and what all places cost.
pub fn table(proposal: &Proposal, round: &Round) -> AnyView {
    let cost = proposal.cost_per_place();
    let headers = vec![
        Column::text(t("proposals.costs.what")),
        Column::text(t("proposals.costs.explanation")),
        Column::number(t("proposals.costs.amount")),
    ];
    let lines = proposal
        .costs
        .iter()
        .map(|line| {
            view! {
                <tr>
                    <th scope="row">{t(&format!("proposals.cost.{}", line.category))}</th>
                    <td dir="auto">{line.label.clone()}</td>
                    <td class="wb-table__number">{line.amount.to_string()}</td>
                </tr>
            }
        })
        .collect_view();
    let all = tf(
        "proposals.costs.all_places",
        &[
            ("places", &count(proposal.places.into())),
            ("one", &cost.to_string()),
            ("all", &proposal.cost().to_string()),
        ],
    );
    view! {
        <Table caption=t("proposals.costs.caption") headers=headers>
            {lines}
            <tr>
                <th scope="row" colspan="2">{t("proposals.costs.sum")}</th>
                <td class="wb-table__number"><strong>{cost.to_string()}</strong></td>
            </tr>
        </Table>
        {meter(t("proposals.costs.one_place"), cost, round.settings.cap)}
        <p>{t(&format!("proposals.cap_covers.{}", round.settings.cost_basis))}</p>
        <p><strong>{all}</strong></p>
    }
    .into_any()
}
