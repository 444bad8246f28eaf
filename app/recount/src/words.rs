//! What a recount found, in the page's words.

use std::collections::BTreeMap;

use domain::{
    ballot_box::{BadRow, Rejection, Seal},
    euro::Euro,
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

/// What a page shows of a recount.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Whether everything holds.
    pub is_same: bool,
    /// The sentence on top.
    pub verdict: String,
    /// Every check that was asked for. What could not be compared is left out.
    pub lines: Vec<Line>,
}

/// One check in the list.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    pub mark: Mark,
    /// Its name, with how it ended in one word.
    pub name: String,
    /// What that means, in sentences.
    pub text: Vec<String>,
}

/// The sign of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    Right,
    Wrong,
    Blocked,
}

impl Report {
    /// A recount in these words.
    pub fn of(found: &Recount, words: &Words) -> Self {
        let lines = found.checks.iter();
        Self {
            is_same: found.is_same(),
            verdict: words.say(verdict(found)),
            lines: lines
                .filter_map(|(check, finding)| line(found, *check, finding, words))
                .collect(),
        }
    }
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
    Some(Line {
        mark,
        name: format!("{name}: {}.", words.say(word)),
        text,
    })
}

/// The key of the sentence on top.
fn verdict(found: &Recount) -> &'static str {
    let is_other =
        |(_, problem): (Check, &Problem)| matches!(problem, Problem::OtherOutcome { .. });
    if found.is_same() {
        "recount.same"
    } else if found.finding(Check::Count) == Some(&Finding::Holds) {
        "recount.wrong"
    } else if found.problems().any(is_other) {
        "recount.other"
    } else {
        "recount.unclear"
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
