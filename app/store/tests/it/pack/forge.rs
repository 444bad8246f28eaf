//! Forged packs: one value changed, dropped, added, doubled or swapped, in every file; and what somebody would do who wants
//! another outcome.

use domain::{
    journal::{Entry, JournalSigner},
    pack::{Files, journal_file},
};

/// Every forgery with what was done.
pub fn forgeries(files: &Files) -> Vec<(String, Files)> {
    let mut forged = Vec::new();
    for name in files.keys().filter(|name| !is_told(name)) {
        let mut with = |what: &str, content: Option<Vec<u8>>| {
            let mut other = files.clone();
            match content {
                Some(content) if Some(&content) == files.get(name) => return,
                Some(content) => drop(other.insert(name.clone(), content)),
                None => drop(other.remove(name)),
            }
            forged.push((format!("{name}: {what}"), other));
        };
        let content = &files[name];
        with("dropped", None);
        with("emptied", Some(Vec::new()));
        with("a byte changed", Some(byte_changed(content)));
        with("a line added", Some([content.as_slice(), b"{}\n"].concat()));
        let lines: Vec<&[u8]> = content.split_inclusive(|byte| *byte == b'\n').collect();
        if let [first, rest @ .., last] = &lines[..] {
            with(
                "first line dropped",
                Some([rest.concat(), last.to_vec()].concat()),
            );
            with("last line dropped", Some([*first, &rest.concat()].concat()));
            with("first line doubled", Some([*first, content].concat()));
            with(
                "lines swapped",
                Some([*last, &rest.concat(), first].concat()),
            );
        }
    }
    let mut added = files.clone();
    added.insert("more.txt".into(), Vec::new());
    forged.push(("a file added".into(), added));
    forged.extend(deceptions(files));
    forged
}

/// Whether it says how to check a pack: who forges that deceives nobody about the round.
fn is_told(name: &str) -> bool {
    name.rsplit('.').next() == Some("md")
}

/// The last letter or digit but one, so that line ends stay.
fn byte_changed(content: &[u8]) -> Vec<u8> {
    let mut content = content.to_vec();
    if let Some(byte) = content
        .iter_mut()
        .rfind(|byte| byte.is_ascii_alphanumeric())
    {
        *byte = if *byte == b'1' { b'2' } else { b'1' };
    }
    content
}

fn lines<'a>(files: &'a Files, name: &str) -> (&'a str, Vec<&'a str>) {
    let (name, content) = files.iter().find(|(file, _)| file.ends_with(name)).unwrap();
    let text = std::str::from_utf8(content).unwrap();
    (name, text.lines().collect())
}

fn replaced(files: &Files, name: &str, lines: &[&str]) -> Files {
    let mut files = files.clone();
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    files.insert(name.to_owned(), text.into_bytes());
    files
}

/// What somebody would do who wants another outcome, with everything else made to fit as well as it can be.
fn deceptions(files: &Files) -> Vec<(String, Files)> {
    let (ballots, ballot_lines) = lines(files, "/ballots.jsonl");
    let (rejected, _) = lines(files, "/rejected.jsonl");
    let (rows, box_lines) = lines(files, "/box.jsonl");
    let (cancelled, cancelled_lines) = lines(files, "/cancelled.jsonl");
    let seal = ballot_lines[0].split("\"seal\":\"").nth(1).unwrap();
    let seal = &seal[..64];
    let without_ballot = replaced(files, ballots, &ballot_lines[1..]);
    let why = format!(r#"{{"seal":"{seal}","why":"unreadable"}}"#);
    let hidden = replaced(&without_ballot, rejected, &[&why]);
    let without_row: Vec<&str> = box_lines
        .iter()
        .copied()
        .filter(|line| !line.contains(seal))
        .collect();
    let dropped = replaced(&without_ballot, rows, &without_row);
    let aside: Vec<String> = box_lines
        .iter()
        .map(|line| match line.split_once("\"sealed\":\"") {
            Some((row, _)) if line.contains(seal) => format!("{row}\"sealed\":null}}"),
            _ => (*line).to_owned(),
        })
        .collect();
    let aside: Vec<&str> = aside.iter().map(String::as_str).collect();
    let laid_aside = replaced(&without_ballot, rows, &aside);
    let other_letter = cancelled_lines[0].replacen("\"number\":", "\"number\":1", 1);
    let not_cancelled = replaced(files, cancelled, &[&other_letter, cancelled_lines[1]]);
    vec![
        ("a ballot hidden under rejected".into(), hidden),
        ("a ballot and its row dropped".into(), dropped),
        (
            "a ballot laid aside that was not cancelled".into(),
            laid_aside,
        ),
        ("another letter cancelled".into(), not_cancelled),
    ]
}

/// The pack with every event of its journal changed and signed anew by somebody else.
pub fn journal(files: &Files, signer: &JournalSigner, change: impl Fn(&str) -> String) -> Files {
    signed_anew(files, signer, |entries| {
        for entry in entries {
            entry.event = change(&entry.event);
        }
    })
}

/// The pack with another journal, chained and signed anew by somebody else.
pub fn signed_anew(
    files: &Files,
    signer: &JournalSigner,
    change: impl FnOnce(&mut Vec<Entry>),
) -> Files {
    let (_, lines) = lines(files, "journal.jsonl");
    let mut changed: Vec<Entry> = lines
        .iter()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    change(&mut changed);
    let mut entries: Vec<Entry> = Vec::new();
    for entry in changed {
        let previous = entries.last().map(Entry::position);
        let Entry {
            at, actor, event, ..
        } = entry;
        entries.push(Entry::next(previous, at, actor, event, signer));
    }
    let mut files = files.clone();
    files.insert("journal.jsonl".into(), journal_file(&entries).unwrap());
    files.insert(
        "journal_key.txt".into(),
        format!("{}\n", signer.key()).into(),
    );
    files
}
