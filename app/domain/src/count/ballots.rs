//! The ballots of an election, identical ones merged: a million voters fill in far fewer ballots that differ.

use std::hash::{BuildHasher as _, Hash as _, Hasher as _};

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use crate::named;

/// A project on the ballot, by its index in [`super::Election::projects`].
pub type ProjectIndex = u32;

named! {
    /// What voters put on a ballot (Pabulib's `vote_type`).
    pub enum VoteType {
        /// Ticks.
        Approval = "approval",
        /// One tick.
        ChooseOne = "choose-1",
        /// Points from a fixed sum.
        Cumulative = "cumulative",
        /// Points without a fixed sum.
        Scoring = "scoring",
        /// An order of preference, best first.
        Ordinal = "ordinal",
    }
}

impl VoteType {
    /// Whether ballots carry points.
    #[must_use]
    pub const fn has_points(self) -> bool {
        matches!(self, Self::Cumulative | Self::Scoring)
    }
}

/// The ballots of an election. Identical ones are kept once, with how many there are.
#[derive(Clone)]
pub struct Ballots {
    vote_type: VoteType,
    /// The most places in an order of preference; the best place gets so many points.
    ranks: u32,
    blank: u64,
    /// Where the choices of each distinct ballot end.
    ends: Vec<u32>,
    choices: Vec<ProjectIndex>,
    /// Beside `choices`, where ballots have points; else empty.
    points: Vec<u32>,
    /// How many voters cast each distinct ballot.
    counts: Vec<u32>,
    /// Where each distinct ballot stands, with its hash, so that growing need not look at the ballots again.
    by_content: HashTable<(u32, u32)>,
}

/// One distinct ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ballot<'a> {
    /// What was chosen: ascending, or in order of preference on an ordinal ballot.
    pub choices: &'a [ProjectIndex],
    /// The points of each choice; empty where ballots have none.
    pub points: &'a [u32],
    /// How many voters cast exactly this.
    pub count: u64,
}

/// More ballots or choices than can be counted here (four billion).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("more ballots than can be counted")]
pub struct TooManyBallots;

impl Default for Ballots {
    fn default() -> Self {
        Self::new(VoteType::Approval)
    }
}

impl Ballots {
    /// No ballots yet.
    #[must_use]
    pub fn new(vote_type: VoteType) -> Self {
        Self {
            vote_type,
            ranks: 0,
            blank: 0,
            ends: Vec::new(),
            choices: Vec::new(),
            points: Vec::new(),
            counts: Vec::new(),
            by_content: HashTable::new(),
        }
    }

    /// Sets how many places an order of preference may have (`max_length`), if that is more than the longest ballot has.
    pub fn allow_ranks(&mut self, ranks: u32) {
        self.ranks = self.ranks.max(ranks);
    }

    /// Adds a ballot of `count` voters: its choices, each once, with their points where ballots have any.
    ///
    /// The order of the choices only matters on an ordinal ballot. That a choice is on the ballot paper, and that
    /// there are as many points as choices, is for the caller.
    ///
    /// # Errors
    /// [`TooManyBallots`] past four billion.
    pub fn add(
        &mut self,
        choices: &[ProjectIndex],
        points: &[u32],
        count: u32,
    ) -> Result<(), TooManyBallots> {
        if choices.is_empty() {
            self.blank += u64::from(count);
            return Ok(());
        }
        let (from, at) = (self.choices.len(), self.counts.len());
        self.choices.extend_from_slice(choices);
        self.points.extend_from_slice(points);
        if self.vote_type == VoteType::Ordinal {
            self.allow_ranks(u32::try_from(choices.len()).map_err(|_| TooManyBallots)?);
        } else {
            sort_together(&mut self.choices[from..], self.points.get_mut(from..));
        }
        let end = u32::try_from(self.choices.len()).map_err(|_| TooManyBallots)?;
        let at = u32::try_from(at).map_err(|_| TooManyBallots)?;
        let key = (
            &self.choices[from..],
            self.points.get(from..).unwrap_or(&[]),
        );
        let hashed = hash(key);
        let known = self
            .by_content
            .find(spread(hashed), |&(other, same)| {
                other == hashed && content(&self.ends, &self.choices, &self.points, same) == key
            })
            .copied();
        if let Some((_, same)) = known {
            self.choices.truncate(from);
            self.points.truncate(from);
            let counted = &mut self.counts[same as usize];
            *counted = counted.checked_add(count).ok_or(TooManyBallots)?;
            return Ok(());
        }
        self.ends.push(end);
        self.counts.push(count);
        self.by_content
            .insert_unique(spread(hashed), (hashed, at), |&(hashed, _)| spread(hashed));
        Ok(())
    }

