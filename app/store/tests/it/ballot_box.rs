//! The box as a whole: who has a code, what a thief finds in the database, and what happens at closing.

use std::{collections::BTreeSet, time::Duration};

use domain::{
    ballot_box::{Quorum, Seal, VotingCode, seal_list_hash},
    phase::{Phase, Step},
    round::GRACE,
};
use store::{Refusal, Store, StoreError};

use crate::given::{self, Given, GivenRound, on_each_engine, refusal};

#[tokio::test]
async fn letters_are_numbered_and_their_seals_listed_in_the_journal() {
    on_each_engine(|given| async move {
        let round = given.round().voting().with_letters(5).await;
        let mut numbers: Vec<u32> = round.letters[0]
            .iter()
            .map(|letter| letter.number)
            .collect();
        numbers.sort_unstable();
        let codes = 5 + given::WIJK.spare.all();
        assert!(numbers.into_iter().map(u64::from).eq(1..=codes));
        assert_eq!(
            given.letters(round.id).await.unwrap(),
            [(round.wijken[0], 5)]
        );
        let seals = given.seals(round.id, round.wijken[0]).await.unwrap();
        assert!(seals.len() as u64 == codes && seals.is_sorted());
        let hash = seal_list_hash(&seals).to_string();
        let journal = given.journal(0, 100).await.unwrap();
        let fixed = journal
            .iter()
            .find(|entry| entry.event.contains("seals_fixed"))
            .unwrap();
        assert!(fixed.event.contains(&hash), "{fixed:?}");
    })
    .await;
}

#[tokio::test]
async fn letters_are_issued_and_voided_only_while_the_ballot_waits() {
    on_each_engine(|given| async move {
        let mut round = given.round().ballot_published().await;
        let wijk = round.wijken[0];
        let early = round.issue_letters(wijk, 1).await;
        assert_eq!(refusal(early), Refusal::Phase, "the box has no key yet");
        round.issue().await;
        assert_eq!(
            refusal(round.make_key().await),
            Refusal::Done,
            "these letters belong to the present key"
        );
        round.void_letters(wijk).await.unwrap();
        assert!(given.letters(round.id).await.unwrap().is_empty());
        assert!(given.seals(round.id, wijk).await.unwrap().is_empty());
        let anew = round.issue_letters(wijk, 2).await.unwrap();
        let voided = std::mem::replace(&mut round.letters[0], anew);
        round.go_to(Phase::Voting).await;
        let dead = given.admit(&voided[0].code, round.open_at()).await;
        assert_eq!(refusal(dead), Refusal::Code);
        round.cast(0, 0, &[0]).await;
        let late = round.issue_letters(wijk, 1).await;
        assert_eq!(refusal(late), Refusal::Phase);
        assert_eq!(refusal(round.void_letters(wijk).await), Refusal::Phase);
    })
    .await;
}

/// Whether the cards of the box have opened a test ballot.
async fn is_rehearsed(given: &Given, round: &GivenRound) -> bool {
    let facts = given.round_facts(round.id, given::NOW).await;
    facts.unwrap().rehearsed
}

#[tokio::test]
async fn the_cards_of_an_older_key_open_no_test_ballot() {
    on_each_engine(|given| async move {
        let round = given.round().proposing().await;
        let old = round.make_key().await.unwrap();
        let new = round.make_key().await.unwrap();
        round.show(&new).await;
        assert_eq!(refusal(round.rehearse(&old).await), Refusal::Card);
        assert!(!is_rehearsed(&given, &round).await);
        round.rehearse(&new[..2]).await.unwrap();
        assert!(is_rehearsed(&given, &round).await);
        let tag = given.box_tag(round.id).await.unwrap();
        assert!(new.iter().all(|card| card.tag() == tag));
        assert!(old.iter().all(|card| card.tag() != tag));
    })
    .await;
}

#[tokio::test]
async fn each_card_is_shown_once_and_all_before_the_rehearsal() {
    on_each_engine(|given| async move {
        let round = given.round().proposing().await;
        let cards = round.make_key().await.unwrap();
        round.show_card(&cards[0]).await.unwrap();
        round.show_card(&cards[1]).await.unwrap();
        assert_eq!(refusal(round.rehearse(&cards).await), Refusal::State);
        let before = given.dump().await;
        assert_eq!(refusal(round.show_card(&cards[0]).await), Refusal::Done);
        assert!(given.changed_since(&before).await.is_empty());
        round.show_card(&cards[2]).await.unwrap();
        round.rehearse(&cards).await.unwrap();
        let anew = round.make_key().await.unwrap();
        // Somebody else still had a card of the key before on the way to the screen.
        assert_eq!(refusal(round.show_card(&cards[0]).await), Refusal::Card);
        assert_eq!(refusal(round.rehearse(&anew).await), Refusal::State);
    })
    .await;
}

