use super::*;
use proptest::prelude::*;

fn card(byte: u8) -> BoxCard {
    BoxCard::from_entropy([byte; 32])
}

#[test]
fn the_right_card_opens_what_its_key_sealed() {
    let sealed = seal_to(&card(1).key(), b"stem", [2; 32]).unwrap();
    assert_eq!(sealed.len(), 32 + 4 + 16);
    assert_eq!(
        open_with(&card(1), &sealed).as_deref(),
        Some(b"stem".as_slice())
    );
}

/// Recomputed with Python's `cryptography`: a verifier in another language gets the same.
#[test]
fn the_envelopes_of_this_version_stay_the_same() {
    let sealed = seal_to(&card(1).key(), b"stem", [2; 32]).unwrap();
    let hex = format!("{:x}", base16ct::HexDisplay(&sealed));
    assert_eq!(
        hex,
        "ce8d3ad1ccb633ec7b70c17814a5c76ecd029685050d344745ba05870e587d59854cc6e6eac69551253f18aba02c0eb22072b170"
    );
}

#[test]
fn a_wrong_card_does_not_open() {
    let sealed = seal_to(&card(1).key(), b"stem", [2; 32]).unwrap();
    assert_eq!(open_with(&card(3), &sealed), None);
}

#[test]
fn an_envelope_changed_anywhere_does_not_open() {
    let sealed = seal_to(&card(1).key(), b"stem", [2; 32]).unwrap();
    for place in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[place] ^= 1;
        assert_eq!(open_with(&card(1), &changed), None, "byte {place}");
        assert_eq!(
            open_with(&card(1), &sealed[..place]),
            None,
            "cut at {place}"
        );
    }
}

#[test]
fn a_key_that_makes_no_secret_is_refused() {
    let one = std::array::from_fn(|place| u8::from(place == 0));
    for weak in [[0; 32], one] {
        assert_eq!(
            seal_to(&BoxKey::new(weak), b"stem", [2; 32]),
            Err(UnusableBoxKey)
        );
    }
    assert_eq!(open_with(&card(1), &[0; 64]), None);
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
            BoxCard::parse(&typed).map(|card| card.key()),
            Ok(card(0xa7).key()),
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
            assert_eq!(BoxCard::parse(&wrong).map(|_| ()), Err(CardFault::Checksum));
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
        assert_eq!(BoxCard::parse(typed).map(|_| ()), Err(fault), "{typed}");
    }
}

#[test]
fn debugging_never_shows_a_card() {
    assert_eq!(format!("{:?}", card(1)), "BoxCard(…)");
}

#[test]
fn padding_only_reads_back_as_it_was_made() {
    let padded = pad_256(b"stem");
    let mut stained = padded.clone();
    stained[255] = 1;
    let mut longer = padded.clone();
    longer.resize(512, 0);
    for wrong in [stained, longer, padded[..255].to_vec(), Vec::new()] {
        assert_eq!(unpad_256(&wrong), None);
    }
}

proptest! {
    #[test]
    fn padding_reads_back_at_the_least_multiple(content in proptest::collection::vec(any::<u8>(), 0..600)) {
        let padded = pad_256(&content);
        prop_assert_eq!(padded.len(), (content.len() + 8).div_ceil(256) * 256);
        prop_assert_eq!(unpad_256(&padded), Some(content.as_slice()));
    }

    #[test]
    fn no_envelope_breaks_the_opener(envelope in proptest::collection::vec(any::<u8>(), 0..100)) {
        prop_assert_eq!(open_with(&card(1), &envelope), None);
    }
}
