//! Who votes: the letters of the demo, each in a browser of its own, with words that tell which vote was whose.

use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use domain::{
    ballot_box::{BallotBody, ControlWord, ControlWords, KeyCard, Quorum},
    id::RoundId,
};
use sqlx::Row as _;
use store::demo;

use crate::{Done, browser::Browser, database::ask, server::Place};

/// The wijken of the demo.
const WIJKEN: [&str; 3] = ["De Turfhoek", "Het Sluiskwartier", "Noorderveen"];

/// How many letters the demo shows.
pub const LETTERS: usize = WIJKEN.len() * demo::LETTERS as usize;

/// The first words of a vote of a drill are the last of the list: the early votes of the demo have others.
const FROM: usize = 2_000;

/// A letter of the demo, by its place among all.
pub type Letter = usize;

/// What became of the votes of one letter.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tried {
    /// Votes that were sent, whatever was answered.
    pub sent: usize,
    /// The last of them that was acknowledged, counted from one.
    pub acknowledged: usize,
    /// How many were acknowledged.
    pub acknowledgements: usize,
    /// The last that was refused in words.
    pub refused: usize,
}

/// What was answered to a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    Acknowledged,
    Refused,
    /// Nothing, or that the server is too busy.
    Nothing,
}

/// The code on a letter.
pub fn code(letter: Letter) -> String {
    let (wijk, n) = (letter % WIJKEN.len(), letter / WIJKEN.len());
    demo::code(WIJKEN[wijk], u32::try_from(n).unwrap_or_default()).to_string()
}

/// The words of the vote that came so many-th with a letter.
pub fn words(letter: Letter, nth: usize) -> Option<ControlWords> {
    let count = usize::from(ControlWord::COUNT);
    let at = |index: usize| ControlWord::at(u16::try_from(index % count).ok()?);
    Some(ControlWords::new([
        at(FROM + letter)?,
        at(nth / count)?,
        at(nth)?,
    ]))
}

/// From the code to the box, as a browser without JavaScript does it.
pub fn vote(browser: &mut Browser, code: &str, words: &str) -> Answered {
    cast(browser, code, words).unwrap_or(Answered::Nothing)
}

fn cast(browser: &mut Browser, code: &str, words: &str) -> Option<Answered> {
    browser.wipe();
    let entered = browser.post("/stem", &[("code", code)])?;
    if entered.status != 303 {
        return Some(refused_by(entered.status));
    }
    let ballot = browser.get("/stem/kiezen")?;
    let Some(choice) = first_choice(&ballot.body) else {
        return Some(refused_by(ballot.status));
    };
    let choice = choice.to_owned();
    let chosen = browser.post("/stem/kiezen", &[("choices", &choice)])?;
    if chosen.location != "/stem/controle" {
        return Some(refused_by(chosen.status));
    }
    press(browser, words)
}

/// The button that casts the vote.
pub fn press(browser: &mut Browser, words: &str) -> Option<Answered> {
    let pressed = browser.post("/stem/controle", &[("words", words)])?;
    Some(if pressed.location == "/stem/klaar" {
        Answered::Acknowledged
    } else {
        refused_by(pressed.status)
    })
}

/// A server that is too busy, or broke, has not said what it did.
const fn refused_by(status: u16) -> Answered {
    if status >= 500 || status == 429 {
        Answered::Nothing
    } else {
        Answered::Refused
    }
}

/// What stands first on a ballot.
pub fn first_choice(page: &str) -> Option<&str> {
    let field = page
        .split("<input")
        .find(|tag| tag.contains("name=\"choices\""))?;
    field.split("value=\"").nth(1)?.split('"').next()
}

/// Every letter votes again and again until it is over. What was tried before goes on counting.
pub fn storm(place: &Place, tried: &mut [Tried], over: &AtomicBool) {
    let url = place.url();
    thread::scope(|scope| {
        for (letter, tried) in tried.iter_mut().enumerate() {
            let mut browser = Browser::new(&url, &format!("10.0.{letter}.1"));
            scope.spawn(move || {
                while !over.load(Ordering::SeqCst) {
                    let Some(words) = words(letter, tried.sent + 1) else {
                        return;
                    };
                    tried.sent += 1;
                    match vote(&mut browser, &code(letter), &words.to_string()) {
                        Answered::Acknowledged => {
                            tried.acknowledged = tried.sent;
                            tried.acknowledgements += 1;
                        }
                        Answered::Refused => tried.refused = tried.sent,
                        Answered::Nothing => {}
                    }
                }
            });
        }
    });
}

/// Which vote of each letter is in the box, counted from one; more than one of a letter if the box is wrong.
///
/// Votes of the demo have random words; none that was never sent is one of the drill's.
pub fn in_box(place: &Place, tried: &[Tried]) -> Done<BTreeMap<Letter, Vec<usize>>> {
    let mut found: BTreeMap<Letter, Vec<usize>> = BTreeMap::new();
    for (_, words) in rows(place)? {
        let [first, high, low] = words.words().map(|word| usize::from(word.index()));
        let nth = high * usize::from(ControlWord::COUNT) + low;
        let Some(letter) = first.checked_sub(FROM) else {
            continue;
        };
        if tried
            .get(letter)
            .is_some_and(|it| (1..=it.sent).contains(&nth))
        {
            found.entry(letter).or_default().push(nth);
        }
    }
    Ok(found)
}

/// Seal and words of every vote that can be opened with the key of the demo.
pub fn rows(place: &Place) -> Done<Vec<(String, ControlWords)>> {
    let cards = demo::cards(RoundId::new(uuid::Uuid::nil()));
    let tag = cards
        .first()
        .map(KeyCard::tag)
        .ok_or("the demo has no cards")?;
    let two = cards.get(..2).unwrap_or_default();
    let seed = KeyCard::join(two, tag, Quorum::default());
    let key = seed
        .map_err(|_| "the cards of the demo do not fit")?
        .box_key();
    let rows = ask(place, "SELECT seal, sealed FROM ballot_box")?;
    let opened = rows.iter().filter_map(|row| {
        let sealed: Vec<u8> = row.try_get("sealed").ok()?;
        let body = BallotBody::from_envelope(&key.open(&sealed)?)?;
        Some((row.try_get("seal").ok()?, body.words()))
    });
    Ok(opened.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_vote_tell_which_it_was() {
        let (letter, nth) = (17, 5_000);
        let [a, b, c] = words(letter, nth).unwrap().words().map(ControlWord::index);
        assert_eq!(usize::from(a), FROM + letter);
        assert_eq!(usize::from(b) * 2_048 + usize::from(c), nth);
    }

    #[test]
    fn what_stands_first_on_a_ballot_is_found() {
        let page = r#"<input name="x" value="1"/><input type="checkbox" name="choices" id="a" value="7f">"#;
        assert_eq!(first_choice(page), Some("7f"));
        assert_eq!(first_choice("<p>Nothing</p>"), None);
    }
}
