//! All proposals of a round, by wijk. Works as a plain form with an address that can be shared.

use axum::extract::Query;
use domain::{
    access::Propose,
    phase::Phase,
    proposal::{Family, Proposal},
    round::Round,
};
use leptos::prelude::*;
use store::proposals::{Listed, Which};

use super::{headline, paths, state_badge, wanted::Wanted, wijk_name};
use crate::{
    rounds::{self, visible},
    ui::{
        Button, ButtonKind, ButtonLink, Card, CardList, Choice, Filter, Label, Notice, Pagination,
        Select, TextField, TextKind,
    },
    web::{
        context::{Answer, Ctx},
        form::choices,
        texts::{count, href, money, t, tf, tn},
    },
};

const ON_A_PAGE: usize = 24;

pub async fn page(
    ctx: Ctx,
    paths::Listed { round }: paths::Listed,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let round = visible(&ctx, round).await?;
    let mut all = ctx.app.store.proposals(Which::Public(round.id)).await?;
    let total = all.len();
    all.retain(|listed| wanted.fits(listed));
    // By name of the wijk, as the round has them; the database knows them by id only.
    all.sort_by_key(|listed| {
        (
            round
                .wijken
                .iter()
                .position(|entry| entry.wijk.id == listed.wijk),
            listed.number,
        )
    });
    let may_propose =
        round.phase.takes_proposals() && (ctx.actor().is_none() || ctx.may::<Propose>());
    let title = format!("{}: {}", ctx.say("proposals.list.title"), round.title);
    Ok(ctx.page(&title, || view(&round, &all, total, &wanted, may_propose)))
}

fn view(
    round: &Round,
    found: &[Listed],
    total: usize,
    wanted: &Wanted,
    may_propose: bool,
) -> impl IntoView + use<> {
    let propose = may_propose.then(|| {
        view! { <p><ButtonLink label=t("proposals.propose") href=href(paths::Begin { round: round.id })/></p> }
    });
    let body = if total == 0 {
        empty(round, may_propose)
    } else {
        listing(round, found, wanted)
    };
    view! {
        <a class="wb-back" href=href(rounds::paths::Show { round: round.id })>{round.title.clone()}</a>
        <h1>{t("proposals.list.title")}</h1>
        <p class="wb-lead">{t("proposals.list.lead")}</p>
        {propose}
        {body}
    }
}

/// Nothing was handed in: says what one can do about it.
fn empty(round: &Round, may_propose: bool) -> AnyView {
    let text = if may_propose {
        t("proposals.list.empty_now")
    } else if round.phase < Phase::Proposing {
        t("proposals.list.empty_later")
    } else if round.phase == Phase::Proposing {
        t("proposals.list.empty_open")
    } else {
        t("proposals.list.empty_past")
    };
    view! { <Notice title=t("proposals.list.empty")><p>{text}</p></Notice> }.into_any()
}

fn listing(round: &Round, found: &[Listed], wanted: &Wanted) -> AnyView {
    let path = paths::Listed { round: round.id };
    let pages = found.len().div_ceil(ON_A_PAGE).max(1);
    let page = wanted.page.parse::<usize>().unwrap_or(1).clamp(1, pages);
    let shown: Vec<&Listed> = found
        .iter()
        .skip((page - 1) * ON_A_PAGE)
        .take(ON_A_PAGE)
        .collect();
    let groups = shown
        .chunk_by(|a, b| a.wijk == b.wijk)
        .map(|group| wijk(round, group))
        .collect_view();
    let here = tf(
        "proposals.list.page",
        &[
            ("page", &count(page as u64)),
            ("pages", &count(pages as u64)),
        ],
    );
    let previous =
        (page > 1).then(|| (wanted.address(path, page - 1), t("proposals.list.previous")));
    let next = (page < pages).then(|| (wanted.address(path, page + 1), t("proposals.list.next")));
    let none = found.is_empty().then(|| {
        view! { <p>{t("proposals.list.none_found")} " " <a href=href(path)>{t("proposals.list.all")}</a></p> }
    });
    view! {
        {filter(round, wanted)}
        <p class="wb-filter__count">{tn("proposals.list.count", found.len() as u64, &[])}</p>
        {none}
        {groups}
        <Pagination label=t("proposals.list.pages") here=here previous=previous next=next/>
    }
    .into_any()
}

