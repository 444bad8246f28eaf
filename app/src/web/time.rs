//! Time on screen: Europe/Amsterdam, in words.

use domain::round::{Millis, WhatDate};
use jiff::{
    Timestamp, Zoned,
    civil::DateTime,
    tz::{AmbiguousOffset, TimeZone},
};

use super::texts::{t, tf};

fn amsterdam() -> TimeZone {
    // The zone is bundled with the program.
    TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC)
}

fn zoned(at: Millis) -> Zoned {
    Timestamp::from_millisecond(at)
        .unwrap_or(Timestamp::UNIX_EPOCH)
        .to_zoned(amsterdam())
}

/// `maandag 12 april 2027`.
pub fn day(at: Millis) -> String {
    let at = zoned(at);
    let weekday = t(&format!(
        "time.weekday.{}",
        at.weekday().to_monday_one_offset()
    ));
    let month = t(&format!("time.month.{}", at.month()));
    format!("{weekday} {} {month} {}", at.day(), at.year())
}

/// `12 april 2027`, for tables.
pub fn short_day(at: Millis) -> String {
    let at = zoned(at);
    let month = t(&format!("time.month.{}", at.month()));
    format!("{} {month} {}", at.day(), at.year())
}

/// `12.04.2027`, for files that other tools read.
pub fn dotted_day(at: Millis) -> String {
    zoned(at).strftime("%d.%m.%Y").to_string()
}

/// `maandag 12 april 2027 om 20.00 uur`.
pub fn moment(at: Millis) -> String {
    let clock = zoned(at);
    let time = format!("{:02}.{:02}", clock.hour(), clock.minute());
    tf("time.moment", &[("day", &day(at)), ("time", &time)])
}

/// As a date-time field writes it: `2027-04-12T20:00`.
pub fn field(at: Millis) -> String {
    zoned(at).datetime().strftime("%Y-%m-%dT%H:%M").to_string()
}

/// Reads a date-time field as the clock in Amsterdam. A moment that the change of summer time makes happen twice or
/// never is refused: a vote must not close at a time that two people read differently.
pub fn read(typed: &str) -> Result<Millis, WhatDate> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(WhatDate::Empty);
    }
    // A date alone would be read as its first minute, and its whole day be lost.
    if !typed.contains([':', '.']) {
        return Err(WhatDate::NotADate);
    }
    let civil: DateTime = typed.parse().map_err(|_| WhatDate::NotADate)?;
    if !(2000..=2200).contains(&civil.year()) {
        return Err(WhatDate::NotADate);
    }
    let zone = amsterdam();
    let ambiguous = zone.to_ambiguous_timestamp(civil);
    if !matches!(ambiguous.offset(), AmbiguousOffset::Unambiguous { .. }) {
        return Err(WhatDate::NoSuchMoment);
    }
    ambiguous
        .unambiguous()
        .map(|at| at.as_millisecond())
        .map_err(|_| WhatDate::NotADate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::texts::{Lang, speak};

    #[test]
    fn the_time_shown_is_that_of_amsterdam_wherever_the_server_is() {
        speak(Lang::Nl, || {
            assert_eq!(
                moment(1_807_552_800_000),
                "maandag 12 april 2027 om 20.00 uur"
            );
            assert_eq!(field(1_807_552_800_000), "2027-04-12T20:00");
        });
    }

    #[test]
    fn a_moment_that_is_shown_reads_back() {
        assert_eq!(read("2027-04-12T20:00"), Ok(1_807_552_800_000));
        assert_eq!(read(&field(1_807_552_800_000)), Ok(1_807_552_800_000));
    }

    #[test]
    fn moments_that_happen_twice_or_never_are_refused() {
        assert_eq!(read("2026-10-25T02:30"), Err(WhatDate::NoSuchMoment));
        assert_eq!(read("2027-03-28T02:30"), Err(WhatDate::NoSuchMoment));
    }

    #[test]
    fn text_that_is_no_date_is_refused() {
        for typed in [
            "morgen",
            "2027-03-20",
            "2027-13-01T10:00",
            "0001-01-01T00:00",
            "2027-02-30T10:00",
            "99999-01-01T00:00",
        ] {
            assert_eq!(read(typed), Err(WhatDate::NotADate), "{typed}");
        }
        assert_eq!(read(" "), Err(WhatDate::Empty));
    }
}
