//! The whole server over HTTP, without a socket: every test on a fresh copy of the demo municipality, in SQLite and, when
//! `WIJKBANEN_TEST_POSTGRES` is set, in PostgreSQL too.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails, its helpers too"
)]

mod access;
mod bad_input;
mod busy;
mod cards;
mod cli;
mod client;
mod clock;
mod counting;
mod dates;
mod enumeration;
mod finding;
mod given;
mod headers;
mod languages;
mod letters;
mod limits;
mod logs;
mod origin;
mod page;
mod paths;
mod said_once;
mod sessions;
mod signing_in;
mod slow;
mod tally;
mod two_servers;
mod typing;
mod voting;
