//! The money of the voters while Equal Shares is counted once, at one share.
//!
//! Exact, and quick: voters are kept in classes that had the same purchases, so all of a class have the same wallet.
//! A wallet is known as a span of whole 2⁻ᵏ cents that surely holds it. Where spans decide, they decide; where they
//! overlap, [`ExactWallets`] knows.

use std::cmp::Ordering;

use num_bigint::BigInt;
use rustc_hash::FxHashMap;

use super::{
    super::{contest::Contest, fraction::Fraction},
    exact_wallets::{ExactPrice, ExactWallets, WalletSum},
    price::{Contributions, Price, Quote, Span, can_pay},
};

/// Voters whose every purchase so far was the same: they have the same left.
#[derive(Clone, Copy)]
struct Class {
    wallet: Span,
    /// The class they were in, the purchase they paid in full since, and its weight to them.
    paid: Option<(u32, u32, u32)>,
}

/// Who bought nothing yet, and who spent all they had.
const WHOLE: u32 = 0;
const EMPTY: u32 = 1;

/// Supporters of one class and weight while a price is worked out.
#[derive(Clone, Copy)]
struct Entry {
    class: u32,
    weight: u32,
    wallet: Span,
    voters: u64,
}

/// How a voter pays a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payer {
    /// In full.
    Full,
    /// In part, with all that is left.
    Partial,
    /// With nothing, for there is nothing left.
    Broke,
}

impl Entry {
    /// Gives all they have, instead of paying in full.
    fn move_to_poor(&self, contributions: &mut Contributions) {
        contributions.add_poor(self.class, self.wallet, self.voters);
        contributions.payers -= u64::from(self.weight) * self.voters;
    }
}

pub struct Wallets<'a> {
    contest: &'a Contest<'a>,
    /// k: a cent is 2ᵏ of the units of a [`Span`].
    bits: u32,
    class_of: Vec<u32>,
    classes: Vec<Class>,
    bought: Vec<(usize, Price)>,
    /// Caught up with `bought` when they are needed.
    exact: ExactWallets,
    entries: Vec<Entry>,
}

impl<'a> Wallets<'a> {
    pub fn new(contest: &'a Contest<'a>, share: &Fraction) -> Self {
        let bits = bits(contest, share);
        let scaled = share.times(1 << bits);
        let wallet = Span {
            low: scaled.floor(),
            high: scaled.ceil(),
        };
        let class = |wallet| Class { wallet, paid: None };
        Self {
            contest,
            bits,
            class_of: vec![WHOLE; contest.profile.distinct()],
            classes: vec![class(wallet), class(Span::default())],
            bought: Vec::new(),
            exact: ExactWallets::new(share),
            entries: Vec::new(),
        }
    }

    /// A cost in the units of a [`Span`].
    pub fn units(&self, cents: u64) -> u128 {
        u128::from(cents) << self.bits
    }

    /// What a voter has before anything is bought.
    pub fn start(&self) -> Span {
        self.span(WHOLE)
    }

    /// The price of a project if all its supporters can pay in full.
    pub fn plain_price(&self, project: usize) -> Price {
        let payers = self.contest.profile.total(project).weight;
        let contributions = Contributions::of_all(payers);
        Price {
            span: contributions.price(self.units(self.contest.cost(project))),
            payers,
            poor: Vec::new(),
        }
    }

    /// The price of a project, which is at least `bound`.
    ///
    /// Worked out no further than needed to see that it is above `limit`.
    pub fn price(&mut self, project: usize, bound: u64, limit: u64) -> Quote {
        let cost = self.contest.cost(project);
        let units = self.units(cost);
        let (mut contributions, low, high, least) = self.gather(project, bound);
        if high < units || (low < units && !self.have(project, cost)) {
            return Quote::OutOfReach;
        }
        loop {
            let span = contributions.price(units);
            if span.low > limit {
                return Quote::AtLeast(span.low);
            }
            let (moved, is_sure) = self.part_poor(span, &mut contributions);
            if moved {
                continue;
            }
            if is_sure || !self.part_poor_exactly(cost, span, &mut contributions) {
                let price = Price {
                    span,
                    payers: contributions.payers,
                    poor: contributions.poor,
                };
                return Quote::Price(price, least);
            }
        }
    }

