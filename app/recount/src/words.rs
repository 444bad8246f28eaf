//! What counting a pack again found, in the page's words.

use std::collections::BTreeMap;

use domain::{
    ballot_box::{BadRow, Rejection, Seal},
    euro::Euro,
    pack::{self, Item, Verdict, WijkReport, Wrong},
    recount::{Check, Finding, Problem, Recount, Tally},
};
use serde::Serialize;

/// Texts by key.
pub type Texts = BTreeMap<String, String>;

/// What the page says, and how its language writes a number.
pub struct Words {
    pub texts: Texts,
    /// Writes a number that is given as `5000` or `1250.5`.
    pub written: Box<dyn Fn(&str) -> String>,
}

impl Words {
    /// The text behind a key.
    pub fn say(&self, key: &str) -> String {
        self.texts.get(key).cloned().unwrap_or_default()
    }

    fn count(&self, n: u64) -> String {
        (self.written)(&n.to_string())
    }

    fn money(&self, amount: Euro) -> String {
        let euros = (self.written)(&amount.decimal());
        self.say("number.amount").replace("{n}", &euros)
    }
}

/// What a page shows at the end.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// How it looks.
    pub mark: Mark,
    /// The sentence on top.
    pub verdict: String,
    /// What was found, one by one.
    pub lines: Vec<Line>,
}

/// One line in the list.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    pub mark: Mark,
    /// Its name, with how it ended in one word.
    pub name: String,
    /// What that means, in sentences.
    pub text: Vec<String>,
    /// What it is made of, folded.
    pub parts: Vec<Line>,
}

/// The sign of a line, and how the whole ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    Right,
    Wrong,
    /// It could not be checked.
    Blocked,
}

impl Report {
    /// What was found in a pack, in these words.
    pub fn of(found: &pack::Report, words: &Words) -> Self {
        let mut lines = items(&found.items, words);
        lines.extend(found.wijken.iter().map(|wijk| of_wijk(wijk, words)));
        let mark = if found.is_right() {
            Mark::Right
        } else {
            together(&lines)
        };
        Self {
            mark,
            verdict: words.say(verdict(found, mark)),
            lines,
        }
    }
}

impl Line {
    /// A line without parts.
    pub const fn new(mark: Mark, name: String, text: Vec<String>) -> Self {
        Self {
            mark,
            name,
            text,
            parts: Vec::new(),
        }
    }
}

/// How lines ended together.
fn together(lines: &[Line]) -> Mark {
    let has = |mark| lines.iter().any(|line| line.mark == mark);
    if has(Mark::Wrong) {
        Mark::Wrong
    } else if has(Mark::Blocked) {
        Mark::Blocked
    } else {
        Mark::Right
    }
}

/// A wijk in one line, with all that was checked of it folded.
fn of_wijk(wijk: &WijkReport, words: &Words) -> Line {
    let mut parts = items(&wijk.items, words);
    let recount = wijk.recount.iter();
    parts.extend(recount.flat_map(|found| {
        let checks = found.checks.iter();
        checks.filter_map(move |(check, finding)| line(found, *check, finding, words))
    }));
    let mark = together(&parts);
    let (word, text) = match (mark, &wijk.recount) {
        (Mark::Right, Some(found)) => ("recount.is_right", counted(found, words)),
        (Mark::Wrong, _) => ("recount.fails", Vec::new()),
        (Mark::Right | Mark::Blocked, _) => ("recount.unknown", vec![words.say("recount.few")]),
    };
    let name = format!("\u{2068}{}\u{2069}: {}.", wijk.name, words.say(word));
    Line {
        parts,
        ..Line::new(mark, name, text)
    }
}

/// How many ballots were counted to the same.
fn counted(found: &Recount, words: &Words) -> Vec<String> {
    let counted = words.say("recount.counted");
    vec![counted.replace("{ballots}", &words.count(found.ballots))]
}

fn items(items: &[(Item, Verdict)], words: &Words) -> Vec<Line> {
    let line = |(item, verdict): &(Item, Verdict)| {
        let key = item.name().replace(' ', "_");
        let name = words.say(&format!("recount.item.{key}"));
        let (mark, word, text) = match verdict {
            Verdict::Right => (
                Mark::Right,
                "recount.is_right",
                vec![words.say(&format!("recount.item_holds.{key}"))],
            ),
            Verdict::Unknown => (Mark::Blocked, "recount.unknown", Vec::new()),
            Verdict::Wrong(wrong) => (
                Mark::Wrong,
                "recount.fails",
                wrong
                    .iter()
                    .take(MOST)
                    .flat_map(|wrong| wrong_in_words(wrong, words))
                    .collect(),
            ),
        };
        Line::new(mark, format!("{name}: {}.", words.say(word)), text)
    };
    items.iter().map(line).collect()
}

/// The most faults of one item that are told.
const MOST: usize = 5;

fn wrong_in_words(wrong: &Wrong, words: &Words) -> Vec<String> {
    let (key, value) = match wrong {
        Wrong::Recount(problem) => return in_words(problem, words),
        Wrong::File(fault) => ("recount.wrong.file", fault.file().to_owned()),
        Wrong::Journal(bad) => ("recount.wrong.journal", bad.number.to_string()),
        Wrong::OtherSigner { found } => ("recount.wrong.other_signer", found.to_string()),
        Wrong::NoSuchHead => ("recount.wrong.no_such_head", String::new()),
        Wrong::NotCounted => ("recount.wrong.not_counted", String::new()),
        Wrong::Again(kind) => ("recount.wrong.again", kind.to_string()),
        Wrong::Alone { entry } => ("recount.wrong.alone", entry.to_string()),
        Wrong::NoLetters { wijk } => ("recount.wrong.no_letters", wijk.clone()),
        Wrong::Other(part) => ("recount.wrong.other", part.to_string()),
        Wrong::Letter { number } => ("recount.wrong.letter", number.to_string()),
    };
    vec![
        words
            .say(key)
            .replace("{what}", &format!("\u{2068}{value}\u{2069}")),
    ]
}

