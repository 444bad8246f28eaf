//! The program, started and stopped like a machine does it.

use std::{
    fs,
    io::{self, Write as _},
    net::{Shutdown, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::Done;

/// How long a start may take before something is wrong.
const PATIENCE: Duration = Duration::from_secs(60);

/// Where the program keeps things, and how it is reached. Gone when it is dropped.
pub struct Place {
    folder: tempfile::TempDir,
    program: PathBuf,
    port: u16,
    /// Instead of a file in the folder.
    database_url: Option<String>,
}

/// A server that is killed when this is dropped.
pub struct Running(Child);

impl Place {
    pub fn new(program: &Path) -> Done<Self> {
        Ok(Self {
            folder: tempfile::tempdir().map_err(|error| format!("no folder: {error}"))?,
            program: program.to_owned(),
            port: free_port()?,
            database_url: None,
        })
    }

    pub fn at_database(self, url: Option<&str>) -> Self {
        let database_url = url.map(str::to_owned);
        Self {
            database_url,
            ..self
        }
    }

    pub fn url(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    pub fn file(&self) -> PathBuf {
        self.folder.path().join("drill.sqlite")
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn database_url(&self) -> String {
        let file = || format!("sqlite://{}", self.file().display());
        self.database_url.clone().unwrap_or_else(file)
    }

    /// What the database is, to say it.
    pub fn engine(&self) -> &'static str {
        if self.database_url.is_some() {
            "PostgreSQL"
        } else {
            "SQLite"
        }
    }

    /// Sends a sign-in and does not wait for the answer.
    pub fn hang_up_while_signing_in(&self) -> io::Result<()> {
        let body = "login=smederij&password=dit+is+niet+mijn+wachtwoord";
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        let host = self.url();
        let host = host.trim_start_matches("http://");
        write!(
            stream,
            "POST /inloggen HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )?;
        thread::sleep(Duration::from_millis(5));
        stream.shutdown(Shutdown::Both)
    }

    /// Makes the demo once and keeps a copy, so that each round of a drill begins with the same.
    pub fn keep_copy(&self) -> Done {
        drop(self.start()?);
        self.copy("drill.sqlite", "kept.sqlite")
    }

    /// The database as it was kept.
    pub fn put_back(&self) -> Done {
        for end in ["-wal", "-shm"] {
            let _ = fs::remove_file(self.folder.path().join(format!("drill.sqlite{end}")));
        }
        self.copy("kept.sqlite", "drill.sqlite")
    }

    fn copy(&self, from: &str, to: &str) -> Done {
        let path = |name| self.folder.path().join(name);
        let copied = fs::copy(path(from), path(to));
        copied.map_err(|error| format!("cannot copy {from}: {error}"))?;
        Ok(())
    }

    pub fn start(&self) -> Done<Running> {
        self.start_in(Command::new(&self.program))
    }

    /// Starts the program through a shell that does something first.
    pub fn start_after(&self, shell: &str) -> Done<Running> {
        let mut command = Command::new("sh");
        let line = format!("{shell}\nexec \"$0\" \"$@\"");
        command.arg("-c").arg(line).arg(&self.program);
        self.start_in(command)
    }

    fn start_in(&self, mut command: Command) -> Done<Running> {
        let address = format!("127.0.0.1:{}", self.port);
        let secret = self.folder.path().join("secret");
        command
            .args(["serve", "--demo", "--addr", &address])
            .args(["--trusted-proxy", "127.0.0.0/8"])
            .arg("--secret-file")
            .arg(secret)
            .args(["--database-url", &self.database_url()])
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let child = command
            .spawn()
            .map_err(|error| format!("cannot start {}: {error}", self.program.display()))?;
        let mut running = Running(child);
        running.wait_until_ready(&self.url())?;
        Ok(running)
    }
}

impl Running {
    pub fn pid(&self) -> u32 {
        self.0.id()
    }

    fn wait_until_ready(&mut self, url: &str) -> Done {
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if let Ok(Some(status)) = self.0.try_wait() {
                return Err(format!("the server stopped at once: {status}"));
            }
            if ureq::get(format!("{url}/readyz")).call().is_ok() {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(10));
        }
        Err(format!("no answer within {} s", PATIENCE.as_secs()))
    }

    /// As a machine without power does it.
    pub fn kill(mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }

    /// As systemd does it, with time to finish.
    pub fn stop(mut self) -> Done {
        let pid = self.pid().to_string();
        let stopped = Command::new("kill").args(["-TERM", &pid]).status();
        stopped.map_err(|error| format!("cannot stop the server: {error}"))?;
        let _ = self.0.wait();
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn free_port() -> Done<u16> {
    let listener = TcpListener::bind("127.0.0.1:0");
    let address = listener.and_then(|listener| listener.local_addr());
    address
        .map(|address| address.port())
        .map_err(|error| format!("no port: {error}"))
}
