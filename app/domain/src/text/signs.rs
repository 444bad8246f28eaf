//! Signs that nobody sees: which stay because letters need them, and which go.

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{
    GeneralCategoryGroup, UnicodeEmoji as _, UnicodeGeneralCategory as _,
    emoji::{is_emoji_presentation_selector, is_zwj},
};
use unicode_script::{Script, UnicodeScript as _};

const NON_JOINER: char = '\u{200c}';
const KEYCAP: char = '\u{20e3}';
const BLACK_FLAG: char = '\u{1f3f4}';

/// Scripts whose letters change shape with their neighbours, so that a joiner between them is spelling.
const JOINING: &[Script] = &[
    Script::Arabic,
    Script::Syriac,
    Script::Nko,
    Script::Mongolian,
    Script::Devanagari,
    Script::Bengali,
    Script::Gurmukhi,
    Script::Gujarati,
    Script::Oriya,
    Script::Tamil,
    Script::Telugu,
    Script::Kannada,
    Script::Malayalam,
    Script::Sinhala,
    Script::Khmer,
    Script::Myanmar,
];

/// A text as a reader sees it: NFC, line ends as `\n`, one blank for many, none at the edges, and nothing invisible but
/// the joiners and selectors that emoji and some scripts are spelled with.
pub(crate) fn seen(typed: &str) -> String {
    let signs: Vec<char> = typed.replace("\r\n", "\n").nfc().collect();
    let mut text = String::with_capacity(typed.len());
    let mut last = None;
    for (at, &sign) in signs.iter().enumerate() {
        if !is_ignorable(sign) || stays(last, sign, signs.get(at + 1).copied()) {
            text.push(sign);
            last = Some(sign);
        }
    }
    // Once more: what stood on both sides of a sign that went may compose now.
    blanks_collapsed(&text).nfc().collect()
}

/// Lines with single blanks and at most one empty line in a row.
fn blanks_collapsed(text: &str) -> String {
    let is_line_end = |sign| matches!(sign, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut lines: Vec<String> = Vec::new();
    for line in text.split(is_line_end) {
        let words: Vec<&str> = line
            .split(is_blank)
            .filter(|word| !word.is_empty())
            .collect();
        if !words.is_empty() || lines.last().is_some_and(|line| !line.is_empty()) {
            lines.push(words.join(" "));
        }
    }
    lines.join("\n").trim().to_owned()
}

/// White space, and the blank of braille, which is a symbol to Unicode and nothing to a reader.
fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || sign == '\u{2800}'
}

/// Whether a sign leaves something on paper by itself: a letter, number, punctuation or symbol.
pub(super) fn is_visible(sign: char) -> bool {
    !is_ignorable(sign)
        && matches!(
            sign.general_category_group(),
            GeneralCategoryGroup::Letter
                | GeneralCategoryGroup::Number
                | GeneralCategoryGroup::Punctuation
                | GeneralCategoryGroup::Symbol
        )
}

/// Signs that command a device, or write letters back to front. These are refused, where others silently go: without
/// them a reader would see another text than the one who typed it.
pub(super) fn is_forbidden(sign: char) -> bool {
    (sign.is_control() && sign != '\n') || matches!(sign, '\u{202d}' | '\u{202e}')
}

/// Signs without a shape of their own, mostly Unicode's `Default_Ignorable_Code_Point`; the two overrides are forbidden.
fn is_ignorable(sign: char) -> bool {
    matches!(sign,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202c}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d159}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether an invisible sign is part of how its neighbours are spelled.
fn stays(before: Option<char>, sign: char, after: Option<char>) -> bool {
    let Some(before) = before else {
        return false;
    };
    match sign {
        NON_JOINER => after.is_some_and(|after| join(before, after)),
        _ if is_zwj(sign) => after.is_some_and(|after| {
            join(before, after) || (is_emoji_part(before) && is_emoji_part(after))
        }),
        '\u{fe0e}' | '\u{fe0f}' => {
            is_emoji_part(before) || (before.is_emoji_char() && after == Some(KEYCAP))
        }
        '\u{e0020}'..='\u{e007f}' => before == BLACK_FLAG || is_tag(before),
        '\u{180b}'..='\u{180f}' => before.script() == Script::Mongolian,
        '\u{fe00}'..='\u{fe0d}' | '\u{e0100}'..='\u{e01ef}' => before.script() == Script::Han,
        _ => false,
    }
}

