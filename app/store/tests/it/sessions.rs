//! Sessions: how long they last, and that a token cannot be read back.

use domain::access::Role;

use crate::given::{DAY, Given, HOUR, MINUTE, NOW, on_each_engine};

/// Whether a session begun at [`NOW`] still lasts after views at these moments.
async fn lasts(given: &Given, is_staff: bool, views: impl IntoIterator<Item = i64>) -> bool {
    let person = given
        .people(&domain::access::Permit::of_console())
        .await
        .unwrap()[0]
        .id;
    let token = given.begin_session(person, is_staff, NOW).await.unwrap();
    let mut lasts = true;
    for at in views {
        lasts = given.session(&token, NOW + at).await.unwrap().is_some();
    }
    lasts
}

#[tokio::test]
async fn staff_are_signed_out_after_15_idle_minutes_or_a_working_day() {
    on_each_engine(|given| async move {
        given.person("balie", Role::Desk).await;
        assert!(lasts(&given, true, [0, 15 * MINUTE]).await);
        assert!(!lasts(&given, true, [15 * MINUTE + 1]).await);
        assert!(
            lasts(&given, true, [10 * MINUTE, 20 * MINUTE, 30 * MINUTE]).await,
            "not idle"
        );
        let busy = (0..).step_by(600_000).take_while(|at| *at <= 8 * HOUR);
        assert!(lasts(&given, true, busy.clone()).await);
        assert!(!lasts(&given, true, busy.chain([8 * HOUR + 1])).await);
    })
    .await;
}

#[tokio::test]
async fn residents_are_signed_out_after_two_hours_or_a_day() {
    on_each_engine(|given| async move {
        given.resident().await;
        assert!(lasts(&given, false, [2 * HOUR]).await);
        assert!(!lasts(&given, false, [2 * HOUR + 1]).await);
        let busy = (0..).step_by(3_600_000).take_while(|at| *at <= DAY);
        assert!(lasts(&given, false, busy.clone()).await);
        assert!(!lasts(&given, false, busy.chain([DAY + 1])).await);
    })
    .await;
}

#[tokio::test]
async fn an_ended_or_unknown_token_is_dead() {
    on_each_engine(|given| async move {
        let person = given.resident().await;
        let [ended, other] = [
            given
                .begin_session(person.person, false, NOW)
                .await
                .unwrap(),
            given
                .begin_session(person.person, false, NOW)
                .await
                .unwrap(),
        ];
        assert_ne!(ended, other);
        assert_eq!(given.session(&ended, NOW).await.unwrap(), Some(person));
        given.end_session(&ended).await.unwrap();
        assert_eq!(given.session(&ended, NOW).await.unwrap(), None);
        assert!(
            given.session(&other, NOW).await.unwrap().is_some(),
            "only that one ended"
        );
        for unknown in ["", "\0", &other[1..]] {
            assert_eq!(given.session(unknown, NOW).await.unwrap(), None);
        }
    })
    .await;
}

#[tokio::test]
async fn the_token_is_nowhere_in_the_database() {
    on_each_engine(|given| async move {
        let person = given.resident().await.person;
        let token = given.begin_session(person, false, NOW).await.unwrap();
        given.session(&token, NOW + HOUR).await.unwrap().unwrap();
        let bytes = given.every_byte().await;
        let holds = |wanted: &str| {
            bytes
                .windows(wanted.len())
                .any(|part| part == wanted.as_bytes())
        };
        assert!(holds(&person.to_string()));
        assert!(!holds(&token));
        let stored = given.text("SELECT token FROM session").await;
        assert_eq!(
            given.session(&stored, NOW).await.unwrap(),
            None,
            "what is stored signs nobody in"
        );
    })
    .await;
}

#[tokio::test]
async fn sessions_of_yesterday_are_cleared_when_a_new_one_begins() {
    on_each_engine(|given| async move {
        let person = given.resident().await.person;
        given.begin_session(person, false, NOW).await.unwrap();
        given
            .begin_session(person, false, NOW + DAY + 1)
            .await
            .unwrap();
        assert_eq!(
            given
                .text("SELECT CAST(COUNT(*) AS TEXT) FROM session")
                .await,
            "1"
        );
    })
    .await;
}
