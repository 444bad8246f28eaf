//! Ballots are merged, and what differs is kept apart.

use super::*;

#[test]
fn identical_ballots_are_merged_in_any_order_of_ticks() {
    let mut ballots = Ballots::new(VoteType::Approval);
    for choices in [&[1, 2][..], &[2, 1], &[], &[2]] {
        ballots.add(choices, &[], 1).unwrap();
    }
    assert_eq!(
        (ballots.distinct(), ballots.choosing(), ballots.blank()),
        (2, 3, 1)
    );
    assert_eq!(
        ballots.ballot(0),
        Ballot {
            choices: &[1, 2],
            points: &[],
            count: 2
        }
    );
    let mut other = Ballots::new(VoteType::Approval);
    for (choices, count) in [(&[2][..], 1), (&[1, 2], 2), (&[], 1)] {
        other.add(choices, &[], count).unwrap();
    }
    assert_eq!(ballots, other);
}

#[test]
fn points_stay_with_their_project() {
    let mut ballots = Ballots::new(VoteType::Cumulative);
    ballots.add(&[5, 3], &[7, 2], 1).unwrap();
    ballots.add(&[3, 5], &[2, 7], 1).unwrap();
    ballots.add(&[3, 5], &[7, 2], 1).unwrap();
    assert_eq!(ballots.distinct(), 2);
    assert_eq!(
        ballots.ballot(0),
        Ballot {
            choices: &[3, 5],
            points: &[2, 7],
            count: 2
        }
    );
}

#[test]
fn an_order_of_preference_stays_as_it_is() {
    let mut ballots = Ballots::new(VoteType::Ordinal);
    ballots.add(&[5, 3], &[], 1).unwrap();
    ballots.add(&[3, 5], &[], 1).unwrap();
    assert_eq!((ballots.distinct(), ballots.ranks()), (2, 2));
    ballots.allow_ranks(1);
    assert_eq!(ballots.ranks(), 2);
}

#[test]
fn ballots_that_differ_in_anything_are_not_equal() {
    let made = |vote_type, ranks, choices: &[ProjectIndex], points: &[u32], voters| {
        let mut ballots = Ballots::new(vote_type);
        ballots.allow_ranks(ranks);
        ballots.add(choices, points, voters).unwrap();
        ballots
    };
    let ballots = made(VoteType::Cumulative, 0, &[1], &[2], 3);
    let others = [
        made(VoteType::Scoring, 0, &[1], &[2], 3),
        made(VoteType::Cumulative, 1, &[1], &[2], 3),
        made(VoteType::Cumulative, 0, &[2], &[2], 3),
        made(VoteType::Cumulative, 0, &[1], &[3], 3),
        made(VoteType::Cumulative, 0, &[1], &[2], 4),
    ];
    for other in others {
        assert_ne!(ballots, other);
    }
    let mut with_blank = ballots.clone();
    with_blank.add(&[], &[], 1).unwrap();
    assert_ne!(ballots, with_blank);
    let shown = format!("{with_blank:?}");
    for part in [
        "Cumulative",
        "choices: [1]",
        "points: [2]",
        "count: 3",
        "blank: 1",
    ] {
        assert!(shown.contains(part), "{shown}");
    }
}

/// A quarter of a million ballots have the same half of a hash here and there; they are told apart by their content.
#[test]
fn ballots_with_the_same_hash_are_kept_apart() {
    let mut ballots = Ballots::new(VoteType::Approval);
    let mut hashes = std::collections::HashSet::new();
    let mut all = 0;
    for one in 0..700 {
        for other in one + 1..700 {
            ballots.add(&[one, other], &[], 1).unwrap();
            hashes.insert(hash((&[one, other], &[])));
            all += 1;
        }
    }
    assert_eq!(ballots.distinct(), all);
    assert!(hashes.len() < all, "no two had the same hash");
}

#[test]
fn more_voters_than_fit_are_refused() {
    let mut ballots = Ballots::default();
    ballots.add(&[1], &[], u32::MAX).unwrap();
    assert_eq!(ballots.add(&[1], &[], 1), Err(TooManyBallots));
}

#[test]
fn only_cumulative_and_scoring_ballots_have_points() {
    let with_points: Vec<_> = VoteType::ALL
        .iter()
        .filter(|kind| kind.has_points())
        .collect();
    assert_eq!(with_points, [&VoteType::Cumulative, &VoteType::Scoring]);
}
