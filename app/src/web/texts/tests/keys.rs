//! The keys in the code and the texts in the files are the same ones.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use super::{files, made::made, messages, variables};
use crate::web::texts::Lang;

/// Every key that is made at run time.
fn made_keys() -> BTreeSet<String> {
    let fill = |(pattern, values): (&str, Vec<String>)| {
        let (start, end) = pattern.split_once("{}").unwrap();
        // What stands between two gaps is filled in with them.
        let end = end.rsplit_once("{}").map_or(end, |(_, end)| end);
        let keys = values.iter().map(|value| format!("{start}{value}{end}"));
        keys.collect::<Vec<_>>()
    };
    let of_pages = ["info.{}.lead", "info.{}.title"].map(|key| (key, reading()));
    made().into_iter().chain(of_pages).flat_map(fill).collect()
}

/// The code that says texts, without its tests.
fn sources() -> Vec<String> {
    let app = Path::new(env!("CARGO_MANIFEST_DIR"));
    // The recount says its texts in its worker.
    let mut files = vec![app.join("../server/xtask/src/worker.js")];
    for folder in ["src", "recount/src"] {
        gather(&app.join(folder), &mut files);
    }
    let read = |file: &PathBuf| {
        let code = std::fs::read_to_string(file).unwrap();
        let tests = code.find("#[cfg(test)]").unwrap_or(code.len());
        code[..tests].to_owned()
    };
    files.iter().map(read).collect()
}

