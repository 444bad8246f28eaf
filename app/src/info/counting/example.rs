//! The little election of the explanation: twelve neighbours, five jobs, money for three. It is counted for real each
//! time the page is shown, so that no number on it can be wrong.

use domain::{
    count::{
        Allocation, Award, Ballots, Certificate, Completion, CountFault, CountingRule, Election,
        Fraction, Payment, Project, ProjectIndex, Shares, Tie, VoteType, Why,
        count_with_certificate,
    },
    euro::Euro,
    round::CountingChoice,
};

const BUDGET: Euro = Euro::whole(36_000);

/// A job of the example; its name is the text behind `counting.job.<name>`.
pub struct Job {
    pub name: &'static str,
    /// Its drawing.
    pub family: &'static str,
    cost: Euro,
    pub places: u32,
}

/// The ballot paper.
pub const JOBS: [Job; 5] = [
    Job::of("coffee", "community_centre", 12_000, 1),
    Job::of("odd_jobs", "handyman", 14_000, 1),
    Job::of("green", "green", 20_000, 2),
    Job::of("bicycles", "repair", 10_000, 1),
    Job::of("language", "language", 11_000, 1),
];

/// Where a neighbour lives: the larger group and the smaller one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    Street,
    Square,
}

/// Neighbours who chose the same.
struct Alike {
    home: Home,
    people: u32,
    choices: &'static [ProjectIndex],
}

const NEIGHBOURS: [Alike; 3] = [
    Alike::of(Home::Street, 5, &[0, 1, 3]),
    Alike::of(Home::Street, 3, &[0, 1, 2]),
    Alike::of(Home::Square, 4, &[2, 4]),
];

/// One way of counting with what comes out.
pub struct Counted {
    pub allocation: Allocation<ProjectIndex>,
    pub certificate: Option<Certificate>,
}

/// One winner of Equal Shares, with the purses of all neighbours when they had paid for it.
pub struct Bought {
    pub project: ProjectIndex,
    pub payment: Payment,
    pub tie: Option<Tie>,
    pub purses: Vec<Purse>,
}

/// Neighbours from one place who paid the same in the end, and what each of them paid.
pub struct Paid {
    pub home: Home,
    pub people: u64,
    pub amounts: Vec<(ProjectIndex, Fraction)>,
}

/// What a neighbour has left, and what they paid just now, in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purse {
    pub left: u64,
    pub paid: u64,
}

/// The example, counted in every way that staff can choose, and in two that show what happens in between.
pub struct Example {
    pub election: Election,
    ways: Vec<(CountingChoice, Counted)>,
    /// Equal Shares before any share grows.
    first: Counted,
    /// The same with shares one cent larger than the largest that the money allows.
    beyond: Counted,
}

impl Job {
    const fn of(name: &'static str, family: &'static str, cost: u32, places: u32) -> Self {
        Self {
            name,
            family,
            cost: Euro::whole(cost as u64),
            places,
        }
    }
}

impl Alike {
    const fn of(home: Home, people: u32, choices: &'static [ProjectIndex]) -> Self {
        Self {
            home,
            people,
            choices,
        }
    }
}

impl Home {
    pub const ALL: [Self; 2] = [Self::Street, Self::Square];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Street => "street",
            Self::Square => "square",
        }
    }
}

impl Counted {
    fn of(election: &Election, rule: &CountingRule) -> Result<Self, CountFault> {
        let (allocation, certificate) = count_with_certificate(election, rule, &[0, 1, 2, 3, 4])?;
        Ok(Self {
            allocation,
            certificate,
        })
    }

    /// The first of the awards for which this holds.
    pub fn award(
        &self,
        is_it: impl Fn(&Award<ProjectIndex>) -> bool,
    ) -> Option<&Award<ProjectIndex>> {
        self.allocation.awards.iter().find(|award| is_it(award))
    }

    fn has_won(&self, project: ProjectIndex) -> bool {
        self.allocation.winners().any(|award| award.id == project)
    }
}

/// By how many cents shares grow.
fn step_of(rule: &CountingRule) -> u64 {
    rule.method.equal_shares().map_or(0, |shares| shares.step)
}

impl Example {
    /// By how much shares grow at a time.
    pub fn step(&self) -> Euro {
        Euro::cents(step_of(&self.first.allocation.rule))
    }

    /// Counts the example.
    ///
    /// # Errors
    /// Never for these few ballots; kept as an error so that no page panics.
    pub fn count() -> Result<Self, CountFault> {
        let election = election(BUDGET)?;
        let ways = CountingChoice::ALL
            .iter()
            .map(|&choice| Ok((choice, Counted::of(&election, &choice.rule(0))?)))
            .collect::<Result<Vec<_>, CountFault>>()?;
        let fixed = CountingRule::equal_shares(Completion::None);
        let first = Counted::of(&election, &fixed)?;
        let last = ways
            .iter()
            .find_map(|(_, counted)| counted.allocation.shares.as_ref())
            .map_or(0, |shares| shares.last.floor());
        let voters = election.ballots.choosing();
        let beyond = election_with(Euro::cents((last + step_of(&fixed)) * voters), &election);
        Ok(Self {
            beyond: Counted::of(&beyond, &fixed)?,
            election,
            ways,
            first,
        })
    }

    /// What comes out when it is counted like this.
    pub fn way(&self, choice: CountingChoice) -> &Counted {
        self.ways
            .iter()
            .find(|(way, _)| *way == choice)
            .map_or(&self.first, |(_, counted)| counted)
    }

