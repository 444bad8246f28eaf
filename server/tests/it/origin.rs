//! No other site can change anything, and reading changes nothing.

use store::demo::PEOPLE;

use crate::{
    client::{HOST, ORIGIN},
    given::on_each_engine,
    paths::{PATHS, Real},
};

#[tokio::test]
async fn a_form_from_another_site_is_refused_and_writes_nothing() {
    on_each_engine(|given| async move {
        let real = Real::of(&given).await;
        let mut people = vec![given.visitor()];
        for (login, ..) in PEOPLE {
            people.push(given.signed_in(login).await);
        }
        let longer = format!("https://{HOST}.elders.nl");
        let inside = format!("https://elders.nl/{HOST}");
        let before_it = format!("https://elders-{HOST}");
        let port = format!("{ORIGIN}:8443");
        let bare = HOST.to_owned();
        let foreign: Vec<Vec<(&str, &str)>> = vec![
            vec![("origin", "https://elders.nl")],
            vec![
                ("origin", "https://elders.nl"),
                ("sec-fetch-site", "same-origin"),
            ],
            vec![("origin", "null")],
            vec![("origin", "null"), ("sec-fetch-site", "same-origin")],
            vec![("origin", "")],
            vec![("origin", &longer)],
            vec![("origin", &inside)],
            vec![("origin", &before_it)],
            vec![("origin", &port)],
            vec![("origin", &bare)],
            vec![("sec-fetch-site", "cross-site")],
            vec![("sec-fetch-site", "same-site")],
            vec![("sec-fetch-site", "none")],
            vec![("referer", "https://wijkbanen.test/")],
            vec![],
        ];
        let before = given.dump().await;
        let mut tried = 0;
        for (template, ..) in PATHS
            .iter()
            .filter(|(.., methods)| methods.contains("POST"))
        {
            for prefix in ["", "/en"] {
                let path = format!("{prefix}{}", real.path(template));
                for headers in &foreign {
                    for client in &mut people {
                        let answer = client.post_from(&path, headers).await;
                        assert_eq!(answer.status, 403, "{path} {headers:?}");
                        assert!(
                            !answer.headers.contains_key("set-cookie"),
                            "{path} {headers:?}"
                        );
                        tried += 1;
                    }
                }
            }
        }
        assert!(tried > 4_000);
        assert_eq!(given.changed_since(&before).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_page_that_is_read_writes_nothing() {
    on_each_engine(|given| async move {
        let real = Real::of(&given).await;
        let mut people = vec![given.visitor()];
        for (login, ..) in PEOPLE {
            people.push(given.signed_in(login).await);
        }
        let before = given.dump().await;
        for (template, ..) in PATHS {
            for prefix in ["", "/en"] {
                let path = format!("{prefix}{}", real.path(template));
                for client in &mut people {
                    client.get(&path).await;
                    client
                        .get(&format!(
                            "{path}?deed=submit&step=cancel&wie=beheerder&to=/x&_method=POST"
                        ))
                        .await;
                    client.method(axum::http::Method::HEAD, &path).await;
                }
            }
        }
        assert_eq!(given.changed_since(&before).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_form_without_origin_is_ours_when_the_browser_says_so() {
    on_each_engine(|given| async move {
        let answer = given
            .visitor()
            .post_from("/uitloggen", &[("sec-fetch-site", "same-origin")])
            .await;
        assert_eq!(answer.status, 303);
    })
    .await;
}
