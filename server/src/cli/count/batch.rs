//! Many counts at once: a question on each line of a list, an answer on each line of the output.

use std::{
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
};

use clap::Parser;
use domain::pabulib::File;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{answer, counted, options::Options, print, read, warn};
use crate::{cli::in_one_sentence, config::Wrong};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    file: PathBuf,
    #[serde(default)]
    args: Vec<String>,
}

/// The options of one question.
#[derive(Parser)]
#[command(name = "count", no_binary_name = true, disable_help_flag = true)]
struct Arguments {
    #[command(flatten)]
    options: Options,
}

/// Answers every question. A question that cannot be answered gets `{"error": …}`, and the others theirs.
pub fn run(list: &Path) -> Result<(), Wrong> {
    let name = list.display();
    let cannot = |error: std::io::Error| Wrong::say(format!("cannot read {name}: {error}"));
    let lines = BufReader::new(std::fs::File::open(list).map_err(cannot)?).split(b'\n');
    let mut out = std::io::stdout().lock();
    let mut last: Option<(PathBuf, File)> = None;
    let (mut asked, mut failed) = (0_usize, 0_usize);
    for (number, line) in (1_usize..).zip(lines) {
        let line = line.map_err(cannot)?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        asked += 1;
        let answer = answer_to(number, &line, &mut last).unwrap_or_else(|Wrong(sentence)| {
            failed += 1;
            json!({ "error": format!("line {number}: {sentence}") })
        });
        if !print(&mut out, &answer::line(&answer))? {
            return Ok(());
        }
    }
    match failed {
        0 => Ok(()),
        failed => Err(Wrong::say(format!(
            "{failed} of {asked} could not be counted; see the answers"
        ))),
    }
}

/// Answers one question; the file of the question before is kept, since lists often ask more of one.
fn answer_to(
    number: usize,
    line: &[u8],
    last: &mut Option<(PathBuf, File)>,
) -> Result<Value, Wrong> {
    let question: Question =
        serde_json::from_slice(line).map_err(|error| not_a_question(&error))?;
    let mut options = Arguments::try_parse_from(&question.args)
        .map_err(|error| Wrong::say(in_one_sentence(&error)))?
        .options;
    options.json = true;
    let kept = last.take().filter(|(path, _)| *path == question.file);
    let (path, file) = match kept {
        Some(kept) => kept,
        None => (question.file.clone(), read(&question.file)?),
    };
    let question = format!("line {number}: ");
    let answer = warn(&question, &path, &file, &options)
        .and_then(|()| counted(&path, &file, &options))
        .map(|counted| answer::json(&counted));
    *last = Some((path, file));
    answer
}

/// What serde says, without its own number of the line, which is 1 in a list of lines.
fn not_a_question(error: &serde_json::Error) -> Wrong {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or_default();
    let column = error.column();
    Wrong::say(format!("not a question: {what}, at character {column}"))
}
