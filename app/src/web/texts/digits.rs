//! Digits with the separators of a language; ICU knows them.

use fluent_bundle::{FluentValue, memoizer::MemoizerKind};
use icu_decimal::{DecimalFormatter, input::Decimal, options::DecimalFormatterOptions};
use icu_locale_core::Locale;

use super::{Lang, spoken};

thread_local! {
    // Of each thread its own, as ICU shares its data within one; that costs no lock.
    static NOTATIONS: [Option<DecimalFormatter>; Lang::ALL.len()] = Lang::ALL.map(notation);
}

fn notation(lang: Lang) -> Option<DecimalFormatter> {
    let locale: Locale = lang.tag().parse().ok()?;
    DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).ok()
}

/// A number with the separators of the language that is spoken.
pub fn written(number: &Decimal) -> String {
    NOTATIONS.with(|notations| match &notations[spoken() as usize] {
        Some(notation) => notation.format(number).to_string(),
        // Never: a test makes sure that ICU knows the languages of the texts.
        None => number.to_string(),
    })
}

/// A number from so many of its smallest parts, of which `digits` stand behind the decimal sign.
pub fn of_parts(parts: u64, digits: i16) -> Decimal {
    let mut number = Decimal::from(parts);
    number.multiply_pow10(-digits);
    number
}

/// How Fluent writes a number in a message. It holds one as a float, in which a whole number is exact up to 2⁵³; its
/// digits are read from what it prints, so nothing is computed with it.
pub fn in_a_message<M: MemoizerKind>(value: &FluentValue, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            let number: Decimal = number.as_string().parse().ok()?;
            Some(written(&number))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icu_knows_every_language_of_the_texts() {
        assert!(Lang::ALL.into_iter().all(|lang| notation(lang).is_some()));
    }
}
