//! The rule as it is given on the command line. What is not given is as in pabutools.

use std::str::FromStr;

use clap::{Args, ValueEnum};
use domain::{
    count::{
        Blank, ByVotes, Comparison, Completion, CountingRule, EqualShares, Hopeless, Method, Order,
        ProjectIndex, Start, Stop, Ties, Utility, VERSION, VoteType, draw_lot, order_by_id,
    },
    named::UnknownName,
    pabulib::amount,
};

use crate::config::Wrong;

#[derive(Args, Clone, Debug)]
pub struct Options {
    /// How to count.
    #[arg(long, value_enum, default_value = "by-votes")]
    rule: Rule,
    /// What a project is worth to who supports it: cost, cardinality, score, scorecost, borda, posscore, posscorecost.
    #[arg(long, value_parser = name::<Utility>)]
    utility: Option<Utility>,
    /// By votes: most votes per euro first.
    #[arg(long)]
    per_euro: bool,
    /// By votes, when the next one does not fit: skip it, stop, or (divisible) give it as many of its places as fit.
    #[arg(long, value_parser = name::<Order>)]
    order: Option<Order>,
    /// Equal Shares, when money is left: none, add1, add1u, or increase:1% (of the budget at a time).
    #[arg(long, value_parser = completion)]
    completion: Option<Completion>,
    /// Equal Shares, when raising stops besides before overspending: exhaustive, exhaustive-all, overspend.
    #[arg(long, value_parser = name::<Stop>)]
    stop: Option<Stop>,
    /// Equal Shares, the first share: exact, or floor (a whole number of steps).
    #[arg(long, value_parser = name::<Start>)]
    start: Option<Start>,
    /// Equal Shares, by how much a share is raised, in the file's currency.
    #[arg(long, value_parser = step)]
    step: Option<u64>,
    /// Equal Shares, whether voters may prefer the count by votes: none, satisfaction, exclusion-ratio.
    #[arg(long, value_parser = name::<Comparison>)]
    compare: Option<Comparison>,
    /// Ties: id; cost-votes-id; or lot:SEED (lowest cost, most votes, then the lot drawn with this seed).
    #[arg(long, value_parser = Tiebreak::from_str, default_value = "id")]
    pub ties: Tiebreak,
    /// The least share of the voters that must support a winner, such as 5%.
    #[arg(long, value_parser = min_share, default_value = "0%")]
    min_share: u16,
    /// Set aside what nobody supports or what costs more than the whole budget, as in a round.
    #[arg(long)]
    set_aside: bool,
    /// Count who chose nothing as turnout only, as in a round.
    #[arg(long)]
    ignore_blank: bool,
    /// Refuse a file that contradicts itself, instead of a warning.
    #[arg(long)]
    pub strict: bool,
    /// Print one JSON object.
    #[arg(long)]
    pub json: bool,
    /// With JSON: how every project fared, and why.
    #[arg(long)]
    pub trace: bool,
    /// With JSON, Equal Shares: what every ballot paid.
    #[arg(long)]
    pub certificate: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Rule {
    /// Most votes first.
    ByVotes,
    /// The Method of Equal Shares.
    EqualShares,
    /// Sequential Phragmén.
    Phragmen,
}

/// What has the last word on ties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tiebreak {
    Id,
    CostVotesId,
    Lot(String),
}

impl Options {
    /// The whole rule for ballots of this kind.
    pub fn rule(&self, vote_type: VoteType) -> Result<CountingRule, Wrong> {
        self.check()?;
        let utility = self
            .utility
            .unwrap_or(Utility::usual(vote_type, self.rule == Rule::EqualShares));
        let method = match self.rule {
            Rule::ByVotes => Method::ByVotes(ByVotes {
                utility,
                per_euro: self.per_euro,
                order: self.order.unwrap_or(Order::Skip),
            }),
            Rule::EqualShares => Method::EqualShares(self.equal_shares(utility)),
            Rule::Phragmen => Method::Phragmen,
        };
        Ok(CountingRule {
            version: VERSION,
            method,
            ties: if self.ties == Tiebreak::Id {
                Ties::Order
            } else {
                Ties::CostVotesOrder
            },
            min_share: self.min_share,
            hopeless: if self.set_aside {
                Hopeless::SetAside
            } else {
                Hopeless::TakePart
            },
            blank: if self.ignore_blank {
                Blank::Turnout
            } else {
                Blank::Voter
            },
        })
    }

    /// Whether a winner may get less than it costs.
    pub fn gives_parts(&self) -> bool {
        matches!(self.order, Some(Order::Divisible | Order::Partial))
    }

    fn equal_shares(&self, utility: Utility) -> EqualShares {
        let completion = self.completion.unwrap_or(Completion::None);
        // pabutools looks at all projects when the budget is increased, and at the supported ones when the share is.
        let usual = match completion {
            Completion::Increase(_) => Stop::ExhaustiveAll,
            Completion::None | Completion::Add1 | Completion::Add1u => Stop::Exhaustive,
        };
        EqualShares {
            utility,
            start: self.start.unwrap_or(Start::Exact),
            completion,
            stop: self.stop.unwrap_or(usual),
            step: self.step.unwrap_or(100),
            comparison: self.compare.unwrap_or(Comparison::None),
        }
    }

