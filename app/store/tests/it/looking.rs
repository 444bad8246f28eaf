//! Looking for one's own ballot: the list by its words, a letter by its code, and what is kept of either.

use domain::{
    ballot_box::{ControlWords, VotingCode},
    looking::{Looked, Standing, TERM},
    phase::Phase,
};
use store::{Refusal, StoreError};

use crate::given::{Given, GivenRound, HOUR, on_each_engine};

/// Twelve of fourteen letters voted; one of them was cancelled afterwards, and one that did not vote.
async fn counted(given: &Given, voters: usize) -> GivenRound {
    let mut round = given
        .round()
        .voting()
        .with_proposals(3)
        .with_letters(14)
        .await;
    for letter in 0..voters {
        round.cast(0, letter, &[letter % 2, 2]).await;
    }
    round.cancel(0, voters - 1).await;
    round.cancel(0, 12).await;
    round.go_to(Phase::Closed).await;
    round.count().await.unwrap();
    round
}

/// When it was counted.
fn counted_at(round: &GivenRound) -> i64 {
    round.closes_at() + 2 * HOUR
}

async fn standing(given: &Given, round: &GivenRound, letter: usize) -> Standing {
    let code = &round.letters[0][letter].code;
    let standing = given.standing(round.id, code, counted_at(round)).await;
    standing.unwrap()
}

#[tokio::test]
async fn a_letter_is_looked_up_and_its_choices_are_not_told() {
    on_each_engine(|given| async move {
        let round = counted(&given, 12).await;
        let before = given.dump().await;
        let found = [
            standing(&given, &round, 0).await,
            standing(&given, &round, 11).await,
            standing(&given, &round, 12).await,
            standing(&given, &round, 13).await,
        ];
        assert_eq!(
            found,
            [
                Standing::Counted,
                Standing::Cancelled,
                Standing::Cancelled,
                Standing::Absent
            ]
        );
        assert_eq!(given.dump().await, before, "nothing is written");
    })
    .await;
}

#[tokio::test]
async fn a_letter_is_looked_up_where_few_voted_too() {
    on_each_engine(|given| async move {
        let round = counted(&given, 3).await;
        assert_eq!(standing(&given, &round, 0).await, Standing::Counted);
        assert_eq!(standing(&given, &round, 13).await, Standing::Absent);
        for initial in 'a'..='z' {
            assert_eq!(given.listed(round.id, initial).await.unwrap(), []);
        }
    })
    .await;
}

#[tokio::test]
async fn a_letter_is_looked_up_within_the_term_and_only_after_the_count() {
    on_each_engine(|given| async move {
        let round = counted(&given, 12).await;
        let at = counted_at(&round);
        let code = round.letters[0][0].code.clone();
        let is_closed = |answer: store::Result<Standing>| {
            matches!(answer, Err(StoreError::Refused(Refusal::Closed)))
        };
        assert_eq!(given.looks_until(round.id).await.unwrap(), at + TERM);
        assert!(!is_closed(
            given.standing(round.id, &code, at + TERM - 1).await
        ));
        assert!(is_closed(given.standing(round.id, &code, at + TERM).await));
        let unknown = VotingCode::from_entropy([9; 9]);
        let none = given.standing(round.id, &unknown, at).await;
        assert!(matches!(none, Err(StoreError::Refused(Refusal::Code))));

        let mut open = given.round().voting().await;
        open.go_to(Phase::Closed).await;
        let code = &open.letters[0][0].code;
        let none = given.standing(open.id, code, at).await;
        assert!(matches!(none, Err(StoreError::NotFound)));
        let none = given.listed(open.id, 'b').await;
        assert!(matches!(none, Err(StoreError::NotFound)));
        let none = given.count_look(open.id, Looked::Found).await;
        assert!(matches!(none, Err(StoreError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn the_list_has_every_ballot_under_the_first_letter_of_its_words() {
    on_each_engine(|given| async move {
        let round = counted(&given, 12).await;
        let words = ControlWords::from_entropy([1, 2, 3, 4, 5]);
        let initial = words.to_string().chars().next().unwrap();
        for letter in 'a'..='z' {
            let listed = given.listed(round.id, letter).await.unwrap();
            // Every ballot of these tests has the same words; one of twelve was laid aside.
            let expected = if letter == initial { 11 } else { 0 };
            assert_eq!(listed.len(), expected, "{letter}");
            assert!(listed.iter().all(|ballot| ballot.words == words));
            assert!(
                listed
                    .iter()
                    .all(|ballot| ballot.choices.contains(&round.proposals[0][2]))
            );
        }
    })
    .await;
}

#[tokio::test]
async fn of_looking_a_number_is_kept_and_nothing_else() {
    on_each_engine(|given| async move {
        let round = counted(&given, 12).await;
        let before = given.dump().await;
        for looked in [
            Looked::Found,
            Looked::Missing,
            Looked::Found,
            Looked::Absent,
        ] {
            given.count_look(round.id, looked).await.unwrap();
        }
        let looks = given.looks(round.id).await.unwrap();
        let numbers = Looked::ALL.iter().map(|&looked| looks.of(looked));
        assert_eq!(numbers.collect::<Vec<_>>(), [2, 1, 0, 0, 0, 1]);
        let after = given.dump().await;
        let changed: Vec<&String> = after
            .iter()
            .filter(|(table, rows)| before.get(*table) != Some(rows))
            .map(|(table, _)| table)
            .collect();
        assert_eq!(changed, ["look"]);
        assert_eq!(after["look"].len(), 3, "one row for each result");
    })
    .await;
}
