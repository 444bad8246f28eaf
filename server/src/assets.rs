//! Hands out the script, wasm, style sheet and icons that are inside the binary.
//!
//! memory-serve does the work: `build.rs` gives it the folder, it compresses every file (in a release) and sends the smallest form
//! that a browser accepts. Addresses carry a hash of the content, so browsers may keep a file for ever and a new release is
//! never mixed with an old one.

use std::{collections::HashMap, sync::LazyLock};

use axum::Router;
use memory_serve::{CacheControl, MemoryServe};

/// What all addresses of files begin with.
const AT: &str = "/pkg";

/// The address of each file by its name.
static ADDRESSES: LazyLock<HashMap<&str, String>> = LazyLock::new(|| {
    let manifest = files().manifest();
    let names = manifest.iter();
    names
        .map(|(name, hashed)| (name.trim_start_matches('/'), format!("{AT}{hashed}")))
        .collect()
});

/// The address of the file called `name`; none for `main.js` when the server was built without the site.
pub fn path_of(name: &str) -> Option<&'static str> {
    ADDRESSES.get(name).map(String::as_str)
}

/// Every file's address.
pub fn paths() -> impl Iterator<Item = &'static str> {
    ADDRESSES.values().map(String::as_str)
}

/// Answers every address of a file.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().nest(AT, files().into_router())
}

#[expect(unused_qualifications, reason = "in the code that `load!` writes")]
fn files() -> MemoryServe {
    memory_serve::load!()
        .index_file(None)
        .enable_hashed_routes(true)
        // Only sheets that import each other, in a build without the site, are asked for by their plain names.
        .cache_control(CacheControl::NoCache)
}

#[cfg(test)]
mod tests {
    use axum::{
        body::Body,
        http::{
            HeaderMap, Request,
            header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, VARY},
        },
    };
    use tower::ServiceExt as _;

    use super::*;

    /// The headers of `path`, as a release sends them.
    async fn headers(path: &str, accept: &str) -> HeaderMap {
        let release = files().enable_brotli(true).enable_gzip(true);
        let router: Router = Router::new().nest(AT, release.into_router());
        let request = Request::get(path).header(ACCEPT_ENCODING, accept);
        let answer = router.oneshot(request.body(Body::empty()).unwrap()).await;
        let answer = answer.unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        answer.headers().clone()
    }

    #[tokio::test]
    async fn the_smallest_form_that_a_browser_accepts_goes_out() {
        let sheet = path_of("main.css").unwrap();
        for (accept, encoding) in [
            ("gzip, deflate, br, zstd", Some("br")),
            ("gzip, deflate", Some("gzip")),
            ("gzip;q=0.1", Some("gzip")),
            ("*", Some("br")),
            ("br;q=0, gzip", Some("gzip")),
            ("*;q=0", None),
            ("identity", None),
            ("", None),
        ] {
            let headers = headers(sheet, accept).await;
            let sent = headers.get(CONTENT_ENCODING);
            assert_eq!(
                sent.map(|value| value.to_str().unwrap()),
                encoding,
                "{accept}"
            );
            assert_eq!(headers[VARY], "accept-encoding");
        }
    }

    #[tokio::test]
    async fn an_address_with_a_hash_may_be_kept_for_ever_and_no_other() {
        let hashed = path_of("main.css").unwrap();
        assert_eq!(
            headers(hashed, "").await[CACHE_CONTROL],
            "max-age=31536000, immutable"
        );
        assert_eq!(
            headers("/pkg/main.css", "").await[CACHE_CONTROL],
            "no-cache"
        );
    }

    #[test]
    fn every_file_has_an_address_of_its_own_with_a_hash() {
        let mut all: Vec<&str> = paths().collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        for path in all {
            let hash = path.rsplit('.').nth(1).unwrap_or_default();
            assert!(path.starts_with("/pkg/"), "{path}");
            assert!(
                hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()),
                "{path}"
            );
        }
    }
}
