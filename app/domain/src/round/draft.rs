//! A round and a wijk as staff type them, and what is wrong with that.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{CostBasis, Millis, Schedule, Settings, Spare, Wijk, WijkKind};
use crate::{
    ballot_box::Quorum,
    count::{Completion, CountingRule, Method, Order},
    euro::{Euro, MAX_COST_PER_JOB},
    fault::{Fault, Faults, What, choice, number},
    fields::fields,
    id::WijkId,
    named,
    notation::Notation,
    phase::Phase,
    text,
};

/// More people than any wijk has.
const MOST_PEOPLE: u64 = 1_000_000;

/// A new wijk as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WijkDraft {
    /// Its name.
    pub name: String,
    /// One of [`WijkKind`].
    pub kind: String,
    /// How many people live there, all ages.
    pub residents: String,
    /// Where residents vote and get help.
    pub voting_point: String,
}

/// A wijk that can be added to the municipality; its id comes with that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewWijk {
    name: String,
    kind: WijkKind,
    residents: u32,
    voting_point: String,
}

impl WijkDraft {
    /// The checked wijk. Whether its name is taken, only the store knows.
    ///
    /// # Errors
    /// A [`Fault`] at each field that is wrong.
    pub fn check(&self, notation: Notation) -> Result<NewWijk, Vec<Fault>> {
        let mut faults = Faults::default();
        let name = faults.take("name", text::name(&self.name, 80));
        let kind = faults.keep("kind", choice(&self.kind));
        let residents = faults.take(
            "residents",
            number(&self.residents, notation, 1, MOST_PEOPLE),
        );
        let voting_point = faults.take("voting_point", text::line(&self.voting_point, 200));
        faults.or(NewWijk {
            name,
            kind: kind.unwrap_or(WijkKind::Neighbourhood),
            residents,
            voting_point,
        })
    }
}

impl NewWijk {
    /// The wijk under this id.
    #[must_use]
    pub fn with_id(self, id: WijkId) -> Wijk {
        Wijk {
            id,
            name: self.name,
            kind: self.kind,
            residents: self.residents,
            voting_point: self.voting_point,
        }
    }
}

named! {
    /// The ways of counting that staff choose from. What else a rule fixes is the same for every round.
    pub enum CountingChoice {
        /// Most votes first; what no longer fits is skipped.
        ByVotesSkip = "by_votes_skip",
        /// Most votes first; the first that does not fit ends it.
        ByVotesStop = "by_votes_stop",
        /// Most votes first; what does not fit whole gets as many places as fit.
        ByVotesDivisible = "by_votes_divisible",
        /// Equal Shares; what is left then goes by votes.
        EqualSharesTopUp = "equal_shares_top_up",
        /// Equal Shares; what is left stays.
        EqualShares = "equal_shares",
    }
}

/// The most that staff may ask for as a winner's least share of the voters, in percent: with more, a minority could
/// win nothing.
pub const MAX_MIN_SHARE: u64 = 25;

impl CountingChoice {
    /// The whole rule, with the least share of the voters a winner needs, in percent.
    #[must_use]
    pub fn rule(self, min_percent: u16) -> CountingRule {
        let rule = match self {
            Self::ByVotesSkip => CountingRule::by_votes(Order::Skip),
            Self::ByVotesStop => CountingRule::by_votes(Order::Stop),
            Self::ByVotesDivisible => CountingRule::by_votes(Order::Divisible),
            Self::EqualSharesTopUp => CountingRule::equal_shares(Completion::Add1u),
            Self::EqualShares => CountingRule::equal_shares(Completion::Add1),
        };
        CountingRule {
            min_share: min_percent * 10,
            ..rule
        }
    }

    /// The choice behind a rule, if staff can choose it.
    #[must_use]
    pub fn of(rule: &CountingRule) -> Option<Self> {
        let percent = rule.min_share / 10;
        Self::ALL
            .iter()
            .copied()
            .find(|choice| choice.rule(percent) == *rule)
    }

    /// Whether it counts by Equal Shares.
    #[must_use]
    pub fn is_equal_shares(self) -> bool {
        matches!(self.rule(0).method, Method::EqualShares(_))
    }
}

