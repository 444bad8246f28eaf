//! The pass, a cookie that leads from the code to the box: what it tells, whose it is and how long it lasts.

use super::{WORDS, choose, code, decoded, in_box, press, with_ballot};
use crate::given::{DAY, MINUTE, on_each_engine};

#[tokio::test]
async fn the_pass_is_as_long_for_one_choice_as_for_three() {
    on_each_engine(|given| async move {
        let mut lengths = std::collections::BTreeSet::new();
        for many in [1, 2, 3] {
            let mut voter = with_ballot(&given, 3).await;
            lengths.insert(decoded(voter.handed.last().unwrap()).len());
            choose(&mut voter, many).await;
            lengths.insert(decoded(voter.handed.last().unwrap()).len());
            press(&mut voter).await;
            lengths.insert(decoded(voter.handed.last().unwrap()).len());
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
async fn a_pass_lasts_a_quarter_of_an_hour() {
    on_each_engine(|given| async move {
        let before = in_box(&given).await;
        let mut voter = with_ballot(&given, 0).await;
        choose(&mut voter, 1).await;
        given.later(14 * MINUTE);
        assert_eq!(voter.get("/stem/controle").await.status, 200);
        given.later(2 * MINUTE);
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
