//! A number as typed, taken apart: digits in groups, what stands between them, what stands behind.

use super::Notation;
use crate::text;

/// What a typed whole number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WholeNumber {
    Empty,
    Negative,
    /// Neither digits nor digits in groups of three.
    NotANumber,
    /// One reader takes it for a thousand times what another does.
    TwoReadings,
    /// More digits than any count has.
    TooLarge,
    Is(u64),
}

/// What a typed amount is: as [`WholeNumber`], in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Money {
    Empty,
    Negative,
    NotAnAmount,
    TwoReadings,
    TooLarge,
    Cents(u64),
}

/// Fifteen digits of euros and two of cents fit in 64 bits with room to spare.
const MAX_DIGITS: usize = 15;

impl WholeNumber {
    /// Reads a count: `4430`, `4.430`, `4 430`, `4'430`.
    pub(crate) fn read(typed: &str, notation: Notation) -> Self {
        let typed = tidy(typed);
        if typed.is_empty() {
            return Self::Empty;
        }
        if is_negative(&typed) {
            return Self::Negative;
        }
        match grouped(&typed) {
            Some((_, Some(sign))) if is_doubtful(&typed, sign, notation) => Self::TwoReadings,
            Some((digits, _)) if digits.len() > MAX_DIGITS => Self::TooLarge,
            Some((digits, _)) => digits.parse().map_or(Self::NotANumber, Self::Is),
            None => Self::NotANumber,
        }
    }
}

impl Money {
    /// Reads an amount as phones and offices write it: `1250`, `€ 1.250,50`, `1250,—`, `EUR 1250`, `1250 euro`.
    pub(crate) fn read(typed: &str, notation: Notation) -> Self {
        let typed = tidy(typed);
        let amount = without_currency(&typed);
        if amount.is_empty() {
            return Self::Empty;
        }
        if is_negative(amount) {
            return Self::Negative;
        }
        let (whole, point, cents) = split_cents(amount).unwrap_or((amount, None, 0));
        let Some((digits, sign)) = grouped(whole) else {
            return Self::NotAnAmount;
        };
        match (sign, point) {
            // With cents behind them the groups are thousands, whatever stands between them; but not what stands before the cents.
            (Some(sign), Some(point)) if sign == point => return Self::NotAnAmount,
            (Some(sign), None) if is_doubtful(whole, sign, notation) => return Self::TwoReadings,
            _ => {}
        }
        if digits.len() > MAX_DIGITS {
            return Self::TooLarge;
        }
        digits
            .parse::<u64>()
            .map_or(Self::NotAnAmount, |euros| Self::Cents(euros * 100 + cents))
    }
}

/// Without characters that nobody sees; blanks and apostrophes of every kind become one of each.
fn tidy(typed: &str) -> String {
    text::seen(typed)
        .chars()
        .map(|sign| match sign {
            '’' | '‘' | 'ʼ' | '´' | '`' => '\'',
            sign => sign,
        })
        .collect()
}

fn is_negative(typed: &str) -> bool {
    typed.strip_prefix(['-', '−', '–']).is_some_and(|rest| {
        without_currency(rest)
            .trim_start()
            .starts_with(|sign: char| sign.is_ascii_digit())
    })
}

/// The amount without `€`, `EUR` or `euro` before or behind it.
fn without_currency(typed: &str) -> &str {
    const WORDS: [&str; 4] = ["euro", "euros", "eur", "€"];
    let is_word = |part: &str| WORDS.iter().any(|word| part.eq_ignore_ascii_case(word));
    let is_letter = |sign: char| sign.is_alphabetic() || sign == '€';
    let typed = typed.trim();
    let rest = typed.trim_start_matches(is_letter);
    let typed = match typed.strip_suffix(rest) {
        Some(word) if is_word(word) => rest.trim_start(),
        _ => typed,
    };
    let rest = typed.trim_end_matches(is_letter);
    match typed.strip_prefix(rest) {
        Some(word) if is_word(word) => rest.trim_end(),
        _ => typed,
    }
}

/// Splits at the cents: one or two digits behind the last comma or dot, or dashes for none.
fn split_cents(amount: &str) -> Option<(&str, Option<char>, u64)> {
    let (at, point) = amount.rmatch_indices([',', '.']).next()?;
    let (whole, behind) = (&amount[..at], &amount[at + point.len()..]);
    let cents = match behind.as_bytes() {
        [] => return None,
        [tens @ b'0'..=b'9'] => u64::from(tens - b'0') * 10,
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => {
            u64::from(tens - b'0') * 10 + u64::from(ones - b'0')
        }
        _ if behind.chars().all(|sign| "-–—=".contains(sign)) => 0,
        _ => return None,
    };
    Some((whole, point.chars().next(), cents))
}

/// The digits of a whole number and what stands between its groups of three, if anything does.
fn grouped(typed: &str) -> Option<(String, Option<char>)> {
    let sign = typed.chars().find(|sign| !sign.is_ascii_digit());
    let Some(sign) = sign else {
        return (!typed.is_empty()).then(|| (typed.to_owned(), None));
    };
    if !" '.,".contains(sign) {
        return None;
    }
    let mut groups = typed.split(sign);
    let first = groups.next()?;
    // `0.125` is an eighth and `0125.000` nothing: groups begin with one to three digits and no nought.
    if !(1..=3).contains(&first.len()) || first.starts_with('0') {
        return None;
    }
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some((digits, Some(sign)))
}

/// Whether the one dot or comma in `typed` stands before decimals in this notation. Two of a kind are thousands everywhere.
fn is_doubtful(typed: &str, sign: char, notation: Notation) -> bool {
    sign == notation.decimal() && typed.matches(sign).count() == 1
}
