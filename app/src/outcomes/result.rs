//! The outcome: one sentence, a strip of the budget, a table with a reason in every line, and the ballots to count again.

use domain::{
    count::{Award, Shortage, Tie, Why},
    journal::JournalKey,
    looking::Looks,
    outcome::WijkOutcome,
};
use leptos::prelude::*;

use super::{
    Counted, again, detail, lot, opening, paths, rule, strip, turnout,
    words::{Detail, has_equalled, reason},
};
use crate::{
    finding, proposals, rounds,
    ui::{Badge, BadgeKind, Column, ShareBar, Table},
    web::{
        context::{Answer, Ctx},
        texts::{count, href, money, t, tf, tn},
    },
};

pub async fn page(ctx: Ctx, paths::Outcome { round }: paths::Outcome) -> Answer {
    let counted = Counted::load(&ctx, round).await?;
    let looks = ctx.app.store.looks(counted.round.id).await?;
    let (key, worker) = (ctx.app.store.journal_key()?, ctx.app.assets.recount);
    Ok(ctx.page_with_island(&ctx.say("outcomes.title"), || {
        view(&counted, &looks, key, worker)
    }))
}

fn view(
    counted: &Counted,
    looks: &Looks,
    journal_key: JournalKey,
    worker: Option<&'static str>,
) -> impl IntoView + use<> {
    let voted: u64 = counted.outcomes.iter().map(WijkOutcome::turnout).sum();
    let id = counted.round.id;
    view! {
        <h1>{t("outcomes.title")}</h1>
        <p class="wb-lead">
            {counted.jobs_in_words(counted.all_jobs())} " " {tn("outcomes.sentence.voted", voted, &[])}
        </p>
        <p dir="auto"><a href=href(rounds::paths::Show { round: id })>{counted.round.title.clone()}</a></p>
        <p>{t(if counted.is_decided() { "outcomes.decided" } else { "outcomes.advice" })}</p>
        {to_wijken(counted)}
        {counted.outcomes.iter().map(|outcome| wijk(counted, outcome)).collect_view()}
        {rules(counted)}
        {finding::invitation(id, looks)}
        {again::section(counted, journal_key, worker)}
        <ul class="wb-links">
            <li><a href=href(paths::Compare { round: id })>{t("outcomes.compare.link")}</a></li>
            <li><a href=href(paths::Dossier { round: id })>{t("outcomes.dossier.link")}</a></li>
        </ul>
    }
}

/// Links to every wijk, where there is more than one.
fn to_wijken(counted: &Counted) -> Option<AnyView> {
    let links = counted
        .outcomes
        .iter()
        .map(|outcome| {
            let jobs = counted.jobs(outcome).coming;
            view! {
                <li><a href=format!("#{}", anchor(outcome))><span dir="auto">{counted.wijk_name(outcome)}</span> ": " {tn("outcomes.jobs_of", jobs, &[])}</a></li>
            }
        })
        .collect_view();
    let nav =
        view! { <nav aria-label=t("outcomes.wijken")><ul class="wb-links">{links}</ul></nav> };
    (counted.outcomes.len() > 1).then(|| nav.into_any())
}

fn anchor(outcome: &WijkOutcome) -> String {
    format!("wijk-{}", outcome.wijk)
}

/// The rule by which it was counted; it is one for the whole round.
fn rules(counted: &Counted) -> impl IntoView + use<> {
    let counting = &counted.rules.settings.counting;
    let link = href(rounds::paths::Rules {
        round: counted.round.id,
    });
    view! {
        <section id="regels">
            <h2>{t("outcomes.rule.title")}</h2>
            <p><strong>{rule::name(counting)}</strong> ". " {opening::how(counting)} " " {t("outcomes.rule.frozen")}</p>
            {rule::details(counting)}
            {counted.outcomes.iter().map(|outcome| lot::view(counted, outcome)).collect_view()}
            {lot::check()}
            <p><a href=link>{t("outcomes.rule.link")}</a></p>
        </section>
    }
}

fn wijk(counted: &Counted, outcome: &WijkOutcome) -> impl IntoView + use<> {
    let name = counted.wijk_name(outcome);
    let has_shares = outcome.allocation.shares.is_some();
    let is_few = has_shares && detail(outcome) == Detail::Few;
    view! {
        <section class="wb-outcome wb-stack" id=anchor(outcome)>
            <h2 dir="auto">{name}</h2>
            <p><strong>{counted.jobs_of_wijk(outcome)}</strong> " " {turnout(outcome)}</p>
            <p>{opening::opening(&outcome.allocation)}</p>
            {is_few.then(|| view! { <p>{t("outcomes.support.few")}</p> })}
            {strip::view(counted, outcome)}
            {table(counted, outcome)}
            {has_support(outcome).then(|| view! { <details><summary>{t("outcomes.support.title")}</summary><p>{t("outcomes.support.means")}</p></details> })}
        </section>
    }
}

