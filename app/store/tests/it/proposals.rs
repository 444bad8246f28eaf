//! Proposals: kept as typed, handed in through the gates, changed and taken back by their author alone.

use domain::{
    access::{Permit, Propose, Role},
    id::ProposalId,
    phase::Phase,
    proposal::{CostCategory, ProposalDraft, ProposalState},
};
use store::{Refusal, proposals::Which};

use crate::given::{
    self, Given, GivenRound, NOW, checked, console, on_each_engine, proposal, refusal,
};

async fn proposing(given: &Given) -> (GivenRound, Permit<Propose>) {
    let round = given.round().proposing().await;
    let permit = round.author.as_ref().unwrap().permit().unwrap();
    (round, permit)
}

/// A proposal that somebody began.
async fn draft(given: &Given, round: &GivenRound, permit: &Permit<Propose>) -> ProposalId {
    given
        .begin_proposal(permit, round.id, round.wijken[0], NOW)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_draft_is_kept_as_typed_right_or_wrong() {
    on_each_engine(|given| async move {
        let (round, permit) = proposing(&given).await;
        let id = draft(&given, &round, &permit).await;
        for title in [
            "",
            " \t<b>Klussen</b> ",
            r"C:\u0000\n \u0000",
            "nul \0 teken",
            "🦢 \u{202e}om",
        ] {
            let typed = ProposalDraft {
                title: title.into(),
                hours: "veel".into(),
                places: "-1".into(),
                ..proposal("")
            };
            given.keep_draft(&permit, id, &typed).await.unwrap();
            let kept = given.proposal(id).await.unwrap();
            assert_eq!(kept.draft, typed);
            assert_eq!(
                (kept.state, kept.number, kept.content),
                (ProposalState::Draft, None, None)
            );
        }
    })
    .await;
}

#[tokio::test]
async fn numbers_follow_each_other_within_a_wijk() {
    on_each_engine(|given| async move {
        let round = given
            .round()
            .proposing()
            .in_wijken(2)
            .with_proposals(3)
            .await;
        for proposals in &round.proposals {
            for (&id, number) in proposals.iter().zip(1..) {
                assert_eq!(given.proposal(id).await.unwrap().number, Some(number));
            }
        }
        let permit = round.author.as_ref().unwrap().permit().unwrap();
        let first = round.proposals[0][0];
        given.withdraw_proposal(&permit, first, NOW).await.unwrap();
        let next = draft(&given, &round, &permit).await;
        let number = given
            .submit_proposal(&permit, next, &checked(&proposal("Vierde")), NOW)
            .await
            .unwrap();
        assert_eq!(number, 4, "a number is never given twice");
    })
    .await;
}

#[tokio::test]
async fn somebody_elses_proposal_does_not_exist() {
    on_each_engine(|given| async move {
        let (round, _) = proposing(&given).await;
        let id = round.proposals[0][0];
        let other = given.resident().await.permit().unwrap();
        let before = given.dump().await;
        let draft = proposal("Van een ander");
        let handed_in = checked(&draft);
        assert!(given::is_not_found(
            &given.keep_draft(&other, id, &draft).await
        ));
        assert!(given::is_not_found(
            &given.submit_proposal(&other, id, &handed_in, NOW).await
        ));
        assert!(given::is_not_found(
            &given.withdraw_proposal(&other, id, NOW).await
        ));
        assert!(given.changed_since(&before).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_proposal_is_handed_in_as_typed_and_as_checked() {
    on_each_engine(|given| async move {
        let (round, permit) = proposing(&given).await;
        let id = draft(&given, &round, &permit).await;
        let mut at_the_cap = proposal(" Precies genoeg ");
        at_the_cap.amounts.set(CostCategory::Guidance, "17.000");
        let handed_in = checked(&at_the_cap);
        given
            .submit_proposal(&permit, id, &handed_in, NOW)
            .await
            .unwrap();
        let record = given.proposal(id).await.unwrap();
        assert_eq!(record.draft, at_the_cap);
        assert_eq!(record.content.as_ref(), Some(handed_in.content()));
    })
    .await;
}

#[tokio::test]
async fn a_changed_proposal_loses_its_answers_and_verdict() {
    on_each_engine(|given| async move {
        let (round, permit) = proposing(&given).await;
        let id = round.proposals[0][0];
        given
            .answer_checklist(&console(), id, &given::answers(&[]), NOW)
            .await
            .unwrap();
        given
            .submit_proposal(&permit, id, &checked(&proposal("Baan 1")), NOW)
            .await
            .unwrap();
        assert!(
            given.proposal(id).await.unwrap().verdict.is_some(),
            "nothing changed"
        );
        let number = given
            .submit_proposal(&permit, id, &checked(&proposal("Baan 1, beter")), NOW)
            .await
            .unwrap();
        let changed = given.proposal(id).await.unwrap();
        assert_eq!((number, changed.number), (1, Some(1)), "the number stays");
        assert_eq!(
            (changed.verdict, changed.answered_by, changed.decision),
            (None, None, None)
        );
        assert!(changed.answers.is_empty());
        let newest = &given.journal(0, 1).await.unwrap()[0];
        assert!(newest.event.contains("proposal_changed"));
    })
    .await;
}

#[tokio::test]
async fn a_decided_proposal_changes_only_when_it_must() {
    on_each_engine(|given| async move {
        let round = given.round().checking().with_proposals(2).await;
        let permit = round.author.as_ref().unwrap().permit().unwrap();
        let [admitted, sent_back] = round.proposals[0][..] else {
            panic!()
        };
        round.admit(admitted).await;
        let change = given::decision(domain::verdringing::Decision::Change);
        given
            .decide_check(&console(), sent_back, &change, NOW)
            .await
            .unwrap();
        let late = given
            .submit_proposal(
                &permit,
                admitted,
                &checked(&proposal("Nog even anders")),
                NOW,
            )
            .await;
        assert_eq!(refusal(late), Refusal::Phase);
        given
            .submit_proposal(
                &permit,
                sent_back,
                &checked(&proposal("Zoals gevraagd")),
                NOW,
            )
            .await
            .unwrap();
        let again = given.proposal(sent_back).await.unwrap();
        assert_eq!(
            (again.state, again.decision),
            (ProposalState::Submitted, None)
        );
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_proposal_is_gone_for_everybody_but_its_author() {
    on_each_engine(|given| async move {
        let (round, permit) = proposing(&given).await;
        let id = round.proposals[0][0];
        assert_eq!(given.proposals(Which::ToCheck).await.unwrap().len(), 1);
        given.withdraw_proposal(&permit, id, NOW).await.unwrap();
        assert!(
            given
                .proposals(Which::Public(round.id))
                .await
                .unwrap()
                .is_empty()
        );
        assert!(given.proposals(Which::ToCheck).await.unwrap().is_empty());
        let own = given
            .proposals(Which::Of(permit.person().unwrap()))
            .await
            .unwrap();
        assert_eq!(own[0].state, ProposalState::Withdrawn);
        assert_eq!(
            refusal(given.withdraw_proposal(&permit, id, NOW).await),
            Refusal::State
        );
        let again = given
            .submit_proposal(&permit, id, &checked(&proposal("Toch wel")), NOW)
            .await;
        assert_eq!(refusal(again), Refusal::Phase);
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_in_no_public_list() {
    on_each_engine(|given| async move {
        let (round, permit) = proposing(&given).await;
        draft(&given, &round, &permit).await;
        assert_eq!(
            given
                .proposals(Which::Public(round.id))
                .await
                .unwrap()
                .len(),
            1
        );
        assert_eq!(given.proposals(Which::ToCheck).await.unwrap().len(), 1);
        assert_eq!(
            given
                .proposals(Which::Of(permit.person().unwrap()))
                .await
                .unwrap()
                .len(),
            2
        );
    })
    .await;
}

#[tokio::test]
async fn no_proposal_begins_in_another_phase_or_wijk() {
    on_each_engine(|given| async move {
        let (mut round, permit) = proposing(&given).await;
        let elsewhere = given.first_wijken(2).await[1];
        let other_wijk = given
            .begin_proposal(&permit, round.id, elsewhere, NOW)
            .await;
        assert!(given::is_not_found(&other_wijk));
        let neighbour = given::somebody_in(elsewhere, Role::Resident)
            .permit()
            .unwrap();
        let other_permit = given
            .begin_proposal(&neighbour, round.id, round.wijken[0], NOW)
            .await;
        assert!(given::is_not_found(&other_permit));
        let late_draft = draft(&given, &round, &permit).await;
        for phase in [Phase::CoCreation, Phase::Checking, Phase::BallotPublished] {
            round.go_to(phase).await;
            let begin = given
                .begin_proposal(&permit, round.id, round.wijken[0], NOW)
                .await;
            assert_eq!(refusal(begin), Refusal::Phase, "{phase}");
            let submit = given
                .submit_proposal(&permit, late_draft, &checked(&proposal("Te laat")), NOW)
                .await;
            assert_eq!(refusal(submit), Refusal::Phase, "{phase}");
        }
    })
    .await;
}
