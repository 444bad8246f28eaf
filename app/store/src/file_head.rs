//! What the one who publishes says in the head of an election file: where, and on which days.

use domain::{
    outcome::FileHead,
    phase::Phase,
    round::{Millis, Settings},
};
use jiff::{Timestamp, tz::TimeZone};

/// The municipality and the days of the vote, in Amsterdam.
#[must_use]
pub fn file_head(municipality: &str, settings: &Settings) -> FileHead {
    let start = |phase: Phase| settings.schedule.get(&phase).copied();
    FileHead {
        municipality: municipality.to_owned(),
        from: start(Phase::Voting).map(day).unwrap_or_default(),
        // The last day on which anybody could vote: a box that shuts at midnight shuts the evening before.
        to: start(Phase::Closed)
            .map(|closing| day(closing - 1))
            .unwrap_or_default(),
    }
}

/// `12.04.2027`, as Pabulib writes it.
fn day(at: Millis) -> String {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    let at = Timestamp::from_millisecond(at).unwrap_or_default();
    at.to_zoned(zone).strftime("%d.%m.%Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_that_shuts_at_midnight_shuts_the_day_before() {
        assert_eq!(day(1_795_388_400_000), "23.11.2026");
        assert_eq!(day(1_795_388_399_999), "22.11.2026");
    }
}
