//! How votes become winners: every parameter of a count in one value, fixed before voting and stored with the count.
//!
//! The names are those of participatory budgeting (pabutools, equalshares.net); the semantics are in README.md.

use serde::{Deserialize, Serialize};

use super::ballots::VoteType;
use crate::{euro::Euro, named};

/// How votes become winners. Frozen with the round; the same value counts a Pabulib file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountingRule {
    /// Of these parameters. A count says by which version it was made.
    pub version: u16,
    /// How it is counted.
    #[serde(flatten)]
    pub method: Method,
    /// What settles a tie.
    pub ties: Ties,
    /// The least share of the voters that must support a winner, in thousandths.
    pub min_share: u16,
    /// What happens to projects that nobody supports or that cost more than there is.
    pub hopeless: Hopeless,
    /// Whether who chose nothing counts as a voter.
    pub blank: Blank,
}

/// The version of the parameters that this program writes.
pub const VERSION: u16 = 1;

/// By how many cents a round raises the share of a voter: about a two-hundredth of what voters of a wijk begin with.
///
/// Smaller steps use little more of the money and cost a phone that counts again much more (README.md#steps-and-leaps).
const ROUND_STEP: u64 = 50;

/// How it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "method", rename_all = "snake_case")]
pub enum Method {
    /// Most votes first (greedy).
    ByVotes(ByVotes),
    /// Every voter has an equal share of the budget (Method of Equal Shares).
    EqualShares(EqualShares),
    /// Sequential Phragmén: the project whose supporters bear the least load comes first.
    Phragmen,
}

/// Counting by votes (README.md#by-votes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByVotes {
    /// What a vote is worth.
    pub utility: Utility,
    /// Most votes per euro first, instead of most votes.
    pub per_euro: bool,
    /// What happens when the next one does not fit.
    pub order: Order,
}

/// The Method of Equal Shares (README.md#equal-shares).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EqualShares {
    /// What a project is worth to who supports it.
    pub utility: Utility,
    /// The first share of a voter.
    pub start: Start,
    /// What is done when money is left.
    pub completion: Completion,
    /// When raising the share stops.
    pub stop: Stop,
    /// By how many cents a share is raised.
    pub step: u64,
    /// Whether voters may prefer the count by votes.
    pub comparison: Comparison,
}

named! {
    /// What a project is worth to who supports it: `u_i(p)`.
    pub enum Utility {
        /// Its cost (`Cost_Sat`).
        Cost = "cost",
        /// One (`Cardinality_Sat`).
        Cardinality = "cardinality",
        /// The points given to it (`Additive_Cardinal_Sat`).
        Score = "score",
        /// The points given to it, times its cost.
        ScoreCost = "scorecost",
        /// How many projects on the same ballot stand below it (`Additive_Borda_Sat`).
        Borda = "borda",
        /// L for the best place, L − 1 for the next, where L is the most places a ballot may have.
        PosScore = "posscore",
        /// That, times its cost.
        PosScoreCost = "posscorecost",
    }
}

named! {
    /// What happens when the next project does not fit (README.md#by-votes).
    pub enum Order {
        /// It is skipped, and the next one that fits is taken (Waalwijk).
        Skip = "skip",
        /// Nothing more is taken (Amsterdam West).
        Stop = "stop",
        /// It gets as many of its places as fit; then on as with `skip`.
        Divisible = "divisible",
        /// It gets what is left (Noordscheschut 2008 and 2010). For past votes: a job is not divisible like a playground.
        Partial = "partial",
    }
}

named! {
    /// The first share of a voter.
    pub enum Start {
        /// Budget divided by voters, exactly.
        Exact = "exact",
        /// That, rounded down to a whole step.
        Floor = "floor",
    }
}

/// What is done when Equal Shares leaves money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Completion {
    /// Nothing.
    None,
    /// The share is raised step by step while the winners fit the budget.
    Add1,
    /// That, and then with what is left most utility per euro first, marked as such (utilitarian completion). Where the
    /// utility of a project is its cost, as in a round, that is by votes.
    Add1u,
    /// The budget that shares are made of is raised by this many hundredths of a percent at a time.
    Increase(u32),
}

impl std::fmt::Display for Completion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::None => f.write_str("none"),
            Self::Add1 => f.write_str("add1"),
            Self::Add1u => f.write_str("add1u"),
            Self::Increase(part) => {
                write!(f, "increase:{}%", Euro::cents((*part).into()).decimal())
            }
        }
    }
}

