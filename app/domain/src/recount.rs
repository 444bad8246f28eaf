//! Counting a published wijk again, check by check: what «Reken het zelf na» runs in the browser and on the command line.
//!
//! Nothing in the file is taken on trust except what it is compared with: [`Expected`], which the reader has from the
//! page, the journal or the minutes. What there is nothing to compare with could not be checked, and that is not «right».
//! Which letters were laid aside cannot be seen from outside, only how many.

mod checks;
mod proof;

use serde::{Deserialize, Serialize};

use crate::{
    ballot_box::{BadRow, BoxKey, Head, Seal},
    count::CountFault,
    euro::Euro,
    id::ProposalId,
    journal::Digest,
    named,
    outcome::Publication,
};
use checks::Checking;

named! {
    /// What is checked, in this order.
    pub enum Check {
        /// The rules are those that were fixed before voting, and are about this wijk.
        Rules = "rules",
        /// Every ballot has a seal from the list that was fixed before voting, and no seal is there twice.
        Seals = "seals",
        /// Every seal signed its ballot as it stands here.
        Signatures = "signatures",
        /// What was not counted was rightly not counted, as everybody sees who opens it with the key of the box.
        NotCounted = "not_counted",
        /// Together they are the box that was closed: nothing added, changed or dropped.
        Box = "box",
        /// Every ballot chooses what the rules allow.
        Choices = "choices",
        /// The lot is the one that was fixed before voting, and gives this order.
        Lot = "lot",
        /// The rule gives the announced winners, in the same order, and the same amount left.
        Count = "count",
        /// What every ballot paid proves the winners, where the rule lets voters pay.
        Proof = "proof",
    }
}

/// What the reader knows from elsewhere. What is absent cannot be checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expected {
    /// The hash of the rules, as on their page and in the journal.
    pub rules: Option<Digest>,
    /// The hash of the seal list, as in the journal when voting opened.
    pub seals: Option<Digest>,
    /// The head of the closed box, as in the journal and the minutes.
    pub head: Option<Head>,
    /// The key of the box, as in the journal when voting opened.
    pub box_key: Option<BoxKey>,
    /// How many letters were cancelled, as in the journal.
    pub cancelled: Option<u64>,
    /// The winners on the page, in the order of selection.
    pub winners: Option<Vec<ProposalId>>,
    /// What is left on the page.
    pub left: Option<Euro>,
}

/// What counting again found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recount {
    /// Ballots that count.
    pub ballots: u64,
    /// Seals on the list.
    pub seals: u64,
    /// Every check, in the order of [`Check::ALL`].
    pub checks: Vec<(Check, Finding)>,
}

/// How a check ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// It holds.
    Holds,
    /// There is nothing to prove: by this rule nobody pays.
    NotAsked,
    /// There is nothing to compare with, so that nobody can say.
    Unknown,
    /// It could not be done after what an earlier check found.
    Blocked,
    /// It does not hold.
    Fails(Problem),
}

/// What does not hold. Where there are more, it is the first.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// The rules are not those that were published.
    #[error("the rules have the hash {found}, and {announced} was announced")]
    OtherRules {
        /// The hash that was published.
        announced: Digest,
        /// The hash of these.
        found: Digest,
    },
    /// The rules are of another round, or do not have this wijk.
    #[error("the rules are of another round or wijk")]
    ForeignRules,
    /// The seal list is not the one that was fixed.
    #[error("the list of seals has the hash {found}, and {announced} was announced")]
    OtherSeals {
        /// The hash that was published.
        announced: Digest,
        /// The hash of this list.
        found: Digest,
    },
    /// The list has a seal twice.
    #[error("seal {0} is on the list twice")]
    SealTwice(Seal),
    /// The list has more seals than the rules allow.
    #[error("there are {seals} seals and the rules allow {most}")]
    TooManySeals {
        /// Seals on the list.
        seals: u64,
        /// A letter for everybody who may vote, and what is spare.
        most: u64,
    },
    /// A ballot does not hold.
    #[error("{0}")]
    Ballot(BadRow),
    /// A ballot was rejected for a reason that does not hold.
    #[error("{0}, it says, and that is not so")]
    WronglyRejected(BadRow),
    /// The envelope that is shown is not the one that was in the box.
    #[error("the envelope with seal {0} is not the one that was in the box")]
    OtherEnvelope(Seal),
    /// The key is not that of the box that was voted with.
    #[error("the key opens the box {found}, and {announced} was announced")]
    OtherKey {
        /// The public half that was published.
        announced: BoxKey,
        /// The public half of this key.
        found: BoxKey,
    },
    /// More ballots were laid aside than letters were cancelled.
    #[error("{found} ballots were laid aside and {cancelled} letters cancelled")]
    TooManyLaidAside {
        /// Cancelled letters.
        cancelled: u64,
        /// Ballots laid aside.
        found: u64,
    },
    /// The box is not the one that was closed.
    #[error("the box has the head {found}, and {announced} was announced")]
    OtherBox {
        /// The head that was published.
        announced: Head,
        /// The head of these ballots.
        found: Head,
    },
    /// The seed is not the one whose hash is in the rules.
    #[error("the seed has the hash {found}, and {announced} was announced")]
    OtherSeed {
        /// The hash in the rules.
        announced: String,
        /// The hash of this seed.
        found: Digest,
    },
    /// The seed gives another order than this.
    #[error("the lot gives another order")]
    OtherOrder,
    /// The ballots cannot be counted by these rules.
    #[error("the ballots cannot be counted by these rules")]
    Uncountable(Uncountable),
    /// The winners, their order or the amount left are different.
    #[error("counting gives another outcome")]
    OtherOutcome {
        /// What was announced.
        announced: Tally,
        /// What counting gives.
        found: Tally,
    },
    /// The payments of voters do not prove the winners.
    #[error("the payments do not prove the winners")]
    NoProof,
}

