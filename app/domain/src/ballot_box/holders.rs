//! Who keeps the cards of a box: organisations or functions, for everybody to read.

use serde::{Deserialize, Serialize};

use super::shares::Quorum;
use crate::{
    fault::{Fault, Faults, What},
    fields::fields,
    text,
};

fields! {
    /// Who will keep each card, as typed: `holder_<card>`.
    HolderNames("holder_": u8);
}

/// Who will keep the cards, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HoldersDraft {
    /// By the number of the card, from 1.
    #[serde(flatten)]
    pub names: HolderNames,
}

/// A holder for each card of a box, in the order of the cards; no two are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardHolders {
    quorum: Quorum,
    names: Vec<String>,
}

impl HoldersDraft {
    /// The name of the field for a card.
    #[must_use]
    pub fn field(card: u8) -> String {
        HolderNames::field(card)
    }

    /// A holder for each card of such a box.
    ///
    /// # Errors
    /// A [`Fault`] at each field that is wrong: two cards in one hand would be one.
    pub fn check(&self, quorum: Quorum) -> Result<CardHolders, Vec<Fault>> {
        let mut faults = Faults::default();
        let mut names: Vec<String> = Vec::new();
        for card in 1..=quorum.total() {
            let field = HolderNames::field(card);
            let name = faults.take(&field, text::name(self.names.get(card), 80));
            let is_same = |other: &String| other.to_lowercase() == name.to_lowercase();
            if !name.is_empty() && names.iter().any(is_same) {
                faults.note(&field, What::SameHolder);
            }
            names.push(name);
        }
        faults.or(CardHolders { quorum, names })
    }
}

impl CardHolders {
    /// How many cards there are, and how many open the box.
    #[must_use]
    pub const fn quorum(&self) -> Quorum {
        self.quorum
    }

    /// Their names, in the order of the cards.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextFault;

    fn checked(typed: &[&str]) -> Result<CardHolders, Vec<Fault>> {
        let names = (1..).zip(typed.iter().map(|name| (*name).to_owned()));
        let names = names.collect();
        HoldersDraft { names }.check(Quorum::default())
    }

    #[test]
    fn each_card_has_a_holder_of_its_own() {
        let holders = checked(&[" Griffie ", "Buurthuis", "Notaris"]).unwrap();
        assert_eq!(holders.names(), ["Griffie", "Buurthuis", "Notaris"]);
        assert_eq!(holders.quorum(), Quorum::default());
    }

    #[test]
    fn two_cards_in_one_hand_are_refused_at_the_second() {
        assert_eq!(
            checked(&["Griffie", "Buurthuis", "griffie"]),
            Err(vec![Fault::at("holder_3", What::SameHolder)])
        );
    }

    #[test]
    fn a_card_of_nobody_is_refused() {
        let empty = |card| Fault::at(HoldersDraft::field(card), What::Text(TextFault::Empty));
        assert_eq!(checked(&["Griffie"]), Err(vec![empty(2), empty(3)]));
    }
}
