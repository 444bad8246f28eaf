//! Cookies of this site.

use axum_extra::extract::cookie::{Cookie, SameSite};

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
