//! The figures of the README's table: the release build, measured on this machine.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::tools::{self, Done};
use crate::{run, site};

const ADDRESS: &str = "127.0.0.1:4199";
/// How long a start may take before something is wrong.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server that stops when this is dropped.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Builds, starts twice (empty, then with the demo loaded), measures, prints.
pub fn figures() -> Done {
    let server = run::server(true, &site::build(true)?)?;
    let folder = std::env::temp_dir().join(format!("wijkbanen-figures-{}", std::process::id()));
    fs::create_dir_all(&folder)
        .map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let measured = measure(&server, &folder);
    let _ = fs::remove_dir_all(&folder);
    measured
}

fn measure(server: &Path, folder: &Path) -> Done {
    let (first, began) = (start(server, folder)?, Instant::now());
    let loading = wait(began)?;
    drop(first);
    let (second, began) = (start(server, folder)?, Instant::now());
    let again = wait(began)?;
    let size = fs::metadata(server)
        .map_err(|error| error.to_string())?
        .len();
    println!(
        "Start to ready: {} ms with the demo loaded, {} ms after that.",
        loading.as_millis(),
        again.as_millis()
    );
    println!(
        "Binary with everything inside: {}.{} MB.\n",
        size / 1_000_000,
        size / 100_000 % 10
    );
    let end2end = tools::root().join("end2end");
    tools::run(
        Command::new("npm")
            .args(["ci", "--silent"])
            .current_dir(&end2end),
    )?;
    let url = format!("http://{}", ADDRESS.replace("127.0.0.1", "localhost"));
    let pid = second.0.id().to_string();
    tools::run(
        Command::new("node")
            .args(["figures.mjs", &url, &pid])
            .current_dir(&end2end),
    )
}

fn start(server: &Path, folder: &Path) -> Done<Running> {
    Command::new(server)
        .args(["serve", "--demo", "--addr", ADDRESS, "--database-url"])
        .arg(format!(
            "sqlite://{}",
            folder.join("figures.sqlite").display()
        ))
        .stdout(Stdio::null())
        .spawn()
        .map(Running)
        .map_err(|error| format!("cannot start {}: {error}", server.display()))
}

/// How long it takes until the server says it is ready.
fn wait(began: Instant) -> Done<Duration> {
    while began.elapsed() < PATIENCE {
        if is_ready() {
            return Ok(began.elapsed());
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    Err(format!(
        "no answer on {ADDRESS} within {} seconds",
        PATIENCE.as_secs()
    ))
}

fn is_ready() -> bool {
    let Ok(mut stream) = TcpStream::connect(ADDRESS) else {
        return false;
    };
    let request = "GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    let mut answer = String::new();
    stream.write_all(request.as_bytes()).is_ok()
        && stream.read_to_string(&mut answer).is_ok()
        && answer.starts_with("HTTP/1.1 200")
}
