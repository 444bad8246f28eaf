//! Sequential Phragmén: the project whose supporters bear the least load comes first (README.md#phragmén).
//!
//! A voter's load is that of the last winner they support, so the money already borne by the supporters of a project
//! is a sum over winners. Loads are exact; spans decide where they can, as under Equal Shares.

use std::cmp::Ordering;

use super::{
    allocation::{Allocation, Tie, Why},
    ballots::ProjectIndex,
    contest::Contest,
    fraction::Fraction,
};

/// A load as a whole number of 2⁻ᵏ cents below and above it.
type Span = (u128, u128);

const NOBODY: u32 = u32::MAX;

/// A winner.
struct Step {
    project: usize,
    /// How many of its supporters had each earlier winner as their last: what its load is made of.
    borne: Vec<u64>,
    tie: Option<Tie>,
}

/// A project whose turn may come; its load never falls.
struct Candidate {
    project: usize,
    span: Span,
}

struct Loads<'a> {
    contest: &'a Contest<'a>,
    bits: u32,
    /// The last winner that each distinct ballot supports, by its index in `steps`.
    last: Vec<u32>,
    spans: Vec<Span>,
    steps: Vec<Step>,
    /// The load of the supporters of each winner after it, exactly, as far as it was asked; nothing for what nobody
    /// supports, whose load is without end.
    loads: Vec<Option<Fraction>>,
    /// How many supporters have each winner as their last, while a load is worked out.
    borne: Vec<u64>,
}

/// Counts and explains.
pub fn count(contest: &Contest<'_>) -> Allocation<ProjectIndex> {
    let mut loads = chosen(contest);
    loads.catch_up();
    let mut awards: Vec<_> = loads
        .steps
        .iter()
        .zip(loads.loads)
        .map(|(step, load)| {
            let load = load.unwrap_or_default();
            contest.award(
                step.project,
                contest.cost(step.project),
                Why::Load { load },
                step.tie,
            )
        })
        .collect();
    let mut losers: Vec<usize> = contest
        .taking_part()
        .filter(|&project| awards.iter().all(|award| award.id as usize != project))
        .collect();
    losers.sort_by_key(|&project| {
        (
            std::cmp::Reverse(contest.profile.total(project).voters),
            contest.rank(project),
        )
    });
    for project in losers {
        let short = contest.election.projects[project]
            .cost
            .minus(contest.election.budget)
            .filter(|short| short.as_cents() > 0);
        let why = short.map_or(Why::NotReached, |short| Why::TooDear { short });
        awards.push(contest.award(project, 0, why, None));
    }
    contest.allocation(awards, None)
}

/// The winners alone.
pub fn winners(contest: &Contest<'_>) -> Vec<usize> {
    let steps = chosen(contest).steps;
    steps.into_iter().map(|step| step.project).collect()
}

fn chosen<'a>(contest: &'a Contest<'a>) -> Loads<'a> {
    let mut loads = Loads::new(contest);
    let mut left = contest.election.budget.as_cents();
    let mut candidates: Vec<Candidate> = contest
        .taking_part()
        .filter(|&project| contest.cost(project) <= left)
        .map(|project| Candidate {
            project,
            span: (0, 0),
        })
        .collect();
    loop {
        let tied = loads.lightest(&mut candidates);
        if tied.is_empty() || tied.iter().any(|&project| contest.cost(project) > left) {
            return loads;
        }
        let first = tied
            .iter()
            .copied()
            .min_by_key(|&project| contest.rank(project))
            .unwrap_or_default();
        let tie = tied
            .iter()
            .filter(|&&other| other != first)
            .map(|&other| contest.settled(first, other))
            .max();
        left -= contest.cost(first);
        candidates.retain(|candidate| candidate.project != first);
        loads.choose(first, tie);
    }
}

impl<'a> Loads<'a> {
    fn new(contest: &'a Contest<'a>) -> Self {
        // Every load is at most all costs together; spans and their products stay within 128 bits.
        let bits = contest.all_costs.leading_zeros().min(40);
        Self {
            contest,
            bits,
            last: vec![NOBODY; contest.profile.distinct()],
            spans: Vec::new(),
            steps: Vec::new(),
            loads: Vec::new(),
            borne: Vec::new(),
        }
    }

