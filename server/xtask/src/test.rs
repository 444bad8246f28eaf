//! Everything that must hold before a change is merged, cheapest first.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use clap::Args;

use crate::postgres::{self, Cluster};
use crate::tools::{self, Done, WASM};
use crate::{citations, drill, pabulib, run, site};

#[derive(Args)]
pub struct Options {
    /// Leave out the browser tests.
    #[arg(long)]
    no_browser: bool,
}

/// Runs all checks and tests; stops at the first step that fails, and always says how long each took.
pub fn test(options: &Options) -> Done {
    let mut steps = Steps::default();
    let done = all(&mut steps, !options.no_browser);
    steps.summary(&done);
    done
}

fn all(steps: &mut Steps, browser: bool) -> Done {
    steps.step("tools", || needed(browser))?;
    steps.step("format", || {
        tools::run(tools::cargo().args(["fmt", "--all", "--check"]))
    })?;
    steps.step("arrows between the crates", arrows)?;
    steps.step("pages that are cited", citations::check)?;
    steps.step("clippy, server half", || {
        tools::run(tools::cargo().args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]))
    })?;
    steps.step("clippy, browser half", || {
        tools::run(
            tools::cargo()
                .args(["clippy", "-p", "islands", "--target", WASM])
                .args(["--features", "hydrate"])
                .args(["--", "-D", "warnings"]),
        )?;
        tools::run(
            tools::cargo()
                .args(["clippy", "-p", "recount", "--target", WASM])
                .args(["--", "-D", "warnings"]),
        )
    })?;
    steps.step("tests on SQLite and PostgreSQL", tests)?;
    steps.step("the verifier in Python", || {
        let python = tools::python().ok_or("Python with cryptography is gone")?;
        tools::run(
            Command::new(python)
                .args(["-m", "unittest", "--quiet", "test_verify"])
                .current_dir(tools::root().join("end2end")),
        )
    })?;
    steps.step("examples in the docs", || {
        tools::run(tools::cargo().args(["test", "--quiet", "--doc", "-p", "domain", "-p", "store"]))
    })?;
    steps.step("elections with known answers", || {
        pabulib::check(&tools::root().join("app/domain/tests/pb"), false)
    })?;
    steps.step("drills of the ballot box", drill::briefly)?;
    if browser {
        let mut server = None;
        steps.step("site and server", || {
            server = Some(run::server(false, &site::build(false)?)?);
            Ok(())
        })?;
        let server = server.ok_or("the server was not built")?;
        steps.step("browser", || in_browser(&server))?;
    }
    Ok(())
}

/// Looks for every program the later steps use, so that they fail here and not halfway.
fn needed(browser: bool) -> Done {
    tools::wasm_target()?;
    let mut packages = vec![
        ("postgresql", postgres::programs().is_some()),
        ("python3-cryptography", tools::python().is_some()),
    ];
    if browser {
        packages.push(("chromium", tools::chromium().is_some()));
        packages.push(("firefox-esr", tools::firefox().is_some()));
        packages.push(("nodejs", tools::on_path("node").is_some()));
        packages.push(("npm", tools::on_path("npm").is_some()));
    }
    tools::debian_packages(&packages)
}

/// The arrows `server → app → store → domain` hold: no crate knows what is above it.
fn arrows() -> Done {
    not_below("domain", &[], &["tokio", "sqlx", "axum", "leptos"])?;
    not_below(
        "domain",
        &["--target", WASM],
        &["tokio", "sqlx", "axum", "leptos"],
    )?;
    not_below(
        "recount",
        &["--target", WASM],
        &["tokio", "sqlx", "axum", "leptos", "store", "app"],
    )?;
    not_below("store", &[], &["leptos", "axum"])?;
    not_below(
        "islands",
        &["--target", WASM, "--features", "hydrate"],
        &["app", "store", "sqlx", "axum"],
    )
}

fn not_below(package: &str, how: &[&str], forbidden: &[&str]) -> Done {
    let tree = tools::output(
        tools::cargo()
            .args(["tree", "-p", package, "-e", "normal", "--prefix", "none"])
            .args(how),
    )?;
    let names = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    let of_family = |name: &str, family: &str| {
        name.strip_prefix(family)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
    };
    match names
        .into_iter()
        .find(|name| forbidden.iter().any(|family| of_family(name, family)))
    {
        Some(name) => Err(format!(
            "{package} depends on {name}; see `cargo tree -p {package} -e normal {} -i {name}`",
            how.join(" ")
        )),
        None => Ok(()),
    }
}

/// All tests of the workspace, with a `PostgreSQL` beside the `SQLite` they always use.
fn tests() -> Done {
    let cluster = Cluster::start()?;
    let mut cargo = tools::cargo();
    if tools::on_path("cargo-nextest").is_some() {
        cargo.args(["nextest", "run", "--workspace"]);
    } else {
        cargo.args(["test", "--workspace", "--lib", "--bins", "--tests"]);
    }
    // Without the site: its absence is what a plain `cargo test` sees too.
    tools::run(
        cargo
            .env("WIJKBANEN_TEST_POSTGRES", cluster.url())
            .env_remove("WIJKBANEN_SITE"),
    )
}

/// The stories in `end2end/`, in Chromium and one in Firefox, against `server` with a new database.
fn in_browser(server: &Path) -> Done {
    let node = |program: &str| {
        let mut command = Command::new(program);
        command.current_dir(tools::root().join("end2end"));
        command
    };
    tools::run(node("npm").args(["ci", "--no-audit", "--no-fund"]))?;
    // Kept until the next run: after a failure the database may tell why.
    let folder = tools::target_dir().join("end2end");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)
        .map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let chromium = tools::chromium()
        .ok_or("Chromium is gone; run `apt-get install chromium` or set CHROMIUM")?;
    let firefox = tools::firefox()
        .ok_or("Firefox is gone; run `apt-get install firefox-esr` or set FIREFOX")?;
    tools::run(
        node("npx")
            .args(["playwright", "test"])
            .env("WIJKBANEN_BIN", server)
            .env("WIJKBANEN_E2E_FOLDER", folder)
            .env("CHROMIUM", chromium)
            .env("FIREFOX", firefox),
    )
}

/// Which steps were done, and how long they took.
#[derive(Default)]
struct Steps {
    done: Vec<(&'static str, Duration)>,
}

impl Steps {
    fn step(&mut self, name: &'static str, work: impl FnOnce() -> Done) -> Done {
        println!("\n== {name}");
        let start = Instant::now();
        let done = work();
        self.done.push((name, start.elapsed()));
        println!(
            "== {name}: {} in {:.1} s",
            if done.is_ok() { "ok" } else { "FAILED" },
            start.elapsed().as_secs_f32()
        );
        done
    }

    fn summary(&self, done: &Done) {
        println!();
        for (at, (name, time)) in self.done.iter().enumerate() {
            let failed = done.is_err() && at + 1 == self.done.len();
            println!(
                "{:>8.1} s  {}{name}",
                time.as_secs_f32(),
                if failed { "FAILED: " } else { "" }
            );
        }
        let total: Duration = self.done.iter().map(|(_, time)| *time).sum();
        println!(
            "{:>8.1} s  in all: {}",
            total.as_secs_f32(),
            if done.is_ok() {
                "everything holds"
            } else {
                "stopped at the first failure"
            }
        );
    }
}
