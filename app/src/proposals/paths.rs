//! Addresses of proposals.

use domain::id::{ProposalId, RoundId};

use crate::web::path::paths;

paths! {
    /// The proposals of a round.
    Listed { round: RoundId } = "/rondes/{round}/voorstellen";
    /// A new proposal.
    Begin { round: RoundId } = "/rondes/{round}/voorstel-doen";
    /// One proposal.
    Show { id: ProposalId } = "/voorstellen/{id}";
    /// One's own proposal, to change it.
    Edit { id: ProposalId } = "/voorstellen/{id}/bewerken";
    /// One's own proposals.
    Mine = "/mijn";
}
