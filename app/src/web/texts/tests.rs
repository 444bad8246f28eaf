use std::path::{Path, PathBuf};

use super::*;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// Whole keys that the code asks for: every literal that begins with a subject and a dot.
fn keys_in_the_code() -> Vec<String> {
    let mut files = Vec::new();
    // The recount says its texts in its worker.
    for folder in ["src", "recount/src"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        sources(&folder, &mut files);
    }
    let mut keys = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for literal in text.split('"').skip(1).step_by(2) {
            let is_key = NL
                .iter()
                .any(|(subject, _)| literal.starts_with(&format!("{subject}.")))
                && literal
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.' || c == '_');
            if is_key {
                keys.push(literal.to_owned());
            }
        }
    }
    keys
}

#[test]
fn every_file_of_texts_can_be_read() {
    for (subject, file) in NL.iter().chain(EN) {
        file.parse::<toml::Table>()
            .unwrap_or_else(|error| panic!("{subject}: {error}"));
    }
}

#[test]
fn every_key_in_the_code_has_a_text() {
    let [nl, _] = &*CATALOGUES;
    let mut missing: Vec<String> = keys_in_the_code()
        .into_iter()
        // A key may be the beginning of others: by number, or by name of an enum's value.
        .filter(|key| {
            !nl.contains_key(key) && !nl.keys().any(|known| known.starts_with(&format!("{key}.")))
        })
        .collect();
    missing.sort();
    missing.dedup();
    assert!(missing.is_empty(), "no text for {missing:#?}");
}

#[test]
fn english_is_complete_and_has_nothing_more() {
    let [nl, en] = &*CATALOGUES;
    let mut missing: Vec<_> = nl.keys().filter(|key| !en.contains_key(*key)).collect();
    missing.sort();
    assert!(missing.is_empty(), "not in English: {missing:#?}");
    let mut extra: Vec<_> = en.keys().filter(|key| !nl.contains_key(*key)).collect();
    extra.sort();
    assert!(extra.is_empty(), "only in English: {extra:#?}");
}

#[test]
fn every_value_of_an_enum_has_its_text() {
    let [nl, _] = &*CATALOGUES;
    let mut missing = Vec::new();
    let mut need = |key: String| {
        if !nl.contains_key(&key) {
            missing.push(key);
        }
    };
    macro_rules! all {
        ($path:literal, $type:ty) => {
            for value in <$type>::ALL {
                need(format!("{}.{value}", $path));
            }
        };
    }
    all!("rounds.phase", domain::phase::Phase);
    all!("rounds.step", domain::phase::Step);
    all!("rounds.cost_basis", domain::round::CostBasis);
    all!("rounds.counting", domain::round::CountingChoice);
    all!("proposals.family", domain::proposal::Family);
    all!("proposals.host_kind", domain::proposal::HostKind);
    all!("proposals.lasting", domain::proposal::Lasting);
    all!("proposals.legal_basis", domain::proposal::LegalBasis);
    all!("proposals.cost", domain::proposal::CostCategory);
    all!("proposals.state", domain::proposal::ProposalState);
    all!("fault.rung", domain::ladder::Rung);
    all!("verdringing.outcome", domain::verdringing::Outcome);
    all!("verdringing.effect", domain::verdringing::Effect);
    all!("verdringing.party", domain::verdringing::Party);
    all!("verdringing.opinion", domain::verdringing::Opinion);
    all!("verdringing.decision", domain::verdringing::Decision);
    all!("outcomes.ruling", domain::council::Ruling);
    all!("outcomes.job", domain::council::JobState);
    all!("people.role", domain::access::Role);
    all!("recount.name", domain::recount::Check);
    all!("recount.holds", domain::recount::Check);
    assert!(missing.is_empty(), "no text for {missing:#?}");
}

#[test]
fn dutch_sentences_stay_short_and_without_office_words() {
    let [nl, _] = &*CATALOGUES;
    let office = [
        "conform",
        "betreffende",
        "uiterlijk",
        "gegadigde",
        "doelgroep",
        "kansarm",
        "dient te",
        "middels",
    ];
    for (key, text) in nl {
        let lower = text.to_lowercase();
        for word in office {
            assert!(!lower.contains(word), "{key}: «{word}»");
        }
        for sentence in text.split(['.', '!', '?', ':', '\n']) {
            let words = sentence.split_whitespace().count();
            assert!(
                words <= 22,
                "{key}: {words} words in one sentence: {sentence}"
            );
        }
    }
}
