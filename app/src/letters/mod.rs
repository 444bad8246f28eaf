//! Letters with voting codes: made in batches, printed once, never readable again.

mod issue;
mod letter;
mod lost;
mod making;
pub mod paths;
mod print;

pub use issue::late;
pub use letter::qr;
pub use making::start;

use axum::routing::get;
use domain::access::{CancelLetter, IssueCodes};

use crate::web::{page::Access, table::Table};

pub fn pages(table: Table) -> Table {
    table
        .at::<paths::Letters>(
            Access::to::<IssueCodes>(),
            get(issue::page).post(issue::submit),
        )
        .at::<paths::Lost>(
            Access::to::<CancelLetter>(),
            get(lost::page).post(lost::submit),
        )
        .at::<paths::Making>(
            Access::to_agree::<IssueCodes>(),
            get(making::page).post(making::submit),
        )
        .at::<paths::Print>(Access::to_agree::<IssueCodes>(), get(print::page))
        .showing_a_secret()
}