    /// What voters put on a ballot.
    #[must_use]
    pub const fn vote_type(&self) -> VoteType {
        self.vote_type
    }

    /// The most places in an order of preference.
    #[must_use]
    pub const fn ranks(&self) -> u32 {
        self.ranks
    }

    /// Blank ballots.
    #[must_use]
    pub const fn blank(&self) -> u64 {
        self.blank
    }

    /// Voters who chose something.
    #[must_use]
    pub fn choosing(&self) -> u64 {
        self.counts.iter().map(|&count| u64::from(count)).sum()
    }

    /// How many different ballots there are, the blank one aside.
    #[must_use]
    pub fn distinct(&self) -> usize {
        self.counts.len()
    }

    /// The distinct ballots, in the order in which they first came.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Ballot<'_>> {
        (0..self.distinct()).map(|at| self.ballot(at))
    }

    /// A distinct ballot.
    ///
    /// # Panics
    /// When there are not so many.
    #[must_use]
    pub fn ballot(&self, at: usize) -> Ballot<'_> {
        let from = at
            .checked_sub(1)
            .map_or(0, |before| self.ends[before] as usize);
        let to = self.ends[at] as usize;
        Ballot {
            choices: &self.choices[from..to],
            points: self.points.get(from..to).unwrap_or(&[]),
            count: u64::from(self.counts[at]),
        }
    }
}

type Content<'a> = (&'a [ProjectIndex], &'a [u32]);

fn content<'a>(
    ends: &[u32],
    choices: &'a [ProjectIndex],
    points: &'a [u32],
    at: u32,
) -> Content<'a> {
    let at = at as usize;
    let from = at.checked_sub(1).map_or(0, |before| ends[before] as usize);
    let to = ends[at] as usize;
    (&choices[from..to], points.get(from..to).unwrap_or(&[]))
}

/// Half of the hash of a ballot, which is what is kept.
fn hash((choices, points): Content<'_>) -> u32 {
    let mut hasher = FxBuildHasher.build_hasher();
    choices.hash(&mut hasher);
    points.hash(&mut hasher);
    let [.., a, b, c, d] = hasher.finish().to_be_bytes();
    u32::from_be_bytes([a, b, c, d])
}

/// A hash for the table, which looks at both ends of it.
fn spread(hashed: u32) -> u64 {
    u64::from(hashed) << 32 | u64::from(hashed)
}

/// Sorts the choices of a ballot, each with its points. Ballots are short, and mostly sorted already.
fn sort_together(choices: &mut [ProjectIndex], points: Option<&mut [u32]>) {
    if choices.is_sorted() {
        return;
    }
    match points {
        Some(points) if points.len() == choices.len() => {
            let mut both: Vec<(ProjectIndex, u32)> = choices
                .iter()
                .copied()
                .zip(points.iter().copied())
                .collect();
            both.sort_unstable();
            for (at, (choice, of_it)) in both.into_iter().enumerate() {
                choices[at] = choice;
                points[at] = of_it;
            }
        }
        _ => choices.sort_unstable(),
    }
}

/// The same ballots in the same numbers, in whatever order they came.
impl PartialEq for Ballots {
    fn eq(&self, other: &Self) -> bool {
        let sorted = |ballots: &Self| {
            let mut all: Vec<_> = ballots
                .iter()
                .map(|ballot| {
                    (
                        ballot.choices.to_vec(),
                        ballot.points.to_vec(),
                        ballot.count,
                    )
                })
                .collect();
            all.sort_unstable();
            all
        };
        self.vote_type == other.vote_type
            && self.ranks == other.ranks
            && self.blank == other.blank
            && sorted(self) == sorted(other)
    }
}

impl Eq for Ballots {}

impl std::fmt::Debug for Ballots {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ballots")
            .field("vote_type", &self.vote_type)
            .field("ranks", &self.ranks)
            .field("blank", &self.blank)
            .field("distinct", &self.iter().collect::<Vec<_>>())
            .finish()
    }
}

#[cfg(test)]
mod tests;
