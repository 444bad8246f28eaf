//! Rounds: what a step needs, what the clock does by itself, and who may touch which round.

use domain::{
    access::{ManageRound, Role, StepRound},
    ballot_box::Quorum,
    id::RoundId,
    notation::Notation,
    phase::{Missing, Phase, Step, StepRefused},
};
use store::{Refusal, StoreError};

use crate::given::{self, Given, NOW, console, on_each_engine, reason, refusal, start_of};

fn missing(result: Result<Phase, StoreError>) -> Vec<Missing> {
    match refusal(result) {
        Refusal::Step(StepRefused::Missing(missing)) => missing,
        other => panic!("{other:?}"),
    }
}

/// Takes a step by hand.
async fn step_now(given: &Given, round: RoundId, step: Step) -> Result<Phase, StoreError> {
    given
        .step_round(&console(), round, step, &reason("Nu."), NOW)
        .await
}

#[tokio::test]
async fn a_step_that_lacks_something_says_what() {
    on_each_engine(|given| async move {
        let empty = given
            .make_round(&console(), &given::plan(&[]), &given::checklist(), NOW)
            .await;
        let empty = empty.unwrap();
        let open = step_now(&given, empty, Step::OpenProposing).await;
        assert_eq!(missing(open), [Missing::Wijk]);

        let mut round = given.round().checking().in_wijken(2).await;
        assert_eq!(
            missing(round.step(Step::PublishBallot).await),
            [Missing::Decisions(2), Missing::Candidates(2)]
        );
        round.admit(round.proposals[0][0]).await;
        assert_eq!(
            missing(round.step(Step::PublishBallot).await),
            [Missing::Decisions(1), Missing::Candidates(1)]
        );
        round.go_to(Phase::BallotPublished).await;
        assert_eq!(
            missing(round.step(Step::OpenVoting).await),
            [Missing::BoxKey, Missing::Codes(2)]
        );
        let cards = round.make_key().await.unwrap();
        assert_eq!(
            missing(round.step(Step::OpenVoting).await),
            [Missing::Rehearsal, Missing::Codes(2)]
        );
        round.show(&cards).await;
        round.rehearse(&cards).await.unwrap();
        assert_eq!(
            missing(round.step(Step::OpenVoting).await),
            [Missing::Codes(2)]
        );
        for &wijk in &round.wijken {
            let issued = round.make_letters(wijk, 2).await;
            assert_eq!(issued.unwrap().len() as u64, 2 + given::WIJK.spare.all());
        }
        assert_eq!(
            missing(round.step(Step::OpenVoting).await),
            [Missing::Print(2)]
        );
        for &wijk in &round.wijken {
            round.print(wijk).await.unwrap();
        }
        assert_eq!(round.step(Step::OpenVoting).await.unwrap(), Phase::Voting);
    })
    .await;
}

#[tokio::test]
async fn no_money_or_dates_out_of_order_keep_a_round_in_draft() {
    on_each_engine(|given| async move {
        let wijken = given.first_wijken(1).await;
        let mut plan = given::plan(&wijken);
        let broke = domain::round::WijkPlan {
            budget: domain::euro::Euro::ZERO,
            ..given::WIJK
        };
        plan.wijken.insert(wijken[0], broke);
        plan.settings
            .schedule
            .insert(Phase::Closed, start_of(Phase::Voting));
        let id = given
            .make_round(&console(), &plan, &given::checklist(), NOW)
            .await
            .unwrap();
        let open = step_now(&given, id, Step::OpenProposing).await;
        assert_eq!(missing(open), [Missing::Budget(1), Missing::Dates(1)]);
    })
    .await;
}

