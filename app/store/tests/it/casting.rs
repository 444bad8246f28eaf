//! Casting: one row in one table, and only what the rules allow.

use domain::{
    ballot_box::{SealKey, VotingCode},
    phase::{Phase, Step},
    round::GRACE,
};
use store::{Refusal, ballot_box::Vote};

use crate::given::{Given, GivenRound, MINUTE, on_each_engine, refusal};

/// A round that votes in two wijken, with three proposals in each.
async fn voting(given: &Given) -> GivenRound {
    given.round().voting().in_wijken(2).with_proposals(3).await
}

#[tokio::test]
async fn entering_a_code_writes_nothing_at_all() {
    on_each_engine(|given| async move {
        let round = voting(&given).await;
        let before = given.dump().await;
        let admission = round.enter(1, 0).await.unwrap();
        assert_eq!(
            (admission.round, admission.wijk),
            (round.id, round.wijken[1])
        );
        assert!(given.changed_since(&before).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_vote_is_one_row_in_one_table_and_touches_nothing_else() {
    on_each_engine(|given| async move {
        let round = voting(&given).await;
        round.cast(0, 0, &[0]).await;
        let before = given.dump().await;
        round.cast(0, 1, &[0, 2]).await;
        // On PostgreSQL each row of the dump has its `xmin`, so the rows of `eligibility` and `seal` were not written.
        assert_eq!(given.changed_since(&before).await, ["ballot_box"]);
        let mut rows = given.dump().await.remove("ballot_box").unwrap();
        assert_eq!(rows.len(), 2);
        rows.retain(|row| !before["ballot_box"].contains(row));
        assert_eq!(rows.len(), 1, "the earlier ballot is as it was");
    })
    .await;
}

#[tokio::test]
async fn a_second_vote_replaces_the_first() {
    on_each_engine(|given| async move {
        let mut round = voting(&given).await;
        round.cast(0, 0, &[0]).await;
        let before = given.dump().await;
        assert!(round.enter(0, 0).await.unwrap().has_voted);
        round.cast(0, 0, &[1, 2]).await;
        assert_eq!(given.changed_since(&before).await, ["ballot_box"]);
        assert_eq!(given.dump().await["ballot_box"].len(), 1);
        round.go_to(Phase::Counted).await;
        let counted = given.publication(round.id, round.wijken[0]).await.unwrap();
        assert_eq!(counted.opened.ballots[0].choices, round.proposals[0][1..]);
    })
    .await;
}

#[tokio::test]
async fn the_same_vote_again_is_answered_without_a_second_write() {
    on_each_engine(|given| async move {
        let round = voting(&given).await;
        let admission = round.enter(0, 0).await.unwrap();
        let vote = round.vote(&admission, &[0, 1]).await;
        given
            .cast(&admission.seal_key, &vote, round.open_at())
            .await
            .unwrap();
        let before = given.dump().await;
        let again = Vote {
            ballot: round.ballot(0, &[1, 0]).await,
            ..vote
        };
        given
            .cast(&admission.seal_key, &again, round.open_at() + MINUTE)
            .await
            .unwrap();
        assert!(given.changed_since(&before).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_ballot_is_made_from_the_frozen_paper_of_its_wijk_alone() {
    on_each_engine(|given| async move {
        let round = voting(&given).await;
        let (rules, _) = given.rules(round.id).await.unwrap();
        let (here, elsewhere) = (&round.proposals[0], &round.proposals[1]);
        let paper = rules.paper(round.wijken[0]).unwrap();
        assert!(paper.allows(&here[..2]));
        assert!(!paper.allows(here), "three where two are allowed");
        assert!(!paper.allows(&elsewhere[..1]), "of another wijk");
        let nowhere = domain::id::WijkId::new(uuid::Uuid::now_v7());
        assert!(rules.paper(nowhere).is_none());
    })
    .await;
}

#[tokio::test]
async fn a_ballot_of_another_round_is_cast_nowhere() {
    on_each_engine(|given| async move {
        let round = voting(&given).await;
        let admission = round.enter(0, 0).await.unwrap();
        let other = given.round().ballot_published().await;
        let before = given.dump().await;
        let vote = Vote {
            ballot: other.ballot(0, &[0]).await,
            ..round.vote(&admission, &[0]).await
        };
        let cast = given
            .cast(&admission.seal_key, &vote, round.open_at())
            .await;
        assert_eq!(refusal(cast), Refusal::Closed, "it does not vote yet");
        assert!(given.changed_since(&before).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_seal_votes_only_in_the_wijk_whose_list_it_is_on() {
    on_each_engine(|given| async move {
        let round = voting(&given).await;
        let admission = round.enter(0, 0).await.unwrap();
        let before = given.dump().await;
        let vote = round.vote(&admission, &[0]).await;
        let made_up = given
            .cast(&SealKey::from_bytes([9; 32]), &vote, round.open_at())
            .await;
        assert_eq!(refusal(made_up), Refusal::Code);
        let next_door = Vote {
            ballot: round.ballot(1, &[0]).await,
            ..vote
        };
        let cast = given
            .cast(&admission.seal_key, &next_door, round.open_at())
            .await;
        assert_eq!(refusal(cast), Refusal::Code);
        assert!(given.changed_since(&before).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_voter_who_began_in_time_has_ten_minutes_to_finish() {
    on_each_engine(|given| async move {
        let round = voting(&given).await;
        let closes = round.closes_at();
        let admission = round.enter(0, 0).await.unwrap();
        for (began, now, is_taken) in [
            (closes - 1, closes - 1, true),
            (closes - 1, closes + GRACE - 1, true),
            (closes - 1, closes + GRACE, false),
            (closes, closes, false),
            (closes, closes + 1, false),
        ] {
            let vote = Vote {
                began,
                ..round.vote(&admission, &[0]).await
            };
            let cast = given.cast(&admission.seal_key, &vote, now).await;
            assert_eq!(cast.is_ok(), is_taken, "began {began}, now {now}");
            if !is_taken {
                assert_eq!(refusal(cast), Refusal::Closed);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn after_closing_a_first_vote_comes_in_and_no_other_replaces_it() {
    on_each_engine(|given| async move {
        let round = voting(&given).await;
        let late = round.closes_at() + MINUTE;
        let admission = round.enter(0, 0).await.unwrap();
        let first = round.vote(&admission, &[0]).await;
        let cast = |vote: Vote| {
            let (given, key) = (given.clone(), admission.seal_key.clone());
            async move { given.cast(&key, &vote, late).await }
        };
        cast(first.clone()).await.unwrap();
        let before = given.dump().await;
        cast(first.clone()).await.unwrap();
        let other = Vote {
            ballot: round.ballot(0, &[1]).await,
            ..first
        };
        assert_eq!(refusal(cast(other).await), Refusal::EarlierVote);
        assert!(given.changed_since(&before).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn no_box_takes_ballots_outside_the_voting_phase() {
    on_each_engine(|given| async move {
        let mut round = given.round().ballot_published().await;
        round.issue().await;
        assert_eq!(
            refusal(round.enter(0, 0).await),
            Refusal::Closed,
            "not open yet"
        );
        round.go_to(Phase::Voting).await;
        let admission = round.enter(0, 0).await.unwrap();
        let late = given
            .admit(&round.letters[0][0].code, round.closes_at())
            .await;
        assert_eq!(
            refusal(late),
            Refusal::Closed,
            "nobody begins after the minute, clock or no clock"
        );
        let at = round.closes_at() + GRACE;
        given
            .step_by_clock(round.id, Step::CloseVoting, at)
            .await
            .unwrap();
        let before = given.dump().await;
        let vote = round.vote(&admission, &[0]).await;
        let cast = given
            .cast(&admission.seal_key, &vote, round.open_at())
            .await;
        assert_eq!(refusal(cast), Refusal::Closed);
        assert!(given.changed_since(&before).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_code_is_known_in_a_round_that_has_closed_and_opens_nothing() {
    on_each_engine(|given| async move {
        let mut round = voting(&given).await;
        let code = round.letters[0][0].code.clone();
        let open = given.closed_round_of(&code, round.open_at()).await.unwrap();
        assert!(open.is_none(), "it is still open");
        let (late, stranger) = (round.closes_at(), VotingCode::from_entropy([9; 9]));
        for phase in [Phase::Voting, Phase::Closed] {
            round.go_to(phase).await;
            let found = given.closed_round_of(&code, late + GRACE).await.unwrap();
            assert_eq!(found.map(|found| found.id), Some(round.id));
            let none = given.closed_round_of(&stranger, late + GRACE).await;
            assert!(none.unwrap().is_none());
        }
    })
    .await;
}