    /// Refuses an option that the rule does not use.
    fn check(&self) -> Result<(), Wrong> {
        let by_votes = [
            ("--order", self.order.is_some()),
            ("--per-euro", self.per_euro),
        ];
        let equal_shares = [
            ("--completion", self.completion.is_some()),
            ("--stop", self.stop.is_some()),
            ("--start", self.start.is_some()),
            ("--step", self.step.is_some()),
            ("--compare", self.compare.is_some()),
            ("--certificate", self.certificate),
        ];
        let given = |options: &[(&'static str, bool)]| {
            options
                .iter()
                .find(|(_, given)| *given)
                .map(|(name, _)| *name)
        };
        if let Some(option) = given(&by_votes).filter(|_| self.rule != Rule::ByVotes) {
            return Err(Wrong::say(format!("{option} goes with --rule by-votes")));
        }
        if let Some(option) = given(&equal_shares).filter(|_| self.rule != Rule::EqualShares) {
            return Err(Wrong::say(format!(
                "{option} goes with --rule equal-shares"
            )));
        }
        if self.utility.is_some() && self.rule == Rule::Phragmen {
            return Err(Wrong::say(
                "--utility does not go with --rule phragmen: it counts ticks",
            ));
        }
        match given(&[("--trace", self.trace), ("--certificate", self.certificate)])
            .filter(|_| !self.json)
        {
            Some(option) => Err(Wrong::say(format!("{option} goes with --json"))),
            None => Ok(()),
        }
    }
}

impl Tiebreak {
    /// For each project its place in the order that has the last word.
    pub fn order(&self, ids: &[String]) -> Vec<ProjectIndex> {
        match self {
            Self::Id | Self::CostVotesId => order_by_id(ids),
            Self::Lot(seed) => draw_lot(seed, ids),
        }
    }
}

impl FromStr for Tiebreak {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once(':') {
            None if text == "id" => Ok(Self::Id),
            None if text == "cost-votes-id" => Ok(Self::CostVotesId),
            Some(("lot", seed)) if !seed.is_empty() => Ok(Self::Lot(seed.to_owned())),
            _ => Err("ties are id, cost-votes-id or lot:SEED".into()),
        }
    }
}

fn name<T: FromStr<Err = UnknownName>>(text: &str) -> Result<T, UnknownName> {
    text.parse()
}

fn completion(text: &str) -> Result<Completion, String> {
    match text.split_once(':') {
        None if text == "none" => Ok(Completion::None),
        None if text == "add1" => Ok(Completion::Add1),
        None if text == "add1u" => Ok(Completion::Add1u),
        Some(("increase", percent)) => Ok(Completion::Increase(hundredths(percent)?)),
        _ => Err("completions are none, add1, add1u or increase:1%".into()),
    }
}

/// `1%` or `0.5%` as hundredths of a percent.
fn hundredths(text: &str) -> Result<u32, String> {
    let wrong = || format!("«{text}» is not a percentage such as 1% or 0.5%");
    let percent = text.strip_suffix('%').ok_or_else(wrong)?;
    let hundredths = amount(percent).map_err(|_| wrong())?.as_cents();
    u32::try_from(hundredths)
        .ok()
        .filter(|part| (1..=1_000_000).contains(part))
        .ok_or_else(wrong)
}

/// A percentage as thousandths.
fn min_share(text: &str) -> Result<u16, String> {
    if text == "0%" {
        return Ok(0);
    }
    let hundredths = hundredths(text)?;
    u16::try_from(hundredths / 10)
        .ok()
        .filter(|part| *part <= 1_000 && hundredths.is_multiple_of(10))
        .ok_or_else(|| format!("«{text}» is not a percentage up to 100% with at most one decimal"))
}

/// An amount as cents, more than nothing.
fn step(text: &str) -> Result<u64, String> {
    match amount(text) {
        Ok(step) if step.as_cents() > 0 => Ok(step.as_cents()),
        Ok(_) => Err("the step must be more than nothing".into()),
        Err(fault) => Err(fault.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;
    use domain::round::CountingChoice;

    use super::*;

    #[derive(Parser)]
    #[command(no_binary_name = true)]
    struct Arguments {
        #[command(flatten)]
        options: Options,
    }

    fn read(words: &str) -> CountingRule {
        let arguments = Arguments::try_parse_from(words.split_whitespace()).unwrap();
        arguments
            .options
            .rule(VoteType::Approval)
            .unwrap_or_else(|Wrong(sentence)| panic!("{sentence}"))
    }

    #[test]
    fn the_arguments_that_a_round_prints_give_its_rule() {
        for choice in CountingChoice::ALL {
            for percent in [0, 5] {
                let rule = choice.rule(percent);
                assert_eq!(read(&rule.arguments("lot:7")), rule);
            }
        }
        let odd = CountingRule {
            method: Method::EqualShares(EqualShares {
                utility: Utility::Cardinality,
                start: Start::Floor,
                completion: Completion::Increase(50),
                stop: Stop::Overspend,
                step: 250,
                comparison: Comparison::ExclusionRatio,
            }),
            min_share: 15,
            ..CountingRule::of_round(Method::Phragmen)
        };
        assert_eq!(read(&odd.arguments("cost-votes-id")), odd);
        assert_eq!(
            read(&CountingRule::of_round(Method::Phragmen).arguments("lot:x")).method,
            Method::Phragmen
        );
    }
}
