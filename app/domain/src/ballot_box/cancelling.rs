//! Cancelling a letter at the desk: which one, why, and which envelope is handed out for it.

use serde::{Deserialize, Serialize};

use crate::{
    fault::{Fault, Faults, choice, number},
    named,
    notation::Notation,
};

named! {
    /// Why a letter is cancelled.
    pub enum CancelReason {
        /// Its owner cannot find it.
        Lost = "lost",
        /// Somebody else has it, or may have.
        Stolen = "stolen",
        /// Its code cannot be read.
        Damaged = "damaged",
        /// It was sent and never came.
        NeverCame = "never_came",
    }
}

/// The form, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CancelDraft {
    /// Number on the letter.
    pub number: String,
    /// Why.
    pub reason: String,
    /// Number on the envelope that is handed out; empty where none is.
    pub replacement: String,
}

/// What the form asks for, if it can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelling {
    /// Number on the letter.
    pub number: u32,
    /// Why.
    pub reason: CancelReason,
    /// Number on the envelope that is handed out.
    pub replacement: Option<u32>,
}

impl CancelDraft {
    /// Reads the form. Whether there are such a letter and such an envelope is the store's to say.
    ///
    /// # Errors
    /// A [`Fault`] at each field that cannot be read.
    pub fn check(&self, notation: Notation) -> Result<Cancelling, Vec<Fault>> {
        let mut faults = Faults::default();
        let most = u64::from(u32::MAX);
        let letter = faults.keep("number", number(&self.number, notation, 1, most));
        let reason = faults.keep("reason", choice(&self.reason));
        let replacement = if self.replacement.trim().is_empty() {
            None
        } else {
            faults.keep("replacement", number(&self.replacement, notation, 1, most))
        };
        // A field that could not be read is a fault, so what stands for it here never leaves this function.
        faults.or(Cancelling {
            number: letter.unwrap_or_default(),
            reason: reason.unwrap_or(CancelReason::Lost),
            replacement,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(number: &str, reason: &str, replacement: &str) -> CancelDraft {
        CancelDraft {
            number: number.into(),
            reason: reason.into(),
            replacement: replacement.into(),
        }
    }

    fn fields(draft: &CancelDraft) -> Vec<String> {
        let faults = draft.check(Notation::Dutch).unwrap_err();
        faults.into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn a_letter_is_cancelled_with_or_without_an_envelope_for_it() {
        let check = |replacement| draft("1.204", "stolen", replacement).check(Notation::Dutch);
        let without = check(" ").unwrap();
        assert_eq!(
            (without.number, without.reason, without.replacement),
            (1_204, CancelReason::Stolen, None)
        );
        assert_eq!(check("7").unwrap().replacement, Some(7));
    }

    #[test]
    fn what_cannot_be_read_is_said_at_its_field() {
        assert_eq!(
            fields(&draft("", "", "x")),
            ["number", "reason", "replacement"]
        );
    }
}
