//! Bogus codes with right check signs from one side, and a wijk that votes from the other, behind one address.

use std::{
    path::Path,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use domain::ballot_box::VotingCode;

use crate::{
    Done,
    browser::Browser,
    figures::{Times, memory},
    server::Place,
    voters::Answered,
    voters::{LETTERS, code, first_choice, press, words},
};

/// Bogus codes a second, and who sends them.
const BOGUS: u64 = 200;
const ATTACKERS: u64 = 100;
const ADDRESSES: u64 = 10;
/// Voters behind one address; every twentieth first mistypes a sign.
const VOTERS: usize = 300;
const AT_ONCE: usize = 15;

/// # Errors
/// A good code that was refused.
pub fn drill(program: &Path, seconds: u64) -> Done<String> {
    let place = Place::new(program)?;
    let running = place.start()?;
    let (over, bogus) = (AtomicBool::new(false), AtomicUsize::new(0));
    let (times, refused) = thread::scope(|scope| {
        for attacker in 0..ATTACKERS {
            let (place, over, bogus) = (&place, &over, &bogus);
            scope.spawn(move || attack(place, attacker, over, bogus));
        }
        let wijk = vote_all(&place, Duration::from_secs(seconds));
        over.store(true, Ordering::SeqCst);
        wijk
    });
    let last = format!(
        "flood: {} bogus codes in {seconds} s, {VOTERS} voters, {refused} good codes refused, cast p99 {} ms, {} MB",
        bogus.load(Ordering::SeqCst),
        times.p99(),
        memory(running.pid())?
    );
    if refused > 0 || times.len() < VOTERS {
        return Err(last);
    }
    Ok(last)
}

/// One of those who guess.
fn attack(place: &Place, attacker: u64, over: &AtomicBool, bogus: &AtomicUsize) {
    let mut browser = Browser::new(&place.url(), &format!("203.0.113.{}", attacker % ADDRESSES));
    let pace = Duration::from_millis(1_000 * ATTACKERS / BOGUS);
    while !over.load(Ordering::SeqCst) {
        let began = Instant::now();
        let mut entropy = [0; 9];
        if getrandom::fill(&mut entropy).is_err() {
            return;
        }
        let code = VotingCode::from_entropy(entropy).to_string();
        bogus.fetch_add(1, Ordering::SeqCst);
        let _ = browser.post("/stem", &[("code", &code)]);
        thread::sleep(pace.saturating_sub(began.elapsed()));
    }
}

/// All voters, spread over so much time: how long each cast took, and how many good codes opened nothing.
fn vote_all(place: &Place, all: Duration) -> (Times, usize) {
    let next = AtomicUsize::new(0);
    let pace = all / u32::try_from(VOTERS / AT_ONCE).unwrap_or(1);
    let joined = thread::scope(|scope| {
        let busy: Vec<_> = (0..AT_ONCE)
            .map(|_| scope.spawn(|| votes_of_one_screen(place, &next, pace)))
            .collect();
        busy.into_iter()
            .map(thread::ScopedJoinHandle::join)
            .collect::<Vec<_>>()
    });
    let (mut times, mut refused) = (Times::default(), 0);
    for (some, more) in joined.into_iter().flatten() {
        times.join(some);
        refused += more;
    }
    (times, refused)
}

fn votes_of_one_screen(place: &Place, next: &AtomicUsize, pace: Duration) -> (Times, usize) {
    let mut browser = Browser::new(&place.url(), "198.51.100.9");
    let (mut times, mut refused) = (Times::default(), 0);
    loop {
        let began = Instant::now();
        let voter = next.fetch_add(1, Ordering::SeqCst);
        if voter >= VOTERS {
            return (times, refused);
        }
        match one(&mut browser, voter) {
            Some(took) => times.add(took),
            None => refused += 1,
        }
        thread::sleep(pace.saturating_sub(began.elapsed()));
    }
}

/// From the code to the box, and how long the last step took; nothing if the code was refused.
fn one(browser: &mut Browser, voter: usize) -> Option<Duration> {
    browser.wipe();
    let (letter, nth) = (voter % LETTERS, voter / LETTERS);
    let code = code(letter);
    if voter.is_multiple_of(20) {
        let wrong = code.replacen(|sign: char| sign.is_ascii_digit(), "Z", 1);
        browser.post("/stem", &[("code", &wrong)])?;
    }
    let entered = browser.post("/stem", &[("code", &code)])?;
    if entered.location != "/stem/kiezen" {
        return None;
    }
    let ballot = browser.get("/stem/kiezen")?;
    let choice = first_choice(&ballot.body)?.to_owned();
    browser.post("/stem/kiezen", &[("choices", &choice)])?;
    let began = Instant::now();
    let words = words(letter, nth)?.to_string();
    let answered = press(browser, &words)?;
    (answered == Answered::Acknowledged).then(|| began.elapsed())
}