    /// How the shares grew, where they did.
    pub fn shares(&self) -> Option<&Shares> {
        self.way(CountingChoice::EqualShares)
            .allocation
            .shares
            .as_ref()
    }

    /// Equal Shares before any share grows: the winners, and who had too little.
    pub const fn first(&self) -> &Counted {
        &self.first
    }

    /// What the winners would cost together if shares grew one step more, and the one that would be too much.
    pub fn too_much(&self) -> Option<(Euro, Fraction, ProjectIndex)> {
        let extra = self
            .beyond
            .award(|award| award.is_won() && !self.first.has_won(award.id))?;
        let share = self.beyond.allocation.shares.as_ref()?.start.clone();
        Some((self.beyond.allocation.spent(), share, extra.id))
    }

    /// Everybody and where they live, in the order of the pictures.
    pub fn homes(&self) -> Vec<Home> {
        everybody(|alike, _| alike.home)
    }

    /// For each of them, whether they chose this job.
    pub fn chose(&self, project: ProjectIndex) -> Vec<bool> {
        everybody(|alike, _| alike.choices.contains(&project))
    }

    /// For each of them, whether something they chose wins.
    pub fn gains(&self, counted: &Counted) -> Vec<bool> {
        everybody(|alike, _| {
            alike
                .choices
                .iter()
                .any(|&project| counted.has_won(project))
        })
    }

    /// How many live there, and how many of those are marked.
    pub fn among(&self, home: Home, marks: &[bool]) -> (u64, u64) {
        let homes = self.homes();
        let there = homes.iter().zip(marks).filter(|(at, _)| **at == home);
        there.fold((0, 0), |(all, marked), (_, mark)| {
            (all + 1, marked + u64::from(*mark))
        })
    }

    /// Equal Shares step by step at the first share, with everybody's purse.
    pub fn bought(&self) -> Vec<Bought> {
        let Some(certificate) = &self.first.certificate else {
            return Vec::new();
        };
        let winners = self.first.allocation.winners();
        let paid = winners.filter_map(|award| match &award.why {
            Why::Paid(payment) => Some((award.id, payment.clone(), award.tie)),
            _ => None,
        });
        paid.zip(0..)
            .map(|((project, payment, tie), round)| Bought {
                project,
                payment,
                tie,
                purses: everybody(|_, ballot| purse(certificate, ballot, round)),
            })
            .collect()
    }

    /// Groups that chose the same, their size, and what each member paid for each job in the end.
    pub fn payments(&self) -> Vec<Paid> {
        let Some(certificate) = &self.way(CountingChoice::EqualShares).certificate else {
            return Vec::new();
        };
        let mut all: Vec<Paid> = Vec::new();
        for (alike, payments) in NEIGHBOURS.iter().zip(&certificate.payments) {
            let paid = payments.iter().filter_map(|(at, amount)| {
                let bought = certificate.bought.get(usize::try_from(*at).ok()?)?;
                Some((bought.project, amount.clone()))
            });
            let amounts: Vec<_> = paid.collect();
            // Neighbours who chose otherwise may well have paid the same.
            let same = |paid: &&mut Paid| paid.home == alike.home && paid.amounts == amounts;
            match all.iter_mut().find(same) {
                Some(paid) => paid.people += u64::from(alike.people),
                None => all.push(Paid {
                    home: alike.home,
                    people: alike.people.into(),
                    amounts,
                }),
            }
        }
        all
    }
}

/// The job at an index of the ballot paper.
pub fn job(project: ProjectIndex) -> Option<&'static Job> {
    JOBS.get(usize::try_from(project).ok()?)
}

fn election(budget: Euro) -> Result<Election, CountFault> {
    let mut ballots = Ballots::new(VoteType::Approval);
    for alike in &NEIGHBOURS {
        ballots
            .add(alike.choices, &[], alike.people)
            .map_err(|_| CountFault::Ballots)?;
    }
    Ok(Election {
        budget,
        projects: JOBS
            .iter()
            .map(|job| Project {
                cost: job.cost,
                places: job.places,
            })
            .collect(),
        ballots,
    })
}

fn election_with(budget: Euro, election: &Election) -> Election {
    Election {
        budget,
        ..election.clone()
    }
}

/// Something for each neighbour, from what they chose and the index of their ballot.
fn everybody<T>(of: impl Fn(&Alike, usize) -> T) -> Vec<T> {
    let of = &of;
    NEIGHBOURS
        .iter()
        .enumerate()
        .flat_map(|(ballot, alike)| (0..alike.people).map(move |_| of(alike, ballot)))
        .collect()
}

/// The purse of a voter with this ballot, once the winners up to and including this round are paid.
fn purse(certificate: &Certificate, ballot: usize, round: u32) -> Purse {
    let none = Vec::new();
    let payments = certificate.payments.get(ballot).unwrap_or(&none);
    let up_to = |last: u32| -> Fraction {
        payments
            .iter()
            .filter(|(at, _)| *at <= last)
            .map(|(_, amount)| amount.clone())
            .sum()
    };
    let now = payments.iter().find(|(at, _)| *at == round);
    Purse {
        left: (&certificate.share - &up_to(round)).floor(),
        paid: now.map_or(0, |(_, amount)| amount.floor()),
    }
}

#[cfg(test)]
mod tests;
