//! The cards that open a box together, as they are printed and typed (README.md#the-cards).

use super::{
    crockford::{self, Typed},
    envelope::BoxKey,
    row::{self, Misread, RANDOM, SIGNS},
    seed::BoxSeed,
    shares::{Quorum, Share, cut, join},
};
use crate::{encoding::hash_fields, id::RoundId};
use serde::{Deserialize, Serialize};
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// How many rows a card has.
pub const CARD_ROWS: usize = 5;
/// Signs on a card that carry something.
const DATA: usize = CARD_ROWS * RANDOM;
/// Share, index, needed, total and tag.
const BYTES: usize = 32 + 3 + 8;

/// By which a card says what box it is for: the first bytes of a hash over the round and both public keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoxTag([u8; 8]);

impl BoxTag {
    /// The tag of a box.
    #[must_use]
    pub fn of(round: RoundId, box_key: &BoxKey, link_key: &BoxKey) -> Self {
        let fields: [&[u8]; 3] = [round.bytes(), box_key.bytes(), link_key.bytes()];
        let hash = hash_fields("wijkbanen/card/v2", fields);
        let mut tag = [0; 8];
        tag.copy_from_slice(&hash[..8]);
        Self(tag)
    }
}

/// One of the cards of a box (sleutelkaart). Enough of them open it; fewer say nothing about what is in it.
///
/// Wiped when dropped; only [`KeyCard::rows`] and [`KeyCard::signs`] show it.
#[derive(Clone)]
pub struct KeyCard {
    share: Share,
    quorum: Quorum,
    tag: BoxTag,
}

/// A row of a card that was read without an error. Wiped when dropped, and never shown.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct CardRow([u8; SIGNS]);

/// What is wrong with a card whose rows could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum CardFault {
    /// The rows are not those of one card.
    #[error("rows of several cards, or of none")]
    NotOneCard,
    /// A card of another round, or of this one before its cards were made anew.
    #[error("a card of another box")]
    OtherBox,
    /// The same card as one before it.
    #[error("the same as card {first}")]
    Twice {
        /// The one before it, counted from 1 as they were typed.
        first: usize,
    },
}

/// Why cards do not open a box together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CardsRefused {
    /// Not enough of them.
    #[error("{given} cards of {needed}")]
    TooFew {
        /// How many there were.
        given: usize,
        /// How many are needed.
        needed: u8,
    },
    /// Some do not belong to it; by their place among those that were typed, from 0.
    #[error("cards that do not belong together")]
    Wrong(Vec<(usize, CardFault)>),
}

impl KeyCard {
    /// Every card of a box with this seed; `entropy` gives 32 random bytes a time.
    ///
    /// # Errors
    /// Those of `entropy`.
    pub fn make<E>(
        seed: &BoxSeed,
        quorum: Quorum,
        round: RoundId,
        entropy: impl FnMut() -> Result<[u8; 32], E>,
    ) -> Result<Vec<Self>, E> {
        let tag = BoxTag::of(round, &seed.box_key().public(), &seed.link_key().public());
        let with_share = |share| Self { share, quorum, tag };
        let shares = cut(seed, quorum, entropy)?;
        Ok(shares.into_iter().map(with_share).collect())
    }

    /// Which of the cards of its box it is, from 1.
    #[must_use]
    pub const fn index(&self) -> u8 {
        self.share.index
    }

    /// What box it is for.
    #[must_use]
    pub const fn tag(&self) -> BoxTag {
        self.tag
    }

    /// The five rows as they are printed, each in four groups of four signs.
    #[must_use]
    pub fn rows(&self) -> [Zeroizing<String>; CARD_ROWS] {
        self.values()
            .each_ref()
            .map(|row| Zeroizing::new(Printed(&row.0).to_string()))
    }

    /// All eighty signs in one go, as a scanner reads them.
    #[must_use]
    pub fn signs(&self) -> Zeroizing<String> {
        let signs = self.values();
        let signs = signs.iter().flat_map(|row| row.0);
        Zeroizing::new(
            signs
                .map(|value| char::from(crockford::sign(value)))
                .collect(),
        )
    }

