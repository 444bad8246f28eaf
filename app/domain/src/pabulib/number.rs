//! Numbers as they stand in these files: `40000`, `40000.0`, `40000,50`; never rounded.

use super::fault::What;
use crate::euro::Euro;

/// The most money a file may speak of, budget and costs together, in cents. With every sum below it, none overflows.
pub const MAX_SUM: Euro = Euro::cents(1_000_000_000_000_000);

/// The most places a project may have.
pub const MAX_PLACES: u32 = 10_000;

/// An amount of money.
pub fn amount(text: &str) -> Result<Euro, What> {
    let Some((whole, fraction)) = parts(text) else {
        return Err(What::NotAnAmount(text.to_owned()));
    };
    if may_be_thousands(text) {
        return Err(What::TwoReadings(text.to_owned()));
    }
    if fraction.len() > 2 {
        return Err(What::TooFine(text.to_owned()));
    }
    let cents = format!("{whole}{fraction:0<2}");
    match cents.parse() {
        Ok(cents) if cents <= MAX_SUM.as_cents() => Ok(Euro::cents(cents)),
        _ => Err(What::TooMuch(text.to_owned())),
    }
}

/// `100.000` may be a hundred or a hundred thousand.
fn may_be_thousands(text: &str) -> bool {
    text.split_once(['.', ','])
        .is_some_and(|(before, after)| before.len() <= 3 && before != "0" && after.len() == 3)
}

/// A whole number.
pub fn whole(text: &str, from: u64, to: u64) -> Result<u64, What> {
    parts(text)
        .filter(|(_, fraction)| fraction.is_empty())
        .and_then(|(whole, _)| whole.parse().ok())
        .filter(|number| (from..=to).contains(number))
        .ok_or_else(|| What::NotWhole(text.to_owned(), from, to))
}

/// A whole number of 32 bits.
pub fn small(text: &str, from: u32, to: u32) -> Result<u32, What> {
    // Nearly every number of points is one digit.
    if let [digit @ b'0'..=b'9'] = text.as_bytes() {
        let number = u32::from(digit - b'0');
        if (from..=to).contains(&number) {
            return Ok(number);
        }
    }
    let number = whole(text, u64::from(from), u64::from(to))?;
    u32::try_from(number).map_err(|_| What::NotWhole(text.to_owned(), from.into(), to.into()))
}

/// The digits before and after the decimal sign, without the zeros that add nothing.
fn parts(text: &str) -> Option<(&str, &str)> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    (!whole.is_empty() && digits(whole) && digits(fraction))
        .then(|| (whole, fraction.trim_end_matches('0')))
}
