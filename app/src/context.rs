//! What a handler gets: the app, who is asking, and how to answer with a page.

use std::sync::Arc;

use axum::{
    extract::{FromRequestParts, Request},
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::{Action, Actor, Permit},
    round::Millis,
};
use leptos::prelude::*;

use crate::{
    error::AppError,
    form::Form,
    session::Visitor,
    shell,
    state::App,
    texts::{self, Lang},
};

/// What a handler answers.
pub type Answer = Result<Response, AppError>;

/// The app and who is asking.
#[derive(Clone)]
pub struct Ctx {
    pub app: Arc<App>,
    pub visitor: Visitor,
}

impl FromRequestParts<Arc<App>> for Ctx {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        app: &Arc<App>,
    ) -> Result<Self, Self::Rejection> {
        let visitor = parts
            .extensions
            .get::<Visitor>()
            .cloned()
            .unwrap_or_default();
        Ok(Self {
            app: Arc::clone(app),
            visitor,
        })
    }
}

impl Ctx {
    /// For an answer made outside any handler: nobody is asking.
    pub(crate) fn for_error(app: Arc<App>, request: &Request) -> Self {
        let (lang, path) = crate::session::split(request.uri().path());
        let visitor = Visitor {
            lang,
            path: path.to_owned(),
            is_demo: app.demo.is_some(),
            ..Visitor::default()
        };
        Self { app, visitor }
    }

    /// The time.
    pub fn now(&self) -> Millis {
        self.app.clock.now()
    }

    pub const fn lang(&self) -> Lang {
        self.visitor.lang
    }

    /// Who is signed in, if anybody.
    pub const fn actor(&self) -> Option<&Actor> {
        self.visitor.actor.as_ref()
    }

    /// Proof that the visitor may do `A`.
    pub fn permit<A: Action>(&self) -> Result<Permit<A>, AppError> {
        Ok(self.actor().ok_or(AppError::Forbidden)?.permit::<A>()?)
    }

    /// Whether the visitor may do `A`: for showing or hiding a way to it.
    pub fn may<A: Action>(&self) -> bool {
        self.actor().is_some_and(Actor::may::<A>)
    }

    /// A text outside a view, such as a title.
    pub fn say(&self, key: &str) -> String {
        texts::speak(self.lang(), || texts::t(key))
    }

    /// An answer with a whole page around `body`.
    pub fn page<V: IntoView>(&self, title: &str, body: impl FnOnce() -> V) -> Response {
        shell::render(self, title, shell::Script::None, body)
    }

    /// A page with an island on it: the only pages that load a script.
    pub fn page_with_island<V: IntoView>(&self, title: &str, body: impl FnOnce() -> V) -> Response {
        shell::render(self, title, shell::Script::Islands, body)
    }

    /// The same page again with what is wrong, and everything that was typed.
    pub fn again<V: IntoView>(&self, title: &str, body: impl FnOnce() -> V) -> Response {
        let title = format!("{}: {title}", self.say("site.error_title"));
        let mut response = self.page_with_island(&title, body);
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        response
    }

    /// On to another page of ours, after a deed.
    pub fn see_other(&self, path: &str) -> Response {
        Redirect::to(&self.lang().path(path)).into_response()
    }

    /// What to do with an error of a deed: a fault goes back into the form, anything else is an error page.
    pub fn faults(error: store::StoreError, form: &Form) -> Result<Form, AppError> {
        match error {
            store::StoreError::Refused(store::Refusal::Faults(faults)) => {
                Ok(form.with_faults(faults))
            }
            store::StoreError::Refused(refusal) => Ok(form.with_refusal(refusal)),
            other => Err(other.into()),
        }
    }
}

/// An id from a path. One that cannot be read does not exist.
pub fn id<T: std::str::FromStr>(text: &str) -> Result<T, AppError> {
    text.parse().map_err(|_| AppError::NotFound)
}
