//! The published ballots in the order of their words, by the letter that the first one begins with: so the server learns
//! that letter, and no words.

use domain::ballot_box::ControlWord;
use leptos::prelude::*;
use serde::Deserialize;
use store::ballot_box::Listed;

use super::{paths, search::Search};
use crate::{
    ui::{Column, Pagination, Table},
    web::texts::{count, href, t, tf},
};

/// Ballots on a page: enough that the number of a page tells little.
const ON_A_PAGE: usize = 100;

/// What the address asks for.
#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    letter: String,
    #[serde(default)]
    page: String,
}

impl Wanted {
    /// The letter, if words begin with it.
    pub fn initial(&self) -> Option<char> {
        let mut signs = self.letter.chars().flat_map(char::to_lowercase);
        let initial = signs.next().filter(|_| signs.next().is_none())?;
        ControlWord::initials().find(|known| *known == initial)
    }
}

/// One page of the ballots of a letter.
pub struct Page {
    initial: Option<char>,
    shown: Vec<Listed>,
    number: usize,
    pages: usize,
}

impl Page {
    pub fn of(listed: Vec<Listed>, wanted: &Wanted) -> Self {
        let pages = listed.len().div_ceil(ON_A_PAGE).max(1);
        let number = wanted.page.parse::<usize>().unwrap_or(1).clamp(1, pages);
        let shown = listed.into_iter().skip((number - 1) * ON_A_PAGE);
        Self {
            initial: wanted.initial(),
            shown: shown.take(ON_A_PAGE).collect(),
            number,
            pages,
        }
    }
}

pub fn view(search: &Search, page: Option<&Page>) -> AnyView {
    let current = page.and_then(|page| page.initial);
    let letters = ControlWord::initials()
        .map(|initial| {
            let address = address(search, initial, 1);
            let here = (current == Some(initial)).then_some("true");
            view! { <li><a class="wb-pagination__link" href=address aria-current=here>{initial.to_uppercase().to_string()}</a></li> }
        })
        .collect_view();
    view! {
        <section id="lijst">
            <h2>{t("finding.list.title")}</h2>
            <p>{t("finding.list.lead")}</p>
            <nav aria-label=t("finding.list.letters")><ul class="wb-pagination__list">{letters}</ul></nav>
            {page.map(|page| ballots(search, page))}
        </section>
    }
    .into_any()
}

fn address(search: &Search, initial: char, page: usize) -> String {
    let path = paths::Find {
        round: search.round.id,
    };
    let page = if page > 1 {
        format!("&page={page}")
    } else {
        String::new()
    };
    href(format!("{path}?letter={initial}{page}#lijst"))
}

fn ballots(search: &Search, page: &Page) -> AnyView {
    let Some(initial) = page.initial.filter(|_| !page.shown.is_empty()) else {
        return view! { <p>{t("finding.list.none")}</p> }.into_any();
    };
    let has_wijken = search.outcomes.len() > 1;
    let rows = page
        .shown
        .iter()
        .map(|ballot| row(search, ballot, has_wijken))
        .collect_view();
    let headers = vec![
        Column::text(t("finding.list.words")),
        Column::text(t("finding.list.choices")),
    ];
    let letter = initial.to_uppercase().to_string();
    let caption = tf("finding.list.caption", &[("letter", &letter)]);
    let (number, pages) = (page.number, page.pages);
    let values = [
        ("page", &*count(number as u64)),
        ("pages", &count(pages as u64)),
    ];
    let here = tf("finding.list.page", &values);
    let previous = (number > 1).then(|| {
        (
            address(search, initial, number - 1),
            t("finding.list.previous"),
        )
    });
    let next =
        (number < pages).then(|| (address(search, initial, number + 1), t("finding.list.next")));
    view! {
        <Table caption=caption headers=headers>{rows}</Table>
        <Pagination label=t("finding.list.pages") here=here previous=previous next=next/>
    }
    .into_any()
}

fn row(search: &Search, ballot: &Listed, has_wijken: bool) -> impl IntoView + use<> {
    let wijk = search.rules.wijk(ballot.wijk);
    let name = wijk.map(|wijk| wijk.name.clone()).unwrap_or_default();
    let titles: Vec<String> = wijk
        .into_iter()
        .flat_map(|wijk| &wijk.candidates)
        .filter(|candidate| ballot.choices.contains(&candidate.proposal))
        .map(|candidate| candidate.title.clone())
        .collect();
    let choices = if titles.is_empty() {
        view! { {t("finding.list.blank")} }.into_any()
    } else {
        let titles = titles
            .into_iter()
            .map(|title| view! { <li dir="auto">{title}</li> })
            .collect_view();
        view! { <ul class="wb-find__choices">{titles}</ul> }.into_any()
    };
    view! {
        <tr>
            <th scope="row" lang="nl">{ballot.words.to_string()}</th>
            <td>
                {has_wijken.then(|| view! { <span class="wb-muted" dir="auto">{name}</span> })}
                {choices}
            </td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(letter: &str, page: &str) -> Wanted {
        Wanted {
            letter: letter.to_owned(),
            page: page.to_owned(),
        }
    }

    #[test]
    fn a_letter_is_one_that_words_begin_with() {
        let initials = ["b", "B", "", "q", "bo", "é", "b\n"];
        let found = initials.map(|letter| wanted(letter, "").initial());
        assert_eq!(found, [Some('b'), Some('b'), None, None, None, None, None]);
    }

    #[test]
    fn a_long_list_is_cut_in_pages_and_every_page_number_gives_one() {
        let words = domain::ballot_box::ControlWords::from_entropy([1; 5]);
        let ballot = Listed {
            words,
            wijk: domain::id::WijkId::new(uuid::Uuid::nil()),
            choices: Vec::new(),
        };
        let listed = vec![ballot; 250];
        let shown = ["1", "3", "4", "0", "-1", "x"].map(|page| {
            let page = Page::of(listed.clone(), &wanted("b", page));
            (page.number, page.pages, page.shown.len())
        });
        let (first, last) = ((1, 3, 100), (3, 3, 50));
        assert_eq!(shown, [first, last, last, first, first, first]);
        assert_eq!(Page::of(Vec::new(), &wanted("b", "2")).pages, 1);
    }
}
