use super::*;
use proptest::prelude::*;
use std::convert::Infallible;
use uuid::Uuid;

fn round(id: u128) -> RoundId {
    RoundId::new(Uuid::from_u128(id))
}

/// The cards of round 1 with this seed: two of three.
fn cards(seed: u8) -> Vec<KeyCard> {
    made(seed, Quorum::default(), 1)
}

fn made(seed: u8, quorum: Quorum, of: u128) -> Vec<KeyCard> {
    let seed = BoxSeed::from_entropy([seed; 32]);
    let mut next = 0;
    let entropy = || {
        next += 1;
        Ok::<_, Infallible>([next ^ 0x5a; 32])
    };
    KeyCard::make(&seed, quorum, round(of), entropy).unwrap()
}

fn tag(seed: u8, of: u128) -> BoxTag {
    let seed = BoxSeed::from_entropy([seed; 32]);
    BoxTag::of(
        round(of),
        &seed.box_key().public(),
        &seed.link_key().public(),
    )
}

/// The rows as typed, or the first that cannot be read.
fn typed(rows: &[impl AsRef<str>]) -> Result<[CardRow; CARD_ROWS], (u8, Misread)> {
    let mut read = Vec::new();
    for (text, number) in rows.iter().zip(1..) {
        read.push(CardRow::parse(text.as_ref(), number).map_err(|fault| (number, fault))?);
    }
    Ok(read.try_into().unwrap())
}

fn reread(card: &KeyCard) -> KeyCard {
    KeyCard::of_rows(&typed(&card.rows().map(|row| row.to_string())).unwrap()).unwrap()
}

fn joined(cards: &[KeyCard]) -> Result<[u8; 32], CardsRefused> {
    KeyCard::join(cards, tag(7, 1), Quorum::default()).map(|seed| *seed.bytes())
}

#[test]
fn any_two_of_three_cards_open_the_box_after_printing_and_typing() {
    let all = cards(7);
    for (one, other) in [(0, 1), (1, 0), (0, 2), (2, 1)] {
        assert_eq!(
            joined(&[reread(&all[one]), reread(&all[other])]),
            Ok([7; 32])
        );
    }
    assert_eq!(joined(&all), Ok([7; 32]));
    assert_eq!(
        all.iter().map(KeyCard::index).collect::<Vec<_>>(),
        [1, 2, 3]
    );
}

#[test]
fn a_card_is_five_rows_of_four_groups_of_four_signs() {
    for row in cards(7)[0].rows() {
        assert_eq!(row.split('-').map(str::len).collect::<Vec<_>>(), [4; 4]);
    }
}

#[test]
fn a_card_is_read_however_it_is_typed() {
    let card = &cards(7)[1];
    for way in [
        |row: &str| row.to_lowercase(),
        |row: &str| row.replace('-', " "),
        |row: &str| row.replace('-', ""),
        |row: &str| row.replace('0', "o").replace('1', "l"),
        |row: &str| format!(" {} \n", row.replace('-', "\n")),
    ] {
        let rows = card.rows().map(|row| way(&row));
        let read = KeyCard::of_rows(&typed(&rows).unwrap()).unwrap();
        assert_eq!(*read.signs(), *card.signs());
    }
}

#[test]
fn a_scanned_card_falls_into_its_rows() {
    let card = &cards(7)[2];
    assert_eq!(card.signs().len(), 80);
    for text in [
        card.signs().to_string(),
        card.rows().map(|row| row.to_string()).join("\n"),
    ] {
        let rows = CardRow::split(&text);
        let read = KeyCard::of_rows(&typed(&rows.map(|row| row.to_string())).unwrap()).unwrap();
        assert_eq!(*read.signs(), *card.signs());
    }
    let long = CardRow::split(&format!("{}0", *card.signs()));
    assert_eq!(long.map(|row| row.len()), [16, 16, 16, 16, 17]);
}

/// So that a card that is printed today can be typed after an update.
#[test]
fn the_cards_of_this_version_stay_the_same() {
    assert_eq!(*cards(7)[0].signs(), EXPECTED);
}

const EXPECTED: &str =
    "BHE5RQ2WBHE5RQ2X2WBHE5RQ2WBHE5VPRQ2WBHE5RQ2WBHD5E5RQ2WBHE020G30VG3408FTXE8AK6092";

#[test]
fn every_single_typing_error_is_found_in_its_row_and_group() {
    let rows = cards(7)[0].rows().map(|row| row.to_string());
    for number in 0..CARD_ROWS {
        for (place, printed) in rows[number].char_indices().filter(|(_, sign)| *sign != '-') {
            let others = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars();
            for other in others.filter(|sign| *sign != printed) {
                let mut wrong = rows.clone();
                wrong[number].replace_range(place..=place, other.encode_utf8(&mut [0; 4]));
                let group = u8::try_from(place / 5 + 1).unwrap();
                let expected = Misread::Wrong { group: Some(group) };
                let row = u8::try_from(number + 1).unwrap();
                assert_eq!(typed(&wrong).map(|_| ()), Err((row, expected)));
            }
        }
    }
}

