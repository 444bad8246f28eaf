//! Equal Shares round by round: who pays, what everybody has left, and where it ends.

use domain::{
    count::{ProjectIndex, Shortage, Tie, Why},
    euro::Euro,
    round::CountingChoice::{EqualShares, EqualSharesTopUp},
};
use leptos::prelude::*;

use super::{
    example::{Bought, Example, Purse},
    name, outcome, pictures, variant, who,
};
use crate::{
    ui::{Column, Table},
    web::texts::{cents, count, money, t, tf, tn},
};

pub fn section(example: &Example) -> AnyView {
    let Some(shares) = example.shares() else {
        return ().into_any();
    };
    let share = shares.start.floor();
    let values = [
        ("budget", &*money(example.election.budget)),
        ("voters", &count(example.election.ballots.choosing())),
        ("share", &cents(&shares.start)),
    ];
    let bought = example.bought();
    let rounds = (1..)
        .zip(&bought)
        .map(|(number, step)| round(example, number, step, share))
        .collect_view();
    let number = count(bought.len() as u64 + 1);
    view! {
        <section>
            <h2>{t("counting.shares.title")}</h2>
            <p>{tf("counting.shares.text", &values)}</p>
            <p>{t("counting.shares.rule")}</p>
            {key(share)}
            {rounds}
            <h3>{tf("counting.shares.round_none", &[("round", &number)])}</h3>
            {shortage(example)}
            {growth(example)}
            {variant(EqualShares)}
            <p>{t("counting.shares.rest_stays")}</p>
            {outcome(example, example.way(EqualShares))}
            <p>{t("counting.shares.why")}</p>
            {variant(EqualSharesTopUp)}
            {top_up(example)}
            {outcome(example, example.way(EqualSharesTopUp))}
            {payments(example)}
        </section>
    }
    .into_any()
}

/// What the purses in the pictures mean.
fn key(share: u64) -> impl IntoView {
    let purse = |left, paid| pictures::one_purse(Purse { left, paid }, share);
    view! {
        <ul class="wb-worked__key">
            <li>{purse(share, 0)} {t("counting.shares.key_left")}</li>
            <li>{purse(0, share)} {t("counting.shares.key_paid")}</li>
            <li>{purse(0, 0)} {t("counting.shares.key_gone")}</li>
        </ul>
    }
}

/// One round: who pays how much for what, with everybody's purse.
fn round(example: &Example, number: u64, step: &Bought, share: u64) -> impl IntoView + use<> {
    let payment = &step.payment;
    let paying: Vec<bool> = step.purses.iter().map(|purse| purse.paid > 0).collect();
    let cost = money(super::cost(example, step.project));
    let values = [
        ("price", &*cents(&payment.price)),
        ("cost", &cost),
        ("who", &who(example, &paying)),
    ];
    let left = left_over(step);
    let tie = (step.tie == Some(Tie::Cost)).then(|| format!(" {}", t("counting.shares.tie")));
    let title = [("round", &*count(number)), ("job", &name(step.project))];
    view! {
        <h3>{tf("counting.shares.round", &title)}</h3>
        <div class="wb-worked__round">
            {pictures::purses(&example.homes(), &step.purses, share)}
            <p>{tn("counting.shares.pay", payment.full, &values)} " " {left} {tie}</p>
        </div>
    }
}

/// What each of those who paid has left.
fn left_over(step: &Bought) -> String {
    let purse = step.purses.iter().find(|purse| purse.paid > 0);
    purse.map_or_else(String::new, |purse| {
        let left = money(Euro::cents(purse.left));
        tf("counting.shares.keep", &[("left", &left)])
    })
}

/// The job that came closest and what its supporters lack.
fn shortage(example: &Example) -> impl IntoView + use<> {
    let poor = example.first().allocation.awards.iter();
    let poor = poor.filter_map(|award| match &award.why {
        Why::Poor(shortage) => Some((award, shortage)),
        _ => None,
    });
    let text = poor
        .min_by(|(_, one), (_, other)| one.short.cmp(&other.short))
        .map(|(award, Shortage { left, short, .. })| {
            let values = [
                ("job", &*name(award.id)),
                ("left", &cents(left)),
                ("cost", &money(award.cost)),
                ("short", &cents(short)),
            ];
            tn("counting.shares.poor", award.votes, &values)
        });
    view! { <p>{t("counting.shares.nobody")} " " {text}</p> }
}

/// How the shares grow, and why that ends.
fn growth(example: &Example) -> impl IntoView + use<> {
    let left = money(example.first().allocation.left);
    let end = example.too_much().map(|(spent, share, extra)| {
        let values = [
            ("share", &*cents(&share)),
            ("job", &name(extra)),
            ("spent", &money(spent)),
            ("budget", &money(example.election.budget)),
        ];
        tf("counting.shares.too_much", &values)
    });
    view! {
        <h3>{tf("counting.shares.grow_title", &[("left", &left)])}</h3>
        <p>{tf("counting.shares.grow", &[("step", &money(example.step()))])} " " {end}</p>
    }
}

/// What is left goes by votes: what gets it, and what was passed over.
fn top_up(example: &Example) -> AnyView {
    let counted = example.way(EqualSharesTopUp);
    let lines = counted
        .allocation
        .winners()
        .filter_map(|award| {
            let Why::TopUp { left, .. } = &award.why else {
                return None;
            };
            let values = [
                ("job", &*name(award.id)),
                ("left", &money(*left)),
                ("cost", &money(award.cost)),
            ];
            Some(view! { <p>{tf("counting.shares.top_up", &values)}</p> })
        })
        .collect_view();
    lines.into_any()
}

/// What everybody paid in the end, from the certificate of the count.
fn payments(example: &Example) -> impl IntoView + use<> {
    let bought: Vec<ProjectIndex> = example.bought().iter().map(|step| step.project).collect();
    let rows = example
        .payments()
        .into_iter()
        .map(|alike| {
            let cells = bought
                .iter()
                .map(|project| {
                    let amount = alike.amounts.iter().find(|(paid, _)| paid == project);
                    let amount = amount.map_or_else(|| t("counting.shares.nothing"), |(_, amount)| cents(amount));
                    view! { <td class="wb-table__number wb-nowrap" data-label=name(*project)>{amount}</td> }
                })
                .collect_view();
            let who = tn(&format!("counting.from.{}", alike.home.name()), alike.people, &[]);
            view! { <tr><th scope="row">{who}</th>{cells}</tr> }
        })
        .collect_view();
    let headers = std::iter::once(Column::text(t("counting.shares.who_head")))
        .chain(bought.iter().map(|project| Column::number(name(*project))))
        .collect();
    view! {
        <h3>{t("counting.shares.paid_title")}</h3>
        <p>{t("counting.shares.paid_text")}</p>
        <div class="wb-stack"><Table caption=t("counting.shares.paid_caption") headers=headers>{rows}</Table></div>
    }
}
