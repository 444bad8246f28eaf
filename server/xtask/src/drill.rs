//! The drills of the ballot box, against a server that is built for them (server/README.md#drills).

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;

use crate::tools::{self, Done};
use crate::{run, site};

/// Each of them as long as a test may take.
const BRIEFLY: [&[&str]; 5] = [
    &["kill", "--rounds", "5"],
    &["close", "--seeds", "5"],
    &["link", "--rounds", "5"],
    &["disk"],
    &["flood", "--seconds", "10"],
];

#[derive(Args)]
pub struct Options {
    /// Which one, and its options: `kill --rounds 200`, `close`, `link`, `disk`, `flood`, `bench`.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, required = true)]
    drill: Vec<String>,
}

/// One drill of the release build.
pub fn drill(options: &Options) -> Done {
    let server = run::server(true, &site::build(true)?)?;
    let drill = program(true)?;
    one(&drill, &server, &options.drill)
}

/// All of them, briefly, as a test.
pub fn briefly() -> Done {
    tools::run(tools::cargo().args(["build", "-p", "server", "--bin", "wijkbanen"]))?;
    let server = tools::target_dir().join("debug/wijkbanen");
    let drill = program(false)?;
    for words in BRIEFLY {
        one(&drill, &server, words)?;
    }
    Ok(())
}

fn program(release: bool) -> Done<PathBuf> {
    let mut build = tools::cargo();
    build.args(["build", "-p", "drill"]);
    if release {
        build.arg("--release");
    }
    tools::run(&mut build)?;
    let folder = if release { "release" } else { "debug" };
    Ok(tools::target_dir().join(folder).join("drill"))
}

fn one(drill: &Path, server: &Path, words: &[impl AsRef<std::ffi::OsStr>]) -> Done {
    tools::run(Command::new(drill).arg("--server").arg(server).args(words))
}
