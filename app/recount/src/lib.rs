//! Counts a published wijk again and looks a ballot up, for a Web Worker (`server/xtask/src/worker.js`), and puts it in the
//! page's words.
//!
//! A wasm module of its own: those who only vote load neither the count nor its words, and a
//! long count never holds up the page.

mod found;
mod words;

use domain::{
    ballot_box::ControlWords,
    outcome::Publication,
    pack,
    recount::{Check, Expected, Progress, recount},
};
use js_sys::{
    Array, Function,
    Intl::{NumberFormat, NumberFormatOptions},
    JsString,
};
use serde::Deserialize;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use words::{Report, Texts, Words};

/// What the page asks.
#[derive(Deserialize)]
struct Question {
    /// What it and the journal say of the wijk.
    expected: Expected,
    /// Its texts about this.
    texts: Texts,
    /// The tag of the language in which they are.
    lang: String,
}

/// Counts the `file` (JSON, as downloaded) again and gives a [`Report`] as JSON.
///
/// `question` is what the page asks, as JSON; `progress` is called with a sentence and a percentage of all there is to do.
///
/// # Errors
/// The words of the reader when either is not what it should be.
#[wasm_bindgen(js_name = countAgain)]
pub fn count_again(file: &[u8], question: &str, progress: &Function) -> Result<String, JsString> {
    let Question {
        expected,
        texts,
        lang,
    } = serde_json::from_str(question).map_err(in_words)?;
    let words = Words {
        texts,
        written: Box::new(move |number| written(&lang, number)),
    };
    let publication: Publication = serde_json::from_slice(file).map_err(in_words)?;
    let tell = |at: Progress| {
        let sentence = words.say(busy(at.check)).into();
        // That nobody listens any more is no reason to stop.
        let _ = progress.call2(&JsValue::NULL, &sentence, &percent(at).into());
    };
    let found = recount(&publication, &expected, tell);
    serde_json::to_string(&Report::of(&found, &words)).map_err(in_words)
}

/// What the page asks who looks for a ballot.
#[derive(Deserialize)]
struct Looking {
    texts: Texts,
}

/// Looks three words up in the `file` (the pack, as downloaded) and gives a [`Report`] as JSON, of which `is_same` says
/// whether they are there.
///
/// # Errors
/// The words of the reader when the file is no pack, or a part of it is not what it should be.
#[wasm_bindgen(js_name = findBallot)]
pub fn find_ballot(file: &[u8], question: &str, words: &str) -> Result<String, JsString> {
    let Looking { texts } = serde_json::from_str(question).map_err(in_words)?;
    let words = ControlWords::parse(words).map_err(in_words)?;
    let files = pack::unzip(file).map_err(in_words)?;
    let search = pack::find(&files, words).map_err(in_words)?;
    serde_json::to_string(&found::report(&search, &texts)).map_err(in_words)
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

/// Once the file is read, at 30 percent, signatures take nearly all the remaining time.
fn percent(Progress { check, done, of }: Progress) -> u8 {
    match check {
        Check::Rules | Check::Seals => 30,
        Check::Signatures => {
            30 + u8::try_from((done * 60).checked_div(of).unwrap_or(0)).unwrap_or(60)
        }
        Check::NotCounted | Check::Box | Check::Choices => 92,
        Check::Lot | Check::Count => 94,
        Check::Proof => 98,
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
    fn progress_goes_up_and_never_past_the_end() {
        let mut last = 0;
        for &check in Check::ALL {
            for done in [0, 2_500, 5_000] {
                let of = if check == Check::Signatures { 5_000 } else { 0 };
                let now = percent(Progress { check, done, of });
                assert!((last..100).contains(&now), "{check}: {now} after {last}");
                last = now;
            }
        }
    }
}
