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
    let winners: Vec<ProjectIndex> = allocation.winners().map(|award| award.id).collect();
    assert_eq!(winners, [0, 1, 3]);
    assert_eq!(
        allocation.shares.unwrap().last,
        Fraction::whole(1_700_000_000)
    );
}

/// Six of ten voters pay for project 0 with all they have. The next share buys everything, which is too dear. So 40 of
/// 100 are left: enough for project 1 (three votes), or for project 2 (one vote, yet more votes per cent).
#[test]
fn a_top_up_goes_by_votes_for_cost_utility_else_per_cent() {
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
        let winners: Vec<ProjectIndex> = allocation.winners().map(|award| award.id).collect();
        assert_eq!(winners, expected, "{utility}");
    }
}

/// Two of three points of a project are of a voter whose share is 2/15,009 cent less than two thirds of its cost. Amounts
/// as large as this leave 1/4,096 cent to the spans, so only the exact comparison sees that the voter cannot pay in full.
#[test]
fn a_payer_short_of_a_thousandth_of_a_cent_pays_all_they_have() {
    let cost = 200_000_000_000;
    let mut ballots = Ballots::new(VoteType::Cumulative);
    for (project, points, voters) in [(0, 2, 1), (0, 1, 1), (1, 1, 5_001)] {
        ballots.add(&[project], &[points], voters).unwrap();
    }
    let election = Election {
        budget: Euro::cents((2 * 5_003 * cost - 2) / 3),
        projects: [cost, 1]
            .map(|cents| Project {
                cost: Euro::cents(cents),
                places: 1,
            })
            .to_vec(),
        ballots,
    };
    let mut rule = CountingRule::equal_shares(Completion::None);
    if let Method::EqualShares(shares) = &mut rule.method {
        shares.utility = Utility::Score;
    }
    let allocation = count(&election, &rule, &[0, 1]).unwrap();
    let award = allocation.awards.iter().find(|award| award.id == 0);
    let Why::Paid(paid) = &award.unwrap().why else {
        panic!("{award:?}");
    };
    assert_eq!((paid.full, paid.partial, paid.broke), (1, 1, 0));
    let rest = &Fraction::whole(cost.into()) - &allocation.shares.unwrap().start;
    assert_eq!(paid.price, rest);
}

/// Project 0 leaves three of its supporters 4 of 10. Then project 1, paid by six others in full, and project 2, paid by those
/// three in part and six others in full, both cost 9 each: equally good, though one is worked out over fewer payers.
#[test]
fn projects_paid_in_full_and_in_part_can_tie() {
    let mut ballots = Ballots::new(VoteType::Approval);
    for (choices, voters) in [(&[0, 2][..], 3), (&[0], 3), (&[1], 6), (&[2], 6)] {
        ballots.add(choices, &[], voters).unwrap();
    }
    let election = Election {
        budget: Euro::cents(180),
        projects: [36, 54, 66]
            .map(|cents| Project {
                cost: Euro::cents(cents),
                places: 1,
            })
            .to_vec(),
        ballots,
    };
    let mut rule = CountingRule {
        ties: Ties::Order,
        ..CountingRule::equal_shares(Completion::None)
    };
    if let Method::EqualShares(shares) = &mut rule.method {
        shares.utility = Utility::Cardinality;
    }
    let allocation = count(&election, &rule, &[0, 2, 1]).unwrap();
    let winners: Vec<_> = allocation
        .winners()
        .map(|award| (award.id, award.tie))
        .collect();
    assert_eq!(winners, [(0, None), (2, Some(Tie::Lot)), (1, None)]);
}

