//! Random small elections and rules.

use domain::{
    count::{
        Ballots, Blank, ByVotes, Comparison, Completion, CountingRule, Election, EqualShares,
        Hopeless, Method, Order, Project, ProjectIndex, Start, Stop, Ties, Utility, VERSION,
        VoteType,
    },
    euro::Euro,
};
use proptest::{
    collection::vec,
    prelude::{Just, Strategy, any},
    prop_oneof,
    sample::select,
};

/// An election that a test may still change: ballots voter by voter, unmerged.
#[derive(Clone, Debug)]
pub struct Draft {
    pub vote_type: VoteType,
    pub budget: u64,
    /// (cost, places) of each project.
    pub projects: Vec<(u64, u32)>,
    /// What each voter chose, with points; nothing is a blank ballot.
    pub ballots: Vec<Vec<(ProjectIndex, u32)>>,
    /// The rank of each project; the lower wins a tie.
    pub order: Vec<u32>,
}

impl Draft {
    /// Ticks, for one cost a project.
    pub fn approval(budget: u64, costs: &[u64], ballots: &[&[ProjectIndex]]) -> Self {
        Self {
            vote_type: VoteType::Approval,
            budget,
            projects: costs.iter().map(|&cost| (cost, 1)).collect(),
            ballots: ballots
                .iter()
                .map(|choices| choices.iter().map(|&choice| (choice, 1)).collect())
                .collect(),
            order: (0..).take(costs.len()).collect(),
        }
    }

    pub fn election(&self) -> Election {
        let mut ballots = Ballots::new(self.vote_type);
        for ballot in &self.ballots {
            let (choices, points): (Vec<_>, Vec<_>) = ballot.iter().copied().unzip();
            let points = if self.vote_type.has_points() {
                &points[..]
            } else {
                &[]
            };
            ballots.add(&choices, points, 1).unwrap();
        }
        Election {
            budget: Euro::cents(self.budget),
            projects: self
                .projects
                .iter()
                .map(|&(cost, places)| Project {
                    cost: Euro::cents(cost),
                    places,
                })
                .collect(),
            ballots,
        }
    }
}

/// Elections with up to 8 projects and 12 voters: equal costs and different ones, blank ballots, projects that nobody
/// supports, that cost nothing or more than there is.
pub fn drafts(vote_type: VoteType) -> impl Strategy<Value = Draft> {
    (1_usize..=8).prop_flat_map(move |size| {
        (
            0_u64..=60,
            projects(size),
            vec(ballot(vote_type, size), 0..=12),
            vec(any::<bool>(), size),
            Just((0..).take(size).collect::<Vec<u32>>()).prop_shuffle(),
        )
            .prop_map(move |(budget, projects, mut ballots, unloved, order)| {
                // Half of the elections have projects that nobody chooses.
                if unloved[0] {
                    for ballot in &mut ballots {
                        ballot.retain(|&(choice, _)| choice == 0 || !unloved[choice as usize]);
                    }
                }
                Draft {
                    vote_type,
                    budget,
                    projects,
                    ballots,
                    order,
                }
            })
    })
}

/// Every kind of ballot.
pub fn vote_types() -> impl Strategy<Value = VoteType> {
    prop_oneof![
        3 => Just(VoteType::Approval),
        1 => Just(VoteType::Cumulative),
        1 => Just(VoteType::Ordinal),
    ]
}

/// A random election with a rule that fits its ballots.
pub fn cases() -> impl Strategy<Value = (Draft, CountingRule)> {
    vote_types().prop_flat_map(|vote_type| (drafts(vote_type), rules(vote_type)))
}

/// A random election with Equal Shares in any variant.
pub fn equal_shares_cases() -> impl Strategy<Value = (Draft, CountingRule)> {
    vote_types().prop_flat_map(|vote_type| {
        let method = equal_shares(vote_type).prop_map(Method::EqualShares);
        (drafts(vote_type), rules_of(method))
    })
}

