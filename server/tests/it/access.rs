//! Who may see what: the whole table, every role, every method.

use axum::http::Method;
use domain::{
    access::{Actor, Role},
    id::WijkId,
};
use store::demo::PEOPLE;

use crate::{
    client::{Answer, Client},
    given::{Given, on_each_engine},
    paths::{PATHS, Real, SECRET, who},
};

#[test]
fn a_new_page_joins_the_list_on_purpose() {
    let rows: Vec<(&str, String)> = app::pages()
        .pages()
        .iter()
        .map(|page| (page.path, who(page.access)))
        .collect();
    let listed: Vec<(&str, String)> = PATHS
        .iter()
        .map(|&(path, who, _)| (path, who.to_owned()))
        .collect();
    assert_eq!(rows, listed);
}

#[test]
fn a_page_with_a_secret_or_a_vote_is_handled_with_care() {
    let table = app::pages();
    for page in table.pages() {
        let votes = page.path == "/stem" || page.path.starts_with("/stem/");
        let is_secret = SECRET.contains(&page.path);
        assert_eq!(page.is_voting(), votes, "{}", page.path);
        assert_eq!(page.is_logged(), !votes, "{}", page.path);
        assert_eq!(
            page.may_be_compressed(),
            !votes && !is_secret,
            "{}",
            page.path
        );
    }
}

#[test]
fn every_role_of_the_domain_signs_in_to_the_demo() {
    for role in Role::ALL {
        assert!(PEOPLE.iter().any(|(.., played)| played == role), "{role}");
    }
}

