//! Whatever is done to a publication, counting it again names it.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails, its helpers too"
)]

mod given;

use domain::{
    ballot_box::{
        BadRow, BallotBody, BoxSeed, Envelope, OpenedBallot, Rejected, Rejection, head,
        seal_list_hash,
    },
    count::{Completion, CountingRule, LotSeed, Method, Order},
    euro::Euro,
    id::{ProposalId, WijkId},
    outcome::Publication,
    recount::{Check, Expected, Finding, Problem, Progress, Recount, recount},
    round::Rules,
};
use given::{Given, Size, box_key, key, proposal, published, row};
use proptest::prelude::*;

const SIZE: Size = Size {
    ballots: 40,
    proposals: 9,
    max_choices: 4,
};

fn given() -> Given {
    published(CountingRule::default(), SIZE).unwrap()
}

fn again(given: &Given) -> Recount {
    recount(&given.publication, &given.expected, |_| {})
}

/// The recount after a change, of which the first problem is at this check.
#[track_caller]
fn tampered(change: impl FnOnce(&mut Publication), at: Check) -> Problem {
    let mut given = given();
    change(&mut given.publication);
    let found = again(&given);
    assert!(!found.is_same());
    let (check, problem) = found.problems().next().unwrap();
    assert_eq!(check, at, "{problem:?}");
    problem.clone()
}

/// A ballot of this letter, as it is published. Its choices may be any.
fn sealed(rules: &Rules, letter: u32, choices: Vec<ProposalId>) -> OpenedBallot {
    let row = row(rules, letter, choices);
    let content = box_key().open(&row.sealed).unwrap();
    let body = BallotBody::from_envelope(&content).unwrap();
    OpenedBallot {
        words: body.words(),
        choices: body.choices().to_vec(),
        seal: row.seal,
        salt: body.salt(),
        envelope: row.envelope(),
        signature: row.signature,
    }
}

#[test]
fn an_honest_publication_counts_to_the_same_by_every_rule() {
    for rule in [
        CountingRule::by_votes(Order::Skip),
        CountingRule::by_votes(Order::Stop),
        CountingRule::by_votes(Order::Divisible),
        CountingRule::of_round(Method::Phragmen),
    ] {
        let found = again(&published(rule, SIZE).unwrap());
        assert!(found.is_same(), "{rule:?}: {found:?}");
        assert_eq!((found.ballots, found.seals), (40, 62));
        assert_eq!(found.finding(Check::Proof), Some(&Finding::NotAsked));
    }
}

#[test]
fn an_outcome_of_equal_shares_comes_with_a_proof() {
    for completion in [
        Completion::None,
        Completion::Add1,
        Completion::Add1u,
        Completion::Increase(100),
    ] {
        let found = again(&published(CountingRule::equal_shares(completion), SIZE).unwrap());
        assert!(found.is_same(), "{completion:?}: {found:?}");
        assert_eq!(found.finding(Check::Proof), Some(&Finding::Holds));
    }
}

#[test]
fn a_recount_goes_over_the_wire_as_it_is() {
    let mut given = given();
    given.publication.opened.ballots.pop();
    let found = again(&given);
    let json = serde_json::to_string(&found).unwrap();
    assert_eq!(serde_json::from_str::<Recount>(&json).unwrap(), found);
    let file = serde_json::to_string(&given.publication).unwrap();
    assert_eq!(
        serde_json::from_str::<Publication>(&file).unwrap(),
        given.publication
    );
}

#[test]
fn a_file_that_nothing_is_known_of_is_never_all_right() {
    let given = given();
    let found = recount(&given.publication, &Expected::default(), |_| {});
    assert!(!found.is_same());
    assert_eq!(found.problems().count(), 0);
    for check in [Check::Rules, Check::Seals, Check::NotCounted, Check::Box] {
        assert_eq!(found.finding(check), Some(&Finding::Unknown), "{check}");
    }
}

