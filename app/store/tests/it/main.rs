//! Every test on a fresh SQLite file, and on PostgreSQL too when `WIJKBANEN_TEST_POSTGRES` is set.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails, its helpers too"
)]

mod backup;
mod ballot_box;
mod breaks;
mod by_hand;
mod cap;
mod casting;
mod clock;
mod council;
mod counting;
mod dates;
mod demo;
mod destroying;
mod drafts;
mod envelopes;
mod given;
mod hazards;
mod journal;
mod looking;
mod pack;
mod people;
mod proposals;
mod requests;
mod rounds;
mod rules;
mod schema;
mod sessions;
mod verdringing;
