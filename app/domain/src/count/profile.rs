//! Who supports which project, and by how much: the ballots seen from the projects, under one utility.

use super::{ballots::Ballot, ballots::VoteType, election::Election, rule::Utility};

/// The supporters of every project.
///
/// A voter's utility is split in two: `u_i(p) = weight_i(p) × factor(p)`, with small whole weights that differ per
/// voter (1 for a tick, else points) and a factor per project (1, or its cost).
#[derive(Clone, Debug)]
pub struct Profile {
    ends: Vec<usize>,
    ballots: Vec<u32>,
    /// Beside `ballots`; empty when every weight is 1.
    weights: Vec<u32>,
    factors: Vec<u64>,
    totals: Vec<Total>,
    /// How many voters cast each distinct ballot.
    counts: Vec<u64>,
}

/// All support for one project together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// Voters who support it.
    pub voters: u64,
    /// Their weights: as many as the voters for ticks, else the points.
    pub weight: u64,
}

/// This utility has no meaning for these ballots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{utility} needs {needs}, and these ballots are {found}")]
pub struct Mismatch {
    /// What was asked.
    pub utility: Utility,
    /// What it needs.
    pub needs: &'static str,
    /// What the ballots are.
    pub found: VoteType,
}

impl Profile {
    /// The supporters under a utility.
    ///
    /// # Errors
    /// [`Mismatch`] for points of ballots without, or an order of preference of ballots without.
    pub fn new(election: &Election, utility: Utility) -> Result<Self, Mismatch> {
        check(utility, election.ballots.vote_type())?;
        let ranks = election.ballots.ranks();
        let projects = election.projects.len();
        let mut sizes = vec![0_usize; projects];
        let mut totals = vec![Total::default(); projects];
        let mut is_uniform = true;
        each_support(
            election,
            |project, _, weight, count| {
                sizes[project] += 1;
                totals[project].voters += count;
                totals[project].weight += u64::from(weight) * count;
                is_uniform &= weight == 1;
            },
            utility,
            ranks,
        );
        let mut next: Vec<usize> = sizes
            .iter()
            .scan(0, |sum, size| {
                let from = *sum;
                *sum += size;
                Some(from)
            })
            .collect();
        let all = sizes.iter().sum();
        let mut ballots = vec![0; all];
        let mut weights = vec![0; if is_uniform { 0 } else { all }];
        each_support(
            election,
            |project, ballot, weight, _| {
                ballots[next[project]] = ballot;
                if let Some(slot) = weights.get_mut(next[project]) {
                    *slot = weight;
                }
                next[project] += 1;
            },
            utility,
            ranks,
        );
        Ok(Self {
            ends: next,
            ballots,
            weights,
            factors: election
                .projects
                .iter()
                .map(|project| factor(utility, project.cost.as_cents()))
                .collect(),
            totals,
            counts: election.ballots.iter().map(|ballot| ballot.count).collect(),
        })
    }

    /// The supporters of a project as (distinct ballot, weight).
    pub fn supporters(&self, project: usize) -> impl Iterator<Item = (usize, u32)> {
        let from = project.checked_sub(1).map_or(0, |before| self.ends[before]);
        let to = self.ends[project];
        let weights = self.weights.get(from..to).unwrap_or(&[]);
        self.ballots[from..to]
            .iter()
            .enumerate()
            .map(|(at, &ballot)| (ballot as usize, weights.get(at).copied().unwrap_or(1)))
    }

    /// Whether the same ballots support both, by the same weights.
    #[must_use]
    pub fn has_same_support(&self, one: usize, other: usize) -> bool {
        self.supporters(one).eq(self.supporters(other))
    }

    /// All support for a project together.
    #[must_use]
    pub fn total(&self, project: usize) -> Total {
        self.totals[project]
    }

    /// What its weights are multiplied by to give a utility: 1, or its cost.
    #[must_use]
    pub fn factor(&self, project: usize) -> u64 {
        self.factors[project]
    }

    /// The largest weight.
    #[must_use]
    pub fn max_weight(&self) -> u32 {
        self.weights.iter().copied().max().unwrap_or(1)
    }

    /// How many voters cast a distinct ballot.
    #[must_use]
    pub fn count(&self, ballot: usize) -> u64 {
        self.counts[ballot]
    }

    /// How many distinct ballots there are.
    #[must_use]
    pub fn distinct(&self) -> usize {
        self.counts.len()
    }
}

/// Calls `see` with (project, distinct ballot, weight, voters) for everybody who supports anything.
fn each_support(
    election: &Election,
    mut see: impl FnMut(usize, u32, u32, u64),
    utility: Utility,
    ranks: u32,
) {
    for (at, ballot) in (0_u32..).zip(election.ballots.iter()) {
        for (position, &choice) in ballot.choices.iter().enumerate() {
            let weight = weight(utility, ranks, &ballot, position);
            if weight > 0 {
                see(choice as usize, at, weight, ballot.count);
            }
        }
    }
}

