//! Building the server with the site inside it, and starting it with demo data.

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;

use crate::site;
use crate::tools::{self, Done};

#[derive(Args)]
pub struct Options {
    /// The optimised build.
    #[arg(long)]
    release: bool,
    /// Forget what was done in the demo before.
    #[arg(long)]
    fresh: bool,
    /// Further arguments for `wijkbanen serve`.
    #[arg(last = true)]
    args: Vec<String>,
}

/// Builds everything and becomes the server.
pub fn run(options: &Options) -> Done {
    let server = server(options.release, &site::build(options.release)?)?;
    let mut serve = Command::new(&server);
    serve.args(["serve", "--demo"]);
    if !options
        .args
        .iter()
        .any(|argument| argument.starts_with("--database-url"))
    {
        let demo = tools::target_dir().join("demo.sqlite");
        if options.fresh {
            remove_database(&demo)?;
        }
        serve
            .arg("--database-url")
            .arg(format!("sqlite://{}", demo.display()));
    }
    // Replaces this process, so that Ctrl-C and exit codes are the server's own.
    let error = serve.args(&options.args).current_dir(tools::root()).exec();
    Err(format!("cannot start {}: {error}", server.display()))
}

/// Builds the release binary with everything inside.
pub fn dist() -> Done {
    let server = server(true, &site::build(true)?)?;
    let size = fs::metadata(&server)
        .map_err(|error| format!("cannot see {}: {error}", server.display()))?
        .len();
    println!(
        "{} ({}.{} MB)",
        server.display(),
        size / 1_000_000,
        size / 100_000 % 10
    );
    Ok(())
}

/// Builds the server with the files of `site` inside it, and gives the binary.
pub fn server(release: bool, site: &Path) -> Done<PathBuf> {
    let (profile, folder) = if release {
        ("release", "release")
    } else {
        ("dev", "debug")
    };
    tools::run(
        tools::cargo()
            .args([
                "build",
                "-p",
                "server",
                "--bin",
                "wijkbanen",
                "--profile",
                profile,
            ])
            .env("WIJKBANEN_SITE", site),
    )?;
    Ok(tools::target_dir().join(folder).join("wijkbanen"))
}

/// Removes a `SQLite` database with the files `SQLite` keeps beside it.
fn remove_database(file: &Path) -> Done {
    for suffix in ["", "-wal", "-shm"] {
        let file = PathBuf::from(format!("{}{suffix}", file.display()));
        if file.exists() {
            fs::remove_file(&file).map_err(|error| {
                format!(
                    "cannot remove {}: {error}; is the demo still running?",
                    file.display()
                )
            })?;
        }
    }
    Ok(())
}
