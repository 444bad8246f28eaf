//! A draft is its form: every field has one name, in Rust and in the page, and what was typed comes back as it was.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails, its helpers too"
)]

use domain::{
    account::{GrantDraft, PersonDraft},
    ballot::BallotDraft,
    council::{CouncilDraft, DeclineReasons},
    id::{ProposalId, WijkId},
    phase::{Phase, StepDraft},
    proposal::{CostAmounts, CostCategory, CostLabels, ProposalDraft},
    round::{Budgets, Electorates, RoundDraft, Starts, WijkDraft},
    verdringing::{AnswersDraft, DecisionDraft, OpinionDraft},
};
use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

/// The form as a browser would send it.
fn shown<T: Serialize>(draft: &T) -> String {
    serde_html_form::to_string(draft).unwrap()
}

fn read<T: DeserializeOwned>(form: &str) -> T {
    serde_html_form::from_str(form).unwrap()
}

/// Field names in the order of the form.
fn names<T: Serialize>(draft: &T) -> Vec<String> {
    let fields: Vec<(String, String)> = read(&shown(draft));
    fields.into_iter().map(|(name, _)| name).collect()
}

const ID: &str = "0192b1a0-0000-7000-8000-000000000001";

#[test]
fn the_fields_of_every_draft_have_the_names_of_its_form() {
    assert_eq!(
        names(&WijkDraft::default()),
        ["name", "kind", "residents", "voting_point"]
    );
    assert_eq!(
        names(&OpinionDraft::default()),
        ["party", "opinion", "remark"]
    );
    assert_eq!(names(&DecisionDraft::default()), ["decision", "reason"]);
    assert_eq!(
        names(&StepDraft::default()),
        ["reason", "public_reason", "sure"]
    );
    assert_eq!(names(&GrantDraft::default()), ["role", "wijk"]);
    assert_eq!(
        names(&PersonDraft::default()),
        ["login", "name"],
        "no password goes back"
    );
    let choices = vec![ID.to_owned(), ID.to_owned()];
    assert_eq!(names(&BallotDraft { choices }), ["choices", "choices"]);
}

#[test]
fn a_field_of_a_group_is_named_after_its_key() {
    let (wijk, proposal): (WijkId, ProposalId) = (ID.parse().unwrap(), ID.parse().unwrap());
    assert_eq!(CostAmounts::field(CostCategory::Guidance), "cost_guidance");
    assert_eq!(CostLabels::field(CostCategory::Guidance), "label_guidance");
    assert_eq!(Starts::field(Phase::Voting), "start_voting");
    assert_eq!(Budgets::field(wijk), format!("budget_{ID}"));
    assert_eq!(Electorates::field(wijk), format!("eligible_{ID}"));
    assert_eq!(DeclineReasons::field(proposal), format!("reason_{ID}"));
}

#[test]
fn other_fields_of_a_form_and_missing_ones_do_no_harm() {
    let form =
        "deed=submit&deed=keep&title=Fietsen&cost_guidance=5.000&cost_gold=1&label_guidance=Coach";
    let draft: ProposalDraft = read(form);
    assert_eq!(
        (draft.title.as_str(), draft.hours.as_str()),
        ("Fietsen", "")
    );
    assert_eq!(draft.amounts.get(CostCategory::Guidance), "5.000");
    assert_eq!(draft.labels.get(CostCategory::Guidance), "Coach");
    assert_eq!(draft.amounts.get(CostCategory::Wage), "");
    assert_eq!(read::<ProposalDraft>(""), ProposalDraft::default());
}

#[test]
fn ticks_are_read_whether_there_are_none_one_or_many() {
    for ticked in 0..3 {
        let form = vec![format!("declined={ID}"); ticked].join("&");
        let draft: CouncilDraft = read(&format!("ruling=adopt&{form}"));
        assert_eq!(draft.declined, vec![ID; ticked]);
    }
}

#[test]
fn a_council_draft_comes_back_with_the_reason_of_each_proposal() {
    let draft = CouncilDraft {
        ruling: "adopt_with_deviations".into(),
        reason: "Besproken & besloten.".into(),
        declined: vec![ID.to_owned()],
        reasons: [(ID.parse().unwrap(), "De gastheer = weg.".to_owned())]
            .into_iter()
            .collect(),
    };
    assert_eq!(read::<CouncilDraft>(&shown(&draft)), draft);
}

#[test]
fn a_round_draft_comes_back_with_its_dates_and_wijken() {
    let wijk: WijkId = ID.parse().unwrap();
    let starts = Phase::SCHEDULED.iter();
    let draft = RoundDraft {
        title: "Wijkbanen 2027".into(),
        wijken: vec![ID.to_owned()],
        starts: starts
            .map(|&phase| (phase, "2027-04-12T20:00".to_owned()))
            .collect(),
        budgets: [(wijk, "68.000".to_owned())].into_iter().collect(),
        eligible: [(wijk, "4430".to_owned())].into_iter().collect(),
        ..RoundDraft::default()
    };
    assert_eq!(read::<RoundDraft>(&shown(&draft)), draft);
}

#[test]
fn answers_come_back_by_the_id_of_their_question() {
    let draft: AnswersDraft = read("D01=no&D02=yes");
    assert_eq!(shown(&draft), "D01=no&D02=yes");
}

/// A proposal with these texts in its fields, whichever those are.
fn proposal(texts: &[String]) -> ProposalDraft {
    let mut form = serde_json::to_value(ProposalDraft::default()).unwrap();
    let fields = form.as_object_mut().unwrap();
    assert!(fields.len() <= texts.len(), "{} fields", fields.len());
    for (field, text) in fields.values_mut().zip(texts) {
        *field = text.as_str().into();
    }
    serde_json::from_value(form).unwrap()
}

proptest! {
    #[test]
    fn a_proposal_comes_back_as_it_was_typed_in_the_form_and_in_the_database(
        texts in proptest::collection::vec(".{0,20}", 20),
        costs in proptest::collection::btree_map(0..CostCategory::ALL.len(), (".{0,9}", ".{0,20}"), 0..9),
    ) {
        let mut draft = proposal(&texts);
        for (category, (amount, label)) in costs {
            draft.amounts.set(CostCategory::ALL[category], amount);
            draft.labels.set(CostCategory::ALL[category], label);
        }
        prop_assert_eq!(&read::<ProposalDraft>(&shown(&draft)), &draft);
        let row = serde_json::to_string(&draft).unwrap();
        prop_assert_eq!(serde_json::from_str::<ProposalDraft>(&row).unwrap(), draft);
    }
}
