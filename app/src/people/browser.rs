//! A browser that signed in before (server/README.md#limits): whoever guesses at a name makes strangers wait, not its owner.

use std::{convert::Infallible, sync::Arc};

use axum::{extract::FromRequestParts, http::request::Parts};
use axum_extra::extract::cookie::{PrivateCookieJar, SameSite};
use serde::{Deserialize, Serialize};
use time::Duration;
use uuid::Uuid;

use crate::web::{context::Ctx, cookie::host_cookie, state::App};

const NAME: &str = "__Host-bekend";

/// How long a browser stays known after signing in.
const LASTS: Duration = Duration::days(365);

/// The most names that one browser is known to, as at a desk with one computer; the one longest ago goes first.
const MOST: usize = 8;

/// What a browser's cookie says, encrypted and signed by this server.
#[derive(Serialize, Deserialize)]
pub struct Browser {
    id: Uuid,
    /// Names that signed in here, as they are looked up.
    logins: Vec<String>,
}

impl FromRequestParts<Arc<App>> for Browser {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Infallible> {
        let jar = PrivateCookieJar::from_headers(&parts.headers, app.browser_key.clone());
        let known = jar
            .get(NAME)
            .and_then(|cookie| serde_json::from_str(cookie.value()).ok());
        Ok(known.unwrap_or_else(|| Self {
            id: Uuid::now_v7(),
            logins: Vec::new(),
        }))
    }
}

impl Browser {
    /// Which browser it is, if somebody signed in with this name before.
    pub fn known_to(&self, login: &str) -> Option<Uuid> {
        let is_known = self.logins.iter().any(|known| known == login);
        is_known.then_some(self.id)
    }

    /// The cookie after signing in with this name.
    pub fn after(mut self, ctx: &Ctx, login: String) -> PrivateCookieJar {
        self.logins.retain(|known| *known != login);
        self.logins.push(login);
        let forgotten = self.logins.len().saturating_sub(MOST);
        self.logins.drain(..forgotten);
        let jar = PrivateCookieJar::new(ctx.app.browser_key.clone());
        match serde_json::to_string(&self) {
            Ok(text) => {
                let mut cookie = host_cookie(NAME, text, SameSite::Strict);
                cookie.set_max_age(LASTS);
                jar.add(cookie)
            }
            Err(_) => jar,
        }
    }
}
