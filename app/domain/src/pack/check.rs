//! Checking a pack (README.md#what-is-checked): everything that follows from something else is worked out again.

mod facts;
mod two;
mod wijk;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    fault::PackFault,
    files::{COMMON, Files},
    read::{Read, Reader},
};
use crate::{
    audit::EventKind,
    euro::Euro,
    id::{ProposalId, WijkId},
    journal::{BadEntry, Digest, Entry, JournalKey, verify},
    named,
    outcome::MIN_PUBLISHED,
    recount::{Problem, Progress, Recount},
    round::{Rules, Sheet},
};
use facts::Facts;

named! {
    /// What is checked, beside counting again.
    pub enum Item {
        /// No file is missing, and none is there that has no place.
        Files = "files",
        /// The journal is whole and signed.
        Journal = "journal",
        /// Two people are behind whatever one alone must not do.
        TwoPeople = "two people",
        /// The rules are those that the journal knows.
        Rules = "rules",
        /// The sheet is that of the journal and fits the rules and the keys.
        Sheet = "sheet",
        /// There are as many letters as seals, and they are those that were fixed.
        Letters = "letters",
        /// The cancelled letters are those of the journal, and their seals are proved.
        Cancelled = "cancelled",
        /// Every envelope, opened again, holds what is published.
        Opening = "opening",
        /// Outcome, proof and election file follow from the ballots, and are those of the journal.
        Published = "published",
    }
}

/// How a check ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is right.
    Right,
    /// It could not be checked: something that it needs is wrong, or not published because there are few ballots.
    Unknown,
    /// It is wrong, for these reasons.
    Wrong(Vec<Wrong>),
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wrong {
    /// A file is not as it is written.
    #[error(transparent)]
    File(PackFault),
    /// The journal does not hold.
    #[error("journal, {0}")]
    Journal(BadEntry),
    /// The journal is signed by another key than the one that was noted.
    #[error("the journal is signed by {found}")]
    OtherSigner {
        /// The key in the pack.
        found: JournalKey,
    },
    /// The head that was noted is of no entry.
    #[error("no entry has the hash that was noted")]
    NoSuchHead,
    /// The journal does not end with the count of this round.
    #[error("the journal does not end with the count of this round")]
    NotCounted,
    /// What is fixed once was said again.
    #[error("the journal says {0} more than once")]
    Again(EventKind),
    /// What needs two people was not asked for by one and agreed to by another.
    #[error("entry {entry}: two people are not behind it")]
    Alone {
        /// Its number.
        entry: u64,
    },
    /// The letters of a wijk were not made by two people.
    #[error("the journal does not say that two people made the letters of {wijk}")]
    NoLetters {
        /// Its name.
        wijk: String,
    },
    /// A part is not the one that the journal or the sheet says.
    #[error("{0} is not the one that was fixed")]
    Other(Part),
    /// A letter is not the one that was fixed, or was not cancelled.
    #[error("letter {number} is not the one that was cancelled")]
    Letter {
        /// Its number.
        number: u32,
    },
    /// Counting again found something else.
    #[error(transparent)]
    Recount(Problem),
}

named! {
    /// What was fixed before.
    pub enum Part {
        /// The rules.
        Rules = "rules",
        /// The sheet.
        Sheet = "sheet",
        /// The key of the box.
        BoxKey = "box key",
        /// The dates.
        Dates = "dates",
        /// The wijken.
        Wijken = "list of wijken",
        /// The list of seals.
        Seals = "list of seals",
        /// The list of letters.
        Letters = "list of letters",
        /// The closed box.
        Box = "box",
        /// The list of cancelled letters.
        Cancelled = "list of cancelled letters",
        /// What was published after the count.
        Published = "publication",
    }
}

/// What a reader wrote down before, or sees on a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// The hash of an entry of the journal.
    pub head: Option<Digest>,
    /// The key that signs the journal.
    pub journal_key: Option<JournalKey>,
    /// The outcome of wijken.
    pub outcomes: BTreeMap<WijkId, NotedOutcome>,
}

