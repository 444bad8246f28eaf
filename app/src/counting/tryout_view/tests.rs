use super::*;

#[test]
fn a_group_smaller_than_ten_is_not_told_exactly_nor_the_rest() {
    let said = |without, with| {
        with_winner(&Coverage {
            voters_by_winners: vec![without, with],
        })
    };
    assert_eq!(said(30, 70), "70 van de 100");
    assert_eq!(said(95, 5), "minder dan 10 van de 100");
    assert_eq!(said(4, 96), "meer dan 90 van de 100");
    assert_eq!(said(0, 100), "100 van de 100");
    assert_eq!(said(100, 0), "0 van de 100");
}

#[test]
fn every_change_has_its_word() {
    let line = |then, now| Line {
        title: String::new(),
        all: 3,
        then,
        now,
    };
    let words: Vec<_> = [(0, 3), (3, 0), (3, 3), (1, 3), (3, 1)]
        .map(|(then, now)| t(change(&line(then, now)).1))
        .into();
    assert_eq!(
        words,
        [
            "Komt erbij",
            "Valt weg",
            "Blijft",
            "Meer plekken",
            "Minder plekken"
        ]
    );
    assert_eq!(chosen(1, 3), "Gekozen: 1 van de 3 plekken");
}
