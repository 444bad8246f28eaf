//! Hands out the script, wasm, style sheet and icons that are inside the binary.
//!
//! Their names carry a hash of their content, so browsers may keep them for ever, and a new release never gets mixed
//! with an old one.

use axum::body::Body;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};

/// A file with its compressed forms.
#[derive(Debug)]
pub struct Asset {
    /// How the code asks for it: `main.css`, `main.js`, `recount.js`, `favicon.svg`.
    pub name: &'static str,
    /// Its address: `/pkg/wijkbanen-0123456789ab.css`.
    pub path: &'static str,
    pub mime: &'static str,
    pub plain: &'static [u8],
    pub brotli: Option<&'static [u8]>,
    pub gzip: Option<&'static [u8]>,
}

/// Everything browsers load besides pages; `build.rs` writes the table.
pub static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/site.rs"));

/// The address of the file called `name`; none for `main.js` when the server was built without the site.
pub fn path_of(name: &str) -> Option<&'static str> {
    ASSETS
        .iter()
        .find(|asset| asset.name == name)
        .map(|asset| asset.path)
}

/// Answers `/pkg/{*file}`.
pub async fn serve(uri: Uri, headers: HeaderMap) -> Response {
    match ASSETS.iter().find(|asset| asset.path == uri.path()) {
        Some(asset) => asset.answer(&headers),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

impl Asset {
    /// The smallest form the browser accepts.
    fn answer(&self, headers: &HeaderMap) -> Response {
        let accepted = Accepted::from(headers);
        let (bytes, encoding) = match (self.brotli, self.gzip) {
            (Some(bytes), _) if accepted.brotli => (bytes, Some("br")),
            (_, Some(bytes)) if accepted.gzip => (bytes, Some("gzip")),
            _ => (self.plain, None),
        };
        let mut response = Response::new(Body::from(bytes));
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.mime));
        headers.insert(
            CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=31536000, immutable"),
        );
        headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
        if let Some(encoding) = encoding {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        response
    }
}

/// Which of our encodings `Accept-Encoding` allows.
///
/// A weight only matters when it is zero: among what is allowed, the smallest form is best for everyone.
/// Nobody is refused: without a match the plain form goes out.
#[derive(Debug, PartialEq)]
struct Accepted {
    brotli: bool,
    gzip: bool,
}

impl From<&HeaderMap> for Accepted {
    fn from(headers: &HeaderMap) -> Self {
        let lines = headers
            .get_all(ACCEPT_ENCODING)
            .into_iter()
            .filter_map(|line| line.to_str().ok());
        let said: Vec<(String, bool)> =
            lines.flat_map(|line| line.split(',')).map(coding).collect();
        let allows = |coding: &str| {
            let named = said.iter().find(|(name, _)| name == coding);
            named
                .or_else(|| said.iter().find(|(name, _)| name == "*"))
                .is_some_and(|(_, allowed)| *allowed)
        };
        Self {
            brotli: allows("br"),
            gzip: allows("gzip") || allows("x-gzip"),
        }
    }
}

/// `gzip;q=0.5` as a name and whether it is allowed.
fn coding(item: &str) -> (String, bool) {
    let mut parts = item.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default().to_ascii_lowercase();
    let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    let allowed = weight.is_none_or(|weight| {
        weight
            .trim()
            .parse::<f32>()
            .is_ok_and(|weight| weight > 0.0)
    });
    (name, allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASSET: Asset = Asset {
        name: "x.css",
        path: "/pkg/x-1.css",
        mime: "text/css; charset=utf-8",
        plain: b"plain",
        brotli: Some(b"b"),
        gzip: Some(b"gz"),
    };

    fn accepting(value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(value))])
    }

    fn encoding(asset: &Asset, accept: &'static str) -> Option<String> {
        let answer = asset.answer(&accepting(accept));
        answer
            .headers()
            .get(CONTENT_ENCODING)
            .map(|value| value.to_str().unwrap().to_owned())
    }

    #[test]
    fn brotli_goes_before_gzip() {
        assert_eq!(
            encoding(&ASSET, "gzip, deflate, br, zstd").as_deref(),
            Some("br")
        );
        assert_eq!(encoding(&ASSET, "gzip, deflate").as_deref(), Some("gzip"));
        assert_eq!(encoding(&ASSET, "GZIP;q=0.1").as_deref(), Some("gzip"));
        assert_eq!(encoding(&ASSET, "*").as_deref(), Some("br"));
    }

    #[test]
    fn a_weight_of_zero_refuses() {
        assert_eq!(encoding(&ASSET, "br;q=0, gzip").as_deref(), Some("gzip"));
        assert_eq!(encoding(&ASSET, "br; q=0.000, *").as_deref(), Some("gzip"));
        assert_eq!(encoding(&ASSET, "*;q=0"), None);
        assert_eq!(encoding(&ASSET, "br;q=nonsense"), None);
    }

    #[test]
    fn the_plain_form_goes_out_without_a_match() {
        assert_eq!(encoding(&ASSET, "identity"), None);
        assert_eq!(encoding(&ASSET, ""), None);
        let uncompressed = Asset {
            brotli: None,
            gzip: None,
            ..ASSET
        };
        assert_eq!(encoding(&uncompressed, "br, gzip"), None);
    }

    #[test]
    fn browsers_may_keep_an_asset_for_ever() {
        let answer = ASSET.answer(&HeaderMap::new());
        assert_eq!(
            answer.headers()[CACHE_CONTROL],
            "public, max-age=31536000, immutable"
        );
        assert_eq!(answer.headers()[VARY], "Accept-Encoding");
        assert_eq!(answer.headers()[CONTENT_TYPE], "text/css; charset=utf-8");
    }

    #[test]
    fn every_asset_has_its_own_address_under_pkg() {
        for asset in ASSETS {
            assert!(asset.path.starts_with("/pkg/"), "{asset:?}");
            assert_eq!(
                ASSETS
                    .iter()
                    .filter(|other| other.path == asset.path || other.name == asset.name)
                    .count(),
                1
            );
        }
    }
}
