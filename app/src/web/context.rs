//! What a handler gets: the app and who is asking. Answers with a page are made in `shell`.

use std::{fmt::Display, sync::Arc};

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::request::Parts,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::cookie::CookieJar;
use domain::{
    access::{Action, Actor, Permit},
    id::{ProposalId, RoundId},
    round::Millis,
};

use super::{
    done::Done,
    error::AppError,
    form::Form,
    session::Visitor,
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
    /// Whether the page belongs to a round that is only to practise; then it says so.
    pub is_trial: bool,
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
        let about = About::of(parts).await;
        Ok(Self {
            app: Arc::clone(app),
            visitor,
            is_trial: about.is_trial(app).await,
        })
    }
}

/// What the address of a page is about.
#[derive(Default)]
struct About {
    round: Option<RoundId>,
    proposal: Option<ProposalId>,
}

impl About {
    /// Reads the ids in an address: `{round}` is a round everywhere, and `{id}` a proposal.
    async fn of(parts: &mut Parts) -> Self {
        let Ok(ids) = RawPathParams::from_request_parts(parts, &()).await else {
            return Self::default();
        };
        let find = |name| ids.iter().find(|(key, _)| *key == name);
        Self {
            round: find("round").and_then(|(_, id)| id.parse().ok()),
            proposal: find("id").and_then(|(_, id)| id.parse().ok()),
        }
    }

    /// Where nothing can be read there is no page either, and its handler says why.
    async fn is_trial(&self, app: &App) -> bool {
        let found = match (self.round, self.proposal) {
            (Some(round), _) => app.store.is_trial(round).await,
            (None, Some(proposal)) => app.store.is_in_trial(proposal).await,
            (None, None) => return false,
        };
        found.unwrap_or_default()
    }
}

impl Ctx {
    /// For a page whose round is not in its address, as when somebody votes.
    pub async fn about(self, round: RoundId) -> Self {
        let about = About {
            round: Some(round),
            proposal: None,
        };
        let is_trial = about.is_trial(&self.app).await;
        Self { is_trial, ..self }
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

    /// On to another page of ours, after a deed.
    pub fn see_other(&self, path: impl Display) -> Response {
        Redirect::to(&self.lang().path(&path.to_string())).into_response()
    }

    /// On to another page of ours, which says once that the deed is done.
    pub fn done(&self, done: Done, path: impl Display) -> Response {
        let jar = CookieJar::new().add(done.cookie());
        (jar, self.see_other(path)).into_response()
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
