//! What freezes when the ballot is published: rules, candidates, budgets, lot order.

use domain::{
    count::LotSeed, journal::Digest, outcome::Lot, phase::Phase, proposal::ProposalState,
};
use store::{Refusal, StoreError};

use crate::given::{self, NOW, console, on_each_engine, refusal};

#[tokio::test]
async fn no_rules_exist_before_the_ballot_is_published() {
    on_each_engine(|given| async move {
        let round = given.round().checking().await;
        assert!(given::is_not_found(&given.rules(round.id).await));
        assert_eq!(round.read().await.rules_hash, None);
    })
    .await;
}

#[tokio::test]
async fn the_hash_in_the_journal_is_that_of_the_published_rules() {
    on_each_engine(|given| async move {
        let round = given
            .round()
            .ballot_published()
            .in_wijken(2)
            .with_proposals(3)
            .await;
        let (rules, text) = given.rules(round.id).await.unwrap();
        let hash = Digest::of(text.as_bytes()).to_string();
        assert_eq!(round.read().await.rules_hash.as_ref(), Some(&hash));
        assert_eq!(rules.canonical().unwrap(), text);
        let journal = given.journal(0, 200).await.unwrap();
        let frozen: Vec<_> = journal
            .iter()
            .filter(|entry| entry.event.contains("rules_frozen"))
            .collect();
        assert!(frozen.len() == 1 && frozen[0].event.contains(&hash));
        for (wijk, proposals) in round.wijken.iter().zip(&round.proposals) {
            let candidates = &rules.wijk(*wijk).unwrap().candidates;
            let ids: Vec<_> = candidates
                .iter()
                .map(|candidate| candidate.proposal)
                .collect();
            let numbers: Vec<_> = candidates
                .iter()
                .map(|candidate| candidate.number)
                .collect();
            assert_eq!((&ids, numbers), (proposals, vec![1, 2, 3]));
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_in_the_rules_changes_after_publication() {
    on_each_engine(|given| async move {
        let mut round = given.round().ballot_published().with_proposals(3).await;
        let published = given.rules(round.id).await.unwrap();
        let late = given
            .change_round(&console(), round.id, &given::plan(&round.wijken), NOW)
            .await;
        assert_eq!(refusal(late), Refusal::Phase);
        let author = round.author.clone().unwrap();
        let permit = author.permit().unwrap();
        let id = round.proposals[0][0];
        let change = given
            .submit_proposal(
                &permit,
                id,
                &given::checked(&given::proposal("Iets anders")),
                NOW,
            )
            .await;
        assert_eq!(refusal(change), Refusal::Phase);
        assert_eq!(
            refusal(given.withdraw_proposal(&permit, id, NOW).await),
            Refusal::State
        );
        let answers = given::answers(&[("D01", "yes")]);
        let answer = given.answer_checklist(&console(), id, &answers, NOW).await;
        assert_eq!(refusal(answer), Refusal::State);
        round.go_to(Phase::Voting).await;
        round.cast(0, 0, &[0, 1]).await;
        round.go_to(Phase::Delivery).await;
        assert_eq!(given.rules(round.id).await.unwrap(), published);
    })
    .await;
}

#[tokio::test]
async fn the_seed_of_the_lot_told_after_the_count_is_the_promised_one() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().with_proposals(5).await;
        let (rules, text) = given.rules(round.id).await.unwrap();
        round.cast(0, 0, &[0, 1]).await;
        round.go_to(Phase::Closed).await;
        round.count().await.unwrap();
        let outcome = given.outcomes(round.id).await.unwrap().remove(0);
        let lot = outcome.lot;
        assert!(!text.contains(&lot.promised.to_string()));
        assert_eq!(
            lot.promised.commitment().to_string(),
            rules.wijken[0].lot_commitment
        );
        assert_eq!(
            Lot::draw(lot.promised, &outcome.head, &rules.wijken[0]),
            lot
        );
        let mut drawn = lot.order;
        drawn.sort_unstable();
        let mut proposals = round.proposals[0].clone();
        proposals.sort_unstable();
        assert_eq!(drawn, proposals);
    })
    .await;
}

#[tokio::test]
async fn a_seed_that_was_changed_after_publication_stops_the_count() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().with_proposals(2).await;
        round.cast(0, 0, &[0]).await;
        round.go_to(Phase::Closed).await;
        let other = LotSeed::new([7; 32]).to_string();
        given
            .sql(format!("UPDATE round_wijk SET lot_seed = '{other}'"))
            .await
            .unwrap();
        assert!(matches!(round.count().await, Err(StoreError::Corrupt(_))));
    })
    .await;
}

#[tokio::test]
async fn only_admitted_proposals_come_on_the_ballot() {
    on_each_engine(|given| async move {
        let mut round = given.round().checking().with_proposals(3).await;
        let [first, second, third] = round.proposals[0][..] else {
            panic!()
        };
        let withdraw = round.author.as_ref().unwrap().permit().unwrap();
        given
            .withdraw_proposal(&withdraw, second, NOW)
            .await
            .unwrap();
        let reject = given::decision(domain::verdringing::Decision::Reject);
        given
            .decide_check(&console(), third, &reject, NOW)
            .await
            .unwrap();
        round.go_to(Phase::BallotPublished).await;
        let (rules, _) = given.rules(round.id).await.unwrap();
        let ids: Vec<_> = rules.wijken[0]
            .candidates
            .iter()
            .map(|candidate| candidate.proposal)
            .collect();
        assert_eq!(ids, [first]);
        let mut states = Vec::new();
        for id in [first, second, third] {
            states.push(given.proposal(id).await.unwrap().state);
        }
        use ProposalState::{OnBallot, Rejected, Withdrawn};
        assert_eq!(states, [OnBallot, Withdrawn, Rejected]);
    })
    .await;
}
