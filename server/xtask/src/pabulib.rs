//! Counts elections with known answers through the program's own command line, and compares.
//!
//! A folder has `expected.json` (file → rule → winners and total), the files beside it or in `edge/` and `real/`, and
//! traces in `golden/`. Ours is `app/domain/tests/pb`; files of others are for measuring only.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use crate::tools::{self, Done};

#[derive(Args)]
pub struct Options {
    /// The folder with `expected.json`.
    folder: PathBuf,
    /// Count with the release build.
    #[arg(long)]
    release: bool,
}

/// What one recorded answer asks.
struct Question {
    what: String,
    file: PathBuf,
    args: Vec<String>,
    check: Check,
}

enum Check {
    /// Winners and total; in order unless the rule has none.
    Winners {
        winners: Vec<String>,
        total: Value,
        in_order: bool,
    },
    /// A trace, round by round.
    Trace(Value),
}

pub fn pabulib(options: &Options) -> Done {
    check(&options.folder, options.release)
}

/// Counts everything in a folder and compares.
pub fn check(folder: &Path, release: bool) -> Done {
    let folder = fs::canonicalize(folder)
        .map_err(|error| format!("cannot find {}: {error}", folder.display()))?;
    let mut questions = recorded(&folder)?;
    questions.extend(golden(&folder)?);
    let answers = ask(&questions, release)?;
    let mut wrong = 0;
    for (question, answer) in questions.iter().zip(&answers) {
        if let Err(difference) = question.compare(answer) {
            wrong += 1;
            println!("{}: {difference}", question.what);
        }
    }
    println!("{} passed, {wrong} failed", questions.len() - wrong);
    if wrong == 0 {
        Ok(())
    } else {
        Err(format!("{wrong} answers differ from the recorded ones"))
    }
}

/// Every rule recorded for every file.
fn recorded(folder: &Path) -> Done<Vec<Question>> {
    let all: BTreeMap<String, BTreeMap<String, Value>> = parse(&folder.join("expected.json"))?;
    let mut questions = Vec::new();
    for (file, rules) in all {
        for (rule, expected) in rules {
            let winners = expected["winners"].as_array().into_iter().flatten();
            questions.push(Question {
                what: format!("{file} {rule}"),
                file: find(folder, &file)?,
                args: arguments(&rule)?,
                check: Check::Winners {
                    winners: winners
                        .filter_map(Value::as_str)
                        .map(str::to_owned)
                        .collect(),
                    total: expected["total_cost"].clone(),
                    in_order: rule != "phragmen",
                },
            });
        }
    }
    Ok(questions)
}

/// The traces: Equal Shares as the online tool counts it, round by round.
fn golden(folder: &Path) -> Done<Vec<Question>> {
    let entries = fs::read_dir(folder.join("golden"))
        .map_err(|error| format!("cannot list the golden traces: {error}"))?;
    let mut questions = Vec::new();
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(stem) = name.strip_suffix(".trace.json") else {
            continue;
        };
        let trace: Value = parse(&entry.path())?;
        let overspends = trace["rule"]
            .as_str()
            .is_some_and(|rule| rule.contains("no stop when exhaustive"));
        let stop = if overspends {
            "overspend"
        } else {
            "exhaustive"
        };
        let args = [
            "--rule",
            "equal-shares",
            "--start",
            "floor",
            "--completion",
            "add1",
            "--stop",
            stop,
            "--ties",
            "cost-votes-id",
            "--trace",
        ];
        questions.push(Question {
            what: name.clone(),
            file: find(folder, &format!("{stem}.pb"))?,
            args: args.map(str::to_owned).to_vec(),
            check: Check::Trace(trace),
        });
    }
    Ok(questions)
}

fn find(folder: &Path, file: &str) -> Done<PathBuf> {
    ["", "edge", "real"]
        .iter()
        .map(|part| folder.join(part).join(file))
        .find(|path| path.is_file())
        .ok_or_else(|| {
            format!(
                "{file} is not in {}, nor in edge/ or real/ below it",
                folder.display()
            )
        })
}

