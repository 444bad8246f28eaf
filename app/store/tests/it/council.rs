//! The council: it adopts, deviates with a reason or sends back, and the residents' list stays beside its own.

use domain::{
    access::Role,
    council::{CouncilDecision, CouncilDraft, JobState, Ruling},
    id::ProposalId,
    phase::Phase,
    proposal::{CostCategory, ProposalState},
};
use store::{Refusal, StoreError};

use crate::given::{self, DAY, Given, GivenRound, NOW, console, on_each_engine, refusal, ruling};

/// With the council: two of three proposals won, the second with two places.
async fn with_council(given: &Given) -> GivenRound {
    let mut round = given.round().proposing().with_proposals(3).await;
    let permit = round.author.as_ref().unwrap().permit().unwrap();
    let mut two_places = given::proposal("Twee plekken");
    two_places.places = "2".into();
    two_places.amounts.set(CostCategory::Guidance, "3.000");
    let two_places = given::checked(&two_places);
    given
        .submit_proposal(&permit, round.proposals[0][1], &two_places, NOW)
        .await
        .unwrap();
    round.go_to(Phase::Voting).await;
    round.cast(0, 0, &[0, 1]).await;
    round.cast(0, 1, &[0, 1]).await;
    round.go_to(Phase::Council).await;
    round
}

async fn decide(
    given: &Given,
    round: &GivenRound,
    decision: &CouncilDecision,
) -> Result<(), StoreError> {
    given
        .record_decision(&console(), round.id, decision, NOW + 80 * DAY)
        .await
}

async fn states(given: &Given, round: &GivenRound) -> Vec<ProposalState> {
    let mut states = Vec::new();
    for &id in &round.proposals[0] {
        states.push(given.proposal(id).await.unwrap().state);
    }
    states
}

#[tokio::test]
async fn adopting_makes_a_job_for_every_place() {
    on_each_engine(|given| async move {
        let round = with_council(&given).await;
        decide(&given, &round, &ruling(Ruling::Adopt))
            .await
            .unwrap();
        assert_eq!(round.phase().await, Phase::Delivery);
        let jobs = given.jobs(round.id).await.unwrap();
        let places: Vec<_> = jobs.iter().map(|job| (job.proposal, job.place)).collect();
        let [first, second, _] = round.proposals[0][..] else {
            panic!()
        };
        assert_eq!(places, [(first, 1), (second, 1), (second, 2)]);
        assert!(jobs.iter().all(|job| job.state == JobState::Agreement));
        use ProposalState::{Adopted, NotChosen};
        assert_eq!(states(&given, &round).await, [Adopted, Adopted, NotChosen]);
    })
    .await;
}

#[tokio::test]
async fn a_deviation_keeps_its_reason_and_both_lists_stay() {
    on_each_engine(|given| async move {
        let round = with_council(&given).await;
        let [first, second, third] = round.proposals[0][..] else {
            panic!()
        };
        let declining = |proposal: ProposalId| {
            let why = "De gastheer trekt zich terug.".to_owned();
            let draft = CouncilDraft {
                declined: vec![proposal.to_string()],
                reasons: [(proposal, why)].into_iter().collect(),
                ..given::council_draft(Ruling::AdoptWithDeviations)
            };
            draft.check(&[proposal]).unwrap()
        };
        let before = given.dump().await;
        let not_chosen = decide(&given, &round, &declining(third)).await;
        assert_eq!(refusal(not_chosen), Refusal::State);
        assert!(given.changed_since(&before).await.is_empty());

        decide(&given, &round, &declining(second)).await.unwrap();
        use ProposalState::{Adopted, Declined, NotChosen};
        assert_eq!(states(&given, &round).await, [Adopted, Declined, NotChosen]);
        assert_eq!(given.jobs(round.id).await.unwrap().len(), 1);
        let residents: Vec<_> = given.outcomes(round.id).await.unwrap()[0]
            .allocation
            .winners()
            .map(|award| award.id)
            .collect();
        assert!(residents.contains(&first) && residents.contains(&second));
        let decisions = given.decisions(round.id).await.unwrap();
        assert_eq!(
            decisions[0].0.declined[&second],
            "De gastheer trekt zich terug."
        );
    })
    .await;
}

#[tokio::test]
async fn a_round_that_was_sent_back_gets_a_second_decision() {
    on_each_engine(|given| async move {
        let mut round = with_council(&given).await;
        decide(&given, &round, &ruling(Ruling::Return))
            .await
            .unwrap();
        assert_eq!(round.phase().await, Phase::Objections);
        assert!(given.jobs(round.id).await.unwrap().is_empty());
        assert_eq!(
            refusal(decide(&given, &round, &ruling(Ruling::Adopt)).await),
            Refusal::Phase
        );
        round.go_to(Phase::Council).await;
        decide(&given, &round, &ruling(Ruling::Adopt))
            .await
            .unwrap();
        let rulings: Vec<Ruling> = given
            .decisions(round.id)
            .await
            .unwrap()
            .iter()
            .map(|(d, _)| d.ruling)
            .collect();
        assert_eq!(rulings, [Ruling::Return, Ruling::Adopt]);
        assert_eq!(given.jobs(round.id).await.unwrap().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn the_council_decides_only_on_what_it_has() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().await;
        assert_eq!(
            refusal(decide(&given, &round, &ruling(Ruling::Adopt)).await),
            Refusal::Phase
        );
        round.go_to(Phase::Council).await;
        decide(&given, &round, &ruling(Ruling::Adopt))
            .await
            .unwrap();
        assert_eq!(
            refusal(decide(&given, &round, &ruling(Ruling::Return)).await),
            Refusal::Phase
        );
        assert_eq!(given.decisions(round.id).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_job_is_followed_by_staff_of_its_wijk() {
    on_each_engine(|given| async move {
        let mut round = with_council(&given).await;
        round.go_to(Phase::Delivery).await;
        let job = given.jobs(round.id).await.unwrap()[0].id;
        let elsewhere = given.first_wijken(2).await[1];
        let stranger = given::somebody_in(elsewhere, Role::Smederij)
            .permit()
            .unwrap();
        let before = given.dump().await;
        let follow = given
            .follow_job(&stranger, job, JobState::Vacancy, NOW)
            .await;
        assert!(given::is_not_found(&follow));
        assert!(given.changed_since(&before).await.is_empty());
        let staff = given::somebody_in(round.wijken[0], Role::Smederij)
            .permit()
            .unwrap();
        for state in [JobState::Vacancy, JobState::Filled, JobState::Ended] {
            given.follow_job(&staff, job, state, NOW).await.unwrap();
            assert_eq!(given.jobs(round.id).await.unwrap()[0].state, state);
        }
    })
    .await;
}
