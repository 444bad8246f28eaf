//! The page of the try-out: what to try, and per wijk what was decided beside what the other rule would have given.

use std::collections::BTreeMap;

use domain::{
    count::Allocation,
    id::ProposalId,
    outcome::{Coverage, MIN_PUBLISHED},
    round::{CountingChoice, Round},
};
use leptos::prelude::*;

use super::{
    rule,
    trial::{Again, Tried, Tryout},
};
use crate::{
    info, outcomes,
    ui::{Badge, BadgeKind, Button, ButtonRow, Choice, Column, Notice, NoticeKind, Table},
    web::{
        form::{Form, choices, labels},
        texts::{count, href, money, t, tf, tn},
    },
    work,
};

pub fn view(rounds: &[Round], form: &Form, tryout: Option<&Tryout>) -> AnyView {
    let body = if rounds.is_empty() {
        view! {
            <Notice title=t("counting.tryout.none")>
                <p><a href=href(info::paths::Counting)>{t("counting.rule.to_example")}</a></p>
            </Notice>
        }
        .into_any()
    } else {
        view! { {fields(rounds, form)} {tryout.map(outcome)} }.into_any()
    };
    view! {
        {form.summary(labels("counting.tryout.field"))}
        <h1>{t("counting.tryout.title")}</h1>
        <p class="wb-lead">{t("counting.tryout.lead")}</p>
        {body}
        <p><a href=href(work::paths::Home)>{t("counting.tryout.to_work")}</a></p>
    }
    .into_any()
}

fn fields(rounds: &[Round], form: &Form) -> impl IntoView + use<> {
    let options = rounds
        .iter()
        .map(|round| Choice::new(round.id.to_string(), round.title.clone()))
        .collect();
    view! {
        <form method="get" action=href("/werk/proeftelling#proef") class="wb-form" novalidate>
            {form.select("counting.tryout.field", "round", options)}
            {form.radios("counting.tryout.field", "counting", choices("rounds.counting", CountingChoice::ALL))}
            {form.number("counting.tryout.field", "min_share")}
            <p><a href=href(info::paths::Counting)>{t("counting.rule.to_example")}</a></p>
            <ButtonRow><Button label=t("counting.tryout.button")/></ButtonRow>
        </form>
    }
}

fn outcome(tryout: &Tryout) -> impl IntoView + use<> {
    let now = rule::name(&tryout.rule);
    let then = rule::name(&tryout.round.settings.counting);
    let same = (now == then).then(|| view! { <p>{t("counting.tryout.same_rule")}</p> });
    let path = href(outcomes::paths::Outcome {
        round: tryout.round.id,
    });
    view! {
        <section id="proef">
            <h2 dir="auto">{tf("counting.tryout.of", &[("round", &tryout.round.title)])}</h2>
            <Notice kind=NoticeKind::Info title=t("counting.tryout.only")>
                <p><a href=path>{t("counting.tryout.to_outcome")}</a></p>
            </Notice>
            <p>
                {tf("counting.tryout.rule_then", &[("rule", &then)])} <br/>
                {tf("counting.tryout.rule_now", &[("rule", &now)])}
            </p>
            {same}
            {tryout.wijken.iter().map(wijk).collect_view()}
        </section>
    }
}

fn wijk(tried: &Tried) -> AnyView {
    let body = tried.now.as_ref().map_or_else(
        || {
            let few = tn("counting.tryout.few", MIN_PUBLISHED, &[]);
            view! { <p>{few}</p> }.into_any()
        },
        |now| compared(tried, now),
    );
    view! {
        <section class="wb-outcome wb-stack">
            <h3 dir="auto">{tried.wijk.name.clone()}</h3>
            {body}
        </section>
    }
    .into_any()
}

/// What became of one proposal, both times.
struct Line {
    title: String,
    all: u32,
    then: u32,
    now: u32,
}

fn compared(tried: &Tried, now: &Again) -> AnyView {
    let lines = lines(tried, now);
    let added = lines.iter().filter(|line| line.then == 0).count() as u64;
    let dropped = lines.iter().filter(|line| line.now == 0).count() as u64;
    let fewer = lines
        .iter()
        .any(|line| line.then != line.now && line.then > 0 && line.now > 0);
    let changes = match (added, dropped) {
        (0, 0) if fewer => t("counting.tryout.places_change"),
        (0, 0) => t("counting.tryout.no_change"),
        _ => [
            ("counting.tryout.added", added),
            ("counting.tryout.dropped", dropped),
        ]
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(key, n)| tn(key, n, &[]))
        .collect::<Vec<_>>()
        .join(" "),
    };
    view! {
        <p><strong>{changes}</strong></p>
        {jobs(tried, lines)}
        {figures(tried, now)}
    }
    .into_any()
}

