//! What the council does with an outcome: adopt it, deviate per job with a reason, or send it back.
//!
//! The residents' vote is advice until the council decides (README.md#the-council). Both lists stay visible.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    fault::{Fault, Faults, What, choice},
    fields::fields,
    id::{JobId, ProposalId},
    named, text,
};

named! {
    /// What the council decides on a round (raadsbesluit).
    pub enum Ruling {
        /// The residents' list, whole.
        Adopt = "adopt",
        /// The residents' list, except for the jobs named with a reason.
        AdoptWithDeviations = "adopt_with_deviations",
        /// Back to staff, with a reason.
        Return = "return",
    }
}

/// A decision of the council.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CouncilDecision {
    /// What it decided.
    pub ruling: Ruling,
    /// Why; also shown to residents.
    pub reason: String,
    /// Chosen proposals that it declines, each with a reason.
    pub declined: BTreeMap<ProposalId, String>,
}

impl CouncilDecision {
    /// Whether it is on this outcome: nothing is declined that residents did not choose.
    #[must_use]
    pub fn is_on(&self, chosen: &[ProposalId]) -> bool {
        self.declined
            .keys()
            .all(|proposal| chosen.contains(proposal))
    }
}

fields! {
    /// Why each proposal is declined, as typed: `reason_<proposal>`.
    DeclineReasons("reason_": ProposalId);
}

/// A decision as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CouncilDraft {
    /// One of [`Ruling`].
    pub ruling: String,
    /// Reason.
    pub reason: String,
    /// Ids of proposals, ticked as declined.
    pub declined: Vec<String>,
    /// Reason per proposal.
    #[serde(flatten)]
    pub reasons: DeclineReasons,
}

impl CouncilDraft {
    /// The checked decision on the chosen proposals.
    ///
    /// # Errors
    /// A [`Fault`] where a reason is missing, or a deviation does not go with the ruling; in the order of the form.
    pub fn check(&self, chosen: &[ProposalId]) -> Result<CouncilDecision, Vec<Fault>> {
        let mut faults = Faults::default();
        let ruling = faults.keep("ruling", choice(&self.ruling));
        match ruling {
            Some(Ruling::Adopt | Ruling::Return) if !self.declined.is_empty() => {
                faults.note("ruling", What::DeclinedByNoRuling);
            }
            Some(Ruling::Adopt | Ruling::AdoptWithDeviations | Ruling::Return) | None => {}
        }
        let reason = faults.take("reason", text::paragraph(&self.reason, 2_000));
        let mut declined = BTreeMap::new();
        for typed in &self.declined {
            let Some(proposal) = typed.parse().ok().filter(|id| chosen.contains(id)) else {
                faults.note("declined", What::NotOffered);
                continue;
            };
            let why = text::paragraph(self.reasons.get(proposal), 1_000);
            declined.insert(proposal, faults.take(&DeclineReasons::field(proposal), why));
        }
        if ruling == Some(Ruling::AdoptWithDeviations) && self.declined.is_empty() {
            faults.note("declined", What::TooFew { min: 1 });
        }
        faults.or(CouncilDecision {
            ruling: ruling.unwrap_or(Ruling::Return),
            reason,
            declined,
        })
    }
}

named! {
    /// How far an adopted job is.
    pub enum JobState {
        /// Waiting for the agreement with the host.
        Agreement = "agreement",
        /// Open to anybody who wants the work.
        Vacancy = "vacancy",
        /// Somebody works here. It is never stored who.
        Filled = "filled",
        /// Ended.
        Ended = "ended",
    }
}

/// One place of an adopted proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// The proposal it comes from.
    pub proposal: ProposalId,
    /// Which place of that proposal, from 1.
    pub place: u16,
    /// How far the recount is.
    pub state: JobState,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposal(n: u128) -> ProposalId {
        ProposalId::new(uuid::Uuid::from_u128(n))
    }

    fn draft(ruling: &str, declined: &[u128]) -> CouncilDraft {
        CouncilDraft {
            ruling: ruling.into(),
            reason: "Besproken in de raad.".into(),
            declined: declined.iter().map(|&n| proposal(n).to_string()).collect(),
            reasons: declined
                .iter()
                .map(|&n| (proposal(n), "De gastheer trekt zich terug.".into()))
                .collect(),
        }
    }

    #[test]
    fn adopting_the_whole_list_needs_a_reason_too() {
        assert!(draft("adopt", &[]).check(&[proposal(1)]).is_ok());
        let silent = CouncilDraft {
            reason: " ".into(),
            ..draft("adopt", &[])
        };
        assert_eq!(silent.check(&[]).unwrap_err()[0].field, "reason");
    }

    #[test]
    fn every_deviation_has_its_own_reason() {
        let mut decision = draft("adopt_with_deviations", &[1]);
        assert_eq!(decision.check(&[proposal(1)]).unwrap().declined.len(), 1);
        decision.reasons = DeclineReasons::default();
        assert_eq!(
            decision.check(&[proposal(1)]).unwrap_err()[0].field,
            format!("reason_{}", proposal(1))
        );
    }

    #[test]
    fn only_chosen_jobs_can_be_declined() {
        let faults = draft("adopt_with_deviations", &[2])
            .check(&[proposal(1)])
            .unwrap_err();
        assert!(faults.iter().any(|fault| fault.what == What::NotOffered));
    }

    #[test]
    fn ruling_and_deviations_agree() {
        for ruling in ["adopt", "return"] {
            assert_eq!(
                draft(ruling, &[1]).check(&[proposal(1)]),
                Err(vec![Fault::at("ruling", What::DeclinedByNoRuling)])
            );
        }
        assert_eq!(
            draft("adopt_with_deviations", &[]).check(&[proposal(1)]),
            Err(vec![Fault::at("declined", What::TooFew { min: 1 })])
        );
        assert!(draft("", &[]).check(&[]).is_err());
    }
}
