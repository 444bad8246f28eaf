//! The demo municipality is made by the same deeds as a real round, so loading it walks through all of them.

use domain::{euro::Euro, phase::Phase, proposal::ProposalState};
use store::{Refusal, StoreError, demo, proposals::Which};

use crate::given::{self, NOW, on_each_engine};

#[tokio::test]
async fn four_rounds_show_every_phase() {
    on_each_engine(|store| async move {
        given::demo(&store).await;
        let phases: Vec<Phase> = store
            .rounds(true)
            .await
            .unwrap()
            .iter()
            .map(|round| round.phase)
            .collect();
        assert_eq!(
            phases,
            [
                Phase::Proposing,
                Phase::Checking,
                Phase::Voting,
                Phase::Delivery
            ]
        );
        store.verify_journal().await.unwrap().unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_counted_round_comes_out_exactly_as_printed() {
    on_each_engine(|store| async move {
        given::demo(&store).await;
        let rounds = store.rounds(false).await.unwrap();
        let round = rounds
            .iter()
            .find(|round| round.phase == Phase::Delivery)
            .unwrap();
        for outcome in store.outcomes(round.id).await.unwrap() {
            let name = &round.wijk(outcome.wijk).unwrap().wijk.name;
            let (left, ballots, turnout) = match name.as_str() {
                "De Turfhoek" => (1_350, 699, 158),
                "Het Sluiskwartier" => (100, 1004, 152),
                _ => (5_400, 461, 281),
            };
            assert_eq!(outcome.allocation.left, Euro::whole(left), "{name}");
            assert_eq!(outcome.ballots, ballots, "{name}");
            assert_eq!(outcome.turnout_per_mille(), turnout, "{name}");
            let announced = store.announced(round.id).await.unwrap();
            assert_eq!(announced.head(outcome.wijk), Some(outcome.head));
            let publication = store.publication(round.id, outcome.wijk).await.unwrap();
            let list = domain::ballot_box::seal_list_hash(&publication.seals);
            assert_eq!(announced.seals.get(&outcome.wijk), Some(&list));
            let rules = announced.rules.map(|hash| hash.to_string());
            assert_eq!(rules, round.rules_hash);
            let seals = publication.seals.iter().copied().collect();
            let head =
                domain::ballot_box::recount(round.id, outcome.wijk, &publication.opened, &seals)
                    .unwrap();
            assert_eq!(
                head, outcome.head,
                "the published ballots are those of the closed box"
            );
        }
        let listed = store.proposals(Which::Public(round.id)).await.unwrap();
        let declined = listed
            .iter()
            .filter(|proposal| proposal.state == ProposalState::Declined)
            .count();
        assert_eq!(declined, 1);
        assert_eq!(store.jobs(round.id).await.unwrap().len(), 13);
    })
    .await;
}

#[tokio::test]
async fn demo_codes_open_the_ballot_of_their_wijk() {
    on_each_engine(|store| async move {
        given::demo(&store).await;
        for wijk in store.wijken().await.unwrap() {
            let admission = store.admit(&demo::code(&wijk.name, 0), NOW).await.unwrap();
            assert_eq!(admission.wijk, wijk.id);
            assert!(!admission.has_voted);
        }
        let wrong = store.admit(&demo::code("Elders", 0), NOW).await;
        assert!(matches!(wrong, Err(StoreError::Refused(Refusal::Code))));
    })
    .await;
}

#[tokio::test]
async fn a_database_with_anything_in_it_takes_no_demo() {
    on_each_engine(|store| async move {
        given::demo(&store).await;
        let data =
            serde_json::from_str(include_str!("../../../../server/demo/demo-round.json")).unwrap();
        let again = store.load_demo(&data, &given::checklist(), NOW).await;
        assert!(matches!(again, Err(StoreError::Refused(Refusal::NotEmpty))));
    })
    .await;
}
