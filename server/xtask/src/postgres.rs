//! A `PostgreSQL` for the tests: a fresh cluster in a temporary folder, gone afterwards.
//!
//! No password, no port: only a socket in a folder that nobody else may enter. It does not wait for the
//! disk, because a crash may cost it everything.

use std::env;
use std::fs;
use std::os::unix::fs::{DirBuilderExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::tools::{self, Done};

/// Longest folder name that leaves room for `/.s.PGSQL.5432` in the 108 bytes of a socket address.
const LONGEST_FOLDER: usize = 60;

/// The newest `PostgreSQL` server that Debian installed, as its folder of programs.
pub fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?.flatten();
    let versions = versions
        .map(|entry| entry.path().join("bin"))
        .filter(|bin| bin.join("initdb").is_file());
    versions.max_by_key(|bin| version(bin))
}

fn version(bin: &Path) -> u32 {
    bin.parent()
        .and_then(Path::file_name)
        .and_then(|name| name.to_str()?.parse().ok())
        .unwrap_or(0)
}

/// A running cluster; dropping it stops and removes it.
pub struct Cluster {
    folder: PathBuf,
    server: Option<Child>,
    user: Option<(u32, u32)>,
    programs: PathBuf,
}

impl Cluster {
    /// Makes a cluster with superuser `wijkbanen` and waits until it answers.
    pub fn start() -> Done<Self> {
        let programs =
            programs().ok_or("PostgreSQL is not installed; run `apt-get install postgresql`")?;
        // PostgreSQL refuses to run as root.
        let user = if tools::is_root() {
            Some((id("-u")?, id("-g")?))
        } else {
            None
        };
        let mut cluster = Self {
            folder: folder()?,
            server: None,
            user,
            programs,
        };
        cluster.prepare()?;
        let server =
            cluster
                .command("postgres")
                .arg("-D")
                .arg(cluster.data())
                .arg("-k")
                .arg(&cluster.folder)
                .args(["-c", "listen_addresses=", "-c", "max_connections=300"])
                .args(["-c", "autovacuum=off"])
                .args([
                    "-c",
                    "fsync=off",
                    "-c",
                    "synchronous_commit=off",
                    "-c",
                    "full_page_writes=off",
                ])
                .stdout(Stdio::null())
                .stderr(fs::File::create(cluster.log()).map_err(|error| {
                    format!("cannot write {}: {error}", cluster.log().display())
                })?)
                .spawn()
                .map_err(|error| format!("PostgreSQL does not start: {error}"))?;
        cluster.server = Some(server);
        cluster.wait()?;
        Ok(cluster)
    }

    /// What the tests connect to, from `WIJKBANEN_TEST_POSTGRES`.
    pub fn url(&self) -> String {
        format!(
            "postgres:///postgres?host={}&user=wijkbanen",
            self.folder.display()
        )
    }

    fn prepare(&self) -> Done {
        let failed = |error| format!("cannot make {}: {error}", self.folder.display());
        fs::DirBuilder::new()
            .mode(0o700)
            .create(&self.folder)
            .map_err(failed)?;
        if let Some((user, group)) = self.user {
            chown(&self.folder, Some(user), Some(group)).map_err(failed)?;
        }
        let mut initdb = self.command("initdb");
        initdb.arg("-D").arg(self.data()).args([
            "-U",
            "wijkbanen",
            "--auth=trust",
            "--no-sync",
            "--no-locale",
            "-E",
            "UTF8",
        ]);
        tools::output(&mut initdb).map(drop)
    }

    fn wait(&mut self) -> Done {
        for _ in 0..200 {
            if tools::succeeds(
                self.command("pg_isready")
                    .arg("-q")
                    .arg("-h")
                    .arg(&self.folder)
                    .args(["-U", "wijkbanen"]),
            ) {
                return Ok(());
            }
            if self
                .server
                .as_mut()
                .is_some_and(|server| !matches!(server.try_wait(), Ok(None)))
            {
                break;
            }
            sleep(Duration::from_millis(50));
        }
        let log = fs::read_to_string(self.log()).unwrap_or_default();
        Err(format!(
            "PostgreSQL does not answer: {}",
            log.lines().last().unwrap_or("it wrote nothing to its log")
        ))
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    fn log(&self) -> PathBuf {
        self.folder.join("log")
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command.current_dir(&self.folder);
        if let Some((user, group)) = self.user {
            command.uid(user).gid(group);
        }
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(mut server) = self.server.take() {
            tools::succeeds(self.command("pg_ctl").arg("-D").arg(self.data()).args([
                "-m",
                "immediate",
                "-s",
                "stop",
            ]));
            let _ = server.kill();
            let _ = server.wait();
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A folder of our own with a short enough name.
fn folder() -> Done<PathBuf> {
    let name = format!("wijkbanen-pg-{}", std::process::id());
    let temp = env::temp_dir();
    let temp = if temp.as_os_str().len() + name.len() < LONGEST_FOLDER {
        temp
    } else {
        PathBuf::from("/tmp")
    };
    let folder = temp.join(name);
    if folder.exists() {
        return Err(format!("{} is in the way; remove it", folder.display()));
    }
    Ok(folder)
}

fn id(which: &str) -> Done<u32> {
    let id = tools::output(Command::new("id").args([which, "nobody"]))?;
    id.trim()
        .parse()
        .map_err(|_| format!("`id {which} nobody` said {id:?} instead of a number"))
}