/// What the choice at this position of a ballot weighs.
fn weight(utility: Utility, ranks: u32, ballot: &Ballot<'_>, position: usize) -> u32 {
    let points = ballot.points.get(position).copied();
    let above = u32::try_from(position).unwrap_or(u32::MAX);
    let listed = u32::try_from(ballot.choices.len()).unwrap_or(u32::MAX);
    match utility {
        Utility::Cost | Utility::Cardinality => points.map_or(1, |points| u32::from(points > 0)),
        Utility::Score | Utility::ScoreCost => points.unwrap_or(1),
        Utility::Borda => listed.saturating_sub(1).saturating_sub(above),
        Utility::PosScore | Utility::PosScoreCost => ranks.saturating_sub(above),
    }
}

const fn factor(utility: Utility, cost: u64) -> u64 {
    if utility.is_per_cost() { cost } else { 1 }
}

fn check(utility: Utility, found: VoteType) -> Result<(), Mismatch> {
    let needs = match utility {
        Utility::Cost | Utility::Cardinality => return Ok(()),
        Utility::Score | Utility::ScoreCost if found == VoteType::Ordinal => "points",
        Utility::Score | Utility::ScoreCost => return Ok(()),
        Utility::Borda | Utility::PosScore | Utility::PosScoreCost
            if found == VoteType::Ordinal =>
        {
            return Ok(());
        }
        Utility::Borda | Utility::PosScore | Utility::PosScoreCost => "an order of preference",
    };
    Err(Mismatch {
        utility,
        needs,
        found,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        count::{ballots::Ballots, election::Project},
        euro::Euro,
    };

    fn election(vote_type: VoteType, ballots: &[(&[u32], &[u32], u32)]) -> Election {
        let mut all = Ballots::new(vote_type);
        for (choices, points, count) in ballots {
            all.add(choices, points, *count).unwrap();
        }
        Election {
            budget: Euro::cents(100),
            projects: [10, 20, 30]
                .map(|cost| Project {
                    cost: Euro::cents(cost),
                    places: 1,
                })
                .to_vec(),
            ballots: all,
        }
    }

    fn supporters(profile: &Profile, project: usize) -> Vec<(usize, u32)> {
        profile.supporters(project).collect()
    }

    #[test]
    fn ticks_weigh_one_and_their_utility_is_the_cost_or_one() {
        let election = election(VoteType::Approval, &[(&[0, 1], &[], 2), (&[1], &[], 1)]);
        let cost = Profile::new(&election, Utility::Cost).unwrap();
        assert_eq!(cost.max_weight(), 1);
        assert_eq!(supporters(&cost, 1), [(0, 1), (1, 1)]);
        assert_eq!(
            cost.total(1),
            Total {
                voters: 3,
                weight: 3
            }
        );
        assert_eq!((cost.factor(1), supporters(&cost, 2)), (20, vec![]));
        assert_eq!(
            Profile::new(&election, Utility::Cardinality)
                .unwrap()
                .factor(1),
            1
        );
    }

    #[test]
    fn zero_points_are_no_support() {
        let election = election(VoteType::Cumulative, &[(&[0, 1], &[0, 7], 2)]);
        let score = Profile::new(&election, Utility::Score).unwrap();
        assert_eq!(
            (supporters(&score, 0), supporters(&score, 1)),
            (vec![], vec![(0, 7)])
        );
        assert_eq!(
            score.total(1),
            Total {
                voters: 2,
                weight: 14
            }
        );
        assert_eq!(score.max_weight(), 7);
        assert_eq!(
            supporters(&Profile::new(&election, Utility::Cost).unwrap(), 1),
            [(0, 1)]
        );
    }

    #[test]
    fn the_last_place_of_borda_is_worth_nothing() {
        let election = election(VoteType::Ordinal, &[(&[2, 0], &[], 1)]);
        let borda = Profile::new(&election, Utility::Borda).unwrap();
        assert_eq!(
            (supporters(&borda, 2), supporters(&borda, 0)),
            (vec![(0, 1)], vec![])
        );
        let positions = Profile::new(&election, Utility::PosScoreCost).unwrap();
        assert_eq!(
            (supporters(&positions, 2), supporters(&positions, 0)),
            (vec![(0, 2)], vec![(0, 1)])
        );
        assert_eq!(positions.factor(2), 30);
    }

    #[test]
    fn points_of_an_order_of_preference_are_a_mistake() {
        let ordinal = election(VoteType::Ordinal, &[]);
        let approval = election(VoteType::Approval, &[]);
        assert!(Profile::new(&ordinal, Utility::ScoreCost).is_err());
        let fault = Profile::new(&approval, Utility::Borda).unwrap_err();
        assert_eq!(
            fault.to_string(),
            "borda needs an order of preference, and these ballots are approval"
        );
    }
}
