//! A round: its wijken, budgets, dates and the rules that freeze when the ballot is published.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    euro::{Euro, MAX_COST_PER_JOB},
    fault::{Fault, Faults, What, number},
    id::{ProposalId, RoundId, WijkId},
    journal::Digest,
    named,
    phase::Phase,
    text,
};

/// A moment: milliseconds since 1970 in UTC.
pub type Millis = i64;

named! {
    /// What the cap of a job covers (domain.md, finding 1).
    pub enum CostBasis {
        /// Money on top of a running benefit. The default: the cap no longer covers the benefit itself.
        OnTopOfBenefit = "on_top_of_benefit",
        /// Everything, the benefit included.
        AllIn = "all_in",
    }
}

named! {
    /// Town or country.
    pub enum WijkKind {
        /// Part of a town (wijk).
        Neighbourhood = "wijk",
        /// A village (dorp).
        Village = "dorp",
    }
}

/// A wijk as the municipality knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wijk {
    /// Its id.
    pub id: WijkId,
    /// Its name.
    pub name: String,
    /// Town or country.
    pub kind: WijkKind,
    /// Who live there, all ages.
    pub residents: u32,
    /// Where residents vote and get help.
    pub voting_point: String,
}

/// A new wijk as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WijkDraft {
    /// Its name.
    pub name: String,
    /// One of [`WijkKind`].
    pub kind: String,
    /// Who live there, all ages.
    pub residents: String,
    /// Where residents vote and get help.
    pub voting_point: String,
}

impl WijkDraft {
    /// The checked wijk under this id. Whether its name is taken, only the store knows.
    ///
    /// # Errors
    /// A [`Fault`] at each field that is wrong.
    pub fn check(&self, id: WijkId) -> Result<Wijk, Vec<Fault>> {
        let mut faults = Faults::default();
        let name = faults.take("name", text::line(&self.name, 80));
        let kind = faults.keep("kind", crate::fault::choice(&self.kind));
        let residents = faults.take("residents", number(&self.residents, 1, 1_000_000));
        let voting_point = faults.take("voting_point", text::line(&self.voting_point, 200));
        faults.or(Wijk {
            id,
            name,
            kind: kind.unwrap_or(WijkKind::Neighbourhood),
            residents,
            voting_point,
        })
    }
}

/// A wijk in a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundWijk {
    /// The wijk.
    pub wijk: Wijk,
    /// What the wijk may divide, a year.
    pub budget: Euro,
    /// How many may vote.
    pub eligible: u32,
}

/// How long after closing a ballot is taken from who had begun (voting-protocol.md, "Close").
pub const GRACE: Millis = 10 * 60_000;

/// When the phases begin.
pub type Schedule = BTreeMap<Phase, Millis>;

/// A round as everybody works with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// Its name on every page.
    pub title: String,
    /// Where it stands.
    pub phase: Phase,
    /// The settings.
    pub settings: Settings,
    /// The wijken that take part, by name.
    pub wijken: Vec<RoundWijk>,
    /// The hash of the frozen rules, once the ballot is published.
    pub rules_hash: Option<String>,
}

/// What staff choose for a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The most one place may cost a year.
    pub cap: Euro,
    /// What the cap covers.
    pub cost_basis: CostBasis,
    /// The most proposals a voter may choose.
    pub max_choices: u16,
    /// From which age one may vote.
    pub min_age: u8,
    /// When the phases begin.
    pub schedule: Schedule,
}

impl Round {
    /// Whether somebody may begin to vote at `now`: computed from phase and date, so a late clock never keeps it open.
    #[must_use]
    pub fn is_open(&self, now: Millis) -> bool {
        self.phase == Phase::Voting
            && self
                .starts(Phase::Closed)
                .is_some_and(|closing| now < closing)
    }

    /// Whether somebody who began at `began` may still cast at `now`: the queue at a polling station is let in.
    #[must_use]
    pub fn takes_ballot(&self, began: Millis, now: Millis) -> bool {
        self.phase == Phase::Voting
            && self
                .starts(Phase::Closed)
                .is_some_and(|closing| began < closing && now < closing + GRACE)
    }

