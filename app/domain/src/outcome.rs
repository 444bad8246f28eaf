//! What came out of a wijk's ballot box, as it is stored, shown and published.

mod export;

pub use export::{FileHead, PaidBallot, Proof};

use serde::{Deserialize, Serialize};

use crate::{
    ballot_box::{ClosedRow, Head, Opened, OpenedBallot, PrivateKey, Rejected, Seal},
    count::{
        Allocation, Ballots, Certificate, Completion, CountFault, CountingRule, Election, LotSeed,
        Order, Project, ProjectIndex, VoteType, count_with_certificate, draw_lot,
    },
    euro::Euro,
    id::{ProposalId, RoundId, WijkId},
    round::{Rules, WijkRules},
};

/// Fewer ballots than this are never published one by one: among so few, choices point at people. Their totals are, and
/// whoever wants to check comes in person.
pub const MIN_PUBLISHED: u64 = 10;

/// The outcome in one wijk (uitslag).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WijkOutcome {
    /// The wijk.
    pub wijk: WijkId,
    /// How many were allowed to vote.
    pub eligible: u32,
    /// Ballots that count.
    pub ballots: u64,
    /// Ballots from cancelled letters; never opened.
    pub laid_aside: Vec<ClosedRow>,
    /// Ballots that do not count, and why.
    pub rejected: Vec<Rejected>,
    /// Hash of the closed box.
    pub head: Head,
    /// The lot, revealed.
    pub lot: Lot,
    /// Who won and why, and what is left.
    pub allocation: Allocation,
    /// How voters fared under it.
    pub coverage: Coverage,
    /// The same ballots counted the other way, for comparison: see [`compared_with`].
    pub other: Allocation,
    /// How voters would have fared under that.
    pub other_coverage: Coverage,
}

/// The lot that settles the last ties: its seed, and the order that everybody can draw from it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lot {
    /// The seed whose hash is in the rules that were fixed before voting.
    pub promised: LotSeed,
    /// What it was drawn with: that seed and the closed box together.
    pub seed: LotSeed,
    /// Who stands earlier goes first.
    pub order: Vec<ProposalId>,
}

/// How voters fared under an outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// How many voters got so many of their own choices: none, one, two …
    pub voters_by_winners: Vec<u64>,
}

/// Everything needed to count a wijk again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// The round.
    pub round: RoundId,
    /// The wijk.
    pub wijk: WijkId,
    /// The rules by which it is counted, as they were fixed before voting.
    pub rules: Rules,
    /// The lot, revealed.
    pub lot: Lot,
    /// The winners that were announced, in the order of selection.
    pub winners: Vec<ProposalId>,
    /// What was announced to be left.
    pub left: Euro,
    /// Every seal that could vote, fixed before voting opened.
    pub seals: Vec<Seal>,
    /// The key of the box, published after the count: everybody can open what was not counted.
    pub box_key: PrivateKey,
    /// The ballots, and what was not counted.
    pub opened: Opened,
}

impl Lot {
    /// Draws the lot of a wijk from the promised seed and its closed box, over the numbers on the ballot.
    #[must_use]
    pub fn draw(promised: LotSeed, head: &Head, wijk: &WijkRules) -> Self {
        let seed = promised.of_box(head.bytes());
        let numbers: Vec<String> = wijk
            .candidates
            .iter()
            .map(|c| c.number.to_string())
            .collect();
        let ranks = draw_lot(&seed.to_string(), &numbers);
        let mut drawn: Vec<_> = ranks
            .into_iter()
            .zip(wijk.candidates.iter().map(|c| c.proposal))
            .collect();
        drawn.sort_unstable();
        Self {
            promised,
            seed,
            order: drawn.into_iter().map(|(_, proposal)| proposal).collect(),
        }
    }
}

/// A wijk's ballots as an election, with the proposals in the order of the ballot paper.
///
/// # Errors
/// [`CountFault::Ballots`] for a choice that is not on the ballot, or past four billion.
pub fn election(wijk: &WijkRules, ballots: &[OpenedBallot]) -> Result<Election, CountFault> {
    let indexes: std::collections::BTreeMap<ProposalId, ProjectIndex> = wijk
        .candidates
        .iter()
        .map(|c| c.proposal)
        .zip(0..)
        .collect();
    let mut merged = Ballots::new(VoteType::Approval);
    for ballot in ballots {
        let choices: Option<Vec<ProjectIndex>> = ballot
            .choices
            .iter()
            .map(|id| indexes.get(id).copied())
            .collect();
        merged
            .add(&choices.ok_or(CountFault::Ballots)?, &[], 1)
            .map_err(|_| CountFault::Ballots)?;
    }
    let projects = wijk.candidates.iter().map(|c| Project {
        cost: c.cost(),
        places: c.places.into(),
    });
    Ok(Election {
        budget: wijk.budget,
        projects: projects.collect(),
        ballots: merged,
    })
}

