//! How voters fared: who got something they chose, and who nothing. Groups smaller than ten are never shown.

use domain::outcome::{Coverage, MIN_PUBLISHED};

use crate::web::texts::{count, percent_of_thousandths, t, tenths, tf};

/// How many voters got something, and how many nothing, of all who voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fared {
    with: u64,
    without: u64,
    chosen: u64,
    /// Nobody got more than one of their choices, so that the average is the group once more.
    is_at_most_one: bool,
}

impl Fared {
    pub fn of(coverage: &Coverage) -> Self {
        let chosen = coverage.voters_by_winners.iter().zip(0..);
        Self {
            with: coverage.with(),
            without: coverage.without(),
            chosen: chosen.map(|(voters, winners)| voters * winners).sum(),
            is_at_most_one: coverage.voters_by_winners.len() <= 2,
        }
    }

    const fn voters(self) -> u64 {
        self.with + self.without
    }

    /// Whether the split would show a group smaller than ten.
    fn is_hidden(self) -> bool {
        self.with.min(self.without) < MIN_PUBLISHED
    }

    /// Voters who got at least one of their choices.
    pub fn with(self) -> String {
        self.group(self.with)
    }

    /// Voters who got none.
    pub fn without(self) -> String {
        self.group(self.without)
    }

    /// A part of the voters; subtracting what is shown from the total must not reveal a small group either.
    fn group(self, part: u64) -> String {
        if part < MIN_PUBLISHED {
            return t("outcomes.coverage.few");
        }
        if self.is_hidden() {
            let least = count(self.voters().saturating_sub(MIN_PUBLISHED));
            return tf("outcomes.coverage.more_than", &[("n", &least)]);
        }
        let share = percent_of_thousandths(rounded(part * 1000, self.voters()));
        let values = [("n", &*count(part)), ("percent", &share)];
        tf("outcomes.coverage.group", &values)
    }

    /// The same without its share, for use within a sentence.
    pub fn with_in_words(self) -> String {
        if self.is_hidden() {
            self.with()
        } else {
            count(self.with)
        }
    }

    /// How many of their own choices voters got, on average.
    pub fn average(self) -> String {
        let is_group = self.is_at_most_one && self.is_hidden();
        if self.voters() < MIN_PUBLISHED || is_group {
            return t("outcomes.coverage.hidden");
        }
        tenths(rounded(self.chosen * 10, self.voters()))
    }
}

/// The nearest whole number.
fn rounded(part: u64, whole: u64) -> u64 {
    (part + whole / 2).checked_div(whole).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::texts::{Lang, speak};

    fn fared(voters_by_winners: &[u64]) -> Fared {
        Fared::of(&Coverage {
            voters_by_winners: voters_by_winners.to_vec(),
        })
    }

    #[test]
    fn groups_of_ten_and_more_are_shown_with_their_share() {
        let fared = fared(&[10, 20, 15]);
        assert_eq!(fared.with(), "35 (77,8\u{a0}%)");
        assert_eq!(fared.without(), "10 (22,2\u{a0}%)");
        assert_eq!(fared.average(), "1,1");
        assert_eq!(speak(Lang::En, || fared.average()), "1.1");
    }

    #[test]
    fn a_group_smaller_than_ten_is_hidden_and_cannot_be_subtracted() {
        let some_without = fared(&[9, 20, 15]);
        assert_eq!(some_without.without(), "minder dan 10");
        assert_eq!(some_without.with(), "meer dan 34");
        let nobody_without = fared(&[0, 20, 15]);
        assert_eq!(nobody_without.without(), "minder dan 10");
        assert_eq!(nobody_without.with(), "meer dan 25");
    }

    #[test]
    fn the_coverage_of_few_voters_is_not_shown() {
        let fared = fared(&[2, 4, 3]);
        assert_eq!(fared.with(), "minder dan 10");
        assert_eq!(fared.without(), "minder dan 10");
        assert_eq!(fared.average(), "te weinig stemmers");
    }

    #[test]
    fn an_average_does_not_give_a_hidden_group_away() {
        assert_eq!(fared(&[3, 17]).average(), "te weinig stemmers");
        assert_eq!(fared(&[10, 10]).average(), "0,5");
        assert_eq!(fared(&[]).average(), "te weinig stemmers");
    }
}
