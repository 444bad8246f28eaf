//! What in a free text points at a person: jobs are described here, not people.

use super::PersonalData;

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
    use crate::text::{TextFault, paragraph};

    #[test]
    fn what_points_at_a_person_is_found() {
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
