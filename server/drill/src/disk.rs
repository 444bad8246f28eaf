//! A full disk, an fsync that fails, and a database that somebody else holds: nothing is acknowledged that is not there.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use crate::{
    Done,
    database::hold,
    server::{Place, Running},
    voters::{LETTERS, Tried, in_box, storm},
};

/// An fsync that fails as long as a file is there.
const SHIM: &str = r#"
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <unistd.h>
static int fails(void) { return access(FLAG, F_OK) == 0; }
int fsync(int fd) {
    if (fails()) { errno = EIO; return -1; }
    return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(fd);
}
int fdatasync(int fd) {
    if (fails()) { errno = EIO; return -1; }
    return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(fd);
}
"#;

/// What came of votes while something was wrong.
struct Came {
    acknowledged: usize,
    meanwhile: usize,
    lost: usize,
}

/// # Errors
/// A vote that was acknowledged and is not in the box, one acknowledged while nothing could be kept, or a server that does not
/// take votes again afterwards.
pub fn drill(program: &Path) -> Done<String> {
    let full = full(program)?;
    let failing = failing(program)?;
    let held = held(program)?;
    let said = |name: &str, came: &Came| {
        let Came {
            acknowledged, lost, ..
        } = came;
        format!("{name} {acknowledged} acknowledged {lost} lost")
    };
    let last = format!(
        "disk: {}, {}, {}",
        said("full", &full),
        said("fsync", &failing),
        said("lock", &held)
    );
    if full.lost + failing.lost + held.lost > 0 || failing.meanwhile > 0 {
        return Err(format!("{last}; {} while fsync failed", failing.meanwhile));
    }
    Ok(last)
}

/// As if the disk were full: no file may grow beyond what the database needs already.
fn full(program: &Path) -> Done<Came> {
    let place = Place::new(program)?;
    place.keep_copy()?;
    let size = fs::metadata(place.file())
        .map_err(|error| error.to_string())?
        .len();
    // The shell counts in blocks of 512 bytes; a write beyond is an error and no signal.
    let room = size.div_ceil(512) + 64;
    let running = place.start_after(&format!("trap '' XFSZ; ulimit -f {room}"))?;
    came_through(&place, running, |_| Ok(()))
}

fn failing(program: &Path) -> Done<Came> {
    let place = Place::new(program)?;
    place.keep_copy()?;
    let flag = place.folder().join("broken");
    let shim = compile(&place, &flag)?;
    let running = place.start_after(&format!("export LD_PRELOAD={}", shim.display()))?;
    came_through(&place, running, |broken| {
        let done = if broken {
            fs::write(&flag, "")
        } else {
            fs::remove_file(&flag)
        };
        done.map_err(|error| error.to_string())
    })
}

fn compile(place: &Place, flag: &Path) -> Done<PathBuf> {
    let (source, shim) = (
        place.folder().join("shim.c"),
        place.folder().join("shim.so"),
    );
    fs::write(&source, SHIM).map_err(|error| error.to_string())?;
    let compiled = Command::new("cc")
        .args(["-shared", "-fPIC", "-o"])
        .args([&shim, &source])
        .arg(format!("-DFLAG=\"{}\"", flag.display()))
        .arg("-ldl")
        .status();
    match compiled {
        Ok(status) if status.success() => Ok(shim),
        other => Err(format!("cannot compile the failing fsync: {other:?}")),
    }
}

/// Somebody else holds the writing lock for longer than a cast waits.
fn held(program: &Path) -> Done<Came> {
    let place = Place::new(program)?;
    place.keep_copy()?;
    let running = place.start()?;
    let lock = std::sync::Mutex::new(None);
    came_through(&place, running, |broken| {
        let mut lock = lock.lock().map_err(|error| error.to_string())?;
        *lock = broken.then(|| hold(&place)).transpose()?;
        Ok(())
    })
}

/// Votes before, during and after something is wrong; then a new start, and what is in the box.
fn came_through(place: &Place, running: Running, wrong: impl Fn(bool) -> Done) -> Done<Came> {
    let mut tried = [Tried::default(); LETTERS];
    let mut storm_for = |millis| {
        let over = AtomicBool::new(false);
        let before: usize = tried.iter().map(|it| it.acknowledgements).sum();
        thread::scope(|scope| {
            scope.spawn(|| storm(place, &mut tried, &over));
            thread::sleep(Duration::from_millis(millis));
            over.store(true, Ordering::SeqCst);
        });
        tried.iter().map(|it| it.acknowledgements).sum::<usize>() - before
    };
    storm_for(1_000);
    wrong(true)?;
    let meanwhile = storm_for(3_000);
    wrong(false)?;
    running.kill();
    let again = place.start()?;
    if storm_for(1_500) == 0 {
        return Err("no vote was taken afterwards".into());
    }
    again.kill();
    place.start()?.kill();
    let found = in_box(place, &tried)?;
    let is_lost = |(letter, tried): (usize, &Tried)| {
        let kept = found.get(&letter).map_or(&[][..], Vec::as_slice);
        tried.acknowledged > 0 && !kept.iter().any(|&nth| nth >= tried.acknowledged)
    };
    Ok(Came {
        acknowledged: tried.iter().map(|it| it.acknowledgements).sum(),
        meanwhile,
        lost: tried.iter().enumerate().filter(|&one| is_lost(one)).count(),
    })
}
