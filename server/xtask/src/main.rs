//! `cargo xtask …`: everything there is to do with this repository, in one command each.
//!
//! A plain program instead of cargo-leptos, wasm-bindgen-cli and shell scripts: nothing to install,
//! and the versions are those of Cargo.lock.

mod bench;
mod citations;
mod drill;
mod figures;
mod file;
mod pabulib;
mod postgres;
mod run;
mod site;
mod style;
mod test;
mod tools;
mod wasm;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Builds, runs and tests Wijkbanen")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build everything and start the server with demo data.
    Run(run::Options),
    /// Check and test everything, the way CI does.
    Test(test::Options),
    /// Build only what the browser loads: script, wasm, style sheet, icons.
    Site {
        /// Small and slow to build, instead of the other way round.
        #[arg(long)]
        release: bool,
    },
    /// Build the one binary a municipality installs.
    Dist,
    /// Measure the release build: the table in the README.
    Figures,
    /// Drill the ballot box of the release build: kill, close, link, disk, flood, bench.
    Drill(drill::Options),
    /// Benchmark the counting; with a folder of `.pb` files, beside pabutools.
    Bench(bench::Options),
    /// Count the elections with known answers in a folder such as app/domain/tests/pb, and compare.
    Pabulib(pabulib::Options),
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Run(options) => run::run(&options),
        Command::Test(options) => test::test(&options),
        Command::Site { release } => {
            site::build(release).map(|site| println!("{}", site.display()))
        }
        Command::Dist => run::dist(),
        Command::Figures => figures::figures(),
        Command::Drill(options) => drill::drill(&options),
        Command::Bench(options) => bench::bench(&options),
        Command::Pabulib(options) => pabulib::pabulib(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}