fields! {
    /// When each scheduled phase begins, as typed on the clock in Amsterdam: `start_voting`.
    Starts("start_": Phase);
    /// What each wijk may divide, in euros as typed: `budget_<wijk>`.
    Budgets("budget_": WijkId);
    /// How many may vote in each wijk, as typed: `eligible_<wijk>`.
    Electorates("eligible_": WijkId);
    /// Reserve envelopes of each wijk, as typed: `reserve_<wijk>`.
    Reserves("reserve_": WijkId);
    /// Ballots on paper of each wijk, as typed: `paper_<wijk>`.
    Papers("paper_": WijkId);
}

/// A round's settings as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RoundDraft {
    /// Name of the round.
    pub title: String,
    /// The cap in euros.
    pub cap: String,
    /// One of [`CostBasis`].
    pub cost_basis: String,
    /// Most choices on a ballot.
    pub max_choices: String,
    /// Voting age.
    pub min_age: String,
    /// One of [`CountingChoice`].
    pub counting: String,
    /// The least share of the voters that a winner needs, in percent; empty is none.
    pub min_share: String,
    /// How many key cards open the box.
    pub cards_needed: String,
    /// How many key cards it has.
    pub cards_total: String,
    /// Ticked for a round that is only to practise.
    pub trial: String,
    /// Start of every scheduled phase.
    #[serde(flatten)]
    pub starts: Starts,
    /// Ids of the wijken that take part. What is typed for another stays in the form and out of the round.
    pub wijken: Vec<String>,
    /// Budget of each wijk.
    #[serde(flatten)]
    pub budgets: Budgets,
    /// How many may vote in each wijk.
    #[serde(flatten)]
    pub eligible: Electorates,
    /// Reserve envelopes of each wijk; empty is as many as advised.
    #[serde(flatten)]
    pub reserve: Reserves,
    /// Ballots on paper of each wijk; empty is none.
    #[serde(flatten)]
    pub paper: Papers,
}

/// Why a typed moment is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhatDate {
    /// Nothing was typed.
    Empty,
    /// Cannot be read.
    NotADate,
    /// A day without an hour: read as midnight, the last day would be lost.
    NoHour,
    /// Twice or never on the clock.
    NoSuchMoment,
}

/// What staff fix of one wijk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WijkPlan {
    /// What it may divide, a year.
    pub budget: Euro,
    /// How many may vote.
    pub eligible: u32,
    /// Codes beside the letters.
    pub spare: Spare,
}

/// Checked settings with what is fixed of each wijk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundPlan {
    /// Name of the round.
    pub title: String,
    /// The settings.
    pub settings: Settings,
    /// The wijken that take part.
    pub wijken: BTreeMap<WijkId, WijkPlan>,
}

impl RoundDraft {
    /// The checked plan, or everything that is wrong with it. `clock` reads a typed moment: the zone is none of ours.
    ///
    /// # Errors
    /// A [`Fault`] at each field that is wrong.
    pub fn check(
        &self,
        notation: Notation,
        clock: impl Fn(&str) -> Result<Millis, WhatDate>,
    ) -> Result<RoundPlan, Vec<Fault>> {
        let mut faults = Faults::default();
        let title = faults.take("title", text::line(&self.title, 80).map_err(What::from));
        let cap = faults.take("cap", Euro::parse(&self.cap, notation));
        if cap > MAX_COST_PER_JOB {
            faults.note(
                "cap",
                What::OverCap {
                    cost: cap,
                    cap: MAX_COST_PER_JOB,
                },
            );
        }
        let cost_basis = faults.keep("cost_basis", choice(&self.cost_basis));
        let max_choices = faults.take("max_choices", number(&self.max_choices, notation, 1, 20));
        let min_age = faults.take("min_age", number(&self.min_age, notation, 4, 18));
        let counting = faults.keep("counting", choice(&self.counting));
        let min_share = match self.min_share.trim() {
            "" => 0,
            typed => faults.take("min_share", number(typed, notation, 0, MAX_MIN_SHARE)),
        };
        let cards = self.check_cards(notation, &mut faults);
        let schedule = self.check_schedule(clock, &mut faults);
        let wijken = self.check_wijken(notation, &mut faults);
        let plan = RoundPlan {
            title,
            settings: Settings {
                cap,
                cost_basis: cost_basis.unwrap_or(CostBasis::OnTopOfBenefit),
                max_choices,
                min_age,
                schedule,
                counting: counting
                    .unwrap_or(CountingChoice::ByVotesSkip)
                    .rule(min_share),
                cards,
                trial: self.is_trial(),
            },
            wijken,
        };
        faults.or(plan)
    }

