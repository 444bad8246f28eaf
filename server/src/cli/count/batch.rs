//! Many counts at once: a question on each line of a list, an answer on each line of the output.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
};

use clap::Parser;
use domain::pabulib::File;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{answer, counted, options::Options, read};
use crate::config::Wrong;

#[derive(Deserialize)]
struct Question {
    file: PathBuf,
    #[serde(default)]
    args: Vec<String>,
}

/// The options of one question.
#[derive(Parser)]
#[command(name = "count", no_binary_name = true, disable_help_flag = true)]
struct Asked {
    #[command(flatten)]
    options: Options,
}

/// Answers every question. A question that cannot be answered gets `{"error": …}`, and the others theirs.
pub fn run(list: &Path) -> Result<(), Wrong> {
    let name = list.display();
    let cannot = |error: std::io::Error| Wrong::say(format!("cannot read {name}: {error}"));
    let lines = BufReader::new(std::fs::File::open(list).map_err(cannot)?).lines();
    let mut out = std::io::stdout().lock();
    let mut last: Option<(PathBuf, File)> = None;
    let (mut asked, mut failed) = (0_usize, 0_usize);
    for (number, line) in (1_usize..).zip(lines) {
        let line = line.map_err(cannot)?;
        if line.trim().is_empty() {
            continue;
        }
        asked += 1;
        let answer = answer_to(&line, &mut last).unwrap_or_else(|Wrong(sentence)| {
            failed += 1;
            json!({ "error": format!("line {number}: {sentence}") })
        });
        writeln!(out, "{answer}")
            .map_err(|error| Wrong::say(format!("cannot write the answer: {error}")))?;
    }
    match failed {
        0 => Ok(()),
        failed => Err(Wrong::say(format!(
            "{failed} of {asked} could not be counted; see the answers"
        ))),
    }
}

/// Answers one question; the file of the question before is kept, since lists often ask more of one.
fn answer_to(line: &str, last: &mut Option<(PathBuf, File)>) -> Result<Value, Wrong> {
    let question: Question = serde_json::from_str(line)
        .map_err(|error| Wrong::say(format!("not a question: {error}")))?;
    let mut options = Asked::try_parse_from(&question.args)
        .map_err(|error| Wrong::say(first_sentence(&error.to_string())))?
        .options;
    options.json = true;
    if last.as_ref().is_none_or(|(path, _)| *path != question.file) {
        *last = Some((question.file.clone(), read(&question.file)?));
    }
    match last {
        Some((path, file)) => Ok(answer::json(&counted(path, file, &options)?)),
        None => Err(Wrong::say("which file?")),
    }
}

fn first_sentence(text: &str) -> String {
    text.lines()
        .next()
        .unwrap_or_default()
        .trim_start_matches("error: ")
        .to_owned()
}
