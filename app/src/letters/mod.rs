//! Letters with voting codes: made in batches, printed once, never readable again.

mod issue;
mod letter;
mod lost;
pub mod paths;

pub use letter::qr;

use axum::routing::get;
use domain::access::{CancelLetter, IssueCodes};

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
}
