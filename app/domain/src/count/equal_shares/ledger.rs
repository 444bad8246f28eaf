//! What purchases cost, exactly: whole numbers over one common denominator, so that sums need no fractions.
//!
//! A wallet is the share less the purchases paid in full, so any sum of wallets is a whole number of shares less a
//! whole number of each price. That keeps exact sums as cheap as there are purchases, however many voters there are.

use num_bigint::BigInt;
use num_integer::Integer as _;

use super::super::fraction::Fraction;

/// Exact amounts in cents, each a numerator over the same denominator.
pub struct Ledger {
    denominator: BigInt,
    share: BigInt,
    /// What each purchase cost for one unit of weight.
    prices: Vec<BigInt>,
}

/// A sum of wallets: so many shares, less so many of each price.
#[derive(Clone, Debug, Default)]
pub struct Wallets {
    pub shares: u128,
    pub prices: Vec<u128>,
}

/// A price that is asked, as what is left to pay over a denominator and the weight of those who pay it.
pub struct Asked {
    pub rest: BigInt,
    pub payers: u64,
}

impl Ledger {
    pub fn new(share: &Fraction) -> Self {
        let (share, denominator) = share.parts();
        Self {
            denominator: denominator.clone(),
            share: share.clone(),
            prices: Vec::new(),
        }
    }

    /// How many purchases are written down.
    pub fn len(&self) -> usize {
        self.prices.len()
    }

    /// What these wallets hold together.
    pub fn sum(&self, wallets: &Wallets) -> BigInt {
        let paid: BigInt = wallets
            .prices
            .iter()
            .zip(&self.prices)
            .filter(|(times, _)| **times > 0)
            .map(|(&times, price)| price * times)
            .sum();
        &self.share * wallets.shares - paid
    }

    /// What is asked of so much weight, after the wallets of those who cannot pay.
    pub fn asked(&self, cost: u64, given: &Wallets, payers: u64) -> Asked {
        Asked {
            rest: self.amount(cost) - self.sum(given),
            payers,
        }
    }

    /// Whole cents in this ledger.
    pub fn amount(&self, cents: u64) -> BigInt {
        &self.denominator * cents
    }

    /// Writes down a purchase at this price.
    pub fn write(&mut self, asked: Asked) {
        let payers = BigInt::from(asked.payers.max(1));
        let common = asked.rest.gcd(&payers);
        let finer = &payers / &common;
        self.denominator *= &finer;
        self.share *= &finer;
        for price in &mut self.prices {
            *price *= &finer;
        }
        self.prices.push(asked.rest / common);
    }

    /// A numerator as a fraction of a cent.
    pub fn fraction(&self, numerator: BigInt) -> Fraction {
        Fraction::of(numerator, self.denominator.clone())
    }
}

impl Asked {
    /// Compares a wallet with this price for so much weight.
    pub fn compare(&self, wallet: &BigInt, weight: u32) -> std::cmp::Ordering {
        (wallet * self.payers).cmp(&(&self.rest * weight))
    }

    /// Compares this price with another, each over its own factor.
    pub fn compare_rates(
        &self,
        factor: u64,
        other: &Self,
        other_factor: u64,
    ) -> std::cmp::Ordering {
        let left = &self.rest * other.payers * other_factor;
        left.cmp(&(&other.rest * self.payers * factor))
    }
}

impl Wallets {
    /// So much of every wallet besides.
    pub fn add(&mut self, voters: u64, paid: impl Iterator<Item = (usize, u32)>) {
        self.shares += u128::from(voters);
        for (purchase, weight) in paid {
            if self.prices.len() <= purchase {
                self.prices.resize(purchase + 1, 0);
            }
            self.prices[purchase] += u128::from(voters) * u128::from(weight);
        }
    }
}
