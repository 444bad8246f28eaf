//! A database that is taken for too long: whoever comes then is asked to come back, and nothing is called our fault.

use axum::http::header::RETRY_AFTER;
use store::Engine;

use crate::{
    given::on_each_engine,
    voting::{choose, in_box, press, with_ballot},
};

#[tokio::test]
async fn a_vote_that_waits_too_long_is_asked_to_come_back() {
    on_each_engine(|given| async move {
        let before = in_box(&given).await;
        let mut voter = with_ballot(&given, 0).await;
        choose(&mut voter, 1).await;
        let (take, give_back) = match given.engine() {
            Engine::Sqlite => ("BEGIN IMMEDIATE", "ROLLBACK"),
            Engine::Postgres => (
                "SELECT CAST(pg_advisory_lock(2003397483) AS TEXT)",
                "SELECT CAST(pg_advisory_unlock(2003397483) AS TEXT)",
            ),
        };
        given.sql(take).await;
        let answer = press(&mut voter).await;
        given.sql(give_back).await;
        assert_eq!(answer.status, 503, "{}", answer.body);
        assert!(answer.headers.contains_key(RETRY_AFTER));
        assert_eq!(press(&mut voter).await.location(), "/stem/klaar");
        assert_eq!(in_box(&given).await, before + 1);
    })
    .await;
}
