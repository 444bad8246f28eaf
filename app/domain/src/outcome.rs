//! What came out of a wijk's ballot box, as it is stored, shown and published.

use serde::{Deserialize, Serialize};

use crate::{
    ballot_box::{ClosedRow, Head, Opened, Rejected, Seal},
    count::{Allocation, Candidate, by_votes, tally},
    euro::Euro,
    id::{ProposalId, RoundId, WijkId},
    round::{Rules, WijkRules},
};

/// Fewer ballots than this are never published one by one: their totals are, and who wants to check comes in person
/// (voting-protocol.md, "Publish").
pub const MIN_PUBLISHED: u64 = 10;

/// The outcome in one wijk (uitslag).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WijkOutcome {
    /// The wijk.
    pub wijk: WijkId,
    /// How many might vote.
    pub eligible: u32,
    /// Ballots that count.
    pub ballots: u64,
    /// Ballots in the box of letters that were cancelled; never opened.
    pub laid_aside: Vec<ClosedRow>,
    /// Ballots that do not count, and why.
    pub rejected: Vec<Rejected>,
    /// Hash of the closed box.
    pub head: Head,
    /// Who won and why, and what is left.
    pub allocation: Allocation,
}

/// Everything needed to count a wijk again: the file behind «Reken het zelf na».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// The round.
    pub round: RoundId,
    /// The wijk.
    pub wijk: WijkId,
    /// Every seal that could vote, fixed before voting opened.
    pub seals: Vec<Seal>,
    /// The ballots, and what was not counted.
    pub opened: Opened,
}

/// Counts the opened ballots of a wijk by its frozen rules.
#[must_use]
pub fn count_wijk(rules: &Rules, wijk: &WijkRules, opened: Opened, head: Head) -> WijkOutcome {
    let choices: Vec<Vec<ProposalId>> = opened
        .ballots
        .iter()
        .map(|ballot| ballot.choices.clone())
        .collect();
    let votes = tally(&choices);
    let candidates: Vec<Candidate> = wijk
        .candidates
        .iter()
        .map(|c| Candidate {
            id: c.proposal,
            cost: c.cost(),
            votes: votes.get(&c.proposal).copied().unwrap_or_default(),
        })
        .collect();
    let lot = |id: &ProposalId| {
        wijk.lot_order
            .iter()
            .position(|drawn| drawn == id)
            .unwrap_or(usize::MAX)
    };
    let allocation = match rules.counting {
        crate::round::CountingRule::ByVotesSkip => by_votes(wijk.budget, &candidates, lot),
    };
    WijkOutcome {
        wijk: wijk.wijk,
        eligible: wijk.eligible,
        ballots: choices.len() as u64,
        laid_aside: opened.laid_aside,
        rejected: opened.rejected,
        head,
        allocation,
    }
}

impl WijkOutcome {
    /// Ballots of every hundred that might have been cast, times ten: 159 is 15,9 %.
    #[must_use]
    pub fn turnout_per_mille(&self) -> u64 {
        let all = self.ballots + self.rejected.len() as u64 + self.laid_aside.len() as u64;
        // Rounded to the nearest, as the printed figures are.
        (all * 1000 + u64::from(self.eligible) / 2)
            .checked_div(self.eligible.into())
            .unwrap_or_default()
    }

    /// What the winners cost together.
    #[must_use]
    pub fn spent(&self) -> Euro {
        self.allocation.winners().map(|award| award.cost).sum()
    }
}
