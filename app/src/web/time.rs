//! Time on screen: Europe/Amsterdam, in words. What is printed reads back.

mod typed;

use domain::{
    notation::Notation,
    round::{Millis, WhatDate},
};
use jiff::{
    Timestamp, Zoned,
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
    let weekday = weekday_name(at.weekday().to_monday_one_offset());
    format!(
        "{weekday} {} {} {}",
        at.day(),
        month_name(at.month()),
        at.year()
    )
}

/// `12 april 2027`, for tables.
pub fn short_day(at: Millis) -> String {
    let at = zoned(at);
    format!("{} {} {}", at.day(), month_name(at.month()), at.year())
}

/// The name of a day of the week, of which Monday is 1.
fn weekday_name(number: i8) -> String {
    t(&format!("time.weekday.{number}"))
}

fn month_name(number: i8) -> String {
    t(&format!("time.month.{number}"))
}

/// `maandag 12 april 2027 om 20.00 uur`. Midnight belongs to the day that it ends: of `zaterdag om 00.00 uur` half the
/// readers think that they have all of Saturday left.
pub fn moment(at: Millis) -> String {
    let clock = zoned(at);
    let (day, time) = match (clock.hour(), clock.minute()) {
        (0, 0) => (day(at - 1), "24.00".to_owned()),
        (hour, minute) => (day(at), format!("{hour:02}.{minute:02}")),
    };
    tf("time.moment", &[("day", &day), ("time", &time)])
}

/// `20.05 uur`, for what is over within hours.
pub fn hour(at: Millis) -> String {
    let clock = zoned(at);
    let time = format!("{:02}.{:02}", clock.hour(), clock.minute());
    tf("time.hour", &[("time", &time)])
}

/// As a date-time field writes it: `2027-04-12T20:00`.
pub fn field(at: Millis) -> String {
    zoned(at).datetime().strftime("%Y-%m-%dT%H:%M").to_string()
}

/// Reads a date-time field as the clock in Amsterdam. A moment that the change of summer time makes happen twice or
/// never is refused: a vote must not close at a time that two people read differently.
pub fn read(typed: &str, notation: Notation) -> Result<Millis, WhatDate> {
    let civil = typed::read(typed, notation)?;
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
        assert_eq!(
            read("2027-04-12T20:00", Notation::Dutch),
            Ok(1_807_552_800_000)
        );
        for at in [1_807_552_800_000, 1_805_497_200_000, 1_798_758_000_000] {
            for lang in Lang::ALL {
                let read = |typed: String| read(&typed, lang.notation());
                assert_eq!(read(field(at)), Ok(at));
                assert_eq!(read(speak(lang, || moment(at))), Ok(at));
            }
        }
    }

    #[test]
    fn midnight_is_the_end_of_the_evening_before() {
        let midnight = read("2027-03-20T00:00", Notation::Dutch).unwrap();
        speak(Lang::Nl, || {
            assert_eq!(moment(midnight), "vrijdag 19 maart 2027 om 24.00 uur");
            assert_eq!(
                moment(midnight + 60_000),
                "zaterdag 20 maart 2027 om 00.01 uur"
            );
        });
        speak(Lang::En, || {
            assert_eq!(moment(midnight), "Friday 19 March 2027 at 24.00");
        });
    }

    #[test]
    fn moments_that_happen_twice_or_never_are_refused() {
        for typed in [
            "2026-10-25T02:30",
            "2027-03-28T02:30",
            "28 maart 2027 om 2.30 uur",
        ] {
            assert_eq!(read(typed, Notation::Dutch), Err(WhatDate::NoSuchMoment));
        }
    }

    #[test]
    fn text_that_is_no_date_is_refused() {
        for typed in [
            "morgen",
            "2027-13-01T10:00",
            "0001-01-01T00:00",
            "2027-02-30T10:00",
            "99999-01-01T00:00",
        ] {
            assert_eq!(
                read(typed, Notation::Dutch),
                Err(WhatDate::NotADate),
                "{typed}"
            );
        }
        assert_eq!(read(" ", Notation::Dutch), Err(WhatDate::Empty));
        assert_eq!(read("2027-03-20", Notation::Dutch), Err(WhatDate::NoHour));
    }
}
