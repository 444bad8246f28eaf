//! Counting: the right card, the box that was closed, and nothing to see before.

use domain::{
    ballot_box::{BoxSeed, Rejection, recount},
    euro::Euro,
    phase::Phase,
    proposal::ProposalState,
};
use store::{Refusal, StoreError};

use crate::given::{self, Given, GivenRound, HOUR, on_each_engine, refusal};

/// Three proposals of € 5.000, € 12.000 to divide, three ballots: 3, 2 and 1 votes.
async fn closed(given: &Given) -> GivenRound {
    let mut round = given
        .round()
        .voting()
        .with_proposals(3)
        .with_letters(4)
        .await;
    round.cast(0, 0, &[2]).await;
    round.cast(0, 1, &[2, 1]).await;
    round.cast(0, 2, &[2, 0]).await;
    round.cast(0, 2, &[2, 1]).await;
    round.cast(0, 3, &[0]).await;
    round.go_to(Phase::Closed).await;
    round
}

#[tokio::test]
async fn the_outcome_is_what_was_cast() {
    on_each_engine(|given| async move {
        let round = closed(&given).await;
        round.count().await.unwrap();
        let outcome = &given.outcomes(round.id).await.unwrap()[0];
        assert_eq!((outcome.ballots, outcome.eligible), (4, 4));
        let votes: Vec<_> = outcome
            .allocation
            .awards
            .iter()
            .map(|award| (award.id, award.votes))
            .collect();
        let [first, second, third] = round.proposals[0][..] else {
            panic!()
        };
        assert_eq!(votes, [(third, 3), (second, 2), (first, 1)]);
        assert_eq!(outcome.allocation.left, Euro::whole(2_000));
        for (id, state) in [
            (first, ProposalState::NotChosen),
            (second, ProposalState::Chosen),
            (third, ProposalState::Chosen),
        ] {
            assert_eq!(given.proposal(id).await.unwrap().state, state);
        }
        assert_eq!(round.phase().await, Phase::Counted);
    })
    .await;
}

#[tokio::test]
async fn anybody_can_count_again_and_finds_the_head_of_the_journal() {
    on_each_engine(|given| async move {
        let round = closed(&given).await;
        round.count().await.unwrap();
        let published = given.publication(round.id, round.wijken[0]).await.unwrap();
        let seals = published.seals.iter().copied().collect();
        let head = recount(round.id, round.wijken[0], &published.opened, &seals).unwrap();
        assert_eq!(head, given.outcomes(round.id).await.unwrap()[0].head);
        let journal = given.journal(0, 100).await.unwrap();
        let closed = journal
            .iter()
            .find(|entry| entry.event.contains("box_closed"))
            .unwrap();
        assert!(closed.event.contains(&head.to_string()));
        let words: Vec<_> = published
            .opened
            .ballots
            .iter()
            .map(|ballot| (ballot.words, ballot.seal))
            .collect();
        assert!(
            words.is_sorted(),
            "the order says nothing about who came first"
        );
    })
    .await;
}

