//! Every test on a fresh SQLite file, and on PostgreSQL too when `WIJKBANEN_TEST_POSTGRES` is set.

mod demo;
mod given;
