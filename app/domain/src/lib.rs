#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

pub mod access;
pub mod account;
pub mod act;
pub mod audit;
pub mod ballot;
pub mod ballot_box;
pub mod council;
pub mod count;
mod encoding;
pub mod euro;
pub mod fault;
mod fields;
pub mod id;
pub mod journal;
pub mod ladder;
pub mod looking;
pub mod named;
pub mod notation;
pub mod outcome;
pub mod pabulib;
pub mod pack;
pub mod phase;
pub mod proposal;
pub mod recount;
pub mod round;
pub mod text;
pub mod verdringing;
pub mod watch;
