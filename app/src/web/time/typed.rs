//! A day and an hour as people type them where the browser shows no calendar: `20-3-2027 20:00`, `20 maart 2027 om 20.00 uur`.

use domain::{notation::Notation, round::WhatDate, text};
use jiff::civil::{Date, DateTime, Time};

use super::{month_name, weekday_name};
use crate::web::texts::{Lang, speak};

/// What stands between a day and an hour and says nothing.
const FILLERS: [&str; 2] = ["om", "at"];

/// The day and the hour on the wall. What two people could read as two days is no date.
pub(super) fn read(typed: &str, notation: Notation) -> Result<DateTime, WhatDate> {
    let typed = text::folded(typed);
    let words: Vec<&str> = typed
        .split([' ', ','])
        .flat_map(parted)
        .filter(|word| !word.is_empty() && !FILLERS.contains(word))
        .collect();
    if words.is_empty() {
        return Err(WhatDate::Empty);
    }
    let (weekday, words) = match words.split_first() {
        Some((first, rest)) if let Some(weekday) = numbered(weekday_name, 7, first) => {
            (Some(weekday), rest)
        }
        _ => (None, &*words),
    };
    let (date, clock) = day(words, notation).ok_or(WhatDate::NotADate)?;
    if weekday.is_some_and(|weekday| weekday != date.weekday().to_monday_one_offset()) {
        return Err(WhatDate::NotADate);
    }
    if clock.is_empty() {
        return Err(WhatDate::NoHour);
    }
    hour(date, clock).ok_or(WhatDate::NotADate)
}

/// The two halves of `2027-03-20t20:00`, as a browser sends it; any other word whole.
fn parted(word: &str) -> impl Iterator<Item = &str> {
    let halves = word
        .split_once('t')
        .filter(|(day, _)| day.ends_with(|sign: char| sign.is_ascii_digit()));
    let (first, second) = halves.unwrap_or((word, ""));
    [first, second].into_iter()
}

/// The number of a weekday or a month by its name, in any language of the pages.
fn numbered(name: fn(i8) -> String, count: i8, word: &str) -> Option<i8> {
    let is_named = |n: &i8| {
        Lang::ALL
            .iter()
            .any(|&lang| text::folded(&speak(lang, || name(*n))) == word)
    };
    (1..=count).find(is_named)
}