fn projects(size: usize) -> impl Strategy<Value = Vec<(u64, u32)>> {
    let whole = |costs| vec(select(costs), size).prop_map(|costs| with_places(&costs));
    prop_oneof![
        whole(vec![10]),
        whole(vec![5, 10, 20]),
        whole((0..=30).collect()),
        vec((1_u64..=10, 1_u32..=3), size).prop_map(|parts| parts
            .into_iter()
            .map(|(one, places)| (one * u64::from(places), places))
            .collect()),
    ]
}

fn with_places(costs: &[u64]) -> Vec<(u64, u32)> {
    costs.iter().map(|&cost| (cost, 1)).collect()
}

fn ballot(vote_type: VoteType, size: usize) -> impl Strategy<Value = Vec<(ProjectIndex, u32)>> {
    let choices: Vec<ProjectIndex> = (0..).take(size).collect();
    let longest = if vote_type == VoteType::ChooseOne {
        1
    } else {
        size
    };
    (
        Just(choices).prop_shuffle(),
        vec(0_u32..=10, size),
        0..=longest,
    )
        .prop_map(move |(choices, points, length)| {
            let points = points.into_iter().map(|points| match vote_type {
                VoteType::Cumulative | VoteType::Scoring => points,
                VoteType::Approval | VoteType::ChooseOne | VoteType::Ordinal => 1,
            });
            choices.into_iter().zip(points).take(length).collect()
        })
}

/// Every rule that has a meaning for these ballots.
pub fn rules(vote_type: VoteType) -> impl Strategy<Value = CountingRule> {
    rules_of(prop_oneof![
        2 => by_votes(vote_type).prop_map(Method::ByVotes),
        3 => equal_shares(vote_type).prop_map(Method::EqualShares),
        1 => Just(Method::Phragmen),
    ])
}

pub fn rules_of(method: impl Strategy<Value = Method>) -> impl Strategy<Value = CountingRule> {
    (
        method,
        select(Ties::ALL),
        select(Hopeless::ALL),
        select(Blank::ALL),
        prop_oneof![3 => Just(0_u16), 1 => 0_u16..=400],
    )
        .prop_map(|(method, ties, hopeless, blank, min_share)| CountingRule {
            version: VERSION,
            method,
            ties,
            min_share,
            hopeless,
            blank,
        })
}

pub fn utilities(vote_type: VoteType) -> impl Strategy<Value = Utility> {
    select(match vote_type {
        VoteType::Approval | VoteType::ChooseOne => vec![Utility::Cost, Utility::Cardinality],
        VoteType::Cumulative | VoteType::Scoring => vec![
            Utility::Cost,
            Utility::Cardinality,
            Utility::Score,
            Utility::ScoreCost,
        ],
        VoteType::Ordinal => vec![
            Utility::Cost,
            Utility::Cardinality,
            Utility::Borda,
            Utility::PosScore,
            Utility::PosScoreCost,
        ],
    })
}

fn by_votes(vote_type: VoteType) -> impl Strategy<Value = ByVotes> {
    (utilities(vote_type), any::<bool>(), select(Order::ALL)).prop_map(
        |(utility, per_euro, order)| ByVotes {
            utility,
            per_euro,
            order,
        },
    )
}

pub fn equal_shares(vote_type: VoteType) -> impl Strategy<Value = EqualShares> {
    // The first share is only rounded down where it grows in whole steps.
    let growth = prop_oneof![
        Just((Completion::None, Start::Exact)),
        Just((Completion::Increase(1_000), Start::Exact)),
        Just((Completion::Increase(333), Start::Exact)),
        (
            select(vec![Completion::Add1, Completion::Add1u]),
            select(Start::ALL)
        ),
    ];
    (
        utilities(vote_type),
        growth,
        select(Stop::ALL),
        1_u64..=5,
        select(Comparison::ALL),
    )
        .prop_map(
            |(utility, (completion, start), stop, step, comparison)| EqualShares {
                utility,
                start,
                completion,
                stop,
                step,
                comparison,
            },
        )
}
