//! Names as they are compared: one function for logins, wijken and titles, so that a name that is stored is found again.

use caseless::Caseless as _;
use unicode_normalization::UnicodeNormalization;
use unicode_script::{Script, UnicodeScript as _};
use unicode_security::{MixedScript as _, skeleton};

use super::seen;

/// A name as it is compared: without case, in one compatible form, as seen. Folding twice changes nothing.
///
/// Accents stay: `José` is not `Jose`. The four letters i, of which Turkish makes two pairs and other languages one, are
/// one: who signs up as İPEK signs in as ipek, whichever keyboard is at hand.
#[must_use]
pub fn folded(text: &str) -> String {
    // Unicode's toNFKC_Casefold: folding can undo a normal form and the other way round, hence both twice.
    let once: String = seen(text)
        .chars()
        .nfd()
        .default_case_fold()
        .nfkc()
        .collect();
    let twice: String = once.chars().default_case_fold().nfkc().collect();
    seen(&one_letter_i(&twice))
}

/// Folded, İ is an i with a dot apart, and ı stays itself.
fn one_letter_i(folded: &str) -> String {
    const DOT_ABOVE: char = '\u{307}';
    let mut text = String::with_capacity(folded.len());
    for sign in folded.chars() {
        match sign {
            'ı' => text.push('i'),
            DOT_ABOVE if text.ends_with('i') => {}
            sign => text.push(sign),
        }
    }
    text
}

/// Whether a name could be taken for one in other letters, as it stands or as it is compared: several scripts in one name,
/// or none but letters of another script that look Latin, as in Cyrillic `соса`.
pub(super) fn looks_like_another(name: &str) -> bool {
    is_ambiguous(name) || is_ambiguous(&folded(name))
}

fn is_ambiguous(name: &str) -> bool {
    let is_latin = |sign: char| sign.script() == Script::Latin;
    let letters = || name.chars().filter(|sign| sign.is_alphabetic());
    let looks_latin = || {
        let skeleton: String = skeleton(name).collect();
        skeleton
            .chars()
            .filter(|sign| sign.is_alphabetic())
            .all(is_latin)
    };
    !name.is_single_script()
        || (letters().next().is_some() && !letters().any(is_latin) && looks_latin())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{TextFault, login, name};

    #[test]
    fn names_that_differ_in_case_width_or_blanks_only_are_equal_folded() {
        for (one, other) in [
            ("De Turfhoek", "de  turfhoek"),
            ("STRASSE", "straße"),
            ("İPEK", "ipek"),
            ("IPEK", "ıpek"),
            ("ΣΊΣΥΦΟΣ", "σίσυφος"),
            ("ﬁets", "FIETS"),
            ("Ａnna", "anna"),
            ("De\u{a0}Turf\u{ad}hoek", "de turfhoek"),
            ("CAFÉ", "cafe\u{301}"),
        ] {
            assert_eq!(folded(one), folded(other));
        }
    }

    #[test]
    fn accents_tell_names_apart() {
        assert_ne!(folded("José"), folded("Jose"));
    }

    proptest::proptest! {
        #[test]
        fn a_folded_name_stays_as_it_is(typed in "(\\PC|[İIıi\u{307}\u{300}ßΣςﬁ ´]){0,12}") {
            let name = folded(&typed);
            proptest::prop_assert_eq!(folded(&name), name);
        }

        #[test]
        fn a_login_is_read_as_itself(typed in "\\PC{1,12}") {
            if let Ok(kept) = login(&typed) {
                proptest::prop_assert_eq!(login(&kept), Ok(kept));
            }
        }
    }

    #[test]
    fn a_login_of_letters_that_grow_is_counted_folded() {
        assert_eq!(login(&"İ".repeat(50)), Ok("i".repeat(50)));
        assert_eq!(login(&"ß".repeat(40)), Ok("s".repeat(80)));
        let too_long = TextFault::TooLong { max: 80, found: 82 };
        assert_eq!(login(&"ß".repeat(41)), Err(too_long));
    }

    #[test]
    fn a_login_that_is_invisible_folded_is_refused() {
        // U+FE72, an Arabic vowel sign on a blank of its own: folded, the blank goes and the sign has no letter.
        assert_eq!(login("\u{fe72}"), Err(TextFault::Empty));
    }

    #[test]
    fn a_name_in_letters_that_look_alike_is_refused() {
        // Cyrillic а in Turfhoek's place, Greek ο, a name all Cyrillic that reads as Latin, and a sign above the line that
        // becomes such a letter where names are compared (U+1E04B, the Cyrillic schwa).
        for odd in ["De Wаterkant", "Zοnnedorp", "соса", "\u{1e04b}"] {
            assert_eq!(name(odd, 80), Err(TextFault::LookAlike), "{odd}");
            assert_eq!(login(odd), Err(TextFault::LookAlike), "{odd}");
        }
    }

    #[test]
    fn a_name_in_one_script_is_kept() {
        for plain in [
            "'t Zand & Gijmink-West 2",
            "Curaçaowijk",
            "jan.de-vries@voorbeeld.nl",
            "Юля",
            "أمل",
            "さくら町",
            "Ελένη",
            "1234",
            "🦢",
        ] {
            assert_eq!(name(plain, 80).as_deref(), Ok(plain));
        }
    }
}
