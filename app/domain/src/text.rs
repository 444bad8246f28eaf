//! Text that people type: bounded, in one Unicode form, without hidden characters or personal data.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// Why a typed text is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum TextFault {
    /// Nothing was typed, but something is needed.
    #[error("empty")]
    Empty,
    /// Longer than the field allows, in characters.
    #[error("{found} characters where {max} are allowed")]
    TooLong {
        /// How many are allowed.
        max: usize,
        /// How many there are.
        found: usize,
    },
    /// A control character, or one that turns the reading direction around (U+202A–202E, U+2066–2069).
    #[error("a sign that is not allowed")]
    ForbiddenSign,
    /// Something that points at a person: e-mail address, telephone number, bank account or BSN.
    #[error("personal data: {0:?}")]
    PersonalData(PersonalData),
}

/// What in a free text points at a person: proposals are about jobs, and nobody who may fill one is ever stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PersonalData {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A bank account number (IBAN).
    Iban,
    /// A citizen service number (BSN): nine digits that pass the eleven test.
    Bsn,
}

/// One line of text: trimmed, NFC, 1 to `max` characters, no line breaks.
///
/// # Errors
/// [`TextFault`] names the first thing that is wrong.
pub fn line(typed: &str, max: usize) -> Result<String, TextFault> {
    let text = clean(typed, max)?;
    if text.contains('\n') {
        Err(TextFault::ForbiddenSign)
    } else {
        Ok(text)
    }
}

/// A text of several lines, for the public: as [`line`], with line breaks and without personal data.
///
/// # Errors
/// [`TextFault`] names the first thing that is wrong.
pub fn paragraph(typed: &str, max: usize) -> Result<String, TextFault> {
    let text = clean(typed, max)?;
    match personal_data(&text) {
        Some(found) => Err(TextFault::PersonalData(found)),
        None => Ok(text),
    }
}

fn clean(typed: &str, max: usize) -> Result<String, TextFault> {
    let text: String = typed.replace("\r\n", "\n").nfc().collect();
    let text = text.trim();
    if text.is_empty() {
        return Err(TextFault::Empty);
    }
    if text.chars().any(is_forbidden) {
        return Err(TextFault::ForbiddenSign);
    }
    let found = text.chars().count();
    if found > max {
        Err(TextFault::TooLong { max, found })
    } else {
        Ok(text.to_owned())
    }
}

/// Characters that hide or reorder what a reader sees. A zero-width joiner stays: emoji and Arabic need it.
fn is_forbidden(sign: char) -> bool {
    (sign.is_control() && sign != '\n' && sign != '\t')
        || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The first thing in a text that points at a person, if any.
#[must_use]
pub fn personal_data(text: &str) -> Option<PersonalData> {
    for word in text.split(|c: char| c.is_whitespace() || "()<>,;:\"".contains(c)) {
        let word = word.trim_matches(|c: char| ".!?'".contains(c));
        if is_email(word) {
            return Some(PersonalData::Email);
        }
    }
    let compact: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '.')
        .collect();
    if has_iban(&compact) {
        return Some(PersonalData::Iban);
    }
    for digits in digit_runs(text) {
        if digits.len() == 9 && passes_eleven_test(&digits) {
            return Some(PersonalData::Bsn);
        }
        let is_national = digits.len() == 10 && digits.starts_with('0');
        if is_national
            || (digits.len() == 11 && digits.starts_with("31"))
            || digits.starts_with("0031")
        {
            return Some(PersonalData::Phone);
        }
    }
    None
}

fn is_email(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host
                .rsplit_once('.')
                .is_some_and(|(left, top)| !left.is_empty() && top.len() >= 2)
    })
}

/// A Dutch IBAN: NL, two digits, four letters, ten digits.
fn has_iban(compact: &str) -> bool {
    let bytes = compact.as_bytes();
    bytes.windows(18).any(|w| {
        w[..2].eq_ignore_ascii_case(b"NL")
            && w[2..4].iter().all(u8::is_ascii_digit)
            && w[4..8].iter().all(u8::is_ascii_alphabetic)
            && w[8..].iter().all(u8::is_ascii_digit)
    })
}

/// Runs of digits as people write numbers: spaces, dots and dashes between digits do not end a run.
fn digit_runs(text: &str) -> Vec<String> {
    let mut runs = vec![String::new()];
    for sign in text.chars() {
        if sign.is_ascii_digit() {
            if let Some(run) = runs.last_mut() {
                run.push(sign);
            }
        } else if !matches!(sign, ' ' | '-' | '.' | '(' | ')' | '+') {
            runs.push(String::new());
        }
    }
    runs
}

/// The check on a BSN (elfproef): 9a + 8b + … + 2h − i is a multiple of eleven.
fn passes_eleven_test(digits: &str) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = digits
        .bytes()
        .zip(weights)
        .map(|(digit, weight)| i32::from(digit - b'0') * weight)
        .sum();
    sum != 0 && sum % 11 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_in_any_script_is_kept_as_typed() {
        for text in [
            "Buurtmoestuin",
            "مرحبا بكم",
            "🌱 Tuin 👩‍🌾",
            "<script>alert(1)</script>",
            "O'Neil & zn.",
        ] {
            assert_eq!(line(text, 80).as_deref(), Ok(text));
        }
    }

    #[test]
    fn composed_and_decomposed_letters_become_the_same() {
        assert_eq!(line("cafe\u{301}", 10), line("café", 10));
    }

    #[test]
    fn signs_that_hide_or_turn_text_are_refused() {
        for text in [
            "a\u{202e}b",
            "a\u{2066}b",
            "a\0b",
            "a\u{1b}[31m",
            "\u{feff}a b\u{feff}c",
        ] {
            assert_eq!(line(text, 80), Err(TextFault::ForbiddenSign), "{text:?}");
        }
    }

    #[test]
    fn the_limit_counts_characters_not_bytes() {
        assert!(line(&"é".repeat(80), 80).is_ok());
        assert_eq!(
            line(&"é".repeat(81), 80),
            Err(TextFault::TooLong { max: 80, found: 81 })
        );
        assert_eq!(line(" \n ", 80), Err(TextFault::Empty));
    }

    #[test]
    fn text_that_points_at_a_person_is_found() {
        for (text, found) in [
            ("Mail naar jan@voorbeeld.nl.", PersonalData::Email),
            ("Bel 06-12 34 56 78", PersonalData::Phone),
            ("Bel +31 6 12345678", PersonalData::Phone),
            ("NL91 ABNA 0417 1643 00", PersonalData::Iban),
            ("nummer 111222333", PersonalData::Bsn),
        ] {
            assert_eq!(
                paragraph(text, 200),
                Err(TextFault::PersonalData(found)),
                "{text}"
            );
        }
    }

    #[test]
    fn amounts_years_and_counts_are_no_personal_data() {
        for text in [
            "Kosten € 17.000 per jaar",
            "Sinds 2019-2024",
            "20 uur, 2 plekken",
            "123456789 stenen",
        ] {
            assert!(paragraph(text, 200).is_ok(), "{text}");
        }
    }
}