fn gather(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.file_stem().is_some_and(|name| name == "tests") {
            continue;
        }
        if path.is_dir() {
            gather(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// Every literal that begins with a subject and a dot: a key, or with `{}` in it the pattern of some.
fn literals() -> BTreeSet<String> {
    let sources = sources();
    let literals = sources.iter().flat_map(|code| code.split('"'));
    literals
        .filter(|literal| is_key(literal))
        .map(pattern)
        .collect()
}

fn is_key(literal: &str) -> bool {
    let is_of = |subject: &&str| {
        let rest = literal.strip_prefix(*subject);
        rest.is_some_and(|rest| rest.starts_with('.'))
    };
    let is_sign =
        |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || "._{}".contains(sign);
    files::SUBJECTS.iter().any(is_of) && literal.chars().all(is_sign)
}

/// A key without the names in its gaps: `rounds.phase.{}` of `rounds.phase.{next}`.
fn pattern(literal: &str) -> String {
    let mut pieces = literal.split('{');
    let mut pattern = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        pattern += "{}";
        pattern += piece.split_once('}').map_or("", |(_, rest)| rest);
    }
    pattern
}

/// Labels of fields: the code names their group, and as the next thing the field.
fn labels() -> BTreeSet<String> {
    let mut labels = BTreeSet::new();
    for code in sources() {
        let pieces: Vec<&str> = code.split('"').collect();
        for piece in pieces.windows(3) {
            let is_name = |sign: char| sign.is_ascii_lowercase() || sign == '_';
            if is_key(piece[0]) && piece[1].trim() == "," && piece[2].chars().all(is_name) {
                labels.insert(format!("{}.{}", piece[0], piece[2]));
            }
        }
    }
    labels
}

/// Groups of texts that a field offers, one for each value of an enum.
fn choices() -> BTreeSet<String> {
    let mut choices = BTreeSet::new();
    for code in sources() {
        let calls = code.split("choices(\"").skip(1);
        let groups = calls.filter_map(|rest| rest.split('"').next());
        choices.extend(groups.map(|group| format!("{group}.{{}}")));
    }
    choices
}

/// Pages to read, by the name with which the table of pages or their own file calls for them.
fn reading() -> Vec<String> {
    let mut pages = Vec::new();
    for code in sources() {
        for call in [" reading(\"", " sections(\""] {
            let calls = code.split(call).skip(1);
            let names = calls.filter_map(|rest| rest.split('"').next());
            pages.extend(names.map(str::to_owned));
        }
    }
    pages
}

/// Whether this is of a section of a page to read. They are counted from 1 until there is none.
fn is_section(key: &str) -> bool {
    let parts: Vec<_> = key.split('.').collect();
    let ["info", page, section, "title" | "text" | "more"] = parts[..] else {
        return false;
    };
    let number = section.strip_prefix('s').unwrap_or_default();
    reading().iter().any(|known| known == page) && number.parse::<u8>().is_ok()
}

#[test]
fn every_key_made_at_run_time_stands_in_the_table() {
    let mut known: BTreeSet<String> = made().iter().map(|(key, _)| (*key).to_owned()).collect();
    let of_pages = [
        "info.{}.lead",
        "info.{}.title",
        "info.{}.s{}",
        "info.{}.s{}.title",
    ];
    known.extend(of_pages.map(str::to_owned));
    let used = literals().into_iter().filter(|key| key.contains('{'));
    assert_eq!(used.chain(choices()).collect::<BTreeSet<_>>(), known);
}

#[test]
fn every_value_of_an_enum_has_its_text() {
    let nl = &messages::of(Lang::Nl).plain;
    let missing: Vec<_> = made_keys()
        .into_iter()
        .filter(|key| !nl.contains_key(key))
        .collect();
    assert!(missing.is_empty(), "no text for {missing:#?}");
}

#[test]
fn every_key_in_the_code_has_a_text() {
    let nl = &messages::of(Lang::Nl).plain;
    // A key may be the group of others: of fields, or of the values of an enum.
    let is_group = |key: &str| nl.keys().any(|known| known.starts_with(&format!("{key}.")));
    let whole = literals();
    let whole = whole
        .iter()
        .filter(|key| !key.contains('{') && !is_group(key));
    let labels = labels();
    let missing: Vec<_> = whole
        .chain(&labels)
        .filter(|key| !nl.contains_key(*key))
        .collect();
    assert!(missing.is_empty(), "no text for {missing:#?}");
}

#[test]
fn no_text_is_unused() {
    let used: BTreeSet<String> = [literals(), made_keys(), labels()]
        .into_iter()
        .flatten()
        .collect();
    // A label or a choice has a hint where there is one to give.
    let is_hint = |key: &str| {
        key.strip_suffix("_hint")
            .is_some_and(|label| used.contains(label))
    };
    let keys = messages::of(Lang::Nl).plain.keys();
    let unused: Vec<_> = keys
        .filter(|key| !used.contains(*key) && !is_hint(key) && !is_section(key))
        .collect();
    assert!(unused.is_empty(), "nothing says {unused:#?}");
}

#[test]
fn a_message_is_given_the_values_it_names() {
    let messages = variables(Lang::Nl);
    let mut lacking = Vec::new();
    for code in sources() {
        for (key, given) in calls(&code) {
            if let Some((_, needed)) = messages.iter().find(|(known, _)| known == key) {
                let lacks = needed.iter().filter(|name| !given.contains(&name.as_str()));
                lacking.extend(lacks.map(|name| format!("{key}: {name}")));
            }
        }
    }
    assert!(lacking.is_empty(), "not given: {lacking:#?}");
}

/// Calls that write their key and the names of its values on the spot. The others are tried where they run: in a build
/// for development a message that lacks a value stops the page.
fn calls(code: &str) -> Vec<(&str, Vec<&str>)> {
    let mut calls = Vec::new();
    for (call, by_number) in [("tf(", false), ("tn(", true)] {
        for rest in code.split(call).skip(1) {
            if let Some((key, mut given)) = on_the_spot(rest) {
                given.extend(by_number.then_some("n"));
                calls.push((key, given));
            }
        }
    }
    calls
}

fn on_the_spot(rest: &str) -> Option<(&str, Vec<&str>)> {
    let (key, rest) = rest.trim_start().strip_prefix('"')?.split_once('"')?;
    let (before, values) = rest.split_once("&[")?;
    let (values, _) = values.split_once(']')?;
    let is_of_this_call = !before.contains(['"', ';', '{']);
    is_of_this_call.then(|| (key, values.split('"').skip(1).step_by(2).collect()))
}
