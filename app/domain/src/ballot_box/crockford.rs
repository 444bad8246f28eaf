//! Crockford's base 32: what may be on a letter or card, and how people type it.
//!
//! Shared by voting codes and box cards, so that both forgive the same things.
//!
//! By hand, where hex is a crate's: `data-encoding` turns bytes into text and back, but the check signs of a code are
//! arithmetic on the values between the two, 14 signs are no whole number of bytes, and full-width signs and typographic
//! dashes are more than the one byte a sign that it translates or skips.

/// The 32 signs, without I, L, O and U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What one typed character means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// A sign with its value below 32.
    Sign(u8),
    /// A space, dash or dot: only there for the eye.
    Gap,
    /// Nothing that stands on a letter; U is one of these, so that it cannot be taken for V.
    Other,
}

/// The sign for a value; only the lowest five bits count.
pub const fn sign(value: u8) -> u8 {
    ALPHABET[(value & 31) as usize]
}

/// Reads one character as somebody typed or pasted it: any case, full width, O for 0, I and L for 1.
pub fn read(typed: char) -> Typed {
    let narrow = match typed {
        // Full-width forms, as some keyboards for Chinese and Japanese give them.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(typed) - 0xfee0).unwrap_or(typed),
        _ => typed,
    };
    match narrow.to_ascii_uppercase() {
        'O' => Typed::Sign(0),
        'I' | 'L' => Typed::Sign(1),
        // Besides what a keyboard has: soft hyphen, zero-width space and mark, typographic dashes, minus, middle dots.
        '-'
        | '.'
        | '_'
        | '\u{ad}'
        | '\u{200b}'
        | '\u{feff}'
        | '\u{2010}'..='\u{2015}'
        | '\u{2212}'
        | '·'
        | '•' => Typed::Gap,
        space if space.is_whitespace() => Typed::Gap,
        other => (0_u8..32)
            .find(|value| char::from(sign(*value)) == other)
            .map_or(Typed::Other, Typed::Sign),
    }
}

/// Writes signs in groups of four with dashes between them.
pub fn write_groups(signs: &[u8], f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    use std::fmt::Write as _;
    for (place, value) in signs.iter().enumerate() {
        if place > 0 && place.is_multiple_of(4) {
            f.write_char('-')?;
        }
        f.write_char(char::from(sign(*value)))?;
    }
    Ok(())
}

/// Cuts bytes into values of five bits, highest first; bits beyond the last whole value are left out.
pub fn split<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut values = [0; N];
    for (place, value) in values.iter_mut().enumerate() {
        for bit in place * 5..place * 5 + 5 {
            let set = bytes
                .get(bit / 8)
                .is_some_and(|byte| byte >> (7 - bit % 8) & 1 == 1);
            *value = *value << 1 | u8::from(set);
        }
    }
    values
}

/// Joins values of five bits into bytes: the inverse of [`split`].
pub fn join<const N: usize>(values: &[u8]) -> [u8; N] {
    let mut bytes = [0; N];
    for (place, byte) in bytes.iter_mut().enumerate() {
        for bit in place * 8..place * 8 + 8 {
            let set = values
                .get(bit / 5)
                .is_some_and(|value| value >> (4 - bit % 5) & 1 == 1);
            *byte = *byte << 1 | u8::from(set);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_sign_reads_as_itself_in_any_case_and_width() {
        for value in 0..32 {
            let printed = char::from(sign(value));
            let wide = char::from_u32(u32::from(printed) + 0xfee0).unwrap();
            for typed in [printed, printed.to_ascii_lowercase(), wide] {
                assert_eq!(read(typed), Typed::Sign(value), "{typed}");
            }
        }
    }

    #[test]
    fn signs_that_are_on_no_letter_are_not_guessed_at() {
        for typed in ['U', 'u', 'Ｕ', '!', '/', 'é', '٣', '😀'] {
            assert_eq!(read(typed), Typed::Other, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn values_join_to_the_bytes_they_came_from(bytes: [u8; 35]) {
            prop_assert_eq!(join::<35>(&split::<56>(&bytes)), bytes);
        }
    }
}
