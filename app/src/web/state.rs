//! What every page works with, and the clock.

use std::sync::atomic::{AtomicI64, Ordering};

use domain::{round::Millis, verdringing::Checklist};
use store::Store;

use super::{cookie::PassKeys, limits::Limits};

/// Addresses of the files that pages load.
#[derive(Clone, Copy, Debug)]
pub struct Assets {
    /// The style sheet.
    pub style: &'static str,
    /// The script of the islands; none when the server was built without it.
    pub script: Option<&'static str>,
    /// The worker that counts again; none when the server was built without it.
    pub recount: Option<&'static str>,
    /// The icon.
    pub icon: &'static str,
}

/// Present when this server shows the demo municipality.
#[derive(Clone, Copy, Debug)]
pub struct Demo;

/// The time. Only a demo can move it, so that a visitor sees phases change by themselves.
#[derive(Debug, Default)]
pub struct Clock {
    ahead: AtomicI64,
}

impl Clock {
    /// Now, in milliseconds since 1970 (UTC).
    #[must_use]
    pub fn now(&self) -> Millis {
        let since = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap_or_default();
        Millis::try_from(since.as_millis()).unwrap_or(Millis::MAX)
            + self.ahead.load(Ordering::Relaxed)
    }

    /// Moves the demo's clock forward.
    pub fn move_ahead(&self, _demo: Demo, by: Millis) {
        self.ahead.fetch_add(by.max(0), Ordering::Relaxed);
    }
}

/// Everything a page works with.
pub struct App {
    /// What is remembered.
    pub store: Store,
    /// The time.
    pub clock: Clock,
    /// Files that pages load.
    pub assets: Assets,
    /// Whether this is the demo.
    pub demo: Option<Demo>,
    /// The address people type, as printed on letters; without a slash at the end.
    pub base_url: String,
    /// The municipality's name.
    pub municipality: String,
    /// The 15 questions for new rounds.
    pub checklist: Checklist,
    /// Encrypts the voting pass.
    pub pass_keys: PassKeys,
    /// Who tried too often.
    pub limits: Limits,
}
