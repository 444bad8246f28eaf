//! How a text from a file stands in a message: nothing in it moves a cursor or hides, and what only looks the same is
//! told apart.

use std::{borrow::Cow, collections::BTreeMap, fmt::Write as _};

use unicode_normalization::char::is_combining_mark;
use unicode_security::skeleton;

/// The text with every sign escaped that a terminal would obey or not show, as `\u{1b}`.
///
/// What is escaped already stays as it is.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    let starts_bare = text.starts_with(is_combining_mark);
    if !starts_bare && !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for (at, sign) in text.char_indices() {
        if is_hidden(sign) || at == 0 && starts_bare {
            escape(sign, &mut shown);
        } else {
            shown.push(sign);
        }
    }
    Cow::Owned(shown)
}

/// `\n` for a line feed, and its code point for a sign that has no short name.
fn escape(sign: char, shown: &mut String) {
    if sign.is_ascii() {
        shown.extend(sign.escape_debug());
    } else {
        shown.extend(sign.escape_unicode());
    }
}

/// Whether a sign by itself shows nothing, or does something to what stands around it.
#[must_use]
pub fn is_hidden(sign: char) -> bool {
    match sign {
        ' '..='~' => false,
        // Fillers that count as letters, the blank of braille, and what selects a variant of the sign before it.
        '\u{34f}'
        | '\u{115f}'..='\u{1160}'
        | '\u{180b}'..='\u{180f}'
        | '\u{2800}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{ffa0}'
        | '\u{e0100}'..='\u{e01ef}' => true,
        // Controls and formats, blanks other than the usual one, and what no font has.
        sign => !is_combining_mark(sign) && sign.escape_debug().len() > 1,
    }
}

/// Each id as a message shows it: with its code points where another one looks the same.
#[must_use]
pub fn labels(ids: &[String]) -> Vec<String> {
    let mut by_look: BTreeMap<String, usize> = BTreeMap::new();
    for id in ids {
        *by_look.entry(look(id)).or_default() += 1;
    }
    ids.iter()
        .map(|id| match by_look.get(&look(id)) {
            Some(2..) => with_code_points(id),
            _ => visible(id).into_owned(),
        })
        .collect()
}

/// The first of the ids that looks the same as this text.
pub(super) fn look_alike<'a>(text: &str, ids: &'a [String]) -> Option<&'a str> {
    let wanted = look(text);
    ids.iter().map(String::as_str).find(|id| look(id) == wanted)
}

/// `а (U+0430)`.
pub(super) fn with_code_points(id: &str) -> String {
    let mut label = visible(id).into_owned();
    for (at, sign) in id.chars().enumerate() {
        label.push_str(if at == 0 { " (" } else { " " });
        let _ = write!(label, "U+{:04X}", u32::from(sign));
    }
    label.push(')');
    label
}

/// The same for two texts that nobody tells apart on a screen (UTS 39), in whatever blanks they differ.
fn look(text: &str) -> String {
    let shown = visible(text);
    let words: Vec<&str> = shown.split_ascii_whitespace().collect();
    skeleton(&words.join(" ")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_a_terminal_obeys_or_hides_are_escaped() {
        for (text, shown) in [
            ("\u{1b}[31mrood", "\\u{1b}[31mrood"),
            ("a\u{9b}b\u{7f}", "a\\u{9b}b\\u{7f}"),
            ("een\ttwee\r\n", "een\\ttwee\\r\\n"),
            ("\u{202e}om\u{2066}", "\\u{202e}om\\u{2066}"),
            ("a\u{200b}\u{feff}\u{ad}", "a\\u{200b}\\u{feff}\\u{ad}"),
            ("a\u{a0}b\u{2028}", "a\\u{a0}b\\u{2028}"),
            ("\u{3164}\u{2800}a\u{fe0f}", "\\u{3164}\\u{2800}a\\u{fe0f}"),
            ("\u{301}a\u{301}", "\\u{301}a\u{301}"),
        ] {
            assert_eq!(visible(text), shown);
            assert_eq!(visible(shown), shown, "twice");
        }
        for text in ["café «é» \"x\" 'y' C:\\z", "مرحبا", "नमस्ते", "日本 🚲"]
        {
            assert_eq!(visible(text), text);
        }
    }

    #[test]
    fn ids_that_look_the_same_are_labelled_with_their_code_points() {
        let ids = [
            "a", "\u{430}", "b", "1", "l", "e\u{301}", "\u{e9}", "x  y", "x y",
        ];
        let labels = labels(&ids.map(str::to_owned));
        assert_eq!(
            labels[..5],
            ["a (U+0061)", "а (U+0430)", "b", "1 (U+0031)", "l (U+006C)"]
        );
        assert_eq!(labels[5..7], ["e\u{301} (U+0065 U+0301)", "é (U+00E9)"]);
        assert!(
            labels[7].ends_with("(U+0078 U+0020 U+0020 U+0079)"),
            "{labels:?}"
        );
    }

    #[test]
    fn a_hidden_sign_tells_two_ids_apart_by_itself() {
        let ids = ["a", "a\u{200b}"].map(str::to_owned);
        assert_eq!(labels(&ids), ["a", "a\\u{200b}"]);
    }
}