/// All three cost the same and have different supporters: a leap may not take two of them for twins, of which the one that
/// goes first now goes first at every larger share. The last share is that of the definition.
#[test]
fn projects_of_equal_cost_are_not_twins() {
    let mut ballots = Ballots::new(VoteType::Approval);
    for (choices, voters) in [
        (&[0, 1][..], 2),
        (&[0], 2),
        (&[1], 1),
        (&[1, 2], 1),
        (&[2], 2),
    ] {
        ballots.add(choices, &[], voters).unwrap();
    }
    let project = Project {
        cost: Euro::cents(110),
        places: 1,
    };
    let election = Election {
        budget: Euro::cents(220),
        projects: vec![project; 3],
        ballots,
    };
    let mut rule = CountingRule {
        ties: Ties::Order,
        ..CountingRule::equal_shares(Completion::Increase(333))
    };
    if let Method::EqualShares(shares) = &mut rule.method {
        shares.stop = Stop::Overspend;
    }
    let allocation = count(&election, &rule, &[0, 2, 1]).unwrap();
    let last = allocation.shares.unwrap().last;
    assert_eq!(last, "95293/2000".parse().unwrap());
}

/// Three shares together are 1/10,007 cent less than what they chose costs: less than the 1/4,096 that is left to the spans.
#[test]
fn a_project_a_fraction_of_a_cent_short_is_not_bought() {
    let cost = 200_000_000_000;
    let mut ballots = Ballots::new(VoteType::Approval);
    for (choices, voters) in [(&[0][..], 1), (&[0, 2], 1), (&[0, 3], 1), (&[1], 10_004)] {
        ballots.add(choices, &[], voters).unwrap();
    }
    let election = Election {
        budget: Euro::cents((10_007 * cost - 1) / 3),
        projects: [cost, 1, 300_000_000_000_000, 300_000_000_000_000]
            .map(|cents| Project {
                cost: Euro::cents(cents),
                places: 1,
            })
            .to_vec(),
        ballots,
    };
    let rule = CountingRule::equal_shares(Completion::None);
    let allocation = count(&election, &rule, &[0, 1, 2, 3]).unwrap();
    let won: Vec<ProjectIndex> = allocation.winners().map(|award| award.id).collect();
    assert_eq!(won, [1]);
    let award = allocation.awards.iter().find(|award| award.id == 0);
    let Why::Poor(shortage) = &award.unwrap().why else {
        panic!("{award:?}");
    };
    assert_eq!(shortage.short, "1/10007".parse().unwrap());
}

/// Who paid exactly their share has nothing left, and who paid 1/30,021 cent less still has that: no span tells which.
#[test]
fn an_empty_wallet_is_told_from_a_nearly_empty_one() {
    let paid =
        |budget, costs: &[u64], ballots: &[(&[ProjectIndex], &[u32], u32)], last: ProjectIndex| {
            let mut all = Ballots::new(VoteType::Cumulative);
            for (choices, points, voters) in ballots {
                all.add(choices, points, *voters).unwrap();
            }
            let election = Election {
                budget: Euro::cents(budget),
                projects: costs
                    .iter()
                    .map(|&cents| Project {
                        cost: Euro::cents(cents),
                        places: 1,
                    })
                    .collect(),
                ballots: all,
            };
            let mut rule = CountingRule::equal_shares(Completion::None);
            if let Method::EqualShares(shares) = &mut rule.method {
                shares.utility = Utility::Score;
            }
            let order: Vec<ProjectIndex> = (0..).take(costs.len()).collect();
            let allocation = count(&election, &rule, &order).unwrap();
            let award = allocation.awards.into_iter().find(|award| award.id == last);
            match award.unwrap().why {
                Why::Paid(paid) => (paid.full, paid.partial, paid.broke),
                why => panic!("{why:?}"),
            }
        };
    let exactly = [
        (&[0, 1][..], &[2, 1][..], 1),
        (&[0], &[2], 2),
        (&[1], &[1], 3),
    ];
    assert_eq!(paid(10, &[5, 5], &exactly, 1), (3, 0, 1));

    let cost = 140_000_000_000;
    let nearly = [
        (&[0, 2][..], &[4, 1][..], 1),
        (&[0], &[2], 1),
        (&[2], &[1], 1),
        (&[1], &[1], 10_004),
    ];
    let budget = (2 * 10_007 * cost + 1) / 3;
    assert_eq!(
        paid(budget, &[cost, 1, budget / 10_007], &nearly, 2),
        (1, 1, 0)
    );
}
