//! Attacks on a voter that once worked: by who comes next at the same computer, watches the line, or waits for the closing.

use domain::phase::Phase;

use super::{WORDS, choose, code, in_box, offered, press, with_ballot, words_on, words_to_cast};
use crate::given::{MINUTE, on_each_engine};

#[tokio::test]
async fn the_words_of_the_voter_before_are_shown_once() {
    on_each_engine(|given| async move {
        let mut tablet = with_ballot(&given, 0).await;
        choose(&mut tablet, 2).await;
        press(&mut tablet).await;
        let done = tablet.get("/stem/klaar").await;
        let words = words_on(&done);
        assert_eq!(words.len(), 3);
        assert!(!tablet.cookies.contains_key("__Host-stempas"));
        for path in ["/stem/klaar", "/stem/kiezen", "/stem/controle"] {
            let answer = tablet.get(path).await;
            assert_eq!((answer.status.as_u16(), answer.location()), (303, "/stem"));
        }
        let next = tablet.get("/stem").await.body;
        assert!(words.iter().all(|word| !next.contains(word.as_str())));
    })
    .await;
}

#[tokio::test]
async fn opening_stem_ends_the_vote_of_the_voter_before() {
    on_each_engine(|given| async move {
        let before = in_box(&given).await;
        let mut tablet = with_ballot(&given, 0).await;
        choose(&mut tablet, 2).await;
        let chosen = offered(&mut tablet).await;
        let titles = tablet
            .get("/stem/controle")
            .await
            .page()
            .texts("strong[dir]");
        let start = tablet.get("/stem").await;
        assert_eq!(
            start.page().texts(".wb-notice__title")[0],
            "Een stem was nog niet af"
        );
        assert!(!tablet.cookies.contains_key("__Host-stempas"));
        let shown = start.body + &tablet.get("/stem").await.body + &tablet.get("/").await.body;
        for told in chosen.iter().chain(&titles) {
            assert!(!shown.contains(told.as_str()), "{told}");
        }
        for path in ["/stem/kiezen", "/stem/controle"] {
            assert_eq!(tablet.get(path).await.location(), "/stem");
            assert_eq!(tablet.post(path, &[(WORDS, "x")]).await.location(), "/stem");
        }
        assert_eq!(in_box(&given).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_copy_of_a_pass_casts_no_second_vote() {
    on_each_engine(|given| async move {
        let mut voter = with_ballot(&given, 0).await;
        let mut thief = voter.clone();
        choose(&mut voter, 1).await;
        press(&mut voter).await;
        let after = given.dump().await;
        let ids = offered(&mut with_ballot(&given, 1).await).await;
        for (path, form) in [
            ("/stem/kiezen", vec![("choices", ids[2].as_str())]),
            ("/stem/controle", vec![(WORDS, "x")]),
        ] {
            let answer = thief.post(path, &form).await;
            assert_eq!((answer.status.as_u16(), answer.location()), (303, "/stem"));
        }
        assert_eq!(thief.get("/stem/kiezen").await.location(), "/stem");
        assert_eq!(given.changed_since(&after).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_copy_with_another_choice_in_it_casts_no_second_vote() {
    on_each_engine(|given| async move {
        let mut voter = with_ballot(&given, 0).await;
        let mut thief = voter.clone();
        choose(&mut thief, 3).await;
        choose(&mut voter, 1).await;
        press(&mut voter).await;
        let after = given.dump().await;
        let answer = thief.post("/stem/controle", &[(WORDS, "x")]).await;
        assert_eq!(answer.location(), "/stem");
        assert_eq!(given.changed_since(&after).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn the_ticks_of_the_voter_before_come_back_for_nobody_else() {
    on_each_engine(|given| async move {
        let mut tablet = with_ballot(&given, 0).await;
        choose(&mut tablet, 2).await;
        tablet.get("/stem").await;
        tablet.post("/stem", &[("code", &code(1))]).await;
        let page = tablet.get("/stem/kiezen").await.page();
        assert_eq!(page.ticked("choices"), Vec::<&str>::new());
    })
    .await;
}

#[tokio::test]
async fn the_last_button_wipes_what_the_browser_has_of_the_vote() {
    on_each_engine(|given| async move {
        let mut tablet = with_ballot(&given, 0).await;
        choose(&mut tablet, 1).await;
        press(&mut tablet).await;
        tablet.get("/stem/klaar").await;
        let answer = tablet.post("/stem/klaar", &[]).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (303, "/stem"));
        let wiped = answer.headers["clear-site-data"].to_str().unwrap();
        assert_eq!(wiped, "\"cache\", \"storage\"", "and nobody is signed out");
        assert!(tablet.cookies.is_empty(), "{:?}", tablet.cookies.keys());
        assert!(!tablet.get("/stem").await.page().has(".wb-notice--success"));
    })
    .await;
}

#[tokio::test]
async fn the_words_are_seen_before_the_vote_and_are_those_of_the_vote() {
    on_each_engine(|given| async move {
        let mut voter = with_ballot(&given, 0).await;
        choose(&mut voter, 1).await;
        let review = voter.get("/stem/controle").await;
        let seen = words_on(&review);
        assert_eq!(seen.join(" "), words_to_cast(&mut voter).await);
        assert!(
            review.page().has("details:not([open]) .wb-panel__words"),
            "for who asks"
        );
        // What a browser drew, and the server did not suggest.
        let own = "boshuis appelbank zomerzeil";
        let row = given.dump().await;
        voter.post("/stem/controle", &[(WORDS, own)]).await;
        assert_eq!(given.changed_since(&row).await, ["ballot_box"]);
        assert_eq!(words_on(&voter.get("/stem/klaar").await).join(" "), own);
    })
    .await;
}

#[tokio::test]
async fn a_second_vote_looks_on_the_line_like_a_first() {
    on_each_engine(|given| async move {
        for prefix in ["", "/en"] {
            let mut sizes = Vec::new();
            for _ in [1, 2] {
                let mut voter = given.visitor();
                let entered = voter.post("/stem", &[("code", &code(3))]).await;
                let ballot = voter.get(&format!("{prefix}/stem/kiezen")).await;
                let lengths = |headers: &axum::http::HeaderMap| -> usize {
                    headers.iter().map(|(name, _)| name.as_str().len()).sum()
                };
                choose(&mut voter, 2).await;
                let review = voter.get(&format!("{prefix}/stem/controle")).await;
                sizes.push((
                    entered.status,
                    lengths(&entered.headers),
                    ballot.status,
                    ballot.body.len(),
                    lengths(&ballot.headers),
                    review.body.len()
                        - 3 * words_on(&review).iter().map(String::len).sum::<usize>(),
                ));
                press(&mut voter).await;
            }
            assert_eq!(sizes[0], sizes[1], "{prefix}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_second_vote_after_closing_is_told_that_the_earlier_counts() {
    on_each_engine(|given| async move {
        let voting = given.round(Phase::Voting).await;
        let closes = voting.starts(Phase::Closed).unwrap();
        given.later(closes - given.app.clock.now() - 5 * MINUTE);
        let mut forced = with_ballot(&given, 0).await;
        choose(&mut forced, 1).await;
        let mut owner = with_ballot(&given, 0).await;
        choose(&mut owner, 3).await;
        press(&mut owner).await;
        let mut first = with_ballot(&given, 1).await;
        choose(&mut first, 1).await;
        given.later(6 * MINUTE);
        let before = given.dump().await;
        let answer = press(&mut forced).await;
        assert_eq!(answer.status, 409);
        assert!(
            answer.body.contains("die eerdere stem telt"),
            "{}",
            answer.body
        );
        assert_eq!(given.changed_since(&before).await, Vec::<String>::new());
        assert_eq!(press(&mut first).await.location(), "/stem/klaar");
    })
    .await;
}