    /// The card with these rows.
    ///
    /// # Errors
    /// [`CardFault::NotOneCard`].
    pub fn of_rows(rows: &[CardRow; CARD_ROWS]) -> Result<Self, CardFault> {
        let mut values = Zeroizing::new([0; DATA]);
        let read = rows.iter().flat_map(|row| &row.0[..RANDOM]);
        for (value, sign) in values.iter_mut().zip(read) {
            *value = *sign;
        }
        let bytes = Zeroizing::new(crockford::join::<BYTES>(values.as_slice()));
        // Six bits are left over, and zero on every card.
        let again = Zeroizing::new(crockford::split::<DATA>(bytes.as_slice()));
        let [.., index, needed, total] = bytes[..35] else {
            return Err(CardFault::NotOneCard);
        };
        let quorum = Quorum::new(needed, total).map_err(|_| CardFault::NotOneCard)?;
        if again != values || !(1..=total).contains(&index) {
            return Err(CardFault::NotOneCard);
        }
        let mut card = Self {
            share: Share {
                index,
                values: [0; 32],
            },
            quorum,
            tag: BoxTag([0; 8]),
        };
        card.share.values.copy_from_slice(&bytes[..32]);
        card.tag.0.copy_from_slice(&bytes[35..]);
        Ok(card)
    }

    /// The seed behind enough cards of one box; a card too many does no harm.
    ///
    /// Whether the seed is that of the box, its keys tell: rows of two cards of one box, mixed, are not found here.
    ///
    /// # Errors
    /// [`CardsRefused`] names the cards that do not belong to the box with this tag.
    pub fn join(cards: &[Self], tag: BoxTag, quorum: Quorum) -> Result<BoxSeed, CardsRefused> {
        let fault = |(place, card): (usize, &Self)| {
            let is_same = |other: &Self| other.tag == tag && other.index() == card.index();
            let before = cards.iter().take(place).position(is_same);
            let fault = match before {
                _ if card.tag != tag => CardFault::OtherBox,
                _ if card.quorum != quorum => CardFault::NotOneCard,
                Some(first) => CardFault::Twice { first: first + 1 },
                None => return None,
            };
            Some((place, fault))
        };
        let faults: Vec<(usize, CardFault)> = cards.iter().enumerate().filter_map(fault).collect();
        if !faults.is_empty() {
            return Err(CardsRefused::Wrong(faults));
        }
        if cards.len() < usize::from(quorum.needed()) {
            return Err(CardsRefused::TooFew {
                given: cards.len(),
                needed: quorum.needed(),
            });
        }
        let shares: Vec<&Share> = cards.iter().map(|card| &card.share).collect();
        Ok(join(&shares))
    }

    fn values(&self) -> [CardRow; CARD_ROWS] {
        let mut bytes = Zeroizing::new([0; BYTES]);
        bytes[..32].copy_from_slice(&self.share.values);
        bytes[32..35].copy_from_slice(&[
            self.share.index,
            self.quorum.needed(),
            self.quorum.total(),
        ]);
        bytes[35..].copy_from_slice(&self.tag.0);
        let values = Zeroizing::new(crockford::split::<DATA>(bytes.as_slice()));
        let mut rows = [const { CardRow([0; SIGNS]) }; CARD_ROWS];
        for ((row, data), number) in rows.iter_mut().zip(values.chunks(RANDOM)).zip(1..) {
            let mut signs = Zeroizing::new([0; RANDOM]);
            signs.copy_from_slice(data);
            row.0 = row::with_checks(&signs, number);
        }
        rows
    }
}

impl CardRow {
    /// Reads a row of a card, as forgiving as for a voting code; `number` is its place on the card, from 1.
    ///
    /// # Errors
    /// [`Misread`] says what to look at again; nothing is corrected.
    pub fn parse(text: &str, number: u8) -> Result<Self, Misread> {
        row::read(text, number).map(|signs| Self(*signs))
    }

    /// The rows in a text that may be the whole card, as a scanner gives it; what is too much counts to the last row.
    #[must_use]
    pub fn split(text: &str) -> [Zeroizing<String>; CARD_ROWS] {
        let mut rows: [Zeroizing<String>; CARD_ROWS] = Default::default();
        let signs = text
            .chars()
            .filter(|typed| crockford::read(*typed) != Typed::Gap);
        for (place, typed) in signs.enumerate() {
            if let Some(row) = rows.get_mut((place / SIGNS).min(CARD_ROWS - 1)) {
                row.push(typed);
            }
        }
        rows
    }
}

/// Never the card itself, so that it cannot reach a log by accident.
impl fmt::Debug for KeyCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyCard(…)")
    }
}

/// As for the card.
impl fmt::Debug for CardRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CardRow(…)")
    }
}

/// Signs in groups of four.
struct Printed<'a>(&'a [u8]);

impl fmt::Display for Printed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        crockford::write_groups(self.0, f)
    }
}

#[cfg(test)]
mod tests;
