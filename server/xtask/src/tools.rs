//! What the other tasks stand on: where things are, running programs, and which programs must be there.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sha2::{Digest, Sha256};

/// The result of a task; a problem is one sentence that says what to do.
pub type Done<T = ()> = Result<T, String>;

pub const WASM: &str = "wasm32-unknown-unknown";

/// The root of the repository.
pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.ancestors().nth(2).unwrap_or(xtask).to_path_buf()
}

/// Where cargo puts what it builds.
pub fn target_dir() -> PathBuf {
    // `join` keeps an absolute path as it is.
    root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// Cargo, the same one that runs this task, in the root of the repository.
pub fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .current_dir(root())
        .env("CARGO_TARGET_DIR", target_dir());
    cargo
}

/// Runs `command` to its end with its output on the screen.
pub fn run(command: &mut Command) -> Done {
    let status = command
        .status()
        .map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{}` failed ({status})", shown(command)))
    }
}

/// Runs `command` to its end and gives what it printed.
pub fn output(command: &mut Command) -> Done<String> {
    let output = command
        .output()
        .map_err(|error| cannot_start(command, &error))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let said = String::from_utf8_lossy(&output.stderr);
        Err(format!(
            "`{}` failed ({}): {}",
            shown(command),
            output.status,
            said.trim()
        ))
    }
}

/// Whether `command` runs and succeeds; what it prints is thrown away.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!(
        "`{}` does not start ({error}); is it installed?",
        command.get_program().display()
    )
}

fn shown(command: &Command) -> String {
    let words: Vec<_> = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect();
    words.join(" ")
}

/// The path of `program` when it is on PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

/// Whether this process may do everything; `id` is asked because the system call needs unsafe code.
pub fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Makes sure rustc can build for the browser.
///
/// rustup does this by itself for rust-toolchain.toml, unless automatic installation is switched off.
pub fn wasm_target() -> Done {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = output(
        Command::new(rustc)
            .args(["--print", "sysroot"])
            .current_dir(root()),
    )?;
    if Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM)
        .is_dir()
    {
        return Ok(());
    }
    run(Command::new("rustup")
        .args(["target", "add", WASM])
        .current_dir(root()))
    .map_err(|_| {
        format!("the {WASM} target of Rust is missing; run `rustup target add {WASM}` while online")
    })
}

/// Chromium for the browser tests: `CHROMIUM` when set, else the first known name on PATH.
pub fn chromium() -> Option<PathBuf> {
    browser(
        "CHROMIUM",
        &["chromium", "chromium-browser", "google-chrome"],
    )
}

/// Firefox, for the story that runs in it: `FIREFOX` when set, else the first known name on PATH.
pub fn firefox() -> Option<PathBuf> {
    browser("FIREFOX", &["firefox-esr", "firefox"])
}

/// A Python with `cryptography`, for the verifier that is not ours: the first one, else Debian's own.
pub fn python() -> Option<&'static str> {
    ["python3", "/usr/bin/python3"]
        .into_iter()
        .find(|python| succeeds(Command::new(python).args(["-c", "import cryptography"])))
}

fn browser(variable: &str, names: &[&str]) -> Option<PathBuf> {
    match env::var_os(variable) {
        Some(path) => Some(path.into()),
        None => names.iter().copied().find_map(on_path),
    }
}

/// Installs the Debian packages whose program is missing, or says how to.
///
/// A missing program must fail the tests, never skip them: a skipped database is an untested database.
pub fn debian_packages(wanted: &[(&str, bool)]) -> Done {
    let missing: Vec<&str> = wanted
        .iter()
        .filter(|(_, present)| !present)
        .map(|(package, _)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = format!("apt-get update && apt-get install -y {}", missing.join(" "));
    let sudo: &[&str] = if is_root() { &[] } else { &["sudo", "-n"] };
    let may_install = sudo.is_empty() || succeeds(Command::new("sudo").args(["-n", "true"]));
    if on_path("apt-get").is_none() || !may_install {
        return Err(format!(
            "missing: {}; on Debian run `sudo sh -c '{by_hand}'`",
            missing.join(", ")
        ));
    }
    println!("installing {}", missing.join(", "));
    let apt = |args: &[&str]| {
        // Through `env`, because sudo does not pass the variable on.
        let words = sudo
            .iter()
            .chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"])
            .chain(args);
        let words: Vec<&str> = words.copied().collect();
        run(Command::new(words[0]).args(&words[1..]))
    };
    apt(&["update"])?;
    let install = [
        &["install", "-y", "--no-install-recommends"],
        missing.as_slice(),
    ]
    .concat();
    apt(&install).map_err(|problem| format!("{problem}; try `{by_hand}` by hand"))
}

/// The first 16 hexadecimal digits of the SHA-256 of `bytes`: what memory-serve puts into an address.
pub fn hash(bytes: &[u8]) -> String {
    format!("{:x}", base16ct::HexDisplay(&Sha256::digest(bytes)[..8]))
}
