//! Settings under which the site is not served.

use store::{Engine, Hazard, Store};

use crate::given::on_each_engine;

#[tokio::test]
async fn a_setting_that_tells_on_voters_is_found() {
    on_each_engine(|given| async move {
        if given.engine() == Engine::Sqlite {
            assert!(given.hazards().await.unwrap().is_empty());
            return;
        }
        let database = given.text("SELECT CAST(current_database() AS TEXT)").await;
        for (name, value) in [
            ("log_statement", "mod"),
            ("log_min_duration_statement", "0"),
            ("log_parameter_max_length_on_error", "-1"),
            ("session_preload_libraries", "auto_explain"),
            ("auto_explain.log_min_duration", "5"),
        ] {
            let sql = format!("ALTER DATABASE {database} SET {name} = '{value}'");
            given.sql(sql).await.unwrap();
        }
        // Such a setting holds for connections that come after it.
        let store = Store::open(&given.url).await.unwrap();
        let found = store.hazards().await.unwrap();
        let logged: Vec<_> = found
            .iter()
            .filter(|setting| setting.hazard == Hazard::Logs)
            .map(|setting| (setting.name.as_str(), setting.value.as_str()))
            .collect();
        let expected = [
            ("auto_explain.log_min_duration", "5"),
            ("log_min_duration_statement", "0"),
            ("log_parameter_max_length_on_error", "-1"),
            ("log_statement", "mod"),
        ];
        assert_eq!(logged, expected);
        store.close().await;
    })
    .await;
}

#[tokio::test]
async fn a_database_that_does_not_wait_for_the_disk_is_found() {
    on_each_engine(|given| async move {
        if given.engine() == Engine::Sqlite {
            return;
        }
        let database = given.text("SELECT CAST(current_database() AS TEXT)").await;
        for (value, is_hazard) in [("off", true), ("remote_apply", false)] {
            let sql = format!("ALTER DATABASE {database} SET synchronous_commit = '{value}'");
            given.sql(sql).await.unwrap();
            let store = Store::open(&given.url).await.unwrap();
            let found = store.hazards().await.unwrap();
            let is_found = found
                .iter()
                .any(|setting| setting.name == "synchronous_commit");
            assert_eq!(is_found, is_hazard, "{value}");
            store.close().await;
        }
    })
    .await;
}