named! {
    /// When raising the share stops, besides before the winners overspend.
    pub enum Stop {
        /// When no supported project fits what is left.
        Exhaustive = "exhaustive",
        /// When no project that takes part fits what is left, supported or not.
        ExhaustiveAll = "exhaustive-all",
        /// Only before overspending.
        Overspend = "overspend",
    }
}

named! {
    /// Whether voters may prefer the count by votes: it replaces Equal Shares if strictly more voters do.
    pub enum Comparison {
        /// No comparison.
        None = "none",
        /// A voter prefers the outcome with more of their own choices.
        Satisfaction = "satisfaction",
        /// A voter prefers the outcome with any of their own choices.
        ExclusionRatio = "exclusion-ratio",
    }
}

named! {
    /// What settles a tie, from first to last.
    pub enum Ties {
        /// The drawn or given order alone: for a Pabulib file, the ids by code point.
        Order = "order",
        /// The lowest cost, then the most votes, then the drawn or given order.
        CostVotesOrder = "cost-votes-order",
    }
}

named! {
    /// What happens to projects that nobody supports, or that cost more than the whole budget.
    pub enum Hopeless {
        /// They are set aside before the count.
        SetAside = "set-aside",
        /// They take part, as in pabutools.
        TakePart = "take-part",
    }
}

named! {
    /// Whether who chose nothing counts as a voter.
    pub enum Blank {
        /// No: counted as turnout only, and no share is made for them.
        Turnout = "turnout",
        /// Yes, as in pabutools: their share is lost.
        Voter = "voter",
    }
}

impl Method {
    /// The name in JSON and in text keys.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::ByVotes(_) => "by_votes",
            Self::EqualShares(_) => "equal_shares",
            Self::Phragmen => "phragmen",
        }
    }

    /// How it counts by votes, if it does.
    #[must_use]
    pub const fn by_votes(&self) -> Option<ByVotes> {
        match *self {
            Self::ByVotes(by_votes) => Some(by_votes),
            Self::EqualShares(_) | Self::Phragmen => None,
        }
    }

    /// How it gives every voter an equal share, if it does.
    #[must_use]
    pub const fn equal_shares(&self) -> Option<EqualShares> {
        match *self {
            Self::EqualShares(equal_shares) => Some(equal_shares),
            Self::ByVotes(_) | Self::Phragmen => None,
        }
    }
}

impl Utility {
    /// What is usual for such ballots: by votes the total of ticks or points, under Equal Shares that times the cost.
    #[must_use]
    pub const fn usual(vote_type: VoteType, is_equal_shares: bool) -> Self {
        match (vote_type, is_equal_shares) {
            (VoteType::Approval | VoteType::ChooseOne, _) => Self::Cost,
            (VoteType::Cumulative | VoteType::Scoring, false) => Self::Score,
            (VoteType::Cumulative | VoteType::Scoring, true) => Self::ScoreCost,
            (VoteType::Ordinal, false) => Self::PosScore,
            (VoteType::Ordinal, true) => Self::PosScoreCost,
        }
    }

    /// Whether a project is worth as much more as it costs more.
    #[must_use]
    pub const fn is_per_cost(self) -> bool {
        match self {
            Self::Cost | Self::ScoreCost | Self::PosScoreCost => true,
            Self::Cardinality | Self::Score | Self::Borda | Self::PosScore => false,
        }
    }
}

impl CountingRule {
    /// A rule of each method, for what holds of all of them.
    pub const EACH: &[Self] = &[
        Self::by_votes(Order::Skip),
        Self::equal_shares(Completion::Add1u),
        Self::of_round(Method::Phragmen),
    ];

    /// A round's rule: what is hopeless is set aside, blank is turnout, ties go to cost, votes and then the lot.
    #[must_use]
    pub const fn of_round(method: Method) -> Self {
        Self {
            version: VERSION,
            method,
            ties: Ties::CostVotesOrder,
            min_share: 0,
            hopeless: Hopeless::SetAside,
            blank: Blank::Turnout,
        }
    }

    /// Most votes first; what no longer fits is skipped. The default of a round.
    #[must_use]
    pub const fn by_votes(order: Order) -> Self {
        Self::of_round(Method::ByVotes(ByVotes {
            utility: Utility::Cost,
            per_euro: false,
            order,
        }))
    }

    /// Equal Shares as a round uses it (README.md#equal-shares): cost utilities, exact start, small steps.
    #[must_use]
    pub const fn equal_shares(completion: Completion) -> Self {
        Self::of_round(Method::EqualShares(EqualShares {
            utility: Utility::Cost,
            start: Start::Exact,
            completion,
            stop: Stop::Exhaustive,
            step: ROUND_STEP,
            comparison: Comparison::None,
        }))
    }