    /// When a phase begins, if that is set.
    #[must_use]
    pub fn starts(&self, phase: Phase) -> Option<Millis> {
        self.settings.schedule.get(&phase).copied()
    }

    /// When the present phase ends by itself, if it does.
    #[must_use]
    pub fn ends(&self) -> Option<Millis> {
        // Objections end when the council begins; the count itself has no set minute.
        let next = if self.phase == Phase::Counted {
            Some(Phase::Council)
        } else {
            self.phase.next()
        };
        next.and_then(|phase| self.starts(phase))
    }

    /// Whether the minute of the next scheduled phase has come.
    #[must_use]
    pub fn is_due(&self, now: Millis) -> bool {
        let Some(next) = self.phase.next() else {
            return false;
        };
        let grace = if next == Phase::Closed { GRACE } else { 0 };
        self.starts(next).is_some_and(|start| start + grace <= now)
    }

    /// A wijk of this round.
    #[must_use]
    pub fn wijk(&self, id: WijkId) -> Option<&RoundWijk> {
        self.wijken.iter().find(|entry| entry.wijk.id == id)
    }
}

/// How many of the scheduled phases have no date, or one not later than the phase before.
#[must_use]
pub fn dates_wrong(schedule: &Schedule) -> usize {
    let mut latest = Millis::MIN;
    let mut wrong = 0;
    for phase in Phase::SCHEDULED {
        match schedule.get(phase) {
            Some(&start) if start > latest => latest = start,
            _ => wrong += 1,
        }
    }
    wrong
}

/// A round's settings as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Start a scheduled phase, already read from the clock of Amsterdam; `Err` is what is wrong with it.
    #[serde(skip)]
    pub starts: BTreeMap<Phase, Result<Millis, WhatDate>>,
    /// Budget in euros, for each wijk that takes part.
    pub budgets: BTreeMap<WijkId, String>,
    /// How many may vote, for each wijk that takes part.
    pub eligible: BTreeMap<WijkId, String>,
}

/// Why a typed moment is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhatDate {
    /// Nothing was typed.
    Empty,
    /// Cannot be read.
    NotADate,
    /// Twice or never on the clock.
    NoSuchMoment,
}

/// Checked settings with budget and electorate per wijk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundPlan {
    /// Name of the round.
    pub title: String,
    /// The settings.
    pub settings: Settings,
    /// Budget and electorate of each wijk.
    pub wijken: BTreeMap<WijkId, (Euro, u32)>,
}

impl RoundDraft {
    /// The checked plan, or everything that is wrong with it.
    ///
    /// # Errors
    /// A [`Fault`] at each field that is wrong.
    pub fn check(&self) -> Result<RoundPlan, Vec<Fault>> {
        let mut faults = Faults::default();
        let title = faults.take("title", text::line(&self.title, 80).map_err(What::from));
        let cap = faults.take("cap", Euro::parse(&self.cap));
        if cap > MAX_COST_PER_JOB {
            faults.note(
                "cap",
                What::OverCap {
                    cost: cap,
                    cap: MAX_COST_PER_JOB,
                },
            );
        }
        let cost_basis = faults.keep("cost_basis", crate::fault::choice(&self.cost_basis));
        let max_choices = faults.take("max_choices", number(&self.max_choices, 1, 20));
        let min_age = faults.take("min_age", number(&self.min_age, 4, 18));
        let schedule = self.check_schedule(&mut faults);
        let wijken = self.check_wijken(&mut faults);
        let plan = RoundPlan {
            title,
            settings: Settings {
                cap,
                cost_basis: cost_basis.unwrap_or(CostBasis::OnTopOfBenefit),
                max_choices,
                min_age,
                schedule,
            },
            wijken,
        };
        faults.or(plan)
    }

