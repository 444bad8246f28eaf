//! Telling the order of votes, and so whose they are, from what a thief would have: the journal, the database file, a back-up.
//!
//! Each attack looks where the seals stand and says which of each two votes came first. By chance that is right half of the
//! time. The same attack on a table that does keep the order shows that it would find it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use domain::ballot_box::{Seal, seal_list_hash};
use sqlx::Row as _;

use crate::{
    Done,
    browser::Browser,
    database::{ask, leaky, voting},
    server::Place,
    voters::{Answered, LETTERS, code, rows, vote, words},
};

/// Further from half than this is no chance, over twenty rounds of eighteen votes: three and a half times the standard
/// deviation of Kendall's rank correlation.
const CHANCE: f64 = 0.068;

/// Pairs of votes that an attack told right, and all pairs.
#[derive(Clone, Copy, Default)]
struct Told {
    right: usize,
    of: usize,
}

impl Told {
    /// By where each seal was seen; pairs of which one was not seen are told by nothing.
    fn add(&mut self, order: &[String], seen: &BTreeMap<String, usize>) {
        for (at, earlier) in order.iter().enumerate() {
            for later in &order[at + 1..] {
                if let (Some(one), Some(other)) = (seen.get(earlier), seen.get(later)) {
                    self.of += 1;
                    self.right += usize::from(one < other);
                }
            }
        }
    }

    /// The share told right, or wrong where that is more: whoever knows it is backwards reads it backwards.
    fn share(self) -> f64 {
        // Only to print: counts of some thousands.
        #[expect(
            clippy::cast_precision_loss,
            reason = "a share to print, of some thousands"
        )]
        let share = self.right as f64 / self.of.max(1) as f64;
        share.max(1.0 - share)
    }
}

/// # Errors
/// An attack that tells more than chance, or one that does not find what is there to find.
pub fn drill(program: &Path, rounds: u32) -> Done<String> {
    let place = Place::new(program)?;
    place.keep_copy()?;
    let (mut file, mut backup, mut dump, mut control) = (
        Told::default(),
        Told::default(),
        Told::default(),
        Told::default(),
    );
    let mut batches = 0;
    for _ in 0..rounds {
        place.put_back()?;
        let running = place.start()?;
        let order = vote_in_order(&place)?;
        let copy = back_up(&place, program)?;
        backup.add(&order, &places_in(&copy, &order)?);
        let mut clock = Browser::new(&place.url(), "10.1.0.1");
        let round = voting(&place)?;
        clock.post("/demo/klok", &[("round", &round)]);
        running.stop()?;
        batches += peeled(&place)?;
        file.add(&order, &places_in(&place.file(), &order)?);
        dump.add(
            &order,
            &places_of(ask(&place, "SELECT seal FROM ballot_box")?)?,
        );
        control.add(&order, &places_in(&leaky(&place, &order)?, &order)?);
    }
    let last = format!(
        "link: {rounds} rounds, batches {batches} hits, file {:.3}, back-up {:.3}, dump {:.3}, control {:.3} (chance 0.500)",
        file.share(),
        backup.share(),
        dump.share(),
        control.share()
    );
    let most = 0.5 + CHANCE * (20.0 / f64::from(rounds.max(1))).sqrt();
    let is_told = [file, backup, dump].iter().any(|told| told.share() > most);
    if is_told || batches > 0 || control.share() < 0.9 {
        return Err(last);
    }
    Ok(last)
}

/// Every letter votes once, one after another in an order that nobody chose; gives the seals in that order.
fn vote_in_order(place: &Place) -> Done<Vec<String>> {
    let mut letters: Vec<usize> = (0..LETTERS).collect();
    for at in (1..LETTERS).rev() {
        let other = crate::below(at as u64 + 1);
        letters.swap(at, usize::try_from(other).unwrap_or_default());
    }
    let mut browser = Browser::new(&place.url(), "10.2.0.1");
    for &letter in &letters {
        let words = words(letter, 1).ok_or("no words")?.to_string();
        if vote(&mut browser, &code(letter), &words) != Answered::Acknowledged {
            return Err("a vote was not taken".into());
        }
    }
    let rows = rows(place)?;
    letters
        .iter()
        .map(|&letter| {
            let own = words(letter, 1);
            let row = rows.iter().find(|(_, words)| Some(*words) == own);
            row.map(|(seal, _)| seal.clone())
                .ok_or_else(|| "a vote is not in the box".into())
        })
        .collect()
}

/// Where each seal is first seen among the bytes of a file, and of the log beside it.
fn places_in(file: &Path, seals: &[String]) -> Done<BTreeMap<String, usize>> {
    let mut bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let log = PathBuf::from(format!("{}-wal", file.display()));
    bytes.extend(fs::read(log).unwrap_or_default());
    let hex = String::from_utf8_lossy(&bytes);
    // A box row comes before the row in the list of seals, or after it: the one with a commitment behind it is meant.
    let place = |seal: &String| {
        hex.rmatch_indices(seal.as_str())
            .map(|(at, _)| at)
            .find(|&at| {
                let next = hex.get(at + seal.len()..at + 2 * seal.len());
                next.is_none_or(|next| next.bytes().all(|sign| sign.is_ascii_hexdigit()))
            })
    };
    Ok(seals
        .iter()
        .filter_map(|seal| Some((seal.clone(), place(seal)?)))
        .collect())
}

fn places_of(rows: Vec<sqlx::any::AnyRow>) -> Done<BTreeMap<String, usize>> {
    rows.iter()
        .enumerate()
        .map(|(at, row)| {
            let seal = row.try_get("seal").map_err(|error| error.to_string())?;
            Ok((seal, at))
        })
        .collect()
}

/// The journal after each batch of letters: whether it holds the hash of the list of seals without one of them.
fn peeled(place: &Place) -> Done<usize> {
    let entries = ask(place, "SELECT event FROM journal")?;
    let journal: Vec<String> = entries
        .iter()
        .filter_map(|row| row.try_get("event").ok())
        .collect();
    let journal = journal.join("\n");
    let rows = ask(
        place,
        "SELECT seal, wijk_id, round_id FROM seal ORDER BY seal",
    )?;
    let mut lists: BTreeMap<(String, String), Vec<Seal>> = BTreeMap::new();
    for row in &rows {
        let text = |column| {
            row.try_get::<String, _>(column)
                .map_err(|error| error.to_string())
        };
        let seal = text("seal")?.parse().map_err(|_| "no seal")?;
        lists
            .entry((text("round_id")?, text("wijk_id")?))
            .or_default()
            .push(seal);
    }
    // The round that votes has the shortest lists; those of thousands that were counted show nothing else.
    let hits = lists.values().filter(|list| list.len() < 200).map(|list| {
        (0..list.len())
            .filter(|&left_out| {
                let mut before = list.clone();
                before.remove(left_out);
                journal.contains(&seal_list_hash(&before).to_string())
            })
            .count()
    });
    Ok(hits.sum())
}

fn back_up(place: &Place, program: &Path) -> Done<PathBuf> {
    let copy = place.folder().join("backup.sqlite");
    let _ = fs::remove_file(&copy);
    let made = Command::new(program)
        .args(["--database-url", &place.database_url()])
        .arg("--secret-file")
        .arg(place.folder().join("secret"))
        .arg("backup")
        .arg(&copy)
        .output()
        .map_err(|error| error.to_string())?;
    if made.status.success() {
        Ok(copy)
    } else {
        Err(String::from_utf8_lossy(&made.stderr).into_owned())
    }
}
