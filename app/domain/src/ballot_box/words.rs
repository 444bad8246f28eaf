//! The words by which a voter can find a ballot in the publication (README.md#the-control-words).
//!
//! Every word is two everyday Dutch nouns, `bos` + `huis`: 32 × 64 gives 2,048, and three of them 33 bits.
//! The voter's side draws them; nobody has to take them, so a voter can truthfully say not to have them.
//! The lists hold no body, illness, death, drink or slang, not even where two halves meet; and they never
//! change, because words on somebody's note must still be found.

mod seek;

pub use seek::Unclear;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// First halves, in alphabetical order; none is the beginning of another.
const FIRST: [&str; 32] = [
    "appel", "beek", "bessen", "bloem", "boom", "bos", "brood", "dorp", "duin", "fiets", "haver",
    "honing", "kaas", "klaver", "lente", "linde", "maan", "markt", "melk", "molen", "noten",
    "peren", "regen", "rozen", "school", "sneeuw", "strand", "tuin", "veld", "water", "winter",
    "zomer",
];

/// Second halves, in alphabetical order.
const SECOND: [&str; 64] = [
    "bank", "beker", "bel", "berg", "blad", "boek", "boot", "bord", "brief", "brug", "bus", "dak",
    "deken", "deur", "emmer", "feest", "glas", "hek", "hoed", "huis", "hut", "jas", "kaart",
    "kamer", "kar", "kast", "klok", "knoop", "koek", "korf", "kroon", "kussen", "laan", "lamp",
    "lied", "mand", "nest", "park", "pen", "plein", "poort", "schaal", "schip", "schuur", "sjaal",
    "slee", "spel", "steen", "stoel", "straat", "tafel", "tas", "tent", "toren", "trein", "trui",
    "vaas", "vlag", "wagen", "weide", "wiel", "winkel", "zaal", "zeil",
];

/// One of the 2,048 words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ControlWord(u16);

/// The three words on a ballot, in the order in which they were drawn (controlewoorden).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ControlWords([ControlWord; 3]);

/// Why typed control words were not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WordFault {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// Not three words.
    #[error("{found} words instead of 3")]
    Count {
        /// How many there were.
        found: usize,
    },
    /// A word that is not in the list.
    #[error("word {place} is not in the list")]
    Unknown {
        /// Which of the words, counted from 1.
        place: usize,
    },
}

impl ControlWord {
    /// How many words there are.
    pub const COUNT: u16 = 2048;

    /// The word at a place in the list, or `None` beyond its end.
    #[must_use]
    pub const fn at(index: u16) -> Option<Self> {
        if index < Self::COUNT {
            Some(Self(index))
        } else {
            None
        }
    }

    /// Its place in the list, which is alphabetical.
    #[must_use]
    pub const fn index(self) -> u16 {
        self.0
    }

    /// The letters that words begin with, in alphabetical order.
    pub fn initials() -> impl Iterator<Item = char> {
        let first = FIRST.iter().filter_map(|half| half.chars().next());
        first
            .collect::<std::collections::BTreeSet<char>>()
            .into_iter()
    }

    /// Reads a typed word in any case; `None` when it is not in the list.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let word = text.trim().to_lowercase();
        (0_u16..).zip(FIRST).find_map(|(first, half)| {
            let rest = word.strip_prefix(half)?;
            let (second, _) = (0_u16..).zip(SECOND).find(|(_, half)| *half == rest)?;
            Some(Self(first * 64 + second))
        })
    }
}

impl ControlWords {
    /// These three words.
    #[must_use]
    pub const fn new(words: [ControlWord; 3]) -> Self {
        Self(words)
    }

    /// The words for five random bytes, of which the last seven bits stay unused.
    #[must_use]
    pub fn from_entropy(entropy: [u8; 5]) -> Self {
        let [a, b, c, d, e] = entropy.map(u16::from);
        let eleven = |bits: u16| ControlWord(bits & (ControlWord::COUNT - 1));
        Self([
            eleven(a << 3 | b >> 5),
            eleven(b << 6 | c >> 2),
            eleven(c << 9 | d << 1 | e >> 7),
        ])
    }

    /// The three words.
    #[must_use]
    pub const fn words(self) -> [ControlWord; 3] {
        self.0
    }