    /// Lists the supporters of a project who might pay in full, those who surely cannot aside: what all have together
    /// at least and at most, and what the poorest has at least.
    fn gather(&mut self, project: usize, bound: u64) -> (Contributions, u128, u128, u64) {
        let mut contributions = Contributions::default();
        let (mut low, mut high, mut least) = (0_u128, 0_u128, u64::MAX);
        self.entries.clear();
        for (ballot, weight) in self.contest.profile.supporters(project) {
            let class = self.class_of[ballot];
            if class == EMPTY {
                least = 0;
                continue;
            }
            let wallet = self.classes[class as usize].wallet;
            let voters = self.contest.profile.count(ballot);
            low += u128::from(wallet.low) * u128::from(voters);
            high += u128::from(wallet.high) * u128::from(voters);
            least = least.min(wallet.low);
            let entry = Entry {
                class,
                weight,
                wallet,
                voters,
            };
            if u128::from(wallet.high) < u128::from(bound) * u128::from(weight) {
                contributions.add_poor(class, wallet, voters);
            } else {
                contributions.add_payers(voters, weight);
                self.entries.push(entry);
            }
        }
        (contributions, low, high, least)
    }

    /// Whether the supporters of a project together have what it costs, exactly.
    fn have(&mut self, project: usize, cost: u64) -> bool {
        let mut wallets = WalletSum::default();
        for (ballot, _) in self.contest.profile.supporters(project) {
            self.add_to(
                &mut wallets,
                self.class_of[ballot],
                self.contest.profile.count(ballot),
            );
        }
        let exact = self.up_to_date();
        exact.sum(&wallets) >= exact.amount(cost)
    }

    /// Moves who surely cannot pay this price to the poor: whether anybody moved, and whether all others surely can.
    ///
    /// A price only rises while people move, so who is poor at a lower price stays poor.
    fn part_poor(&mut self, price: Span, contributions: &mut Contributions) -> (bool, bool) {
        let mut is_sure = true;
        let before = contributions.poor.len();
        self.entries
            .retain(|entry| match can_pay(entry.wallet, price, entry.weight) {
                Some(false) => {
                    entry.move_to_poor(contributions);
                    false
                }
                known => {
                    is_sure &= known.is_some();
                    true
                }
            });
        (contributions.poor.len() > before, is_sure)
    }

    /// As [`Self::part_poor`], for those of whom the spans do not tell: whether anybody moved.
    fn part_poor_exactly(
        &mut self,
        cost: u64,
        price: Span,
        contributions: &mut Contributions,
    ) -> bool {
        let exact = self.exactly(cost, &contributions.poor, contributions.payers);
        let before = contributions.poor.len();
        let mut entries = std::mem::take(&mut self.entries);
        let mut told: FxHashMap<(u32, u32), bool> = FxHashMap::default();
        entries.retain(|entry| {
            if can_pay(entry.wallet, price, entry.weight).is_some() {
                return true;
            }
            let is_poor = *told.entry((entry.class, entry.weight)).or_insert_with(|| {
                exact.compare(&self.exact_wallet(entry.class), entry.weight) == Ordering::Less
            });
            if is_poor {
                entry.move_to_poor(contributions);
            }
            !is_poor
        });
        self.entries = entries;
        contributions.poor.len() > before
    }

    /// The exact wallets after every purchase so far.
    fn up_to_date(&mut self) -> &ExactWallets {
        while let Some((project, price)) = self.bought.get(self.exact.len()) {
            let mut given = WalletSum::default();
            for &(class, voters) in &price.poor {
                self.add_to(&mut given, class, voters);
            }
            let cost = self.contest.cost(*project);
            let price = self.exact.price(cost, &given, price.payers);
            self.exact.write(price);
        }
        &self.exact
    }

    /// Adds the wallets of so many voters of a class.
    fn add_to(&self, wallets: &mut WalletSum, class: u32, voters: u64) {
        if class == EMPTY {
            return;
        }
        let mut at = class;
        let paid = std::iter::from_fn(|| {
            let (before, purchase, weight) = self.classes[at as usize].paid?;
            at = before;
            Some((purchase as usize, weight))
        });
        wallets.add(voters, paid);
    }

    fn exact_wallet(&mut self, class: u32) -> BigInt {
        let mut wallet = WalletSum::default();
        self.add_to(&mut wallet, class, 1);
        self.up_to_date().sum(&wallet)
    }

    /// The price of a cost, exactly, after the wallets of these poor.
    fn exactly(&mut self, cost: u64, poor: &[(u32, u64)], payers: u64) -> ExactPrice {
        let mut given = WalletSum::default();
        for &(class, voters) in poor {
            self.add_to(&mut given, class, voters);
        }
        self.up_to_date().price(cost, &given, payers)
    }

