//! The ballot and the box: one row a vote, whatever is pressed or sent, and only for what stands on the paper.

use domain::{phase::Phase, proposal::ProposalState};

use super::{
    WORDS, choose, in_box, last_pass, offered, press, with_ballot, words_after, words_on,
    words_to_cast,
};
use crate::given::on_each_engine;

#[tokio::test]
async fn a_vote_is_one_row_in_one_table_and_ends_with_the_words() {
    on_each_engine(|given| async move {
        let before = (given.dump().await, in_box(&given).await);
        let mut voter = with_ballot(&given, 0).await;
        let offered = offered(&mut voter).await;
        assert!(offered.len() > 3);
        let answer = choose(&mut voter, 2).await;
        assert_eq!(
            (answer.status.as_u16(), answer.location()),
            (303, "/stem/controle")
        );
        let words = words_to_cast(&mut voter).await;
        assert_eq!(
            given.changed_since(&before.0).await,
            Vec::<String>::new(),
            "nothing is kept of a vote that is going on"
        );
        let answer = voter.post("/stem/controle", &[(WORDS, &words)]).await;
        assert_eq!(
            (answer.status.as_u16(), answer.location()),
            (303, "/stem/klaar")
        );
        let done = voter.follow(&answer).await;
        assert_eq!(done.status, 200);
        let shown = words_on(&done);
        assert_eq!(shown.join(" "), words);
        assert_eq!(given.changed_since(&before.0).await, ["ballot_box"]);
        assert_eq!(in_box(&given).await, before.1 + 1);
    })
    .await;
}

#[tokio::test]
async fn a_button_pressed_twice_is_one_vote_with_two_good_answers() {
    on_each_engine(|given| async move {
        let before = in_box(&given).await;
        let mut voter = with_ballot(&given, 1).await;
        choose(&mut voter, 3).await;
        let words = words_to_cast(&mut voter).await;
        let form = [(WORDS, words.as_str())];
        let (mut first, mut second) = (voter.clone(), voter.clone());
        let (one, two) = tokio::join!(
            first.post("/stem/controle", &form),
            second.post("/stem/controle", &form)
        );
        let row = given.dump().await["ballot_box"].clone();
        // Once more from the page before, and once after the vote is in.
        let three = voter.post("/stem/controle", &form).await;
        let four = voter.post("/stem/controle", &form).await;
        for answer in [&one, &two, &three, &four] {
            assert_eq!(
                (answer.status.as_u16(), answer.location()),
                (303, "/stem/klaar")
            );
        }
        assert_eq!(in_box(&given).await, before + 1);
        assert_eq!(
            given.dump().await["ballot_box"],
            row,
            "the same vote again is the same row"
        );
        for client in [&mut first, &mut second, &mut voter] {
            assert_eq!(words_after(client).await.join(" "), words);
        }
    })
    .await;
}

#[tokio::test]
async fn voting_again_replaces_and_looks_the_same() {
    on_each_engine(|given| async move {
        let before = in_box(&given).await;
        let mut seen = Vec::new();
        for many in [1, 3] {
            let mut voter = with_ballot(&given, 2).await;
            choose(&mut voter, many).await;
            let answer = press(&mut voter).await;
            let done = voter.get("/stem/klaar").await;
            // They stand there twice: to see, and for the browser to compare with its own.
            let words: usize = words_on(&done).iter().map(String::len).sum();
            let cookie = last_pass(&voter).len();
            seen.push((
                answer.status,
                answer.body.len(),
                answer.location().to_owned(),
                done.status,
                done.body.len() - 2 * words,
                cookie,
            ));
        }
        assert_eq!(seen[0], seen[1]);
        assert_eq!(in_box(&given).await, before + 1);
    })
    .await;
}

#[tokio::test]
async fn a_proposal_that_is_not_on_the_ballot_cannot_be_chosen() {
    on_each_engine(|given| async move {
        let mut voter = with_ballot(&given, 0).await;
        let offered = offered(&mut voter).await;
        let elsewhere = given
            .proposal_in(Phase::Checking, ProposalState::Submitted)
            .await
            .to_string();
        let nowhere = uuid::Uuid::now_v7().to_string();
        let before = given.dump().await;
        let bad: Vec<Vec<&str>> = vec![
            vec![],
            vec![""],
            vec!["x"],
            vec![&nowhere],
            vec![&elsewhere],
            vec![&offered[0], &elsewhere],
            vec![&offered[0], &offered[0]],
            offered.iter().take(4).map(String::as_str).collect(),
            offered.iter().map(String::as_str).collect(),
        ];
        for choices in bad {
            let form: Vec<(&str, &str)> = choices.iter().map(|id| ("choices", *id)).collect();
            let answer = voter.post("/stem/kiezen", &form).await;
            assert_eq!(answer.status, 422, "{choices:?}");
            let typed = offered.iter().filter(|id| choices.contains(&id.as_str()));
            assert_eq!(
                answer.page().ticked("choices"),
                typed.collect::<Vec<_>>(),
                "what was ticked stays ticked"
            );
            let answer = voter.get("/stem/controle").await;
            assert_eq!(answer.location(), "/stem/kiezen", "nothing was chosen yet");
            assert_eq!(
                voter.post("/stem/controle", &[]).await.location(),
                "/stem/kiezen"
            );
        }
        assert_eq!(given.changed_since(&before).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn words_that_cannot_be_read_cost_nobody_a_vote() {
    on_each_engine(|given| async move {
        for typed in [
            "",
            "een",
            "<script>alert(1)</script>",
            "a\u{0}b",
            &"x ".repeat(9_000),
        ] {
            let before = in_box(&given).await;
            let mut voter = with_ballot(&given, 5).await;
            choose(&mut voter, 1).await;
            let answer = voter.post("/stem/controle", &[(WORDS, typed)]).await;
            assert_eq!(answer.location(), "/stem/klaar");
            assert!(in_box(&given).await - before <= 1);
            assert!(!voter.get("/stem/klaar").await.body.contains("alert(1)"));
        }
    })
    .await;
}
