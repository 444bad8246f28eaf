//! Voting around the closing.

use domain::phase::Phase;

use super::{WORDS, choose, code, in_box, press, with_ballot};
use crate::given::{MINUTE, on_each_engine};

#[tokio::test]
async fn a_vote_begun_before_closing_has_ten_minutes_and_none_begins() {
    on_each_engine(|given| async move {
        let before = in_box(&given).await;
        let closes = given
            .round(Phase::Voting)
            .await
            .starts(Phase::Closed)
            .unwrap();
        given.later(closes - given.app.clock.now() - 5 * MINUTE);
        let mut in_time = with_ballot(&given, 0).await;
        choose(&mut in_time, 1).await;
        given.later(4 * MINUTE);
        let mut late = with_ballot(&given, 1).await;
        choose(&mut late, 1).await;
        given.later(8 * MINUTE);
        let answer = given.visitor().post("/stem", &[("code", &code(2))]).await;
        assert_eq!(answer.location(), "/stem", "closed");
        given.step_due_rounds(given.app.clock.now()).await.unwrap();
        assert_eq!(press(&mut in_time).await.location(), "/stem/klaar");
        assert_eq!(in_box(&given).await, before + 1);
        given.later(4 * MINUTE);
        given.step_due_rounds(given.app.clock.now()).await.unwrap();
        let answer = late.post("/stem/controle", &[(WORDS, "x")]).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (303, "/stem"));
        assert_eq!(in_box(&given).await, before + 1);
        let closed = given.visitor().get("/stem").await;
        assert!(closed.status == 200 && !closed.page().has("[name=code]"));
    })
    .await;
}
