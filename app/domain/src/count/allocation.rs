//! What comes out of a count: who won, why, and what it took; every number on the pages is one of these.

use serde::{Deserialize, Serialize};

use super::{fraction::Fraction, rule::CountingRule};
use crate::{euro::Euro, id::ProposalId};

/// The whole outcome of a count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocation<Id = ProposalId> {
    /// The rule it was counted by.
    pub rule: CountingRule,
    /// What there was to divide.
    pub budget: Euro,
    /// Voters, as the rule counts them.
    pub voters: u64,
    /// How the share of a voter grew, under Equal Shares.
    pub shares: Option<Shares>,
    /// Every project: the winners in the order of selection, then the others. By votes, in the order of their turn.
    pub awards: Vec<Award<Id>>,
    /// What remains.
    pub left: Euro,
}

/// How the share of a voter grew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shares {
    /// The first share, in cents.
    pub start: Fraction,
    /// The share at which the winners were found, in cents.
    pub last: Fraction,
    /// Why it grew no further.
    pub end: ShareEnd,
    /// Whether more voters preferred the count by votes, which therefore replaced this one.
    pub is_replaced: bool,
}

/// Why the share grew no further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ShareEnd {
    /// The rule does not let it grow.
    Fixed,
    /// Nothing more fitted the budget, or everything that may win had won.
    Exhausted,
    /// One step more, and the winners would cost more than there is.
    Overspend,
}

/// How one project fared, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Award<Id = ProposalId> {
    /// The project.
    pub id: Id,
    /// What all of it costs.
    pub cost: Euro,
    /// Voters who support it.
    pub votes: u64,
    /// What their support weighs together: the votes, or the points where ballots have them.
    pub points: u64,
    /// What it gets; nothing for a loser.
    pub granted: Euro,
    /// How many of its places it gets; none for a loser.
    pub places: u32,
    /// Why.
    pub why: Why,
    /// What settled its place among equals, if anything had to.
    pub tie: Option<Tie>,
}

/// Why a project won or did not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// By votes: there was enough when its turn came.
    Fits {
        /// What was left then.
        left: Euro,
    },
    /// By votes, divisible: only so many of its places fitted.
    Partly {
        /// What was left then.
        left: Euro,
    },
    /// Equal Shares: its supporters paid.
    Paid(Payment),
    /// Equal Shares, top-up: it was the next by utility per euro that fitted what nobody had spent. In a round, by votes.
    TopUp {
        /// What was left then.
        left: Euro,
        /// What its own supporters lacked to pay for it; none where nobody supports it.
        shortage: Option<Shortage>,
    },
    /// Phragmén: its supporters bore this load, in cents a voter.
    Load {
        /// The load after it was chosen.
        load: Fraction,
    },
    /// It fitted no more when its turn came.
    Short {
        /// What was left then.
        left: Euro,
        /// What was missing.
        short: Euro,
        /// How many votes more would have been enough, if any number is.
        more: Option<u64>,
    },
    /// By votes, stop: one with more votes did not fit, so its turn never came.
    Stopped {
        /// How many votes more would have been enough, if any number is.
        more: Option<u64>,
    },
    /// Equal Shares: its supporters had too little left.
    Poor(Shortage),
    /// Phragmén: the next one no longer fitted.
    NotReached,
    /// Nobody supports it.
    NoVotes,
    /// It costs more than the whole budget.
    TooDear {
        /// How much more.
        short: Euro,
    },
    /// Fewer voters support it than the rule asks.
    TooFewVotes {
        /// How many it needed.
        needed: u64,
    },
}

/// How the supporters of a winner paid for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// What a voter paid who could, in cents; on ballots with points, for each point.
    pub price: Fraction,
    /// The winner's cost divided by that price: the votes it would have had if everybody could pay in full.
    pub effective_votes: Fraction,
    /// Voters who paid in full.
    pub full: u64,
    /// Voters who had less, and gave what they had.
    pub partial: u64,
    /// Voters who had nothing left.
    pub broke: u64,
    /// What all supporters had together before they paid, in cents.
    pub money: Fraction,
    /// How many projects, itself included, were equally good at that moment.
    pub tied: u32,
}

/// What the supporters of a loser lacked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shortage {
    /// What its supporters had together at the start, in cents.
    pub start: Fraction,
    /// What they had left at the end, in cents.
    pub left: Fraction,
    /// What was missing, in cents.
    pub short: Fraction,
    /// How many whole shares make up what was missing, rounded up; none where there was no share at all.
    ///
    /// So many supporters more need not be enough: more voters have smaller shares, and raising may stop sooner.
    pub more: Option<u64>,
    /// How far it came at its best, in whole percents of what it needed (effective support).
    pub support: u32,
}

/// What settled a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tie {
    /// The lower cost.
    Cost,
    /// The greater number of votes.
    Votes,
    /// The lot order published beforehand, or the order of the ids.
    Lot,
}

impl Why {
    /// Whether it is why a project won, whole or in part.
    #[must_use]
    pub const fn is_won(&self) -> bool {
        matches!(
            self,
            Self::Fits { .. }
                | Self::Partly { .. }
                | Self::Paid(_)
                | Self::TopUp { .. }
                | Self::Load { .. }
        )
    }
}

impl<Id> Award<Id> {
    /// Whether it won, whole or in part.
    #[must_use]
    pub const fn is_won(&self) -> bool {
        self.why.is_won()
    }
}

impl<Id> Allocation<Id> {
    /// The winners, in the order of selection.
    pub fn winners(&self) -> impl Iterator<Item = &Award<Id>> {
        self.awards.iter().filter(|award| award.is_won())
    }

    /// What the winners get together.
    #[must_use]
    pub fn spent(&self) -> Euro {
        self.winners().map(|award| award.granted).sum()
    }

    /// The same outcome with other names for the projects.
    pub fn named<Other>(self, name: impl Fn(Id) -> Other) -> Allocation<Other> {
        let awards = self.awards.into_iter().map(|award| Award {
            id: name(award.id),
            cost: award.cost,
            votes: award.votes,
            points: award.points,
            granted: award.granted,
            places: award.places,
            why: award.why,
            tie: award.tie,
        });
        Allocation {
            awards: awards.collect(),
            rule: self.rule,
            budget: self.budget,
            voters: self.voters,
            shares: self.shares,
            left: self.left,
        }
    }
}
