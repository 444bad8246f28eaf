//! What purchases cost, exactly: whole numbers over one common denominator, so that sums need no fractions.
//!
//! A wallet is the share less the purchases paid in full, so any sum of wallets is a whole number of shares less a
//! whole number of each price. That keeps exact sums as cheap as there are purchases, however many voters there are.

use num_bigint::BigInt;
use num_integer::Integer as _;

use super::super::fraction::Fraction;

/// What every wallet is made of: the share and the prices paid, in cents, each a numerator over one denominator.
pub struct ExactWallets {
    denominator: BigInt,
    share: BigInt,
    /// What each purchase cost for one unit of weight.
    prices: Vec<BigInt>,
}

/// A sum of wallets: so many shares, less so many of each price.
#[derive(Clone, Debug, Default)]
pub struct WalletSum {
    pub shares: u128,
    pub prices: Vec<u128>,
}

/// A price: what is left to pay, over the common denominator, and the weight of those who pay it.
pub struct ExactPrice {
    pub rest: BigInt,
    pub payers: u64,
}

impl ExactWallets {
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
    pub fn sum(&self, wallets: &WalletSum) -> BigInt {
        let paid: BigInt = wallets
            .prices
            .iter()
            .zip(&self.prices)
            .filter(|(times, _)| **times > 0)
            .map(|(&times, price)| price * times)
            .sum();
        &self.share * wallets.shares - paid
    }

    /// What so much weight has to pay, after the wallets of those who cannot.
    pub fn price(&self, cost: u64, given: &WalletSum, payers: u64) -> ExactPrice {
        ExactPrice {
            rest: self.amount(cost) - self.sum(given),
            payers,
        }
    }

    /// Whole cents over the common denominator.
    pub fn amount(&self, cents: u64) -> BigInt {
        &self.denominator * cents
    }

    /// Writes down a purchase at this price.
    pub fn write(&mut self, price: ExactPrice) {
        let payers = BigInt::from(price.payers.max(1));
        let common = price.rest.gcd(&payers);
        let finer = &payers / &common;
        self.denominator *= &finer;
        self.share *= &finer;
        for earlier in &mut self.prices {
            *earlier *= &finer;
        }
        self.prices.push(price.rest / common);
    }

    /// A numerator as a fraction of a cent.
    pub fn fraction(&self, numerator: BigInt) -> Fraction {
        Fraction::of(numerator, self.denominator.clone())
    }
}

impl ExactPrice {
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

impl WalletSum {
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
