use std::collections::BTreeSet;

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

use super::{files, messages, *};

mod keys;
mod made;

/// Every message of a language with the variables in it, by its key.
fn variables(lang: Lang) -> Vec<(String, BTreeSet<String>)> {
    let mut all = Vec::new();
    for subject in files::SUBJECTS {
        let file = files::read(lang, subject);
        let resource = parser::parse(file.as_str()).unwrap();
        for entry in &resource.body {
            if let Entry::Message(message) = entry {
                let key = format!("{subject}.{}", message.id.name.replace('-', "."));
                let mut found = BTreeSet::new();
                gather(message.value.as_ref().unwrap(), &mut found);
                all.push((key, found));
            }
        }
    }
    all
}

fn gather(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        let value = match expression {
            Expression::Inline(value) => value,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    gather(&variant.value, found);
                }
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = value {
            found.insert(id.name.to_owned());
        }
    }
}

#[test]
fn fluent_reads_every_file_without_a_fault() {
    for lang in Lang::ALL {
        assert_eq!(messages::of(lang).faults, [""; 0]);
    }
}

#[test]
fn every_file_in_the_folder_of_texts_is_read() {
    for lang in Lang::ALL {
        let folder = format!("{}/texts/{}", env!("CARGO_MANIFEST_DIR"), lang.tag());
        let mut found: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        found.sort();
        let known: Vec<String> = files::SUBJECTS
            .iter()
            .map(|subject| format!("{subject}.ftl"))
            .collect();
        assert_eq!(found, known, "{lang:?}");
    }
}

#[test]
fn english_is_complete_and_has_nothing_more() {
    let [nl, en] = Lang::ALL.map(|lang| &messages::of(lang).plain);
    let missing: Vec<_> = nl.keys().filter(|key| !en.contains_key(*key)).collect();
    assert!(missing.is_empty(), "not in English: {missing:#?}");
    let extra: Vec<_> = en.keys().filter(|key| !nl.contains_key(*key)).collect();
    assert!(extra.is_empty(), "only in English: {extra:#?}");
}

#[test]
fn a_message_has_the_same_variables_in_both_languages() {
    let english = variables(Lang::En);
    for (key, nl) in variables(Lang::Nl) {
        let (_, en) = english.iter().find(|(known, _)| *known == key).unwrap();
        assert_eq!(&nl, en, "{key}");
    }
}

#[test]
fn a_text_with_values_is_filled_in_and_without_them_shows_their_names() {
    assert_eq!(t("time.moment"), "{day} om {time} uur");
    let values = [("day", "maandag"), ("time", "{day}")];
    assert_eq!(tf("time.moment", &values), "maandag om {day} uur");
}

#[test]
fn a_number_chooses_the_form_of_its_message_and_is_written_in_it() {
    let said = |n| tn("rounds.wijk.proposals", n, &[]);
    assert_eq!(
        [said(1), said(0), said(4_430)],
        ["1 voorstel", "0 voorstellen", "4.430 voorstellen"]
    );
    speak(Lang::En, || {
        assert_eq!(
            [said(1), said(0), said(4_430)],
            ["1 proposal", "0 proposals", "4,430 proposals"]
        );
    });
}

#[test]
fn dutch_sentences_stay_short_and_without_office_words() {
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
    for (key, text) in forms(Lang::Nl) {
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

/// Every message, and of those that go by number both forms.
fn forms(lang: Lang) -> Vec<(String, String)> {
    let mut forms = Vec::new();
    for (key, variables) in variables(lang) {
        forms.push((key.clone(), t(&key)));
        if variables.contains("n") {
            let names: Vec<_> = variables.iter().map(|name| (&**name, &**name)).collect();
            let others: Vec<_> = names.into_iter().filter(|(name, _)| *name != "n").collect();
            forms.push((key.clone(), tn(&key, 1, &others)));
        }
    }
    forms
}
