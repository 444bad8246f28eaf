//! Two servers on one database: a voter or a minute that meets both meets one municipality.

use domain::{phase::Phase, round::GRACE, watch::Watch};
use server::ticker;

use crate::{
    client::Client,
    given::{Given, MINUTE, on_each_engine},
    voting::{choose, in_box, press, with_ballot},
};

/// The same browser, whose next request another server answers.
fn at(server: &Given, voter: &Client) -> Client {
    let mut there = server.visitor();
    there.cookies.clone_from(&voter.cookies);
    there
}

#[tokio::test]
async fn a_code_entered_at_one_server_is_cast_at_the_other() {
    on_each_engine(|given| async move {
        let second = given.second_server().await;
        let before = in_box(&given).await;
        for (n, entered, cast) in [(0, &given, &second), (1, &second, &given)] {
            let mut voter = at(cast, &with_ballot(entered, n).await);
            choose(&mut voter, 1).await;
            let mut voter = at(entered, &voter);
            assert_eq!(voter.get("/stem/controle").await.status, 200);
            let mut voter = at(cast, &voter);
            assert_eq!(press(&mut voter).await.location(), "/stem/klaar");
        }
        assert_eq!(in_box(&given).await, before + 2);
        second.close().await;
    })
    .await;
}

#[tokio::test]
async fn a_vote_begun_before_a_restart_is_cast_after_it() {
    on_each_engine(|given| async move {
        let before = given.second_server().await;
        let mut voter = with_ballot(&before, 0).await;
        choose(&mut voter, 1).await;
        before.close().await;
        let mut voter = at(&given, &voter);
        assert_eq!(press(&mut voter).await.location(), "/stem/klaar");
    })
    .await;
}

#[tokio::test]
async fn votes_at_two_servers_at_once_are_all_in_the_box() {
    on_each_engine(|given| async move {
        let second = given.second_server().await;
        let before = in_box(&given).await;
        let vote = async |server: &Given, n| {
            let mut voter = with_ballot(server, n).await;
            choose(&mut voter, 1).await;
            press(&mut voter).await.location().to_owned()
        };
        let cast = tokio::join!(
            vote(&given, 0),
            vote(&second, 1),
            vote(&given, 2),
            vote(&second, 3)
        );
        for location in [cast.0, cast.1, cast.2, cast.3] {
            assert_eq!(location, "/stem/klaar");
        }
        assert_eq!(in_box(&given).await, before + 4);
        second.close().await;
    })
    .await;
}

#[tokio::test]
async fn two_clocks_at_once_take_each_step_once() {
    on_each_engine(|given| async move {
        let second = given.second_server().await;
        let round = given.round(Phase::Voting).await;
        let wijken = i64::try_from(round.wijken.len()).unwrap();
        let entries = async |kind: &str| {
            let sql = format!(
                "SELECT COUNT(*) FROM journal WHERE kind = '{kind}' AND round_id = '{}'",
                round.id
            );
            given.number(&sql).await
        };
        let tick = async |by| {
            given.later(by);
            second.later(by);
            let mut watches = [Watch::default(), Watch::default()];
            let [one, other] = &mut watches;
            tokio::join!(
                ticker::tick(&given.app, one),
                ticker::tick(&second.app, other)
            );
        };
        let stepped = entries("round_stepped").await;
        let counted = entries("hourly_count").await;
        tick(0).await;
        assert_eq!(entries("hourly_count").await, counted + wijken);
        let closes = round.starts(Phase::Closed).unwrap();
        tick(closes + GRACE - given.app.clock.now() + MINUTE).await;
        assert_eq!(entries("box_closed").await, wijken);
        assert_eq!(entries("round_stepped").await, stepped + 1);
        second.close().await;
    })
    .await;
}
