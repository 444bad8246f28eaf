//! An election made ready for its rule: who counts as a voter, what takes part, and who goes first in a tie.

use std::cmp::Reverse;

use super::{
    CountFault,
    allocation::{Allocation, Award, Shares, Tie, Why},
    ballots::ProjectIndex,
    election::Election,
    profile::Profile,
    rule::{Blank, CountingRule, Hopeless, Ties},
};
use crate::euro::Euro;

/// The largest amount that can be counted, in cents, for the budget and for all costs together: ten thousand billion euros.
const MAX_MONEY: u64 = 1_000_000_000_000_000;

/// An election made ready for its rule.
pub struct Contest<'a> {
    pub election: &'a Election,
    pub rule: CountingRule,
    pub profile: Profile,
    /// As the rule counts them.
    pub voters: u64,
    /// All costs together, in cents.
    pub all_costs: u64,
    /// Why a project is set aside before the count, if it is.
    aside: Vec<Option<Why>>,
    /// The rank of every project among those as good as it; lower goes first. No two are equal.
    rank: Vec<u32>,
    /// The drawn or given order.
    order: Vec<ProjectIndex>,
}

impl<'a> Contest<'a> {
    /// Makes ready. `order` is the drawn or given order: lower goes first, and no two are equal.
    pub fn new(
        election: &'a Election,
        rule: &CountingRule,
        order: &[ProjectIndex],
    ) -> Result<Self, CountFault> {
        if order.len() != election.projects.len() {
            return Err(CountFault::Order);
        }
        let profile = Profile::new(election, rule.utility())?;
        let voters = election.ballots.choosing()
            + match rule.blank {
                Blank::Voter => election.ballots.blank(),
                Blank::Turnout => 0,
            };
        let all_costs = election
            .projects
            .iter()
            .try_fold(0_u64, |sum, project| {
                sum.checked_add(project.cost.as_cents())
            })
            .filter(|&sum| sum <= MAX_MONEY && election.budget.as_cents() <= MAX_MONEY)
            .ok_or(CountFault::TooMuchMoney)?;
        let rank = ranks(election, rule.ties, &profile, order)?;
        let aside = (0..election.projects.len())
            .map(|project| aside(election, rule, &profile, voters, project))
            .collect();
        Ok(Self {
            election,
            rule: *rule,
            profile,
            voters,
            all_costs,
            aside,
            rank,
            order: order.to_vec(),
        })
    }

    /// Cost in cents.
    pub fn cost(&self, project: usize) -> u64 {
        self.election.projects[project].cost.as_cents()
    }

    /// Who goes first in a tie: lower.
    pub fn rank(&self, project: usize) -> u32 {
        self.rank[project]
    }

    /// Whether `one` would go first if it had as many votes as `other`.
    pub fn would_go_first(&self, one: usize, other: usize) -> bool {
        let key = |project: usize| (self.cost(project), self.order[project]);
        match self.rule.ties {
            Ties::CostVotesOrder => key(one) < key(other),
            Ties::Order => self.order[one] < self.order[other],
        }
    }

    /// The projects that take part.
    pub fn taking_part(&self) -> impl Iterator<Item = usize> {
        (0..self.aside.len()).filter(|&project| self.aside[project].is_none())
    }

    /// What settled that `first` goes before `other`, which is equally good.
    pub fn settled(&self, first: usize, other: usize) -> Tie {
        let votes = |project: usize| self.profile.total(project).voters;
        match self.rule.ties {
            Ties::CostVotesOrder if self.cost(first) != self.cost(other) => Tie::Cost,
            Ties::CostVotesOrder if votes(first) != votes(other) => Tie::Votes,
            Ties::CostVotesOrder | Ties::Order => Tie::Lot,
        }
    }

    /// How a project fared.
    pub fn award(
        &self,
        project: usize,
        granted: u64,
        why: Why,
        tie: Option<Tie>,
    ) -> Award<ProjectIndex> {
        let total = self.profile.total(project);
        let is_won = why.is_won();
        Award {
            // An index is made from a `u32` in the first place.
            id: ProjectIndex::try_from(project).unwrap_or(ProjectIndex::MAX),
            cost: self.election.projects[project].cost,
            votes: total.voters,
            points: total.weight,
            granted: Euro::cents(granted),
            places: if is_won {
                self.election.projects[project].places
            } else {
                0
            },
            why,
            tie,
        }
    }

    /// The outcome: `awards` of what took part, then what was set aside, most supported first.
    pub fn allocation(
        &self,
        mut awards: Vec<Award<ProjectIndex>>,
        shares: Option<Shares>,
    ) -> Allocation<ProjectIndex> {
        let mut aside: Vec<Award<ProjectIndex>> = (0..)
            .zip(&self.aside)
            .filter_map(|(project, why)| Some(self.award(project, 0, why.clone()?, None)))
            .collect();
        aside.sort_by_key(|award| (Reverse(award.votes), self.rank(award.id as usize)));
        awards.extend(aside);
        let spent: Euro = awards.iter().map(|award| award.granted).sum();
        Allocation {
            rule: self.rule,
            budget: self.election.budget,
            voters: self.voters,
            shares,
            awards,
            left: self.election.budget.minus(spent).unwrap_or_default(),
        }
    }
}

fn aside(
    election: &Election,
    rule: &CountingRule,
    profile: &Profile,
    voters: u64,
    project: usize,
) -> Option<Why> {
    let votes = profile.total(project).voters;
    let needed = (u128::from(voters) * u128::from(rule.min_share)).div_ceil(1_000);
    if rule.hopeless == Hopeless::SetAside {
        if votes == 0 {
            return Some(Why::NoVotes);
        }
        let cost = election.projects[project].cost;
        if let Some(short) = cost
            .minus(election.budget)
            .filter(|&short| short > Euro::ZERO)
        {
            return Some(Why::TooDear { short });
        }
    }
    (u128::from(votes) < needed).then_some(Why::TooFewVotes {
        needed: u64::try_from(needed).unwrap_or(u64::MAX),
    })
}

fn ranks(
    election: &Election,
    ties: Ties,
    profile: &Profile,
    order: &[ProjectIndex],
) -> Result<Vec<u32>, CountFault> {
    let mut best_first: Vec<usize> = (0..order.len()).collect();
    match ties {
        Ties::Order => best_first.sort_by_key(|&project| order[project]),
        Ties::CostVotesOrder => best_first.sort_by_key(|&project| {
            (
                election.projects[project].cost,
                Reverse(profile.total(project).voters),
                order[project],
            )
        }),
    }
    let mut sorted = order.to_vec();
    sorted.sort_unstable();
    if sorted.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(CountFault::Order);
    }
    let mut rank = vec![0; best_first.len()];
    for (at, project) in (0..).zip(best_first) {
        rank[project] = at;
    }
    Ok(rank)
}
