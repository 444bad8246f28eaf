#![doc = include_str!("README.md")]

mod ballot;
mod batch;
mod code;
mod commitment;
mod crockford;
mod derive;
mod envelope;
mod opening;
mod seal;
mod words;
mod wrapping;

pub use crate::encoding::HexFault;
pub use ballot::{BallotBody, BoxRow, Channel, prepare};
pub use batch::Batch;
pub use code::{CodeFault, VotingCode};
pub use commitment::{Commitment, Salt};
pub use derive::{DerivationFailed, RoundSecret, Slot, VoterId, derive};
pub use envelope::{
    BoxCard, BoxKey, CardFault, UnusableBoxKey, open_with, pad_256, seal_to, unpad_256,
};
pub use opening::{
    BadRow, ClosedRow, Head, Opened, OpenedBallot, Rejected, Rejection, head, open_box, recount,
    seal_list_hash, verify_published,
};
pub use seal::{Seal, SealKey, Signature};
pub use words::{ControlWord, ControlWords, WordFault};
pub use wrapping::MasterKey;
