use std::convert::Infallible;

use domain::{ballot_box::Quorum, id::RoundId};
use uuid::Uuid;

use super::*;

/// The cards of a box with this seed: two of three.
fn cards(seed: u8) -> Vec<KeyCard> {
    let seed = BoxSeed::from_entropy([seed; 32]);
    let round = RoundId::new(Uuid::nil());
    let entropy = || Ok::<_, Infallible>([3; 32]);
    KeyCard::make(&seed, Quorum::default(), round, entropy).unwrap()
}

/// A form with cards, row by row.
fn form(cards: &[&KeyCard]) -> Form {
    let rows = (1..).zip(cards).flat_map(|(number, card)| {
        let rows = (1..).zip(card.rows());
        rows.map(move |(row, text)| (row_field(number, row), text.to_string()))
    });
    Form::of(rows.collect())
}

/// The same form with one field filled in otherwise.
fn with(form: &Form, name: &str, value: &str) -> Form {
    let others = form.beginning("card_");
    let others = others
        .map(|(field, text)| (format!("card_{field}"), text.to_owned()))
        .filter(|(field, _)| field != name);
    Form::of(
        others
            .chain([(name.to_owned(), value.to_owned())])
            .collect(),
    )
}

fn nothing() -> TypedRows {
    vec![Default::default(), Default::default()]
}

fn fields(faults: &[Fault]) -> Vec<&str> {
    faults.iter().map(|fault| fault.field.as_str()).collect()
}

#[test]
fn cards_are_read_row_by_row_or_scanned_into_the_first_row() {
    let all = cards(1);
    let typed = form(&[&all[0], &all[2]]);
    assert_eq!(read(&typed, &mut nothing()).unwrap().len(), 2);
    let scanned = all[..2].iter().zip(1..);
    let scanned = scanned.map(|(card, n)| (row_field(n, 1), card.signs().to_string()));
    let found = read(&Form::of(scanned.collect()), &mut nothing()).unwrap();
    assert_eq!([found[0].index(), found[1].index()], [1, 2]);
}

#[test]
fn only_the_row_that_was_wrong_is_typed_again() {
    let all = cards(1);
    let good = form(&[&all[0], &all[1]]);
    let mut held = nothing();
    let faults = read(
        &with(&good, "card_2_row_4", "0000 0000 0000 0000"),
        &mut held,
    )
    .unwrap_err();
    assert_eq!(fields(&faults), ["card_2_row_4"]);
    assert_eq!(held.iter().flatten().filter(|row| row.is_none()).count(), 1);
    let again = Form::of(vec![("card_2_row_4".into(), all[1].rows()[3].to_string())]);
    assert_eq!(read(&again, &mut held).unwrap().len(), 2);
}

#[test]
fn every_row_that_is_missing_is_named() {
    let one = form(&[&cards(1)[0]]);
    let faults = read(&one, &mut nothing()).unwrap_err();
    let rows = [1, 2, 3, 4, 5].map(|row| row_field(2, row));
    assert_eq!(fields(&faults), rows);
    assert!(
        faults
            .iter()
            .all(|it| it.what == What::Text(TextFault::Empty))
    );
}

#[test]
fn a_card_that_does_not_belong_is_named_and_typed_again() {
    let all = cards(1);
    let mut held = nothing();
    let twice = read(&form(&[&all[0], &all[0]]), &mut held).unwrap();
    let refused = KeyCard::join(&twice, all[0].tag(), Quorum::default()).unwrap_err();
    let faults = wrong(refused, &mut held);
    let same = What::Card(CardFault::Twice { first: 1 });
    assert_eq!(faults, [Fault::at("card_2", same)]);
    assert!(held[0].iter().all(Option::is_some));
    assert!(held[1].iter().all(Option::is_none));
}

#[test]
fn rows_of_several_rounds_are_no_card() {
    let mixed = with(
        &form(&[&cards(1)[0], &cards(1)[1]]),
        "card_1_row_5",
        &cards(9)[0].rows()[4],
    );
    let mut held = nothing();
    let read = read(&mixed, &mut held).unwrap();
    let refused = KeyCard::join(&read, cards(1)[0].tag(), Quorum::default()).unwrap_err();
    assert_eq!(fields(&wrong(refused, &mut held)), ["card_1"]);
}

#[test]
fn the_fields_never_show_what_was_typed() {
    let all = cards(1);
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(crate::ui::ErrorPrefix("Fout:".into()));
        let typing = Typing(vec![[true, false, true, true, true], [false; CARD_ROWS]]);
        super::fields(&form(&[&all[0], &all[1]]), &typing).to_html()
    });
    for row in all.iter().flat_map(|card| card.rows()) {
        assert!(!html.contains(&*row), "{html}");
    }
    assert_eq!(
        html.matches("<input").count(),
        6,
        "no field for a row that is there"
    );
}
