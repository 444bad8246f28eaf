//! The program itself: one sentence when something is wrong, and what operators do with it.

mod breaks;

use std::{
    fs::{DirEntry, Permissions},
    io::{BufRead as _, BufReader, Write as _},
    net::TcpListener,
    os::unix::fs::PermissionsExt as _,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use domain::phase::Phase;
use tempfile::TempDir;

use crate::{
    client::Client,
    given::{Given, demo_file},
};

const PASSWORD: &str = "vier ganzen op de dijk";

/// A folder with a database in it, and the program to run there.
pub struct Place {
    folder: TempDir,
}

impl Place {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// With the demo municipality in its database.
    fn with_demo() -> Self {
        let place = Self::new();
        std::fs::copy(demo_file(), place.file("w.sqlite")).unwrap();
        place.write_key(&"07".repeat(32));
        place
    }

    /// Puts a master key where a demo has it; sevens are the key of these tests.
    fn write_key(&self, key: &str) {
        let file = self.file("w.sqlite-geheim");
        std::fs::write(&file, key).unwrap();
        std::fs::set_permissions(&file, Permissions::from_mode(0o600)).unwrap();
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What stands in the folder.
    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let name = |entry: std::io::Result<DirEntry>| entry.unwrap().file_name();
        let mut names: Vec<String> = entries
            .map(|entry| name(entry).into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    fn url(&self) -> String {
        format!("sqlite://{}", self.file("w.sqlite").display())
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wijkbanen"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear();
        command
            .env("WIJKBANEN_DATABASE_URL", self.url())
            .env("HOME", self.file("thuis"))
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs it with a line on standard input.
    fn run_typing(&self, arguments: &[&str], line: &str) -> Output {
        let mut command = self.command(arguments);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        writeln!(child.stdin.take().unwrap(), "{line}").unwrap();
        child.wait_with_output().unwrap()
    }

    fn add_person(&self, login: &str) -> Output {
        self.run_typing(
            &["person", "add", "--login", login, "--name", "Ada Beheer"],
            PASSWORD,
        )
    }
}

/// The one sentence that it stops with.
#[track_caller]
pub fn sentence(output: &Output) -> String {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(2), "{text}");
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.starts_with("Type a password"))
        .collect();
    assert_eq!(lines.len(), 1, "one sentence: {text}");
    assert!(!text.contains("panicked"), "{text}");
    lines[0]
        .strip_prefix("wijkbanen: ")
        .unwrap_or_else(|| panic!("{text}"))
        .to_owned()
}

#[track_caller]
pub fn said(output: &Output) -> String {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    assert!(
        output.status.success(),
        "{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    text
}

/// What it prints where it looked and something is not right.
#[track_caller]
fn found_wrong(output: &Output) -> String {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    assert_eq!(output.status.code(), Some(1), "{text}");
    text
}

#[test]
fn a_wrong_configuration_is_one_sentence() {
    let place = Place::new();
    for (arguments, says) in [
        (["serve", "--addr", "overal"], "IP:PORT"),
        (["serve", "--addr", "127.0.0.1:99999"], "IP:PORT"),
        (["serve", "--base-url", "wijkbanen.example"], "https://NAME"),
        (
            ["serve", "--base-url", "http://wijkbanen.example"],
            "https://NAME",
        ),
        (
            ["serve", "--base-url", "https://wijkbanen.example/pad"],
            "https://NAME",
        ),
        (["serve", "--database-url", "mysql://x"], "sqlite://FILE"),
        (["migrate", "--database-url", "w.sqlite"], "sqlite://FILE"),
        (
            [
                "verify",
                "--database-url",
                "sqlite:///nergens/hier/w.sqlite",
            ],
            "there is no file",
        ),
        (
            [
                "migrate",
                "--database-url",
                "postgres://nobody@localhost/x?host=/nergens",
            ],
            "is the database server running",
        ),
    ] {
        let said = sentence(&place.run(&arguments));
        assert!(said.contains(says), "{arguments:?}: {said}");
    }
    for (variable, value) in [
        ("WIJKBANEN_ADDR", "overal"),
        ("WIJKBANEN_BASE_URL", "ftp://x"),
        ("WIJKBANEN_DATABASE_URL", "x"),
    ] {
        let output = place
            .command(&["serve", "--check-config"])
            .env(variable, value)
            .output()
            .unwrap();
        assert!(sentence(&output).contains(variable));
    }
    assert!(!place.file("w.sqlite").exists(), "nothing was made");
}

#[test]
fn the_configuration_can_be_checked_without_touching_anything() {
    let place = Place::new();
    let output = place.run(&[
        "serve",
        "--check-config",
        "--base-url",
        "https://wijkbanen.example",
    ]);
    assert_eq!(said(&output), "The configuration is right.\n");
    assert_eq!(std::fs::read_dir(place.folder.path()).unwrap().count(), 0);
}

#[test]
fn an_unknown_word_is_refused_with_help() {
    let place = Place::new();
    for arguments in [["fly", ""], ["serve", "--fly"], ["person", "fly"]] {
        let output = place.run(&arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("--help"));
    }
    assert!(said(&place.run(&["--help"])).contains("Serve the site"));
    assert!(said(&place.run(&["--version"])).starts_with("wijkbanen "));
}

#[tokio::test]
async fn the_first_administrator_is_added_on_the_command_line() {
    let place = Place::new();
    let output = place.add_person("Ada");
    assert_eq!(said(&output), "Ada can sign in as administrator.\n");
    assert!(
        sentence(&place.add_person("ada")).starts_with("login: "),
        "once"
    );
    let short = place.run_typing(&["person", "add", "--login", "bo", "--name", "Bo"], "kort");
    assert!(sentence(&short).starts_with("password: "));
    let role = place.run_typing(
        &[
            "person", "add", "--login", "bo", "--name", "Bo", "--role", "koning",
        ],
        PASSWORD,
    );
    assert!(
        sentence(&role).contains("administrator"),
        "it names the roles there are"
    );

    let given = Given::at(&place.url(), None).await;
    let mut visitor = Client::new(given.router.clone(), "192.0.2.1:1");
    let answer = visitor
        .post("/inloggen", &[("login", "ada"), ("password", PASSWORD)])
        .await;
    assert_eq!(answer.location(), "/werk");
    assert_eq!(visitor.get("/beheer/mensen").await.status, 200);
    given.close().await;
    assert!(said(&place.run(&["verify"])).contains("1 entries"));
}

#[tokio::test]
async fn a_copy_is_checked_restored_and_serves_as_before() {
    let place = Place::with_demo();
    let copy = place.file("kopie.sqlite");
    let copied = copy.display().to_string();
    let backed_up = said(&place.run(&["backup", &copied]));
    assert!(backed_up.contains("Copied and checked"));
    assert!(sentence(&place.run(&["backup", &copied])).contains("exists already"));
    assert!(sentence(&place.run(&["restore", &copied])).contains("move the old database away"));
    let whole = said(&place.run(&["verify"]));

    for suffix in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(place.file(&format!("w.sqlite{suffix}")));
    }
    let restored = said(&place.run(&["restore", &copied]));
    assert!(restored.contains("Restored"));
    assert_eq!(
        said(&place.run(&["verify"])),
        whole,
        "the same journal, entry by entry"
    );
    let (_, head) = whole.split_once("head ").unwrap();
    let (head, _) = head.split_once(',').unwrap();
    for told in [backed_up, restored] {
        assert!(
            told.contains(&format!("head {head}.")),
            "to compare: {told}"
        );
    }
    let given = Given::at(&place.url(), Some(app::Demo)).await;
    assert_eq!(given.visitor().get("/rondes").await.status, 200);
    given.close().await;

    let url = "postgres://x@localhost/x";
    let output = place.run(&["restore", &copied, "--database-url", url]);
    assert!(sentence(&output).contains("pg_restore"));
}

#[tokio::test]
async fn a_damaged_copy_is_not_put_back() {
    let place = Place::with_demo();
    damage(&place.url()).await;
    let damaged = place.file("kopie.sqlite");
    std::fs::rename(place.file("w.sqlite"), &damaged).unwrap();
    assert!(sentence(&place.run(&["restore", &damaged.display().to_string()])).contains("journal"));
    assert!(
        !place.file("w.sqlite").exists(),
        "nothing is left in its place"
    );
    std::fs::write(&damaged, "geen database").unwrap();
    let said = sentence(&place.run(&["restore", &damaged.display().to_string()]));
    assert!(said.ends_with("put a back-up in its place"), "{said}");
    assert!(!place.file("w.sqlite").exists());
    sentence(&place.run(&["restore", "nergens.sqlite"]));
    assert_eq!(place.names(), ["kopie.sqlite", "w.sqlite-geheim"]);
}

#[tokio::test]
async fn the_first_bad_entry_of_the_journal_is_named() {
    let place = Place::with_demo();
    assert!(said(&place.run(&["verify"])).starts_with("The journal is whole: "));
    damage(&place.url()).await;
    let said = found_wrong(&place.run(&["verify"]));
    assert!(said.contains("not whole") && said.contains('7'), "{said}");
}

#[tokio::test]
async fn an_entry_moved_to_another_round_is_named() {
    let place = Place::with_demo();
    let given = Given::at(&place.url(), None).await;
    given.sql("DROP TRIGGER journal_keeps_entries").await;
    let last = given.number("SELECT MAX(number) FROM journal").await;
    given
        .sql(format!(
            "UPDATE journal SET round_id = '' WHERE number = {last}"
        ))
        .await;
    given.close().await;
    let said = found_wrong(&place.run(&["verify"]));
    assert!(
        said.contains(&format!("entry {last}: its columns")),
        "{said}"
    );
}

#[tokio::test]
async fn a_pack_is_checked_with_nothing_else_and_against_what_was_noted() {
    let place = Place::with_demo();
    let given = Given::at(&place.url(), Some(app::Demo)).await;
    let round = given.round(Phase::Delivery).await.id;
    let pack = given.pack(round).await.unwrap();
    let noted = given.whole_journal().await.unwrap()[3].hash.to_string();
    given.close().await;
    let elsewhere = Place::new();
    std::fs::write(elsewhere.file("pakket.zip"), &pack).unwrap();
    let said = said(&elsewhere.run(&["verify", "pakket.zip", "--head", &noted]));
    assert!(
        said.lines().last().unwrap().starts_with("all right"),
        "{said}"
    );
    let other = "00".repeat(32);
    for option in ["--head", "--journal-key"] {
        let said = found_wrong(&elsewhere.run(&["verify", "pakket.zip", option, &other]));
        assert!(
            said.ends_with("NOT all right: 1 wrong, 0 could not be checked\n"),
            "{said}"
        );
    }
    assert!(sentence(&elsewhere.run(&["verify", "nergens.zip"])).contains("nergens.zip"));
    std::fs::write(elsewhere.file("tekst.zip"), "geen zip").unwrap();
    assert!(sentence(&elsewhere.run(&["verify", "tekst.zip"])).contains("not a zip"));
    let nothing = sentence(&elsewhere.run(&["verify"]));
    assert!(nothing.contains("there is no file"), "{nothing}");
    assert!(
        !elsewhere.file("w.sqlite").exists(),
        "looking makes nothing"
    );
}

#[tokio::test]
async fn a_database_of_another_version_is_said() {
    let place = Place::with_demo();
    let given = Given::at(&place.url(), None).await;
    given
        .sql("UPDATE _sqlx_migrations SET checksum = x'00' WHERE version = 3")
        .await;
    given.close().await;
    let said = sentence(&place.run(&["migrate"]));
    assert!(said.ends_with("another version of the program"), "{said}");
}

#[test]
fn a_server_without_the_database_or_the_user_is_said() {
    let Ok(server) = std::env::var("WIJKBANEN_TEST_POSTGRES") else {
        return;
    };
    let place = Place::new();
    let nowhere = server.replacen("/postgres?", "/nergens?", 1);
    let said = sentence(&place.run(&["migrate", "--database-url", &nowhere]));
    assert!(said.ends_with("with createdb"), "{said}");
    let nobody = format!("{server}&user=niemand");
    let said = sentence(&place.run(&["migrate", "--database-url", &nobody]));
    assert!(said.ends_with("password in the address right?"), "{said}");
}

#[tokio::test]
async fn a_database_that_tells_on_voters_is_not_served() {
    let Ok(server) = std::env::var("WIJKBANEN_TEST_POSTGRES") else {
        return;
    };
    sqlx::any::install_default_drivers();
    let admin = sqlx::AnyPool::connect(&server).await.unwrap();
    let name = format!("t{}", uuid::Uuid::now_v7().simple());
    let run = async |sql: String| {
        sqlx::query(sqlx::AssertSqlSafe(sql))
            .execute(&admin)
            .await
            .unwrap();
    };
    run(format!("CREATE DATABASE {name}")).await;
    run(format!("ALTER DATABASE {name} SET log_statement = 'all'")).await;
    let place = Place::new();
    let url = server.replacen("/postgres?", &format!("/{name}?"), 1);
    let why = sentence(&place.run(&["serve", "--addr", "127.0.0.1:0", "--database-url", &url]));
    assert!(
        why.contains("(log_statement = all); set log_statement to none"),
        "{why}"
    );
    let backup = sentence(&place.run(&["backup", "kopie", "--database-url", &url]));
    assert!(
        backup.contains("`wijkbanen tidy` and then pg_dump"),
        "{backup}"
    );
    let tidied = place.run(&["tidy", "--database-url", &url]);
    assert_eq!(said(&tidied), "The ballot box is in order of seal.\n");
    run(format!("DROP DATABASE {name} WITH (FORCE)")).await;
    admin.close().await;
}

/// Changes the seventh entry, as somebody with the file could.
async fn damage(url: &str) {
    let given = Given::at(url, None).await;
    given.sql("DROP TRIGGER journal_keeps_entries").await;
    given
        .sql("UPDATE journal SET at = at + 1 WHERE number = 7")
        .await;
    given.close().await;
}

#[tokio::test]
async fn the_demo_and_real_data_never_mix() {
    let place = Place::new();
    said(&place.add_person("ada"));
    assert!(
        sentence(&place.run(&["serve", "--demo", "--addr", "127.0.0.1:0"])).contains("real data")
    );
    assert!(sentence(&place.run(&["demo"])).contains("not empty"));

    let place = Place::with_demo();
    assert!(sentence(&place.run(&["serve", "--addr", "127.0.0.1:0"])).contains("add --demo"));
    assert!(sentence(&place.run(&["demo"])).contains("not empty"));
}

#[test]
fn a_port_in_use_is_said() {
    let place = Place::new();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let addr = taken.local_addr().unwrap();
    let output = place.run(&["serve", "--addr", &addr.to_string()]);
    assert_eq!(
        sentence(&output),
        format!("port {} is in use; is it already running?", addr.port())
    );
}

#[test]
fn a_bare_command_serves_with_the_same_environment_and_flags() {
    let place = Place::new();
    let mut by_environment = place.command(&[]);
    by_environment
        .env("WIJKBANEN_ADDR", "127.0.0.1:0")
        .env("WIJKBANEN_BASE_URL", "https://een.example");
    assert_eq!(
        first_line(by_environment),
        "Wijkbanen is ready on https://een.example"
    );
    let by_flag = place.command(&[
        "--addr",
        "127.0.0.1:0",
        "--base-url",
        "https://twee.example",
    ]);
    assert_eq!(
        first_line(by_flag),
        "Wijkbanen is ready on https://twee.example"
    );
    let demo = Place::with_demo();
    let demo = demo.command(&["--demo", "--addr", "127.0.0.1:0"]);
    assert_eq!(first_line(demo), "Wijkbanen, demo: http://localhost:0");
}

/// What a server says first. Then it is stopped.
fn first_line(mut command: Command) -> String {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    line.trim_end().to_owned()
}
