//! The names of the files in a pack.

use std::collections::BTreeMap;

use crate::id::WijkId;

/// The content of every file, by name.
pub type Files = BTreeMap<String, Vec<u8>>;

pub const READ_ME: [(&str, &str); 2] = [
    ("LEESMIJ.md", include_str!("LEESMIJ.md")),
    ("README.md", include_str!("READ_ME.md")),
];
pub const JOURNAL: &str = "journal.jsonl";
pub const JOURNAL_KEY: &str = "journal_key.txt";
pub const WORDS: &str = "words.txt";
pub const RULES: &str = "rules.json";
pub const SHEET: &str = "sheet.json";
pub const BOX_KEY: &str = "box_key.txt";

/// Those outside the folders of the wijken.
pub const COMMON: [&str; 8] = [
    READ_ME[0].0,
    READ_ME[1].0,
    JOURNAL,
    JOURNAL_KEY,
    WORDS,
    RULES,
    SHEET,
    BOX_KEY,
];

pub const SEALS: &str = "seals.txt";
pub const LETTERS: &str = "letters.jsonl";
pub const CANCELLED: &str = "cancelled.jsonl";
pub const BOX: &str = "box.jsonl";
pub const BALLOTS: &str = "ballots.jsonl";
pub const REJECTED: &str = "rejected.jsonl";
pub const OUTCOME: &str = "outcome.json";
pub const PROOF: &str = "proof.json";
pub const ELECTION: &str = "election.pb";

/// Those that every wijk has.
pub const OF_EVERY_WIJK: [&str; 3] = [SEALS, LETTERS, OUTCOME];
/// Those of a wijk with enough ballots to publish them.
pub const OF_BALLOTS: [&str; 5] = [CANCELLED, BOX, BALLOTS, REJECTED, ELECTION];

/// Where a file of a wijk stands.
pub fn of(wijk: WijkId, name: &str) -> String {
    format!("{wijk}/{name}")
}
