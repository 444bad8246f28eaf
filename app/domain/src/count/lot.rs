//! The lot: an order of everything on the ballot that settles the last ties.
//!
//! The hash of a promised seed is published with the rules, so that it cannot be chosen afterwards; the lot is drawn with
//! that seed and the closed box together, and both are in the outcome, so that everybody can draw the order again.

use std::str::FromStr as _;

use super::ProjectIndex;
use crate::{
    encoding::{hash_fields, hex_bytes},
    journal::Digest,
};

hex_bytes! {
    /// What a lot is drawn with: 32 random bytes.
    LotSeed(32);
}

impl LotSeed {
    /// What is published before voting: SHA-256 of the seed under the tag `wijkbanen/lot-seed/v1`.
    #[must_use]
    pub fn commitment(&self) -> Digest {
        Digest::new(hash_fields(
            "wijkbanen/lot-seed/v1",
            [self.bytes().as_slice()],
        ))
    }

    /// The seed that a lot is drawn with, once the box is closed: SHA-256 over the tag `wijkbanen/lot-of-box/v2`, the
    /// promised seed and the head of the box.
    ///
    /// Who promised the seed does not know the head, and who votes does not know the seed, so nobody chooses the lot.
    #[must_use]
    pub fn of_box(&self, head: &[u8; 32]) -> Self {
        Self::new(hash_fields(
            "wijkbanen/lot-of-box/v2",
            [self.bytes().as_slice(), head],
        ))
    }
}

/// Draws the lot: for each id its place in the order of SHA-256 over the tag `wijkbanen/lot/v2`, the seed and the id
/// as it stands on the ballot, each length-prefixed. Lower goes first.
///
/// A seed of 64 hexadecimal signs is those 32 bytes; any other text is itself.
#[must_use]
pub fn draw_lot<Id: AsRef<str>>(seed: &str, ids: &[Id]) -> Vec<ProjectIndex> {
    let bytes = LotSeed::from_str(seed)
        .map_or_else(|_| seed.as_bytes().to_vec(), |seed| seed.bytes().to_vec());
    let hash = |id: &Id| {
        hash_fields(
            "wijkbanen/lot/v2",
            [bytes.as_slice(), id.as_ref().as_bytes()],
        )
    };
    ranks_by_key(ids, |id| (hash(id), id.as_ref().to_owned()))
}

/// The order of ids by code point: for each its place.
#[must_use]
pub fn order_by_id<Id: AsRef<str>>(ids: &[Id]) -> Vec<ProjectIndex> {
    ranks_by_key(ids, |id| id.as_ref().to_owned())
}

fn ranks_by_key<Id, Key: Ord>(ids: &[Id], key: impl Fn(&Id) -> Key) -> Vec<ProjectIndex> {
    let mut sorted: Vec<usize> = (0..ids.len()).collect();
    sorted.sort_by_cached_key(|&at| key(&ids[at]));
    let mut ranks = vec![0; ids.len()];
    for (rank, at) in (0..).zip(sorted) {
        ranks[at] = rank;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lot_depends_on_seed_and_ids_and_not_on_their_order() {
        let ids: Vec<String> = (1..=20).map(|id| id.to_string()).collect();
        let backwards: Vec<String> = ids.iter().rev().cloned().collect();
        let drawn = draw_lot("een lot", &ids);
        let mut again = draw_lot("een lot", &backwards);
        again.reverse();
        assert_eq!(drawn, again);
        assert_ne!(drawn, draw_lot("een ander lot", &ids));
        let mut sorted = drawn;
        sorted.sort_unstable();
        assert_eq!(sorted, (0..20).collect::<Vec<_>>());
    }

    #[test]
    fn a_seed_in_hex_is_its_bytes() {
        let seed = LotSeed::new([7; 32]);
        let ids = ["1", "2", "3", "4", "5"];
        assert_eq!(
            draw_lot(&seed.to_string(), &ids),
            draw_lot(&seed.to_string().to_uppercase(), &ids)
        );
        assert_ne!(seed.commitment(), LotSeed::new([8; 32]).commitment());
    }

    /// Recomputed with Python's `hashlib`.
    #[test]
    fn the_box_and_the_promise_decide_the_seed_together() {
        let promised = LotSeed::new([7; 32]);
        assert_eq!(
            promised.of_box(&[9; 32]).to_string(),
            "544041d38c58816c914c15c3b9cf714bbc8f45880cb4908c0e550b4f9297b10d"
        );
        assert_ne!(promised.of_box(&[8; 32]), promised.of_box(&[9; 32]));
    }

    #[test]
    fn ids_are_ordered_by_code_point() {
        assert_eq!(order_by_id(&["9", "10", "a"]), [1, 0, 2]);
    }
}