#[test]
fn a_row_in_the_place_of_another_is_named() {
    let rows = cards(7)[0].rows().map(|row| row.to_string());
    for (own, row) in (1..).zip(&rows) {
        for number in (1..=5).filter(|number| *number != own) {
            let found = CardRow::parse(row, number).map(|_| ());
            assert_eq!(found, Err(Misread::OtherRow));
        }
    }
}

#[test]
fn a_voting_code_is_no_row_of_a_card() {
    let code = super::super::VotingCode::from_entropy(*b"wijkbanen").to_string();
    for number in 1..=5 {
        assert_eq!(
            CardRow::parse(&code, number).map(|_| ()),
            Err(Misread::OtherRow)
        );
    }
}

#[test]
fn a_card_of_another_round_or_an_older_key_is_told_from_a_damaged_one() {
    let good = cards(7).remove(0);
    for other in [cards(8).remove(1), made(7, Quorum::default(), 2).remove(1)] {
        assert_eq!(
            joined(&[good.clone(), other]),
            Err(CardsRefused::Wrong(vec![(1, CardFault::OtherBox)]))
        );
    }
}

#[test]
fn the_same_card_twice_is_named() {
    let all = cards(7);
    let twice = Err(CardsRefused::Wrong(vec![(
        1,
        CardFault::Twice { first: 1 },
    )]));
    assert_eq!(joined(&[all[0].clone(), all[0].clone()]), twice);
    let both = CardsRefused::Wrong(vec![
        (1, CardFault::OtherBox),
        (2, CardFault::Twice { first: 1 }),
    ]);
    assert_eq!(
        joined(&[all[0].clone(), cards(8).remove(0), all[0].clone()]),
        Err(both)
    );
}

#[test]
fn too_few_cards_open_nothing() {
    let all = cards(7);
    let given = |given| Err(CardsRefused::TooFew { given, needed: 2 });
    assert_eq!(joined(&[]), given(0));
    assert_eq!(joined(&all[..1]), given(1));
}

#[test]
fn a_card_with_other_numbers_than_the_box_is_no_card_of_it() {
    let all = made(7, Quorum::new(2, 4).unwrap(), 1);
    let wrong = CardsRefused::Wrong(vec![(0, CardFault::NotOneCard), (1, CardFault::NotOneCard)]);
    assert_eq!(joined(&all[..2]), Err(wrong));
}

#[test]
fn rows_of_no_card_are_refused_though_each_reads_well() {
    for random in [[0; RANDOM], [31; RANDOM]] {
        let rows = [1, 2, 3, 4, 5].map(|number| CardRow(row::with_checks(&random, number)));
        assert_eq!(KeyCard::of_rows(&rows).err(), Some(CardFault::NotOneCard));
    }
    // The six bits that are left over.
    let mut rows = cards(7)[0].values();
    let mut last = [0; RANDOM];
    last.copy_from_slice(&rows[4].0[..RANDOM]);
    last[RANDOM - 1] = 1;
    rows[4].0 = row::with_checks(&last, 5);
    assert_eq!(KeyCard::of_rows(&rows).err(), Some(CardFault::NotOneCard));
}

#[test]
fn debugging_never_shows_a_card_or_a_row() {
    assert_eq!(format!("{:?}", cards(7)[0]), "KeyCard(…)");
    assert_eq!(format!("{:?}", cards(7)[0].values()[0]), "CardRow(…)");
}

proptest! {
    #[test]
    fn any_card_reads_back(seed: [u8; 32], coefficients: [[u8; 32]; 4], needed in 2_u8..=5, more in 0_u8..=2, id: u128) {
        let seed = BoxSeed::from_entropy(seed);
        let quorum = Quorum::new(needed, needed + more).unwrap();
        let mut left = coefficients.into_iter();
        let entropy = || left.next().ok_or(());
        let all = KeyCard::make(&seed, quorum, round(id), entropy).unwrap();
        let read: Vec<KeyCard> = all.iter().map(reread).collect();
        let tag = BoxTag::of(round(id), &seed.box_key().public(), &seed.link_key().public());
        let found = KeyCard::join(&read[usize::from(more)..], tag, quorum).unwrap();
        prop_assert_eq!(found.bytes(), seed.bytes());
    }

    #[test]
    fn no_typed_text_breaks_the_reader(text in "\\PC{0,120}", number in 1_u8..=5) {
        let _ = CardRow::parse(&text, number);
        for row in CardRow::split(&text) {
            let _ = CardRow::parse(&row, number);
        }
    }
}
