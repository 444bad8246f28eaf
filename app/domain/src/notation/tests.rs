use proptest::prelude::*;

use super::{Money, Notation, WholeNumber};
use crate::euro::Euro;

fn whole(typed: &str, notation: Notation) -> WholeNumber {
    WholeNumber::read(typed, notation)
}

fn money(typed: &str, notation: Notation) -> Money {
    Money::read(typed, notation)
}

proptest! {
    #[test]
    fn an_amount_shown_in_a_field_is_read_as_the_same(cents in 0..100_000_000_000_000_000_u64) {
        let amount = Euro::cents(cents);
        for notation in Notation::ALL {
            prop_assert_eq!(money(&amount.plain(notation), notation), Money::Cents(cents));
        }
    }

    /// Digits with anything between them never become more than the digits say.
    #[test]
    fn an_amount_is_never_read_a_thousandfold(typed in "[0-9]{1,4}[.,][0-9]{1,4}") {
        let digits: u64 = typed.split(['.', ',']).next().unwrap().parse().unwrap();
        let as_decimal = |cents: u64| cents / 100 == digits;
        for notation in Notation::ALL {
            if let Money::Cents(cents) = money(&typed, notation) {
                let sign = if notation == Notation::Dutch { '.' } else { ',' };
                let is_grouped = typed.split_once(sign).is_some_and(|(_, behind)| behind.len() == 3);
                prop_assert!(as_decimal(cents) || is_grouped, "{} is {}", typed, cents);
            }
        }
    }

    #[test]
    fn nothing_typed_stops_the_reading(typed in any::<String>()) {
        for notation in Notation::ALL {
            let _ = (whole(&typed, notation), money(&typed, notation));
        }
    }
}

#[test]
fn an_amount_in_a_field_has_the_decimal_sign_of_its_notation() {
    let cents = Euro::cents(1_700_050);
    assert_eq!(cents.plain(Notation::Dutch), "17000,50");
    assert_eq!(cents.plain(Notation::English), "17000.50");
    assert_eq!(Euro::whole(1_250).plain(Notation::English), "1250");
}

#[test]
fn a_count_is_read_with_blanks_and_apostrophes_of_every_kind() {
    for typed in [
        "4430",
        " 4430 ",
        "4 430",
        "4\u{a0}430",
        "4\u{202f}430",
        "4\u{2009}430",
        "4'430",
        "4’430",
        "\u{200b}4430\u{200e}",
    ] {
        for notation in Notation::ALL {
            assert_eq!(whole(typed, notation), WholeNumber::Is(4_430), "{typed:?}");
        }
    }
}

#[test]
fn a_count_with_two_readings_is_refused() {
    assert_eq!(whole("4.430", Notation::Dutch), WholeNumber::Is(4_430));
    assert_eq!(whole("4,430", Notation::English), WholeNumber::Is(4_430));
    assert_eq!(whole("4,430", Notation::Dutch), WholeNumber::TwoReadings);
    assert_eq!(whole("4.430", Notation::English), WholeNumber::TwoReadings);
    // Two of the same sign are thousands in both.
    assert_eq!(
        whole("1,234,567", Notation::Dutch),
        WholeNumber::Is(1_234_567)
    );
}

#[test]
fn a_count_in_odd_groups_is_no_number() {
    for typed in [
        "44.30",
        "4.43",
        "4 43",
        "1.234,567",
        "4..430",
        ".430",
        "0.430",
        "1e3",
        "٣",
        "4,5",
    ] {
        assert_eq!(
            whole(typed, Notation::Dutch),
            WholeNumber::NotANumber,
            "{typed}"
        );
    }
    assert_eq!(whole("-3", Notation::Dutch), WholeNumber::Negative);
    assert_eq!(
        whole(&"9".repeat(40), Notation::Dutch),
        WholeNumber::TooLarge
    );
}

#[test]
fn an_amount_is_read_as_phones_and_offices_write_it() {
    for typed in [
        "1250",
        "1250,—",
        "1250,-",
        "1250,--",
        "1250,=",
        "1250.-",
        "1.250,–",
        "1 250,00",
        "1'250,00",
        "1250 euro",
        "1250 Euro",
        "1250euro",
        "1250 eur",
        "EUR 1250",
        "eur 1.250,00",
        "€1.250,00",
        "€ 1250",
        "1250 €",
        "1,250.00",
        "1250,0",
    ] {
        assert_eq!(
            money(typed, Notation::Dutch),
            Money::Cents(125_000),
            "{typed}"
        );
    }
    assert_eq!(money("17,50", Notation::Dutch), Money::Cents(1_750));
    assert_eq!(money("17.50", Notation::English), Money::Cents(1_750));
    assert_eq!(money("17.5", Notation::Dutch), Money::Cents(1_750));
}

#[test]
fn an_amount_with_a_fraction_is_never_a_thousandfold() {
    for typed in [
        "0.125", "0,125", "00.125", "1.2345", "1,2345", "0.001", ".125", "12.34.56", "1 7",
        "17 50", "1.250.50", "1250,",
    ] {
        for notation in Notation::ALL {
            assert_eq!(money(typed, notation), Money::NotAnAmount, "{typed}");
        }
    }
    assert_eq!(money("1,250", Notation::Dutch), Money::TwoReadings);
    assert_eq!(money("1.250", Notation::English), Money::TwoReadings);
    assert_eq!(
        money("€ 17,000", Notation::English),
        Money::Cents(1_700_000)
    );
}

#[test]
fn an_amount_of_something_else_is_refused() {
    for typed in [
        "ƒ 1250",
        "$1250",
        "17k",
        "1250 euro 50",
        "euro",
        "1250 per jaar",
        "1e9",
    ] {
        let read = money(typed, Notation::Dutch);
        assert!(
            matches!(read, Money::NotAnAmount | Money::Empty),
            "{typed}: {read:?}"
        );
    }
    for typed in ["-5", "−5", "€ -5", "-€ 5"] {
        assert_eq!(money(typed, Notation::Dutch), Money::Negative, "{typed}");
    }
}
