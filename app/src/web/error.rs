//! What goes wrong, as people see it. The cause goes to the log, never to the page.

use std::sync::Arc;

use axum::{
    extract::rejection::PathRejection,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use store::{Refusal, StoreError};

use super::{
    form::{Form, FormError},
    limits::TooMany,
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
    /// So many failed from one place that this one has to come back.
    #[error(transparent)]
    TooMany(#[from] TooMany),
    /// So many are at it that this one has to come back.
    #[error("busy")]
    Busy,
    /// What was sent is not what the page's own links and forms send.
    #[error("not understood")]
    NotUnderstood,
    /// More was sent than a form may hold.
    #[error("too large")]
    TooLarge,
    /// Our fault. The text is for the log.
    #[error("{0}")]
    Internal(Arc<str>),
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::NotFound,
            StoreError::Refused(refusal) => Self::Refused(refusal),
            busy if busy.is_busy() => Self::Busy,
            other => Self::Internal(other.to_string().into()),
        }
    }
}

impl From<domain::access::Forbidden> for AppError {
    fn from(_: domain::access::Forbidden) -> Self {
        Self::Forbidden
    }
}

impl From<FormError> for AppError {
    fn from(error: FormError) -> Self {
        match error {
            FormError::NotUnderstood => Self::NotUnderstood,
            FormError::NotPlain(_) => Self::Internal(error.to_string().into()),
        }
    }
}

/// An address with something in it that cannot be read.
impl From<PathRejection> for AppError {
    fn from(_: PathRejection) -> Self {
        Self::NotFound
    }
}

impl AppError {
    /// How the answer is marked for machines.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::SignInFirst(_) => StatusCode::UNAUTHORIZED,
            Self::Refused(_) => StatusCode::CONFLICT,
            Self::TooMany(_) | Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::NotUnderstood => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// After how many seconds it is worth trying again, when it is.
    const fn retry_after(&self) -> Option<&'static str> {
        match self {
            Self::Busy => Some("5"),
            // About when the next of those who wait is served.
            Self::TooMany(_) => Some("10"),
            Self::NotFound
            | Self::Forbidden
            | Self::Refused(_)
            | Self::SignInFirst(_)
            | Self::NotUnderstood
            | Self::TooLarge
            | Self::Internal(_) => None,
        }
    }
}

/// A bare status; a layer makes a page of it in the visitor's language.
impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Some(soon) = self.retry_after() {
            let soon = HeaderValue::from_static(soon);
            response.headers_mut().insert(header::RETRY_AFTER, soon);
        }
        response.extensions_mut().insert(self);
        response
    }
}
