//! A page speaks one language, in its amounts too.

use axum::http::{StatusCode, header};

use crate::{
    client::{Answer, Client},
    given::{Given, on_each_engine},
    paths::{PATHS, Real},
};

/// Every page to read, and those of a round for every round.
async fn pages(given: &Given) -> Vec<String> {
    let real = Real::of(given).await;
    let is_read = |(path, _, methods): &&(&str, &str, &str)| {
        methods.contains("GET") && !path.starts_with("/demo")
    };
    let paths = || PATHS.iter().filter(is_read).map(|(path, ..)| *path);
    let mut pages: Vec<String> = paths().map(|path| real.path(path)).collect();
    for round in given.rounds(true).await.unwrap() {
        let of_round = |path: &str| path.replace("{round}", &round.id.to_string());
        let paths = paths().filter(|path| path.contains("{round}") && !path.contains("{wijk}"));
        pages.extend(paths.map(of_round));
    }
    pages
}

/// The amounts on a page, as they are written there.
fn amounts(answer: &Answer) -> Vec<&str> {
    let kind = answer.headers.get(header::CONTENT_TYPE);
    let is_page = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if answer.status != StatusCode::OK || !is_page {
        return Vec::new();
    }
    let is_of_amount = |sign: char| sign.is_ascii_digit() || ".,".contains(sign);
    let amounts = answer.body.split("€\u{a0}").skip(1).map(|rest| {
        let end = rest.find(|sign| !is_of_amount(sign));
        rest[..end.unwrap_or(rest.len())].trim_end_matches(['.', ','])
    });
    amounts.collect()
}

/// Whether a sign groups its digits by three, as in `17.000`.
fn groups(sign: char, amount: &str) -> bool {
    let group = amount.split(sign).nth(1).unwrap_or_default();
    group.chars().take_while(char::is_ascii_digit).count() == 3
}

/// How many amounts somebody meets, none of which has its digits grouped by the sign of the other language.
async fn amounts_met(person: &mut Client, page: &str, foreign: char) -> usize {
    let answer = person.get(page).await;
    let amounts = amounts(&answer);
    for amount in &amounts {
        assert!(!groups(foreign, amount), "{page}: € {amount}");
    }
    amounts.len()
}

#[tokio::test]
async fn amounts_are_written_in_the_language_of_their_page() {
    on_each_engine(|given| async move {
        let (mut dutch, mut english) = (0, 0);
        for login in ["smederij", "toetser", "griffier"] {
            let mut person = given.signed_in(login).await;
            for page in pages(&given).await {
                let in_english = format!("/en{}", page.trim_end_matches('/'));
                dutch += amounts_met(&mut person, &page, ',').await;
                english += amounts_met(&mut person, &in_english, '.').await;
            }
        }
        assert_eq!(dutch, english);
        assert!(english > 100, "{english}");
    })
    .await;
}