/// Why ballots cannot be counted. Mirrors [`CountFault`], as data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Uncountable {
    /// The rule does not suit these ballots.
    Rule,
    /// A choice is not on the ballot paper.
    Ballots,
    /// Amounts are too large.
    Money,
}

/// Winners in the order of selection, and what is left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// The winners, with their titles in the rules.
    pub winners: Vec<Winner>,
    /// What is left.
    pub left: Euro,
}

/// A winner, by the title in the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Winner {
    /// The proposal.
    pub proposal: ProposalId,
    /// Its title in the rules; empty when it is not in them.
    pub title: String,
}

/// How far the recount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The check being done.
    pub check: Check,
    /// How many ballots it has done.
    pub done: u64,
    /// Of how many; 0 where a check is done at once.
    pub of: u64,
}

/// Counts a published wijk again and compares it with what was announced, telling `progress` how far it is.
///
/// Checks after a failed one are done all the same wherever they can, so that the answer names everything that differs.
pub fn recount(
    publication: &Publication,
    expected: &Expected,
    mut progress: impl FnMut(Progress),
) -> Recount {
    let mut checking = Checking::new(publication, expected, &mut progress);
    let checks = Check::ALL
        .iter()
        .map(|&check| (check, checking.check(check)))
        .collect();
    Recount {
        ballots: publication.opened.ballots.len() as u64,
        seals: publication.seals.len() as u64,
        checks,
    }
}

impl Recount {
    /// Whether everything holds, and nothing was left unchecked.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.checks
            .iter()
            .all(|(_, finding)| matches!(finding, Finding::Holds | Finding::NotAsked))
    }

    /// What does not hold, in order.
    pub fn problems(&self) -> impl Iterator<Item = (Check, &Problem)> {
        self.checks
            .iter()
            .filter_map(|(check, finding)| match finding {
                Finding::Fails(problem) => Some((*check, problem)),
                Finding::Holds | Finding::NotAsked | Finding::Unknown | Finding::Blocked => None,
            })
    }

    /// How a check ended.
    #[must_use]
    pub fn finding(&self, check: Check) -> Option<&Finding> {
        self.checks
            .iter()
            .find_map(|(of, finding)| (*of == check).then_some(finding))
    }
}

impl Tally {
    /// Winners here that `other` does not have.
    #[must_use]
    pub fn beyond(&self, other: &Self) -> Vec<&Winner> {
        self.winners
            .iter()
            .filter(|winner| {
                !other
                    .winners
                    .iter()
                    .any(|of| of.proposal == winner.proposal)
            })
            .collect()
    }
}

impl From<CountFault> for Uncountable {
    fn from(fault: CountFault) -> Self {
        match fault {
            CountFault::Mismatch(_)
            | CountFault::Order
            | CountFault::NoStep
            | CountFault::TooManySteps => Self::Rule,
            CountFault::Ballots => Self::Ballots,
            CountFault::TooMuchMoney => Self::Money,
        }
    }
}
