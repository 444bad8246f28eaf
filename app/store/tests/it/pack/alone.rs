//! Forged journals in which one person did alone what needs two, each signed anew so that everything else is right.

use domain::{
    audit::EventKind, ballot_box::MasterKey, journal::Entry, journal::JournalSigner, pack::Files,
};
use serde_json::Value;

use super::forge::signed_anew;

/// The acts that a pack tells of, each with the entry of what came of it.
const ACTS: [(&str, EventKind); 3] = [
    ("make_letters", EventKind::CodesIssued),
    ("cancel_letter", EventKind::LetterCancelled),
    ("count_votes", EventKind::BoxCounted),
];

/// Where an act stands in the journal: asked for, agreed to, done.
struct Places {
    asked: usize,
    agreed: usize,
}

type Change = fn(&mut Vec<Entry>, &Places);

/// What is done to each act, so that two people are no longer behind it.
const CHANGES: &[(&str, Change)] = &[
    ("agreed to by who asked", |entries, at| {
        let first = entries[at.asked].actor.clone();
        set_second(entries, at, &first);
    }),
    ("agreed to by who asked, in another role", |entries, at| {
        let first = entries[at.asked].actor.clone();
        let (_, pseudonym) = first.split_once(' ').unwrap();
        set_second(entries, at, &format!("council {pseudonym}"));
    }),
    ("agreed to by the clock", |entries, at| {
        set_second(entries, at, "clock");
    }),
    ("agreed to at the machine", |entries, at| {
        set_second(entries, at, "console");
    }),
    ("agreed to by nobody that has a pseudonym", |entries, at| {
        set_second(entries, at, "clerk");
    }),
    ("asked for by the clock", |entries, at| {
        entries[at.asked].actor = "clock".into();
    }),
    ("not asked for", |entries, at| {
        drop(entries.remove(at.asked));
    }),
    ("not agreed to", |entries, at| {
        drop(entries.remove(at.agreed));
    }),
    ("asked for afterwards", |entries, at| {
        let asked = entries.remove(at.asked);
        entries.insert(entries.len() - 1, asked);
    }),
    ("done by who asked", |entries, at| {
        entries[at.agreed + 1].actor = entries[at.asked].actor.clone();
    }),
    ("taken back before", |entries, at| {
        let mut back = entries[at.asked].clone();
        back.event = back.event.replace("act_asked", "act_withdrawn");
        entries.insert(at.agreed, back);
    }),
    ("agreed to twice", |entries, at| {
        let again = entries[at.agreed].clone();
        entries.insert(at.agreed, again);
    }),
    ("something else between", |entries, at| {
        let other = entries[0].clone();
        entries.insert(at.agreed + 1, other);
    }),
    ("another request", |entries, at| {
        set(
            &mut entries[at.asked],
            "request",
            "0198f0a4-0000-7000-8000-000000000001",
        );
    }),
    ("another act asked for", |entries, at| {
        set(&mut entries[at.asked], "act", "cancel_vote");
    }),
    ("another act agreed to", |entries, at| {
        set(&mut entries[at.agreed], "act", "cancel_vote");
    }),
    ("another wijk", |entries, at| {
        for place in [at.asked, at.agreed] {
            set(
                &mut entries[place],
                "wijk",
                "0198f0a4-0000-7000-8000-000000000001",
            );
        }
    }),
    ("another round", |entries, at| {
        set(
            &mut entries[at.asked],
            "round",
            "0198f0a4-0000-7000-8000-000000000001",
        );
    }),
];

/// Every such forgery with what was done.
pub fn alone(files: &Files) -> Vec<(String, Files)> {
    let signer = JournalSigner::new(&MasterKey::from_bytes([9; 32]).journal_seed());
    let mut forged = Vec::new();
    for (act, deed) in ACTS {
        for (what, change) in CHANGES {
            let files = signed_anew(files, &signer, |entries| {
                let at = places(entries, act, deed);
                change(entries, &at);
            });
            forged.push((format!("{act}: {what}"), files));
        }
    }
    let nobody = signed_anew(files, &signer, |entries| {
        let at = places(entries, "make_letters", EventKind::CodesIssued);
        entries.drain(at.agreed..at.agreed + 2);
        entries.remove(at.asked);
    });
    forged.push(("letters that nobody made".into(), nobody));
    forged
}

/// Where the first of these acts stands.
fn places(entries: &[Entry], act: &str, deed: EventKind) -> Places {
    let is = |entry: &Entry, kind: EventKind| {
        let event: Value = serde_json::from_str(&entry.event).unwrap();
        event["event"] == kind.to_string() && (kind == deed || event["act"] == act)
    };
    let first = |kind| entries.iter().position(|entry| is(entry, kind)).unwrap();
    let places = Places {
        asked: first(EventKind::ActAsked),
        agreed: first(EventKind::ActAgreed),
    };
    assert!(places.asked < places.agreed && first(deed) == places.agreed + 1);
    places
}

/// Puts another in the place of who agreed, in that entry and in those of the deed.
fn set_second(entries: &mut [Entry], at: &Places, other: &str) {
    let second = entries[at.agreed].actor.clone();
    let after = entries.iter_mut().skip(at.agreed);
    for entry in after.take_while(|entry| entry.actor == second) {
        entry.actor = other.to_owned();
    }
}

/// Writes another value in the text of an entry, the rest as it was.
fn set(entry: &mut Entry, field: &str, value: &str) {
    let (before, rest) = entry.event.split_once(&format!("\"{field}\":")).unwrap();
    let end = rest.find([',', '}']).unwrap();
    entry.event = format!("{before}\"{field}\":\"{value}\"{}", &rest[end..]);
}
