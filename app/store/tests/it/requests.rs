//! What needs two people: asked for by one, agreed to by another.

use domain::{
    access::{Actor, CancelLetter, CountVotes, Role},
    act::{Act, TERM},
    ballot_box::{CancelReason, Cancelling},
    fault::{Fault, What},
    id::RequestId,
    phase::{Phase, Step},
};
use store::{Refusal, StoreError};

use crate::given::{self, Given, GivenRound, HOUR, is_not_found, on_each_engine, reason, refusal};

/// The first letter of a round was lost.
fn first_lost(round: &GivenRound) -> Cancelling {
    lost(round.letters[0][0].number)
}

fn lost(number: u32) -> Cancelling {
    Cancelling {
        number,
        reason: CancelReason::Lost,
        replacement: None,
    }
}

async fn cancel_as(
    given: &Given,
    actor: &Actor,
    request: RequestId,
    at: i64,
) -> Result<(), StoreError> {
    let second = actor.second::<CancelLetter>().unwrap();
    given.cancel_letter(&second, request, at).await
}

#[tokio::test]
async fn nobody_agrees_to_what_they_asked_for_themselves() {
    on_each_engine(|given| async move {
        let round = given.round().voting().await;
        let request = round.ask_to_cancel(0, &first_lost(&round)).await.unwrap();
        let before = given.dump().await;
        let alone = cancel_as(&given, &round.staff[0], request, round.open_at()).await;
        assert_eq!(refusal(alone), Refusal::SamePerson);
        assert!(given.changed_since(&before).await.is_empty());
        cancel_as(&given, &round.staff[1], request, round.open_at())
            .await
            .unwrap();
        assert!(refusal(round.enter(0, 0).await.map(drop)) == Refusal::Code);
    })
    .await;
}

#[tokio::test]
async fn a_request_is_agreed_to_once_and_within_its_term() {
    on_each_engine(|given| async move {
        let round = given.round().voting().await;
        let at = round.open_at();
        let late = round.ask_to_cancel(0, &first_lost(&round)).await.unwrap();
        let over = cancel_as(&given, &round.staff[1], late, at + TERM).await;
        assert!(is_not_found(&over));
        assert!(given.requests(at + TERM).await.unwrap().is_empty());
        cancel_as(&given, &round.staff[1], late, at + TERM - 1)
            .await
            .unwrap();
        let again = cancel_as(&given, &round.staff[1], late, at).await;
        assert!(is_not_found(&again));
    })
    .await;
}

#[tokio::test]
async fn the_same_is_asked_for_once_and_may_be_taken_back_by_who_asked() {
    on_each_engine(|given| async move {
        let round = given.round().voting().await;
        let at = round.open_at();
        let request = round.ask_to_cancel(0, &first_lost(&round)).await.unwrap();
        let twice = round.ask_to_cancel(0, &first_lost(&round)).await;
        assert_eq!(refusal(twice), Refusal::Done);
        let other = round.staff[1].person;
        assert!(is_not_found(&given.withdraw(other, request, at).await));
        let mine = round.staff[0].person;
        given.withdraw(mine, request, at).await.unwrap();
        assert!(is_not_found(&given.request(request, at).await));
        assert!(is_not_found(
            &cancel_as(&given, &round.staff[1], request, at).await
        ));
        round.ask_to_cancel(0, &first_lost(&round)).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_cannot_be_cancelled_is_said_when_it_is_asked_for() {
    on_each_engine(|given| async move {
        let round = given.round().voting().await;
        let at = |what| vec![Fault::at("number", what)];
        let unknown = round.ask_to_cancel(0, &lost(99)).await;
        assert_eq!(refusal(unknown), Refusal::Faults(at(What::NoSuchLetter)));
        round.cancel(0, 0).await;
        let before = round
            .ask_to_cancel(0, &lost(round.letters[0][0].number))
            .await;
        assert_eq!(refusal(before), Refusal::Faults(at(What::CancelledBefore)));
    })
    .await;
}

#[tokio::test]
async fn a_request_for_one_act_agrees_to_no_other() {
    on_each_engine(|given| async move {
        let round = given.round().voting().await;
        let request = round.ask_to_cancel(0, &first_lost(&round)).await.unwrap();
        let second = round.staff[1].second::<CountVotes>().unwrap();
        let seed = round.own_seed().await;
        let count = given
            .count_votes(&second, request, seed, round.open_at())
            .await;
        assert!(is_not_found(&count));
    })
    .await;
}

#[tokio::test]
async fn one_person_alone_does_not_stop_a_round_with_a_public_ballot() {
    on_each_engine(|given| async move {
        let round = given.round().voting().await;
        let permit = round.staff[0].permit().unwrap();
        let (why, at) = (reason("Er is brand."), round.open_at());
        let alone = given
            .step_round(&permit, round.id, Step::Cancel, &why, at)
            .await;
        assert_eq!(refusal(alone), Refusal::Phase);
        assert_eq!(round.phase().await, Phase::Voting);
    })
    .await;
}

#[tokio::test]
async fn a_counted_round_is_never_stopped() {
    on_each_engine(|given| async move {
        let round = given.round().counted().await;
        let permit = round.staff[0].permit().unwrap();
        let why = reason("De uitslag bevalt niet.");
        let asked = given
            .ask_to_cancel_vote(&permit, round.id, &why, given::NOW)
            .await;
        assert!(matches!(asked, Err(StoreError::Refused(Refusal::Step(_)))));
    })
    .await;
}

mod breaks {
    use super::*;

    #[tokio::test]
    async fn a_request_that_was_changed_by_hand_is_not_agreed_to() {
        on_each_engine(|given| async move {
            let round = given.round().voting().await;
            let request = round.ask_to_cancel(0, &first_lost(&round)).await.unwrap();
            let act = Act::CancelLetter {
                round: round.id,
                wijk: round.wijken[0],
                number: first_lost(&round).number + 1,
                reason: CancelReason::Lost,
                replacement: None,
            };
            let other = act.canonical().unwrap();
            given
                .sql(format!("UPDATE request SET act = '{other}'"))
                .await
                .unwrap();
            let agreed = cancel_as(&given, &round.staff[1], request, round.open_at()).await;
            assert!(matches!(agreed, Err(StoreError::Corrupt(_))), "{agreed:?}");
        })
        .await;
    }

    #[tokio::test]
    async fn a_request_put_under_another_name_lets_nobody_agree_with_themselves() {
        on_each_engine(|given| async move {
            let round = given.round().voting().await;
            let request = round.ask_to_cancel(0, &first_lost(&round)).await.unwrap();
            let other = given.account(Role::Smederij).await.person;
            given
                .sql(format!("UPDATE request SET asked_by = '{other}'"))
                .await
                .unwrap();
            let at = round.open_at() + HOUR;
            let agreed = cancel_as(&given, &round.staff[0], request, at).await;
            assert!(matches!(agreed, Err(StoreError::Corrupt(_))), "{agreed:?}");
        })
        .await;
    }
}
