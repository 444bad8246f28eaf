//! What one voter chooses (stembiljet): checked against the ballot paper of the wijk, and only then fit to be cast.
//!
//! The paper freezes with the rules, before anybody votes. So a ballot is checked once, and stays right.

use std::{collections::BTreeSet, fmt};

use serde::{Deserialize, Serialize};

use crate::{
    fault::{Fault, What},
    id::{ProposalId, RoundId, WijkId},
    round::{Rules, WijkRules},
};

/// The ballot of one wijk as every voter there gets it: what one can choose, and how much of it.
#[derive(Clone, Debug)]
pub struct BallotPaper {
    round: RoundId,
    wijk: WijkRules,
    max: u16,
}

/// Choices that the paper of their wijk allows. Nothing else can be cast.
#[derive(Clone, PartialEq, Eq)]
pub struct Ballot {
    round: RoundId,
    wijk: WijkId,
    choices: Vec<ProposalId>,
}

/// Choices as ticked.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BallotDraft {
    /// Ids of proposals.
    pub choices: Vec<String>,
}

impl Rules {
    /// The ballot paper of a wijk that takes part.
    #[must_use]
    pub fn paper(&self, wijk: WijkId) -> Option<BallotPaper> {
        let wijk = self.wijk(wijk)?.clone();
        Some(BallotPaper {
            round: self.round,
            // Never more than stand on it.
            max: u16::try_from(wijk.candidates.len()).map_or(self.settings.max_choices, |there| {
                there.min(self.settings.max_choices)
            }),
            wijk,
        })
    }
}

impl BallotPaper {
    /// The wijk with its candidates, in order of number.
    #[must_use]
    pub const fn wijk(&self) -> &WijkRules {
        &self.wijk
    }

    /// The most one may choose: in a wijk with two jobs never three.
    #[must_use]
    pub const fn max(&self) -> u16 {
        self.max
    }

    /// Whether these choices may be cast: only what stands on the paper, nothing twice, at least one and no more than
    /// the rules say.
    #[must_use]
    pub fn allows(&self, choices: &[ProposalId]) -> bool {
        self.look_at(choices).is_ok()
    }

    /// The ballot with these choices.
    ///
    /// # Errors
    /// A [`Fault`] at `choices`.
    pub fn ballot(&self, choices: Vec<ProposalId>) -> Result<Ballot, Vec<Fault>> {
        self.look_at(&choices).map_err(at_choices)?;
        Ok(Ballot {
            round: self.round,
            wijk: self.wijk.wijk,
            choices,
        })
    }

    fn look_at(&self, choices: &[ProposalId]) -> Result<(), What> {
        // Nobody casts an empty ballot: it would tell that somebody voted, and choose nothing.
        if choices.is_empty() {
            return Err(What::TooFew { min: 1 });
        }
        let max = usize::from(self.max);
        if choices.len() > max {
            return Err(What::TooMany { max });
        }
        let mut ticked = BTreeSet::new();
        let candidates = self.wijk.candidates.iter();
        let is_offered = |choice| candidates.clone().any(|c| c.proposal == choice);
        if choices
            .iter()
            .all(|&choice| is_offered(choice) && ticked.insert(choice))
        {
            Ok(())
        } else {
            Err(What::NotOffered)
        }
    }
}

impl BallotDraft {
    /// The most ticks that are kept of a ballot that may not be cast: they travel in a cookie.
    const MOST_KEPT: usize = 20;

    /// What of it stands on the paper, each once: to keep for a voter who is not ready yet.
    #[must_use]
    pub fn known_to(&self, paper: &BallotPaper) -> Self {
        let candidates = paper.wijk.candidates.iter();
        let known = candidates
            .map(|c| c.proposal.to_string())
            .filter(|id| self.choices.contains(id));
        Self {
            choices: known.take(Self::MOST_KEPT).collect(),
        }
    }

    /// The ballot, if the paper allows it.
    ///
    /// # Errors
    /// A [`Fault`] at `choices`.
    pub fn check(&self, paper: &BallotPaper) -> Result<Ballot, Vec<Fault>> {
        let choices = self.choices.iter().map(|typed| typed.parse());
        let choices = choices
            .collect::<Result<_, _>>()
            .map_err(|_| at_choices(What::NotOffered))?;
        paper.ballot(choices)
    }
}

fn at_choices(what: What) -> Vec<Fault> {
    vec![Fault::at("choices", what)]
}

impl Ballot {
    /// The round it can be cast in.
    #[must_use]
    pub const fn round(&self) -> RoundId {
        self.round
    }

    /// The wijk it can be cast in.
    #[must_use]
    pub const fn wijk(&self) -> WijkId {
        self.wijk
    }

    /// What was chosen: at least one proposal, each once.
    #[must_use]
    pub fn choices(&self) -> &[ProposalId] {
        &self.choices
    }
}

/// The form filled with what was chosen before.
impl From<&Ballot> for BallotDraft {
    fn from(ballot: &Ballot) -> Self {
        Self {
            choices: ballot.choices.iter().map(ToString::to_string).collect(),
        }
    }
}

/// Not the choices: a vote must not reach a log by accident.
impl fmt::Debug for Ballot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ballot(…)")
    }
}

/// As [`Ballot`]: no choices in a log.
impl fmt::Debug for BallotDraft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BallotDraft(…)")
    }
}

#[cfg(test)]
mod tests;
