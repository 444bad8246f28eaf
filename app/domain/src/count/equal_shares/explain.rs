//! The last run once more, exactly: who paid what for every winner, and what every loser lacked.

use rustc_hash::FxHashMap;

use super::{
    super::{
        allocation::{Award, Payment, Shortage, Why},
        ballots::ProjectIndex,
        by_votes,
        certificate::{Certificate, Purchase},
        contest::Contest,
        fraction::Fraction,
        rule::{Completion, EqualShares},
    },
    Ending, free,
    run::{Run, Step},
    wallets::{Payer, Wallets},
};

/// What is written down while the last run goes by.
struct Log<'c, 'a> {
    contest: &'c Contest<'a>,
    losers: Vec<Loser>,
    awards: Vec<Award<ProjectIndex>>,
    certificate: Option<Certificate>,
}

/// A project that is not bought, and how far its supporters came at best, in whole percents of its cost.
struct Loser {
    project: usize,
    support: u32,
}

/// Every award in order, and the certificate if it is wanted.
pub fn explain(
    contest: &Contest<'_>,
    rule: EqualShares,
    ending: &Ending,
    with_certificate: bool,
) -> (Vec<Award<ProjectIndex>>, Option<Certificate>) {
    let mut log = Log::new(contest, ending, with_certificate);
    let mut run = Run::at(contest, &ending.share, |wallets, step| {
        log.purchase(wallets, step)
    });
    let mut awards = log.awards;
    let spent = run.spent();
    let mut losers: Vec<(Shortage, usize)> = log
        .losers
        .iter()
        .map(|loser| {
            (
                shortage(contest, &mut run.wallets, ending, loser),
                loser.project,
            )
        })
        .collect();
    if rule.completion == Completion::Add1u {
        let left = contest.election.budget.as_cents().saturating_sub(spent);
        let is_open = |project: usize| awards.iter().all(|award| award.id as usize != project);
        let mut top_up = by_votes::top_up(contest, is_open, left);
        for award in &mut top_up {
            tell_shortage(award, &mut losers);
        }
        awards.extend(top_up);
    }
    losers.sort_by(|(one, project), (other, other_place)| {
        (other.support, contest.rank(*project)).cmp(&(one.support, contest.rank(*other_place)))
    });
    awards.extend(
        losers
            .into_iter()
            .map(|(shortage, project)| contest.award(project, 0, Why::Poor(shortage), None)),
    );
    awards.extend(unsupported(contest, &awards));
    (awards, log.certificate)
}

/// A loser that wins with what was left: what its supporters lacked goes along.
fn tell_shortage(award: &mut Award<ProjectIndex>, losers: &mut Vec<(Shortage, usize)>) {
    let at = losers
        .iter()
        .position(|(_, project)| *project == award.id as usize);
    if let (Some(at), Why::TopUp { shortage, .. }) = (at, &mut award.why) {
        *shortage = Some(losers.swap_remove(at).0);
    }
}

/// What takes part though nobody supports it, or costs nothing and has no utility: it can only win by top-up.
fn unsupported(contest: &Contest<'_>, awards: &[Award<ProjectIndex>]) -> Vec<Award<ProjectIndex>> {
    contest
        .taking_part()
        .filter(|&project| awards.iter().all(|award| award.id as usize != project))
        .map(|project| contest.award(project, 0, Why::NoVotes, None))
        .collect()
}

/// What the supporters of a loser had, have, and lack.
fn shortage(
    contest: &Contest<'_>,
    wallets: &mut Wallets<'_>,
    ending: &Ending,
    loser: &Loser,
) -> Shortage {
    let cost = contest.cost(loser.project);
    let left = money_behind(contest, wallets, loser.project);
    let short = &Fraction::whole(cost.into()) - &left;
    let at_end = left
        .times(100)
        .part(cost.into())
        .unwrap_or_default()
        .floor();
    Shortage {
        start: ending
            .share
            .times(contest.profile.total(loser.project).voters.into()),
        more: short.over(&ending.share).map(|shares| shares.ceil()),
        left,
        short,
        support: loser.support.max(u32::try_from(at_end).unwrap_or(u32::MAX)),
    }
}

impl<'c, 'a> Log<'c, 'a> {
    fn new(contest: &'c Contest<'a>, ending: &Ending, with_certificate: bool) -> Self {
        let free = free(contest);
        let is_loser = |&project: &usize| {
            let has_support =
                contest.profile.total(project).weight > 0 && contest.cost(project) > 0;
            has_support && !ending.winners.contains(&project)
        };
        let certificate = with_certificate.then(|| Certificate {
            share: ending.share.clone(),
            bought: free
                .iter()
                .map(|&project| Purchase {
                    project: as_index(project),
                    rate: Fraction::default(),
                })
                .collect(),
            payments: vec![Vec::new(); contest.profile.distinct()],
        });
        Self {
            contest,
            losers: contest
                .taking_part()
                .filter(is_loser)
                .map(|project| Loser {
                    project,
                    support: 0,
                })
                .collect(),
            awards: free
                .into_iter()
                .map(|project| {
                    contest.award(
                        project,
                        0,
                        Why::Fits {
                            left: contest.election.budget,
                        },
                        None,
                    )
                })
                .collect(),
            certificate,
        }
    }