#[test]
fn an_announcement_that_is_missing_leaves_the_verdict_open() {
    for forget in [
        |expected: &mut Expected| expected.rules = None,
        |expected: &mut Expected| expected.seals = None,
        |expected: &mut Expected| expected.head = None,
        |expected: &mut Expected| expected.box_key = None,
        |expected: &mut Expected| expected.cancelled = None,
    ] {
        let mut given = given();
        forget(&mut given.expected);
        assert!(!again(&given).is_same());
    }
}

#[test]
fn a_recount_tells_its_progress() {
    let given = published(
        CountingRule::default(),
        Size {
            ballots: 200,
            ..SIZE
        },
    )
    .unwrap();
    let mut told: Vec<Progress> = Vec::new();
    recount(&given.publication, &given.expected, |progress| {
        told.push(progress)
    });
    let begun: Vec<Check> = told
        .iter()
        .filter(|told| told.of == 0)
        .map(|told| told.check)
        .collect();
    assert_eq!(begun, Check::ALL);
    let signatures: Vec<u64> = told
        .iter()
        .filter(|told| told.of > 0)
        .map(|told| told.done)
        .collect();
    assert_eq!(signatures, [0, 64, 128, 192, 200]);
}

#[test]
fn a_dropped_ballot_shows_in_the_box() {
    for drop in [
        |publication: &mut Publication| drop(publication.opened.ballots.remove(11)),
        |publication: &mut Publication| publication.opened.laid_aside.clear(),
        |publication: &mut Publication| publication.opened.rejected.clear(),
    ] {
        let problem = tampered(drop, Check::Box);
        assert!(matches!(problem, Problem::OtherBox { .. }), "{problem:?}");
    }
}

#[test]
fn a_changed_ballot_shows_in_its_signature() {
    for change in [
        |publication: &mut Publication| publication.opened.ballots[7].choices = vec![proposal(9)],
        |publication: &mut Publication| {
            publication.opened.ballots[7].words = publication.opened.ballots[8].words
        },
        |publication: &mut Publication| {
            publication.opened.ballots[7].salt = domain::ballot_box::Salt::new([0xee; 32])
        },
    ] {
        let seal = given().publication.opened.ballots[7].seal;
        let why = Rejection::BadSignature;
        assert_eq!(
            tampered(change, Check::Signatures),
            Problem::Ballot(BadRow { seal, why })
        );
    }
}

#[test]
fn a_seal_from_outside_the_list_is_named() {
    let add = |publication: &mut Publication| {
        let ballot = sealed(&publication.rules, 9_999, vec![proposal(1)]);
        publication.opened.ballots.push(ballot);
    };
    let (seal, why) = (key(9_999).seal(), Rejection::ForeignSeal);
    assert_eq!(
        tampered(add, Check::Seals),
        Problem::Ballot(BadRow { seal, why })
    );

    let add_to_the_list_too = |publication: &mut Publication| {
        add(publication);
        publication.seals.push(key(9_999).seal());
    };
    let problem = tampered(add_to_the_list_too, Check::Seals);
    assert!(matches!(problem, Problem::OtherSeals { .. }), "{problem:?}");
}

#[test]
fn a_seal_that_is_there_twice_is_named() {
    let twice = |publication: &mut Publication| {
        let again = publication.opened.ballots[3].clone();
        publication.opened.ballots.push(again);
    };
    let (seal, why) = (
        given().publication.opened.ballots[3].seal,
        Rejection::RepeatedSeal,
    );
    assert_eq!(
        tampered(twice, Check::Seals),
        Problem::Ballot(BadRow { seal, why })
    );

    let on_the_list = |publication: &mut Publication| publication.seals.push(key(5).seal());
    assert_eq!(
        tampered(on_the_list, Check::Seals),
        Problem::SealTwice(key(5).seal())
    );
}

