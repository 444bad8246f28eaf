//! The money of the voters while Equal Shares is counted once, at one share.
//!
//! Exact, and quick: voters are kept in classes that had the same purchases, so all of a class have the same wallet.
//! A wallet is known as a span of whole 2⁻ᵏ cents that surely holds it. Where spans decide, they decide; where they
//! overlap, [`ExactWallets`] knows.

mod exactly;
mod pricing;

use std::cmp::Ordering;

use num_bigint::BigInt;
use rustc_hash::FxHashMap;

use super::{
    super::{contest::Contest, fraction::Fraction},
    exact_wallets::ExactWallets,
    price::{Price, Span, can_pay},
};
use pricing::Entry;

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

/// What every voter has left.
pub struct Wallets<'a> {
    contest: &'a Contest<'a>,
    /// k: a cent is 2ᵏ of the units of a [`Span`].
    bits: u32,
    class_of: Vec<u32>,
    classes: Vec<Class>,
    bought: Vec<(usize, Price)>,
    /// Caught up with `bought` when they are needed.
    exact: ExactWallets,
    /// Who might pay in full, while a price is worked out.
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
