//! What a project costs its supporters now: who can pay in full, and what is left to pay after all the others have.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use super::{
    super::{
        exact_wallets::WalletSum,
        price::{Contributions, Price, Quote, Span, can_pay},
    },
    EMPTY, Wallets,
};

/// Supporters of one class and weight while a price is worked out.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    class: u32,
    weight: u32,
    wallet: Span,
    voters: u64,
}

impl Entry {
    /// Gives all they have, instead of paying in full.
    fn move_to_poor(&self, contributions: &mut Contributions) {
        contributions.add_poor(self.class, self.wallet, self.voters);
        contributions.payers -= u64::from(self.weight) * self.voters;
    }
}

impl Wallets<'_> {
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
}