    /// Which of two costs less per unit of utility, exactly.
    pub fn compare_exactly(
        &mut self,
        one: usize,
        price: &Price,
        other: usize,
        other_price: &Price,
    ) -> Ordering {
        let factor = |project: usize| self.contest.profile.factor(project);
        let (factor_one, factor_other) = (factor(one), factor(other));
        let exact = self.exactly(self.contest.cost(one), &price.poor, price.payers);
        let other_exact = self.exactly(
            self.contest.cost(other),
            &other_price.poor,
            other_price.payers,
        );
        exact.compare_rates(factor_one, &other_exact, factor_other)
    }

    /// Exactly what a project costs for one unit of weight.
    pub fn exact_price(&mut self, project: usize, price: &Price) -> Fraction {
        let exact = self.exactly(self.contest.cost(project), &price.poor, price.payers);
        let exact = self
            .exact
            .fraction(exact.rest)
            .part(exact.payers.into())
            .unwrap_or_default();
        debug_assert!(self.holds(price.span.low.into(), &exact, price.span.high.into()));
        exact
    }

    /// Exactly what a voter of a class has left.
    pub fn wallet(&mut self, class: u32) -> Fraction {
        let wallet = self.exact_wallet(class);
        let exact = self.exact.fraction(wallet);
        let span = self.span(class);
        debug_assert!(self.holds(span.low.into(), &exact, span.high.into()));
        exact
    }

    /// Whether an amount in cents lies where a span from `low` to `high` says: all that spans decide rests on it.
    pub fn holds(&self, low: u128, amount: &Fraction, high: u128) -> bool {
        let units = amount.times(1 << self.bits);
        (Fraction::whole(low)..=Fraction::whole(high)).contains(&units)
    }

    /// Exactly what so many voters of these classes have together.
    pub fn money(&mut self, of: impl Iterator<Item = (u32, u64)>) -> Fraction {
        let mut wallets = WalletSum::default();
        for (class, voters) in of {
            self.add_to(&mut wallets, class, voters);
        }
        let sum = self.up_to_date().sum(&wallets);
        self.exact.fraction(sum)
    }

    /// What a voter of a class has, as a span.
    pub fn span(&self, class: u32) -> Span {
        self.classes[class as usize].wallet
    }

    /// The class of a distinct ballot.
    pub fn class_of(&self, ballot: usize) -> u32 {
        self.class_of[ballot]
    }

    /// How a voter of a class would pay this price now, for so much weight.
    pub fn payer(&mut self, class: u32, weight: u32, project: usize, price: &Price) -> Payer {
        let wallet = self.span(class);
        let can = can_pay(wallet, price.span, weight).unwrap_or_else(|| {
            let exact = self.exactly(self.contest.cost(project), &price.poor, price.payers);
            exact.compare(&self.exact_wallet(class), weight) != Ordering::Less
        });
        if can {
            Payer::Full
        } else if class == EMPTY
            || (wallet.low == 0 && self.exact_wallet(class) == BigInt::default())
        {
            Payer::Broke
        } else {
            Payer::Partial
        }
    }

    /// Lets the supporters of a project pay for it.
    pub fn buy(&mut self, project: usize, price: Price) {
        let mut after: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        let contest = self.contest;
        let purchase = u32::try_from(self.bought.len()).unwrap_or(u32::MAX);
        for (ballot, weight) in contest.profile.supporters(project) {
            let before = self.class_of[ballot];
            if before != EMPTY {
                let class = after.entry((before, weight));
                self.class_of[ballot] = *class.or_insert_with(|| {
                    self.class_after(before, (purchase, weight), project, &price)
                });
            }
        }
        self.bought.push((project, price));
    }

    /// The class of who were in `before` and paid.
    fn class_after(
        &mut self,
        before: u32,
        (purchase, weight): (u32, u32),
        project: usize,
        price: &Price,
    ) -> u32 {
        if self.payer(before, weight, project, price) != Payer::Full {
            return EMPTY;
        }
        let wallet = self.span(before);
        let paid = |price: u64| price.saturating_mul(u64::from(weight));
        let wallet = Span {
            low: wallet.low.saturating_sub(paid(price.span.high)),
            high: wallet.high.saturating_sub(paid(price.span.low)),
        };
        if wallet.high == 0 {
            return EMPTY;
        }
        self.classes.push(Class {
            wallet,
            paid: Some((before, purchase, weight)),
        });
        u32::try_from(self.classes.len() - 1).unwrap_or(u32::MAX)
    }
}

/// As many bits below the cent as leave room for every wallet and price in 64 bits: at most 32.
fn bits(contest: &Contest<'_>, share: &Fraction) -> u32 {
    let most = contest
        .all_costs
        .max(contest.election.budget.as_cents())
        .max(share.ceil());
    most.leading_zeros().saturating_sub(2).min(32)
}
