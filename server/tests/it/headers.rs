//! What goes with every answer, and what stands in none of them (README.md#headers).

use std::{fs, path::Path};

use axum::http::{Method, StatusCode};
use server::{assets, headers::FIXED};
use store::demo::PEOPLE;

use crate::{
    client::{Answer, Client},
    given::{Given, on_each_engine},
    page::Page,
    paths::Real,
};

#[tokio::test]
async fn every_page_in_both_languages_has_every_header_and_no_cache() {
    on_each_engine(|given| async move {
        for (path, answer) in crawl(&given).await {
            has_headers(&path, &answer);
            assert_eq!(answer.headers["cache-control"], "no-store", "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn no_page_has_a_script_or_a_style_of_its_own() {
    on_each_engine(|given| async move {
        for (path, answer) in crawl(&given).await {
            if answer.headers["content-type"] != "text/html; charset=utf-8" {
                continue;
            }
            has_nothing_of_its_own(&path, &answer.page());
            names_no_other_host(&path, &answer.body);
        }
    })
    .await;
}

#[tokio::test]
async fn errors_have_the_same_headers_and_say_nothing_of_the_inside() {
    on_each_engine(|given| async move {
        let mut visitor = given.visitor();
        let mut answers = vec![
            (StatusCode::NOT_FOUND, visitor.get("/nergens").await),
            (StatusCode::NOT_FOUND, visitor.get("/en/nergens").await),
            (StatusCode::NOT_FOUND, visitor.get("/pkg/nergens.js").await),
            (
                StatusCode::NOT_FOUND,
                visitor.method(Method::DELETE, "/rondes").await,
            ),
            (
                StatusCode::METHOD_NOT_ALLOWED,
                visitor.method(Method::PUT, "/healthz").await,
            ),
            (
                StatusCode::FORBIDDEN,
                visitor
                    .post_from("/inloggen", &[("origin", "https://elders.nl")])
                    .await,
            ),
            (
                StatusCode::FORBIDDEN,
                given.signed_in("bewoner").await.get("/werk").await,
            ),
            (
                StatusCode::PAYLOAD_TOO_LARGE,
                visitor
                    .post("/inloggen", &[("login", &"x".repeat(70_000))])
                    .await,
            ),
            (
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                visitor.post_raw("/inloggen", "text/plain", "login=x").await,
            ),
        ];
        given.app.store.close().await;
        answers.push((StatusCode::INTERNAL_SERVER_ERROR, visitor.get("/").await));
        answers.push((
            StatusCode::INTERNAL_SERVER_ERROR,
            visitor.get("/en/rondes").await,
        ));
        answers.push((
            StatusCode::SERVICE_UNAVAILABLE,
            visitor.get("/readyz").await,
        ));
        for (status, answer) in answers {
            assert_eq!(answer.status, status);
            has_headers(&status.to_string(), &answer);
            assert_eq!(answer.headers["cache-control"], "no-store");
            let body = answer.body.to_lowercase();
            for inside in ["sqlx", "pool", "database", "panic", ".rs", "select "] {
                assert!(!body.contains(inside), "{status} says «{inside}»: {body}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn files_with_a_hash_in_their_name_may_be_kept_for_ever() {
    on_each_engine(|given| async move {
        assert!(assets::path_of("main.css").is_some());
        for path in assets::paths() {
            let answer = given.visitor().get(path).await;
            assert_eq!(answer.status, 200, "{path}");
            has_headers(path, &answer);
            assert_eq!(
                answer.headers["cache-control"],
                "max-age=31536000, immutable"
            );
            let (_, kind) = path.rsplit_once('.').unwrap();
            let kind = match kind {
                "css" => "text/css",
                "svg" => "image/svg+xml",
                "md" => "text/markdown",
                other => panic!("{path}: {other} has no kind here"),
            };
            assert_eq!(answer.headers["content-type"], kind, "{path}");
        }
        for path in ["/healthz", "/readyz", "/.well-known/security.txt"] {
            let answer = given.visitor().get(path).await;
            assert_eq!(answer.status, 200, "{path}");
            has_headers(path, &answer);
            assert_eq!(answer.headers["cache-control"], "no-store");
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_that_holds_a_secret_is_never_compressed() {
    on_each_engine(|given| async move {
        let round = given.round(domain::phase::Phase::Voting).await.id;
        let mut smederij = given.signed_in("smederij").await;
        let secret = [
            "/stem".to_owned(),
            "/en/stem".to_owned(),
            format!("/en/werk/rondes/{round}/sleutel"),
        ];
        for (path, is_plain) in secret
            .into_iter()
            .map(|path| (path, true))
            .chain([("/uitleg".to_owned(), false)])
        {
            let request = axum::http::Request::get(&path)
                .header("host", crate::client::HOST)
                .header("accept-encoding", "gzip, br");
            let answer = smederij
                .send(request.body(axum::body::Body::empty()).unwrap())
                .await;
            assert_eq!(answer.status, 200, "{path}");
            assert_eq!(
                !answer.headers.contains_key("content-encoding"),
                is_plain,
                "{path}"
            );
        }
    })
    .await;
}

#[test]
fn no_text_reaches_a_page_as_markup() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src");
    for (file, text) in files(&source) {
        for forbidden in ["inner_html", "set_inner", "InertElement", "insert_adjacent"] {
            assert!(!text.contains(forbidden), "{file} has {forbidden}");
        }
    }
}

/// Every page in every language, each by somebody who may see it.
async fn crawl(given: &Given) -> Vec<(String, Answer)> {
    let real = Real::of(given).await;
    let mut people: Vec<(&str, Client)> = Vec::new();
    for (login, ..) in PEOPLE {
        people.push((login, given.signed_in(login).await));
    }
    let mut answers = Vec::new();
    for page in app::pages().pages() {
        for prefix in ["", "/en"] {
            let path = format!("{prefix}{}", real.path(page.path));
            for (login, client) in &mut people {
                let answer = client.get(&path).await;
                answers.push((format!("{path} by {login}"), answer));
            }
            answers.push((path.clone(), given.visitor().get(&path).await));
        }
    }
    answers.retain(|(_, answer)| answer.headers.contains_key("content-type"));
    assert!(
        answers
            .iter()
            .filter(|(_, answer)| answer.status == 200)
            .count()
            > 300
    );
    answers
}

fn has_headers(path: &str, answer: &Answer) {
    for (name, value) in FIXED {
        assert_eq!(
            answer
                .headers
                .get(*name)
                .unwrap_or_else(|| panic!("{path}: no {name}")),
            value,
            "{path}: {name}"
        );
    }
    for name in answer.headers.keys() {
        let name = name.as_str();
        assert!(!name.starts_with("access-control"), "{path}: {name}");
        assert!(
            !["server", "x-powered-by"].contains(&name),
            "{path}: {name}"
        );
    }
}

/// Scripts and styles come from files of ours, and nothing in an attribute runs.
fn has_nothing_of_its_own(path: &str, page: &Page) {
    for script in page.attributes("script", "src") {
        assert!(script.starts_with("/pkg/"), "{path}: {script:?}");
    }
    for inside in page.texts("script") {
        assert_eq!(inside, "", "{path}: a script in the page");
    }
    assert!(!page.has("style"), "{path}");
    for (tag, name, value) in page.every_attribute() {
        let is_harmless = name != "style" && !name.starts_with("on");
        assert!(is_harmless, "{path}: <{tag} {name}>");
        let goes_to = value.trim_ascii_start().to_ascii_lowercase();
        let is_ours = !goes_to.starts_with("javascript:") && !goes_to.starts_with("//");
        assert!(is_ours, "{path}: <{tag} {name}={value:?}>");
    }
}

fn names_no_other_host(path: &str, body: &str) {
    for scheme in ["http://", "https://"] {
        for (at, _) in body.match_indices(scheme) {
            let to: String = body[at..].chars().take(50).collect();
            let host = &body[at + scheme.len()..];
            assert!(
                host.starts_with("wijkbanen.test") || host.starts_with("www.w3.org"),
                "{path}: {to}"
            );
        }
    }
}

fn files(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.append(&mut files(&path));
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            found.push((
                path.display().to_string(),
                fs::read_to_string(&path).unwrap(),
            ));
        }
    }
    found
}
