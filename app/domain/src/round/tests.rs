use super::*;
use crate::{
    count::Method,
    fault::{Fault, What},
    notation::Notation,
    text::TextFault,
};

fn wijk() -> WijkId {
    WijkId::new(uuid::Uuid::from_u128(7))
}

fn draft() -> RoundDraft {
    RoundDraft {
        title: "Wijkbasisbanen 2027".into(),
        cap: "17.000".into(),
        cost_basis: "on_top_of_benefit".into(),
        max_choices: "3".into(),
        min_age: "14".into(),
        counting: "by_votes_skip".into(),
        min_share: String::new(),
        cards_needed: "2".into(),
        cards_total: "3".into(),
        trial: String::new(),
        starts: Phase::SCHEDULED
            .iter()
            .zip(1..)
            .map(|(&phase, day)| (phase, day.to_string()))
            .collect(),
        wijken: vec![wijk().to_string()],
        budgets: [(wijk(), "68.000".into())].into_iter().collect(),
        eligible: [(wijk(), "4.430".into())].into_iter().collect(),
        reserve: Reserves::default(),
        paper: [(wijk(), "50".into())].into_iter().collect(),
    }
}

/// The clock of these tests: days, numbered.
fn day(typed: &str) -> Result<Millis, WhatDate> {
    match typed {
        "" => Err(WhatDate::Empty),
        "today" => Err(WhatDate::NoHour),
        typed => typed.parse().map_err(|_| WhatDate::NotADate),
    }
}

fn check(draft: &RoundDraft) -> Result<RoundPlan, Vec<Fault>> {
    draft.check(Notation::Dutch, day)
}

fn fields(result: Result<RoundPlan, Vec<Fault>>) -> Vec<String> {
    result
        .unwrap_err()
        .into_iter()
        .map(|fault| fault.field)
        .collect()
}

#[test]
fn a_new_wijk_has_a_name_people_and_a_place_to_vote() {
    let draft = WijkDraft {
        name: " Krakeel ".into(),
        kind: "wijk".into(),
        residents: "4.430".into(),
        voting_point: "Buurthuis De Magneet".into(),
    };
    let checked = draft.check(Notation::Dutch).unwrap().with_id(wijk());
    assert_eq!(
        (checked.name.as_str(), checked.residents),
        ("Krakeel", 4430)
    );
    let faults = WijkDraft {
        kind: "stad".into(),
        residents: "0".into(),
        ..WijkDraft::default()
    };
    let fields: Vec<String> = faults
        .check(Notation::Dutch)
        .unwrap_err()
        .into_iter()
        .map(|fault| fault.field)
        .collect();
    assert_eq!(fields, ["name", "kind", "residents", "voting_point"]);
}

#[test]
fn a_wijk_is_named_in_letters_of_one_script() {
    // The а in the middle is Cyrillic.
    let draft = WijkDraft {
        name: "De Wаterkant".into(),
        kind: "wijk".into(),
        residents: "900".into(),
        voting_point: "Buurthuis".into(),
    };
    let look_alike = What::Text(TextFault::LookAlike);
    assert_eq!(
        draft.check(Notation::Dutch),
        Err(vec![Fault::at("name", look_alike)])
    );
}

#[test]
fn amounts_from_an_english_page_make_the_same_plan() {
    let mut english = RoundDraft {
        cap: "€\u{a0}17,000".into(),
        ..draft()
    };
    english.budgets.set(wijk(), "68,000.00");
    english.eligible.set(wijk(), "4,430");
    assert_eq!(english.check(Notation::English, day), check(&draft()));
    assert_eq!(
        fields(english.check(Notation::Dutch, day)),
        ["cap".to_owned(), Electorates::field(wijk())]
    );
}

#[test]
fn a_phase_without_an_hour_is_a_fault_at_its_date() {
    let mut wrong = draft();
    wrong.starts.set(Phase::Closed, "today");
    assert_eq!(
        check(&wrong),
        Err(vec![Fault::at("start_closed", What::NoHour)])
    );
}

#[test]
fn a_wijk_has_no_more_envelopes_or_papers_than_people_who_may_vote() {
    let mut wrong = draft();
    wrong.reserve.set(wijk(), "4.431");
    wrong.paper.set(wijk(), "veel");
    assert_eq!(
        fields(check(&wrong)),
        [Reserves::field(wijk()), Papers::field(wijk())]
    );
    let mut none = draft();
    none.reserve.set(wijk(), "0");
    none.paper.set(wijk(), " ");
    assert_eq!(check(&none).unwrap().wijken[&wijk()].spare.all(), 0);
}

#[test]
fn a_complete_draft_becomes_a_plan() {
    let plan = check(&draft()).unwrap();
    let spare = Spare {
        reserve: 222,
        paper: 50,
    };
    let planned = WijkPlan {
        budget: Euro::whole(68_000),
        eligible: 4_430,
        spare,
    };
    assert_eq!(plan.wijken[&wijk()], planned);
    assert_eq!(dates_wrong(&plan.settings.schedule), 0);
}

#[test]
fn every_fault_is_told_at_once_at_its_field() {
    let wrong = RoundDraft {
        title: String::new(),
        cap: "-1".into(),
        max_choices: "0".into(),
        ..draft()
    };
    assert_eq!(fields(check(&wrong)), ["title", "cap", "max_choices"]);
}