fn line(found: &Recount, check: Check, finding: &Finding, words: &Words) -> Option<Line> {
    let (mark, word, text) = match finding {
        Finding::NotAsked => return None,
        Finding::Holds => (
            Mark::Right,
            "recount.is_right",
            vec![holds(found, check, words)],
        ),
        Finding::Unknown => (Mark::Blocked, "recount.unknown", Vec::new()),
        Finding::Blocked => (Mark::Blocked, "recount.blocked", Vec::new()),
        Finding::Fails(problem) => (Mark::Wrong, "recount.fails", in_words(problem, words)),
    };
    let name = words.say(&format!("recount.name.{check}"));
    Some(Line::new(
        mark,
        format!("{name}: {}.", words.say(word)),
        text,
    ))
}

/// The key of the sentence on top.
fn verdict(found: &pack::Report, mark: Mark) -> &'static str {
    let recounts = || found.wijken.iter().filter_map(|wijk| wijk.recount.as_ref());
    let is_other = |recount: &Recount| {
        let mut problems = recount.problems();
        problems.any(|(_, problem)| matches!(problem, Problem::OtherOutcome { .. }))
    };
    let is_counted = |recount: &Recount| recount.finding(Check::Count) == Some(&Finding::Holds);
    match mark {
        Mark::Right => "recount.same",
        Mark::Blocked => "recount.partly",
        Mark::Wrong if recounts().any(is_other) => "recount.other",
        Mark::Wrong if recounts().next().is_some() && recounts().all(is_counted) => "recount.wrong",
        Mark::Wrong => "recount.unclear",
    }
}

fn holds(found: &Recount, check: Check, words: &Words) -> String {
    words
        .say(&format!("recount.holds.{check}"))
        .replace("{ballots}", &words.count(found.ballots))
        .replace("{seals}", &words.count(found.seals))
}

/// What is wrong; where the outcome differs, also how.
fn in_words(problem: &Problem, words: &Words) -> Vec<String> {
    let (key, seal) = match problem {
        Problem::OtherRules { .. } => ("recount.problem.other_rules", None),
        Problem::ForeignRules => ("recount.problem.foreign_rules", None),
        Problem::OtherSeals { .. } => ("recount.problem.other_seals", None),
        Problem::SealTwice(seal) => ("recount.problem.seal_twice", Some(seal)),
        Problem::Ballot(BadRow { seal, why }) => (of_ballot(*why), Some(seal)),
        Problem::TooManySeals { .. } => ("recount.problem.too_many_seals", None),
        Problem::OtherEnvelope(seal) => ("recount.problem.other_envelope", Some(seal)),
        Problem::OtherKey { .. } => ("recount.problem.other_key", None),
        Problem::TooManyLaidAside { .. } => ("recount.problem.too_many_laid_aside", None),
        Problem::WronglyRejected(row) => ("recount.problem.wrongly_rejected", Some(&row.seal)),
        Problem::OtherBox { .. } => ("recount.problem.other_box", None),
        Problem::OtherSeed { .. } => ("recount.problem.other_seed", None),
        Problem::OtherOrder => ("recount.problem.other_order", None),
        Problem::Uncountable(_) => ("recount.problem.uncountable", None),
        Problem::OtherOutcome { .. } => ("recount.problem.other_outcome", None),
        Problem::NoProof => ("recount.problem.no_proof", None),
    };
    let mut sentences = vec![
        words
            .say(key)
            .replace("{seal}", &seal.map(short).unwrap_or_default()),
    ];
    if let Problem::OtherOutcome { announced, found } = problem {
        sentences.extend(differences(announced, found, words));
    }
    sentences
}

fn of_ballot(why: Rejection) -> &'static str {
    match why {
        Rejection::ForeignSeal => "recount.problem.foreign_seal",
        Rejection::RepeatedSeal => "recount.problem.repeated_seal",
        Rejection::InvalidChoices => "recount.problem.invalid_choices",
        // The other two are never found in what is published: the commitment is computed from it.
        Rejection::BadSignature | Rejection::Unreadable | Rejection::CommitmentDiffers => {
            "recount.problem.bad_signature"
        }
    }
}

/// Enough of a seal to find it in the file.
fn short(seal: &Seal) -> String {
    seal.to_string().chars().take(12).collect()
}

/// How another outcome differs, job by job.
fn differences(announced: &Tally, found: &Tally, words: &Words) -> Vec<String> {
    let (gone, come) = (announced.beyond(found), found.beyond(announced));
    let mut sentences = Vec::new();
    if gone.is_empty() && come.is_empty() && announced.winners != found.winners {
        sentences.push(words.say("recount.order"));
    }
    for (key, winners) in [("recount.on_page", gone), ("recount.after_count", come)] {
        if !winners.is_empty() {
            // Each title keeps its own reading direction, by the marks that isolate it.
            let titles = winners
                .iter()
                .map(|winner| format!("«\u{2068}{}\u{2069}»", winner.title));
            let titles: Vec<String> = titles.collect();
            sentences.push(words.say(key).replace("{jobs}", &titles.join(", ")));
        }
    }
    if announced.left != found.left {
        let left = words
            .say("recount.left")
            .replace("{announced}", &words.money(announced.left))
            .replace("{found}", &words.money(found.left));
        sentences.push(left);
    }
    sentences.push(words.say("recount.to_do"));
    sentences
}

#[cfg(test)]
mod tests;
