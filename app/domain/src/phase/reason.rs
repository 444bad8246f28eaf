//! Why staff take a step: always said, and for everybody to read when a round is cancelled.

use serde::{Deserialize, Serialize};

use super::Step;
use crate::{
    fault::{Fault, Faults, What},
    text::{self, TextFault},
};

/// A reason for a step, as it goes into the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason(String);

/// Why staff take a step, as typed. The two ways on a page have fields of their own: the next step, and cancelling.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StepDraft {
    /// Why the round goes on.
    pub reason: String,
    /// Why it is cancelled, for everybody.
    pub public_reason: String,
    /// Ticked to cancel it; anything but nothing is a tick.
    pub sure: String,
}

impl Reason {
    /// The reason, if there is one.
    ///
    /// # Errors
    /// [`What::NoReason`] when nothing was typed, else what is wrong with the text.
    pub fn check(typed: &str) -> Result<Self, What> {
        match text::paragraph(typed, 500) {
            Ok(reason) => Ok(Self(reason)),
            Err(TextFault::Empty) => Err(What::NoReason),
            Err(fault) => Err(fault.into()),
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl StepDraft {
    /// The reason for `step`. Whether it may be taken now is the round's to say.
    ///
    /// # Errors
    /// A [`Fault`] at the reason, and at `sure` when a round would be cancelled without a tick.
    pub fn check(&self, step: Step) -> Result<Reason, Vec<Fault>> {
        let (field, typed) = if step == Step::Cancel {
            ("public_reason", &self.public_reason)
        } else {
            ("reason", &self.reason)
        };
        let mut faults = Faults::default();
        let reason = faults.keep(field, Reason::check(typed));
        if step == Step::Cancel && self.sure.is_empty() {
            faults.note("sure", What::NotConfirmed);
        }
        // Without a reason there is a fault, so the empty one never leaves this function.
        faults.or(reason.unwrap_or(Reason(String::new())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(faults: Vec<Fault>) -> Vec<String> {
        faults.into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn a_step_has_a_reason_without_personal_data() {
        assert_eq!(Reason::check(" \n "), Err(What::NoReason));
        assert!(Reason::check("Bel 06-12345678").is_err());
        assert_eq!(Reason::check(" Nu. ").unwrap().as_str(), "Nu.");
    }

    #[test]
    fn a_round_is_cancelled_with_a_public_reason_and_a_tick() {
        let private = StepDraft {
            reason: "Zo is het afgesproken.".into(),
            ..StepDraft::default()
        };
        let faults = private.check(Step::Cancel).unwrap_err();
        assert_eq!(fields(faults), ["public_reason", "sure"]);
        let public = StepDraft {
            public_reason: "Te weinig voorstellen.".into(),
            sure: "yes".into(),
            ..StepDraft::default()
        };
        let reason = public.check(Step::Cancel).unwrap();
        assert_eq!(reason.as_str(), "Te weinig voorstellen.");
    }

    #[test]
    fn any_other_step_needs_its_own_reason_and_no_tick() {
        for &step in Step::ALL.iter().filter(|&&step| step != Step::Cancel) {
            let faults = StepDraft::default().check(step).unwrap_err();
            assert_eq!(fields(faults), ["reason"], "{step}");
        }
    }
}
