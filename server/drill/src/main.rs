//! Drills of the ballot box, each with one last line that a script can read (`cargo xtask drill`; server/README.md#drills).
//!
//! Each starts the program itself, with the demo municipality on SQLite, and votes over HTTP as a browser without JavaScript
//! does. What was acknowledged is then held against what is in the box, opened with the demo's key.

mod bench;
mod browser;
mod close;
mod database;
mod disk;
mod figures;
mod flood;
mod kill;
mod link;
mod server;
mod voters;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

/// What went wrong, in one sentence.
type Done<T = ()> = Result<T, String>;

#[derive(Parser)]
#[command(name = "drill", about = "Drills of the ballot box")]
struct Cli {
    /// The program to drill.
    #[arg(long)]
    server: PathBuf,
    #[command(subcommand)]
    drill: Drill,
}

#[derive(Subcommand)]
enum Drill {
    /// Kill the server at random moments while people vote.
    Kill {
        #[arg(long, default_value_t = 200)]
        rounds: u32,
    },
    /// Let a storm of votes run over the closing.
    Close {
        #[arg(long, default_value_t = 100)]
        seeds: u32,
    },
    /// Try to tell the order of votes, and so whose they are, from database, back-up and journal.
    Link {
        #[arg(long, default_value_t = 20)]
        rounds: u32,
    },
    /// A full disk, a failing fsync, and a lock that somebody else holds.
    Disk,
    /// Bogus codes, while people behind one address vote and make typing errors.
    Flood {
        #[arg(long, default_value_t = 60)]
        seconds: u64,
    },
    /// Codes and casts a second, and the memory they leave.
    Bench {
        /// An empty PostgreSQL database instead of a file.
        #[arg(long)]
        database_url: Option<String>,
    },
}

fn main() -> ExitCode {
    let Cli { server, drill } = Cli::parse();
    let done = match drill {
        Drill::Kill { rounds } => kill::drill(&server, rounds),
        Drill::Close { seeds } => close::drill(&server, seeds),
        Drill::Link { rounds } => link::drill(&server, rounds),
        Drill::Disk => disk::drill(&server),
        Drill::Flood { seconds } => flood::drill(&server, seconds),
        Drill::Bench { database_url } => bench::bench(&server, database_url.as_deref()),
    };
    match done {
        Ok(last) => {
            println!("{last}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// A random number below `limit`, for moments that nobody chose.
fn below(limit: u64) -> u64 {
    let mut bytes = [0; 8];
    // Without randomness it is always the same moment, which is a drill too.
    let _ = getrandom::fill(&mut bytes);
    u64::from_le_bytes(bytes) % limit.max(1)
}
