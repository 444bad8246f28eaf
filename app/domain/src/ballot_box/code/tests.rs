use super::*;
use crate::ballot_box::row::group;
use proptest::prelude::*;

/// A few codes that differ much: no entropy, full entropy and some of each.
fn samples() -> [VotingCode; 4] {
    [[0; 9], [0xff; 9], [0x5a; 9], *b"wijkbanen"].map(VotingCode::from_entropy)
}

/// `signs` after adding a non-zero value to one of them.
fn altered(signs: [u8; SIGNS], place: usize, by: u8) -> [u8; SIGNS] {
    let mut signs = signs;
    signs[place] ^= by;
    signs
}

/// What is wrong with these signs as a code.
fn check(signs: &[u8; SIGNS]) -> Result<(), CodeFault> {
    Ok(row::check(signs, NO_ROW)?)
}

#[test]
fn a_code_is_printed_in_four_groups_and_reads_back() {
    for code in samples() {
        let printed = code.to_string();
        assert_eq!(printed.len(), 19);
        assert_eq!(printed.split('-').map(str::len).collect::<Vec<_>>(), [4; 4]);
        assert_eq!(VotingCode::parse(&printed), Ok(code));
    }
}

#[test]
fn the_codes_of_this_version_stay_the_same() {
    assert_eq!(
        VotingCode::from_entropy([0; 9]).to_string(),
        "0000-0000-0000-0000"
    );
    assert_eq!(
        VotingCode::from_entropy(*b"wijkbanen").to_string(),
        "EXMP-MTV2-C5Q6-AV5A"
    );
}

#[test]
fn every_single_error_is_found_in_its_group() {
    for code in samples() {
        for place in 0..SIGNS {
            for by in 1..32 {
                let fault = check(&altered(code.0, place, by));
                assert_eq!(
                    fault,
                    Err(CodeFault::Wrong {
                        group: Some(group(place))
                    })
                );
            }
        }
    }
}

#[test]
fn every_double_error_is_found() {
    for code in samples() {
        for first in 0..SIGNS {
            for second in 0..first {
                for (by, and) in (1..32).flat_map(|by| (1..32).map(move |and| (by, and))) {
                    let wrong = altered(altered(code.0, first, by), second, and);
                    assert!(check(&wrong).is_err());
                }
            }
        }
    }
}

#[test]
fn a_code_is_read_however_it_is_typed() {
    let code = VotingCode::from_entropy(*b"wijkbanen");
    let printed = code.to_string();
    let bare = printed.replace('-', "");
    let wide: String = bare
        .chars()
        .map(|sign| char::from_u32(u32::from(sign) + 0xfee0).unwrap())
        .collect();
    for typed in [
        printed.to_lowercase(),
        format!("  {}\n", printed.replace('-', " ")),
        printed.replace('-', "."),
        printed.replace('-', " – "),
        printed.replace('-', "\u{a0}"),
        bare,
        wide,
    ] {
        assert_eq!(VotingCode::parse(&typed).as_ref(), Ok(&code), "{typed}");
    }
}

#[test]
fn look_alikes_are_read_as_the_sign_on_the_letter() {
    let zeros = VotingCode::from_entropy([0; 9]);
    assert_eq!(
        VotingCode::parse("oOoO-0000-OOOO-oooo").as_ref(),
        Ok(&zeros)
    );
    let ones = (0_u8..=255)
        .map(|byte| VotingCode::from_entropy([byte; 9]))
        .find(|code| code.to_string().contains('1'))
        .unwrap();
    for look_alike in ["I", "l", "L", "i"] {
        let typed = ones.to_string().replace('1', look_alike);
        assert_eq!(VotingCode::parse(&typed).as_ref(), Ok(&ones), "{typed}");
    }
}

#[test]
fn text_that_is_no_code_is_refused_with_its_reason() {
    for (typed, fault) in [
        ("", CodeFault::Empty),
        (" - . ", CodeFault::Empty),
        ("0000-0000-0000-000", CodeFault::Length { found: 15 }),
        ("0000-0000-0000-0000-0", CodeFault::Length { found: 17 }),
        ("U000-0000-0000-0000", CodeFault::BadSign { group: 1 }),
        ("0000-00u0-0000-0000", CodeFault::BadSign { group: 2 }),
        ("0000-0000-0000-000!", CodeFault::BadSign { group: 4 }),
        (
            "0000-0000-0000-0000-0000-U",
            CodeFault::BadSign { group: 4 },
        ),
        ("0000-0000-0400-0000", CodeFault::Wrong { group: Some(3) }),
    ] {
        assert_eq!(VotingCode::parse(typed), Err(fault), "{typed}");
    }
}

#[test]
fn debugging_never_shows_a_code() {
    assert_eq!(format!("{:?}", samples()[1]), "VotingCode(…)");
}

#[test]
fn faults_reach_the_browser_as_json() {
    let fault = CodeFault::Wrong { group: Some(3) };
    let json = serde_json::to_string(&fault).unwrap();
    assert_eq!(json, r#"{"wrong":{"group":3}}"#);
    assert_eq!(serde_json::from_str::<CodeFault>(&json).unwrap(), fault);
}

proptest! {
    #[test]
    fn any_code_reads_back(entropy: [u8; 9]) {
        let code = VotingCode::from_entropy(entropy);
        prop_assert_eq!(VotingCode::parse(&code.to_string()), Ok(code));
    }

    #[test]
    fn swapping_two_different_signs_is_found(entropy: [u8; 9], one in 0..SIGNS, other in 0..SIGNS) {
        let code = VotingCode::from_entropy(entropy);
        let mut swapped = code.0;
        swapped.swap(one, other);
        prop_assert_eq!(check(&swapped).is_ok(), swapped == code.0);
    }

    #[test]
    fn no_typed_text_breaks_the_reader(text in "\\PC{0,40}") {
        let _ = VotingCode::parse(&text);
    }
}

#[test]
fn a_code_is_found_in_what_was_pasted_around_it() {
    for code in samples() {
        let printed = code.to_string();
        let bare = printed.replace('-', "");
        for typed in [
            format!("Code: {printed}"),
            format!("Uw stemcode is {printed}."),
            format!("mijn code {}", printed.replace('-', " ")),
            format!("https://wijkbanen.gemeente.nl/stem#{bare}"),
            format!("https://wijkbanen.gemeente.nl/en/stem#{printed}"),
            format!("({})", printed.to_lowercase()),
            format!("{printed} {printed}"),
        ] {
            assert_eq!(VotingCode::find(&typed), Ok(code.clone()), "{typed}");
        }
    }
}

#[test]
fn two_codes_or_a_code_with_a_sign_too_many_are_none() {
    let [_, _, one, other] = samples();
    let both = format!("{one} {other}");
    assert_eq!(
        VotingCode::find(&both),
        Err(CodeFault::Length { found: 32 })
    );
    let longer = format!("{one}X");
    assert_eq!(
        VotingCode::find(&longer),
        Err(CodeFault::Length { found: 17 })
    );
    assert_eq!(VotingCode::find(" - "), Err(CodeFault::Empty));
}

#[test]
fn a_typing_error_is_pointed_at_with_something_around_it_too() {
    let wrong = VotingCode(altered(samples()[3].0, 9, 5)).to_string();
    assert_eq!(
        VotingCode::find(&format!("Code: {wrong}")),
        Err(CodeFault::Wrong { group: Some(3) })
    );
}
