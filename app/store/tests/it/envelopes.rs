//! Envelopes at the desk: made with the letters, handed out for one that was lost, and laid aside when nobody got them.

use domain::{
    ballot_box::{CancelReason, Cancelling, LetterKind},
    fault::{Fault, What},
    phase::{Phase, Step},
};
use store::{Refusal, StoreError};

use crate::given::{Given, GivenRound, HOUR, on_each_engine};

/// A round that votes, with two letters, and after them a ballot on paper and two envelopes.
async fn voting(given: &Given) -> GivenRound {
    let round = given.round().voting().with_letters(2).await;
    let kinds: Vec<LetterKind> = round.letters[0].iter().map(|it| it.kind).collect();
    let spare = [LetterKind::Paper, LetterKind::Reserve, LetterKind::Reserve];
    assert_eq!(kinds[2..], spare);
    round
}

/// Asks to cancel a letter and to hand out an envelope for it, both by their place.
async fn ask(
    given: &Given,
    round: &GivenRound,
    letter: usize,
    instead: usize,
) -> Result<(), StoreError> {
    let letters = &round.letters[0];
    let wanted = Cancelling {
        number: letters[letter].number,
        reason: CancelReason::Lost,
        replacement: Some(letters[instead].number),
    };
    let request = round.ask_to_cancel(0, &wanted).await?;
    let second = round.staff[1].second().unwrap();
    given
        .cancel_letter(&second, request, round.open_at() + HOUR)
        .await
}

#[tokio::test]
async fn an_envelope_opens_a_ballot_from_when_it_is_handed_out() {
    on_each_engine(|given| async move {
        let mut round = voting(&given).await;
        for spare in 2..5 {
            let early = round.enter(0, spare).await;
            assert!(matches!(early, Err(StoreError::Refused(Refusal::Code))));
        }
        round.cast(0, 0, &[0]).await;
        round.cast(0, 1, &[0]).await;
        ask(&given, &round, 0, 3).await.unwrap();
        let lost = round.enter(0, 0).await;
        assert!(matches!(lost, Err(StoreError::Refused(Refusal::Code))));
        round.cast(0, 3, &[0]).await;
        round.go_to(Phase::Counted).await;
        let outcome = &given.outcomes(round.id).await.unwrap()[0];
        assert_eq!((outcome.ballots, outcome.laid_aside.len()), (2, 1));
        let closed = &given.announced(round.id).await.unwrap().boxes[0];
        let letters = &round.letters[0];
        assert_eq!(closed.cancelled, [letters[0].number]);
        let mut left = [letters[2].number, letters[4].number];
        left.sort_unstable();
        assert_eq!(closed.unissued, left);
    })
    .await;
}

#[tokio::test]
async fn an_envelope_is_handed_out_once_and_is_one_of_those_at_the_desk() {
    on_each_engine(|given| async move {
        let round = voting(&given).await;
        let refused = |what| vec![Fault::at("replacement", what)];
        for (instead, what) in [(1, What::NoEnvelope), (2, What::NoEnvelope)] {
            let asked = ask(&given, &round, 0, instead).await;
            let Err(StoreError::Refused(Refusal::Faults(faults))) = asked else {
                panic!("{asked:?}");
            };
            assert_eq!(faults, refused(what));
        }
        ask(&given, &round, 0, 3).await.unwrap();
        let again = ask(&given, &round, 1, 3).await;
        let Err(StoreError::Refused(Refusal::Faults(faults))) = again else {
            panic!("{again:?}");
        };
        assert_eq!(faults, refused(What::EnvelopeGone));
        let left = given.envelopes_left(round.id).await.unwrap();
        assert_eq!(left, [(round.wijken[0], 1)]);
    })
    .await;
}

#[tokio::test]
async fn a_row_from_before_an_envelope_was_handed_out_stops_the_closing() {
    on_each_engine(|given| async move {
        let round = voting(&given).await;
        let number = round.letters[0][3].number;
        let of = format!("FROM eligibility WHERE number = {number}");
        let mark = given.text(format!("SELECT mark {of}")).await;
        ask(&given, &round, 0, 3).await.unwrap();
        let back = format!(
            "UPDATE eligibility SET status = 'unissued', mark = '{mark}' WHERE number = {number}"
        );
        assert_eq!(given.sql(back).await.unwrap(), 1);
        let closed = round.step(Step::CloseVoting).await;
        assert!(matches!(closed, Err(StoreError::Corrupt(_))), "{closed:?}");
    })
    .await;
}
