//! Counting by votes: most votes first, what no longer fits is skipped, the next one that fits is taken.
//!
//! counting.md 1.3 (greedy, skip), domain.md 3.2. Ties: lowest cost, then a lot order that was drawn and published
//! before the first vote; never an id. Whole cents; nothing is rounded.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::{euro::Euro, id::ProposalId};

/// A proposal with its votes, ready to be counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate<Id = ProposalId> {
    /// The proposal.
    pub id: Id,
    /// What all its places cost a year.
    pub cost: Euro,
    /// Ballots that chose it.
    pub votes: u64,
}

/// How one proposal fared, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Award<Id = ProposalId> {
    /// The proposal.
    pub id: Id,
    /// What it costs a year.
    pub cost: Euro,
    /// Ballots that chose it.
    pub votes: u64,
    /// What was left when its turn came.
    pub left_before: Euro,
    /// What happened then.
    pub why: Why,
    /// What settled its place among equal votes, if anything had to.
    pub tie: Option<Tie>,
}

/// Why a proposal won or did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// There was enough money when its turn came.
    Fits,
    /// So much was missing.
    Short(Euro),
    /// Nobody chose it.
    NoVotes,
}

/// What settled a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tie {
    /// The lower total cost.
    Cost,
    /// The lot order published beforehand.
    Lot,
}

/// The whole allocation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocation<Id = ProposalId> {
    /// What there was to divide.
    pub budget: Euro,
    /// Every candidate, in the order in which its turn came.
    pub awards: Vec<Award<Id>>,
    /// What remains.
    pub left: Euro,
}

impl<Id> Award<Id> {
    /// Whether it won.
    #[must_use]
    pub fn is_won(&self) -> bool {
        self.why == Why::Fits
    }
}

impl<Id> Allocation<Id> {
    /// The winners, in the order of selection.
    pub fn winners(&self) -> impl Iterator<Item = &Award<Id>> {
        self.awards.iter().filter(|award| award.is_won())
    }
}

/// How many ballots chose each proposal. A choice twice on one ballot counts once.
#[must_use]
pub fn tally(ballots: &[Vec<ProposalId>]) -> BTreeMap<ProposalId, u64> {
    let mut votes = BTreeMap::new();
    for ballot in ballots {
        let distinct: std::collections::BTreeSet<_> = ballot.iter().collect();
        for choice in distinct {
            *votes.entry(*choice).or_default() += 1;
        }
    }
    votes
}

/// Divides `budget` by votes with the skip rule. `lot` gives the place in the lot order; lower wins.
#[must_use]
pub fn by_votes<Id: Clone>(
    budget: Euro,
    candidates: &[Candidate<Id>],
    lot: impl Fn(&Id) -> usize,
) -> Allocation<Id> {
    let mut order: Vec<&Candidate<Id>> = candidates.iter().collect();
    order.sort_by_key(|c| (std::cmp::Reverse(c.votes), c.cost, lot(&c.id)));
    let mut left = budget;
    let mut awards = Vec::with_capacity(order.len());
    for (place, candidate) in order.iter().enumerate() {
        let left_before = left;
        let why = if candidate.votes == 0 {
            Why::NoVotes
        } else if let Some(rest) = left.minus(candidate.cost) {
            left = rest;
            Why::Fits
        } else {
            Why::Short(candidate.cost.minus(left).unwrap_or_default())
        };
        awards.push(Award {
            id: candidate.id.clone(),
            cost: candidate.cost,
            votes: candidate.votes,
            left_before,
            why,
            tie: settled_by(&order, place),
        });
    }
    Allocation {
        budget,
        awards,
        left,
    }
}

/// What separated this candidate from a neighbour with as many votes.
fn settled_by<Id>(order: &[&Candidate<Id>], place: usize) -> Option<Tie> {
    let here = order.get(place)?;
    if here.votes == 0 {
        return None;
    }
    let before = place.checked_sub(1).and_then(|before| order.get(before));
    let neighbours = before
        .into_iter()
        .chain(order.get(place + 1))
        .filter(|other| other.votes == here.votes);
    neighbours
        .map(|other| {
            if other.cost == here.cost {
                Tie::Lot
            } else {
                Tie::Cost
            }
        })
        .max()
}

/// Draws the lot order: proposals sorted by SHA-256 of seed and id. Anyone can draw it again.
#[must_use]
pub fn lot_order(seed: &[u8; 32], proposals: &[ProposalId]) -> Vec<ProposalId> {
    let mut drawn = proposals.to_vec();
    drawn.sort_by_key(|proposal| {
        let mut hash = Sha256::new();
        hash.update(b"wijkbanen/lot/v1");
        hash.update(seed);
        hash.update(proposal.bytes());
        <[u8; 32]>::from(hash.finalize())
    });
    drawn
}

#[cfg(test)]
#[path = "count/tests.rs"]
mod tests;
