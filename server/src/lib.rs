//! Runs: configuration, router, headers, command line.
//!
//! `router` and `headers` can be tested without a socket; `cli` has one file a subcommand.

pub mod assets;
pub mod cli;
pub mod config;
pub mod headers;
pub mod origin;
pub mod router;
pub mod secret;
pub mod ticker;