#[tokio::test]
async fn every_page_answers_to_exactly_the_methods_in_the_list() {
    on_each_engine(|given| async move {
        let real = Real::of(&given).await;
        for page in app::pages().pages() {
            let path = real.path(page.path);
            for (method, name) in [(Method::GET, "GET"), (Method::POST, "POST")] {
                let mut client = allowed(&given, page.access).await;
                let answer = ask(&mut client, &method, &path).await;
                let (.., methods) = PATHS.iter().find(|(path, ..)| *path == page.path).unwrap();
                // A page that is there can still find nothing for an empty form: it does not say that only GET is allowed.
                let is_there = !answer.headers.contains_key("allow")
                    && (answer.status != 404 || method == Method::POST);
                if methods.contains(name) {
                    assert!(is_there, "{method} {path}: {}", answer.status);
                } else {
                    assert_eq!(answer.status, 404, "{method} {path}");
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn everybody_gets_what_the_table_says_and_nothing_else() {
    on_each_engine(|given| async move {
        let real = Real::of(&given).await;
        let mut actors: Vec<(&str, Option<Actor>)> = vec![("nobody", None)];
        for (login, ..) in PEOPLE {
            let person = given.demo_person(login).await.unwrap();
            actors.push((login, Some(given.actor(person).await.unwrap())));
        }
        let mut cells = 0;
        for page in app::pages().pages() {
            let path = real.path(page.path);
            for (login, actor) in &actors {
                for method in [Method::GET, Method::POST] {
                    let mut client = match actor {
                        Some(_) => given.signed_in(login).await,
                        None => given.visitor(),
                    };
                    let answer = ask(&mut client, &method, &path).await;
                    let cell = format!(
                        "{method} {path} by {login}: {} {}",
                        answer.status,
                        answer.location()
                    );
                    assert!(!answer.status.is_server_error(), "{cell}");
                    if page.access.allows(actor.as_ref()) {
                        assert!(
                            ![401, 403].contains(&answer.status.as_u16())
                                && !answer.asks_to_sign_in(),
                            "{cell}"
                        );
                    } else if actor.is_some() {
                        assert_eq!(answer.status, 403, "{cell}");
                    } else if method == Method::GET {
                        assert!(answer.asks_to_sign_in(), "{cell}");
                        assert_eq!(answer.location(), format!("/inloggen?to={path}"));
                    } else {
                        assert_eq!(
                            answer.status, 401,
                            "a form waits until its sender has signed in: {cell}"
                        );
                    }
                    cells += 1;
                }
            }
        }
        let everybody_and_nobody = PEOPLE.len() + 1;
        assert_eq!(cells, PATHS.len() * everybody_and_nobody * 2);
    })
    .await;
}

#[tokio::test]
async fn a_path_outside_the_table_does_not_exist() {
    on_each_engine(|given| async move {
        let mut smederij = given.signed_in("smederij").await;
        for path in [
            "/api",
            "/admin",
            "/demo/x",
            "/werk//",
            "/NaN",
            "/API",
            "/en/en",
            "/index.html",
            "/.env",
            "/pkg/x.js",
            "/%00",
        ] {
            assert_eq!(smederij.get(path).await.status, 404, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_address_copied_by_hand_leads_to_its_page_and_its_guard() {
    on_each_engine(|given| async move {
        let mut visitor = given.visitor();
        for (typed, page) in [
            ("/Stem", "/stem"),
            ("/stem.", "/stem"),
            ("/EN/Stem", "/en/stem"),
            ("/rondes/", "/rondes"),
            ("/werk/", "/werk"),
        ] {
            let answer = visitor.get(typed).await;
            assert_eq!(answer.status, 303, "{typed}");
            assert_eq!(answer.location(), page, "{typed}");
        }
        assert_eq!(visitor.get("/werk").await.location(), "/inloggen?to=/werk");
        assert_eq!(visitor.post("/Stem", &[]).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn the_english_pages_have_the_same_guards() {
    on_each_engine(|given| async move {
        let real = Real::of(&given).await;
        for page in app::pages().pages() {
            let path = format!("/en{}", real.path(page.path).trim_end_matches('/'));
            let answer = given.visitor().get(&path).await;
            if page.access.allows(None) {
                assert!(!answer.asks_to_sign_in(), "{path}");
            } else {
                assert!(
                    answer.location().starts_with("/en/inloggen?to=/"),
                    "{path}: {}",
                    answer.location()
                );
            }
        }
    })
    .await;
}

#[tokio::test]
async fn demo_pages_do_not_exist_outside_the_demo() {
    on_each_engine(|given| async move {
        let real = given.without_demo();
        for (path, _, _) in PATHS
            .iter()
            .filter(|(_, who, _)| *who == "everybody in the demo")
        {
            let mut visitor = Client::new(real.clone(), "192.0.2.1:1");
            assert_eq!(visitor.get(path).await.status, 404, "{path}");
            assert_eq!(
                visitor.post(path, &[("who", "beheerder")]).await.status,
                404,
                "{path}"
            );
            assert!(visitor.cookies.is_empty());
        }
    })
    .await;
}

#[tokio::test]
async fn a_role_that_is_taken_away_is_gone_at_the_next_click() {
    on_each_engine(|given| async move {
        let mut beheerder = given.signed_in("beheerder").await;
        assert_eq!(beheerder.get("/beheer/mensen").await.status, 200);
        let person = given.demo_person("beheerder").await.unwrap();
        given
            .sql(format!(
                "DELETE FROM person_role WHERE person_id = '{person}'"
            ))
            .await;
        assert_eq!(beheerder.get("/beheer/mensen").await.status, 403);
    })
    .await;
}

mod breaks {
    use super::*;

    /// Every role of the demo holds in this wijk only, from the next click on.
    async fn confine_to(given: &Given, wijk: WijkId) {
        given
            .sql(format!("UPDATE person_role SET wijk_id = '{wijk}'"))
            .await;
    }

    #[tokio::test]
    async fn a_round_without_a_wijk_of_theirs_does_not_exist_for_staff() {
        on_each_engine(|given| async move {
            let real = Real::of(&given).await;
            let table = app::pages();
            let pages = table.pages().iter();
            let of_staff: Vec<_> = pages
                .filter(|page| page.path.starts_with("/werk/") && page.path.contains('{'))
                .filter(|page| {
                    let (.., methods) = PATHS.iter().find(|(path, ..)| *path == page.path).unwrap();
                    methods.contains("GET")
                })
                .collect();
            assert!(of_staff.len() > 5);
            for status in [200, 404] {
                for page in &of_staff {
                    let path = real.path(page.path);
                    let mut client = allowed(&given, page.access).await;
                    let answer = client.get(&path).await;
                    // The address of a step leads back to its round.
                    let is_there = answer.status == 200 || answer.status == 303;
                    assert_eq!(is_there, status == 200, "{path}: {}", answer.status);
                    assert!(is_there || answer.status == 404, "{path}");
                }
                let elsewhere = WijkId::new(uuid::Uuid::from_u128(7));
                if status == 200 {
                    given
                        .sql(format!(
                            "INSERT INTO wijk (id, name, name_folded, kind, residents, voting_point)
                             VALUES ('{elsewhere}', 'Overzij', 'overzij', 'dorp', 90, 'Het Trefpunt')"
                        ))
                        .await;
                    confine_to(&given, elsewhere).await;
                }
            }
            let mut smederij = given.signed_in("smederij").await;
            let draft = real.path("/werk/rondes/{round}/instellen");
            let draft = draft.trim_end_matches("/instellen").trim_start_matches("/werk");
            for path in ["/werk", "/rondes"] {
                let answer = smederij.get(path).await;
                assert_eq!(answer.status, 200, "{path}");
                assert!(!answer.body.contains(draft), "a draft elsewhere: {path}");
            }
        })
        .await;
    }

    #[tokio::test]
    async fn an_administrator_of_one_wijk_gives_roles_there_and_nowhere_else() {
        on_each_engine(|given| async move {
            let here = given.wijk("De Turfhoek").await;
            let there = given.wijken().await.unwrap();
            let there = there.iter().find(|wijk| wijk.id != here).unwrap().id;
            let mut beheerder = given.signed_in("beheerder").await;
            let all = beheerder.get("/beheer/mensen").await.page();
            assert!(all.has("select[name='wijk'] option[value='']"));
            given
                .sql(format!(
                    "UPDATE person_role SET wijk_id = '{here}' WHERE role IN ('administrator', 'desk')"
                ))
                .await;

            let page = beheerder.get("/beheer/mensen").await.page();
            let offered = page.attributes("select[name='wijk'] option", "value");
            assert_eq!(offered, [here.to_string()]);
            assert_eq!(page.texts("table tbody th"), ["Bas Balie", "Bibi Beheerder"]);

            let before = given.counts().await;
            for (n, place) in [String::new(), there.to_string()].iter().enumerate() {
                for &role in Role::ALL {
                    let answer = add(&mut beheerder, &format!("nieuw{n}"), role, place).await;
                    assert_eq!(answer.status, 422, "{role} in {place:?}");
                    let error = answer.page().error_at("wijk").unwrap();
                    assert!(error.contains("waarvan u beheerder bent"), "{error}");
                }
            }
            assert_eq!(given.counts().await, before);
            let answer = add(&mut beheerder, "nieuw", Role::Desk, &here.to_string()).await;
            assert_eq!(answer.status, 303);
        })
        .await;
    }

    async fn add(client: &mut Client, login: &str, role: Role, wijk: &str) -> Answer {
        let fields = [
            ("login", login),
            ("name", "Nieuw"),
            ("password", "vier ganzen op de dijk"),
            ("repeated", "vier ganzen op de dijk"),
            ("role", role.name()),
            ("wijk", wijk),
        ];
        client.post("/beheer/mensen", &fields).await
    }
}

/// Somebody whom the table lets in.
async fn allowed(given: &Given, access: app::Access) -> Client {
    for (login, ..) in PEOPLE {
        let person = given.demo_person(login).await.unwrap();
        let actor = given.actor(person).await.unwrap();
        if access.allows(Some(&actor)) {
            return given.signed_in(login).await;
        }
    }
    panic!("nobody may see this page");
}

async fn ask(client: &mut Client, method: &Method, path: &str) -> Answer {
    if method == Method::GET {
        client.get(path).await
    } else {
        client.post(path, &[]).await
    }
}
