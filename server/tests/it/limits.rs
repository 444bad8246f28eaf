//! Limits keep nobody out: what was tried against them, over HTTP. The clock is moved, so that no test waits for it.

use std::time::Duration;

use domain::{ballot_box::VotingCode, phase::Phase};
use store::demo::PASSWORD;
use tokio::{task::JoinSet, time::timeout};

use crate::{
    client::{Answer, Client},
    given::{Given, on_each_engine},
    voting::code,
};

const KNOWN: &str = "__Host-bekend";
const WRONG: &str = "gok ik weer verkeerd?";

fn unknown_code(n: u8) -> String {
    VotingCode::from_entropy([n; 9]).to_string()
}

/// Sends forms at once. Returns the answers that come by themselves, and the few who wait for the clock.
async fn flood(
    client: &Client,
    path: &'static str,
    forms: impl IntoIterator<Item = Vec<(&'static str, String)>>,
    waiting: usize,
) -> (Vec<Answer>, JoinSet<Answer>) {
    let mut crowd = JoinSet::new();
    for form in forms {
        let mut client = client.clone();
        crowd.spawn(async move {
            let form: Vec<_> = form.iter().map(|(name, typed)| (*name, &**typed)).collect();
            client.post(path, &form).await
        });
    }
    let mut answers = Vec::new();
    while crowd.len() > waiting {
        answers.push(crowd.join_next().await.unwrap().unwrap());
    }
    (answers, crowd)
}

async fn flood_with_codes(client: &Client) -> (Vec<Answer>, JoinSet<Answer>) {
    let forms = (0..120).map(|n| vec![("code", unknown_code(n))]);
    flood(client, "/stem", forms, 5).await
}

fn with_status(answers: &[Answer], status: u16) -> usize {
    let found = answers.iter().filter(|answer| answer.status == status);
    found.count()
}

/// Everybody who waits, each in their turn.
async fn all_served(given: &Given, mut waiting: JoinSet<Answer>) -> Vec<Answer> {
    let mut answers = Vec::new();
    while !waiting.is_empty() {
        given.later(30_000);
        if let Ok(answer) = timeout(Duration::from_millis(50), waiting.join_next()).await {
            answers.extend(answer.map(Result::unwrap));
        }
    }
    answers
}

async fn enter(client: &mut Client, code: &str) -> u16 {
    let answer = client.post("/stem", &[("code", code)]).await;
    answer.status.as_u16()
}

async fn sign_in(client: &mut Client, login: &str, password: &str) -> u16 {
    let form = [("login", login), ("password", password)];
    client.post("/inloggen", &form).await.status.as_u16()
}

/// Strangers guess at a name until nobody can wait for it any more.
async fn attack(client: &Client, login: &str, crowd: usize) -> (Vec<Answer>, JoinSet<Answer>) {
    let form = || vec![("login", login.to_owned()), ("password", WRONG.to_owned())];
    flood(client, "/inloggen", (0..crowd).map(|_| form()), 2).await
}

mod breaks {
    use super::*;

    #[tokio::test]
    async fn a_good_code_passes_after_twenty_unknown_ones() {
        on_each_engine(|given| async move {
            let mut guesser = given.visitor_at("[2001:db8:1:2::3]:1");
            for n in 0..20 {
                assert_eq!(enter(&mut guesser, &unknown_code(n)).await, 422);
            }
            // Another address of the same network prefix.
            let mut voter = given.visitor_at("[2001:db8:1:2:9::9]:1");
            let mut entering = tokio::spawn(async move { enter(&mut voter, &code(0)).await });
            let at_once = timeout(Duration::from_millis(100), &mut entering).await;
            assert!(at_once.is_err(), "it waits a second");
            given.later(1_000);
            assert_eq!(entering.await.unwrap(), 303);
        })
        .await;
    }

    #[tokio::test]
    async fn a_voter_who_waits_over_the_closing_is_in_time() {
        on_each_engine(|given| async move {
            let closing = given.round(Phase::Voting).await.starts(Phase::Closed);
            given.later(closing.unwrap() - given.app.clock.now() - 1_000);
            let (_, waiting) = flood_with_codes(&given.visitor()).await;
            drop(waiting);
            let mut voter = given.visitor();
            let mut entering = tokio::spawn(async move { enter(&mut voter, &code(0)).await });
            let at_once = timeout(Duration::from_millis(100), &mut entering).await;
            assert!(at_once.is_err(), "it waits");
            given.later(10_000);
            assert_eq!(entering.await.unwrap(), 303);
        })
        .await;
    }

    #[tokio::test]
    async fn a_flood_of_codes_is_sent_away_and_slows_no_neighbour() {
        on_each_engine(|given| async move {
            let mut guesser = given.visitor_at("198.51.100.1:1");
            let (answers, waiting) = flood_with_codes(&guesser).await;
            let (checked, sent_away) = (with_status(&answers, 422), with_status(&answers, 503));
            assert!((20..=22).contains(&checked), "{checked}");
            assert_eq!(checked + sent_away, 115);
            let away = answers.iter().find(|answer| answer.status == 503).unwrap();
            assert_eq!(away.headers["retry-after"], "10");
            assert!(away.page().has("h1"));
            let mut neighbour = given.visitor_at("198.51.100.2:1");
            assert_eq!(enter(&mut neighbour, &code(0)).await, 303);
            assert_eq!(all_served(&given, waiting).await.len(), 5);
            given.later(10_000);
            assert_eq!(enter(&mut guesser, &code(1)).await, 303);
        })
        .await;
    }

    #[tokio::test]
    async fn addresses_behind_a_trusted_proxy_are_each_their_own() {
        on_each_engine(|given| async move {
            let router = given.behind("192.0.2.0/24");
            let from = |address: &str| {
                let mut client = Client::new(router.clone(), "192.0.2.1:4321");
                client.forwarded = Some(address.to_owned());
                client
            };
            let (_, _waiting) = flood_with_codes(&from("198.51.100.1")).await;
            let mut same = from("203.0.113.5, 198.51.100.1");
            assert_eq!(enter(&mut same, &code(0)).await, 503, "as it says itself");
            assert_eq!(enter(&mut from("198.51.100.2"), &code(0)).await, 303);
        })
        .await;
    }

    #[tokio::test]
    async fn a_forwarded_address_changes_nothing_without_a_trusted_proxy() {
        on_each_engine(|given| async move {
            let (_, _waiting) = flood_with_codes(&given.visitor()).await;
            let mut other = given.visitor();
            other.forwarded = Some("198.51.100.2".to_owned());
            assert_eq!(enter(&mut other, &code(0)).await, 503);
        })
        .await;
    }

    #[tokio::test]
    async fn wrong_passwords_at_once_are_compared_five_times_for_any_name() {
        on_each_engine(|given| async move {
            for (login, address) in [
                ("griffier", "198.51.100.1:1"),
                ("niemand", "198.51.100.2:1"),
            ] {
                let (answers, _waiting) = attack(&given.visitor_at(address), login, 100).await;
                let compared = with_status(&answers, 422);
                assert!((5..=6).contains(&compared), "{login}: {compared}");
                assert_eq!(compared + with_status(&answers, 503), 98, "{login}");
            }
        })
        .await;
    }

    #[tokio::test]
    async fn strangers_keep_nobody_out_of_a_browser_that_signed_in_before() {
        on_each_engine(|given| async move {
            let (mut clerk, mut reviewer) = (given.visitor(), given.visitor());
            assert_eq!(sign_in(&mut clerk, "griffier", PASSWORD).await, 303);
            assert_eq!(sign_in(&mut reviewer, "toetser", PASSWORD).await, 303);
            let handed = clerk.handed.iter().find(|line| line.starts_with(KNOWN));
            for flag in [
                "HttpOnly",
                "Secure",
                "Path=/",
                "SameSite=Strict",
                "Max-Age=",
            ] {
                assert!(handed.unwrap().contains(flag), "{flag}");
            }
            assert!(!handed.unwrap().contains("griffier"));

            // Also after a restart, and from the network of the strangers.
            let stranger = given.restarted();
            let (_, _waiting) = attack(&stranger, "griffier", 12).await;
            let browser = |cookie: Option<&String>| {
                let mut browser = stranger.clone();
                let known = cookie.map(|value| (KNOWN.to_owned(), value.clone()));
                browser.cookies.extend(known);
                browser
            };
            let own = clerk.cookies.get(KNOWN);
            let forged = own.map(|value| value.replace(|_: char| true, "A"));
            for other in [None, reviewer.cookies.get(KNOWN), forged.as_ref()] {
                assert_eq!(
                    sign_in(&mut browser(other), "griffier", PASSWORD).await,
                    503
                );
            }
            assert_eq!(sign_in(&mut browser(own), "griffier", WRONG).await, 422);
            assert_eq!(sign_in(&mut browser(own), "griffier", PASSWORD).await, 303);
        })
        .await;
    }

    #[tokio::test]
    async fn a_browser_with_more_names_is_known_to_each_of_them() {
        on_each_engine(|given| async move {
            let mut desk = given.visitor();
            for login in ["griffier", "toetser"] {
                assert_eq!(sign_in(&mut desk, login, PASSWORD).await, 303);
            }
            let (_, _waiting) = attack(&given.visitor(), "griffier", 12).await;
            assert_eq!(sign_in(&mut desk, "griffier", PASSWORD).await, 303);
        })
        .await;
    }

    #[tokio::test]
    async fn the_right_password_passes_after_five_wrong_ones() {
        on_each_engine(|given| async move {
            let (_, waiting) = attack(&given.visitor(), "griffier", 12).await;
            all_served(&given, waiting).await;
            let mut clerk = given.visitor_at("198.51.100.9:1");
            given.later(30_000);
            assert_eq!(sign_in(&mut clerk, "griffier", PASSWORD).await, 303);
        })
        .await;
    }

    #[tokio::test]
    async fn a_taken_name_registers_as_a_free_one_does() {
        on_each_engine(|given| async move {
            let password = "vier ganzen op de dijk";
            let mut answers = Vec::new();
            for login in ["buur", "BEWONER"] {
                let form = [
                    ("name", "Iemand"),
                    ("login", login),
                    ("password", password),
                    ("repeated", password),
                ];
                let before = given.counts().await;
                let mut client = given.visitor();
                let mut answer = client.post("/account-maken", &form).await;
                let is_made = given.counts().await != before;
                assert_eq!(is_made, login == "buur");
                let next = client.follow(&answer).await;
                answer.headers.remove("date");
                answers.push((answer.status, answer.headers, answer.body, next.body));
                // Who took a taken name is told what to do when signing in fails.
                let form = [("login", login), ("password", password)];
                let signed_in = client.post("/inloggen", &form).await;
                let is_told = signed_in.body.contains("een andere inlognaam");
                assert_eq!(
                    (signed_in.status == 303, is_told),
                    (login == "buur", login != "buur")
                );
            }
            assert_eq!(answers[0], answers[1]);
        })
        .await;
    }

    #[tokio::test]
    async fn new_accounts_at_once_wait_for_each_other_beyond_ten() {
        on_each_engine(|given| async move {
            let form = |n: u8| {
                let password = "vier ganzen op de dijk".to_owned();
                vec![
                    ("name", "Buur".to_owned()),
                    ("login", format!("buur{}", n % 2)),
                    ("password", password.clone()),
                    ("repeated", password),
                ]
            };
            let forms = (0..40).map(form);
            let (answers, _waiting) = flood(&given.visitor(), "/account-maken", forms, 5).await;
            let hashed = with_status(&answers, 303);
            assert!((10..=13).contains(&hashed), "{hashed}");
            assert_eq!(hashed + with_status(&answers, 503), 35);
        })
        .await;
    }
}
