//! Pages for what went wrong, each with a way on.

use std::sync::Arc;

use axum::{
    extract::Request,
    http::{
        StatusCode,
        header::{CONTENT_TYPE, RETRY_AFTER},
    },
    middleware::Next,
    response::Response,
};
use leptos::prelude::*;

use super::{
    context::Ctx,
    error::AppError,
    form::Form,
    session::Visitor,
    state::App,
    texts::{href, refusal, t, tf},
};
use crate::{
    info,
    ui::{ButtonLink, Notice, NoticeKind},
};

/// Turns a failed answer into a page. `sign_in_again` shows the form for who was away too long.
pub async fn show(
    app: Arc<App>,
    request: Request,
    next: Next,
    sign_in_again: fn(&Form) -> AnyView,
) -> Response {
    let stranger = Visitor::of(&app, &request);
    let response = next.run(request).await;
    let Some(error) = failed(&response) else {
        return response;
    };
    let extensions = response.extensions();
    let visitor = extensions.get::<Visitor>().cloned().unwrap_or(stranger);
    let ctx = Ctx {
        app,
        visitor,
        is_trial: false,
    };
    let reference = uuid::Uuid::now_v7().simple().to_string()[20..].to_owned();
    if let AppError::Internal(cause) = &error {
        tracing::error!(%reference, cause = %cause.escape_debug(), "internal error");
    }
    let mut page = ctx.page(&ctx.say(title_key(&error)), || match &error {
        AppError::SignInFirst(form) => sign_in_again(form),
        error => view(error, &reference),
    });
    *page.status_mut() = match error {
        // The framework knows better which kind of thing it did not understand.
        AppError::NotUnderstood => response.status(),
        _ => error.status(),
    };
    if let Some(soon) = response.headers().get(RETRY_AFTER) {
        page.headers_mut().insert(RETRY_AFTER, soon.clone());
    }
    page
}

/// What went wrong, if the answer is not a page or a file of ours already.
fn failed(response: &Response) -> Option<AppError> {
    if let Some(error) = response.extensions().get::<AppError>() {
        return Some(error.clone());
    }
    let status = response.status();
    let is_ours = response.headers().get(CONTENT_TYPE).is_some_and(|kind| {
        // The framework explains its own refusals in English plain text.
        !kind.as_bytes().starts_with(b"text/plain")
    });
    if is_ours || !(status.is_client_error() || status.is_server_error()) {
        return None;
    }
    Some(match status {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => AppError::NotFound,
        StatusCode::PAYLOAD_TOO_LARGE => AppError::TooLarge,
        status if status.is_client_error() => AppError::NotUnderstood,
        _ => AppError::Internal("panic".into()),
    })
}

const fn title_key(error: &AppError) -> &'static str {
    match error {
        AppError::NotFound => "error.not_found.title",
        AppError::Forbidden => "error.forbidden.title",
        AppError::SignInFirst(_) => "people.sign_in.expired",
        AppError::Refused(_) => "error.refused.title",
        AppError::TooMany(_) => "error.too_many.title",
        AppError::Busy => "error.busy.title",
        AppError::NotUnderstood => "error.not_understood.title",
        AppError::TooLarge => "error.too_large.title",
        AppError::Internal(_) => "error.internal.title",
    }
}

fn view(error: &AppError, reference: &str) -> AnyView {
    let text = match error {
        AppError::NotFound => t("error.not_found.text"),
        AppError::Forbidden => t("error.forbidden.text"),
        AppError::SignInFirst(_) => t("people.sign_in.expired_lead"),
        AppError::Refused(why) => refusal(why),
        AppError::TooMany(_) => t("error.too_many.text"),
        AppError::Busy => t("error.busy.text"),
        AppError::NotUnderstood => t("error.not_understood.text"),
        AppError::TooLarge => t("error.too_large.text"),
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
        <p><ButtonLink label=t("error.home") href=href(info::paths::Home)/></p>
    }
    .into_any()
}