#[test]
fn a_row_rejected_for_another_reason_is_named() {
    for why in [
        Rejection::ForeignSeal,
        Rejection::RepeatedSeal,
        Rejection::BadSignature,
        Rejection::CommitmentDiffers,
        Rejection::InvalidChoices,
    ] {
        let reject = |publication: &mut Publication| publication.opened.rejected[0].why = why;
        let seal = given().publication.opened.rejected[0].row.seal;
        assert_eq!(
            tampered(reject, Check::NotCounted),
            Problem::WronglyRejected(BadRow { seal, why })
        );
    }
}

#[test]
fn a_good_ballot_under_the_rejected_is_named() {
    // The operator's easiest lie: the head stays the same, and without the key nobody could tell.
    let hide = |publication: &mut Publication| {
        let ballot = publication.opened.ballots.remove(3);
        let letter = (0..SIZE.ballots)
            .find(|&letter| key(letter).seal() == ballot.seal)
            .unwrap();
        let row = row(&publication.rules, letter, ballot.choices);
        publication.opened.rejected.push(Rejected {
            row: row.closed(),
            sealed: Envelope::new(row.sealed),
            why: Rejection::Unreadable,
        });
    };
    let problem = tampered(hide, Check::NotCounted);
    assert!(
        matches!(problem, Problem::WronglyRejected(_)),
        "{problem:?}"
    );
    let with_another_envelope = |publication: &mut Publication| {
        hide(publication);
        let last = publication.opened.rejected.last_mut().unwrap();
        last.sealed = Envelope::new(vec![0; 80]);
    };
    let problem = tampered(with_another_envelope, Check::NotCounted);
    assert!(matches!(problem, Problem::OtherEnvelope(_)), "{problem:?}");
    let with_another_key = |publication: &mut Publication| {
        hide(publication);
        publication.box_key = BoxSeed::from_entropy([1; 32]).box_key();
    };
    let problem = tampered(with_another_key, Check::NotCounted);
    assert!(matches!(problem, Problem::OtherKey { .. }), "{problem:?}");
}

#[test]
fn a_good_ballot_laid_aside_is_counted_among_cancelled_letters() {
    let hide = |publication: &mut Publication| {
        let Publication { round, wijk, .. } = *publication;
        let ballot = publication.opened.ballots.remove(3);
        publication
            .opened
            .laid_aside
            .push(ballot.closed(round, wijk));
    };
    let (cancelled, found) = (1, 2);
    assert_eq!(
        tampered(hide, Check::NotCounted),
        Problem::TooManyLaidAside { cancelled, found }
    );
}

#[test]
fn more_seals_than_voters_are_named() {
    let mut given = given();
    given.publication.seals.push(key(9_999).seal());
    given.expected.seals = Some(seal_list_hash(&given.publication.seals));
    let (seals, most) = (63, 62);
    let problem = Problem::TooManySeals { seals, most };
    assert_eq!(
        again(&given).finding(Check::Seals),
        Some(&Finding::Fails(problem))
    );
}

#[test]
fn choices_that_the_rules_do_not_allow_are_named() {
    for choices in [vec![], vec![proposal(77)], (1..=5).map(proposal).collect()] {
        let mut given = given();
        let ballot = sealed(&given.publication.rules, 0, choices);
        let seal = ballot.seal;
        let opened = &mut given.publication.opened;
        opened.ballots.retain(|ballot| ballot.seal != seal);
        opened.ballots.push(ballot);
        let found = again(&given);
        let why = Rejection::InvalidChoices;
        let expected = Finding::Fails(Problem::Ballot(BadRow { seal, why }));
        assert_eq!(found.finding(Check::Choices), Some(&expected));
    }
}

#[test]
fn a_changed_lot_is_named() {
    let seed = |publication: &mut Publication| {
        publication.lot.promised = LotSeed::new([4; 32]);
    };
    assert!(matches!(
        tampered(seed, Check::Lot),
        Problem::OtherSeed { .. }
    ));
    let order = |publication: &mut Publication| publication.lot.order.swap(0, 1);
    assert_eq!(tampered(order, Check::Lot), Problem::OtherOrder);
}

