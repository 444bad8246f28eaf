//! The last lock: what the database refuses in plain SQL, whatever the program above it does.

use domain::verdringing::Outcome;

use crate::given::{self, NOW, on_each_engine};

#[tokio::test]
async fn a_place_above_the_cap_cannot_be_stored() {
    on_each_engine(|given| async move {
        let round = given.round().proposing().await;
        let id = round.proposals[0][0];
        let update = |cents: i64| {
            given.sql(format!("UPDATE proposal SET cost_per_place_cents = {cents} WHERE id = '{id}'"))
        };
        assert_eq!(update(1_700_000).await.unwrap(), 1);
        for cents in [1_700_001, 99_000_000, -1] {
            assert!(update(cents).await.is_err(), "{cents}");
        }
        let insert = |new: &str, cents: i64| {
            given.sql(format!(
                "INSERT INTO proposal (id, round_id, wijk_id, author_id, state, title, draft, places,
                 cost_per_place_cents, answers, created_at)
                 SELECT '{new}', round_id, wijk_id, author_id, 'draft', '', '{{}}', 1, {cents}, '{{}}', 0
                 FROM proposal WHERE id = '{id}'"
            ))
        };
        assert_eq!(insert("a", 1_700_000).await.unwrap(), 1);
        assert!(insert("b", 1_700_001).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_round_above_the_cap_cannot_be_stored() {
    on_each_engine(|given| async move {
        given.round().with_proposals(0).await;
        let update = |cents: i64| given.sql(format!("UPDATE round SET cap_cents = {cents}"));
        assert_eq!(update(1_700_000).await.unwrap(), 1);
        assert!(update(1_700_001).await.is_err());
        assert!(update(0).await.is_err());
        let insert = |id: &str, cents: i64| {
            given.sql(format!(
                "INSERT INTO round (id, title, phase, cap_cents, settings, checklist, created_at)
                 VALUES ('{id}', '', 'draft', {cents}, '{{}}', '[]', 0)"
            ))
        };
        assert!(insert("a", 1_700_001).await.is_err());
        assert_eq!(insert("b", 1_700_000).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_plan_above_the_cap_is_no_round_even_when_nobody_checked_it() {
    on_each_engine(|given| async move {
        let mut plan = given::plan(&given.first_wijken(1).await);
        plan.settings.cap = domain::euro::Euro::cents(1_700_001);
        let made = given
            .make_round(&given::console(), &plan, &given::checklist(), NOW)
            .await;
        assert!(made.is_err());
        assert!(given.rounds(true).await.unwrap().is_empty());
        assert!(given.journal(0, 10).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_blocked_or_undecided_proposal_cannot_reach_the_ballot() {
    on_each_engine(|given| async move {
        let round = given.round().checking().await;
        let id = round.proposals[0][0];
        let put = |state: &str| given.sql(format!("UPDATE proposal SET state = '{state}' WHERE id = '{id}'"));
        for state in ["admitted", "on_ballot", "chosen", "not_chosen", "adopted", "declined"] {
            assert!(put(state).await.is_err(), "nobody answered: {state}");
        }
        let answers = given::answers(&[("D01", "yes")]);
        given.answer_checklist(&given::console(), id, &answers, NOW).await.unwrap();
        assert_eq!(given.proposal(id).await.unwrap().verdict, Some(Outcome::Blocked));
        for state in ["admitted", "on_ballot"] {
            assert!(put(state).await.is_err(), "blocked: {state}");
        }
        let by_force = format!(
            "UPDATE proposal SET state = 'on_ballot', decision = 'admit', decision_reason = 'x', decided_at = 0
             WHERE id = '{id}'"
        );
        assert!(given.sql(by_force).await.is_err(), "blocked, with a decision made up");
    })
    .await;
}

#[tokio::test]
async fn the_journal_takes_no_change_and_drops_nothing() {
    on_each_engine(|given| async move {
        given.round().await;
        let before = given.dump().await;
        for sql in [
            "UPDATE journal SET actor = 'iemand'",
            "DELETE FROM journal",
            "DELETE FROM journal WHERE number = 1",
        ] {
            assert!(given.sql(sql).await.is_err(), "{sql}");
        }
        if given.engine() == store::Engine::Postgres {
            assert!(given.sql("TRUNCATE journal").await.is_err());
        }
        assert!(given.changed_since(&before).await.is_empty());
    })
    .await;
}