/// What a page says came out of a wijk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotedOutcome {
    /// The winners, in the order of selection.
    pub winners: Vec<ProposalId>,
    /// What is left.
    pub left: Euro,
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Of the whole.
    pub items: Vec<(Item, Verdict)>,
    /// Of each wijk, in the order of the rules.
    pub wijken: Vec<WijkReport>,
    /// The last entry of the journal, to write down.
    pub head: Option<Digest>,
}

/// What a check found in one wijk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WijkReport {
    /// The wijk.
    pub wijk: WijkId,
    /// Its name in the rules.
    pub name: String,
    /// Beside counting again.
    pub items: Vec<(Item, Verdict)>,
    /// Counting again; absent where it could not be done.
    pub recount: Option<Recount>,
}

impl Report {
    /// Whether everything was checked and is right.
    #[must_use]
    pub fn is_right(&self) -> bool {
        let are_right =
            |items: &[(Item, Verdict)]| items.iter().all(|(_, verdict)| *verdict == Verdict::Right);
        let is_right = |wijk: &WijkReport| {
            are_right(&wijk.items) && wijk.recount.as_ref().is_some_and(Recount::is_same)
        };
        are_right(&self.items) && self.wijken.iter().all(is_right)
    }
}

/// Collects what is wrong with one item.
#[derive(Debug, Default)]
struct Found {
    wrong: Vec<Wrong>,
    is_unknown: bool,
}

impl Found {
    fn read<T>(&mut self, read: Read<T>) -> Option<T> {
        read.map_err(|fault| self.wrong.push(Wrong::File(fault)))
            .ok()
    }

    fn same<T: PartialEq>(&mut self, part: Part, found: &T, fixed: Option<&T>) {
        if fixed != Some(found) {
            self.wrong.push(Wrong::Other(part));
        }
    }

    fn verdict(self) -> Verdict {
        if !self.wrong.is_empty() {
            Verdict::Wrong(self.wrong)
        } else if self.is_unknown {
            Verdict::Unknown
        } else {
            Verdict::Right
        }
    }
}

/// What the parts of a pack are held against.
struct Checked<'a> {
    reader: Reader<'a>,
    noted: &'a Noted,
    facts: Facts,
    rules: Option<Rules>,
    sheet: Option<Sheet>,
}

/// Checks everything in a pack, and goes on after a fault wherever it can.
///
/// `progress` is told how far counting again is.
#[must_use]
pub fn check(files: &Files, noted: &Noted, mut progress: impl FnMut(Progress)) -> Report {
    let reader = Reader(files);
    let (journal, entries) = journal(reader, noted);
    let sheet = reader.sheet();
    let facts = sheet
        .as_ref()
        .map(|sheet| Facts::of(&entries, sheet.round))
        .unwrap_or_default();
    let mut checked = Checked {
        reader,
        noted,
        facts,
        rules: reader.rules().ok(),
        sheet: sheet.ok(),
    };
    let rules_verdict = checked.rules();
    let sheet_verdict = checked.sheet();
    let journal = checked.ends_with_count(journal);
    let two_people = checked.two_people(&entries);
    let wijken = checked.wijken(&mut progress);
    let items = vec![
        (Item::Files, checked.files()),
        (Item::Journal, journal.verdict()),
        (Item::TwoPeople, two_people),
        (Item::Rules, rules_verdict),
        (Item::Sheet, sheet_verdict),
    ];
    Report {
        items,
        wijken,
        head: entries.last().map(|entry| entry.hash),
    }
}

fn journal(reader: Reader<'_>, noted: &Noted) -> (Found, Vec<Entry>) {
    let mut found = Found::default();
    let entries = found.read(reader.journal()).unwrap_or_default();
    if let Some(key) = found.read(reader.journal_key()) {
        if let Err(bad) = verify(&entries, Some(&key)) {
            found.wrong.push(Wrong::Journal(bad));
        }
        if noted.journal_key.is_some_and(|noted| noted != key) {
            found.wrong.push(Wrong::OtherSigner { found: key });
        }
    }
    let is_among = |head: Digest| entries.iter().any(|entry| entry.hash == head);
    if noted.head.is_some_and(|head| !is_among(head)) {
        found.wrong.push(Wrong::NoSuchHead);
    }
    (found, entries)
}

