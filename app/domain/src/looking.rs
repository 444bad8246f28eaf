//! Looking for one's own ballot in what was published: what somebody can find, and what is kept of it.
//!
//! Of looking by words nothing reaches the server but whether they were there. With the letter the server itself looks, and
//! says where the envelope is and never what was in it (voting protocol: «My words are not there»).

use crate::{
    ballot_box::{LetterStatus, Seal},
    named,
    outcome::Publication,
    round::Millis,
};

/// How long after the count one can have a letter looked up: as long as there is time to complain.
pub const TERM: Millis = 14 * 24 * 3_600_000;

/// Until when letters of a round that was counted at this moment are looked up.
#[must_use]
pub const fn ends(counted: Millis) -> Millis {
    counted + TERM
}

named! {
    /// Where the envelope of a letter is.
    pub enum Standing {
        /// In the list of ballots that count.
        Counted = "counted",
        /// In the list of those that do not count.
        Rejected = "rejected",
        /// The letter was cancelled, so that what was voted with it was laid aside.
        Cancelled = "cancelled",
        /// In no list: nothing of this letter was in the box when it closed.
        Absent = "absent",
    }
}

named! {
    /// What came of looking: all that is kept of it, as a number.
    pub enum Looked {
        /// Somebody found their words.
        Found = "found",
        /// Somebody did not.
        Missing = "missing",
        /// A letter was looked up and its envelope was there.
        Counted = "counted",
        /// It was there and does not count.
        Rejected = "rejected",
        /// The letter was cancelled.
        Cancelled = "cancelled",
        /// There was no envelope of it.
        Absent = "absent",
    }
}

/// How often it came to each; a rough number, as it is kept without who looked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looks(pub std::collections::BTreeMap<Looked, u64>);

impl Looks {
    /// How often it came to this.
    #[must_use]
    pub fn of(&self, looked: Looked) -> u64 {
        self.0.get(&looked).copied().unwrap_or_default()
    }

    /// How often a letter was looked up.
    #[must_use]
    pub fn letters(&self) -> u64 {
        let of_letters = Standing::ALL.iter().map(|&standing| standing.into());
        of_letters.map(|looked| self.of(looked)).sum()
    }
}

impl From<Standing> for Looked {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Counted => Self::Counted,
            Standing::Rejected => Self::Rejected,
            Standing::Cancelled => Self::Cancelled,
            Standing::Absent => Self::Absent,
        }
    }
}

impl Publication {
    /// Where the envelope under a seal is, of a letter that this became of.
    #[must_use]
    pub fn standing(&self, seal: Seal, letter: LetterStatus) -> Standing {
        let opened = &self.opened;
        if letter == LetterStatus::Cancelled || opened.laid_aside.iter().any(|row| row.seal == seal)
        {
            Standing::Cancelled
        } else if opened.ballots.iter().any(|ballot| ballot.seal == seal) {
            Standing::Counted
        } else if opened.rejected.iter().any(|it| it.row.seal == seal) {
            Standing::Rejected
        } else {
            Standing::Absent
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_looked_up_for_fourteen_days() {
        assert_eq!(ends(1), 1_209_600_001);
    }

    #[test]
    fn letters_looked_up_are_counted_apart_from_words() {
        let looks = Looks(Looked::ALL.iter().copied().zip(1..).collect());
        assert_eq!((looks.of(Looked::Missing), looks.letters()), (2, 18));
        assert_eq!(Looks::default().letters(), 0);
    }
}