    fn is_trial(&self) -> bool {
        !self.trial.is_empty()
    }

    /// A card that opens the box by itself is for practising only: nobody should be able to look alone.
    fn check_cards(&self, notation: Notation, faults: &mut Faults) -> Quorum {
        let most = u64::from(Quorum::MAX_TOTAL);
        let needed = number::<u8>(&self.cards_needed, notation, 1, Quorum::MAX_NEEDED.into());
        let total = number::<u8>(&self.cards_total, notation, 1, most);
        let (needed, total) = match (needed, total) {
            (Ok(needed), Ok(total)) => (needed, total),
            (needed, total) => {
                faults.take("cards_needed", needed);
                faults.take("cards_total", total);
                return Quorum::default();
            }
        };
        match Quorum::new(needed, total) {
            Ok(cards) if cards.is_alone() && !self.is_trial() => {
                faults.note("cards_needed", What::OpensAlone);
            }
            Ok(cards) => return cards,
            Err(_) if needed == 1 => faults.note("cards_needed", What::OpensAlone),
            Err(_) => {
                let min = needed.into();
                faults.note("cards_total", What::OutOfRange { min, max: most });
            }
        }
        Quorum::default()
    }

    fn check_schedule(
        &self,
        clock: impl Fn(&str) -> Result<Millis, WhatDate>,
        faults: &mut Faults,
    ) -> Schedule {
        let mut schedule = Schedule::new();
        let mut latest = Millis::MIN;
        for &phase in Phase::SCHEDULED {
            let field = Starts::field(phase);
            match clock(self.starts.get(phase)) {
                Ok(start) if start <= latest => faults.note(&field, What::TooEarly),
                Ok(start) => {
                    latest = start;
                    schedule.insert(phase, start);
                }
                Err(what) => faults.note(&field, what.into()),
            }
        }
        schedule
    }

    fn check_wijken(&self, notation: Notation, faults: &mut Faults) -> BTreeMap<WijkId, WijkPlan> {
        if self.wijken.is_empty() {
            faults.note("wijken", What::NotChosen);
        }
        let mut wijken = BTreeMap::new();
        for ticked in &self.wijken {
            let Some(wijk) = faults.keep("wijken", choice(ticked)) else {
                continue;
            };
            let budget = faults.take(
                &Budgets::field(wijk),
                Euro::parse(self.budgets.get(wijk), notation),
            );
            let eligible = faults.take(
                &Electorates::field(wijk),
                number(self.eligible.get(wijk), notation, 1, MOST_PEOPLE),
            );
            let plan = WijkPlan {
                budget,
                eligible,
                spare: self.check_spare(wijk, eligible, notation, faults),
            };
            wijken.insert(wijk, plan);
        }
        wijken
    }

    /// No more envelopes or ballots on paper than people who may vote. What was not typed is what is advised.
    fn check_spare(
        &self,
        wijk: WijkId,
        eligible: u32,
        notation: Notation,
        faults: &mut Faults,
    ) -> Spare {
        // Where the electorate cannot be read, that is the fault to tell.
        let most = if eligible == 0 {
            MOST_PEOPLE
        } else {
            eligible.into()
        };
        let mut take = |field: String, typed: &str, advised| match typed.trim() {
            "" => advised,
            typed => faults.take(&field, number(typed, notation, 0, most)),
        };
        let advised = Spare::advised(eligible);
        Spare {
            reserve: take(Reserves::field(wijk), self.reserve.get(wijk), advised),
            paper: take(Papers::field(wijk), self.paper.get(wijk), 0),
        }
    }
}
