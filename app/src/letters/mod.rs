//! Letters with voting codes: made in batches, printed once, never readable again.

mod issue;
mod letter;
mod lost;
mod making;
pub mod paths;

pub use letter::qr;

use axum::routing::get;
use domain::access::{CancelLetter, IssueCodes, ReadStaffPages};

use crate::web::{page::Access, table::Table};

pub fn pages(table: Table) -> Table {
    table
        .at::<paths::Letters>(
            Access::to::<IssueCodes>(),
            get(issue::page).post(issue::submit),
        )
        .showing_a_secret()
        .at::<paths::Lost>(
            Access::to::<CancelLetter>(),
            get(lost::page).post(lost::submit),
        )
        .at::<paths::Making>(
            Access::to::<ReadStaffPages>(),
            get(making::page).post(making::submit),
        )
        .at::<paths::Print>(Access::to::<ReadStaffPages>(), get(making::print))
        .showing_a_secret()
}
