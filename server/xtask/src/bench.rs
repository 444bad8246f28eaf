//! Benchmarks of counting, and the same files counted by pabutools where Python can install it.

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;
use serde_json::Value;

use crate::tools::{self, Done};

/// What it is compared with, and in which version.
const PEER: &str = "pabutools==1.2.3";

#[derive(Args)]
pub struct Options {
    /// A folder with `.pb` files (approval) to compare with pabutools on.
    folder: Option<PathBuf>,
    /// Leave out the criterion benchmarks.
    #[arg(long)]
    only_peers: bool,
}

pub fn bench(options: &Options) -> Done {
    if !options.only_peers {
        tools::run(tools::cargo().args(["bench", "-p", "domain", "--bench", "counting"]))?;
    }
    match &options.folder {
        Some(folder) => compare(folder),
        None => Ok(()),
    }
}

/// One line a file: both times, how many times faster, and whether the winners are the same.
fn compare(folder: &Path) -> Done {
    let files = approval_files(folder)?;
    let ours = lines(
        tools::cargo()
            .args([
                "run",
                "--quiet",
                "--release",
                "-p",
                "domain",
                "--example",
                "time",
                "--",
            ])
            .args(&files),
    )?;
    let theirs = match python() {
        Ok(python) => lines(Command::new(python).arg(script()).args(&files))?,
        Err(why) => {
            println!("pabutools is left out: {why}");
            Vec::new()
        }
    };
    println!(
        "| file | read MB/s | Equal Shares | pabutools | times | add1 | Phragmén | pabutools | times | same winners |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    for (at, our) in ours.iter().enumerate() {
        println!("{}", row(our, theirs.get(at)));
    }
    Ok(())
}

fn row(our: &Value, their: Option<&Value>) -> String {
    let micros = |key: &str| our[key].as_u64().unwrap_or_default();
    let name = our["file"]
        .as_str()
        .and_then(|path| path.rsplit('/').next())
        .unwrap_or_default();
    let speed = our["bytes"]
        .as_u64()
        .unwrap_or_default()
        .checked_div(micros("read_us"))
        .unwrap_or_default();
    let versus = |rule: &str| -> (String, String) {
        let Some(seconds) = their.and_then(|their| their[format!("{rule}_s")].as_f64()) else {
            return ("–".into(), "–".into());
        };
        let times = seconds * 1e6
            / f64::from(u32::try_from(micros(&format!("{rule}_us")).max(1)).unwrap_or(u32::MAX));
        (format!("{seconds:.2} s"), format!("{times:.0}"))
    };
    let ms = |key: &str| format!("{}.{:02} ms", micros(key) / 1_000, micros(key) % 1_000 / 10);
    let same = their.map_or("–", |their| {
        if their["mes"] == our["mes"] && their["phragmen"] == our["phragmen"] {
            "yes"
        } else {
            "NO"
        }
    });
    let (mes, phragmen) = (versus("mes"), versus("phragmen"));
    format!(
        "| {name} | {speed} | {} | {} | {} | {} | {} | {} | {} | {same} |",
        ms("mes_us"),
        mes.0,
        mes.1,
        ms("mes_add1_us"),
        ms("phragmen_us"),
        phragmen.0,
        phragmen.1
    )
}

fn lines(command: &mut Command) -> Done<Vec<Value>> {
    let printed = tools::output(command)?;
    printed
        .lines()
        .map(|line| serde_json::from_str(line).map_err(|error| format!("{line}: {error}")))
        .collect()
}

/// The files with approval ballots, which both programs count alike.
fn approval_files(folder: &Path) -> Done<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder)
        .map_err(|error| format!("cannot list {}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "pb"))
        .filter(|path| {
            std::fs::read_to_string(path).is_ok_and(|text| {
                text.contains("vote_type;approval") || text.contains("vote_type;choose-1")
            })
        })
        .collect();
    files.sort();
    if files.is_empty() {
        Err(format!("no approval ballots in {}", folder.display()))
    } else {
        Ok(files)
    }
}

fn script() -> PathBuf {
    tools::root().join("server/xtask/src/peers.py")
}

/// A Python with pabutools, in an environment of its own below the target folder.
fn python() -> Done<PathBuf> {
    let folder = tools::target_dir().join("peers");
    let python = folder.join("bin/python");
    if !python.is_file() {
        tools::output(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    }
    tools::output(Command::new(&python).args(["-m", "pip", "install", "--quiet", PEER]))?;
    Ok(python)
}
