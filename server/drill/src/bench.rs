//! Codes and casts a second over HTTP, load and server on the same machine, and the memory they leave.

use std::{
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use crate::{
    Done,
    browser::Browser,
    figures::{Times, memory},
    server::Place,
    voters::{Answered, LETTERS, code, first_choice, press, words},
};

/// Browsers at once.
const CLIENTS: usize = 32;
/// Votes that are prepared and then cast.
const VOTES: usize = 1_500;
/// Sign-ins that hang up at once.
const ABORTED: usize = 100;

/// # Errors
/// A vote that could not be cast.
pub fn bench(program: &Path, database_url: Option<&str>) -> Done<String> {
    let place = Place::new(program)?.at_database(database_url);
    let running = place.start()?;
    let before = memory(running.pid())?;
    let began = Instant::now();
    let (entries, ready) = prepare(&place)?;
    let took = began.elapsed();
    let coded = memory(running.pid())?;
    println!(
        "code entry: {} a second, p99 {} ms",
        entries.rate(took),
        entries.p99()
    );
    let began = Instant::now();
    let casts = cast_all(ready);
    let took = began.elapsed();
    println!(
        "casts: {} a second, p99 {} ms",
        casts.rate(took),
        casts.p99()
    );
    let cast = memory(running.pid())?;
    let hung_up = hang_up(&place);
    thread::sleep(Duration::from_secs(5));
    let after = memory(running.pid())?;
    println!(
        "memory: {before} MB at start, {coded} after {VOTES} codes, {cast} after {VOTES} casts, {after} after {hung_up} aborted sign-ins"
    );
    if casts.len() < VOTES {
        return Err(format!("only {} of {VOTES} votes were cast", casts.len()));
    }
    Ok(format!("bench: {VOTES} votes on {}", place.engine()))
}

/// Somebody at the last look, with the words of the vote.
type Ready = (Browser, String);

/// Enters every code, and goes on to the last look.
fn prepare(place: &Place) -> Done<(Times, Vec<Ready>)> {
    let next = AtomicUsize::new(0);
    let ready = Mutex::new(Vec::new());
    let times = Mutex::new(Times::default());
    thread::scope(|scope| {
        for _ in 0..CLIENTS {
            scope.spawn(|| {
                loop {
                    let voter = next.fetch_add(1, Ordering::SeqCst);
                    if voter >= VOTES {
                        return;
                    }
                    if let Some((took, one)) = enter(place, voter) {
                        times
                            .lock()
                            .unwrap_or_else(PoisonError::into_inner)
                            .add(took);
                        ready
                            .lock()
                            .unwrap_or_else(PoisonError::into_inner)
                            .push(one);
                    }
                }
            });
        }
    });
    let times = times.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok((
        times,
        ready.into_inner().unwrap_or_else(PoisonError::into_inner),
    ))
}

fn enter(place: &Place, voter: usize) -> Option<(Duration, Ready)> {
    let (letter, nth) = (voter % LETTERS, voter / LETTERS + 1);
    let mut browser = Browser::new(&place.url(), &format!("10.{}.0.1", voter % 250));
    let began = Instant::now();
    let entered = browser.post("/stem", &[("code", &code(letter))])?;
    let took = began.elapsed();
    if entered.location != "/stem/kiezen" {
        return None;
    }
    let ballot = browser.get("/stem/kiezen")?;
    let choice = first_choice(&ballot.body)?.to_owned();
    browser.post("/stem/kiezen", &[("choices", &choice)])?;
    Some((took, (browser, words(letter, nth)?.to_string())))
}

/// Casts what is ready, as many at once as there are clients.
fn cast_all(ready: Vec<Ready>) -> Times {
    let ready = Mutex::new(ready);
    let times = Mutex::new(Times::default());
    thread::scope(|scope| {
        for _ in 0..CLIENTS {
            scope.spawn(|| {
                loop {
                    let one = ready.lock().unwrap_or_else(PoisonError::into_inner).pop();
                    let Some((mut browser, words)) = one else {
                        return;
                    };
                    let began = Instant::now();
                    if press(&mut browser, &words) == Some(Answered::Acknowledged) {
                        let took = began.elapsed();
                        times
                            .lock()
                            .unwrap_or_else(PoisonError::into_inner)
                            .add(took);
                    }
                }
            });
        }
    });
    times.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Sign-ins of which nobody waits for the answer.
fn hang_up(place: &Place) -> usize {
    (0..ABORTED)
        .filter(|_| place.hang_up_while_signing_in().is_ok())
        .count()
}
