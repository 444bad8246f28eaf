//! Exact fractions: what a voter pays need not be a whole number of cents.

use std::{fmt, ops, str::FromStr};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed as _, ToPrimitive as _, Zero as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An exact fraction, in lowest terms. Written `7200/43`, or `500` when it is whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fraction(BigRational);

/// What is no fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a fraction such as 7200/43")]
pub struct NotAFraction;

impl Fraction {
    /// `numerator / denominator`, or nothing for a denominator of zero.
    #[must_use]
    pub fn new(numerator: u128, denominator: u128) -> Option<Self> {
        (denominator != 0).then(|| Self(BigRational::new(numerator.into(), denominator.into())))
    }

    /// A whole number.
    #[must_use]
    pub fn whole(number: u128) -> Self {
        Self(BigRational::from_integer(number.into()))
    }

    /// `numerator / denominator`; the denominator is not zero.
    pub(super) fn of(numerator: BigInt, denominator: BigInt) -> Self {
        Self(BigRational::new(numerator, denominator))
    }

    /// Numerator and denominator, in lowest terms.
    pub(super) fn parts(&self) -> (&BigInt, &BigInt) {
        (self.0.numer(), self.0.denom())
    }

    /// This many times over.
    #[must_use]
    pub fn times(&self, count: u128) -> Self {
        Self(&self.0 * BigInt::from(count))
    }

    /// An equal part of it, or nothing when it would be cut into no parts.
    #[must_use]
    pub fn part(&self, parts: u128) -> Option<Self> {
        (parts != 0).then(|| Self(&self.0 / BigInt::from(parts)))
    }

    /// How many times `other` goes into it, or nothing for zero.
    #[must_use]
    pub fn over(&self, other: &Self) -> Option<Self> {
        (!other.is_zero()).then(|| Self(&self.0 / &other.0))
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// The ratio it is, for sums kept over one common denominator.
    pub(super) const fn ratio(&self) -> &BigRational {
        &self.0
    }

    /// The whole number below or at it; the largest number there is when it does not fit.
    #[must_use]
    pub fn floor(&self) -> u64 {
        whole_of(&self.0.floor())
    }

    /// The whole number above or at it; the largest number there is when it does not fit.
    #[must_use]
    pub fn ceil(&self) -> u64 {
        whole_of(&self.0.ceil())
    }
}

impl From<BigRational> for Fraction {
    fn from(ratio: BigRational) -> Self {
        Self(ratio)
    }
}

/// A whole ratio as a machine number; below zero is zero, too large the largest.
fn whole_of(whole: &BigRational) -> u64 {
    if whole.is_negative() {
        return 0;
    }
    whole.numer().to_u64().unwrap_or(u64::MAX)
}

macro_rules! operators {
    ($($trait:ident $deed:ident;)+) => {$(
        impl ops::$trait for &Fraction {
            type Output = Fraction;

            fn $deed(self, other: Self) -> Fraction {
                Fraction(ops::$trait::$deed(&self.0, &other.0))
            }
        }
    )+};
}

operators! {
    Add add;
    Sub sub;
    Mul mul;
}

impl std::iter::Sum for Fraction {
    fn sum<I: Iterator<Item = Self>>(fractions: I) -> Self {
        fractions.fold(Self::default(), |sum, fraction| &sum + &fraction)
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Fraction {
    type Err = NotAFraction;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
        let read = |part: &str| part.parse::<BigInt>().map_err(|_| NotAFraction);
        let (numerator, denominator) = (read(numerator)?, read(denominator)?);
        if denominator.is_zero() {
            return Err(NotAFraction);
        }
        Ok(Self(BigRational::new(numerator, denominator)))
    }
}

impl Serialize for Fraction {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fraction {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fraction_is_written_in_lowest_terms_and_reads_back() {
        let price = Fraction::new(14_400, 86).unwrap();
        assert_eq!(price.to_string(), "7200/43");
        assert_eq!("7200/43".parse(), Ok(price.clone()));
        assert_eq!(
            serde_json::from_str::<Fraction>(&serde_json::to_string(&price).unwrap()).unwrap(),
            price
        );
        assert_eq!(Fraction::whole(500).to_string(), "500");
        assert_eq!((price.floor(), price.ceil()), (167, 168));
    }

    #[test]
    fn a_text_that_is_no_fraction_is_refused() {
        for text in ["", "a", "1/0", "1/", "1.5"] {
            assert_eq!(text.parse::<Fraction>(), Err(NotAFraction), "{text}");
        }
        assert_eq!(Fraction::new(1, 0), None);
        assert_eq!(Fraction::whole(1).over(&Fraction::default()), None);
        assert_eq!(Fraction::whole(1).part(0), None);
    }

    #[test]
    fn a_third_three_times_is_exactly_the_whole() {
        let third = Fraction::whole(100).part(3).unwrap();
        let sum: Fraction = [third.clone(), third.clone(), third.clone()]
            .into_iter()
            .sum();
        assert_eq!(sum, Fraction::whole(100));
        assert_eq!(&sum - &third, third.times(2));
        assert!(&third - &sum < Fraction::default() && (&third - &sum).floor() == 0);
    }
}
