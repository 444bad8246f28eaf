//! Counts a round again from its pack and looks a ballot up in it, for a Web Worker (`server/xtask/src/worker.js`), in the
//! page's words.
//!
//! A wasm module of its own: those who only vote load neither the count nor its words, and a
//! long count never holds up the page.

mod found;
mod words;

use domain::{
    ballot_box::ControlWords,
    pack::{self, Files, Noted},
    recount::{Check, Progress},
};
use js_sys::{
    Array, Function,
    Intl::{NumberFormat, NumberFormatOptions},
    JsString,
};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use words::{Report, Texts, Words};

/// What the page asks.
#[derive(Deserialize)]
struct Question {
    /// What it says itself.
    noted: Noted,
    /// Its texts about this.
    texts: Texts,
    /// The tag of the language in which they are.
    lang: String,
}

/// Checks the `file` (the pack, as downloaded) and counts every wijk again, and gives a [`Report`] as JSON.
///
/// `question` is what the page asks, as JSON; `progress` is called with a sentence and a percentage of all there is to do.
///
/// # Errors
/// The words of the reader when the file is no pack or the question not what it should be.
#[wasm_bindgen(js_name = countAgain)]
pub fn count_again(file: &[u8], question: &str, progress: &Function) -> Result<String, JsString> {
    let Question { noted, texts, lang } = serde_json::from_str(question).map_err(in_words)?;
    let words = Words {
        texts,
        written: Box::new(move |number| written(&lang, number)),
    };
    let files = pack::unzip(file).map_err(in_words)?;
    let mut road = Road::of(&files);
    let tell = |at: Progress| {
        let sentence = words.say(busy(at.check)).into();
        // That nobody listens any more is no reason to stop.
        let _ = progress.call2(&JsValue::NULL, &sentence, &road.percent(at).into());
    };
    let found = pack::check(&files, &noted, tell);
    serde_json::to_string(&Report::of(&found, &words)).map_err(in_words)
}

/// What the page asks who looks for a ballot.
#[derive(Deserialize)]
struct Looking {
    texts: Texts,
}

/// What came of looking for a ballot.
#[derive(Serialize)]
struct Answer {
    /// Whether the words are there.
    is_found: bool,
    #[serde(flatten)]
    report: Report,
}

/// Looks three words up in the `file` (the pack, as downloaded) and gives an [`Answer`] as JSON.
///
/// # Errors
/// The words of the reader when the file is no pack, or a part of it is not what it should be.
#[wasm_bindgen(js_name = findBallot)]
pub fn find_ballot(file: &[u8], question: &str, words: &str) -> Result<String, JsString> {
    let Looking { texts } = serde_json::from_str(question).map_err(in_words)?;
    let words = ControlWords::parse(words).map_err(in_words)?;
    let files = pack::unzip(file).map_err(in_words)?;
    let search = pack::find(&files, words).map_err(in_words)?;
    let answer = Answer {
        is_found: search.is_found(),
        report: found::report(&search, &texts),
    };
    serde_json::to_string(&answer).map_err(in_words)
}

/// The key of what a visitor hears meanwhile; not each check is announced.
const fn busy(check: Check) -> &'static str {
    match check {
        Check::Rules
        | Check::Seals
        | Check::Signatures
        | Check::NotCounted
        | Check::Box
        | Check::Choices => "recount.busy.check",
        Check::Lot | Check::Count | Check::Proof => "recount.busy.count",
    }
}

/// The way from the file that is read, at 30 percent, to the end, over all wijken that are counted.
struct Road {
    wijken: usize,
    /// How many of them were begun.
    begun: usize,
}

impl Road {
    fn of(files: &Files) -> Self {
        let wijken = files.keys().filter(|name| name.ends_with("/ballots.jsonl"));
        Self {
            wijken: wijken.count().max(1),
            begun: 0,
        }
    }

    /// How far it is. Every wijk begins with its rules.
    fn percent(&mut self, at: Progress) -> u8 {
        if at.check == Check::Rules {
            self.begun += 1;
        }
        let done = self.begun.saturating_sub(1).min(self.wijken - 1) * 100 + within(at);
        u8::try_from(30 + done * 69 / (self.wijken * 100)).unwrap_or(99)
    }
}

/// How far a wijk is. Signatures take half the time, and opening the envelopes, which comes last, the rest.
fn within(Progress { check, done, of }: Progress) -> usize {
    match check {
        Check::Rules | Check::Seals => 0,
        Check::Signatures => {
            usize::try_from((done * 50).checked_div(of).unwrap_or(0)).unwrap_or(50)
        }
        Check::NotCounted | Check::Box | Check::Choices => 52,
        Check::Lot | Check::Count => 54,
        Check::Proof => 58,
    }
}

/// A number such as `5000` or `1250.5` as the browser writes it in a language: it has ICU, so that we send none.
fn written(lang: &str, number: &str) -> String {
    let options = NumberFormatOptions::new();
    if number.contains('.') {
        options.set_minimum_fraction_digits(2);
    }
    let format = NumberFormat::new(&Array::of1(&lang.into()), &options).format();
    // As text, so that no amount becomes a float.
    let written = format.call1(&JsValue::UNDEFINED, &number.into());
    written
        .ok()
        .and_then(|written| written.as_string())
        .unwrap_or_else(|| number.to_owned())
}

fn in_words(error: impl std::fmt::Display) -> JsString {
    error.to_string().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_goes_up_over_all_wijken_and_never_past_the_end() {
        let names = ["a/ballots.jsonl", "b/ballots.jsonl", "c/outcome.json"];
        let files: Files = names.map(|name| (name.to_owned(), Vec::new())).into();
        let mut road = Road::of(&files);
        let (mut last, mut first_of_second) = (0, 0);
        for wijk in 0..2 {
            for &check in Check::ALL {
                let of = if check == Check::Signatures { 5_000 } else { 0 };
                for done in [0, 2_500, 5_000] {
                    if check == Check::Rules && done > 0 {
                        continue;
                    }
                    let now = road.percent(Progress { check, done, of });
                    assert!((last..100).contains(&now), "{check}: {now} after {last}");
                    if wijk == 1 && check == Check::Rules {
                        first_of_second = now;
                    }
                    last = now;
                }
            }
        }
        assert_eq!((first_of_second, last), (64, 84));
    }
}
