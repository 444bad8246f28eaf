//! Who may read, change and take back a proposal: by who asks, where it stands, and where its round is.

use super::ProposalState;
use crate::{
    access::{Actor, DecideCheck, FillChecklist, Permit, Propose},
    id::{PersonId, WijkId},
    phase::Phase,
};

/// Whether somebody may read a proposal: what was handed in is public; a draft, and what was taken back, are for its
/// author and for who checks in its wijk.
#[must_use]
pub fn may_read(
    state: ProposalState,
    author: PersonId,
    wijk: WijkId,
    reader: Option<&Actor>,
) -> bool {
    let is_involved = |reader: &Actor| reader.person == author || checks(reader, wijk);
    state.is_public() || reader.is_some_and(is_involved)
}

/// Whether somebody checks the proposals of a wijk.
#[must_use]
pub fn checks(actor: &Actor, wijk: WijkId) -> bool {
    actor.may_in::<FillChecklist>(wijk) || actor.may_in::<DecideCheck>(wijk)
}

impl Permit<Propose> {
    /// Whether a proposal by `author` is the holder's own; the command line acts for everybody.
    #[must_use]
    pub fn is_own(&self, author: PersonId) -> bool {
        self.person().is_none_or(|person| person == author)
    }
}

impl ProposalState {
    /// Whether its author may hand it in, or in again: a draft while proposals are taken, what was handed in until
    /// co-creation ends, and what a reviewer sent back until the ballot is published.
    #[must_use]
    pub const fn may_change(self, phase: Phase) -> bool {
        match self {
            Self::Draft => phase.takes_proposals(),
            Self::Submitted => matches!(phase, Phase::Proposing | Phase::CoCreation),
            Self::NeedsChange => matches!(
                phase,
                Phase::Proposing | Phase::CoCreation | Phase::Checking
            ),
            Self::Admitted
            | Self::Rejected
            | Self::Postponed
            | Self::Withdrawn
            | Self::OnBallot
            | Self::Chosen
            | Self::NotChosen
            | Self::Adopted
            | Self::Declined => false,
        }
    }

    /// Whether its author may take it back: until the ballot is published, and only what would still go on it.
    #[must_use]
    pub fn may_withdraw(self, phase: Phase) -> bool {
        let is_alive = matches!(
            self,
            Self::Draft | Self::Submitted | Self::NeedsChange | Self::Admitted
        );
        is_alive && !phase.is_frozen()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Grant, Role};

    const AUTHOR: PersonId = PersonId::new(uuid::Uuid::from_u128(1));
    const OTHER: PersonId = PersonId::new(uuid::Uuid::from_u128(2));
    const HERE: WijkId = WijkId::new(uuid::Uuid::from_u128(3));
    const THERE: WijkId = WijkId::new(uuid::Uuid::from_u128(4));

    fn actor(person: PersonId, role: Role, wijk: WijkId) -> Actor {
        let wijk = Some(wijk);
        Actor {
            person,
            name: "Iemand".into(),
            grants: vec![Grant { role, wijk }],
        }
    }

    #[test]
    fn a_proposal_is_read_by_everybody_once_handed_in_and_else_by_author_and_checkers() {
        for &state in ProposalState::ALL {
            let is_public = !matches!(state, ProposalState::Draft | ProposalState::Withdrawn);
            assert_eq!(may_read(state, AUTHOR, HERE, None), is_public, "{state}");
            for &role in Role::ALL {
                let may =
                    |person, wijk| may_read(state, AUTHOR, HERE, Some(&actor(person, role, wijk)));
                let is_checker = matches!(role, Role::Reviewer | Role::Smederij);
                assert!(may(AUTHOR, THERE), "its author, {role}, {state}");
                assert_eq!(may(OTHER, HERE), is_public || is_checker, "{role} {state}");
                assert_eq!(may(OTHER, THERE), is_public, "{role} elsewhere, {state}");
            }
        }
    }

    #[test]
    fn a_proposal_is_its_authors_own_and_nobody_elses() {
        let permit = |person| actor(person, Role::Resident, HERE).permit().unwrap();
        assert!(permit(AUTHOR).is_own(AUTHOR));
        assert!(!permit(OTHER).is_own(AUTHOR));
        assert!(Permit::of_console().is_own(AUTHOR));
    }

    #[test]
    fn a_proposal_is_changed_by_state_and_phase_as_in_this_table() {
        use Phase::{Checking, CoCreation, Proposing};
        for &state in ProposalState::ALL {
            let phases: &[Phase] = match state {
                ProposalState::Draft => &[Proposing],
                ProposalState::Submitted => &[Proposing, CoCreation],
                ProposalState::NeedsChange => &[Proposing, CoCreation, Checking],
                _ => &[],
            };
            for &phase in Phase::ALL {
                let may = state.may_change(phase);
                assert_eq!(may, phases.contains(&phase), "{state} {phase}");
            }
        }
    }

    #[test]
    fn a_proposal_is_taken_back_until_the_ballot_is_published() {
        for &state in ProposalState::ALL {
            for &phase in Phase::ALL {
                let is_alive = state <= ProposalState::Admitted;
                let may = state.may_withdraw(phase);
                assert_eq!(
                    may,
                    is_alive && phase < Phase::BallotPublished,
                    "{state} {phase}"
                );
            }
        }
    }

    #[test]
    fn a_proposal_that_may_be_changed_may_be_taken_back() {
        for &state in ProposalState::ALL {
            for &phase in Phase::ALL {
                assert!(
                    !state.may_change(phase) || state.may_withdraw(phase),
                    "{state} {phase}"
                );
            }
        }
    }
}