#[tokio::test]
async fn a_step_out_of_turn_is_refused_and_leaves_no_trace() {
    on_each_engine(|given| async move {
        let round = given.round().proposing().await;
        let before = given.dump().await;
        let step = step_now(&given, round.id, Step::StartChecking).await;
        let expected = StepRefused::OutOfTurn {
            phase: Phase::Proposing,
            step: Step::StartChecking,
        };
        assert_eq!(refusal(step), Refusal::Step(expected));
        for step in [
            Step::OpenVoting,
            Step::CloseVoting,
            Step::Count,
            Step::Adopt,
            Step::Return,
        ] {
            let step = step_now(&given, round.id, step).await;
            assert_eq!(
                refusal(step),
                Refusal::Phase,
                "needs two people, the cards or the council"
            );
        }
        assert!(given.changed_since(&before).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_clock_takes_no_step_that_needs_people() {
    on_each_engine(|given| async move {
        let round = given.round().proposing().await;
        let before = given.dump().await;
        for &step in Step::ALL.iter().filter(|step| !step.is_by_clock()) {
            let taken = given.step_by_clock(round.id, step, NOW).await;
            assert_eq!(refusal(taken), Refusal::Phase, "{step}");
        }
        assert!(given.changed_since(&before).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_reason_of_staff_stands_in_the_journal_under_their_pseudonym() {
    on_each_engine(|given| async move {
        let round = given.round().proposing().await;
        let staff = given::somebody_in(round.wijken[0], Role::Smederij);
        let permit = staff.permit::<StepRound>().unwrap();
        let why = reason("Iedereen is klaar.");
        given
            .step_round(&permit, round.id, Step::StartCoCreation, &why, NOW)
            .await
            .unwrap();
        let newest = &given.journal(0, 1).await.unwrap()[0];
        assert!(
            newest.event.contains(why.as_str())
                && newest.actor == given.actor_in_journal(staff.person, Role::Smederij),
            "{newest:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_round_outside_the_permit_does_not_exist() {
    on_each_engine(|given| async move {
        let elsewhere = given.first_wijken(2).await[1];
        let round = given.round().in_wijken(1).await;
        let staff = given::somebody_in(elsewhere, Role::Smederij);
        let before = given.dump().await;
        let permit = staff.permit::<ManageRound>().unwrap();
        let change = given
            .change_round(&permit, round.id, &given::plan(&[elsewhere]), NOW)
            .await;
        assert!(given::is_not_found(&change));
        let plan = given::plan(&round.wijken);
        let make = given
            .make_round(&permit, &plan, &given::checklist(), NOW)
            .await;
        assert!(given::is_not_found(&make));
        let step = given
            .step_round(
                &staff.permit().unwrap(),
                round.id,
                Step::OpenProposing,
                &reason("Nu."),
                NOW,
            )
            .await;
        assert!(given::is_not_found(&step));
        let holders = given::holders(Quorum::default());
        let key = given
            .make_box_key(&staff.permit().unwrap(), round.id, &holders, NOW)
            .await;
        assert!(given::is_not_found(&key));
        let codes = given
            .ask_for_letters(
                &staff.permit().unwrap(),
                round.id,
                elsewhere,
                given::letters(1),
                NOW,
            )
            .await;
        assert!(codes.is_err());
        assert!(given.changed_since(&before).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn only_a_draft_can_be_changed() {
    on_each_engine(|given| async move {
        let wijken = given.first_wijken(2).await;
        let mut round = given.round().await;
        let mut plan = given::plan(&wijken);
        plan.title = "Andere titel".into();
        given
            .change_round(&console(), round.id, &plan, NOW)
            .await
            .unwrap();
        let changed = round.read().await;
        assert_eq!(
            (changed.title.as_str(), changed.wijken.len()),
            ("Andere titel", 2)
        );
        round.go_to(Phase::Proposing).await;
        let late = given
            .change_round(&console(), round.id, &given::plan(&wijken), NOW)
            .await;
        assert_eq!(refusal(late), Refusal::Phase);
        assert_eq!(round.read().await.title, "Andere titel");
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_in_no_public_list_and_names_of_wijken_are_unique() {
    on_each_engine(|given| async move {
        let round = given.round().await;
        assert!(given.rounds(false).await.unwrap().is_empty());
        assert_eq!(given.rounds(true).await.unwrap()[0].id, round.id);
        let name = round.read().await.wijken[0].wijk.name.clone();
        for twin in [
            name.clone(),
            name.to_uppercase(),
            name.replace(' ', "\u{a0} "),
            format!("{name}\u{200b}"),
        ] {
            let twin = domain::round::WijkDraft {
                name: twin,
                kind: "dorp".into(),
                residents: "900".into(),
                voting_point: "Dorpshuis".into(),
            };
            let twin = twin.check(Notation::Dutch).unwrap();
            assert_eq!(
                given::faulty_fields(given.add_wijk(&console(), twin).await),
                ["name"]
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_round_tells_when_its_phases_began_whatever_was_planned() {
    on_each_engine(|given| async move {
        let round = given.round().await;
        assert!(given.began(round.id).await.unwrap().is_empty());
        let early = start_of(Phase::Proposing) - 1_000;
        given
            .step_round(
                &console(),
                round.id,
                Step::OpenProposing,
                &reason("Iedereen is klaar."),
                early,
            )
            .await
            .unwrap();
        let began = given.began(round.id).await.unwrap();
        assert_eq!(began, [(Phase::Proposing, early)].into());
    })
    .await;
}

#[tokio::test]
async fn everybody_can_read_why_a_round_was_cancelled() {
    on_each_engine(|given| async move {
        let round = given.round().proposing().await;
        assert_eq!(given.cancel_reason(round.id).await.unwrap(), None);
        given
            .step_round(
                &console(),
                round.id,
                Step::Cancel,
                &reason("Te weinig voorstellen."),
                NOW,
            )
            .await
            .unwrap();
        assert_eq!(
            given.cancel_reason(round.id).await.unwrap().as_deref(),
            Some("Te weinig voorstellen.")
        );
    })
    .await;
}

#[tokio::test]
async fn a_closed_box_stands_in_the_journal_with_its_ballots_and_hash() {
    on_each_engine(|given| async move {
        let round = given.round().closed().await;
        let boxes = given.announced(round.id).await.unwrap().boxes;
        assert_eq!(boxes.len(), round.wijken.len());
        assert!(boxes.iter().all(|closed| closed.head.len() == 64));
    })
    .await;
}
