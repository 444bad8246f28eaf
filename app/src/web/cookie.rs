//! Cookies of this site.

use axum_extra::extract::cookie::{Cookie, Key, SameSite};
use domain::{ballot_box::MasterKey, round::Millis};

use super::used::Used;

const DAY: Millis = 24 * 60 * 60_000;

/// Encrypts the voting pass: with another key every day, the same on all servers with this master key.
pub struct PassKeys {
    master: MasterKey,
    /// Passes that have voted here.
    pub used: Used,
}

impl PassKeys {
    /// The keys that follow from the server's master key.
    #[must_use]
    pub fn new(master: MasterKey) -> Self {
        Self {
            master,
            used: Used::default(),
        }
    }

    /// The key of the day that this moment is in.
    #[must_use]
    pub fn of_day(&self, moment: Millis) -> Key {
        Key::from(self.master.pass_key(moment.div_euclid(DAY)).as_slice())
    }

    /// The keys that a pass may have been made with: today's, yesterday's for one made just before midnight, and
    /// tomorrow's for one by a server whose clock is a little ahead.
    pub fn around(&self, moment: Millis) -> impl Iterator<Item = Key> {
        [0, -DAY, DAY]
            .into_iter()
            .map(move |aside| self.of_day(moment + aside))
    }
}

/// A cookie for this host alone, over a safe connection, out of reach of scripts.
#[must_use]
pub fn host_cookie(name: &'static str, value: String, same_site: SameSite) -> Cookie<'static> {
    Cookie::build((name, value))
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(same_site)
        .build()
}
