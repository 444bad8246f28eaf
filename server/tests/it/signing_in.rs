//! Signing in tells nobody who has an account, and does not let anybody guess for long.

use store::demo::PASSWORD;

use crate::{
    client::Answer,
    given::{MINUTE, on_each_engine},
};

#[tokio::test]
async fn an_unknown_name_and_a_wrong_password_look_the_same() {
    on_each_engine(|given| async move {
        let wrong = given
            .visitor()
            .post(
                "/inloggen",
                &[("login", "bewoner"), ("password", "niet mijn wachtwoord")],
            )
            .await;
        let unknown = given
            .visitor()
            .post(
                "/inloggen",
                &[("login", "ongewoon"), ("password", "niet mijn wachtwoord")],
            )
            .await;
        assert_eq!(wrong.status, 422);
        assert_eq!(unknown.status, wrong.status);
        assert_eq!(unknown.body.replace("ongewoon", "bewoner"), wrong.body);
        let names = |answer: &Answer| {
            answer
                .headers
                .keys()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        };
        assert_eq!(names(&unknown), names(&wrong));
        assert!(!wrong.body.contains("niet mijn wachtwoord"));
    })
    .await;
}

#[tokio::test]
async fn case_and_spaces_around_the_name_lock_nobody_out() {
    on_each_engine(|given| async move {
        let mut client = given.visitor();
        let answer = client
            .post(
                "/inloggen",
                &[("login", " Smederij "), ("password", PASSWORD)],
            )
            .await;
        assert_eq!((answer.status.as_u16(), answer.location()), (303, "/werk"));
        assert_eq!(client.follow(&answer).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn five_wrong_passwords_make_one_name_wait_and_no_other() {
    on_each_engine(|given| async move {
        for n in 0..5 {
            // From five places, because the limit is on the name.
            let mut client = given.visitor_at(&format!("198.51.100.{n}:1"));
            let answer = client
                .post(
                    "/inloggen",
                    &[("login", "Griffier"), ("password", "gok ik weer verkeerd?")],
                )
                .await;
            assert_eq!(answer.status, 422);
        }
        let right = [("login", "griffier"), ("password", PASSWORD)];
        let answer = given.visitor().post("/inloggen", &right).await;
        assert_eq!(
            answer.status, 429,
            "the right password too: whoever guesses learns nothing"
        );
        assert!(answer.page().has("h1") && !answer.headers.contains_key("set-cookie"));
        let answer = given
            .visitor()
            .post("/inloggen", &[("login", "toetser"), ("password", PASSWORD)])
            .await;
        assert_eq!(answer.status, 303);
        given.later(MINUTE);
        assert_eq!(given.visitor().post("/inloggen", &right).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn a_taken_name_is_said_only_to_its_asker_and_stays_one_account() {
    on_each_engine(|given| async move {
        let form = [
            ("name", "Iemand"),
            ("login", "BEWONER"),
            ("password", "vier ganzen op de dijk"),
            ("repeated", "vier ganzen op de dijk"),
        ];
        let before = given.counts().await;
        let answer = given.visitor().post("/account-maken", &form).await;
        assert_eq!(answer.status, 422);
        assert_eq!(given.counts().await, before);
    })
    .await;
}

#[tokio::test]
async fn a_new_account_is_a_residents_whatever_else_the_form_says() {
    on_each_engine(|given| async move {
        let password = "vier ganzen op de dijk";
        let form = [
            ("name", "Nieuwe Buur"),
            ("login", "buur"),
            ("password", password),
            ("repeated", password),
            ("role", "administrator"),
            ("roles", "smederij"),
            ("is_staff", "1"),
        ];
        let mut client = given.visitor();
        let answer = client.post("/account-maken", &form).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (303, "/mijn"));
        assert!(client.cookies.contains_key("__Host-sessie"));
        for closed in ["/werk", "/beheer/mensen", "/werk/rondes/nieuw"] {
            assert_eq!(client.get(closed).await.status, 403);
        }
    })
    .await;
}

#[tokio::test]
async fn ten_new_accounts_an_hour_from_one_address_is_enough() {
    on_each_engine(|given| async move {
        let password = "vier ganzen op de dijk";
        let make = async |n: u32, address: &str| {
            let login = format!("buur{n}");
            let form = [
                ("name", "Buur"),
                ("login", login.as_str()),
                ("password", password),
                ("repeated", password),
            ];
            given
                .visitor_at(address)
                .post("/account-maken", &form)
                .await
                .status
        };
        for n in 0..10 {
            assert_eq!(make(n, "198.51.100.1:1").await, 303);
        }
        assert_eq!(make(10, "198.51.100.1:2").await, 429);
        assert_eq!(make(10, "198.51.100.2:1").await, 303);
    })
    .await;
}
