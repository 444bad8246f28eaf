//! The pass, a cookie that leads from the code to the box: what it tells, whose it is and how long it lasts.

use super::{WORDS, choose, code, in_box, last_pass, offered, press, with_ballot, words_to_cast};
use crate::given::{DAY, MINUTE, on_each_engine};

#[tokio::test]
async fn the_pass_is_as_long_for_one_choice_as_for_three() {
    on_each_engine(|given| async move {
        let mut lengths = std::collections::BTreeSet::new();
        for many in [1, 2, 3] {
            let mut voter = with_ballot(&given, 3).await;
            lengths.insert(last_pass(&voter).len());
            choose(&mut voter, many).await;
            lengths.insert(last_pass(&voter).len());
            press(&mut voter).await;
            lengths.insert(last_pass(&voter).len());
        }
        assert_eq!(lengths.len(), 1, "{lengths:?}");
        assert!(
            *lengths.first().unwrap() < 4_000,
            "browsers keep cookies of 4 kB"
        );
    })
    .await;
}

#[tokio::test]
async fn a_pass_that_is_not_ours_is_no_pass() {
    on_each_engine(|given| async move {
        let mut voter = with_ballot(&given, 0).await;
        choose(&mut voter, 1).await;
        let ours = voter.cookies["__Host-stempas"].clone();
        let mut elsewhere = given.foreign_server();
        elsewhere.post("/stem", &[("code", &code(0))]).await;
        choose(&mut elsewhere, 1).await;
        let theirs = elsewhere.cookies["__Host-stempas"].clone();
        assert_eq!(
            elsewhere.get("/stem/controle").await.status,
            200,
            "good over there"
        );
        let mut flipped = ours.clone().into_bytes();
        flipped[200] = if flipped[200] == b'A' { b'B' } else { b'A' };
        let forged = [
            String::new(),
            "x".to_owned(),
            ours[..ours.len() / 2].to_owned(),
            ours[..ours.len() - 1].to_owned(),
            String::from_utf8(flipped).unwrap(),
            format!("{ours}{ours}"),
            theirs,
            "{\"pass\":{\"Voting\":{}},\"filling\":\"\"}".replace('"', "%22"),
        ];
        let before = given.dump().await;
        for pass in forged {
            let mut client = given.visitor();
            client
                .cookies
                .insert("__Host-stempas".to_owned(), pass.clone());
            for path in ["/stem/kiezen", "/stem/controle", "/stem/klaar"] {
                let answer = client.get(path).await;
                assert_eq!(
                    (answer.status.as_u16(), answer.location()),
                    (303, "/stem"),
                    "GET {path} {pass:.20}"
                );
            }
            for path in ["/stem/kiezen", "/stem/controle"] {
                let answer = client.post(path, &[("choices", "x"), (WORDS, "x")]).await;
                assert_eq!(
                    (answer.status.as_u16(), answer.location()),
                    (303, "/stem"),
                    "POST {path} {pass:.20}"
                );
            }
        }
        assert_eq!(given.changed_since(&before).await, Vec::<String>::new());
        assert_eq!(
            voter.get("/stem/controle").await.status,
            200,
            "the real one still opens"
        );
    })
    .await;
}

#[tokio::test]
async fn a_pass_made_before_midnight_opens_after_it() {
    on_each_engine(|given| async move {
        let until_midnight = DAY - given.app.clock.now() % DAY;
        given.later(until_midnight - 5 * MINUTE);
        let mut voter = with_ballot(&given, 0).await;
        choose(&mut voter, 1).await;
        given.later(8 * MINUTE);
        assert_eq!(press(&mut voter).await.location(), "/stem/klaar");
    })
    .await;
}

#[tokio::test]
async fn a_pass_lasts_a_quarter_of_an_hour_from_the_last_page() {
    on_each_engine(|given| async move {
        let before = in_box(&given).await;
        let mut voter = with_ballot(&given, 0).await;
        choose(&mut voter, 1).await;
        for _ in 0..4 {
            given.later(14 * MINUTE);
            assert_eq!(voter.get("/stem/controle").await.status, 200);
        }
        given.later(16 * MINUTE);
        for path in ["/stem/kiezen", "/stem/controle"] {
            assert_eq!(voter.get(path).await.location(), "/stem");
            assert_eq!(voter.post(path, &[(WORDS, "x")]).await.location(), "/stem");
        }
        let mut voter = with_ballot(&given, 0).await;
        choose(&mut voter, 1).await;
        press(&mut voter).await;
        given.later(16 * MINUTE);
        assert_eq!(
            voter.get("/stem/klaar").await.location(),
            "/stem",
            "the words are gone too"
        );
        assert_eq!(in_box(&given).await, before + 1);
    })
    .await;
}

#[tokio::test]
async fn a_pass_ends_after_two_hours_however_many_pages_are_seen() {
    on_each_engine(|given| async move {
        let mut voter = with_ballot(&given, 0).await;
        for _ in 0..11 {
            given.later(10 * MINUTE);
            assert_eq!(voter.get("/stem/kiezen").await.status, 200);
        }
        let page = voter.get("/stem/kiezen").await.page();
        assert!(!page.has("[name=deed]"), "no more time is promised");
        given.later(10 * MINUTE);
        assert_eq!(voter.get("/stem/kiezen").await.location(), "/stem");
    })
    .await;
}

#[tokio::test]
async fn more_time_keeps_every_tick_and_shows_the_same_page() {
    on_each_engine(|given| async move {
        let mut voter = with_ballot(&given, 0).await;
        let offered = offered(&mut voter).await;
        given.later(14 * MINUTE);
        // More than may be cast: a voter in the middle of choosing.
        let ticks = offered.iter().take(4).map(|id| ("choices", id.as_str()));
        let form: Vec<_> = ticks.chain([("deed", "more")]).collect();
        let answer = voter.post("/stem/kiezen", &form).await;
        assert_eq!(answer.location(), "/stem/kiezen");
        given.later(14 * MINUTE);
        let page = voter.get("/stem/kiezen").await.page();
        assert_eq!(page.ticked("choices"), &offered[..4]);
        choose(&mut voter, 2).await;
        let words = words_to_cast(&mut voter).await;
        let form = [(WORDS, words.as_str()), ("deed", "more")];
        let before = in_box(&given).await;
        let answer = voter.post("/stem/controle", &form).await;
        assert_eq!(answer.location(), "/stem/controle");
        assert_eq!(in_box(&given).await, before, "that was no vote");
        assert_eq!(words_to_cast(&mut voter).await, words);
    })
    .await;
}

#[tokio::test]
async fn the_page_says_until_when_and_throws_nobody_out() {
    on_each_engine(|given| async move {
        let mut voter = with_ballot(&given, 0).await;
        choose(&mut voter, 1).await;
        for path in ["/stem/kiezen", "/stem/controle", "/en/stem/kiezen"] {
            let page = voter.get(path).await.page();
            assert_eq!(page.texts(".wb-pass > p").len(), 1, "{path}");
            assert!(page.has("[name=deed][value=more]"), "{path}");
            assert!(!page.has("meta[http-equiv]"), "{path}");
        }
    })
    .await;
}