/// Proposals that win at least once, in the order of the ballot.
fn lines(tried: &Tried, now: &Again) -> Vec<Line> {
    let (then, now) = (places(&tried.then.allocation), places(&now.allocation));
    let of = |won: &BTreeMap<ProposalId, u32>, id| won.get(&id).copied().unwrap_or_default();
    let all = tried.wijk.candidates.iter().map(|c| Line {
        title: format!("{}. {}", c.number, c.title),
        all: c.places.into(),
        then: of(&then, c.proposal),
        now: of(&now, c.proposal),
    });
    all.filter(|line| line.then > 0 || line.now > 0).collect()
}

/// How many places each winner gets.
fn places(allocation: &Allocation) -> BTreeMap<ProposalId, u32> {
    allocation
        .winners()
        .map(|award| (award.id, award.places))
        .collect()
}

fn jobs(tried: &Tried, lines: Vec<Line>) -> impl IntoView + use<> {
    let rows = lines
        .into_iter()
        .map(|line| {
            let (kind, change) = change(&line);
            view! {
                <tr>
                    <th scope="row" dir="auto">{line.title.clone()}</th>
                    <td data-label=t("counting.tryout.then")>{chosen(line.then, line.all)}</td>
                    <td data-label=t("counting.tryout.now")>{chosen(line.now, line.all)}</td>
                    <td data-label=t("counting.tryout.change")><Badge kind=kind label=t(change)/></td>
                </tr>
            }
        })
        .collect_view();
    let headers = ["job", "then", "now", "change"]
        .map(|name| Column::text(t(&format!("counting.tryout.{name}"))))
        .into();
    let caption = tf("counting.tryout.caption", &[("wijk", &tried.wijk.name)]);
    view! { <Table caption=caption headers=headers>{rows}</Table> }
}

fn change(line: &Line) -> (BadgeKind, &'static str) {
    match (line.then, line.now) {
        (0, _) => (BadgeKind::Success, "counting.tryout.comes"),
        (_, 0) => (BadgeKind::Warning, "counting.tryout.goes"),
        (then, now) if then == now => (BadgeKind::Neutral, "counting.tryout.stays"),
        (then, now) if now > then => (BadgeKind::Info, "counting.tryout.more"),
        _ => (BadgeKind::Info, "counting.tryout.fewer"),
    }
}

/// Whether it was chosen; how many of its places, if not all.
fn chosen(places: u32, all: u32) -> String {
    if places == 0 {
        return t("counting.tryout.not");
    }
    if places == all {
        return t("counting.tryout.chosen");
    }
    let values = [("n", &*count(places.into())), ("all", &count(all.into()))];
    tf("counting.tryout.partly", &values)
}

/// Jobs, money left and how voters fare, both times.
fn figures(tried: &Tried, now: &Again) -> impl IntoView + use<> {
    let then = &tried.then;
    let jobs = |allocation: &Allocation| {
        count(
            allocation
                .winners()
                .map(|award| u64::from(award.places))
                .sum(),
        )
    };
    let rows = [
        ("places", jobs(&then.allocation), jobs(&now.allocation)),
        (
            "left",
            money(then.allocation.left),
            money(now.allocation.left),
        ),
        (
            "voters",
            with_winner(&then.coverage),
            with_winner(&now.coverage),
        ),
    ]
    .map(|(name, then, now)| {
        view! {
            <tr>
                <th scope="row">{t(&format!("counting.tryout.figure.{name}"))}</th>
                <td class="wb-table__number" data-label=t("counting.tryout.then")>{then}</td>
                <td class="wb-table__number" data-label=t("counting.tryout.now")>{now}</td>
            </tr>
        }
    })
    .collect_view();
    let headers = vec![
        Column::text(t("counting.tryout.figure.head")),
        Column::number(t("counting.tryout.then")),
        Column::number(t("counting.tryout.now")),
    ];
    let caption = tf(
        "counting.tryout.figure.caption",
        &[("wijk", &tried.wijk.name)],
    );
    view! { <Table caption=caption headers=headers>{rows}</Table> }
}

/// Voters who got something they chose. A small group, and so the rest beside it, is not told exactly.
fn with_winner(coverage: &Coverage) -> String {
    let (with, without) = (coverage.with(), coverage.without());
    let (n, key) = if (1..MIN_PUBLISHED).contains(&with) {
        (MIN_PUBLISHED, "counting.tryout.less_than")
    } else if (1..MIN_PUBLISHED).contains(&without) {
        (
            (with + without).saturating_sub(MIN_PUBLISHED),
            "counting.tryout.more_than",
        )
    } else {
        (with, "counting.tryout.of_all")
    };
    let values = [("n", &*count(n)), ("all", &count(with + without))];
    tf(key, &values)
}

#[cfg(test)]
mod tests;