#[test]
fn a_wrong_list_of_winners_is_named_with_the_right_one() {
    let honest = given();
    let change =
        |publication: &mut Publication| publication.winners.truncate(publication.winners.len() - 1);
    let Problem::OtherOutcome { announced, found } = tampered(change, Check::Count) else {
        panic!("another problem");
    };
    let missing = found.beyond(&announced);
    assert_eq!(missing.len(), 1);
    assert_eq!(
        Some(&missing[0].proposal),
        honest.publication.winners.last()
    );
    assert!(missing[0].title.starts_with("Baan "));

    let other_order = |publication: &mut Publication| publication.winners.swap(0, 1);
    let problem = tampered(other_order, Check::Count);
    assert!(
        matches!(problem, Problem::OtherOutcome { .. }),
        "{problem:?}"
    );
    let more_left = |publication: &mut Publication| publication.left = Euro::whole(1);
    let problem = tampered(more_left, Check::Count);
    assert!(
        matches!(problem, Problem::OtherOutcome { .. }),
        "{problem:?}"
    );
}

#[test]
fn a_page_that_differs_from_the_file_is_named() {
    let mut given = given();
    given.expected.winners = Some(vec![proposal(9)]);
    let found = again(&given);
    let (check, Problem::OtherOutcome { announced, .. }) = found.problems().next().unwrap() else {
        panic!("another problem");
    };
    assert_eq!(
        (check, announced.winners[0].proposal),
        (Check::Count, proposal(9))
    );
}

#[test]
fn changed_rules_are_named() {
    let change = |publication: &mut Publication| {
        publication.rules.wijken[0].budget = Euro::whole(1_000_000);
    };
    let problem = tampered(change, Check::Rules);
    assert!(matches!(problem, Problem::OtherRules { .. }), "{problem:?}");
}

#[test]
fn rules_without_this_wijk_leave_nothing_to_count_by() {
    let mut given = given();
    given.expected.rules = None;
    given.publication.wijk = WijkId::new(uuid::Uuid::from_u128(99));
    let found = again(&given);
    assert_eq!(
        found.problems().next(),
        Some((Check::Rules, &Problem::ForeignRules))
    );
    for check in [Check::Choices, Check::Lot, Check::Count, Check::Proof] {
        assert_eq!(found.finding(check), Some(&Finding::Blocked));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Dropping any ballots, and announcing what is then counted, changes the box.
    #[test]
    fn ballots_cannot_be_dropped(kept in prop::collection::vec(any::<bool>(), 40)) {
        prop_assume!(kept.iter().any(|kept| !kept));
        let mut given = given();
        let mut kept = kept.into_iter();
        given.publication.opened.ballots.retain(|_| kept.next().unwrap_or(true));
        let found = again(&given);
        prop_assert!(matches!(found.finding(Check::Box), Some(Finding::Fails(_))));
    }

    /// Even who holds some letters cannot change a ballot after closing, though it is signed anew.
    #[test]
    fn a_ballot_cannot_be_replaced(letter in 0_u32..40, choice in 1_u16..=9) {
        let mut given = given();
        let ballot = sealed(&given.publication.rules, letter, vec![proposal(choice)]);
        let Publication { round, wijk, ref mut opened, .. } = given.publication;
        let place = opened.ballots.iter().position(|other| other.seal == ballot.seal).unwrap();
        prop_assume!(opened.ballots[place].choices != ballot.choices);
        opened.ballots[place] = ballot;
        let all = opened.ballots.iter().map(|ballot| ballot.closed(round, wijk));
        prop_assert_ne!(Some(head(all)), given.expected.head);
        let found = again(&given);
        prop_assert_eq!(found.finding(Check::Signatures), Some(&Finding::Holds));
        prop_assert!(matches!(found.finding(Check::Box), Some(Finding::Fails(_))));
    }
}
