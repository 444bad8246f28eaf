//! A vote that is left lying: what the voter is told, and finds again.

use domain::phase::Phase;

use super::{choose, code, in_box, offered, press, with_ballot};
use crate::given::{MINUTE, on_each_engine};

#[tokio::test]
async fn a_slow_voter_is_told_and_finds_the_ticks_with_the_same_code() {
    on_each_engine(|given| async move {
        let mut voter = with_ballot(&given, 0).await;
        let offered = offered(&mut voter).await;
        choose(&mut voter, 1).await;
        given.later(16 * MINUTE);
        // Ticks of this moment, sent when the time was over, are not lost either.
        let form = [("choices", &*offered[1]), ("choices", &*offered[2])];
        let answer = voter.post("/stem/kiezen", &form).await;
        assert_eq!(answer.location(), "/stem");
        let start = voter.get("/stem").await.page();
        assert_eq!(start.texts(".wb-notice__title")[0], "Uw tijd is om");
        let start = voter.get("/stem").await.page();
        assert_ne!(
            start.texts(".wb-notice__title")[0],
            "Uw tijd is om",
            "said once"
        );
        given.later(50 * MINUTE);
        voter.post("/stem", &[("code", &code(0))]).await;
        let page = voter.get("/stem/kiezen").await.page();
        assert_eq!(page.ticked("choices"), &offered[1..3]);
        assert_eq!(voter.cookies.len(), 1, "what was kept is not kept longer");
    })
    .await;
}

#[tokio::test]
async fn ticks_are_kept_for_an_hour_and_no_longer() {
    on_each_engine(|given| async move {
        let mut voter = with_ballot(&given, 0).await;
        choose(&mut voter, 2).await;
        voter.get("/stem").await;
        given.later(61 * MINUTE);
        voter.post("/stem", &[("code", &code(0))]).await;
        let page = voter.get("/stem/kiezen").await.page();
        assert_eq!(page.ticked("choices"), Vec::<&str>::new());
    })
    .await;
}

#[tokio::test]
async fn ticks_survive_a_restart_of_the_server() {
    on_each_engine(|given| async move {
        let mut voter = with_ballot(&given, 0).await;
        choose(&mut voter, 2).await;
        let mut again = given.restarted();
        again.cookies.clone_from(&voter.cookies);
        assert_eq!(again.get("/stem/controle").await.status, 200);
        again.get("/stem").await;
        let mut again_later = given.restarted();
        again_later.cookies.clone_from(&again.cookies);
        again_later.post("/stem", &[("code", &code(0))]).await;
        let page = again_later.get("/stem/kiezen").await.page();
        assert_eq!(page.ticked("choices").len(), 2);
    })
    .await;
}

#[tokio::test]
async fn the_first_page_leads_back_to_a_vote_that_was_begun() {
    on_each_engine(|given| async move {
        let mut voter = with_ballot(&given, 0).await;
        choose(&mut voter, 1).await;
        for (path, says) in [
            ("/", "U hebt nog niet gestemd"),
            ("/en", "You have not voted yet"),
        ] {
            let page = voter.get(path).await.page();
            assert_eq!(page.text(".wb-notice__title"), says);
            let link = page.attributes(".wb-notice a", "href")[0].to_owned();
            assert_eq!(voter.get(&link).await.status, 200, "{link}");
        }
        press(&mut voter).await;
        assert!(!voter.get("/").await.page().has(".wb-notice"));
        let mut away = with_ballot(&given, 1).await;
        away.get("/stem").await;
        assert!(!away.get("/").await.page().has(".wb-notice"));
        let mut slow = with_ballot(&given, 2).await;
        given.later(16 * MINUTE);
        assert!(!slow.get("/").await.page().has(".wb-notice"));
    })
    .await;
}

#[tokio::test]
async fn after_closing_opening_stem_costs_nobody_the_last_minutes() {
    on_each_engine(|given| async move {
        let before = in_box(&given).await;
        let voting = given.round(Phase::Voting).await;
        let closes = voting.starts(Phase::Closed).unwrap();
        given.later(closes - given.app.clock.now() - 5 * MINUTE);
        let mut voter = with_ballot(&given, 0).await;
        choose(&mut voter, 1).await;
        given.later(6 * MINUTE);
        let start = voter.get("/stem").await.page();
        assert!(!start.has("[name=code]"));
        assert_eq!(
            start.texts(".wb-notice__title")[0],
            "U hebt nog niet gestemd"
        );
        assert_eq!(press(&mut voter).await.location(), "/stem/klaar");
        assert_eq!(in_box(&given).await, before + 1);
    })
    .await;
}

#[tokio::test]
async fn a_voter_too_late_for_the_last_minutes_is_not_sent_for_the_code() {
    on_each_engine(|given| async move {
        let voting = given.round(Phase::Voting).await;
        let closes = voting.starts(Phase::Closed).unwrap();
        given.later(closes - given.app.clock.now() - MINUTE);
        let mut voter = with_ballot(&given, 0).await;
        given.later(12 * MINUTE);
        let answer = voter.get("/stem/kiezen").await;
        let start = voter.follow(&answer).await.page();
        assert_eq!(start.texts(".wb-notice__title")[0], "Uw tijd is om");
        assert!(!start.text(".wb-notice__body").contains("Typ uw code"));
    })
    .await;
}

#[tokio::test]
async fn a_voter_who_reloads_the_last_page_is_told_that_the_vote_is_in() {
    on_each_engine(|given| async move {
        let mut voter = with_ballot(&given, 0).await;
        choose(&mut voter, 1).await;
        press(&mut voter).await;
        voter.get("/stem/klaar").await;
        let again = voter.get("/stem/klaar").await;
        let start = voter.follow(&again).await.page();
        assert_eq!(start.texts(".wb-notice__title")[0], "Uw stem is binnen");
        assert!(!voter.get("/stem").await.page().has(".wb-notice--success"));
    })
    .await;
}
