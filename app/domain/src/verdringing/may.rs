//! For whom a check exists, and until when it can change.

use crate::{access::Permit, id::WijkId, phase::Phase, proposal::ProposalState};

/// Whether there is a check for the holder of this permit: of nothing in another wijk, and of no draft.
#[must_use]
pub fn may_check<A>(permit: &Permit<A>, wijk: WijkId, state: ProposalState) -> bool {
    state.is_public() && permit.covers(wijk)
}

/// Whether answers, opinions and decision can still change: until the ballot is published, decided or not.
#[must_use]
pub const fn is_open(state: ProposalState, phase: Phase) -> bool {
    let is_handed_in = matches!(
        state,
        ProposalState::Submitted
            | ProposalState::NeedsChange
            | ProposalState::Admitted
            | ProposalState::Rejected
            | ProposalState::Postponed
    );
    is_handed_in
        && matches!(
            phase,
            Phase::Proposing | Phase::CoCreation | Phase::Checking
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Actor, FillChecklist, Grant, Role};
    use crate::id::PersonId;

    fn wijk(n: u128) -> WijkId {
        WijkId::new(uuid::Uuid::from_u128(n))
    }

    fn actor(role: Role) -> Actor {
        Actor {
            person: PersonId::new(uuid::Uuid::from_u128(1)),
            name: "Toos".into(),
            grants: vec![Grant {
                role,
                wijk: Some(wijk(1)),
            }],
        }
    }

    #[test]
    fn a_check_exists_for_reviewer_and_smederij_of_its_wijk_once_it_was_handed_in() {
        for &role in Role::ALL {
            let permit = actor(role).permit::<FillChecklist>();
            let is_checker = matches!(role, Role::Reviewer | Role::Smederij);
            assert_eq!(permit.is_ok(), is_checker, "{role}");
            let Ok(permit) = permit else { continue };
            for &state in ProposalState::ALL {
                let is_handed_in =
                    !matches!(state, ProposalState::Draft | ProposalState::Withdrawn);
                assert_eq!(may_check(&permit, wijk(1), state), is_handed_in, "{state}");
                assert!(!may_check(&permit, wijk(2), state), "{state}");
            }
        }
    }

    #[test]
    fn a_check_is_open_until_the_ballot_is_published() {
        for &state in ProposalState::ALL {
            for &phase in Phase::ALL {
                let has_check = state.is_public() && state < ProposalState::OnBallot;
                let is_before = (Phase::Proposing..Phase::BallotPublished).contains(&phase);
                assert_eq!(
                    is_open(state, phase),
                    has_check && is_before,
                    "{state} {phase}"
                );
            }
        }
    }
}
