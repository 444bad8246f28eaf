//! Numbers, percentages and amounts as a reader of the language writes them.

use std::borrow::Borrow;

use domain::{count::Fraction, euro::Euro};
use icu_decimal::input::Decimal;

use super::{
    digits::{of_parts, written},
    messages::tf,
};

fn percent(number: &Decimal) -> String {
    tf("number.percent", &[("n", &written(number))])
}

/// A number as people here write it: `4.430`.
#[must_use]
pub fn count(n: u64) -> String {
    written(&Decimal::from(n))
}

/// An amount as people here write it: `€ 17.000` or `€ 167,50`, in English `€ 17,000`. Cents only where there are some.
#[must_use]
pub fn money(amount: impl Borrow<Euro>) -> String {
    let mut euros = of_parts(amount.borrow().as_cents(), 2);
    euros.trim_end_if_integer();
    tf("number.amount", &[("n", &written(&euros))])
}

/// A percentage from hundredths of a percent, without needless zeros.
#[must_use]
pub fn percent_of_hundredths(n: u32) -> String {
    let mut percents = of_parts(n.into(), 2);
    percents.trim_end();
    percent(&percents)
}

/// `15,9 %` of 159 thousandths, and `16,0 %` of 160: figures one below the other.
#[must_use]
pub fn percent_of_thousandths(n: u64) -> String {
    percent(&of_parts(n, 1))
}

/// `15,9` of 159 tenths.
#[must_use]
pub fn tenths(n: u64) -> String {
    written(&of_parts(n, 1))
}

/// An exact amount in cents, rounded down to whole cents, which a person can pay.
#[must_use]
pub fn cents(amount: &Fraction) -> String {
    money(Euro::cents(amount.floor()))
}

#[cfg(test)]
mod tests {
    use domain::fault::{What, number};
    use proptest::prelude::*;

    use super::*;
    use crate::web::texts::{Lang, speak};

    #[test]
    fn a_number_has_the_separators_of_its_language() {
        for (lang, small, large) in [
            (Lang::Nl, "430", "1.234.567"),
            (Lang::En, "430", "1,234,567"),
        ] {
            speak(lang, || {
                assert_eq!((count(430), count(1_234_567)), (small.into(), large.into()));
            });
        }
    }

    #[test]
    fn the_largest_number_is_written_digit_by_digit() {
        assert_eq!(count(u64::MAX), "18.446.744.073.709.551.615");
    }

    #[test]
    fn the_cap_is_printed_as_on_dutch_paper() {
        assert_eq!(money(domain::euro::MAX_COST_PER_JOB), "€\u{a0}17.000");
        assert_eq!(money(Euro::cents(1_700_001)), "€\u{a0}17.000,01");
        assert_eq!(money(Euro::cents(5)), "€\u{a0}0,05");
        assert_eq!(money(Euro::cents(1_250)), "€\u{a0}12,50");
        assert_eq!(money(Euro::whole(1_234_567)), "€\u{a0}1.234.567");
        assert_eq!(money(Euro::ZERO), "€\u{a0}0");
    }

    #[test]
    fn an_amount_on_an_english_page_is_english() {
        speak(Lang::En, || {
            assert_eq!(money(Euro::cents(1_700_050)), "€\u{a0}17,000.50");
            let third = Fraction::new(100_000, 3).unwrap();
            assert_eq!(cents(&third), "€\u{a0}333.33");
        });
    }

    proptest! {
        #[test]
        fn a_number_or_amount_on_a_page_can_be_typed_back(n in 0..=10_000_000_000_u64) {
            for lang in Lang::ALL {
                let notation = lang.notation();
                speak(lang, || {
                    let typed: Result<u64, What> = number(&count(n), notation, 0, n);
                    prop_assert_eq!(typed, Ok(n));
                    let amount = Euro::cents(n);
                    prop_assert_eq!(Euro::parse(&money(amount), notation), Ok(amount));
                    Ok(())
                })?;
            }
        }
    }

    #[test]
    fn a_percentage_has_no_needless_zeros() {
        for (hundredths, nl, en) in [
            (0, "0\u{a0}%", "0\u{a0}%"),
            (1_000, "10\u{a0}%", "10\u{a0}%"),
            (150, "1,5\u{a0}%", "1.5\u{a0}%"),
            (1_205, "12,05\u{a0}%", "12.05\u{a0}%"),
        ] {
            assert_eq!(percent_of_hundredths(hundredths), nl);
            speak(Lang::En, || {
                assert_eq!(percent_of_hundredths(hundredths), en)
            });
        }
    }

    #[test]
    fn a_figure_in_tenths_always_has_its_decimal() {
        for (n, nl, en) in [
            (0, "0,0", "0.0"),
            (160, "16,0", "16.0"),
            (12_345, "1.234,5", "1,234.5"),
        ] {
            assert_eq!(
                (tenths(n), percent_of_thousandths(n)),
                (nl.into(), format!("{nl}\u{a0}%"))
            );
            speak(Lang::En, || assert_eq!(tenths(n), en));
        }
    }
}