/// The day at the beginning, and what comes after it.
fn day<'a>(words: &'a [&'a str], notation: Notation) -> Option<(Date, &'a [&'a str])> {
    match words {
        [first, rest @ ..] if first.contains(['-', '/', '.']) => {
            Some((in_numbers(first, notation)?, rest))
        }
        [one, two, year, rest @ ..] => {
            // `20 maart 2027`, or `March 20, 2027`.
            let (month, day) = match numbered(month_name, 12, two) {
                Some(month) => (month, one),
                None => (numbered(month_name, 12, one)?, two),
            };
            Some((
                Date::new(full_year(year)?, month, day.parse().ok()?).ok()?,
                rest,
            ))
        }
        _ => None,
    }
}

/// `2027-03-20`, `20-3-2027`, `20/3/2027`, `20.3.2027`. On English pages the month may come first, so that a day with two
/// readings is none.
fn in_numbers(word: &str, notation: Notation) -> Option<Date> {
    let sign = word.chars().find(|sign| !sign.is_ascii_digit())?;
    let mut numbers = word.split(sign);
    let (one, two, three) = (numbers.next()?, numbers.next()?, numbers.next()?);
    if numbers.next().is_some() {
        return None;
    }
    if let Some(year) = full_year(one) {
        return Date::new(year, two.parse().ok()?, three.parse().ok()?).ok();
    }
    let (one, two, year) = (one.parse().ok()?, two.parse().ok()?, full_year(three)?);
    let day_first = Date::new(year, two, one).ok();
    let month_first = Date::new(year, one, two)
        .ok()
        .filter(|_| notation == Notation::English);
    match (day_first, month_first) {
        (Some(date), Some(other)) if date != other => None,
        (date, other) => date.or(other),
    }
}

fn full_year(word: &str) -> Option<i16> {
    word.parse()
        .ok()
        .filter(|year| (1000..=9999).contains(year))
}

/// `20:00`, `20.00 uur`, `20 uur`, `8 pm`. The hour 24 is the end of its day.
fn hour(date: Date, words: &[&str]) -> Option<DateTime> {
    let (clock, unit) = match words {
        [word] => word.split_at(
            word.find(|sign: char| sign.is_alphabetic())
                .unwrap_or(word.len()),
        ),
        [clock, unit] => (*clock, *unit),
        _ => return None,
    };
    let mut numbers = clock.split([':', '.']);
    let hour: i8 = numbers.next()?.parse().ok()?;
    let minute: i8 = match numbers.next() {
        Some(minute) if minute.len() == 2 => minute.parse().ok()?,
        Some(_) => return None,
        // A number alone is an hour only where a word says so.
        None if unit.is_empty() => return None,
        None => 0,
    };
    if numbers.any(|second| second != "00") {
        return None;
    }
    let hour = match unit {
        "" | "uur" | "u" | "h" => hour,
        "am" | "a.m." if (1..=12).contains(&hour) => hour % 12,
        "pm" | "p.m." if (1..=12).contains(&hour) => hour % 12 + 12,
        _ => return None,
    };
    if (hour, minute) == (24, 0) {
        return Some(date.tomorrow().ok()?.to_datetime(Time::midnight()));
    }
    Some(date.to_datetime(Time::new(hour, minute, 0, 0).ok()?))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn evening() -> DateTime {
        date(2027, 3, 20).at(20, 0, 0, 0)
    }

    #[test]
    fn a_day_and_an_hour_are_read_in_every_way_that_people_write_them() {
        for typed in [
            "2027-03-20T20:00",
            "2027-03-20 20:00:00",
            "20-3-2027 20:00",
            "20-03-2027 20.00 uur",
            "20/3/2027 20:00",
            "20.3.2027 20.00",
            "20 maart 2027 20.00 uur",
            "zaterdag 20 maart 2027 om 20.00 uur",
            "Zaterdag 20 Maart 2027, 20 uur",
            "20 maart 2027 20.00uur",
            "Saturday 20 March 2027 at 20.00",
            "March 20, 2027 8:00 PM",
            "20 march 2027 8pm",
            "\u{200e}20\u{a0}maart 2027  20:00",
        ] {
            assert_eq!(read(typed, Notation::Dutch), Ok(evening()), "{typed}");
        }
    }

    #[test]
    fn a_day_without_an_hour_is_no_moment() {
        for typed in [
            "2027-03-20",
            "20-3-2027",
            "20 maart 2027",
            "zaterdag 20 maart 2027 om",
        ] {
            assert_eq!(
                read(typed, Notation::Dutch),
                Err(WhatDate::NoHour),
                "{typed}"
            );
        }
    }

    #[test]
    fn the_hour_24_ends_its_day() {
        let midnight = date(2027, 3, 20).at(0, 0, 0, 0);
        for typed in [
            "19-3-2027 24:00",
            "vrijdag 19 maart 2027 om 24.00 uur",
            "20-3-2027 0:00",
        ] {
            assert_eq!(read(typed, Notation::Dutch), Ok(midnight), "{typed}");
        }
    }

    #[test]
    fn a_day_with_two_readings_is_none_on_an_english_page() {
        let april = date(2027, 4, 3).at(20, 0, 0, 0);
        assert_eq!(read("3-4-2027 20:00", Notation::Dutch), Ok(april));
        assert_eq!(
            read("3/4/2027 20:00", Notation::English),
            Err(WhatDate::NotADate)
        );
        for typed in ["3/20/2027 20:00", "20/3/2027 20:00"] {
            assert_eq!(read(typed, Notation::English), Ok(evening()), "{typed}");
        }
    }

    #[test]
    fn what_is_almost_a_moment_is_none() {
        for typed in [
            "20-3-27 20:00",
            "3-20-2027 20:00",
            "vrijdag 20 maart 2027 20:00",
            "20 maart 20:00",
            "20-3-2027 20",
            "20-3-2027 20:0",
            "20-3-2027 25:00",
            "20-3-2027 24:30",
            "20-3-2027 20:00:30",
            "20-3-2027 13 pm",
            "2027-03-20T20:00Z",
            "20-3-2027 20:00 of later",
            "1-2-3-2027 20:00",
        ] {
            assert_eq!(
                read(typed, Notation::Dutch),
                Err(WhatDate::NotADate),
                "{typed}"
            );
        }
    }
}
