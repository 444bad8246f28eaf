//! The counting rules once more, as close to their definitions as they can be written (src/count/README.md): voter by voter,
//! step by step, in big fractions. Slow, and nothing shared with the engine but the types of its input.

pub mod equal_shares;
pub mod greedy;
pub mod phragmen;

use std::cmp::Reverse;

use domain::count::{
    Ballot, Blank, CountingRule, Election, Hopeless, Method, ProjectIndex, ShareEnd, Ties, Utility,
};
use num_rational::BigRational;

use equal_shares::Core;

/// Who won, in the order of selection, each with what it gets.
#[derive(Debug)]
pub struct Outcome {
    pub winners: Vec<(ProjectIndex, u64)>,
    /// Under Equal Shares: the payments at the last share, why it grew no further, and whether voters preferred the
    /// count by votes.
    pub shares: Option<(Core, ShareEnd, bool)>,
    /// Under Phragmén: the load of the supporters of each winner after it.
    pub loads: Vec<BigRational>,
}

/// Counts by definition.
pub fn count(election: &Election, rule: &CountingRule, order: &[u32]) -> Outcome {
    let scene = Scene::new(election, rule, order);
    match rule.method {
        Method::EqualShares(how) => equal_shares::equal_shares(&scene, &how),
        Method::ByVotes(how) => Outcome {
            winners: greedy::greedy(&scene, &how),
            shares: None,
            loads: Vec::new(),
        },
        Method::Phragmen => phragmen::phragmen(&scene),
    }
}

/// An election voter by voter, under one rule.
pub struct Scene<'a> {
    pub election: &'a Election,
    rule: &'a CountingRule,
    order: &'a [u32],
    /// For each voter, what each project weighs: 1 for a tick, else points. Voters of one ballot stand together.
    weights: Vec<Vec<u64>>,
    pub taking_part: Vec<bool>,
}

impl<'a> Scene<'a> {
    pub fn new(election: &'a Election, rule: &'a CountingRule, order: &'a [u32]) -> Self {
        let mut weights = Vec::new();
        for ballot in election.ballots.iter() {
            let mut of_voter = vec![0; election.projects.len()];
            for (at, &choice) in ballot.choices.iter().enumerate() {
                of_voter[choice as usize] =
                    weight(rule.utility(), election.ballots.ranks(), &ballot, at);
            }
            weights.extend((0..ballot.count).map(|_| of_voter.clone()));
        }
        if rule.blank == Blank::Voter {
            let blank = vec![0; election.projects.len()];
            weights.extend((0..election.ballots.blank()).map(|_| blank.clone()));
        }
        let mut scene = Self {
            election,
            rule,
            order,
            weights,
            taking_part: Vec::new(),
        };
        scene.taking_part = scene.projects().map(|p| scene.takes_part(p)).collect();
        scene
    }

    pub fn projects(&self) -> std::ops::Range<usize> {
        0..self.election.projects.len()
    }

    pub fn voters(&self) -> std::ops::Range<usize> {
        0..self.weights.len()
    }

    pub fn budget(&self) -> u64 {
        self.election.budget.as_cents()
    }

    pub fn cost(&self, p: usize) -> u64 {
        self.election.projects[p].cost.as_cents()
    }

    pub fn supports(&self, voter: usize, p: usize) -> bool {
        self.weights[voter][p] > 0
    }

    /// How many voters support it.
    pub fn votes(&self, p: usize) -> usize {
        self.voters().filter(|&i| self.supports(i, p)).count()
    }

    /// The votes or points for it together.
    pub fn total(&self, p: usize) -> u64 {
        self.voters().map(|i| self.weights[i][p]).sum()
    }

    /// `u_i(p)`.
    pub fn utility(&self, voter: usize, p: usize) -> BigRational {
        let factor = match self.rule.utility() {
            Utility::Cost | Utility::ScoreCost | Utility::PosScoreCost => self.cost(p),
            Utility::Cardinality | Utility::Score | Utility::Borda | Utility::PosScore => 1,
        };
        ratio(self.weights[voter][p]) * ratio(factor)
    }

    /// Whether it is not set aside before the count.
    fn takes_part(&self, p: usize) -> bool {
        let is_hopeless = self.votes(p) == 0 || self.cost(p) > self.budget();
        let asked = usize::from(self.rule.min_share) * self.voters().len();
        self.votes(p) * 1000 >= asked && !(is_hopeless && self.rule.hopeless == Hopeless::SetAside)
    }

    /// What comes first among equals: the least of this.
    pub fn tie_key(&self, p: usize) -> (u64, Reverse<usize>, u32) {
        match self.rule.ties {
            Ties::Order => (0, Reverse(0), self.order[p]),
            Ties::CostVotesOrder => (self.cost(p), Reverse(self.votes(p)), self.order[p]),
        }
    }
}

fn weight(utility: Utility, ranks: u32, ballot: &Ballot<'_>, at: usize) -> u64 {
    let position = u64::try_from(at).unwrap();
    let listed = u64::try_from(ballot.choices.len()).unwrap();
    let points = ballot.points.get(at).map(|&points| u64::from(points));
    match utility {
        Utility::Cost | Utility::Cardinality => u64::from(points != Some(0)),
        Utility::Score | Utility::ScoreCost => points.unwrap_or(1),
        Utility::Borda => listed - 1 - position,
        Utility::PosScore | Utility::PosScoreCost => u64::from(ranks) - position,
    }
}

pub fn ratio(whole: u64) -> BigRational {
    BigRational::from_integer(whole.into())
}

pub fn index(p: usize) -> ProjectIndex {
    ProjectIndex::try_from(p).unwrap()
}
