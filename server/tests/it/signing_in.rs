//! Signing in tells nobody who has an account, and does not let anybody guess for long.

use store::demo::PASSWORD;

use crate::{client::Answer, given::on_each_engine};

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
        let made = client.post("/account-maken", &form).await;
        assert_eq!((made.status.as_u16(), made.location()), (303, "/inloggen"));
        assert!(client.follow(&made).await.body.contains("Bijna klaar"));
        let right = [("login", "buur"), ("password", password)];
        let answer = client.post("/inloggen", &right).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (303, "/mijn"));
        assert!(client.cookies.contains_key("__Host-sessie"));
        for closed in ["/werk", "/beheer/mensen", "/werk/rondes/nieuw"] {
            assert_eq!(client.get(closed).await.status, 403);
        }
    })
    .await;
}
