//! Moving dates: freely until the ballot is public, later only after that, and told to everybody.

use domain::{
    fault::What,
    id::RequestId,
    journal::{Digest, JournalSigner},
    pack::{self, Noted},
    phase::{Phase, Step},
    round::{GRACE, Millis, NewDates, Schedule},
};
use store::{Engine, Refusal, Saying, StoreError};

use crate::{
    given::{
        DAY, Given, GivenRound, HOUR, console, faulty_fields, master, on_each_engine, reason,
        refusal, start_of,
    },
    pack::{forge, is_right_in_python},
};

/// The dates of a round with these phases so much later.
async fn later(round: &GivenRound, by: &[(Phase, Millis)]) -> NewDates {
    let mut schedule: Schedule = round.read().await.settings.schedule;
    for (phase, by) in by {
        *schedule.get_mut(phase).unwrap() += by;
    }
    let reason = reason("De post staakt.");
    NewDates { schedule, reason }
}

async fn ask(
    round: &GivenRound,
    given: &Given,
    new: &NewDates,
    at: Millis,
) -> Result<RequestId, StoreError> {
    let permit = round.staff[0].permit().unwrap();
    given.ask_to_move_dates(&permit, round.id, new, at).await
}

async fn by_two(
    round: &GivenRound,
    given: &Given,
    new: &NewDates,
    at: Millis,
) -> Result<(), StoreError> {
    let request = ask(round, given, new, at).await?;
    let second = round.staff[1].second().unwrap();
    given.agree_to_dates(&second, request, at).await
}

#[tokio::test]
async fn a_late_check_moves_the_dates_and_goes_on() {
    on_each_engine(|given| async move {
        let round = given.round().checking().await;
        round.admit(round.proposals[0][0]).await;
        let late = start_of(Phase::Council) + 90 * DAY;
        let ahead = [
            Phase::BallotPublished,
            Phase::Voting,
            Phase::Closed,
            Phase::Council,
        ];
        let new = later(&round, &ahead.map(|phase| (phase, 200 * DAY))).await;
        given
            .move_dates(&console(), round.id, &new, late)
            .await
            .unwrap();
        assert!(given.step_due_rounds(late).await.unwrap().is_empty());
        let due = start_of(Phase::BallotPublished) + 200 * DAY;
        let taken = given.step_due_rounds(due).await.unwrap();
        assert_eq!(taken, [(round.id, Phase::BallotPublished)]);
        let said = given.said(round.id).await.unwrap();
        assert_eq!(
            (said[0].what, said[0].reason.as_str()),
            (Saying::DatesMoved, "De post staakt.")
        );
        let (rules, _) = given.rules(round.id).await.unwrap();
        assert_eq!(rules.settings.schedule, new.schedule);
    })
    .await;
}

#[tokio::test]
async fn a_public_ballot_has_its_dates_moved_by_two_and_later_only() {
    on_each_engine(|given| async move {
        let mut round = given.round().ballot_published().await;
        round.issue().await;
        let at = start_of(Phase::BallotPublished) + HOUR;
        let new = later(&round, &[(Phase::Closed, DAY)]).await;
        let alone = given.move_dates(&console(), round.id, &new, at).await;
        assert_eq!(refusal(alone), Refusal::Phase);
        let earlier = later(&round, &[(Phase::Closed, -HOUR)]).await;
        let fields = faulty_fields(ask(&round, &given, &earlier, at).await);
        assert_eq!(fields, ["start_closed"]);
        let new = later(
            &round,
            &[
                (Phase::Voting, HOUR),
                (Phase::Closed, DAY),
                (Phase::Council, DAY),
            ],
        )
        .await;
        by_two(&round, &given, &new, at).await.unwrap();
        let opens = start_of(Phase::Voting) + HOUR;
        assert!(given.step_due_rounds(opens - 1).await.unwrap().is_empty());
        assert_eq!(
            given.step_due_rounds(opens).await.unwrap(),
            [(round.id, Phase::Voting)]
        );
    })
    .await;
}

/// A round that closed a day later than its rules say, was voted in on that day, and counted.
async fn closed_later(given: &Given) -> GivenRound {
    let mut round = given
        .round()
        .voting()
        .with_proposals(2)
        .with_letters(12)
        .await;
    for letter in 0..11 {
        round.cast(0, letter, &[letter % 2]).await;
    }
    let new = later(&round, &[(Phase::Closed, DAY), (Phase::Council, 2 * DAY)]).await;
    by_two(&round, given, &new, round.closes_at() - HOUR)
        .await
        .unwrap();
    let at = round.closes_at() + HOUR;
    let code = &round.letters[0][11].code;
    let admission = given.admit(code, at).await.unwrap();
    let mut vote = round.vote(&admission, &[1]).await;
    vote.began = at;
    given.cast(&admission.seal_key, &vote, at).await.unwrap();
    assert!(
        given
            .step_due_rounds(round.closes_at() + GRACE)
            .await
            .unwrap()
            .is_empty()
    );
    let closes = round.closes_at() + DAY + GRACE;
    given
        .step_by_clock(round.id, Step::CloseVoting, closes)
        .await
        .unwrap();
    round.go_to(Phase::Counted).await;
    round
}

#[tokio::test]
async fn votes_of_the_added_day_count_and_the_pack_is_right() {
    on_each_engine(|given| async move {
        let round = closed_later(&given).await;
        let boxes = given.announced(round.id).await.unwrap().boxes;
        assert_eq!(boxes[0].ballots, 12);
        let files = pack::unzip(&given.pack(round.id).await.unwrap()).unwrap();
        let report = pack::check(&files, &Noted::default(), |_| {});
        assert!(report.is_right(), "{report:#?}");
        given.verify_journal().await.unwrap().unwrap();
        if given.engine() == Engine::Sqlite {
            assert!(is_right_in_python(&files));
        }
    })
    .await;
}