    /// Reads three words, with anything between them that is no letter or digit.
    ///
    /// # Errors
    /// [`WordFault`] says what is wrong; nothing is guessed.
    pub fn parse(text: &str) -> Result<Self, WordFault> {
        let typed: Vec<&str> = text
            .split(|sign: char| !sign.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let word =
            |place: usize, text: &str| ControlWord::parse(text).ok_or(WordFault::Unknown { place });
        match typed.as_slice() {
            [] => Err(WordFault::Empty),
            [one, two, three] => Ok(Self([word(1, one)?, word(2, two)?, word(3, three)?])),
            other => Err(WordFault::Count { found: other.len() }),
        }
    }

    /// The six bytes that hashes and envelopes use: each place in the list, big-endian.
    #[must_use]
    pub fn to_bytes(self) -> [u8; 6] {
        let [[a, b], [c, d], [e, f]] = self.0.map(|word| word.0.to_be_bytes());
        [a, b, c, d, e, f]
    }

    /// The words behind six bytes, or `None` when one is beyond the list.
    #[must_use]
    pub fn from_bytes([a, b, c, d, e, f]: [u8; 6]) -> Option<Self> {
        let word = |high, low| ControlWord::at(u16::from_be_bytes([high, low]));
        Some(Self([word(a, b)?, word(c, d)?, word(e, f)?]))
    }
}

impl fmt::Display for ControlWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(FIRST[usize::from(self.0 / 64)])?;
        f.write_str(SECOND[usize::from(self.0 % 64)])
    }
}

impl fmt::Display for ControlWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [one, two, three] = self.0;
        write!(f, "{one} {two} {three}")
    }
}

impl Serialize for ControlWord {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ControlWord {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(from)?)
            .ok_or_else(|| serde::de::Error::custom("not in the list of control words"))
    }
}

impl Serialize for ControlWords {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ControlWords {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all() -> Vec<ControlWord> {
        (0..ControlWord::COUNT)
            .map(|index| ControlWord::at(index).unwrap())
            .collect()
    }

    #[test]
    fn all_2048_words_are_short_distinct_and_in_alphabetical_order() {
        let printed: Vec<String> = all().iter().map(ToString::to_string).collect();
        assert_eq!(printed.len(), 2048);
        assert!(printed.is_sorted_by(|one, next| one < next));
        for word in &printed {
            assert!(
                word.len() <= 12 && word.bytes().all(|b| b.is_ascii_lowercase()),
                "{word}"
            );
        }
        assert_eq!(ControlWord::at(2048), None);
    }

    #[test]
    fn every_word_begins_with_one_of_the_initials() {
        let initials: String = ControlWord::initials().collect();
        assert_eq!(initials, "abdfhklmnprstvwz");
        let is_known = |word: &ControlWord| initials.contains(&word.to_string()[..1]);
        assert!(all().iter().all(is_known));
    }

    #[test]
    fn every_word_reads_back_in_any_case() {
        for word in all() {
            let printed = word.to_string();
            assert_eq!(ControlWord::parse(&printed), Some(word));
            assert_eq!(
                ControlWord::parse(&format!(" {} ", printed.to_uppercase())),
                Some(word)
            );
        }
    }

    #[test]
    fn words_that_are_not_in_the_list_are_refused_with_their_place() {
        assert_eq!(ControlWords::parse(" "), Err(WordFault::Empty));
        assert_eq!(
            ControlWords::parse("boshuis"),
            Err(WordFault::Count { found: 1 })
        );
        assert_eq!(
            ControlWords::parse("boshuis bos maanbel"),
            Err(WordFault::Unknown { place: 2 })
        );
    }

    #[test]
    fn all_33_bits_count_and_the_other_seven_do_not() {
        let words = |bits: u64| {
            let [.., a, b, c, d, e] = bits.to_be_bytes();
            ControlWords::from_entropy([a, b, c, d, e])
        };
        assert_eq!(words(0x7f), words(0));
        for bit in 7..40 {
            assert_ne!(words(1 << bit), words(0), "bit {bit}");
        }
        assert_eq!(words(u64::MAX).to_string(), "zomerzeil zomerzeil zomerzeil");
    }

    proptest! {
        #[test]
        fn words_read_back_from_text_json_and_bytes(entropy: [u8; 5]) {
            let words = ControlWords::from_entropy(entropy);
            prop_assert_eq!(ControlWords::parse(&words.to_string()), Ok(words));
            prop_assert_eq!(ControlWords::parse(&words.to_string().replace(' ', ", ")), Ok(words));
            prop_assert_eq!(ControlWords::from_bytes(words.to_bytes()), Some(words));
            let json = serde_json::to_string(&words).unwrap();
            prop_assert_eq!(serde_json::from_str::<ControlWords>(&json).unwrap(), words);
        }
    }
}
