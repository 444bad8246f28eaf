//! A wijk's ballots for other tools: as a Pabulib file, and with the proof of what every ballot paid.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Publication, count_election, election};
use crate::{
    count::{Comparison, Completion, CountFault, CountingRule, EqualShares, Fraction, Order},
    pabulib::{Description, Export, write},
    round::WijkRules,
};

/// What only the one who publishes knows of an election, for the head of a Pabulib file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileHead {
    /// The municipality.
    pub municipality: String,
    /// First day of the vote: `dd.mm.yyyy`.
    pub from: String,
    /// Last day of the vote.
    pub to: String,
}

/// What every ballot paid for every winner, at the final share: the proof of an Equal Shares outcome
/// (src/count/README.md#certificates).
///
/// Proposals stand under their number on the ballot; amounts are exact, in cents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// What each voter had.
    pub share: Fraction,
    /// What supporters paid for, in the order of selection.
    pub bought: Vec<u16>,
    /// What one cent of cost took from a voter who could pay in full, for each of them.
    pub rates: Vec<Fraction>,
    /// Every different ballot.
    pub ballots: Vec<PaidBallot>,
}

/// Ballots that chose the same, and what one of their voters paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaidBallot {
    /// The numbers that were chosen.
    pub choices: Vec<u16>,
    /// How many voters cast it.
    pub voters: u64,
    /// What each paid: number and amount.
    pub paid: BTreeMap<u16, Fraction>,
}

impl Publication {
    fn wijk_rules(&self) -> Result<&WijkRules, CountFault> {
        self.rules.wijk(self.wijk).ok_or(CountFault::Ballots)
    }

    /// The ballots as a Pabulib file, proposals under their number on the ballot. Nothing says who voted.
    ///
    /// # Errors
    /// As [`election`].
    pub fn pabulib(&self, head: &FileHead) -> Result<String, CountFault> {
        let wijk = self.wijk_rules()?;
        let election = election(wijk, &self.opened.ballots)?;
        let ids: Vec<String> = wijk
            .candidates
            .iter()
            .map(|c| c.number.to_string())
            .collect();
        let names: Vec<String> = wijk.candidates.iter().map(|c| c.title.clone()).collect();
        let selected: Vec<bool> = wijk
            .candidates
            .iter()
            .map(|c| self.winners.contains(&c.proposal))
            .collect();
        let rule = &self.rules.settings.counting;
        let about = Description {
            description: format!("{}, {}", self.rules.title, wijk.name),
            country: "Netherlands".into(),
            unit: head.municipality.clone(),
            instance: self.rules.title.clone(),
            date_begin: head.from.clone(),
            date_end: head.to.clone(),
            rule: name(rule).into(),
            min_length: Some(1),
            max_length: Some(self.rules.settings.max_choices.into()),
            language: "nl".into(),
            currency: "EUR".into(),
            comment: format!(
                "#1: Count again with: wijkbanen count FILE {}",
                self.arguments()
            ),
            more: vec![("subunit".into(), wijk.name.clone())],
            ..Description::default()
        };
        Ok(write(&Export {
            about: &about,
            election: &election,
            ids: &ids,
            names: &names,
            selected: Some(&selected),
        }))
    }

    /// The rule with its lot, as arguments of `wijkbanen count FILE`.
    #[must_use]
    pub fn arguments(&self) -> String {
        self.rules
            .settings
            .counting
            .arguments(&format!("lot:{}", self.lot.seed))
    }

    /// What every ballot paid, where the rule lets voters pay.
    ///
    /// # Errors
    /// As [`super::count_ballots`].
    pub fn proof(&self) -> Result<Option<Proof>, CountFault> {
        let wijk = self.wijk_rules()?;
        let election = election(wijk, &self.opened.ballots)?;
        let (_, certificate) =
            count_election(&self.rules.settings.counting, wijk, &election, &self.lot)?;
        let Some(certificate) = certificate else {
            return Ok(None);
        };
        let number = |project: u32| wijk.candidates[project as usize].number;
        let bought: Vec<u16> = certificate
            .bought
            .iter()
            .map(|purchase| number(purchase.project))
            .collect();
        let ballots = election
            .ballots
            .iter()
            .zip(certificate.payments)
            .map(|(ballot, paid)| PaidBallot {
                choices: ballot
                    .choices
                    .iter()
                    .map(|&project| number(project))
                    .collect(),
                voters: ballot.count,
                paid: paid
                    .into_iter()
                    .map(|(at, amount)| (bought[at as usize], amount))
                    .collect(),
            })
            .collect();
        Ok(Some(Proof {
            share: certificate.share,
            rates: certificate
                .bought
                .into_iter()
                .map(|purchase| purchase.rate)
                .collect(),
            bought,
            ballots,
        }))
    }
}

/// The rule in the words of Pabulib. It has none for a threshold, a top-up or places, and its `equalshares/add1` is one with
/// whole steps of the currency, so what is counted otherwise is `unknown`: a checker would recompute something else.
fn name(rule: &CountingRule) -> &'static str {
    if rule.min_share > 0 {
        return "unknown";
    }
    let by_votes = rule.method.by_votes().filter(|how| !how.per_euro);
    let greedy = by_votes.map(|how| match how.order {
        Order::Skip => "greedy",
        Order::Stop => "greedy-no-skip",
        Order::Divisible | Order::Partial => "greedy-custom",
    });
    let is_plain = |how: &EqualShares| {
        how.completion == Completion::None && how.comparison == Comparison::None
    };
    let shares = rule.method.equal_shares().filter(is_plain);
    greedy
        .or(shares.map(|_| "equalshares"))
        .unwrap_or("unknown")
}
