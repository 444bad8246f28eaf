//! The ballot box: what a code, a seal, an envelope and a recount are (voting-protocol.md, sections 1 and 2).
//!
//! Everything here is arithmetic on bytes: entropy, time and stored rows come in as values, so the server,
//! the command line and the browser run the same lines. What is *not* decided here: who gets a letter, when a
//! round is open, and in what order rows are written; that order is the store's concern (section 3).

mod ballot;
mod code;
mod crockford;
mod derive;
mod envelope;
mod opening;
mod words;
mod wrapping;

pub use crate::encoding::HexFault;
pub use ballot::{BallotBody, BoxRow, Channel, Commitment, Salt, Signature, prepare};
pub use code::{CodeFault, VotingCode};
pub use derive::{DerivationFailed, RoundSecret, Seal, SealKey, Slot, VoterId, derive};
pub use envelope::{
    BoxCard, BoxKey, CardFault, UnusableBoxKey, open_with, pad_256, seal_to, unpad_256,
};
pub use opening::{
    BadRow, ClosedRow, Head, Opened, OpenedBallot, Rejected, Rejection, head, open_box, recount,
    seal_list_hash, verify_published,
};
pub use words::{ControlWord, ControlWords, WordFault};
pub use wrapping::MasterKey;
