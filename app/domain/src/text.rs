//! Text that people type: bounded, one Unicode form, something to see, nothing hidden, no personal data.

mod fold;
mod personal;
mod signs;

use serde::{Deserialize, Serialize};

pub use fold::folded;
pub use personal::personal_data;
pub(crate) use signs::seen;

/// Why a typed text is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum TextFault {
    /// Nothing was typed that anybody can see, but something is needed.
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
    /// A control sign, or one that writes letters back to front (U+202D, U+202E).
    #[error("a sign that is not allowed")]
    ForbiddenSign,
    /// Letters that look like those of another script, so that two names could not be told apart.
    #[error("letters of another script that look alike")]
    LookAlike,
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

/// One line of text: trimmed, NFC, blanks collapsed, 1 to `max` characters, no line breaks.
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

/// A name that must differ from others, such as that of a wijk: as [`line`], in letters that cannot be taken for others.
/// Whether it is taken, only the store knows: it compares what [`folded`] gives.
///
/// # Errors
/// [`TextFault`] names the first thing that is wrong.
pub fn name(typed: &str, max: usize) -> Result<String, TextFault> {
    let name = line(typed, max)?;
    if fold::looks_like_another(&name) {
        Err(TextFault::LookAlike)
    } else {
        Ok(name)
    }
}

/// A sign-in name as it is kept and looked up: a [`name`] that is still one when it is folded. The limit is on what is
/// kept: some letters grow.
///
/// # Errors
/// [`TextFault`] names the first thing that is wrong.
pub fn login(typed: &str) -> Result<String, TextFault> {
    let login = folded(&name(typed, usize::MAX)?);
    name(&login, 80)
}

fn clean(typed: &str, max: usize) -> Result<String, TextFault> {
    let text = seen(typed);
    if !text.chars().any(signs::is_visible) {
        return Err(TextFault::Empty);
    }
    if text.chars().any(signs::is_forbidden) {
        return Err(TextFault::ForbiddenSign);
    }
    within(&text, max)?;
    Ok(text)
}

fn within(text: &str, max: usize) -> Result<(), TextFault> {
    let found = text.chars().count();
    if found > max {
        Err(TextFault::TooLong { max, found })
    } else {
        Ok(())
    }
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
    fn signs_that_command_or_turn_letters_around_are_refused() {
        for text in [
            "a\u{202d}b",
            "a\u{202e}b",
            "a\0b",
            "a\u{1b}[31m",
            "a\u{85}\u{7f}b",
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
}