impl Checked<'_> {
    fn ends_with_count(&self, mut found: Found) -> Found {
        if !self.facts.is_counted {
            found.wrong.push(Wrong::NotCounted);
        }
        let again = self.facts.again.iter().copied();
        found.wrong.extend(again.map(Wrong::Again));
        found
    }

    fn two_people(&self, entries: &[Entry]) -> Verdict {
        self.sheet.as_ref().map_or(Verdict::Unknown, |sheet| {
            two::two_people(entries, sheet.round, self.rules.as_ref())
        })
    }

    fn rules(&mut self) -> Verdict {
        let mut found = Found::default();
        found.read(self.reader.rules());
        if let Some(text) = found.read(self.reader.bytes(super::files::RULES)) {
            let hash = Digest::of(text);
            found.same(Part::Rules, &hash, self.facts.rules.as_ref());
            let on_the_sheet = self.sheet.as_ref().map(|sheet| &sheet.rules);
            found.same(Part::Rules, &hash, on_the_sheet);
        }
        if let (Some(rules), Some(sheet)) = (&self.rules, &self.sheet) {
            found.same(Part::Rules, &rules.round, Some(&sheet.round));
        }
        found.verdict()
    }

    fn sheet(&self) -> Verdict {
        let mut found = Found::default();
        found.read(self.reader.sheet());
        if let Some(text) = found.read(self.reader.bytes(super::files::SHEET)) {
            let hash = Digest::of(text);
            found.same(Part::Sheet, &hash, self.facts.sheet.as_ref());
        }
        let key = found.read(self.reader.box_key());
        if let Some(sheet) = &self.sheet {
            found.same(Part::BoxKey, &sheet.box_key, self.facts.box_key.as_ref());
            let public = key.map(|key| key.public());
            found.same(Part::BoxKey, &sheet.box_key, public.as_ref());
            let in_rules = self.rules.as_ref().map(wijken_of);
            let on_sheet: Vec<WijkId> = sheet.wijken.iter().map(|fixed| fixed.wijk).collect();
            found.same(Part::Wijken, &on_sheet, in_rules.as_ref());
            let settings = self.rules.as_ref().map(|rules| &rules.settings);
            let is_same = settings.map(|rules| rules.is_same_but_dates(&sheet.settings));
            found.same(Part::Rules, &true, is_same.as_ref());
            let dates = settings.and_then(|rules| self.facts.dates(&rules.schedule));
            found.same(Part::Dates, &sheet.settings.schedule, dates);
        }
        found.verdict()
    }

    fn wijken(&self, progress: &mut dyn FnMut(Progress)) -> Vec<WijkReport> {
        let Some(rules) = &self.rules else {
            return Vec::new();
        };
        rules
            .wijken
            .iter()
            .map(|wijk| self.wijk(rules, wijk, progress))
            .collect()
    }

    /// Whether every file has its place, and every place its file.
    fn files(&self) -> Verdict {
        let mut found = Found::default();
        let mut places: Vec<String> = COMMON.map(str::to_owned).into();
        let mut may_be = Vec::new();
        for wijk in self.rules.iter().flat_map(|rules| &rules.wijken) {
            let of = |name: &&str| super::files::of(wijk.wijk, name);
            places.extend(super::files::OF_EVERY_WIJK.iter().map(of));
            if !self.is_too_few(wijk.wijk) {
                places.extend(super::files::OF_BALLOTS.iter().map(of));
                // Whether the rule has a proof is seen where the outcome is worked out again.
                may_be.push(of(&super::files::PROOF));
            }
        }
        let names = self.reader.0.keys();
        for file in names.filter(|name| !places.contains(name) && !may_be.contains(name)) {
            let file = file.clone();
            found.wrong.push(Wrong::File(PackFault::Foreign { file }));
        }
        for file in places {
            found.read(self.reader.bytes(&file));
        }
        found.read(self.reader.words());
        found.verdict()
    }

    /// Whether so few ballots counted in a wijk, by the journal, that they are not published.
    fn is_too_few(&self, wijk: WijkId) -> bool {
        let counted = self.facts.wijken.get(&wijk);
        let counted = counted.and_then(|facts| facts.counted.as_ref());
        counted.is_some_and(|counted| counted.valid < MIN_PUBLISHED)
    }
}

fn wijken_of(rules: &Rules) -> Vec<WijkId> {
    rules.wijken.iter().map(|wijk| wijk.wijk).collect()
}
