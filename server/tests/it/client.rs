//! What a browser does, no more: keeps cookies, sends `Host`, `Origin` and `Sec-Fetch-Site`, follows nothing by itself.

use std::{collections::BTreeMap, net::SocketAddr};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use futures_util::StreamExt as _;
use tower::ServiceExt as _;

use crate::page::Page;

/// The host of these tests, as `Host` says it.
pub const HOST: &str = "wijkbanen.test";
/// What a browser sends as `Origin` from our own pages.
pub const ORIGIN: &str = "https://wijkbanen.test";

const FORM: &str = "application/x-www-form-urlencoded";

/// A browser somewhere.
#[derive(Clone)]
pub struct Client {
    router: Router,
    pub cookies: BTreeMap<String, String>,
    pub address: SocketAddr,
    /// What is said about it as `X-Forwarded-For`.
    pub forwarded: Option<String>,
    /// Every `Set-Cookie` so far, as it was.
    pub handed: Vec<String>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Client {
    pub fn new(router: Router, address: &str) -> Self {
        Self {
            router,
            cookies: BTreeMap::new(),
            address: address.parse().unwrap(),
            forwarded: None,
            handed: Vec::new(),
        }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        let request = Request::get(path)
            .header(header::HOST, HOST)
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Sends a form of one of our pages.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        self.post_raw(path, FORM, body).await
    }

    /// Sends anything from one of our pages.
    pub async fn post_raw(&mut self, path: &str, kind: &str, body: impl Into<Vec<u8>>) -> Answer {
        let body = body.into();
        let request = from_our_page(path, kind).header(header::CONTENT_LENGTH, body.len());
        self.send(request.body(body.into()).unwrap()).await
    }

    /// The same without saying how long it is, as a body in chunks does.
    pub async fn post_unmeasured(
        &mut self,
        path: &str,
        kind: &str,
        body: impl Into<Vec<u8>>,
    ) -> Answer {
        self.send(from_our_page(path, kind).body(body.into().into()).unwrap())
            .await
    }

    /// Sends a form with just these headers: what another site's page could make a browser do.
    pub async fn post_from(&mut self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let request = Request::post(path)
            .header(header::HOST, HOST)
            .header(header::CONTENT_TYPE, FORM);
        let request = headers.iter().fold(request, |request, (name, value)| {
            request.header(*name, *value)
        });
        self.send(request.body(Body::empty()).unwrap()).await
    }

    pub async fn method(&mut self, method: Method, path: &str) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, HOST);
        self.send(
            request
                .header(header::ORIGIN, ORIGIN)
                .body(Body::empty())
                .unwrap(),
        )
        .await
    }

    /// Goes where an answer points.
    pub async fn follow(&mut self, answer: &Answer) -> Answer {
        let to = answer.location().to_owned();
        self.get(&to).await
    }

    /// Reads so many pieces of a page, and hangs up.
    pub async fn hang_up_after(&mut self, pieces: usize, path: &str) {
        let mut request = Request::get(path).header(header::HOST, HOST);
        for (name, value) in &self.cookies {
            request = request.header(header::COOKIE, format!("{name}={value}"));
        }
        let mut request = request.body(Body::empty()).unwrap();
        request.extensions_mut().insert(ConnectInfo(self.address));
        let response = self.router.clone().oneshot(request).await.unwrap();
        let pieces = response.into_body().into_data_stream().take(pieces);
        pieces
            .for_each(|piece| async { drop(piece.unwrap()) })
            .await;
    }

    /// Sends a request with the cookies of this browser.
    pub async fn send(&mut self, mut request: Request<Body>) -> Answer {
        if !self.cookies.is_empty() {
            let cookies: Vec<String> = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            request
                .headers_mut()
                .insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        if let Some(forwarded) = &self.forwarded {
            let headers = request.headers_mut();
            headers.insert("x-forwarded-for", forwarded.parse().unwrap());
        }
        request.extensions_mut().insert(ConnectInfo(self.address));
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().unwrap());
        }
        let body = String::from_utf8_lossy(&to_bytes(body, usize::MAX).await.unwrap()).into_owned();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    fn keep(&mut self, line: &str) {
        self.handed.push(line.to_owned());
        let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
        if line.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

fn from_our_page(path: &str, kind: &str) -> axum::http::request::Builder {
    Request::post(path)
        .header(header::HOST, HOST)
        .header(header::ORIGIN, ORIGIN)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, kind)
}

impl Answer {
    /// The page, to look at its fields and texts.
    pub fn page(&self) -> Page {
        Page::of(&self.body)
    }

    pub fn location(&self) -> &str {
        self.headers
            .get(header::LOCATION)
            .map_or("", |to| to.to_str().unwrap())
    }

    /// Whether it sends the visitor to sign in.
    pub fn asks_to_sign_in(&self) -> bool {
        self.status == StatusCode::SEE_OTHER && self.location().contains("/inloggen?to=")
    }
}
