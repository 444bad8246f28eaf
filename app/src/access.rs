//! The table of pages: every path with who may see it. A path that is not in the table does not exist.

use std::sync::Arc;

use axum::{
    Router,
    extract::Request,
    http::Method,
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
    routing::MethodRouter,
};
use domain::access::{Action, Actor, Role};

use crate::{error::AppError, form::Form, state::App, texts::Lang};

/// Who may see a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody.
    Public,
    /// Everybody, and the session is never read: the voting pages.
    Voter,
    /// Whoever is signed in; the store decides what is theirs.
    SignedIn,
    /// Whose role stands in the domain's table for this action.
    To(&'static str, &'static [Role]),
    /// Everybody, in the demo only.
    Demo,
}

impl Access {
    /// Access for who may do `A`.
    #[must_use]
    pub const fn to<A: Action>() -> Self {
        Self::To(A::NAME, A::ROLES)
    }

    /// Whether somebody may see the page.
    #[must_use]
    pub fn allows(self, actor: Option<&Actor>) -> bool {
        match self {
            Self::Public | Self::Voter | Self::Demo => true,
            Self::SignedIn => actor.is_some(),
            Self::To(_, roles) => {
                actor.is_some_and(|actor| roles.iter().any(|&role| actor.is(role)))
            }
        }
    }
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The path, with `{id}` for what varies.
    pub path: &'static str,
    /// Who may see it.
    pub access: Access,
}

/// Every page with who may see it.
#[derive(Default)]
pub struct Table {
    rows: Vec<Row>,
    router: Router<Arc<App>>,
}

impl Table {
    /// Adds a page. The guard stands before every method of it.
    #[must_use]
    pub fn at(
        mut self,
        path: &'static str,
        access: Access,
        methods: MethodRouter<Arc<App>>,
    ) -> Self {
        self.rows.push(Row { path, access });
        let guarded = methods.layer(middleware::from_fn(move |request: Request, next: Next| {
            guard(access, request, next)
        }));
        self.router = self.router.route(path, guarded);
        self
    }

    /// The lines of the table.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The pages in every language.
    pub fn into_router(self) -> Router<Arc<App>> {
        Lang::ALL
            .into_iter()
            .filter(|lang| !lang.prefix().is_empty())
            .fold(self.router.clone(), |all, lang| {
                all.nest(lang.prefix(), self.router.clone())
            })
    }
}

async fn guard(access: Access, request: Request, next: Next) -> Response {
    let who = request
        .extensions()
        .get::<crate::session::Visitor>()
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
    Redirect::to(&format!("{}?naar={}", lang.path("/inloggen"), who.path)).into_response()
}
