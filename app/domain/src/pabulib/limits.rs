//! What META allows on a ballot, and the ballots that break it: a warning for each limit, however many they are.

use super::{
    fault::{FileFault, What},
    meta::{Basis, Limit},
};
use crate::count::VoteType;

/// What META allows on a ballot, each with the ballots that break it.
#[derive(Debug)]
pub struct Limits {
    min_length: (Option<Limit>, Tally),
    max_length: (Option<Limit>, Tally),
    max_sum_points: (Option<Limit>, Tally),
}

/// So many ballots, the first of them on this line.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub ballots: u64,
    pub line: usize,
}

impl Tally {
    pub const fn add(&mut self, line: usize) {
        if self.ballots == 0 {
            self.line = line;
        }
        self.ballots += 1;
    }

    /// The warning for these ballots, if there are any.
    pub fn warning(self, field: &str, what: impl FnOnce(u64) -> What) -> Option<FileFault> {
        (self.ballots > 0).then(|| FileFault::field(self.line, field, what(self.ballots)))
    }
}

impl Limits {
    pub fn new(basis: &Basis) -> Result<Self, FileFault> {
        let max_length = match basis.vote_type {
            VoteType::ChooseOne => Some(Limit { number: 1, line: 0 }),
            _ => basis.limit("max_length")?,
        };
        let max_sum_points = match basis.vote_type {
            VoteType::Cumulative => basis.limit("max_sum_points")?,
            _ => None,
        };
        Ok(Self {
            min_length: (basis.limit("min_length")?, Tally::default()),
            max_length: (max_length, Tally::default()),
            max_sum_points: (max_sum_points, Tally::default()),
        })
    }

    /// Holds a ballot against the limits. A blank one is below none.
    pub fn check(&mut self, line: usize, choices: usize, points: &[u32]) {
        let length = choices as u64;
        if let (Some(limit), tally) = &mut self.max_length
            && length > limit.number
        {
            tally.add(line);
        }
        if let (Some(limit), tally) = &mut self.min_length
            && length > 0
            && length < limit.number
        {
            tally.add(line);
        }
        if let (Some(limit), tally) = &mut self.max_sum_points
            && points.iter().copied().map(u64::from).sum::<u64>() > limit.number
        {
            tally.add(line);
        }
    }

    /// The warnings.
    pub fn broken(&self) -> impl Iterator<Item = FileFault> {
        [
            ("min_length", self.min_length),
            ("max_length", self.max_length),
            ("max_sum_points", self.max_sum_points),
        ]
        .into_iter()
        .filter_map(|(key, (limit, tally))| {
            let limit = limit?.number;
            tally.warning(key, |ballots| What::LimitBroken { ballots, limit })
        })
    }
}
