//! Equal Shares: what random elections seldom show.

use super::*;

/// Projects 1 and 2 are the same to everybody, and voter 0 has too little left to pay in full for either. Yet the hundred
/// million shares between the first that buys one of them and the last, which buys project 3, need not be looked at.
#[test]
fn shares_are_leapt_over_where_two_projects_are_alike() {
    let mut ballots = Ballots::new(VoteType::Approval);
    for choices in [&[0, 1, 2][..], &[0], &[0], &[1, 2], &[1, 2], &[3]] {
        ballots.add(choices, &[], 1).unwrap();
    }
    let costs = [3_000_000_000, 3_600_000_000, 3_600_000_000, 1_700_000_000];
    let election = Election {
        budget: Euro::cents(9_000_000_000),
        projects: costs
            .map(|cents| Project {
                cost: Euro::cents(cents),
                places: 1,
            })
            .to_vec(),
        ballots,
    };
    let mut rule = CountingRule::equal_shares(Completion::Add1);
    if let Method::EqualShares(shares) = &mut rule.method {
        shares.step = 1;
    }
    let allocation = count(&election, &rule, &[0, 1, 2, 3]).unwrap();
    let winners: Vec<Place> = allocation.winners().map(|award| award.id).collect();
    assert_eq!(winners, [0, 1, 3]);
    assert_eq!(
        allocation.shares.unwrap().last,
        Fraction::whole(1_700_000_000)
    );
}

/// Six of ten voters pay for project 0 with all they have. The next share buys everything, which is too dear. So 40 of
/// 100 are left: enough for project 1 (three votes), or for project 2 (one vote, yet more votes per cent).
#[test]
fn what_is_left_goes_by_votes_where_utility_is_cost_and_else_by_votes_per_cent() {
    let mut ballots = Ballots::new(VoteType::Approval);
    for (choices, voters) in [(&[0, 1, 2][..], 1), (&[0, 1], 2), (&[0], 3)] {
        ballots.add(choices, &[], voters).unwrap();
    }
    ballots.add(&[3], &[], 4).unwrap();
    let election = Election {
        budget: Euro::cents(100),
        projects: [60, 40, 11, 95]
            .map(|cents| Project {
                cost: Euro::cents(cents),
                places: 1,
            })
            .to_vec(),
        ballots,
    };
    for (utility, expected) in [(Utility::Cost, [0, 1]), (Utility::Cardinality, [0, 2])] {
        let mut rule = CountingRule::equal_shares(Completion::Add1u);
        if let Method::EqualShares(shares) = &mut rule.method {
            (shares.utility, shares.step) = (utility, 100);
        }
        let allocation = count(&election, &rule, &[0, 1, 2, 3]).unwrap();
        let winners: Vec<Place> = allocation.winners().map(|award| award.id).collect();
        assert_eq!(winners, expected, "{utility}");
    }
}
