//! Every change comes from a page of ours: no other site can make a browser send one (README.md#changes).

use axum::{
    extract::Request,
    http::{HeaderMap, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// Refuses a change whose `Origin` is not our own host; without `Origin`, `Sec-Fetch-Site` must say the same.
pub async fn check(request: Request, next: Next) -> Response {
    let is_reading = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if is_reading || is_own(request.headers()) {
        return next.run(request).await;
    }
    app::AppError::Forbidden.into_response()
}

fn is_own(headers: &HeaderMap) -> bool {
    let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    match (text(header::ORIGIN), text(header::HOST)) {
        (Some(origin), Some(host)) => {
            let origin = origin
                .strip_prefix("https://")
                .or_else(|| origin.strip_prefix("http://"));
            origin.is_some_and(|origin| origin.eq_ignore_ascii_case(host))
        }
        (None, _) => text(header::HeaderName::from_static("sec-fetch-site")) == Some("same-origin"),
        (Some(_), None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(pairs: &[(&'static str, &str)]) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert("host", "wijkbanen.example:8080".parse().unwrap());
        for (name, value) in pairs {
            headers.insert(*name, value.parse().unwrap());
        }
        is_own(&headers)
    }

    #[test]
    fn our_own_pages_may_change_things() {
        assert!(own(&[("origin", "https://wijkbanen.example:8080")]));
        assert!(own(&[("sec-fetch-site", "same-origin")]));
    }

    #[test]
    fn other_sites_may_not() {
        for origin in [
            "https://elders.nl",
            "null",
            "https://wijkbanen.example",
            "https://wijkbanen.example:8080.elders.nl",
            "https://elders.nl/wijkbanen.example:8080",
        ] {
            assert!(
                !own(&[("origin", origin), ("sec-fetch-site", "same-origin")]),
                "{origin}"
            );
        }
        assert!(!own(&[("sec-fetch-site", "cross-site")]));
        assert!(!own(&[("sec-fetch-site", "same-site")]));
        assert!(!own(&[]));
    }
}
