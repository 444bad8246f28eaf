//! The two engines hold the same tables, and no table holds what must stay apart.

use std::sync::Mutex;

use crate::given::on_each_engine;

#[tokio::test]
async fn both_engines_have_the_same_tables_and_columns() {
    let schemas = Mutex::new(Vec::new());
    on_each_engine(|given| {
        let schemas = &schemas;
        async move {
            let schema = given.schema().await;
            schemas.lock().unwrap().push(schema);
        }
    })
    .await;
    let schemas = schemas.into_inner().unwrap();
    assert!(schemas[0].len() > 15, "{:?}", schemas[0].keys());
    for other in &schemas[1..] {
        assert_eq!(&schemas[0], other);
    }
}

#[tokio::test]
async fn every_column_is_text_a_whole_number_or_bytes() {
    on_each_engine(|given| async move {
        for (table, columns) in given.schema().await {
            for (column, kind, ..) in columns {
                let is_plain = ["text", "bigint", "bytea"].contains(&kind.as_str());
                assert!(is_plain, "{table}.{column} is {kind}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn migrating_a_second_time_changes_nothing() {
    on_each_engine(|given| async move {
        given.round().with_proposals(0).await;
        let applied = "SELECT CAST(version AS TEXT), CAST(installed_on AS TEXT) FROM _sqlx_migrations ORDER BY version";
        let before = (given.schema().await, given.dump().await, given.texts(applied).await);
        given.migrate().await.unwrap();
        let after = (given.schema().await, given.dump().await, given.texts(applied).await);
        assert_eq!(before, after);
        assert_eq!(before.2.len(), 6);
    })
    .await;
}

#[tokio::test]
async fn no_table_has_both_a_letter_and_a_seal() {
    on_each_engine(|given| async move {
        for (table, columns) in given.schema().await {
            let has = |wanted: &str| columns.iter().any(|(name, ..)| name == wanted);
            assert!(!(has("number") && has("seal")), "{table}");
            assert!(!(has("voter") && has("seal")), "{table}");
        }
    })
    .await;
}

#[tokio::test]
async fn no_table_of_the_ballot_box_has_a_time_or_a_person() {
    on_each_engine(|given| async move {
        let schema = given.schema().await;
        for table in ["eligibility", "seal", "ballot_box", "published_ballot"] {
            for (column, kind, ..) in &schema[table] {
                let is_suspect = column.ends_with("_at")
                    || column.contains("person")
                    || (kind == "bigint" && column != "number");
                assert!(!is_suspect, "{table}.{column}");
            }
        }
        let in_the_box: Vec<&str> = schema["ballot_box"]
            .iter()
            .map(|(name, ..)| name.as_str())
            .collect();
        assert_eq!(in_the_box, ["commitment", "seal", "sealed", "signature"]);
    })
    .await;
}
