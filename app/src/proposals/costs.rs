//! What a place costs, beside what it may cost: the cap is the first rule of a wijkbasisbaan.

use domain::{euro::Euro, proposal::Proposal, round::Round};
use leptos::prelude::*;

use crate::{
    ui::{BudgetMeter, Column, Table},
    web::texts::{count, money, t, tf},
};

/// How much of the cap one place takes.
pub fn meter(label: String, cost: Euro, cap: Euro) -> impl IntoView {
    let values = [("cost", &*money(cost)), ("cap", &money(cap))];
    let text = match cost.minus(cap) {
        Some(over) if over > Euro::ZERO => {
            format!(
                "{} {}",
                tf("proposals.costs.of_cap", &values),
                tf("proposals.costs.over", &[("over", &money(over))])
            )
        }
        _ => tf("proposals.costs.of_cap", &values),
    };
    view! { <BudgetMeter label=label used_cents=cost.as_cents() total_cents=cap.as_cents() text=text/> }
}

/// Every cost of one place a year, their sum beside the cap, and what all places cost.
pub fn table(proposal: &Proposal, round: &Round) -> impl IntoView + use<> {
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
                    <td class="wb-table__number" data-label=t("proposals.costs.amount")>{money(line.amount)}</td>
                </tr>
            }
        })
        .collect_view();
    let all = tf(
        "proposals.costs.all_places",
        &[
            ("places", &count(proposal.places.into())),
            ("one", &money(cost)),
            ("all", &money(proposal.cost())),
        ],
    );
    view! {
        <div class="wb-stack"><Table caption=t("proposals.costs.caption") headers=headers>
            {lines}
            <tr>
                <th scope="row" colspan="2">{t("proposals.costs.sum")}</th>
                <td class="wb-table__number" data-label=t("proposals.costs.amount")><strong>{money(cost)}</strong></td>
            </tr>
        </Table></div>
        {meter(t("proposals.costs.one_place"), cost, round.settings.cap)}
        <p>{t(&format!("proposals.cap_covers.{}", round.settings.cost_basis))}</p>
        <p><strong>{all}</strong></p>
    }
}
