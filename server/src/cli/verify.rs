//! `wijkbanen verify`: is a pack right, or the journal of a database whole?
//!
//! Exit code 0 when all is right, 1 when something is wrong or could not be checked, 2 when there is nothing to look at.

use std::path::{Path, PathBuf};

use clap::Args;
use domain::{
    journal::{Digest, JournalKey},
    pabulib::visible,
    pack::{self, Item, Noted, Report, Verdict},
    recount::{Finding, Recount},
};
use store::Store;

use super::{cannot, open_as_it_is};
use crate::config::{Places, Wrong};

#[derive(Args, Debug)]
pub struct Verify {
    /// The pack of a round; without it the journal of the database is checked.
    pack: Option<PathBuf>,
    /// The hash of an entry of the journal, as somebody wrote it down.
    #[arg(long)]
    head: Option<Digest>,
    /// The key that signs the journal, as somebody wrote it down.
    #[arg(long)]
    journal_key: Option<JournalKey>,
}

/// Whether all is right; what was found is printed, a line each.
pub async fn run(places: &Places, verify: &Verify) -> Result<bool, Wrong> {
    let noted = Noted {
        head: verify.head,
        journal_key: verify.journal_key,
        ..Noted::default()
    };
    match &verify.pack {
        Some(file) => of_pack(file, &noted),
        None => {
            let store = open_as_it_is(places).await?;
            let is_right = of_journal(&store, &noted).await;
            store.close().await;
            is_right
        }
    }
}

fn of_pack(file: &Path, noted: &Noted) -> Result<bool, Wrong> {
    let unread = |why: &dyn std::fmt::Display| {
        Wrong::say(format!("cannot read {} as a pack: {why}", file.display()))
    };
    let bytes = std::fs::read(file).map_err(|error| unread(&error))?;
    let files = pack::unzip(&bytes).map_err(|error| unread(&error))?;
    let report = pack::check(&files, noted, |_| {});
    let lines = lines(&report);
    for line in &lines {
        println!("{line}");
    }
    println!("{}", last(&report, &lines));
    Ok(report.is_right())
}

async fn of_journal(store: &Store, noted: &Noted) -> Result<bool, Wrong> {
    let key = store.journal_key().map_err(|error| cannot(&error))?;
    if noted.journal_key.is_some_and(|noted| noted != key) {
        println!("wrong  the journal is signed by {key}");
        return Ok(false);
    }
    let entries = match store.verify_journal().await {
        Ok(Ok(entries)) => entries,
        Ok(Err(bad)) => {
            println!("wrong  the journal is not whole: {bad}");
            return Ok(false);
        }
        Err(error) => return Err(cannot(&error)),
    };
    let is_among = |head| entries.iter().any(|entry| entry.hash == head);
    if noted.head.is_some_and(|head| !is_among(head)) {
        println!("wrong  no entry of the journal has that hash");
        return Ok(false);
    }
    let head = entries.last().map_or(Digest::GENESIS, |entry| entry.hash);
    println!(
        "The journal is whole: {} entries, head {head}, signed by {key}",
        entries.len()
    );
    Ok(true)
}

/// How one thing ended, as the first word of its line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Right,
    Wrong,
    Unknown,
}

fn lines(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    for (item, verdict) in &report.items {
        lines.extend(of_item("", *item, verdict));
    }
    for wijk in &report.wijken {
        let place = format!("{}, ", wijk.name);
        for (item, verdict) in &wijk.items {
            lines.extend(of_item(&place, *item, verdict));
        }
        match &wijk.recount {
            Some(recount) => lines.extend(of_recount(&place, recount)),
            None => lines.push(line(Mark::Unknown, &format!("{place}count"), "")),
        }
    }
    lines
}

fn of_item(place: &str, item: Item, verdict: &Verdict) -> Vec<String> {
    let what = format!("{place}{item}");
    match verdict {
        Verdict::Right => vec![line(Mark::Right, &what, "")],
        Verdict::Unknown => vec![line(Mark::Unknown, &what, "")],
        Verdict::Wrong(wrong) => wrong
            .iter()
            .map(|wrong| line(Mark::Wrong, &what, &wrong.to_string()))
            .collect(),
    }
}

fn of_recount(place: &str, recount: &Recount) -> Vec<String> {
    recount
        .checks
        .iter()
        .map(|(check, finding)| {
            let what = format!("{place}{check}");
            match finding {
                Finding::Holds | Finding::NotAsked => line(Mark::Right, &what, ""),
                Finding::Unknown | Finding::Blocked => line(Mark::Unknown, &what, ""),
                Finding::Fails(problem) => line(Mark::Wrong, &what, &problem.to_string()),
            }
        })
        .collect()
}

fn line(mark: Mark, what: &str, why: &str) -> String {
    let mark = match mark {
        Mark::Right => "right",
        Mark::Wrong => "wrong",
        Mark::Unknown => "could not be checked",
    };
    let text = if why.is_empty() {
        format!("{mark}  {what}")
    } else {
        format!("{mark}  {what}: {why}")
    };
    // A pack may hold anything: a terminal prints it and obeys nothing in it.
    visible(&text).into_owned()
}

fn last(report: &Report, lines: &[String]) -> String {
    let head = report
        .head
        .map_or_else(String::new, |head| format!(", journal head {head}"));
    if report.is_right() {
        return format!("all right{head}");
    }
    let count = |mark: &str| lines.iter().filter(|line| line.starts_with(mark)).count();
    format!(
        "NOT all right: {} wrong, {} could not be checked",
        count("wrong"),
        count("could not")
    )
}
