//! The journal: a chain in which no entry can be changed, dropped, swapped or slipped in unseen.
//!
//! Each entry holds the hash of the one before it, so the last hash (the head) stands for all, and is signed, so that
//! nobody makes the chain anew who has only the database. What was cut off at the end shows only against a head kept
//! elsewhere: in the minutes and with the clerk. Which events there are, and that votes appear as hourly counts only, is
//! decided in `audit`.

mod actor;
mod key;

pub use actor::EntryActor;
pub use key::{EntrySignature, JournalKey, JournalSigner};

use crate::encoding::{hash_fields, hex_bytes};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

hex_bytes! {
    /// A SHA-256 hash.
    Digest(32);
}

impl Digest {
    /// What the first entry has before it: 32 zero bytes.
    pub const GENESIS: Self = Self::new([0; 32]);

    /// SHA-256 of these bytes, for what is stored in place of a secret.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self::new(Sha256::digest(bytes).into())
    }
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its place, counted from 1.
    pub number: u64,
    /// When, in Unix milliseconds.
    pub at: i64,
    /// Who did it, as an [`EntryActor`] is written.
    pub actor: String,
    /// What happened, as canonical JSON; taken as it is.
    pub event: String,
    /// The hash of the entry before it.
    pub previous: Digest,
    /// The hash of this one.
    pub hash: Digest,
    /// The server's signature over that hash.
    pub signature: EntrySignature,
}

/// What is wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryFault {
    /// Another number stands here: an entry was dropped, swapped or slipped in.
    #[error("number {found} stands here")]
    OutOfTurn {
        /// The number that stands here.
        found: u64,
    },
    /// It does not follow from the entry before it.
    #[error("it does not follow from the entry before it")]
    BrokenChain,
    /// Its own hash does not fit: something in it was changed.
    #[error("it was changed")]
    Changed,
    /// Its signature is not by the key that signs the journal.
    #[error("it is not signed by the key of the journal")]
    NotSigned,
    /// The columns it is found by say something else than its text; they are no part of the hash.
    #[error("its columns say something else than its text")]
    Mislabelled,
}

/// The first entry that does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[error("entry {number}: {fault}")]
pub struct BadEntry {
    /// Its place in the journal, counted from 1.
    pub number: u64,
    /// What is wrong with it.
    pub fault: EntryFault,
}

impl Entry {
    /// The entry after the one with this number and hash; the first one after `None`.
    #[must_use]
    pub fn next(
        previous: Option<(u64, Digest)>,
        at: i64,
        actor: impl Into<String>,
        event: impl Into<String>,
        signer: &JournalSigner,
    ) -> Self {
        let (before, previous) = previous.unwrap_or((0, Digest::GENESIS));
        let mut entry = Self {
            number: before + 1,
            at,
            actor: actor.into(),
            event: event.into(),
            previous,
            hash: Digest::GENESIS,
            signature: EntrySignature::new([0; 64]),
        };
        entry.hash = entry.computed_hash();
        entry.signature = signer.sign(&entry.hash);
        entry
    }

    /// What the next entry has to know of this one.
    #[must_use]
    pub const fn position(&self) -> (u64, Digest) {
        (self.number, self.hash)
    }

    /// The hash over the tag `wijkbanen/journal/v2` and every field but the hash, each length-prefixed.
    fn computed_hash(&self) -> Digest {
        Digest::new(hash_fields(
            "wijkbanen/journal/v2",
            [
                self.number.to_be_bytes().as_slice(),
                &self.at.to_be_bytes(),
                self.actor.as_bytes(),
                self.event.as_bytes(),
                self.previous.bytes(),
            ],
        ))
    }
}

