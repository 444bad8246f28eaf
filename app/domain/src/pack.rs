#![doc = include_str!("pack/README.md")]

mod archive;
mod check;
mod fault;
mod files;
mod find;
mod line;
mod read;
mod write;

pub use archive::{BrokenArchive, read as unzip, write as zip};
pub use check::{Item, Noted, NotedOutcome, Report, Verdict, WijkReport, Wrong, check};
pub use fault::PackFault;
pub use files::Files;
pub use find::{FoundBallot, Search, find};
pub use write::{Derived, WijkContent, files_hash, journal_file, write};
