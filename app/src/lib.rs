//! x

#[cfg(feature = "ssr")]
pub mod ui;
