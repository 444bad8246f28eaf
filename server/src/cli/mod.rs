//! The command line: one file a subcommand.

mod advice;
mod backup;
mod checklist;
mod count;
mod demo;
mod master;
mod person;
mod private;
mod serve;
mod tidy;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand, error::ErrorKind};
use domain::pabulib::visible;
use store::Store;

use crate::config::{Listen, Places, Wrong};
use advice::cannot;
use master::with_master;

/// Wijkbanen: residents propose and choose neighbourhood basic jobs.
#[derive(Debug, Parser)]
#[command(name = "wijkbanen", version)]
struct Cli {
    #[command(flatten)]
    places: Places,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the site (default).
    Serve(Listen),
    /// Bring the database up to date and stop.
    Migrate,
    /// Load the demo municipality into an empty database and stop.
    Demo,
    /// Manage people from the command line.
    #[command(subcommand)]
    Person(person::Person),
    /// Count an election in a Pabulib file, by any rule, without a database.
    Count(count::Count),
    /// Write a checked copy of an SQLite database.
    Backup(backup::Backup),
    /// Put a copy back in the place of an SQLite database.
    Restore(backup::Restore),
    /// Wipe out the order in which votes came in, before a dump with `pg_dump`.
    Tidy,
    /// Check the pack of a round, or the journal of the database, and name what is wrong.
    Verify(verify::Verify),
}

/// Reads the command line. Without a subcommand it serves, with the same flags and environment.
fn parse() -> Cli {
    let mut words: Vec<_> = std::env::args_os().collect();
    Cli::try_parse_from(&words).unwrap_or_else(|error| {
        // The caller may be a program that reads one line.
        if words.get(1).is_some_and(|word| word == "count") && error.use_stderr() {
            eprintln!("wijkbanen: {}", in_one_sentence(&error));
            std::process::exit(2);
        }
        words.insert(1.min(words.len()), "serve".into());
        match error.kind() {
            ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                Cli::parse_from(words)
            }
            ErrorKind::UnknownArgument => {
                Cli::try_parse_from(words).unwrap_or_else(|_| error.exit())
            }
            _ => error.exit(),
        }
    })
}

/// What is wrong with the arguments, without the usage that clap prints below it.
fn in_one_sentence(error: &clap::Error) -> String {
    let text = error.to_string();
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .take_while(|line| !line.is_empty())
        .collect();
    let sentence = lines.join(" ");
    visible(sentence.trim_start_matches("error: ")).into_owned()
}

/// Runs the program. Wrong use or configuration is one sentence and exit code 2.
pub async fn run() -> ExitCode {
    private::write_for_this_user_only();
    let cli = parse();
    let done = match cli.command {
        Command::Serve(listen) => serve::run(&cli.places, &listen).await,
        Command::Migrate => open(&cli.places)
            .await
            .map(|_| println!("The database is up to date.")),
        Command::Demo => demo::run(&cli.places).await,
        Command::Person(person) => person::run(&cli.places, person).await,
        Command::Count(count) => count::run(&count),
        Command::Backup(backup) => backup::back_up(&cli.places, &backup).await,
        Command::Restore(restore) => backup::restore(&cli.places, &restore).await,
        Command::Tidy => tidy::run(&cli.places).await,
        Command::Verify(verify) => match verify::run(&cli.places, &verify).await {
            Ok(true) => Ok(()),
            Ok(false) => return ExitCode::FAILURE,
            Err(wrong) => Err(wrong),
        },
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Wrong(sentence)) => {
            eprintln!("wijkbanen: {sentence}");
            ExitCode::from(2)
        }
    }
}

/// Opens the database and brings it up to date.
async fn open(places: &Places) -> Result<Store, Wrong> {
    places.check()?;
    if let Some(file) = places.sqlite_file() {
        private::close_to_others(&file)?;
    }
    let store = Store::open(&places.database_url)
        .await
        .map_err(|error| cannot(&error))?;
    store.migrate().await.map_err(|error| cannot(&error))?;
    Ok(store)
}

/// Opens a database that is there with its key, to look at it and change nothing.
async fn open_as_it_is(places: &Places) -> Result<Store, Wrong> {
    places.check()?;
    if let Some(file) = places.sqlite_file().filter(|file| !file.is_file()) {
        return Err(Wrong::say(format!("there is no file {}", file.display())));
    }
    let store = Store::open(&places.database_url)
        .await
        .map_err(|error| cannot(&error))?;
    let is_demo = store.is_demo().await.map_err(|error| cannot(&error))?;
    with_master(store, places, is_demo).await
}
