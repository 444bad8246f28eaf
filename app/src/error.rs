//! What goes wrong, as people see it: five pages, each with a way on. The cause goes to the log, never to the page.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::StatusCode,
    middleware::Next,
    response::{IntoResponse, Response},
};
use leptos::prelude::*;
use store::{Refusal, StoreError};

use crate::{
    context::Ctx,
    form::Form,
    state::App,
    texts::{href, t, tf},
    ui::{ButtonLink, Notice, NoticeKind},
};

/// Why there is no page.
#[derive(Clone, Debug, thiserror::Error)]
pub enum AppError {
    /// Nothing here, or not for this person: both look the same.
    #[error("not found")]
    NotFound,
    /// Signed in, but not allowed.
    #[error("forbidden")]
    Forbidden,
    /// A rule says no, and no field is to blame.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// Not signed in any more, with a form in hand; the sign-in form holds it.
    #[error("sign in first")]
    SignInFirst(Form),
    /// Too often, too fast.
    #[error("too many tries")]
    TooMany,
    /// Our fault. The text is for the log.
    #[error("{0}")]
    Internal(Arc<str>),
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::NotFound,
            StoreError::Refused(refusal) => Self::Refused(refusal),
            other => Self::Internal(other.to_string().into()),
        }
    }
}

impl From<domain::access::Forbidden> for AppError {
    fn from(_: domain::access::Forbidden) -> Self {
        Self::Forbidden
    }
}

impl AppError {
    const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::SignInFirst(_) => StatusCode::UNAUTHORIZED,
            Self::Refused(_) => StatusCode::CONFLICT,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// A bare status; [`show_errors`] makes a page of it in the visitor's language.
impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// What a refusal without a field says.
#[must_use]
pub fn refusal(refusal: &Refusal) -> String {
    use domain::{phase::StepRefused, verdringing::DecisionRefused};
    match refusal {
        Refusal::Faults(faults) => faults
            .first()
            .map_or_else(String::new, |fault| crate::texts::fault(&fault.what)),
        Refusal::Step(StepRefused::OutOfTurn { .. }) => t("error.refused.out_of_turn"),
        Refusal::Step(StepRefused::BeforeTime) => t("error.refused.before_time"),
        Refusal::Step(StepRefused::Missing(_)) => t("error.refused.missing"),
        Refusal::Decision(DecisionRefused::Blocked) => t("error.refused.blocked"),
        Refusal::Decision(DecisionRefused::NoOpinion) => t("error.refused.no_opinion"),
        Refusal::Decision(DecisionRefused::OpinionPending) => t("error.refused.opinion_pending"),
        Refusal::Decision(DecisionRefused::ConditionsNeeded) => {
            t("error.refused.conditions_needed")
        }
        Refusal::Decision(DecisionRefused::Involved) => t("error.refused.involved"),
        Refusal::Phase => t("error.refused.phase"),
        Refusal::State => t("error.refused.state"),
        Refusal::Code => t("error.refused.code"),
        Refusal::Closed => t("error.refused.closed"),
        Refusal::SignIn => t("error.refused.sign_in"),
        Refusal::Card => t("fault.wrong_card"),
        Refusal::Done => t("error.refused.done"),
        Refusal::NotEmpty => t("error.refused.not_empty"),
    }
}

/// Turns a failed answer into a page with a way on.
pub async fn show_errors(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let ctx = Ctx::for_error(app, &request);
    let response = next.run(request).await;
    let error = match (response.extensions().get::<AppError>(), response.status()) {
        (Some(error), _) => error.clone(),
        (None, StatusCode::NOT_FOUND) if !has_body_type(&response) => AppError::NotFound,
        (None, StatusCode::METHOD_NOT_ALLOWED) => AppError::NotFound,
        (None, StatusCode::INTERNAL_SERVER_ERROR) => AppError::Internal("panic".into()),
        (None, _) => return response,
    };
    let reference = uuid::Uuid::now_v7().simple().to_string()[20..].to_owned();
    if let AppError::Internal(cause) = &error {
        tracing::error!(%reference, cause = %cause.escape_debug(), "internal error");
    }
    let mut page = ctx.page(&ctx.say(title_key(&error)), || page(&error, &reference));
    *page.status_mut() = error.status();
    page
}

fn has_body_type(response: &Response) -> bool {
    response
        .headers()
        .contains_key(axum::http::header::CONTENT_TYPE)
}

const fn title_key(error: &AppError) -> &'static str {
    match error {
        AppError::NotFound => "error.not_found.title",
        AppError::Forbidden => "error.forbidden.title",
        AppError::SignInFirst(_) => "people.sign_in.expired",
        AppError::Refused(_) => "error.refused.title",
        AppError::TooMany => "error.too_many.title",
        AppError::Internal(_) => "error.internal.title",
    }
}

fn page(error: &AppError, reference: &str) -> AnyView {
    let text = match error {
        AppError::NotFound => t("error.not_found.text"),
        AppError::Forbidden => t("error.forbidden.text"),
        AppError::SignInFirst(form) => return crate::people::sign_in_again(form),
        AppError::Refused(why) => refusal(why),
        AppError::TooMany => t("error.too_many.text"),
        AppError::Internal(_) => tf("error.internal.text", &[("reference", reference)]),
    };
    let kind = if matches!(error, AppError::Internal(_)) {
        NoticeKind::Danger
    } else {
        NoticeKind::Warning
    };
    view! {
        <h1>{t(title_key(error))}</h1>
        <Notice kind=kind title=text>
            <p>{t("error.way_on")}</p>
        </Notice>
        <p><ButtonLink label=t("error.home") href=href("/")/></p>
    }
    .into_any()
}
