//! Cookies and what they are worth.

use domain::phase::Phase;
use store::demo::PASSWORD;

use crate::{
    client::Client,
    given::{MINUTE, on_each_engine},
};

#[tokio::test]
async fn every_cookie_is_for_this_host_and_out_of_reach_of_scripts() {
    on_each_engine(|given| async move {
        for (login, name, same_site) in [
            ("bewoner", "__Host-sessie", "Lax"),
            ("smederij", "__Host-staf", "Strict"),
            ("raadslid", "__Host-staf", "Strict"),
        ] {
            let mut client = given.signed_in(login).await;
            client.post("/uitloggen", &[]).await;
            for cookie in &client.handed {
                assert_flags(cookie);
            }
            let given_out = client
                .handed
                .iter()
                .find(|cookie| cookie.starts_with(name) && !cookie.contains("Max-Age=0"))
                .unwrap();
            assert!(
                given_out.contains(&format!("SameSite={same_site}")),
                "{given_out}"
            );
            assert!(
                !given_out.contains("Max-Age") && !given_out.contains("Expires"),
                "ends with the browser: {given_out}"
            );
        }
        let mut voter = given.visitor();
        voter
            .post("/stem", &[("code", &crate::voting::code(0))])
            .await;
        let pass = voter.handed.last().unwrap();
        assert!(
            pass.starts_with("__Host-stempas=") && pass.contains("SameSite=Strict"),
            "{pass}"
        );
        assert_flags(pass);
    })
    .await;
}

