use domain::{
    ballot_box::{
        BoxSeed, ControlWords, EnvelopeHash, Head, Opened, OpenedBallot, Salt, Seal, Signature,
    },
    count::{LotSeed, Method},
    euro::Euro,
    id::{ProposalId, WijkId},
    outcome::{Lot, count_wijk},
    phase::Phase,
    round::{Candidacy, CostBasis, Rules, Settings},
};

use super::*;
use domain::{count::Allocation, round::WijkRules};

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(n: u32) -> T {
    format!("00000000-0000-7000-8000-{n:012}").parse().unwrap()
}

fn round(counting: CountingRule) -> Round {
    Round {
        id: id(1),
        title: "Wijkbanen".into(),
        phase: Phase::Counted,
        settings: Settings {
            cap: Euro::whole(17_000),
            cost_basis: CostBasis::OnTopOfBenefit,
            max_choices: 3,
            min_age: 14,
            schedule: std::collections::BTreeMap::new(),
            counting,
            cards: domain::ballot_box::Quorum::default(),
            trial: false,
        },
        wijken: Vec::new(),
        rules_hash: None,
    }
}

fn asked(fields: &[(&str, &str)]) -> Form {
    let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Form::of(fields.iter().map(own).collect())
}

#[test]
fn the_form_begins_with_the_other_way_of_counting() {
    let by_votes = round(CountingChoice::ByVotesStop.rule(0));
    assert_eq!(defaults(&[by_votes])[1].1, "equal_shares_top_up");
    let shares = round(CountingChoice::EqualShares.rule(5));
    assert_eq!(defaults(&[shares])[1].1, "by_votes_skip");
    assert!(defaults(&[]).is_empty());
}

#[test]
fn a_fault_is_told_at_its_field() {
    let rounds = [round(CountingRule::default())];
    let fields = |fields: &[(&str, &str)]| -> Vec<String> {
        read(&rounds, &asked(fields), Notation::Dutch)
            .unwrap_err()
            .into_iter()
            .map(|fault| fault.field)
            .collect()
    };
    assert_eq!(fields(&[]), ["round", "counting"]);
    let other = id::<RoundId>(2).to_string();
    let wrong = [
        ("round", other.as_str()),
        ("counting", "phragmen"),
        ("min_share", "26"),
    ];
    assert_eq!(fields(&wrong), ["round", "counting", "min_share"]);
    let own = rounds[0].id.to_string();
    let good = [
        ("round", own.as_str()),
        ("counting", "equal_shares"),
        ("min_share", " 5 "),
    ];
    let (_, rule) = read(&rounds, &asked(&good), Notation::Dutch).unwrap();
    assert!(matches!(rule.method, Method::EqualShares(_)) && rule.min_share == 50);
}

/// Two jobs of the larger group and one of the smaller, money for two.
fn publication(ballots: u32) -> (WijkOutcome, Publication) {
    let candidates: Vec<Candidacy> = (1..=3)
        .map(|number| Candidacy {
            proposal: id(u32::from(number)),
            number,
            title: format!("Baan {number}"),
            cost_per_place: Euro::whole(10_000),
            places: 1,
        })
        .collect();
    let wijk = WijkRules {
        wijk: id(9),
        name: "De Kade".into(),
        budget: Euro::whole(20_000),
        eligible: 100,
        spare: domain::round::Spare::default(),
        candidates,
        lot_commitment: String::new(),
    };
    let rules = Rules {
        round: id(1),
        title: "Wijkbanen".into(),
        settings: round(CountingRule::default()).settings,
        checklist: String::new(),
        wijken: vec![wijk.clone()],
    };
    let opened = Opened {
        ballots: (0..ballots)
            .map(|n| OpenedBallot {
                choices: if n % 2 == 0 || n % 5 == 1 {
                    vec![id(1), id(2)]
                } else {
                    vec![id::<ProposalId>(3)]
                },
                words: ControlWords::from_entropy([1; 5]),
                seal: Seal::new([2; 32]),
                salt: Salt::new([3; 32]),
                envelope: EnvelopeHash::new([5; 32]),
                signature: Signature::new([4; 64]),
            })
            .collect(),
        ..Opened::default()
    };
    let lot = Lot::draw(LotSeed::new([8; 32]), &Head::new([0; 32]), &wijk);
    let outcome = count_wijk(
        &rules,
        &wijk,
        opened.clone(),
        lot.clone(),
        Head::new([0; 32]),
    )
    .unwrap();
    let publication = Publication {
        round: id(1),
        wijk: id::<WijkId>(9),
        rules,
        winners: outcome.allocation.winners().map(|award| award.id).collect(),
        left: outcome.allocation.left,
        lot,
        seals: Vec::new(),
        box_key: BoxSeed::from_entropy([6; 32]).box_key(),
        opened,
    };
    (outcome, publication)
}

#[test]
fn only_another_rule_gives_the_smaller_group_a_job() {
    let (then, public) = publication(20);
    let winners = |allocation: &Allocation| -> Vec<ProposalId> {
        allocation.winners().map(|award| award.id).collect()
    };
    let shares = CountingChoice::EqualShares.rule(0);
    let tried_shares = tried(then.clone(), public.clone(), &shares).unwrap();
    assert_eq!(winners(&tried_shares.then.allocation), [id(1), id(2)]);
    assert!(winners(&tried_shares.now.unwrap().allocation).contains(&id(3)));
    let rule = public.rules.settings.counting;
    let same = tried(then.clone(), public, &rule).unwrap().now.unwrap();
    assert_eq!(same.allocation, then.allocation);
    assert_eq!(same.coverage, then.coverage);
}

#[test]
fn ballots_that_are_not_public_are_not_counted_again() {
    let rule = CountingChoice::EqualShares.rule(0);
    let tried_with = |ballots| {
        let (then, public) = publication(ballots);
        tried(then, public, &rule).unwrap()
    };
    assert!(tried_with(9).now.is_none());
    assert!(tried_with(10).now.is_some());
}
