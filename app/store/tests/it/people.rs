//! Accounts: who gets in, and what a stranger can learn by trying.

use domain::{access::Role, fault::What};
use store::{Refusal, StoreError};

use crate::given::{self, NOW, PASSWORD, console, new_person, on_each_engine, refusal};

#[tokio::test]
async fn the_right_password_opens_the_account_in_any_case_of_the_name() {
    on_each_engine(|given| async move {
        let person = given
            .person(" Renée@Buurt.example ", Role::Desk)
            .await
            .person;
        for login in [
            "renée@buurt.example",
            "RENÉE@BUURT.EXAMPLE ",
            "rene\u{301}e@buurt.example",
        ] {
            assert_eq!(
                given.check_password(login, PASSWORD).await.unwrap(),
                person,
                "{login}"
            );
        }
        let actor = given.actor(person).await.unwrap();
        assert!(actor.is(Role::Desk) && actor.is_staff());
    })
    .await;
}

#[tokio::test]
async fn an_unknown_name_and_a_wrong_password_are_refused_alike() {
    on_each_engine(|given| async move {
        given.person("balie", Role::Desk).await;
        for (login, password) in [
            ("balie", "een heel ander wachtwoord"),
            ("balie", ""),
            ("nergens", PASSWORD),
            ("", ""),
            ("balie\0", PASSWORD),
            ("' OR 1=1 --", PASSWORD),
        ] {
            let refused = refusal(given.check_password(login, password).await);
            assert_eq!(refused, Refusal::SignIn, "{login:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_taken_name_is_a_fault_at_its_field() {
    on_each_engine(|given| async move {
        given.person("balie", Role::Desk).await;
        let before = given.dump().await;
        let again = new_person("BALIE");
        let registered = given.register(again, NOW).await;
        let faults = registered.as_ref().unwrap_err().faults().unwrap();
        assert_eq!(
            (faults[0].field.as_str(), &faults[0].what),
            ("login", &What::Taken)
        );
        let again = new_person("balie");
        let added = given.add_person(&console(), again, &[], NOW).await;
        assert_eq!(given::faulty_fields(added), ["login"]);
        assert!(given.changed_since(&before).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_login_with_letters_that_grow_registers_and_signs_in() {
    on_each_engine(|given| async move {
        for (login, typed) in [
            ("İ".repeat(50), "i".repeat(50)),
            ("STRASSE".to_owned(), " straße ".to_owned()),
            ("ﬁets".to_owned(), "FIETS\u{200b}".to_owned()),
        ] {
            let id = given.register(new_person(&login), NOW).await.unwrap();
            for login in [login, typed] {
                assert_eq!(given.check_password(&login, PASSWORD).await.unwrap(), id);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn somebody_who_registers_is_a_resident_and_no_more() {
    on_each_engine(|given| async move {
        let person = new_person("bewoner");
        let id = given.register(person, NOW).await.unwrap();
        let actor = given.actor(id).await.unwrap();
        assert_eq!(actor.grants.len(), 1);
        assert!(actor.is(Role::Resident) && !actor.is_staff());
        let entry = &given.journal(0, 1).await.unwrap()[0];
        assert_eq!(entry.actor, given.actor_in_journal(id, Role::Resident));
    })
    .await;
}

#[tokio::test]
async fn a_role_in_one_wijk_stays_in_that_wijk() {
    on_each_engine(|given| async move {
        let wijken = given.first_wijken(2).await;
        let person = new_person("smid");
        let grants = given::somebody_in(wijken[0], Role::Smederij).grants;
        let id = given
            .add_person(&console(), person, &grants, NOW)
            .await
            .unwrap();
        let permit = given
            .actor(id)
            .await
            .unwrap()
            .permit::<domain::access::StepRound>()
            .unwrap();
        assert!(permit.covers(wijken[0]) && !permit.covers(wijken[1]));
        let listed = given.people(&console()).await.unwrap();
        assert_eq!((listed.len(), &listed[0].grants), (1, &grants));
    })
    .await;
}

#[tokio::test]
async fn no_password_stands_in_the_database() {
    on_each_engine(|given| async move {
        given.person("balie", Role::Desk).await;
        let bytes = given.every_byte().await;
        let holds = |wanted: &str| {
            bytes
                .windows(wanted.len())
                .any(|part| part == wanted.as_bytes())
        };
        assert!(holds("balie") && holds("$argon2id$v=19$m=65536,t=3,p=1$"));
        assert!(!holds(PASSWORD));
        let nobody = domain::id::PersonId::new(uuid::Uuid::now_v7());
        assert!(matches!(
            given.actor(nobody).await,
            Err(StoreError::NotFound)
        ));
    })
    .await;
}
