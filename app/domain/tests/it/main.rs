//! Properties of counting, on random elections: named after what they promise.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails, its helpers too"
)]

mod elections;
mod reference;

mod agreement;
mod axioms;
mod certificates;
mod missing;
mod proportionality;
mod recorded;