#[tokio::test]
async fn a_closing_that_differs_without_an_entry_is_seen_by_every_verifier() {
    on_each_engine(|given| async move {
        let round = closed_later(&given).await;
        let files = pack::unzip(&given.pack(round.id).await.unwrap()).unwrap();
        let signer = JournalSigner::new(&master().journal_seed());
        let sheet = Digest::of(&files["sheet.json"]).to_string();
        let promised = round.closes_at().to_string();
        let moved = (round.closes_at() + DAY).to_string();
        let is = |event: &str, kind: &str| event.contains(&format!(r#""event":"{kind}""#));
        // Whoever has even the server's key and signs the whole journal anew.
        let forged = [
            (
                "no entry",
                forge::journal(&files, &signer, |event| {
                    event.replace("dates_moved", "round_changed")
                }),
            ),
            (
                "the sheet fixed at once",
                forge::journal(&files, &signer, |event| {
                    if is(event, "sheet_made") {
                        let (before, _) = event.split_once(r#""sheet":""#).unwrap();
                        format!(r#"{before}"sheet":"{sheet}"}}"#)
                    } else {
                        event.replace("dates_moved", "round_changed")
                    }
                }),
            ),
            (
                "other dates in the entry",
                forge::journal(&files, &signer, |event| event.replace(&moved, &promised)),
            ),
            (
                "moved after closing",
                forge::journal(&files, &signer, |event| {
                    let entry = r#""event":"dates_moved""#;
                    if is(event, "round_stepped") && event.contains("close_voting") {
                        format!(
                            r#"{{{entry},"round":"{}","schedule":{{}},"sheet":null,"reason":""}}"#,
                            round.id
                        )
                    } else {
                        event.to_owned()
                    }
                }),
            ),
        ];
        for (what, forged) in forged {
            assert!(
                !pack::check(&forged, &Noted::default(), |_| {}).is_right(),
                "{what}"
            );
            if given.engine() == Engine::Sqlite {
                assert!(!is_right_in_python(&forged), "{what}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_vote_that_is_over_is_moved_only_while_it_waits_for_people() {
    on_each_engine(|given| async move {
        let round = given.round().voting().await;
        let new = later(
            &round,
            &[(Phase::Closed, 3 * DAY), (Phase::Council, 3 * DAY)],
        )
        .await;
        let over = ask(&round, &given, &new, round.closes_at() + HOUR / 60).await;
        let Refusal::Faults(faults) = refusal(over) else {
            panic!("no fault")
        };
        assert_eq!(faults[0].what, What::Past);
        // The server was down over the closing: the hours that voters lost are given back.
        let late = round.closes_at() + DAY;
        by_two(&round, &given, &new, late).await.unwrap();
        let admission = given.admit(&round.letters[0][0].code, late).await.unwrap();
        let mut vote = round.vote(&admission, &[0]).await;
        vote.began = late;
        given.cast(&admission.seal_key, &vote, late).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_closed_box_keeps_its_dates() {
    on_each_engine(|given| async move {
        let round = given.round().closed().await;
        let new = later(&round, &[(Phase::Council, DAY)]).await;
        let at = round.closes_at() + HOUR;
        assert_eq!(refusal(ask(&round, &given, &new, at).await), Refusal::Phase);
    })
    .await;
}

#[tokio::test]
async fn dates_that_were_set_back_by_hand_stop_the_vote() {
    on_each_engine(|given| async move {
        let round = given.round().voting().await;
        let columns = ["settings", "sheet", "sheet_mark"];
        let mut before = Vec::new();
        for column in columns {
            before.push(given.text(format!("SELECT {column} FROM round")).await);
        }
        let new = later(&round, &[(Phase::Closed, DAY), (Phase::Council, DAY)]).await;
        by_two(&round, &given, &new, round.closes_at() - HOUR)
            .await
            .unwrap();
        // The sheet of before has a good mark: only the journal knows that it holds no more.
        for (column, text) in columns.iter().zip(&before) {
            let sql = format!("UPDATE round SET {column} = '{text}'");
            given.sql(sql).await.unwrap();
        }
        let admission = round.enter(0, 0).await.unwrap();
        let vote = round.vote(&admission, &[0]).await;
        let cast = given
            .cast(&admission.seal_key, &vote, round.open_at())
            .await;
        assert!(matches!(cast, Err(StoreError::Tampered(_))), "{cast:?}");
        let closed = given
            .step_by_clock(round.id, Step::CloseVoting, round.closes_at() + GRACE)
            .await;
        assert!(matches!(closed, Err(StoreError::Tampered(_))), "{closed:?}");
    })
    .await;
}

#[tokio::test]
async fn dates_moved_by_hand_before_opening_open_nothing() {
    on_each_engine(|given| async move {
        let mut round = given.round().ballot_published().await;
        round.issue().await;
        let at = start_of(Phase::BallotPublished) + HOUR;
        let old = given.text("SELECT settings FROM round").await;
        let new = later(&round, &[(Phase::Closed, DAY), (Phase::Council, DAY)]).await;
        by_two(&round, &given, &new, at).await.unwrap();
        given
            .sql(format!("UPDATE round SET settings = '{old}'"))
            .await
            .unwrap();
        let opened = round.step(Step::OpenVoting).await;
        assert!(matches!(opened, Err(StoreError::Tampered(_))), "{opened:?}");
    })
    .await;
}