fn table(counted: &Counted, outcome: &WijkOutcome) -> impl IntoView + use<> {
    let awards = &outcome.allocation.awards;
    let most = awards
        .iter()
        .map(|award| award.votes)
        .max()
        .unwrap_or_default();
    let has_support = has_support(outcome);
    let rows = awards
        .iter()
        .map(|award| row(counted, outcome, award, most, has_support))
        .collect_view();
    let mut headers = vec![
        Column::text(t("outcomes.table.idea")),
        Column::text(t("outcomes.table.why")),
        Column::number(t("outcomes.table.votes")),
    ];
    if has_support {
        headers.push(Column::number(t("outcomes.support.head")));
    }
    headers.push(Column::number(t("outcomes.table.cost")));
    let caption = tf(
        "outcomes.table.caption",
        &[("wijk", &counted.wijk_name(outcome))],
    );
    view! { <Table caption=caption headers=headers>{rows}</Table> }
}

/// Whether voters paid, so that there is more to say than votes; among few ballots it would say too much.
fn has_support(outcome: &WijkOutcome) -> bool {
    let shares = outcome.allocation.shares.as_ref();
    shares.is_some_and(|shares| !shares.is_replaced) && detail(outcome) == Detail::All
}

fn row(
    counted: &Counted,
    outcome: &WijkOutcome,
    award: &Award,
    most: u64,
    has_support: bool,
) -> impl IntoView + use<> {
    let (kind, label) = if award.is_won() {
        (BadgeKind::Success, "outcomes.won")
    } else {
        (BadgeKind::Neutral, "outcomes.not_won")
    };
    let topped_up = strip::is_topped_up(award)
        .then(|| view! { " " <Badge kind=BadgeKind::Info label=t("outcomes.from_left")/> });
    let declined = counted.is_declined(award).then(|| declined(counted));
    view! {
        <tr>
            <th scope="row">
                <a href=href(proposals::paths::Show { id: award.id }) dir="auto">{counted.title(award)}</a>
                " " <Badge kind=kind label=t(label)/> {topped_up} {declined}
            </th>
            <td class="wb-outcome__why">{counted.places(outcome, award)} ". " {reason(award, detail(outcome))} {tie_link(outcome, award)}</td>
            <td class="wb-table__number" data-label=t("outcomes.table.votes")>{count(award.votes)}<ShareBar count=award.votes max=most/></td>
            {has_support.then(|| support(award))}
            <td class="wb-table__number wb-nowrap" data-label=t("outcomes.table.cost")>{cost(award)}</td>
        </tr>
    }
}

/// Says that the council decided against it, with a link to the reason.
fn declined(counted: &Counted) -> impl IntoView + use<> {
    let dossier = href(format!(
        "{}#besluit",
        paths::Dossier {
            round: counted.round.id
        }
    ));
    view! {
        " " <Badge kind=BadgeKind::Warning label=t("outcomes.declined")/>
        " " <a href=dossier>{t("outcomes.declined_why")}</a>
    }
}

/// What a job costs; where it gets some of its places, also out of how much.
fn cost(award: &Award) -> String {
    if award.is_won() && award.granted < award.cost {
        let values = [
            ("granted", &*money(award.granted)),
            ("cost", &money(award.cost)),
        ];
        return tf("outcomes.table.cost_of", &values);
    }
    money(award.cost)
}

/// How much of what it needed a job's supporters would have paid.
fn support(award: &Award) -> impl IntoView + use<> {
    let (text, percents) = match &award.why {
        Why::Poor(shortage) => (came_to(shortage), Some(u64::from(shortage.support))),
        Why::TopUp { .. } => (t("outcomes.support.top_up"), None),
        _ if award.is_won() => (t("outcomes.support.enough"), None),
        _ => (t("outcomes.support.none"), None),
    };
    let bar = percents.map(|percents| view! { <ShareBar count=percents max=100/> });
    view! { <td class="wb-table__number wb-support" data-label=t("outcomes.support.head")>{text}{bar}</td> }
}

fn came_to(shortage: &Shortage) -> String {
    if has_equalled(shortage) {
        return t("outcomes.support.equal");
    }
    let part = count(shortage.support.into());
    tf("outcomes.support.part", &[("n", &part)])
}

/// The way to what settled a tie.
fn tie_link(outcome: &WijkOutcome, award: &Award) -> Option<AnyView> {
    let (there, text) = match award.tie? {
        Tie::Lot => (lot::anchor(outcome), t("outcomes.lot.see")),
        Tie::Cost | Tie::Votes => ("regels".to_owned(), t("outcomes.rule.title")),
    };
    Some(view! { " " <a href=format!("#{there}")>{text}</a> }.into_any())
}