/// Counts a wijk's ballots by a rule, with what every ballot paid where the rule lets voters pay.
///
/// # Errors
/// As [`election`] and [`count_with_certificate`].
pub fn count_ballots(
    rule: &CountingRule,
    wijk: &WijkRules,
    ballots: &[OpenedBallot],
    lot: &Lot,
) -> Result<(Allocation, Option<Certificate>), CountFault> {
    count_election(rule, wijk, &election(wijk, ballots)?, lot)
}

pub(crate) fn count_election(
    rule: &CountingRule,
    wijk: &WijkRules,
    election: &Election,
    lot: &Lot,
) -> Result<(Allocation, Option<Certificate>), CountFault> {
    let drawn = |c: &crate::round::Candidacy| lot.order.iter().position(|id| *id == c.proposal);
    let order: Option<Vec<ProjectIndex>> = wijk
        .candidates
        .iter()
        .map(|c| ProjectIndex::try_from(drawn(c)?).ok())
        .collect();
    let (allocation, certificate) =
        count_with_certificate(election, rule, &order.ok_or(CountFault::Order)?)?;
    Ok((
        allocation.named(|project| wijk.candidates[project as usize].proposal),
        certificate,
    ))
}

/// The rule that an outcome is compared with: by votes for Equal Shares, Equal Shares for any other.
#[must_use]
pub fn compared_with(rule: &CountingRule) -> CountingRule {
    let other = match rule.method.equal_shares() {
        Some(_) => CountingRule::by_votes(Order::Skip),
        None => CountingRule::equal_shares(Completion::Add1u),
    };
    CountingRule {
        min_share: rule.min_share,
        ..other
    }
}

/// Counts the opened ballots of a wijk by its frozen rules.
///
/// # Errors
/// As [`count_ballots`].
pub fn count_wijk(
    rules: &Rules,
    wijk: &WijkRules,
    opened: Opened,
    lot: Lot,
    head: Head,
) -> Result<WijkOutcome, CountFault> {
    let rule = rules.settings.counting;
    let election = election(wijk, &opened.ballots)?;
    let (allocation, _) = count_election(&rule, wijk, &election, &lot)?;
    let (other, _) = count_election(&compared_with(&rule), wijk, &election, &lot)?;
    Ok(WijkOutcome {
        wijk: wijk.wijk,
        eligible: wijk.eligible,
        ballots: opened.ballots.len() as u64,
        laid_aside: opened.laid_aside,
        rejected: opened.rejected,
        head,
        lot,
        coverage: Coverage::of(&allocation, &opened.ballots),
        other_coverage: Coverage::of(&other, &opened.ballots),
        allocation,
        other,
    })
}

impl Coverage {
    /// How the voters of these ballots fare under an outcome.
    #[must_use]
    pub fn of(allocation: &Allocation, ballots: &[OpenedBallot]) -> Self {
        let winners: std::collections::BTreeSet<ProposalId> =
            allocation.winners().map(|award| award.id).collect();
        let mut voters_by_winners = vec![0];
        for ballot in ballots {
            let won = ballot
                .choices
                .iter()
                .filter(|choice| winners.contains(choice))
                .count();
            if voters_by_winners.len() <= won {
                voters_by_winners.resize(won + 1, 0);
            }
            voters_by_winners[won] += 1;
        }
        Self { voters_by_winners }
    }

    /// Voters who got nothing they chose.
    #[must_use]
    pub fn without(&self) -> u64 {
        self.voters_by_winners.first().copied().unwrap_or_default()
    }

    /// Voters who got something they chose.
    #[must_use]
    pub fn with(&self) -> u64 {
        self.voters_by_winners.iter().skip(1).sum()
    }
}

impl WijkOutcome {
    /// How many voted (opkomst): ballots that count, blank ones too, and ballots that do not. Not what came from
    /// cancelled letters: whoever lost a letter votes with another.
    #[must_use]
    pub fn turnout(&self) -> u64 {
        self.ballots + self.rejected.len() as u64
    }

    /// Voters per thousand who were allowed to vote: 159 is 15,9 %.
    #[must_use]
    pub fn turnout_per_mille(&self) -> u64 {
        // Rounded to the nearest, as the printed figures are.
        (self.turnout() * 1000 + u64::from(self.eligible) / 2)
            .checked_div(self.eligible.into())
            .unwrap_or_default()
    }

    /// What the winners cost together.
    #[must_use]
    pub fn spent(&self) -> Euro {
        self.allocation.spent()
    }
}
