//! The whole vote over HTTP, without JavaScript, and what it gives away: nothing.

mod ballot;
mod breaks;
mod closing;
mod code;
mod pass;
mod put_away;
mod rounds;

use store::demo;

use crate::{
    client::{Answer, Client},
    given::Given,
};

const WORDS: &str = "words";

/// A voting code that opens the ballot of De Turfhoek.
pub fn code(n: u32) -> String {
    demo::code("De Turfhoek", n).to_string()
}

/// Somebody with the ballot before them.
pub async fn with_ballot(given: &Given, n: u32) -> Client {
    let mut voter = given.visitor();
    let answer = voter.post("/stem", &[("code", &code(n))]).await;
    assert_eq!(
        (answer.status.as_u16(), answer.location()),
        (303, "/stem/kiezen"),
        "{}",
        answer.body
    );
    voter
}

/// What can be chosen.
pub async fn offered(voter: &mut Client) -> Vec<String> {
    let page = voter.get("/stem/kiezen").await.page();
    let offered = page.choices("choices").into_iter();
    offered.map(str::to_owned).collect()
}

/// Chooses the first few and goes on to the last look.
pub async fn choose(voter: &mut Client, many: usize) -> Answer {
    let offered = offered(voter).await;
    let form: Vec<(&str, &str)> = offered
        .iter()
        .take(many)
        .map(|id| ("choices", id.as_str()))
        .collect();
    voter.post("/stem/kiezen", &form).await
}

/// Presses the button that casts the vote.
pub async fn press(voter: &mut Client) -> Answer {
    let words = words_to_cast(voter).await;
    voter.post("/stem/controle", &[(WORDS, &words)]).await
}

/// The words that go with the button.
async fn words_to_cast(voter: &mut Client) -> String {
    voter.get("/stem/controle").await.page().value(WORDS)
}

/// The words a voter sees once the vote is in: once.
pub async fn words_after(voter: &mut Client) -> Vec<String> {
    words_on(&voter.get("/stem/klaar").await)
}

/// The words on a page.
fn words_on(answer: &Answer) -> Vec<String> {
    answer.page().texts(".wb-panel__words > li")
}

/// The pass that was handed out last.
fn last_pass(voter: &Client) -> Vec<u8> {
    let mut passes = voter
        .handed
        .iter()
        .filter(|line| line.starts_with("__Host-stempas=") && !line.contains("Max-Age=0"));
    decoded(passes.next_back().unwrap())
}

pub async fn in_box(given: &Given) -> i64 {
    given.number("SELECT COUNT(*) FROM ballot_box").await
}

/// The value of a cookie without its percent signs, whose number differs from one random text to the next.
fn decoded(cookie: &str) -> Vec<u8> {
    let value = cookie.split(';').next().unwrap().split_once('=').unwrap().1;
    form_urlencoded::parse(value.replace('+', "%2B").as_bytes())
        .next()
        .unwrap()
        .0
        .bytes()
        .collect()
}