fn assert_flags(cookie: &str) {
    assert!(cookie.starts_with("__Host-"), "{cookie}");
    for flag in ["; HttpOnly", "; Secure", "; Path=/"] {
        assert!(cookie.contains(flag), "no {flag}: {cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
}

#[tokio::test]
async fn signing_in_gives_a_new_id_and_ends_the_one_before() {
    on_each_engine(|given| async move {
        let mut client = given.signed_in("smederij").await;
        let before = client.clone();
        client.post("/demo/inloggen", &[("who", "smederij")]).await;
        assert_ne!(client.cookies, before.cookies);
        assert_eq!(client.get("/werk").await.status, 200);
        assert!(before.clone().get("/werk").await.asks_to_sign_in());
        // A role change too: the resident's cookie goes when somebody signs in as staff.
        let mut client = given.signed_in("bewoner").await;
        client
            .post(
                "/inloggen",
                &[("login", "griffier"), ("password", PASSWORD)],
            )
            .await;
        let names: Vec<_> = client.cookies.keys().collect();
        assert_eq!(names, ["__Host-bekend", "__Host-staf"]);
    })
    .await;
}

#[tokio::test]
async fn an_id_that_somebody_else_chose_is_not_taken_over() {
    on_each_engine(|given| async move {
        let chosen = "0".repeat(64);
        for name in ["__Host-sessie", "__Host-staf"] {
            let mut client = given.visitor();
            client.cookies.insert(name.to_owned(), chosen.clone());
            assert!(client.get("/mijn").await.asks_to_sign_in());
            client.post("/demo/inloggen", &[("who", "smederij")]).await;
            assert!(!client.cookies.values().any(|value| *value == chosen));
            let mut other = given.visitor();
            other.cookies.insert(name.to_owned(), chosen.clone());
            assert!(other.get("/werk").await.asks_to_sign_in());
        }
    })
    .await;
}

#[tokio::test]
async fn signing_out_ends_the_session_on_the_server() {
    on_each_engine(|given| async move {
        let mut client = given.signed_in("beheerder").await;
        let stolen = client.clone();
        let answer = client.post("/uitloggen", &[]).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (303, "/"));
        assert!(client.cookies.is_empty());
        assert!(stolen.clone().get("/beheer/mensen").await.asks_to_sign_in());
    })
    .await;
}

#[tokio::test]
async fn a_token_of_no_session_is_nobody() {
    on_each_engine(|given| async move {
        let long = "x".repeat(6_000);
        for made_up in [
            "",
            "x",
            "' OR 1=1 --",
            "%00",
            "../../etc/passwd",
            &"f".repeat(64),
            &long,
        ] {
            for name in ["__Host-sessie", "__Host-staf"] {
                let mut client = given.visitor();
                client.cookies.insert(name.to_owned(), made_up.to_owned());
                assert!(
                    client.get("/mijn").await.asks_to_sign_in(),
                    "{name}={made_up}"
                );
                assert_eq!(client.get("/").await.status, 200);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_token_is_not_in_the_database() {
    on_each_engine(|given| async move {
        let client = given.signed_in("smederij").await;
        let token = &client.cookies["__Host-staf"];
        assert_eq!(token.len(), 64, "256 bits");
        let dump = given.dump().await;
        assert_eq!(dump["session"].len(), 1);
        assert!(!dump.values().flatten().any(|row| row.contains(token)));
    })
    .await;
}

#[tokio::test]
async fn staff_who_do_nothing_for_a_quarter_of_an_hour_sign_in_again() {
    on_each_engine(|given| async move {
        let mut staff = given.signed_in("smederij").await;
        let mut resident = given.signed_in("bewoner").await;
        given.later(14 * MINUTE);
        assert_eq!(staff.get("/werk").await.status, 200);
        given.later(14 * MINUTE);
        assert_eq!(
            staff.get("/werk").await.status,
            200,
            "a click keeps the session"
        );
        given.later(16 * MINUTE);
        assert!(staff.get("/werk").await.asks_to_sign_in());
        assert_eq!(resident.get("/mijn").await.status, 200);
        given.later(121 * MINUTE);
        assert!(resident.get("/mijn").await.asks_to_sign_in());
    })
    .await;
}

#[tokio::test]
async fn nobody_is_sent_to_another_site_after_signing_in() {
    on_each_engine(|given| async move {
        let sign_in = async |naar: &str| -> (Client, String) {
            let mut client = given.visitor();
            let form = [("login", "raadslid"), ("password", PASSWORD), ("to", naar)];
            let answer = client.post("/inloggen", &form).await;
            assert_eq!(answer.status, 303, "{naar:?}");
            (client, answer.location().to_owned())
        };
        for evil in [
            "//elders.nl",
            "https://elders.nl",
            "/\\elders.nl",
            "\\\\elders.nl",
            "/\t/elders.nl",
            "/\u{1}x",
            "/\u{0}",
            "\t//elders.nl",
            " //elders.nl",
            "javascript:alert(1)",
            "/\r\nSet-Cookie: x=y",
            "/\u{7f}",
            "elders.nl",
            "",
        ] {
            assert_eq!(sign_in(evil).await.1, "/werk", "{evil:?}");
        }
        assert_eq!(sign_in("/logboek?page=2").await.1, "/logboek?page=2");
    })
    .await;
}

#[tokio::test]
async fn signing_in_leads_to_the_page_that_was_asked_for() {
    on_each_engine(|given| async move {
        let mut client = given.visitor();
        let asked = client.get("/en/beheer/mensen").await;
        let page = client.follow(&asked).await;
        assert_eq!(page.page().value("to"), "/beheer/mensen");
        let form = [
            ("login", "beheerder"),
            ("password", PASSWORD),
            ("to", "/beheer/mensen"),
        ];
        let answer = client.post("/en/inloggen", &form).await;
        assert_eq!(answer.location(), "/en/beheer/mensen");
        assert_eq!(client.follow(&answer).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_voter_is_nobody_even_when_signed_in() {
    on_each_engine(|given| async move {
        let mut staff = given.signed_in("smederij").await;
        let before = given.number("SELECT MAX(seen_at) FROM session").await;
        given.later(5 * MINUTE);
        for path in ["/stem", "/en/stem"] {
            let page = staff.get(path).await;
            assert!(
                !page.body.contains("Sam Smederij") && !page.body.contains("/uitloggen"),
                "{path}"
            );
        }
        staff
            .post("/stem", &[("code", &crate::voting::code(0))])
            .await;
        assert!(
            !staff
                .get("/stem/kiezen")
                .await
                .body
                .contains("Sam Smederij")
        );
        assert_eq!(
            given.number("SELECT MAX(seen_at) FROM session").await,
            before,
            "the session was not even looked at"
        );
        assert!(staff.get("/").await.body.contains("Sam Smederij"));
    })
    .await;
}

#[tokio::test]
async fn a_form_sent_after_the_session_waits_without_its_secrets() {
    on_each_engine(|given| async move {
        let round = given.round(Phase::Voting).await.id;
        let mut client = given.signed_in("smederij").await;
        given.later(16 * MINUTE);
        let before = given.dump().await;
        let path = format!("/werk/rondes/{round}/sleutel");
        let card = store::demo::cards(round)[0].signs().to_string();
        let form = [
            ("deed", "rehearse"),
            ("card_1_row_1", card.as_str()),
            ("password", "geheim geheim geheim"),
        ];
        let answer = client.post(&path, &form).await;
        assert_eq!(answer.status, 401);
        assert_eq!(answer.page().value("kept-deed"), "rehearse");
        assert!(
            !answer.body.contains(&card) && !answer.body.contains("geheim geheim"),
            "a secret is never sent back"
        );
        let answer = client
            .post("/werk/wijken", &[("name", "\"><script>alert(1)</script>")])
            .await;
        assert_eq!(answer.status, 401);
        assert!(!answer.body.contains("<script>"));
        assert_eq!(given.changed_since(&before).await, Vec::<String>::new());

        let form = |naar| {
            [
                ("login", "smederij"),
                ("password", PASSWORD),
                ("to", naar),
                ("kept-name", "De Kade & <b>Co</b>"),
            ]
        };
        let answer = client.post("/inloggen", &form("/werk/wijken")).await;
        assert_eq!(answer.status, 200);
        let page = answer.page();
        let (action, _) = page.form("[name=name]").unwrap();
        assert_eq!(action, Some("/werk/wijken"));
        assert_eq!(page.value("name"), "De Kade & <b>Co</b>");
        assert!(!answer.body.contains("<b>Co"));
        assert_eq!(client.get("/werk").await.status, 200, "signed in");
        for elsewhere in [
            "//elders.nl",
            "https://elders.nl",
            "/\t/elders.nl",
            "/\\elders.nl",
        ] {
            let answer = given.visitor().post("/inloggen", &form(elsewhere)).await;
            assert_eq!(
                (answer.status.as_u16(), answer.location()),
                (303, "/werk"),
                "a form never goes to another site"
            );
        }
    })
    .await;
}