fn filter(round: &Round, wanted: &Wanted) -> impl IntoView + use<> {
    let wijken = std::iter::once(Choice::new("", t("proposals.list.all_wijken")))
        .chain(
            round
                .wijken
                .iter()
                .map(|entry| Choice::new(entry.wijk.id.to_string(), entry.wijk.name.clone())),
        )
        .collect::<Vec<_>>();
    let families = std::iter::once(Choice::new("", t("proposals.list.all_families")))
        .chain(choices("proposals.family", Family::ALL))
        .collect::<Vec<_>>();
    let reset = (!wanted.is_empty()).then(|| {
        let all = href(paths::Listed { round: round.id });
        view! { <ButtonLink label=t("proposals.list.all") href=all kind=ButtonKind::Quiet/> }
    });
    let Wanted {
        wijk,
        family,
        search,
        ..
    } = wanted.clone();
    view! {
        <Filter label=t("proposals.list.filter")>
            <Select label=Label::new("wijk", t("proposals.wijk")) options=wijken value=wijk/>
            <Select label=Label::new("family", t("proposals.field.family")) options=families value=family/>
            <TextField label=Label::new("search", t("proposals.list.search")) value=search kind=TextKind::Search/>
            <Button label=t("proposals.list.show") kind=ButtonKind::Secondary/>
            {reset}
        </Filter>
    }
}

fn wijk(round: &Round, group: &[&Listed]) -> impl IntoView + use<> {
    let name = group
        .first()
        .map_or_else(String::new, |listed| wijk_name(round, listed.wijk));
    let cards = group.iter().map(|listed| card(listed)).collect::<Vec<_>>();
    view! { <h2>{name}</h2> <CardList cards=cards/> }
}

/// One proposal in a list.
fn card(listed: &Listed) -> AnyView {
    let content = listed.content.clone();
    let family = content
        .as_ref()
        .map_or("other", |content| content.family.name());
    let meta = content.as_ref().map(facts).unwrap_or_default();
    let (what, host) = content
        .map(|content| (excerpt(&content.description), content.host_name))
        .unwrap_or_default();
    let state = listed.state;
    view! {
        <Card
            title=headline(listed.number, &listed.title) href=href(paths::Show { id: listed.id })
            pictogram=family meta=meta
        >
            <p>{state_badge(state)}</p>
            <p dir="auto">{what}</p>
            <p class="wb-muted" dir="auto">{host}</p>
        </Card>
    }
    .into_any()
}

fn facts(content: &Proposal) -> Vec<String> {
    let one = money(content.cost_per_place());
    let all = money(content.cost());
    let mut lines = vec![
        tn("proposals.hours", content.hours.into(), &[]),
        tn("proposals.places", content.places.into(), &[]),
        tf("proposals.list.cost_one", &[("cost", &one)]),
    ];
    if content.places > 1 {
        lines.push(tf("proposals.list.cost_all", &[("cost", &all)]));
    }
    lines
}

/// The first sentence; a long one ends at a word.
fn excerpt(text: &str) -> String {
    const MOST: usize = 140;
    let line = text.lines().next().unwrap_or_default();
    let sentence = line
        .find(". ")
        .and_then(|end| line.get(..=end))
        .unwrap_or(line);
    if sentence.chars().count() <= MOST {
        return sentence.to_owned();
    }
    let cut: String = sentence.chars().take(MOST).collect();
    let whole_words = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(words, _)| words);
    format!("{whole_words} …")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_shows_the_first_sentence() {
        assert_eq!(excerpt("Fietsen maken. Samen met buren."), "Fietsen maken.");
        assert_eq!(excerpt("Fietsen maken\nen meer"), "Fietsen maken");
        assert_eq!(excerpt(""), "");
    }

    #[test]
    fn a_long_sentence_ends_at_a_word() {
        let cut = excerpt(&"woord ".repeat(60));
        assert!(
            cut.ends_with("woord …") && cut.chars().count() <= 142,
            "{cut}"
        );
        assert!(excerpt(&"é".repeat(300)).chars().count() <= 142);
    }
}