#[test]
fn the_cap_of_a_round_is_never_above_that_of_the_policy_note() {
    let wrong = RoundDraft {
        cap: "17.000,01".into(),
        ..draft()
    };
    assert_eq!(fields(check(&wrong)), ["cap"]);
}

#[test]
fn every_way_of_counting_is_found_again_from_its_rule() {
    for &choice in CountingChoice::ALL {
        assert_eq!(CountingChoice::of(&choice.rule(5)), Some(choice));
    }
    let phragmen = CountingRule::of_round(Method::Phragmen);
    assert_eq!(CountingChoice::of(&phragmen), None);
}

#[test]
fn the_least_share_of_the_voters_is_a_percentage_up_to_25() {
    let plan = |typed: &str| {
        check(&RoundDraft {
            min_share: typed.into(),
            ..draft()
        })
    };
    assert_eq!(plan("").unwrap().settings.counting.min_share, 0);
    assert_eq!(plan("5").unwrap().settings.counting.min_share, 50);
    assert_eq!(fields(plan("26")), ["min_share"]);
    assert_eq!(fields(plan("5,5")), ["min_share"]);
}

#[test]
fn phases_begin_in_order() {
    let mut wrong = draft();
    wrong.starts.set(Phase::Voting, "2");
    assert_eq!(fields(check(&wrong)), ["start_voting"]);
    let mut empty = draft();
    empty.starts.set(Phase::Closed, "");
    assert_eq!(fields(check(&empty)), ["start_closed"]);
}

#[test]
fn a_wijk_without_a_tick_stays_out_of_the_round_whatever_was_typed_for_it() {
    let unticked = RoundDraft {
        wijken: Vec::new(),
        ..draft()
    };
    assert_eq!(fields(check(&unticked)), ["wijken"]);
    let other = WijkId::new(uuid::Uuid::from_u128(8));
    let mut one_ticked = draft();
    one_ticked.budgets.set(other, "a lot");
    assert_eq!(check(&one_ticked).unwrap().wijken.len(), 1);
    one_ticked.wijken.push("nowhere".into());
    assert_eq!(fields(check(&one_ticked)), ["wijken"]);
}

#[test]
fn the_box_shuts_at_the_published_minute_without_a_clock() {
    let plan = check(&draft()).unwrap();
    let mut round = Round {
        id: RoundId::new(uuid::Uuid::from_u128(1)),
        title: plan.title,
        phase: Phase::Voting,
        settings: plan.settings,
        wijken: vec![],
        rules_hash: None,
    };
    let closing = round.starts(Phase::Closed).unwrap();
    assert!(round.is_open(closing - 1));
    assert!(!round.is_open(closing));
    assert!(
        round.takes_ballot(closing - 1, closing + GRACE - 1) && !round.is_due(closing + GRACE - 1)
    );
    assert!(!round.takes_ballot(closing - 1, closing + GRACE) && round.is_due(closing + GRACE));
    assert!(!round.takes_ballot(closing, closing));
    round.phase = Phase::BallotPublished;
    assert!(!round.is_open(closing - 1));
}

/// The cards that a draft with these numbers asks for, or where something is wrong.
fn cards(needed: &str, total: &str, trial: &str) -> Result<(u8, u8), (String, What)> {
    let draft = RoundDraft {
        cards_needed: needed.into(),
        cards_total: total.into(),
        trial: trial.into(),
        ..draft()
    };
    let cards = check(&draft).map(|plan| plan.settings.cards);
    cards
        .map(|cards| (cards.needed(), cards.total()))
        .map_err(|mut faults| {
            let fault = faults.remove(0);
            (fault.field, fault.what)
        })
}

#[test]
fn a_box_has_two_cards_of_three_or_as_staff_decide() {
    assert_eq!(cards("2", "3", ""), Ok((2, 3)));
    assert_eq!(cards("5", "7", ""), Ok((5, 7)));
    assert_eq!(cards("2", "2", "yes"), Ok((2, 2)));
    let total = |min| Err(("cards_total".to_owned(), What::OutOfRange { min, max: 7 }));
    assert_eq!(cards("3", "2", ""), total(3));
    assert_eq!(cards("2", "8", ""), total(1));
    let needed = What::OutOfRange { min: 1, max: 5 };
    assert_eq!(cards("6", "7", ""), Err(("cards_needed".into(), needed)));
}

#[test]
fn one_card_opens_a_box_by_itself_only_to_practise() {
    assert_eq!(cards("1", "1", "yes"), Ok((1, 1)));
    let alone = || Err(("cards_needed".to_owned(), What::OpensAlone));
    assert_eq!(cards("1", "1", ""), alone());
    assert_eq!(cards("1", "3", ""), alone());
    assert_eq!(cards("1", "3", "yes"), alone());
}

#[test]
fn a_round_to_practise_is_known_as_one() {
    let trial = RoundDraft {
        trial: "yes".into(),
        ..draft()
    };
    assert!(check(&trial).unwrap().settings.trial);
    assert!(!check(&draft()).unwrap().settings.trial);
}
