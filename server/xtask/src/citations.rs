//! What a comment or a README cites stands in the repository: every page, every section of a page, every test.
//!
//! A page is a path that ends in the extension of Markdown, with or without `#section`. It is sought from the folder of
//! the file that cites it, then from that file's crate, then from the root. Addresses on the web are not followed, and
//! Python is left out: the pages named there are inside a pack. A
//! test is cited in a page, by its path in the crate: `phase::tests::…`, or `it::…` for one over the whole crate.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use crate::tools::{self, Done};

/// Every text file that git knows, by its path from the root.
type Files = BTreeMap<PathBuf, String>;

/// Finds what is cited and not there.
pub fn check() -> Done {
    let files = tracked()?;
    let missing = [missing(&files), missing_tests(&files)].concat();
    if missing.is_empty() {
        return Ok(());
    }
    Err(format!(
        "cited, but not in the repository (a new file counts from `git add` on):\n{}",
        missing.join("\n")
    ))
}

fn tracked() -> Done<Files> {
    let root = tools::root();
    let listed = tools::output(
        Command::new("git")
            .args(["ls-files", "-z"])
            .current_dir(&root),
    )?;
    let read = |name: &str| Some((name.into(), fs::read_to_string(root.join(name)).ok()?));
    Ok(listed.split_terminator('\0').filter_map(read).collect())
}

/// One line for each citation without its page or section.
fn missing(files: &Files) -> Vec<String> {
    let mut missing = Vec::new();
    let is_python = |file: &Path| file.extension().is_some_and(|found| found == "py");
    for (file, text) in files.iter().filter(|(file, _)| !is_python(file)) {
        for (number, line) in (1..).zip(text.lines()) {
            for (page, section) in citations(line) {
                let place = format!("{}:{number}", file.display());
                match (resolved(files, file, page), section) {
                    (None, _) => missing.push(format!("{place}: {page}")),
                    (Some(text), Some(section)) if !has_section(text, section) => {
                        missing.push(format!("{place}: {page} has no section #{section}"));
                    }
                    (Some(_), _) => {}
                }
            }
        }
    }
    missing
}

/// One line for each test that a page names and no code has.
fn missing_tests(files: &Files) -> Vec<String> {
    let has = |ending: &str, path: &Path| path.extension().is_some_and(|found| found == ending);
    let (code, other): (Vec<_>, Vec<_>) = files.iter().partition(|(path, _)| has("rs", path));
    let exists = |test: &str| {
        let head = format!("fn {test}(");
        code.iter().any(|(_, text)| text.contains(&head))
    };
    let pages = other.iter().filter(|(path, _)| has("md", path));
    pages
        .flat_map(|(page, text)| text.split('`').map(move |word| (page, word)))
        .filter(|(_, word)| word.starts_with("it::") || word.contains("::tests::"))
        .filter(|(_, word)| !word.rsplit("::").next().is_some_and(exists))
        .map(|(page, word)| format!("{}: the test {word}", page.display()))
        .collect()
}

/// The pages that a line names, each with its section if it names one.
fn citations(line: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    line.split(|sign: char| sign.is_whitespace() || "\"'`<>()[]{}|,;".contains(sign))
        .filter(|word| !word.contains("://"))
        .flat_map(|word| {
            word.split(|sign: char| !(sign.is_alphanumeric() || "/._-#".contains(sign)))
        })
        .map(|word| word.trim_end_matches('.'))
        .map(|word| match word.split_once('#') {
            Some((page, section)) => (page, Some(section)),
            None => (word, None),
        })
        .filter(|(page, _)| {
            page.strip_suffix(".md")
                .is_some_and(|stem| !stem.is_empty())
        })
}

/// The text of a page as seen from the file that cites it.
fn resolved<'a>(files: &'a Files, from: &Path, page: &str) -> Option<&'a str> {
    let folder = from.parent()?;
    let of_crate = folder
        .ancestors()
        .find(|above| files.contains_key(&above.join("Cargo.toml")));
    [Some(folder), of_crate, Some(Path::new(""))]
        .into_iter()
        .flatten()
        .find_map(|base| files.get(&plain(&base.join(page))?))
        .map(String::as_str)
}

/// The path without `.` and `..`; none if it leaves the repository.
fn plain(path: &Path) -> Option<PathBuf> {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::Normal(name) => plain.push(name),
            Component::CurDir => {}
            Component::ParentDir => {
                if !plain.pop() {
                    return None;
                }
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(plain)
}

/// Whether a heading of the page has this anchor: small letters and digits, hyphens for spaces, no other signs.
fn has_section(page: &str, section: &str) -> bool {
    let anchor = |title: &str| -> String {
        title
            .to_lowercase()
            .chars()
            .filter(|sign| sign.is_alphanumeric() || matches!(sign, ' ' | '-'))
            .map(|sign| if sign == ' ' { '-' } else { sign })
            .collect()
    };
    page.lines()
        .filter(|line| line.starts_with('#'))
        .any(|line| anchor(line.trim_start_matches('#').trim()) == section)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A repository of these files. `§` stands for the extension, so that nothing here is a citation itself.
    fn repository(files: &[(&str, &str)]) -> Files {
        let text = |text: &str| text.replace('§', ".md");
        files
            .iter()
            .map(|(path, content)| (PathBuf::from(text(path)), text(content)))
            .collect()
    }

    #[test]
    fn a_page_that_is_not_there_is_named_with_its_line() {
        let files = repository(&[(
            "app/src/vote.rs",
            "//! Votes.\n//! As in protocol§, section 2.",
        )]);
        assert_eq!(
            missing(&files),
            [format!("app/src/vote.rs:2: protocol{}", ".md")]
        );
    }

    #[test]
    fn a_page_is_sought_from_the_file_the_crate_and_the_root() {
        let files = repository(&[
            ("app/domain/Cargo.toml", ""),
            ("app/domain/README§", "see ../store/README§."),
            ("app/domain/src/count/README§", "see (../../README§)"),
            (
                "app/domain/src/count/lot.rs",
                "// README§, src/count/README§, style/README§",
            ),
            ("app/store/README§", ""),
            ("style/README§", "[all](../app/domain/README§)"),
        ]);
        assert_eq!(missing(&files), Vec::<String>::new());
    }

    #[test]
    fn a_page_outside_the_repository_is_not_there() {
        let files = repository(&[("README§", "see ../README§ and ../../shared/pb/README§")]);
        assert_eq!(missing(&files).len(), 2);
    }

    #[test]
    fn a_section_that_the_page_does_not_have_is_named() {
        let files = repository(&[
            ("a.rs", "// README§#one-row-one-table and README§#two"),
            ("README§", "# Box\n## One row, one table\nTwo"),
        ]);
        let page = format!("README{}", ".md");
        assert_eq!(
            missing(&files),
            [format!("a.rs:1: {page} has no section #two")]
        );
    }

    #[test]
    fn a_test_that_no_code_has_is_named() {
        let files = repository(&[
            (
                "README§",
                "`a::tests::one_is_odd`, `it::b::two_is_even`, `std::vec`",
            ),
            ("a.rs", "    fn one_is_odd() {}"),
        ]);
        let page = format!("README{}", ".md");
        assert_eq!(
            missing_tests(&files),
            [format!("{page}: the test it::b::two_is_even")]
        );
    }

    #[test]
    fn addresses_and_patterns_are_no_citations() {
        let files = repository(&[(
            "a.rs",
            "// https://example.org/x/README§, *§, `{name}§`, README§x",
        )]);
        assert_eq!(missing(&files), Vec::<String>::new());
    }
}
