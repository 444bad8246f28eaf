#![doc = include_str!("README.md")]

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