#[tokio::test]
async fn the_cards_of_another_box_do_not_count() {
    on_each_engine(|given| async move {
        let round = closed(&given).await;
        let request = round.ask_to_count().await.unwrap();
        let before = given.dump().await;
        let count = round
            .count_asked(request, BoxSeed::from_entropy([3; 32]))
            .await;
        assert_eq!(refusal(count), Refusal::Card);
        let staff = given::somebody_in(
            domain::id::WijkId::new(uuid::Uuid::now_v7()),
            domain::access::Role::Smederij,
        );
        let (second, seed) = (staff.second().unwrap(), round.own_seed().await);
        let elsewhere = given
            .count_votes(&second, request, seed, round.closes_at() + HOUR)
            .await;
        assert!(given::is_not_found(&elsewhere));
        assert!(given.changed_since(&before).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn votes_are_counted_once_and_only_after_closing() {
    on_each_engine(|given| async move {
        let round = given.round().voting().await;
        assert_eq!(refusal(round.count().await), Refusal::Phase);
        let round = given.round().counted().await;
        let before = given.dump().await;
        assert_eq!(refusal(round.count().await), Refusal::Phase);
        assert!(given.changed_since(&before).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_box_that_is_not_the_closed_one_is_not_counted() {
    on_each_engine(|given| async move {
        let round = closed(&given).await;
        let zeros = "0".repeat(64);
        let box_row = given
            .texts("SELECT seal, commitment, signature FROM ballot_box ORDER BY seal LIMIT 1")
            .await
            .remove(0);
        let [seal, commitment, signature] = <[Option<String>; 3]>::try_from(box_row)
            .unwrap()
            .map(Option::unwrap);
        let other = given
            .text("SELECT commitment FROM ballot_box ORDER BY seal DESC LIMIT 1")
            .await;
        given
            .sql("CREATE TABLE aside AS SELECT * FROM ballot_box")
            .await
            .unwrap();
        for (tamper, undo) in [
            (
                format!("UPDATE ballot_box SET commitment = '{zeros}' WHERE seal = '{seal}'"),
                format!("UPDATE ballot_box SET commitment = '{commitment}' WHERE seal = '{seal}'"),
            ),
            (
                format!("UPDATE ballot_box SET commitment = '{other}' WHERE seal = '{seal}'"),
                format!("UPDATE ballot_box SET commitment = '{commitment}' WHERE seal = '{seal}'"),
            ),
            (
                format!("UPDATE ballot_box SET signature = '{zeros}{zeros}' WHERE seal = '{seal}'"),
                format!("UPDATE ballot_box SET signature = '{signature}' WHERE seal = '{seal}'"),
            ),
            (
                format!("DELETE FROM ballot_box WHERE seal = '{seal}'"),
                format!("INSERT INTO ballot_box SELECT * FROM aside WHERE seal = '{seal}'"),
            ),
            (
                "DELETE FROM ballot_box".into(),
                "INSERT INTO ballot_box SELECT * FROM aside".into(),
            ),
        ] {
            assert!(given.sql(tamper.as_str()).await.unwrap() > 0);
            let count = round.count().await;
            assert!(matches!(count, Err(StoreError::Corrupt(_))), "{tamper}");
            assert_eq!(round.phase().await, Phase::Closed);
            given.sql(undo).await.unwrap();
        }
        round.count().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_ballot_whose_envelope_was_spoilt_is_named_and_not_counted() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().with_letters(4).await;
        for letter in 0..4 {
            round.cast(0, letter, &[0]).await;
        }
        let sql =
            "UPDATE ballot_box SET sealed = (SELECT sealed FROM ballot_box ORDER BY seal LIMIT 1)";
        given.sql(sql).await.unwrap();
        round.go_to(Phase::Closed).await;
        round.count().await.unwrap();
        let outcome = &given.outcomes(round.id).await.unwrap()[0];
        assert_eq!((outcome.ballots, outcome.rejected.len()), (1, 3));
        assert!(
            outcome
                .rejected
                .iter()
                .all(|rejected| rejected.why == Rejection::BadSignature)
        );
    })
    .await;
}

#[tokio::test]
async fn nothing_is_to_be_seen_before_the_count() {
    on_each_engine(|given| async move {
        let mut round = given.round().await;
        for phase in [
            Phase::Draft,
            Phase::Proposing,
            Phase::CoCreation,
            Phase::Checking,
            Phase::BallotPublished,
            Phase::Voting,
            Phase::Closed,
        ] {
            round.go_to(phase).await;
            if phase == Phase::Voting {
                round.cast(0, 0, &[0]).await;
            }
            assert!(given::is_not_found(&given.outcomes(round.id).await), "{phase}");
            let publication = given.publication(round.id, round.wijken[0]).await;
            assert!(given::is_not_found(&publication), "{phase}");
        }
        let tallied = "SELECT CAST((SELECT COUNT(*) FROM outcome) + (SELECT COUNT(*) FROM published_ballot) AS TEXT)";
        assert_eq!(given.text(tallied).await, "0");
        round.go_to(Phase::Counted).await;
        assert_eq!(given.outcomes(round.id).await.unwrap().len(), 1);
        let nowhere = domain::id::WijkId::new(uuid::Uuid::now_v7());
        assert!(given::is_not_found(&given.publication(round.id, nowhere).await));
    })
    .await;
}

#[tokio::test]
async fn a_cancelled_round_never_shows_a_tally() {
    on_each_engine(|given| async move {
        let round = closed(&given).await;
        let at = round.closes_at() + HOUR;
        let (permit, second) = (
            round.staff[0].permit().unwrap(),
            round.staff[1].second().unwrap(),
        );
        let why = given::reason("De telling is verstoord.");
        let request = given.ask_to_cancel_vote(&permit, round.id, &why, at).await;
        given
            .cancel_vote(&second, request.unwrap(), at)
            .await
            .unwrap();
        assert!(given::is_not_found(&given.outcomes(round.id).await));
        assert_eq!(refusal(round.count().await), Refusal::Phase);
    })
    .await;
}

#[tokio::test]
async fn each_wijk_has_its_own_box_and_outcome() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().in_wijken(2).with_proposals(2).await;
        round.cast(0, 0, &[0]).await;
        round.cast(1, 0, &[1]).await;
        round.cast(1, 1, &[1, 0]).await;
        round.go_to(Phase::Counted).await;
        for (place, (&wijk, ballots)) in round.wijken.iter().zip([1, 2]).enumerate() {
            let outcomes = given.outcomes(round.id).await.unwrap();
            let outcome = outcomes
                .iter()
                .find(|outcome| outcome.wijk == wijk)
                .unwrap();
            assert_eq!(outcome.ballots, ballots);
            let candidates = outcome.allocation.awards.iter().map(|award| award.id);
            assert!(
                candidates
                    .into_iter()
                    .all(|id| round.proposals[place].contains(&id))
            );
            let published = given.publication(round.id, wijk).await.unwrap();
            // Two letters, and what is spare.
            let seals = 2 + given::WIJK.spare.all();
            assert_eq!(
                (
                    published.opened.ballots.len() as u64,
                    published.seals.len() as u64
                ),
                (ballots, seals)
            );
        }
    })
    .await;
}
