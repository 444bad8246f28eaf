use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::tools;

fn sheet() -> String {
    bundle(&tools::root().join("style/main.css")).unwrap()
}

#[test]
fn the_sheet_is_one_file_in_the_order_of_its_imports() {
    let sheet = sheet();
    assert!(!sheet.contains("@import"));
    let at = |text: &str| sheet.find(text).unwrap_or_else(|| panic!("no {text}"));
    assert!(at(":root{") < at("body{"));
    assert!(at("body{") < at(".wb-header__top"));
    assert!(at(".wb-header__top") < at("@media print"));
}

#[test]
fn what_the_oldest_browsers_need_is_kept_as_written() {
    let sheet = sheet();
    for kept in [
        "(max-width:40rem)",
        "(min-width:60rem)",
        "inset-inline-start:",
        "padding-inline:",
        "border-start-start-radius:",
        "-webkit-user-select:",
        "-webkit-text-size-adjust:",
    ] {
        assert!(sheet.contains(kept), "{kept}");
    }
    for lowered in [":dir(", ":lang(", "width<=", "width>="] {
        assert!(!sheet.contains(lowered), "{lowered}");
    }
}

#[test]
fn a_sheet_that_is_not_there_is_a_problem() {
    let folder = tools::root().join("style/no-such-folder");
    let problem = bundle(&folder.join("main.css")).unwrap_err();
    assert!(problem.starts_with("the style sheets:"), "{problem}");
}

#[test]
fn every_sheet_in_the_folder_is_imported() {
    let folder = tools::root().join("style");
    let main = fs::read_to_string(folder.join("main.css")).unwrap();
    for sheet in files(&folder, "css") {
        let name = sheet.file_name().unwrap().to_string_lossy();
        assert!(
            name == "main.css" || main.contains(&format!("@import \"{name}\";")),
            "{name}"
        );
    }
}

#[test]
fn every_class_in_the_sheet_is_written_by_the_code() {
    let written = in_code();
    let dead: Vec<_> = in_sheet().difference(&written).cloned().collect();
    assert!(dead.is_empty(), "nothing has these classes: {dead:?}");
}

#[test]
fn every_class_that_the_code_writes_is_in_the_sheet() {
    let dressed = in_sheet();
    let bare: Vec<_> = in_code().difference(&dressed).cloned().collect();
    assert!(bare.is_empty(), "no sheet dresses these classes: {bare:?}");
}

fn in_sheet() -> BTreeSet<String> {
    classes(&sheet(), |before| before.ends_with('.'))
}

/// The classes in the strings of the pages; they are written whole there, never put together.
fn in_code() -> BTreeSet<String> {
    let pages = files(&tools::root().join("app"), "rs")
        .into_iter()
        .filter(|file| !file.ends_with("tests.rs"));
    pages
        .flat_map(|file| {
            let text = fs::read_to_string(file).unwrap();
            let code: String = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .map(|line| format!("{line}\n"))
                .collect();
            classes(&code, |before| before.ends_with(['"', ' ', ':']))
        })
        .collect()
}

/// Every name in `text` that begins with `wb-` and stands where `is_class` says, by what is before it.
fn classes(text: &str, is_class: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let in_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    text.match_indices("wb-")
        .filter(|(at, _)| is_class(&text[..*at]))
        .map(|(at, _)| {
            let rest = &text[at..];
            let end = rest.find(|c| !in_name(c)).unwrap_or(rest.len());
            rest[..end].to_owned()
        })
        .collect()
}

/// All files in `folder`, however deep, whose name ends in `extension`.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.append(&mut files(&path, extension));
        } else if path.extension().is_some_and(|kind| kind == extension) {
            found.push(path);
        }
    }
    found
}
