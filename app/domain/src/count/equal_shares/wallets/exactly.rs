//! Wallets and prices where spans do not tell: exactly, and therefore only when asked.

use std::cmp::Ordering;

use num_bigint::BigInt;

use super::{
    super::{
        super::fraction::Fraction,
        exact_wallets::{ExactPrice, ExactWallets, WalletSum},
        price::Price,
    },
    EMPTY, Wallets,
};

impl Wallets<'_> {
    /// The exact wallets after every purchase so far.
    pub(super) fn up_to_date(&mut self) -> &ExactWallets {
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
    pub(super) fn add_to(&self, wallets: &mut WalletSum, class: u32, voters: u64) {
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

    pub(super) fn exact_wallet(&mut self, class: u32) -> BigInt {
        let mut wallet = WalletSum::default();
        self.add_to(&mut wallet, class, 1);
        self.up_to_date().sum(&wallet)
    }

    /// The price of a cost, exactly, after the wallets of these poor.
    pub(super) fn exactly(&mut self, cost: u64, poor: &[(u32, u64)], payers: u64) -> ExactPrice {
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
}
