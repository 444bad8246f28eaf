//! All addresses with what stands before them, from the outside in: headers, the page's own properties, log, compression,
//! errors, size, origin, the whole form, session.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use app::App;
use axum::{
    Router,
    body::to_bytes,
    extract::{DefaultBodyLimit, MatchedPath, Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use tokio::time::timeout;
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, limit::RequestBodyLimitLayer,
};

use crate::{assets, headers, origin};

/// The most that a form may weigh.
const BODY: usize = 64 * 1024;

/// How long a form may take to come in: at BODY bytes that is a slow telephone in a cellar.
const PATIENCE: Duration = Duration::from_secs(30);

/// The whole server, without a socket.
pub fn router(app: Arc<App>) -> Router {
    let table = app::pages();
    let marks = table.marks();
    // Outside the table: its own state, the addresses that there are.
    let not_found = get(app::not_found)
        .fallback(app::not_found)
        .with_state(marks.clone());
    let pages = table
        .into_router()
        .fallback_service(not_found)
        .layer(middleware::from_fn_with_state(
            Arc::clone(&app),
            app::read_session,
        ))
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn(whole))
        .layer(middleware::from_fn(origin::check))
        .layer(DefaultBodyLimit::max(BODY))
        .layer(RequestBodyLimitLayer::new(BODY))
        .layer(middleware::from_fn_with_state(
            Arc::clone(&app),
            app::show_errors,
        ))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(plain_where_secret))
        .layer(middleware::from_fn(log))
        .layer(middleware::from_fn_with_state(marks, app::mark));
    Router::new()
        .merge(assets::routes())
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready))
        .route("/.well-known/security.txt", get(security_txt))
        .merge(pages)
        .layer(middleware::from_fn(headers::set))
        .with_state(app)
}

async fn ready(State(app): State<Arc<App>>) -> Response {
    match app.store.ping().await {
        Ok(()) => "ready".into_response(),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// RFC 9116: where to report a weakness. The date moves with the clock, so it never runs out.
async fn security_txt(State(app): State<Arc<App>>) -> Response {
    let text = app::security_txt(&app.base_url, app.clock.now());
    (
        [(
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/plain; charset=utf-8"),
        )],
        text,
    )
        .into_response()
}

/// Reads what a form sends before anything looks at it: all of it in time, however slowly it trickles in.
async fn whole(request: Request, next: Next) -> Response {
    let (head, body) = request.into_parts();
    match timeout(PATIENCE, to_bytes(body, BODY)).await {
        Ok(Ok(body)) => next.run(Request::from_parts(head, body.into())).await,
        Ok(Err(_)) => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
        Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
    }
}

/// Compresses nothing where the table of pages says so.
async fn plain_where_secret(mut request: Request, next: Next) -> Response {
    let page = request.extensions().get::<app::Page>();
    if page.is_some_and(|page| !page.may_be_compressed()) {
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    next.run(request).await
}

/// One line a request: template, status, time. Never an address, a cookie or a body; nothing at all of voting pages.
async fn log(path: Option<MatchedPath>, request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let began = Instant::now();
    let page = request.extensions().get::<app::Page>().copied();
    let response = next.run(request).await;
    let template = path.as_ref().map_or("-", MatchedPath::as_str);
    if page.is_none_or(app::Page::is_logged) {
        let millis = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        tracing::debug!(%method, route = template, status = response.status().as_u16(), millis);
    }
    response
}