    /// All that would bear the least load if chosen next.
    fn lightest(&mut self, candidates: &mut [Candidate]) -> Vec<usize> {
        let has_support = |project: usize| self.contest.profile.total(project).voters > 0;
        if !candidates
            .iter()
            .any(|candidate| has_support(candidate.project))
        {
            return candidates
                .iter()
                .map(|candidate| candidate.project)
                .collect();
        }
        candidates.sort_by_key(|candidate| (!has_support(candidate.project), candidate.span.0));
        let mut best: Vec<usize> = Vec::new();
        let mut least: Span = (0, u128::MAX);
        for candidate in candidates.iter_mut() {
            if candidate.span.0 > least.1
                || self.contest.profile.total(candidate.project).voters == 0
            {
                break;
            }
            candidate.span = self.span(candidate.project);
            let order = match best.first() {
                None => Ordering::Less,
                Some(_) if candidate.span.1 < least.0 => Ordering::Less,
                Some(_) if candidate.span.0 > least.1 => Ordering::Greater,
                Some(&other) => self.exact(candidate.project).cmp(&self.exact(other)),
            };
            match order {
                Ordering::Less => {
                    best = vec![candidate.project];
                    least = candidate.span;
                }
                Ordering::Equal => best.push(candidate.project),
                Ordering::Greater => {}
            }
        }
        best
    }

    /// Counts how many supporters of a project have each winner as their last.
    fn gather(&mut self, project: usize) {
        self.borne.clear();
        self.borne.resize(self.steps.len(), 0);
        for (ballot, _) in self.contest.profile.supporters(project) {
            let last = self.last[ballot];
            if last != NOBODY {
                self.borne[last as usize] += self.contest.profile.count(ballot);
            }
        }
    }

    /// The load that the supporters of a project would bear, as a span.
    fn span(&mut self, project: usize) -> Span {
        self.gather(project);
        let cost = u128::from(self.contest.cost(project)) << self.bits;
        let (low, high) = self.borne.iter().zip(&self.spans).fold(
            (cost, cost),
            |(low, high), (&voters, span)| {
                (
                    low + span.0 * u128::from(voters),
                    high + span.1 * u128::from(voters),
                )
            },
        );
        let voters = u128::from(self.contest.profile.total(project).voters.max(1));
        (low / voters, high.div_ceil(voters))
    }

    /// The load that the supporters of a project would bear, exactly; nothing where there are none.
    fn exact(&mut self, project: usize) -> Option<Fraction> {
        self.catch_up();
        self.gather(project);
        self.load_of(project, &self.borne)
    }

    /// Works out the load of every winner so far.
    fn catch_up(&mut self) {
        for at in self.loads.len()..self.steps.len() {
            let step = &self.steps[at];
            let load = self.load_of(step.project, &step.borne);
            debug_assert!(load.iter().all(|load| self.holds(self.spans[at], load)));
            self.loads.push(load);
        }
    }

    /// Whether a load in cents lies in a span: all that spans decide rests on it.
    fn holds(&self, (low, high): Span, load: &Fraction) -> bool {
        let units = load.times(1 << self.bits);
        (Fraction::whole(low)..=Fraction::whole(high)).contains(&units)
    }

    /// The cost of a project and the loads its supporters bear already, divided equally among them.
    fn load_of(&self, project: usize, borne: &[u64]) -> Option<Fraction> {
        let borne: Fraction = borne
            .iter()
            .zip(&self.loads)
            .filter(|(voters, _)| **voters > 0)
            .filter_map(|(&voters, load)| Some(load.as_ref()?.times(voters.into())))
            .sum();
        let all = &Fraction::whole(self.contest.cost(project).into()) + &borne;
        all.part(self.contest.profile.total(project).voters.into())
    }

    fn choose(&mut self, project: usize, tie: Option<Tie>) {
        let span = self.span(project);
        let step = u32::try_from(self.steps.len()).unwrap_or(NOBODY);
        self.steps.push(Step {
            project,
            borne: self.borne.clone(),
            tie,
        });
        self.spans.push(span);
        for (ballot, _) in self.contest.profile.supporters(project) {
            self.last[ballot] = step;
        }
    }
}
