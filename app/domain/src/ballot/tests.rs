use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::{
    count::CountingRule,
    euro::Euro,
    round::{Candidacy, CostBasis, Settings, Spare},
};

fn proposal(n: u128) -> ProposalId {
    ProposalId::new(uuid::Uuid::from_u128(n))
}

fn wijk(n: u128) -> WijkId {
    WijkId::new(uuid::Uuid::from_u128(n))
}

/// Two wijken: proposals 1 to 4 stand on the paper of the first, 5 to 8 on that of the second; two choices a ballot.
fn rules() -> Rules {
    let candidacy = |n: u128| Candidacy {
        proposal: proposal(n),
        number: 1,
        title: "Baan".into(),
        cost_per_place: Euro::whole(5_000),
        places: 1,
    };
    let wijk_rules = |n: u128| WijkRules {
        wijk: wijk(n),
        name: "Wijk".into(),
        budget: Euro::whole(10_000),
        eligible: 100,
        spare: Spare::default(),
        candidates: (4 * n - 3..=4 * n).map(candidacy).collect(),
        lot_commitment: String::new(),
    };
    Rules {
        round: RoundId::new(uuid::Uuid::from_u128(9)),
        title: "Ronde".into(),
        settings: Settings {
            cap: Euro::whole(17_000),
            cost_basis: CostBasis::OnTopOfBenefit,
            max_choices: 2,
            min_age: 14,
            schedule: BTreeMap::new(),
            counting: CountingRule::default(),
            cards: crate::ballot_box::Quorum::default(),
            trial: false,
        },
        checklist: String::new(),
        wijken: vec![wijk_rules(1), wijk_rules(2)],
    }
}

fn draft(choices: &[u128]) -> BallotDraft {
    BallotDraft {
        choices: choices.iter().map(|&n| proposal(n).to_string()).collect(),
    }
}

fn check(draft: &BallotDraft) -> Result<Ballot, Vec<Fault>> {
    draft.check(&rules().paper(wijk(1)).unwrap())
}

#[test]
fn one_or_two_choices_from_the_paper_make_a_ballot_of_its_round_and_wijk() {
    for choices in [&[1][..], &[4, 2]] {
        let ballot = check(&draft(choices)).unwrap();
        assert_eq!((ballot.round(), ballot.wijk()), (rules().round, wijk(1)));
        assert_eq!(ballot.choices().len(), choices.len());
        assert_eq!(BallotDraft::from(&ballot), draft(choices));
    }
}

#[test]
fn a_paper_with_two_jobs_offers_two_choices_where_the_round_allows_three() {
    let mut rules = rules();
    rules.settings.max_choices = 3;
    rules.wijken[0].candidates.truncate(2);
    let max = |n| rules.paper(wijk(n)).unwrap().max();
    assert_eq!((max(1), max(2)), (2, 3));
    let both = draft(&[1, 2]).check(&rules.paper(wijk(1)).unwrap());
    assert_eq!(both.unwrap().choices().len(), 2);
}

#[test]
fn an_empty_ballot_has_one_answer() {
    let empty = [Fault::at("choices", What::TooFew { min: 1 })];
    assert_eq!(check(&BallotDraft::default()).unwrap_err(), empty);
    let rules = rules();
    let paper = rules.paper(wijk(1)).unwrap();
    assert_eq!(paper.ballot(Vec::new()).unwrap_err(), empty);
    assert!(!paper.allows(&[]));
}

#[test]
fn a_ballot_with_more_than_the_rules_say_hears_how_many() {
    let faults = check(&draft(&[1, 2, 3])).unwrap_err();
    assert_eq!(faults, [Fault::at("choices", What::TooMany { max: 2 })]);
}

#[test]
fn a_choice_that_is_not_on_the_paper_is_refused() {
    let nonsense = BallotDraft {
        choices: vec!["drop table".into()],
    };
    for (ballot, why) in [
        (draft(&[1, 1]), "twice the same"),
        (draft(&[5]), "of another wijk"),
        (draft(&[1, 99]), "of nowhere"),
        (nonsense, "no id at all"),
    ] {
        let faults = check(&ballot).unwrap_err();
        assert_eq!(faults, [Fault::at("choices", What::NotOffered)], "{why}");
    }
}

#[test]
fn a_wijk_outside_the_round_has_no_paper() {
    assert!(rules().paper(wijk(3)).is_none());
}

#[test]
fn a_choice_never_reaches_a_log() {
    let ballot = check(&draft(&[1])).unwrap();
    let shown = format!("{ballot:?} {:?}", draft(&[1]));
    assert_eq!(shown, "Ballot(…) BallotDraft(…)");
}

proptest! {
    #[test]
    fn a_ballot_holds_what_was_ticked_and_nothing_but_candidates_each_once(
        ticked in proptest::collection::vec(0_u128..10, 0..5)
    ) {
        let rules = rules();
        let paper = rules.paper(wijk(1)).unwrap();
        let distinct: BTreeSet<u128> = ticked.iter().copied().collect();
        let is_right = (1..=2).contains(&ticked.len())
            && distinct.len() == ticked.len()
            && ticked.iter().all(|n| (1..=4).contains(n));
        let ids: Vec<ProposalId> = ticked.iter().map(|&n| proposal(n)).collect();
        prop_assert_eq!(paper.allows(&ids), is_right);
        match draft(&ticked).check(&paper) {
            Ok(ballot) => prop_assert_eq!(ballot.choices(), ids),
            Err(_) => prop_assert!(!is_right),
        }
    }
}

#[test]
fn a_draft_keeps_what_stands_on_the_paper_once_even_too_much() {
    let paper = rules().paper(wijk(1)).unwrap();
    let mut ticked = draft(&[4, 4, 1, 7, 2]);
    ticked.choices.push("x".into());
    assert_eq!(ticked.known_to(&paper).choices, draft(&[1, 2, 4]).choices);
}
