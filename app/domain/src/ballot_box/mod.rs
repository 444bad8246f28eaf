#![doc = include_str!("README.md")]

mod ballot;
mod batch;
mod cancelling;
mod card;
mod code;
mod commitment;
mod crockford;
mod derive;
mod envelope;
mod gf256;
mod holders;
mod letter;
mod mark;
mod opening;
mod pass_time;
mod row;
mod seal;
mod seed;
mod shares;
mod words;
mod wrapping;

pub use crate::encoding::HexFault;
pub use ballot::{BallotBody, BoxRow, prepare};
pub use batch::Batch;
pub use cancelling::{CancelDraft, CancelReason, Cancelling};
pub use card::{BoxTag, CARD_ROWS, CardFault, CardRow, CardsRefused, KeyCard};
pub use code::{CodeFault, VotingCode};
pub use commitment::{Commitment, EnvelopeHash, Salt};
pub use derive::{DerivationFailed, RoundSecret, Slot, VoterId, Workspace, derive};
pub use envelope::{BoxKey, Envelope, PrivateKey, UnusableBoxKey, seal_to};
pub use holders::{CardHolders, HolderNames, HoldersDraft};
pub use letter::{
    LetterCommitment, LetterKind, LetterName, LetterSalt, LetterStatus, Link, letter_list_hash,
};
pub use mark::{Mark, Marked, Pseudonym};
pub use opening::{
    BadRow, ClosedRow, Head, Opened, OpenedBallot, Rejected, Rejection, head, judge, open_box,
    recount, seal_list_hash, verify_published,
};
pub use pass_time::{PassState, PassTime};
pub use row::Misread;
pub use seal::{Seal, SealKey, Signature, Vote};
pub use seed::BoxSeed;
pub use shares::{NoQuorum, Quorum};
pub use words::{ControlWord, ControlWords, Unclear, WordFault};
pub use wrapping::MasterKey;