#[tokio::test]
async fn the_holders_of_the_cards_are_stored_and_in_the_journal() {
    on_each_engine(|given| async move {
        let round = given.round().proposing().await;
        assert!(given.key_cards(round.id).await.unwrap().is_empty());
        assert!(given.locked_boxes().await.unwrap().is_empty());
        round.make_key().await.unwrap();
        round.make_key().await.unwrap();
        let cards = given.key_cards(round.id).await.unwrap();
        let listed: Vec<(u8, &str, bool)> = cards
            .iter()
            .map(|card| (card.number, card.holder.as_str(), card.is_shown))
            .collect();
        let names = ["Kluis 1", "Kluis 2", "Kluis 3"];
        assert_eq!(
            listed,
            [
                (1, names[0], false),
                (2, names[1], false),
                (3, names[2], false)
            ]
        );
        let boxes = given.locked_boxes().await.unwrap();
        assert_eq!((boxes.len(), boxes[0].needed), (1, 2));
        assert_eq!(boxes[0].holders, names);
        let journal = given.journal(0, 1).await.unwrap();
        let made = r#""needed":2,"total":3,"holders":["Kluis 1","Kluis 2","Kluis 3"]"#;
        assert!(journal[0].event.contains(made), "{:?}", journal[0]);
    })
    .await;
}

