use super::*;

fn card(byte: u8) -> BoxSeed {
    BoxSeed::from_entropy([byte; 32])
}

#[test]
fn a_card_makes_two_keys_that_do_not_open_for_each_other() {
    let (opener, link) = (card(1).box_key(), card(1).link_key());
    assert_ne!(opener.public(), link.public());
    let sealed = super::super::seal_to(&opener.public(), b"stem", [2; 32]).unwrap();
    assert_eq!(opener.open(&sealed).as_deref(), Some(b"stem".as_slice()));
    assert_eq!(link.open(&sealed), None);
}

/// Recomputed with Python's `cryptography`: a verifier in another language gets the same.
#[test]
fn the_keys_of_this_version_stay_the_same() {
    assert_eq!(
        [card(1).box_key(), card(1).link_key()].map(|key| key.public().to_string()),
        [
            "9b16767bdf0a9695f15bd6467fa2e86f10631853292a83566400fc0cc252c521",
            "e959834215397ad3349922b51743e7abece030dc50200c52c1cd971d9155c516"
        ]
    );
}

#[test]
fn a_card_printed_in_groups_reads_back_however_it_is_typed() {
    let text = card(0xa7).to_text();
    assert_eq!(text.split('-').map(str::len).collect::<Vec<_>>(), [4; 14]);
    for typed in [
        text.to_lowercase(),
        text.replace('-', " "),
        text.replace('-', ""),
        text.replace('0', "o").replace('1', "l"),
    ] {
        assert_eq!(
            BoxSeed::parse(&typed).map(|card| *card.bytes()),
            Ok([0xa7; 32]),
            "{typed}"
        );
    }
}

#[test]
fn every_single_typing_error_on_a_card_is_found() {
    let text = card(0xa7).to_text();
    for (place, printed) in text.char_indices().filter(|(_, sign)| *sign != '-') {
        for typed in "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
            .chars()
            .filter(|sign| *sign != printed)
        {
            let mut wrong = text.to_string();
            wrong.replace_range(place..=place, typed.encode_utf8(&mut [0; 4]));
            assert_eq!(BoxSeed::parse(&wrong).map(|_| ()), Err(CardFault::Checksum));
        }
    }
}

#[test]
fn text_that_is_no_card_is_refused_with_its_reason() {
    for (typed, fault) in [
        ("", CardFault::Empty),
        ("0000-0000", CardFault::Length { found: 8 }),
        ("0000-0000-u", CardFault::BadSign { group: 3 }),
        (&"0".repeat(57), CardFault::Length { found: 57 }),
    ] {
        assert_eq!(BoxSeed::parse(typed).map(|_| ()), Err(fault), "{typed}");
    }
}

#[test]
fn debugging_never_shows_a_card() {
    assert_eq!(format!("{:?}", card(1)), "BoxSeed(…)");
}
