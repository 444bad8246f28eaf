//! Guard and permit in one: a handler that takes [`Allowed`] runs only for who may do it, with the proof in hand.

use std::sync::Arc;

use axum::{extract::FromRequestParts, http::request::Parts};
use domain::access::{Action, Permit, Second};

use super::{context::Ctx, error::AppError, state::App};

/// Whoever is asking may do `A`.
pub struct Allowed<A: Action> {
    /// The app and who is asking.
    pub ctx: Ctx,
    /// What the store wants to see before it changes anything.
    pub permit: Permit<A>,
}

impl<A: Action> FromRequestParts<Arc<App>> for Allowed<A> {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, AppError> {
        let Ok(ctx) = Ctx::from_request_parts(parts, app).await;
        let permit = ctx.actor().ok_or(AppError::Forbidden)?.permit::<A>()?;
        Ok(Self { ctx, permit })
    }
}

/// Whoever is asking may agree to `A`, where it needs two.
pub struct Agreeing<A: Action> {
    /// The app and who is asking.
    pub ctx: Ctx,
    /// What the store wants to see before anything is agreed to.
    pub second: Second<A>,
}

impl<A: Action> FromRequestParts<Arc<App>> for Agreeing<A> {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, AppError> {
        let Ok(ctx) = Ctx::from_request_parts(parts, app).await;
        let second = ctx.actor().ok_or(AppError::Forbidden)?.second::<A>()?;
        Ok(Self { ctx, second })
    }
}