    fn check_schedule(&self, faults: &mut Faults) -> Schedule {
        let mut schedule = Schedule::new();
        let mut latest = Millis::MIN;
        for &phase in Phase::SCHEDULED {
            let field = format!("start-{phase}");
            match self
                .starts
                .get(&phase)
                .copied()
                .unwrap_or(Err(WhatDate::Empty))
            {
                Ok(start) if start <= latest => faults.note(&field, What::TooEarly),
                Ok(start) => {
                    latest = start;
                    schedule.insert(phase, start);
                }
                Err(WhatDate::Empty) => faults.note(&field, What::Text(text::TextFault::Empty)),
                Err(WhatDate::NotADate) => faults.note(&field, What::NotADate),
                Err(WhatDate::NoSuchMoment) => faults.note(&field, What::NoSuchMoment),
            }
        }
        schedule
    }

    fn check_wijken(&self, faults: &mut Faults) -> BTreeMap<WijkId, (Euro, u32)> {
        if self.budgets.is_empty() {
            faults.note("wijken", What::NotChosen);
        }
        let mut wijken = BTreeMap::new();
        for (&wijk, typed) in &self.budgets {
            let budget = faults.take(&format!("budget-{wijk}"), Euro::parse(typed));
            let typed = self.eligible.get(&wijk).map_or("", String::as_str);
            let eligible = faults.take(&format!("eligible-{wijk}"), number(typed, 1, 1_000_000));
            wijken.insert(wijk, (budget, eligible));
        }
        wijken
    }
}

/// What freezes when the ballot is published. Its canonical JSON is hashed and published; nothing in it changes after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// The round.
    pub round: RoundId,
    /// Its name.
    pub title: String,
    /// Cap, choices, age and dates.
    pub settings: Settings,
    /// How votes become winners.
    pub counting: CountingRule,
    /// Version of the 15 questions: hash of their text.
    pub checklist: String,
    /// Each wijk with budget, electorate and ballot.
    pub wijken: Vec<WijkRules>,
}

/// The part of the rules that differs per wijk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WijkRules {
    /// The wijk.
    pub wijk: WijkId,
    /// Its name.
    pub name: String,
    /// Its budget.
    pub budget: Euro,
    /// How many may vote.
    pub eligible: u32,
    /// The ballot, in order of number.
    pub candidates: Vec<Candidacy>,
    /// The lot order for ties: who stands earlier wins. Drawn when the ballot was published, before any vote.
    pub lot_order: Vec<ProposalId>,
    /// The seed it was drawn with, so that anyone can draw it again.
    pub lot_seed: String,
}

/// A proposal on the ballot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidacy {
    /// The proposal.
    pub proposal: ProposalId,
    /// Its fixed number on screen and paper.
    pub number: u16,
    /// Its title.
    pub title: String,
    /// Cost of one place a year.
    pub cost_per_place: Euro,
    /// Number of places.
    pub places: u16,
}

impl Candidacy {
    /// What the whole proposal costs a year.
    #[must_use]
    pub fn cost(&self) -> Euro {
        self.cost_per_place
            .times(self.places.into())
            .unwrap_or(Euro::cents(u64::MAX))
    }
}

named! {
    /// How votes become winners.
    pub enum CountingRule {
        /// Most votes first; what no longer fits is skipped, the next one that fits is taken.
        ByVotesSkip = "by_votes_skip",
    }
}

