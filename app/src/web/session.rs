//! Who is asking: read once per request, before any page.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header::SET_COOKIE},
    middleware::Next,
    response::Response,
};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use domain::access::Actor;

use super::{
    cookie::host_cookie, done::Done, error::AppError, page::Page, state::App, texts::Lang,
};

/// The session of a resident; a link from a letter may bring it along.
const RESIDENT: &str = "__Host-sessie";
/// The session of staff; no other site can make a browser send it.
const STAFF: &str = "__Host-staf";

/// Who is asking, for what, in which language.
#[derive(Clone, Debug, Default)]
pub struct Visitor {
    /// The language of the path.
    pub lang: Lang,
    /// The path without its language.
    pub path: String,
    /// Who is signed in.
    pub actor: Option<Actor>,
    /// The token of the session, to end it.
    pub token: Option<String>,
    /// Whether this server shows the demo.
    pub is_demo: bool,
    /// What was done just before, to say once.
    pub done: Option<Done>,
    /// Whether the page is one to vote on: then nobody is signed in.
    pub is_voting: bool,
}

impl Visitor {
    /// Somebody of whom nothing is known but what the address says.
    #[must_use]
    pub fn of(app: &App, request: &Request) -> Self {
        let (lang, path) = split(request.uri().path());
        let page = request.extensions().get::<Page>();
        Self {
            lang,
            path: path.to_owned(),
            is_demo: app.demo.is_some(),
            is_voting: page.is_some_and(|page| page.is_voting()),
            ..Self::default()
        }
    }
}

/// Reads the session. The voting pages never do: who votes is nobody here.
///
/// The visitor is on the answer too, for the page that is made of an error.
pub async fn read(
    State(app): State<Arc<App>>,
    mut request: Request,
    next: Next,
) -> Result<Response, AppError> {
    let mut visitor = Visitor::of(&app, &request);
    if !visitor.is_voting
        && let Some(token) = token(request.headers())
    {
        visitor.actor = app.store.session(&token, app.clock.now()).await?;
        visitor.token = Some(token);
    }
    if request.method() == Method::GET && !visitor.is_voting {
        visitor.done = Done::read(request.headers());
    }
    request.extensions_mut().insert(visitor.clone());
    let mut response = next.run(request).await;
    if visitor.done.is_some()
        && response.status() == StatusCode::OK
        && let Ok(forgotten) = HeaderValue::from_str(&Done::forgotten().to_string())
    {
        response.headers_mut().append(SET_COOKIE, forgotten);
    }
    response.extensions_mut().insert(visitor);
    Ok(response)
}

/// The language of a path, and the path without it.
#[must_use]
pub fn split(path: &str) -> (Lang, &str) {
    match path.strip_prefix("/en") {
        Some("") => (Lang::En, "/"),
        Some(rest) if rest.starts_with('/') => (Lang::En, rest),
        _ => (Lang::Nl, path),
    }
}

fn token(headers: &HeaderMap) -> Option<String> {
    let jar = CookieJar::from_headers(headers);
    jar.get(STAFF)
        .or_else(|| jar.get(RESIDENT))
        .map(|cookie| cookie.value().to_owned())
}

/// The cookie of a new session.
#[must_use]
pub fn cookie(token: String, is_staff: bool) -> Cookie<'static> {
    let (name, same_site) = if is_staff {
        (STAFF, SameSite::Strict)
    } else {
        (RESIDENT, SameSite::Lax)
    };
    host_cookie(name, token, same_site)
}

/// Cookies that end a session in the browser.
#[must_use]
pub fn forget() -> [Cookie<'static>; 2] {
    [RESIDENT, STAFF].map(|name| {
        let mut cookie = host_cookie(name, String::new(), SameSite::Lax);
        cookie.make_removal();
        cookie
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_the_first_part_of_the_path_or_dutch() {
        assert_eq!(split("/rondes"), (Lang::Nl, "/rondes"));
        assert_eq!(split("/en/rondes"), (Lang::En, "/rondes"));
        assert_eq!(split("/en"), (Lang::En, "/"));
        assert_eq!(split("/energie"), (Lang::Nl, "/energie"));
    }
}
