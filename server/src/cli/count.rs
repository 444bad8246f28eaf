//! `wijkbanen count FILE.pb`: any election in Pabulib's format, by any rule, without a database.

mod answer;
mod batch;
mod options;

use std::{
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};

use clap::Args;
use domain::{
    count::{
        Allocation, Certificate, CountFault, CountingRule, ProjectIndex, count,
        count_with_certificate, winners,
    },
    pabulib::{self, File, visible},
};

use crate::config::Wrong;
use options::Options;

#[derive(Args, Debug)]
pub struct Count {
    /// The file.
    #[arg(required_unless_present = "batch", conflicts_with = "batch")]
    file: Option<PathBuf>,
    /// Count many: a file with {"file": …, "args": […]} on each line. Prints one JSON answer a line.
    #[arg(long, value_name = "LIST.jsonl", conflicts_with = "Options")]
    batch: Option<PathBuf>,
    #[command(flatten)]
    options: Options,
}

/// One count of one file.
struct FileCount<'a> {
    file: &'a File,
    rule: CountingRule,
    options: &'a Options,
    winners: Vec<ProjectIndex>,
    /// Where it was asked to explain itself.
    allocation: Option<Allocation<ProjectIndex>>,
    certificate: Option<Certificate>,
}

pub fn run(count: &Count) -> Result<(), Wrong> {
    match (&count.batch, &count.file) {
        (Some(list), _) => batch::run(list),
        (None, Some(path)) => {
            let file = read(path)?;
            warn("", path, &file, &count.options)?;
            let counted = counted(path, &file, &count.options)?;
            let text = if count.options.json {
                answer::line(&answer::json(&counted))
            } else {
                answer::text(&counted)
            };
            print(&mut std::io::stdout().lock(), &text).map(|_| ())
        }
        // The command line refuses anything else.
        (None, None) => Err(Wrong::say("which file?")),
    }
}

/// Writes an answer, and says whether anybody still reads; `… | head` stops once it has seen enough.
fn print(out: &mut impl Write, text: &str) -> Result<bool, Wrong> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Wrong::say(format!("cannot write the answer: {error}"))),
    }
}

fn read(path: &Path) -> Result<File, Wrong> {
    let name = path.display();
    let bytes =
        std::fs::read(path).map_err(|error| Wrong::say(format!("cannot read {name}: {error}")))?;
    pabulib::read(&bytes).map_err(|fault| Wrong::say(format!("{name}, {fault}")))
}

/// Tells what contradicts itself in the file, after `question` if it is one of many; `--strict` refuses it.
fn warn(question: &str, path: &Path, file: &File, options: &Options) -> Result<(), Wrong> {
    let name = path.display();
    if let Some(first) = file.warnings.first().filter(|_| options.strict) {
        let sentence = format!("{name}, {first}; --strict does not count that");
        return Err(Wrong::say(sentence));
    }
    for warning in &file.warnings {
        eprintln!("{}", visible(&format!("{question}{name}: {warning}")));
    }
    Ok(())
}

fn counted<'a>(path: &Path, file: &'a File, options: &'a Options) -> Result<FileCount<'a>, Wrong> {
    let rule = options.rule(file.election.ballots.vote_type())?;
    let order = options.ties.order(&file.ids);
    let cannot = |fault: CountFault| Wrong::say(format!("{}: {fault}", path.display()));
    let mut counted = FileCount {
        file,
        rule,
        options,
        winners: Vec::new(),
        allocation: None,
        certificate: None,
    };
    let election = &file.election;
    if options.certificate {
        let (allocation, certificate) =
            count_with_certificate(election, &rule, &order).map_err(cannot)?;
        if certificate.is_none() {
            return Err(Wrong::say("--certificate goes with --rule equal-shares"));
        }
        counted.allocation = Some(allocation);
        counted.certificate = certificate;
    } else if options.trace || !options.json || options.gives_parts() {
        counted.allocation = Some(count(election, &rule, &order).map_err(cannot)?);
    }
    counted.winners = match &counted.allocation {
        Some(allocation) => allocation.winners().map(|award| award.id).collect(),
        None => winners(election, &rule, &order).map_err(cannot)?,
    };
    Ok(counted)
}

impl FileCount<'_> {
    fn id(&self, project: ProjectIndex) -> &str {
        &self.file.ids[project as usize]
    }

    /// What the winners get together: their cost, or less where only some places fit.
    fn total(&self) -> domain::euro::Euro {
        match &self.allocation {
            Some(allocation) => allocation.spent(),
            None => self
                .winners
                .iter()
                .map(|&project| self.file.election.projects[project as usize].cost)
                .sum(),
        }
    }

    fn voters(&self) -> u64 {
        let ballots = &self.file.election.ballots;
        match self.rule.blank {
            domain::count::Blank::Voter => ballots.choosing() + ballots.blank(),
            domain::count::Blank::Turnout => ballots.choosing(),
        }
    }
}
