//! The table of pages. A path that is not in the table does not exist.

use std::{collections::HashMap, sync::Arc};

use axum::{
    Router,
    extract::{MatchedPath, Request, State},
    http::{Method, Uri},
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
    routing::MethodRouter,
};
use axum_extra::routing::TypedPath;

use super::{
    error::AppError,
    form::Form,
    page::{Access, Page},
    session::Visitor,
    state::App,
    texts::Lang,
};

/// Every page with who may see it.
#[derive(Default)]
pub struct Table {
    pages: Vec<Page>,
    routes: Vec<MethodRouter<Arc<App>>>,
}

impl Table {
    /// Adds a page. The guard stands before every method of it.
    #[must_use]
    pub fn at<P: TypedPath>(mut self, access: Access, methods: MethodRouter<Arc<App>>) -> Self {
        self.pages.push(Page {
            path: P::PATH,
            access,
            shows_secret: false,
        });
        let guarded = methods.layer(middleware::from_fn(move |request: Request, next: Next| {
            guard(access, request, next)
        }));
        self.routes.push(guarded);
        self
    }

    /// Says of the page just added that it shows a secret.
    #[must_use]
    pub fn showing_a_secret(mut self) -> Self {
        if let Some(page) = self.pages.last_mut() {
            page.shows_secret = true;
        }
        self
    }

    /// The lines of the table.
    #[must_use]
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// Which page every address of the router belongs to, for [`mark`].
    #[must_use]
    pub fn marks(&self) -> Marks {
        let of_page = |page: &Page| Lang::ALL.map(|lang| (lang.path(page.path), *page));
        Marks(Arc::new(self.pages.iter().flat_map(of_page).collect()))
    }

    /// The pages in every language.
    pub fn into_router(self) -> Router<Arc<App>> {
        let pages = self.pages.iter().zip(self.routes);
        pages.fold(Router::new(), |router, (page, route)| {
            Lang::ALL.into_iter().fold(router, |router, lang| {
                router.route(&lang.path(page.path), route.clone())
            })
        })
    }
}

/// An address that is no page: on to the page that somebody copied it from, if that is plain to see.
///
/// A letter says `/stem`; phones begin with a capital, and people end with a dot.
pub async fn not_found(State(marks): State<Marks>, method: Method, uri: Uri) -> Response {
    let is_ours = |path: &String| method == Method::GET && marks.knows(path);
    match copied(uri.path()).filter(is_ours) {
        Some(path) => Redirect::to(&path).into_response(),
        None => AppError::NotFound.into_response(),
    }
}

/// The path without capitals and without what people put behind it; nothing when there is none of that.
fn copied(path: &str) -> Option<String> {
    let decoded = percent_encoding::percent_decode_str(path)
        .decode_utf8()
        .ok()?;
    let is_loose = |sign: char| matches!(sign, ' ' | '.' | ',' | ';' | ':');
    let typed = decoded
        .strip_suffix('/')
        .unwrap_or_else(|| decoded.trim_end_matches(is_loose));
    let lower = typed.to_lowercase();
    let is_plain = lower.len() > 1
        && lower.starts_with('/')
        && lower[1..].split('/').all(|part| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|sign| sign.is_ascii_alphanumeric() || sign == '-')
        });
    (is_plain && lower != path).then_some(lower)
}

/// The page of every address that the router knows, with its language.
#[derive(Clone)]
pub struct Marks(Arc<HashMap<String, Page>>);

impl Marks {
    /// Whether a path is one of the table's, whatever stands in its ids.
    fn knows(&self, path: &str) -> bool {
        let fits = |template: &String| {
            let mut parts = path.split('/');
            let is_like = |part: &str| {
                parts
                    .next()
                    .is_some_and(|given| part == given || part.starts_with('{'))
            };
            template.split('/').all(is_like) && parts.next().is_none()
        };
        self.0.keys().any(fits)
    }
}

/// Puts the [`Page`] of a request on it, before anything else looks at it.
pub async fn mark(
    State(marks): State<Marks>,
    path: Option<MatchedPath>,
    mut request: Request,
    next: Next,
) -> Response {
    if let Some(&page) = path.and_then(|path| marks.0.get(path.as_str())) {
        request.extensions_mut().insert(page);
    }
    next.run(request).await
}

async fn guard(access: Access, request: Request, next: Next) -> Response {
    let who = request
        .extensions()
        .get::<Visitor>()
        .cloned()
        .unwrap_or_default();
    if access == Access::Demo && !who.is_demo {
        return AppError::NotFound.into_response();
    }
    if access.allows(who.actor.as_ref()) {
        return next.run(request).await;
    }
    if who.actor.is_some() {
        return AppError::Forbidden.into_response();
    }
    if request.method() == Method::POST {
        // Away for too long with a form open: nothing that was typed is lost.
        return match Form::read(request).await {
            Ok(form) => AppError::SignInFirst(form.kept(&who.path)).into_response(),
            Err(refused) => refused,
        };
    }
    let lang = who.lang;
    Redirect::to(&format!("{}?to={}", lang.path("/inloggen"), who.path)).into_response()
}

#[cfg(test)]
mod tests {
    use super::copied;

    #[test]
    fn an_address_copied_by_hand_leads_to_its_page() {
        for typed in ["/Stem", "/STEM", "/stem/", "/stem.", "/Stem%20", "/stem,"] {
            assert_eq!(copied(typed).as_deref(), Some("/stem"), "{typed}");
        }
        assert_eq!(copied("/En/Stem").as_deref(), Some("/en/stem"));
    }

    #[test]
    fn an_address_that_is_not_like_ours_leads_nowhere() {
        for typed in [
            "/stem",
            "/",
            "//Elders.nl",
            "/\\Elders.nl",
            "/%0aStem/x",
            "/Stem%00",
            "/A?b",
            "/%2f%2fElders",
        ] {
            assert_eq!(copied(typed), None, "{typed}");
        }
    }
}
