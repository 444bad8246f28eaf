//! Money: whole cents, never a float.

use serde::{Deserialize, Serialize};

use crate::notation::{Money, Notation};

/// An amount of money in whole euro cents; never negative.
///
/// It has no `Display`: how an amount is written is a matter of the reader's language, so that the pages write it.
/// ```compile_fail,E0599
/// domain::euro::Euro::whole(17_000).to_string();
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Euro(u64);

/// The most a wijkbasisbaan may cost the municipality a year, per place (policy note, "afgerond € 17.000 per jaar").
pub const MAX_COST_PER_JOB: Euro = Euro::whole(17_000);

/// The largest amount a form accepts, in cents: a hundred million euro. Keeps every sum within `i64`.
const MAX_INPUT: u64 = 10_000_000_000;

/// Why a typed amount was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum EuroFault {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// Not an amount such as `1250`, `1.250` or `1.250,50`.
    #[error("not an amount")]
    NotAnAmount,
    /// What one reader takes for a thousand times what another does, such as `1,250` among Dutch amounts.
    #[error("two readings")]
    TwoReadings,
    /// Below zero.
    #[error("negative")]
    Negative,
    /// More than anybody can mean.
    #[error("too large")]
    TooLarge,
}

impl Euro {
    /// No money at all.
    pub const ZERO: Self = Self(0);

    /// An amount in cents.
    #[must_use]
    pub const fn cents(cents: u64) -> Self {
        Self(cents)
    }

    /// An amount in whole euros.
    #[must_use]
    pub const fn whole(euros: u64) -> Self {
        Self(euros * 100)
    }

    /// The amount in cents.
    #[must_use]
    pub const fn as_cents(self) -> u64 {
        self.0
    }

    /// The sum, or `None` when it no longer fits.
    #[must_use]
    pub const fn plus(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(cents) => Some(Self(cents)),
            None => None,
        }
    }

    /// What remains after `cost`, or `None` when there is too little.
    #[must_use]
    pub const fn minus(self, cost: Self) -> Option<Self> {
        match self.0.checked_sub(cost.0) {
            Some(cents) => Some(Self(cents)),
            None => None,
        }
    }

    /// The amount multiplied, or `None` when it no longer fits.
    #[must_use]
    pub const fn times(self, count: u64) -> Option<Self> {
        match self.0.checked_mul(count) {
            Some(cents) => Some(Self(cents)),
            None => None,
        }
    }

    /// Reads an amount as people here type it: `1250`, `1.250`, `€ 1.250,50`, `1250,—`, `EUR 1250`.
    ///
    /// # Errors
    /// [`EuroFault`] says what is wrong; nothing is rounded and nothing guessed.
    pub fn parse(typed: &str, notation: Notation) -> Result<Self, EuroFault> {
        match Money::read(typed, notation) {
            Money::Cents(cents) if cents <= MAX_INPUT => Ok(Self(cents)),
            Money::Cents(_) | Money::TooLarge => Err(EuroFault::TooLarge),
            Money::Empty => Err(EuroFault::Empty),
            Money::Negative => Err(EuroFault::Negative),
            Money::NotAnAmount => Err(EuroFault::NotAnAmount),
            Money::TwoReadings => Err(EuroFault::TwoReadings),
        }
    }

    /// The amount as a form field shows it again: `1250` or `1250,50`.
    #[must_use]
    pub fn plain(self, notation: Notation) -> String {
        match (self.0 / 100, self.0 % 100) {
            (euros, 0) => euros.to_string(),
            (euros, cents) => format!("{euros}{}{cents:02}", notation.decimal()),
        }
    }

    /// The amount as files for machines hold it: `1250` or `1250.5`.
    #[must_use]
    pub fn decimal(self) -> String {
        match (self.0 / 100, self.0 % 100) {
            (euros, 0) => euros.to_string(),
            (euros, cents) if cents % 10 == 0 => format!("{euros}.{}", cents / 10),
            (euros, cents) => format!("{euros}.{cents:02}"),
        }
    }
}

impl std::iter::Sum for Euro {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.map(|amount| amount.0).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_the_dutch_way() {
        for (typed, cents) in [
            ("1250", 125_000),
            ("1.250", 125_000),
            ("1.250,5", 125_050),
            ("€ 1.250,50", 125_050),
            ("1250.50", 125_050),
            ("17.000,-", 1_700_000),
            ("0", 0),
        ] {
            let amount = Euro::parse(typed, Notation::Dutch);
            assert_eq!(amount, Ok(Euro::cents(cents)), "{typed}");
        }
    }

    #[test]
    fn text_that_is_no_amount_is_refused_with_its_reason() {
        for (typed, fault) in [
            ("", EuroFault::Empty),
            ("-5", EuroFault::Negative),
            ("1000000000000", EuroFault::TooLarge),
            ("999999999999999999999", EuroFault::TooLarge),
            ("abc", EuroFault::NotAnAmount),
            ("1,234", EuroFault::TwoReadings),
            ("1.2.3", EuroFault::NotAnAmount),
            ("1e5", EuroFault::NotAnAmount),
            ("٣", EuroFault::NotAnAmount),
        ] {
            assert_eq!(Euro::parse(typed, Notation::Dutch), Err(fault), "{typed}");
        }
    }

    #[test]
    fn an_amount_shown_in_a_field_reads_back_the_same() {
        for cents in [0, 1, 10, 99, 100, 125_050, 1_700_000] {
            for notation in Notation::ALL {
                let shown = Euro::cents(cents).plain(notation);
                assert_eq!(Euro::parse(&shown, notation), Ok(Euro::cents(cents)));
            }
        }
    }

    #[test]
    fn an_amount_beyond_a_hundred_million_is_too_large() {
        let read = |typed| Euro::parse(typed, Notation::English);
        assert_eq!(read("100,000,000"), Ok(Euro::cents(MAX_INPUT)));
        assert_eq!(read("100,000,000.01"), Err(EuroFault::TooLarge));
    }
}
