//! Whatever is typed: an answer that says what to do, nothing of it as markup, nothing half-written.

mod addresses;
mod fields;
mod forms;
mod markup;
mod whole_forms;

use crate::client::Answer;

const SCRIPT: &str = "<script>alert(1)</script>";
const RTL: &str = "links\u{202e}sthcer";
const EMOJI: &str = "👩🏽‍🔧 klust";

/// What people, and programs, type.
const TYPED: &[&str] = &[
    SCRIPT,
    "\"><script>alert(1)</script>",
    "1000000000000",
    "99999999999999999999999999",
    "-1",
    "1,005",
    "NaN",
    RTL,
    EMOJI,
    "a\u{0}b",
    "e\u{301}\u{301}\u{301}\u{301}",
    "'; DROP TABLE person; --",
    "{wijk} {n} {max}",
    "\u{feff}",
    "\t",
    "http://elders.nl/",
];

/// How a browser sends a form.
const FORM: &str = "application/x-www-form-urlencoded";

/// Not our fault, and nothing of it is markup.
fn is_plain(answer: &Answer, what: &str) {
    assert!(!answer.status.is_server_error(), "{what}");
    assert!(!answer.body.contains("<script>alert"), "{what}: as markup");
}

/// What was typed still stands in its field, where it has letters or digits that no rule takes away.
fn stays(answer: &Answer, field: &str, typed: &str, what: &str) {
    if [SCRIPT, RTL, EMOJI, "-1", "1000000000000", "NaN"].contains(&typed) {
        let shown = answer.page().value(field);
        assert_eq!(shown, typed, "{what}: what was typed is gone");
    }
}