/// Letters of flags such as that of Wales.
fn is_tag(sign: char) -> bool {
    matches!(sign, '\u{e0020}'..='\u{e007e}')
}

/// A picture or what is joined to one; digits are emoji to Unicode and not to us.
fn is_emoji_part(sign: char) -> bool {
    (sign.is_emoji_char() && !sign.is_ascii()) || is_emoji_presentation_selector(sign)
}

/// Whether two signs are letters, or marks on them, of one script that joins its letters.
fn join(before: char, after: char) -> bool {
    let (before, after) = (before.script_extension(), after.script_extension());
    let is_of_any =
        before.is_common() || before.is_inherited() || after.is_common() || after.is_inherited();
    let shared = before.intersection(after);
    !is_of_any && JOINING.iter().any(|&script| shared.contains_script(script))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{TextFault, line, paragraph};

    #[test]
    fn joiners_stay_in_emoji_persian_and_hindi() {
        for text in [
            "👩‍🌾",
            "👩🏽‍🔧 klust",
            "❤️‍🔥",
            "1️⃣",
            "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
            "می‌خواهم",
            "क्‍ष",
        ] {
            assert_eq!(line(text, 80).as_deref(), Ok(text), "{text:?}");
        }
    }

    #[test]
    fn invisible_signs_go_wherever_they_stand() {
        for text in [
            "\u{feff}Tuin",
            "Tu\u{200b}in",
            "Tu\u{ad}in",
            "\u{200e}Tuin\u{200f}",
            "\u{2066}Tuin\u{2069}",
            "\u{202b}Tuin\u{202c}",
            "T\u{200d}u\u{200c}in\u{fe0f}",
            "Tuin\u{e0041}",
            "T\u{2060}uin\u{3164}",
        ] {
            assert_eq!(line(text, 4).as_deref(), Ok("Tuin"), "{text:?}");
        }
    }

    #[test]
    fn a_text_of_which_nothing_can_be_seen_is_empty() {
        for text in [
            "\u{200b}\u{200b}\u{200b}",
            "\u{3164}",
            "\u{2800}\u{2800}",
            "\u{ad}",
            "\u{a0}\u{3000}",
            "\u{301}",
            "\u{fe0f}",
            "\u{e000}",
            "\u{200d}\u{200c}",
        ] {
            assert_eq!(line(text, 80), Err(TextFault::Empty), "{text:?}");
        }
        for text in ["?", "€", "7", "🦢", "字"] {
            assert!(line(text, 80).is_ok(), "{text}");
        }
    }

    #[test]
    fn blanks_of_every_kind_collapse_to_one() {
        assert_eq!(
            line(" De \t\u{a0}\u{2003} Turfhoek ", 80).as_deref(),
            Ok("De Turfhoek")
        );
    }

    #[test]
    fn line_ends_of_every_kind_become_one() {
        assert_eq!(
            paragraph("een\r\ntwee\rdrie \u{b}  vier\u{2029}vijf", 80).as_deref(),
            Ok("een\ntwee\ndrie\nvier\nvijf")
        );
        assert_eq!(
            paragraph("een\n\n \n\ntwee\n", 80).as_deref(),
            Ok("een\n\ntwee")
        );
    }

    proptest::proptest! {
        #[test]
        fn a_text_as_seen_stays_as_it_is(typed in "(\\PC|\\s|[\u{200b}-\u{200f}\u{fe0f}\u{301}🦢👩]){0,12}") {
            let text = seen(&typed);
            proptest::prop_assert_eq!(seen(&text), text);
        }
    }
}
