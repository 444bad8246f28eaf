//! Cutting the seed of a box into shares of which some number is enough (Shamir), and joining them again.
//!
//! Each byte of the seed is the value at zero of a polynomial of its own over GF(256), one degree lower than the number of
//! shares that is needed; share `x` has the values at `x`. With fewer shares, every seed is as likely as before.

use super::{
    gf256::{inverse, multiply},
    seed::BoxSeed,
};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// How many cards a box has, and how many of them open it.
///
/// Two to five of at most seven; or one of one, which only a round to practise with may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Numbers")]
pub struct Quorum {
    needed: u8,
    total: u8,
}

/// A quorum as it is written, before anybody looked whether it is one.
#[derive(Deserialize)]
struct Numbers {
    needed: u8,
    total: u8,
}

/// More cards needed than there are, or numbers outside their limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such number of cards")]
pub struct NoQuorum;

impl TryFrom<Numbers> for Quorum {
    type Error = NoQuorum;

    fn try_from(Numbers { needed, total }: Numbers) -> Result<Self, NoQuorum> {
        Self::new(needed, total)
    }
}

impl Default for Quorum {
    /// Two of three: one card may be lost, and nobody opens the box alone.
    fn default() -> Self {
        Self {
            needed: 2,
            total: 3,
        }
    }
}

impl Quorum {
    /// One card that opens the box by itself.
    pub const ALONE: Self = Self {
        needed: 1,
        total: 1,
    };
    /// The most cards that may be needed.
    pub const MAX_NEEDED: u8 = 5;
    /// The most cards a box may have.
    pub const MAX_TOTAL: u8 = 7;

    /// `needed` of `total` cards.
    ///
    /// # Errors
    /// [`NoQuorum`] outside the limits.
    pub const fn new(needed: u8, total: u8) -> Result<Self, NoQuorum> {
        let is_shared = needed >= 2 && needed <= Self::MAX_NEEDED;
        let is_alone = needed == 1 && total == 1;
        if (is_shared || is_alone) && needed <= total && total <= Self::MAX_TOTAL {
            Ok(Self { needed, total })
        } else {
            Err(NoQuorum)
        }
    }

    /// How many cards open the box.
    #[must_use]
    pub const fn needed(self) -> u8 {
        self.needed
    }

    /// How many cards there are.
    #[must_use]
    pub const fn total(self) -> u8 {
        self.total
    }

    /// Whether whoever holds a card can open the box alone.
    #[must_use]
    pub const fn is_alone(self) -> bool {
        self.needed == 1
    }
}

/// What one card holds of the seed; the card says which share it is. Wiped when dropped, and never shown.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub(super) struct Share {
    /// Where the polynomials were evaluated, from 1.
    pub(super) index: u8,
    /// Their values.
    pub(super) values: [u8; 32],
}

/// One share for each card. `entropy` gives the coefficients: all values are as likely, zero included, or fewer shares
/// than needed would say something about the seed.
///
/// # Errors
/// Those of `entropy`.
pub(super) fn cut<E>(
    seed: &BoxSeed,
    quorum: Quorum,
    mut entropy: impl FnMut() -> Result<[u8; 32], E>,
) -> Result<Vec<Share>, E> {
    let coefficients: Vec<Zeroizing<[u8; 32]>> = (1..quorum.needed)
        .map(|_| entropy().map(Zeroizing::new))
        .collect::<Result<_, E>>()?;
    let share = |index| {
        let mut share = Share {
            index,
            values: [0; 32],
        };
        // Horner's rule, from the highest coefficient down to the seed.
        let highest_first = coefficients.iter().rev().map(|one| one.as_slice());
        for terms in highest_first.chain([seed.bytes().as_slice()]) {
            for (value, term) in share.values.iter_mut().zip(terms) {
                *value = multiply(*value, index) ^ term;
            }
        }
        share
    };
    Ok((1..=quorum.total).map(share).collect())
}

/// The seed behind shares: the value at zero of the polynomials through them (Lagrange).
///
/// Too few shares, or wrong ones, give a seed too, of another box: whether it is the right one, only its keys tell. The
/// indexes differ from each other and from zero.
pub(super) fn join(shares: &[&Share]) -> BoxSeed {
    let mut seed = Zeroizing::new([0; 32]);
    for share in shares {
        let others = shares.iter().filter(|other| other.index != share.index);
        // Indexes are no secret, so this may take as long as it likes.
        let weight = others.fold(1, |weight, other| {
            multiply(
                weight,
                multiply(other.index, inverse(other.index ^ share.index)),
            )
        });
        for (byte, value) in seed.iter_mut().zip(&share.values) {
            *byte ^= multiply(weight, *value);
        }
    }
    BoxSeed::from_entropy(*seed)
}

#[cfg(test)]
mod tests;
