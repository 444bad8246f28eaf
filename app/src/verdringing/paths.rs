//! Addresses of the check on displacement.

use domain::id::ProposalId;

use crate::web::path::paths;

paths! {
    /// The check explained.
    Explain = "/verdringing";
    /// What waits for a reviewer.
    Worklist = "/werk/toets";
    /// The check of one proposal.
    Check { id: ProposalId } = "/werk/voorstellen/{id}/toets";
}