fn parse<T: serde::de::DeserializeOwned>(path: &Path) -> Done<T> {
    let text = fs::read_to_string(path)
        .map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

/// The arguments behind a recorded rule name.
///
/// A name says rule, utility and completion: `mes_cost_add1` is Equal Shares with `Cost_Sat` of pabutools and its share
/// raised; `ebi1pct` raises the budget by one percent at a time, `noexh` stops only before overspending. `_estie`
/// settles ties as equalshares.net advises, and `es_tool_` counts as the tool on that site does.
fn arguments(name: &str) -> Done<Vec<String>> {
    let (name, ties) = match name.strip_suffix("_estie") {
        Some(name) => (name, "cost-votes-id"),
        None if name.starts_with("es_tool_") => (name, "cost-votes-id"),
        None => (name, "id"),
    };
    let rule = if name == "phragmen" {
        "--rule phragmen".to_owned()
    } else if let Some(utility) = name.strip_prefix("greedy_") {
        let utility = match utility {
            "cost" => "",
            "card" => "--per-euro",
            "score" => "--utility score",
            "score_per_cost" => "--utility score --per-euro",
            "borda" => "--utility borda --per-euro",
            "posscore" => "--utility posscore",
            "posscore_per_cost" => "--utility posscore --per-euro",
            _ => return Err(format!("no arguments are known for the rule {name}")),
        };
        format!("--rule by-votes {utility}")
    } else if let Some(completion) = name.strip_prefix("es_tool_") {
        format!("--rule equal-shares --completion {completion} --start floor --stop exhaustive-all")
    } else if let Some((utility, completion)) = name
        .strip_prefix("mes_")
        .map(|rest| rest.split_once('_').unwrap_or((rest, "none")))
    {
        let utility = if utility == "card" {
            "cardinality"
        } else {
            utility
        };
        let completion = match completion {
            "ebi1pct" => "increase:1%",
            "add1_noexh" => "add1 --stop overspend",
            other => other,
        };
        format!("--rule equal-shares --utility {utility} --completion {completion}")
    } else {
        return Err(format!("no arguments are known for the rule {name}"));
    };
    Ok(rule
        .split_whitespace()
        .chain(["--ties", ties])
        .map(str::to_owned)
        .collect())
}

/// The program's answers, one for each question.
fn ask(questions: &[Question], release: bool) -> Done<Vec<Value>> {
    let list = tools::target_dir().join("pabulib.jsonl");
    let lines: Vec<String> = questions
        .iter()
        .map(|question| json!({ "file": question.file, "args": question.args }).to_string())
        .collect();
    fs::write(&list, lines.join("\n"))
        .map_err(|error| format!("cannot write {}: {error}", list.display()))?;
    let mut cargo = tools::cargo();
    cargo.args(["run", "--quiet", "-p", "server"]);
    if release {
        cargo.arg("--release");
    }
    let printed = tools::output(cargo.args(["--", "count", "--batch"]).arg(&list))?;
    printed
        .lines()
        .map(|line| serde_json::from_str(line).map_err(|error| format!("{line}: {error}")))
        .collect()
}

impl Question {
    fn compare(&self, answer: &Value) -> Done {
        match &self.check {
            Check::Winners {
                winners,
                total,
                in_order,
            } => {
                let found = ids(&answer["winners"]);
                let same = if *in_order {
                    found == *winners
                } else {
                    found.iter().collect::<BTreeSet<_>>() == winners.iter().collect::<BTreeSet<_>>()
                };
                if !same {
                    return Err(format!("winners {found:?} instead of {winners:?}"));
                }
                equal("total", &answer["total_cost"], total)
            }
            Check::Trace(trace) => compare_traces(&answer["trace"], trace),
        }
    }
}

fn ids(list: &Value) -> Vec<String> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

fn compare_traces(found: &Value, recorded: &Value) -> Done {
    equal("share", &found["shares"]["last"], &recorded["share"])?;
    let same = |part: &str, keys: &[&str]| -> Done {
        let (found, recorded) = (list(&found[part]), list(&recorded[part]));
        // Losers stand in no order there, and those that nobody supports not at all.
        for wanted in recorded {
            let Some(row) = found.iter().find(|row| row["project"] == wanted["project"]) else {
                return Err(format!("{part}: {} is missing", wanted["project"]));
            };
            for key in keys {
                equal(
                    &format!("{part} {} {key}", wanted["project"]),
                    &row[*key],
                    &wanted[*key],
                )?;
            }
        }
        Ok(())
    };
    let order = |rounds: &Value| {
        list(rounds)
            .iter()
            .map(|round| round["project"].clone())
            .collect::<Vec<_>>()
    };
    if order(&found["rounds"]) != order(&recorded["rounds"]) {
        return Err(format!(
            "rounds {:?} instead of {:?}",
            order(&found["rounds"]),
            order(&recorded["rounds"])
        ));
    }
    let rounds = [
        "cost",
        "votes",
        "effective_votes",
        "price_full_payer",
        "full_payers",
        "partial_payers",
        "broke_supporters",
        "money_behind",
        "tied",
    ];
    same("rounds", &rounds)?;
    same(
        "losers",
        &[
            "cost",
            "votes",
            "start_money",
            "left_at_end",
            "effective_support_pct",
        ],
    )
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Compares two numbers however they are written: `66.66` is `3333/50`.
fn equal(what: &str, found: &Value, recorded: &Value) -> Done {
    let (one, other) = (number(found), number(recorded));
    let is_equal = match (&one, &other) {
        (Some((a, b)), Some((c, d))) => a
            .checked_mul(*d)
            .is_some_and(|left| Some(left) == c.checked_mul(*b)),
        _ => false,
    };
    if is_equal || found == recorded {
        return Ok(());
    }
    Err(format!("{what}: {found} instead of {recorded}"))
}

/// Numerator and denominator of `40000.5`, `7200/43` or `7`, where they are small.
fn number(value: &Value) -> Option<(i128, i128)> {
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    if let Some((top, bottom)) = text.split_once('/') {
        return Some((top.parse().ok()?, bottom.parse().ok()?));
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let scale = 10_i128.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    Some((format!("{whole}{fraction}").parse().ok()?, scale))
}