#[tokio::test]
async fn a_key_has_as_many_cards_as_the_settings_say_and_none_in_a_draft() {
    on_each_engine(|given| async move {
        let draft = given.round().await;
        assert_eq!(refusal(draft.make_key().await), Refusal::Phase);
        let round = given.round().proposing().await;
        let before = given.dump().await;
        let holders = given::holders(Quorum::new(3, 5).unwrap());
        let made = given
            .make_box_key(&given::console(), round.id, &holders, given::NOW)
            .await;
        assert_eq!(refusal(made.map(drop)), Refusal::State);
        assert!(given.changed_since(&before).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_is_on_the_cards_is_nowhere_in_the_database() {
    on_each_engine(|given| async move {
        let mut round = given.round().ballot_published().await;
        round.issue().await;
        round.go_to(Phase::Counted).await;
        let bytes = given.every_byte().await.to_ascii_lowercase();
        let holds = |wanted: &str| {
            let wanted = wanted.to_ascii_lowercase().into_bytes();
            bytes.windows(wanted.len()).any(|part| part == wanted)
        };
        assert!(holds("Kluis 1"), "the search finds what is there");
        for card in round.cards.as_ref().unwrap() {
            assert!(!holds(&card.signs()));
            for row in card.rows() {
                assert!(!holds(&row) && !holds(&row.replace('-', "")));
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_code_of_nobody_opens_nothing() {
    on_each_engine(|given| async move {
        let round = given.round().voting().await;
        let made_up = VotingCode::from_entropy(*b"gokkertje");
        let admit = given.admit(&made_up, round.open_at()).await;
        assert_eq!(refusal(admit), Refusal::Code);
        let other = domain::ballot_box::MasterKey::from_bytes([8; 32]);
        let other = Store::clone(&given).with_master(other);
        let admit = other
            .admit(&round.letters[0][0].code, round.open_at())
            .await;
        assert!(
            matches!(admit, Err(StoreError::Corrupt(_))),
            "the database alone opens nothing"
        );
    })
    .await;
}

#[tokio::test]
async fn a_cancelled_letter_has_no_vote_and_its_ballot_stays_shut() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().with_letters(3).await;
        let lost = round.cast(0, 0, &[0]).await;
        round.cast(0, 1, &[0]).await;
        round.cancel(0, 0).await;
        round.cancel(0, 2).await;
        for letter in [0, 2] {
            assert_eq!(refusal(round.enter(0, letter).await), Refusal::Code);
        }
        round.go_to(Phase::Counted).await;
        let outcome = &given.outcomes(round.id).await.unwrap()[0];
        assert_eq!((outcome.ballots, outcome.rejected.len()), (1, 0));
        assert_eq!(outcome.turnout(), 1, "who lost a letter votes with another");
        let laid_aside: Vec<Seal> = outcome.laid_aside.iter().map(|row| row.seal).collect();
        assert_eq!(laid_aside, [lost]);
        let opened = given.texts("SELECT seal FROM published_ballot").await;
        assert_eq!(opened.len(), 1);
        assert_ne!(opened[0][0], Some(lost.to_string()));
    })
    .await;
}

#[tokio::test]
async fn the_codes_are_nowhere_in_the_database() {
    on_each_engine(|given| async move {
        let mut round = given.round().ballot_published().with_letters(3).await;
        round.issue().await;
        assert_no_code(&given, &round).await;
        round.go_to(Phase::Voting).await;
        round.cast(0, 0, &[0]).await;
        round.cast(0, 1, &[0]).await;
        assert_no_code(&given, &round).await;
        round.go_to(Phase::Counted).await;
        assert_no_code(&given, &round).await;
    })
    .await;
}

async fn assert_no_code(given: &Given, round: &GivenRound) {
    let bytes = given.every_byte().await.to_ascii_lowercase();
    let holds = |wanted: &[u8]| {
        let wanted = wanted.to_ascii_lowercase();
        bytes.windows(wanted.len()).any(|part| part == wanted)
    };
    assert!(holds(b"Baan 1"), "the search finds what is there");
    for letter in &round.letters[0] {
        let signs = letter.code.signs();
        let hex = format!("{:x}", base16ct::HexDisplay(signs.as_slice()));
        for form in [
            letter.code.to_string().as_bytes(),
            signs.as_slice(),
            hex.as_bytes(),
        ] {
            assert!(!holds(form), "letter {}", letter.number);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn closing_loses_no_acknowledged_vote_and_lets_none_in_after() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().with_letters(30).await;
        let mut votes = Vec::new();
        for letter in 0..30 {
            let admission = round.enter(0, letter).await.unwrap();
            votes.push((round.vote(&admission, &[0]).await, admission.seal_key));
        }
        let (id, open_at, closes) = (round.id, round.open_at(), round.closes_at() + GRACE);
        let mut casting = Vec::new();
        let mut closing = None;
        for (n, (vote, key)) in votes.into_iter().enumerate() {
            if n == 15 {
                let given = given.clone();
                closing = Some(tokio::spawn(async move {
                    given.step_by_clock(id, Step::CloseVoting, closes).await
                }));
            }
            let given = given.clone();
            casting.push(tokio::spawn(async move {
                (key.seal(), given.cast(&key, &vote, open_at).await)
            }));
        }
        let (mut taken, mut refused) = (BTreeSet::new(), BTreeSet::new());
        for cast in casting {
            match cast.await.unwrap() {
                (seal, Ok(())) => taken.insert(seal),
                (seal, Err(StoreError::Refused(Refusal::Closed))) => refused.insert(seal),
                (_, Err(error)) => panic!("{error}"),
            };
        }
        assert_eq!(closing.unwrap().await.unwrap().unwrap(), Phase::Closed);
        round.go_to(Phase::Counted).await;
        let counted = given.publication(id, round.wijken[0]).await.unwrap();
        let counted: BTreeSet<Seal> = counted
            .opened
            .ballots
            .iter()
            .map(|ballot| ballot.seal)
            .collect();
        assert_eq!(counted, taken);
        assert!(counted.is_disjoint(&refused));
        assert_eq!(taken.len() + refused.len(), 30);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn closing_waits_for_a_vote_that_is_being_written() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().with_proposals(2).await;
        round.cast(0, 0, &[0]).await;
        let admission = round.enter(0, 0).await.unwrap();
        let (vote, open_at) = (round.vote(&admission, &[1]).await, round.open_at());
        let held = given.hold_the_box().await;
        let beside = given.clone();
        let casting =
            tokio::spawn(async move { beside.cast(&admission.seal_key, &vote, open_at).await });
        // Long enough to get stuck; were it too short, the test would only see less.
        tokio::time::sleep(Duration::from_millis(150)).await;
        let (beside, id, closes) = (given.clone(), round.id, round.closes_at() + GRACE);
        let closing =
            tokio::spawn(async move { beside.step_by_clock(id, Step::CloseVoting, closes).await });
        tokio::time::sleep(Duration::from_millis(150)).await;
        assert!(!casting.is_finished() && !closing.is_finished());
        held.rollback().await.unwrap();
        casting.await.unwrap().unwrap();
        closing.await.unwrap().unwrap();
        round.go_to(Phase::Counted).await;
        let counted = given.publication(id, round.wijken[0]).await.unwrap();
        assert_eq!(counted.opened.ballots[0].choices, [round.proposals[0][1]]);
    })
    .await;
}