/// Walks the whole journal from its first entry and gives its head, to compare with the minutes. Without the key that
/// signs it, signatures are not looked at.
///
/// # Errors
/// [`BadEntry`] names the first place where it does not hold.
pub fn verify<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
    key: Option<&JournalKey>,
) -> Result<Digest, BadEntry> {
    let mut head = Digest::GENESIS;
    for (number, entry) in (1_u64..).zip(entries) {
        let fault = if entry.number != number {
            Some(EntryFault::OutOfTurn {
                found: entry.number,
            })
        } else if entry.previous != head {
            Some(EntryFault::BrokenChain)
        } else if entry.hash != entry.computed_hash() {
            Some(EntryFault::Changed)
        } else if key.is_some_and(|key| !entry.signature.is_by(key, &entry.hash)) {
            Some(EntryFault::NotSigned)
        } else {
            None
        };
        if let Some(fault) = fault {
            return Err(BadEntry { number, fault });
        }
        head = entry.hash;
    }
    Ok(head)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ballot_box::MasterKey;

    const ACTOR: &str = "smederij 0123456789";
    const OTHER: &str = "clerk 9876543210";

    fn signer() -> JournalSigner {
        JournalSigner::new(&MasterKey::from_bytes([1; 32]).journal_seed())
    }

    fn journal(count: usize) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        for number in 0..count {
            let previous = entries.last().map(Entry::position);
            let event = format!(r#"{{"number":{number}}}"#);
            entries.push(Entry::next(
                previous,
                1_780_000_000_000,
                ACTOR,
                event,
                &signer(),
            ));
        }
        entries
    }

    /// Where the journal breaks after somebody has tampered with it.
    fn after(tamper: impl FnOnce(&mut Vec<Entry>)) -> Result<Digest, BadEntry> {
        let mut entries = journal(6);
        tamper(&mut entries);
        verify(&entries, Some(&signer().key()))
    }

    #[test]
    fn an_untouched_journal_holds_and_gives_its_last_hash() {
        let entries = journal(6);
        let key = signer().key();
        assert_eq!(verify(&entries, Some(&key)), Ok(entries[5].hash));
        assert_eq!(verify(&[], Some(&key)), Ok(Digest::GENESIS));
        let json = serde_json::to_string(&entries).unwrap();
        let read: Vec<Entry> = serde_json::from_str(&json).unwrap();
        assert_eq!(verify(&read, Some(&key)), Ok(entries[5].hash));
    }

    #[test]
    fn a_change_in_any_field_is_found_at_that_entry() {
        let changes: [fn(&mut Entry); 4] = [
            |entry| entry.at += 1,
            |entry| entry.actor = OTHER.to_owned(),
            |entry| entry.event.push(' '),
            |entry| entry.hash = Digest::new([1; 32]),
        ];
        for place in 0..6 {
            for change in changes {
                let fault = EntryFault::Changed;
                let number = place as u64 + 1;
                assert_eq!(
                    after(|entries| change(&mut entries[place])),
                    Err(BadEntry { number, fault })
                );
            }
        }
    }

    #[test]
    fn a_change_with_a_new_hash_breaks_the_chain_after_it() {
        let result = after(|entries| {
            entries[2] = Entry::next(Some(entries[1].position()), 0, OTHER, "{}", &signer());
        });
        assert_eq!(
            result,
            Err(BadEntry {
                number: 4,
                fault: EntryFault::BrokenChain
            })
        );
    }

    #[test]
    fn a_dropped_entry_is_found_where_it_should_stand() {
        let result = after(|entries| drop(entries.remove(2)));
        assert_eq!(
            result,
            Err(BadEntry {
                number: 3,
                fault: EntryFault::OutOfTurn { found: 4 }
            })
        );
        let renumbered = after(|entries| {
            entries.remove(2);
            entries[2].number = 3;
        });
        assert_eq!(
            renumbered,
            Err(BadEntry {
                number: 3,
                fault: EntryFault::BrokenChain
            })
        );
    }

    #[test]
    fn swapped_entries_are_found_at_the_first_of_them() {
        let result = after(|entries| entries.swap(1, 3));
        assert_eq!(
            result,
            Err(BadEntry {
                number: 2,
                fault: EntryFault::OutOfTurn { found: 4 }
            })
        );
    }

    #[test]
    fn an_entry_slipped_in_is_found_by_what_follows_it() {
        let result = after(|entries| {
            let extra = Entry::next(Some(entries[2].position()), 0, OTHER, "{}", &signer());
            entries.insert(3, extra);
        });
        assert_eq!(
            result,
            Err(BadEntry {
                number: 5,
                fault: EntryFault::OutOfTurn { found: 4 }
            })
        );
    }

    #[test]
    fn an_entry_cut_off_at_the_end_shows_in_the_head() {
        assert_ne!(after(|entries| drop(entries.pop())), Ok(journal(6)[5].hash));
    }

    #[test]
    fn a_journal_made_anew_without_the_key_is_not_signed() {
        let forger = JournalSigner::new(&MasterKey::from_bytes([2; 32]).journal_seed());
        let forged = |entries: &mut Vec<Entry>| {
            let before = entries.remove(5);
            let previous = Some(entries[4].position());
            entries.push(Entry::next(
                previous,
                before.at,
                ACTOR,
                before.event,
                &forger,
            ));
        };
        let fault = EntryFault::NotSigned;
        assert_eq!(after(forged), Err(BadEntry { number: 6, fault }));
        assert!(verify(&journal(6), Some(&forger.key())).is_err());
    }

    /// Recomputed with Python's `cryptography`: a verifier in another language gets the same.
    #[test]
    fn the_hashes_and_signatures_of_this_version_stay_the_same() {
        let entry = &journal(1)[0];
        assert_eq!(
            signer().key().to_string(),
            "a7f80509b6c7f871ed770d9597c9f68b7e13e58e501fde3f792d4b9178a0546d"
        );
        assert_eq!(
            entry.hash.to_string(),
            "d3402ade078b5c405d64b1c0fa43c35826fc07568175a0168b135061f2038743"
        );
        assert_eq!(
            entry.signature.to_string(),
            "d552b5817da846cead6d859bce6a08a23193956bf5b59e65f3efa78704285da357b31a5e5004faff834d95736c074d294fa865bfaf0098e3e4e7ebd2d4942c08"
        );
    }
}