    /// The rule as arguments of `wijkbanen count FILE`, with `ties` as given there.
    #[must_use]
    pub fn arguments(&self, ties: &str) -> String {
        let mut words = match self.method {
            Method::ByVotes(ByVotes {
                utility,
                per_euro,
                order,
            }) => {
                let per_euro = if per_euro { " --per-euro" } else { "" };
                format!("--rule by-votes --utility {utility}{per_euro} --order {order}")
            }
            Method::EqualShares(shares) => {
                let EqualShares {
                    utility,
                    start,
                    completion,
                    stop,
                    step,
                    comparison,
                } = shares;
                let step = Euro::cents(step).decimal();
                format!(
                    "--rule equal-shares --utility {utility} --completion {completion} --start {start} --stop {stop} \
                     --step {step} --compare {comparison}"
                )
            }
            Method::Phragmen => "--rule phragmen".to_owned(),
        };
        if self.min_share > 0 {
            words.push_str(&format!(
                " --min-share {}%",
                Euro::cents(u64::from(self.min_share) * 10).decimal()
            ));
        }
        if self.hopeless == Hopeless::SetAside {
            words.push_str(" --set-aside");
        }
        if self.blank == Blank::Turnout {
            words.push_str(" --ignore-blank");
        }
        format!("{words} --ties {ties}")
    }

    /// What a project is worth to who supports it, where the method asks.
    #[must_use]
    pub const fn utility(&self) -> Utility {
        match self.method {
            Method::ByVotes(by_votes) => by_votes.utility,
            Method::EqualShares(equal_shares) => equal_shares.utility,
            Method::Phragmen => Utility::Cardinality,
        }
    }
}

impl Default for CountingRule {
    fn default() -> Self {
        Self::by_votes(Order::Skip)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_say_everything_that_a_rule_does() {
        let of = |rule: CountingRule| rule.arguments("lot:ab");
        assert_eq!(
            of(CountingRule::by_votes(Order::Divisible)),
            "--rule by-votes --utility cost --order divisible --set-aside --ignore-blank --ties lot:ab"
        );
        let as_pabutools = CountingRule {
            method: Method::ByVotes(ByVotes {
                utility: Utility::Cardinality,
                per_euro: true,
                order: Order::Skip,
            }),
            hopeless: Hopeless::TakePart,
            blank: Blank::Voter,
            min_share: 1,
            ..CountingRule::default()
        };
        assert_eq!(
            of(as_pabutools),
            "--rule by-votes --utility cardinality --per-euro --order skip --min-share 0.1% --ties lot:ab"
        );
        let completions = [
            (Completion::None, "none"),
            (Completion::Add1, "add1"),
            (Completion::Add1u, "add1u"),
            (Completion::Increase(150), "increase:1.5%"),
        ];
        for (completion, name) in completions {
            assert_eq!(
                of(CountingRule::equal_shares(completion)),
                format!(
                    "--rule equal-shares --utility cost --completion {name} --start exact --stop exhaustive --step 0.5 \
                     --compare none --set-aside --ignore-blank --ties lot:ab"
                )
            );
        }
        assert_eq!(
            of(CountingRule::of_round(Method::Phragmen)),
            "--rule phragmen --set-aside --ignore-blank --ties lot:ab"
        );
    }

    #[test]
    fn each_method_is_among_the_rules_for_all_of_them() {
        let unknown = serde_json::from_str::<Method>(r#"{"method":"?"}"#).unwrap_err();
        let unknown = unknown.to_string();
        let (_, known) = unknown.split_once("expected").unwrap();
        let known: Vec<&str> = known.split('`').skip(1).step_by(2).collect();
        let each = CountingRule::EACH.iter().map(|rule| rule.method.name());
        assert_eq!(known, each.collect::<Vec<_>>());
    }

    #[test]
    fn a_rule_reads_back_from_the_json_that_is_hashed() {
        let increased = CountingRule::equal_shares(Completion::Increase(100));
        for &rule in CountingRule::EACH.iter().chain([&increased]) {
            let json = serde_json::to_string(&rule).unwrap();
            let name = rule.method.name();
            assert!(json.contains(&format!("\"method\":\"{name}\"")), "{json}");
            assert_eq!(
                serde_json::from_str::<CountingRule>(&json).unwrap(),
                rule,
                "{json}"
            );
        }
    }
}