impl Rules {
    /// The canonical form: JSON with the fields in the order of declaration, no blanks.
    ///
    /// # Errors
    /// Never for these types; kept as an error so that no caller panics.
    pub fn canonical(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// SHA-256 of the canonical form, in hex.
    ///
    /// # Errors
    /// As [`Self::canonical`].
    pub fn hash(&self) -> Result<String, serde_json::Error> {
        Ok(Digest::of(self.canonical()?.as_bytes()).to_string())
    }

    /// The rules of one wijk.
    #[must_use]
    pub fn wijk(&self, id: WijkId) -> Option<&WijkRules> {
        self.wijken.iter().find(|rules| rules.wijk == id)
    }
}

impl WijkRules {
    /// Whether a ballot chooses only what is on it, nothing twice, between one and `max` proposals.
    #[must_use]
    pub fn allows(&self, choices: &[ProposalId], max: u16) -> bool {
        let distinct: std::collections::BTreeSet<_> = choices.iter().collect();
        !choices.is_empty()
            && choices.len() <= usize::from(max)
            && distinct.len() == choices.len()
            && choices
                .iter()
                .all(|choice| self.candidates.iter().any(|c| c.proposal == *choice))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wijk() -> WijkId {
        WijkId::new(uuid::Uuid::from_u128(7))
    }

    fn draft() -> RoundDraft {
        RoundDraft {
            title: "Wijkbasisbanen 2027".into(),
            cap: "17.000".into(),
            cost_basis: "on_top_of_benefit".into(),
            max_choices: "3".into(),
            min_age: "14".into(),
            starts: Phase::SCHEDULED
                .iter()
                .zip(1..)
                .map(|(&phase, day)| (phase, Ok(day)))
                .collect(),
            budgets: [(wijk(), "68.000".into())].into(),
            eligible: [(wijk(), "4430".into())].into(),
        }
    }

    fn fields(result: Result<RoundPlan, Vec<Fault>>) -> Vec<String> {
        result
            .unwrap_err()
            .into_iter()
            .map(|fault| fault.field)
            .collect()
    }

    #[test]
    fn a_new_wijk_has_a_name_people_and_a_place_to_vote() {
        let draft = WijkDraft {
            name: " Krakeel ".into(),
            kind: "wijk".into(),
            residents: "4430".into(),
            voting_point: "Buurthuis De Magneet".into(),
        };
        let checked = draft.check(wijk()).unwrap();
        assert_eq!(
            (checked.name.as_str(), checked.residents),
            ("Krakeel", 4430)
        );
        let faults = WijkDraft {
            kind: "stad".into(),
            residents: "0".into(),
            ..WijkDraft::default()
        };
        let fields: Vec<String> = faults
            .check(wijk())
            .unwrap_err()
            .into_iter()
            .map(|fault| fault.field)
            .collect();
        assert_eq!(fields, ["name", "kind", "residents", "voting_point"]);
    }

    #[test]
    fn a_complete_draft_becomes_a_plan() {
        let plan = draft().check().unwrap();
        assert_eq!(plan.wijken[&wijk()], (Euro::whole(68_000), 4430));
        assert_eq!(dates_wrong(&plan.settings.schedule), 0);
    }

    #[test]
    fn everything_wrong_is_said_at_once_at_its_field() {
        let wrong = RoundDraft {
            title: String::new(),
            cap: "-1".into(),
            max_choices: "0".into(),
            ..draft()
        };
        assert_eq!(fields(wrong.check()), ["title", "cap", "max_choices"]);
    }

    #[test]
    fn the_cap_of_a_round_is_never_above_that_of_the_policy_note() {
        let wrong = RoundDraft {
            cap: "17.000,01".into(),
            ..draft()
        };
        assert_eq!(fields(wrong.check()), ["cap"]);
    }

    #[test]
    fn phases_begin_in_order() {
        let mut wrong = draft();
        wrong.starts.insert(Phase::Voting, Ok(2));
        assert_eq!(fields(wrong.check()), ["start-voting"]);
        let mut empty = draft();
        empty.starts.remove(&Phase::Closed);
        assert_eq!(fields(empty.check()), ["start-closed"]);
    }

    #[test]
    fn the_box_is_shut_from_the_published_minute_even_when_no_clock_ticked() {
        let plan = draft().check().unwrap();
        let mut round = Round {
            id: RoundId::new(uuid::Uuid::from_u128(1)),
            title: plan.title,
            phase: Phase::Voting,
            settings: plan.settings,
            wijken: vec![],
            rules_hash: None,
        };
        let closing = round.starts(Phase::Closed).unwrap();
        assert!(round.is_open(closing - 1));
        assert!(!round.is_open(closing));
        assert!(
            round.takes_ballot(closing - 1, closing + GRACE - 1)
                && !round.is_due(closing + GRACE - 1)
        );
        assert!(!round.takes_ballot(closing - 1, closing + GRACE) && round.is_due(closing + GRACE));
        assert!(!round.takes_ballot(closing, closing));
        round.phase = Phase::BallotPublished;
        assert!(!round.is_open(closing - 1));
    }
}