    /// Writes down a purchase that is about to be made.
    fn purchase(&mut self, wallets: &mut Wallets<'_>, step: &Step) {
        let contest = self.contest;
        let price = wallets.exact_price(step.project, &step.price);
        for at in 0..self.losers.len() {
            let support = self.support(wallets, self.losers[at].project, step, &price);
            let loser = &mut self.losers[at];
            loser.support = loser.support.max(support);
        }
        let cost = contest.cost(step.project);
        let mut payment = Payment {
            effective_votes: Fraction::whole(cost.into())
                .over(&price)
                .unwrap_or_default(),
            full: 0,
            partial: 0,
            broke: 0,
            money: money_behind(contest, wallets, step.project),
            tied: step.tied,
            price,
        };
        let mut told: FxHashMap<(u32, u32), Payer> = FxHashMap::default();
        for (ballot, weight) in contest.profile.supporters(step.project) {
            let class = wallets.class_of(ballot);
            let payer = *told
                .entry((class, weight))
                .or_insert_with(|| wallets.payer(class, weight, step.project, &step.price));
            let group = match payer {
                Payer::Full => &mut payment.full,
                Payer::Partial => &mut payment.partial,
                Payer::Broke => &mut payment.broke,
            };
            *group += contest.profile.count(ballot);
        }
        self.certify(wallets, step, &payment.price, &told);
        self.awards
            .push(contest.award(step.project, cost, Why::Paid(payment), step.tie));
    }

    /// How much of a loser its supporters would have paid at the rate of this purchase, in whole percents, rounded down.
    fn support(
        &self,
        wallets: &mut Wallets<'_>,
        project: usize,
        step: &Step,
        price: &Fraction,
    ) -> u32 {
        let profile = &self.contest.profile;
        let (factor, by) = (
            u128::from(profile.factor(project)),
            u128::from(profile.factor(step.project)),
        );
        let full_low = u128::from(step.price.span.low) * factor / by;
        let full_high = (u128::from(step.price.span.high) * factor).div_ceil(by);
        let (mut low, mut high) = (0_u128, 0_u128);
        for (ballot, weight) in profile.supporters(project) {
            let wallet = wallets.span(wallets.class_of(ballot));
            let (weight, voters) = (u128::from(weight), u128::from(profile.count(ballot)));
            low += u128::from(wallet.low).min(full_low * weight) * voters;
            high += u128::from(wallet.high).min(full_high * weight) * voters;
        }
        debug_assert!(low <= high);
        let cost = wallets.units(self.contest.cost(project));
        let percents =
            |units: u128| u32::try_from(units.saturating_mul(100) / cost).unwrap_or(u32::MAX);
        if percents(low) == percents(high) {
            return percents(low);
        }
        let full = price.times(factor).part(by).unwrap_or_default();
        let exact: Fraction = by_class(self.contest, wallets, project)
            .into_iter()
            .map(|((class, weight), voters)| {
                wallets
                    .wallet(class)
                    .min(full.times(weight.into()))
                    .times(voters.into())
            })
            .sum();
        debug_assert!(wallets.holds(low, &exact, high));
        let percents = exact
            .times(100)
            .part(self.contest.cost(project).into())
            .unwrap_or_default();
        u32::try_from(percents.floor()).unwrap_or(u32::MAX)
    }

    /// Writes down what every ballot pays.
    fn certify(
        &mut self,
        wallets: &mut Wallets<'_>,
        step: &Step,
        price: &Fraction,
        told: &FxHashMap<(u32, u32), Payer>,
    ) {
        let Some(certificate) = &mut self.certificate else {
            return;
        };
        let at = u32::try_from(certificate.bought.len()).unwrap_or(u32::MAX);
        let rate = price
            .part(self.contest.profile.factor(step.project).into())
            .unwrap_or_default();
        certificate.bought.push(Purchase {
            project: as_index(step.project),
            rate,
        });
        let amounts: FxHashMap<(u32, u32), Fraction> = told
            .iter()
            .filter_map(|(&(class, weight), payer)| {
                let amount = match payer {
                    Payer::Full => price.times(weight.into()),
                    Payer::Partial => wallets.wallet(class),
                    Payer::Broke => return None,
                };
                Some(((class, weight), amount))
            })
            .collect();
        for (ballot, weight) in self.contest.profile.supporters(step.project) {
            if let Some(amount) = amounts.get(&(wallets.class_of(ballot), weight)) {
                certificate.payments[ballot].push((at, amount.clone()));
            }
        }
    }
}

/// Exactly what the supporters of a project have together.
fn money_behind(contest: &Contest<'_>, wallets: &mut Wallets<'_>, project: usize) -> Fraction {
    let of: Vec<(u32, u64)> = contest
        .profile
        .supporters(project)
        .map(|(ballot, _)| (wallets.class_of(ballot), contest.profile.count(ballot)))
        .collect();
    wallets.money(of.into_iter())
}

/// Supporters of a project by (class, weight), with how many voters.
fn by_class(
    contest: &Contest<'_>,
    wallets: &Wallets<'_>,
    project: usize,
) -> FxHashMap<(u32, u32), u64> {
    let mut all: FxHashMap<(u32, u32), u64> = FxHashMap::default();
    for (ballot, weight) in contest.profile.supporters(project) {
        *all.entry((wallets.class_of(ballot), weight)).or_default() +=
            contest.profile.count(ballot);
    }
    all
}

fn as_index(project: usize) -> ProjectIndex {
    ProjectIndex::try_from(project).unwrap_or(ProjectIndex::MAX)
}
