//! The whole vote over HTTP, without JavaScript, and what it gives away: nothing.

use domain::{ballot_box::VotingCode, phase::Phase, proposal::ProposalState};
use store::demo;

use crate::{
    client::{Answer, Client},
    given::{Given, MINUTE, on_each_engine},
};

const WORDS: &str = "words";

/// A voting code that opens the ballot of De Turfhoek.
pub fn code(n: u32) -> String {
    demo::code("De Turfhoek", n).to_string()
}

/// Somebody with the ballot before them.
pub async fn with_ballot(given: &Given, n: u32) -> Client {
    let mut voter = given.visitor();
    let answer = voter.post("/stem", &[("code", &code(n))]).await;
    assert_eq!(
        (answer.status.as_u16(), answer.location()),
        (303, "/stem/kiezen"),
        "{}",
        answer.body
    );
    voter
}

/// What can be chosen.
pub async fn offered(voter: &mut Client) -> Vec<String> {
    values(&voter.get("/stem/kiezen").await.body, "choices")
}

/// Chooses the first few and goes on to the last look.
pub async fn choose(voter: &mut Client, many: usize) -> Answer {
    let offered = offered(voter).await;
    let form: Vec<(&str, &str)> = offered
        .iter()
        .take(many)
        .map(|id| ("choices", id.as_str()))
        .collect();
    voter.post("/stem/kiezen", &form).await
}

/// Presses the button that casts the vote.
pub async fn press(voter: &mut Client) -> Answer {
    let page = voter.get("/stem/controle").await;
    let words = values(&page.body, WORDS).remove(0);
    voter.post("/stem/controle", &[(WORDS, &words)]).await
}

fn values(body: &str, name: &str) -> Vec<String> {
    let name = format!("name=\"{name}\"");
    let after = body.split(&name).skip(1);
    after
        .map(|rest| {
            rest.split_once("value=\"")
                .unwrap()
                .1
                .split('"')
                .next()
                .unwrap()
                .to_owned()
        })
        .collect()
}

async fn in_box(given: &Given) -> i64 {
    given.number("SELECT COUNT(*) FROM ballot_box").await
}

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
        let page = voter.get("/stem/controle").await;
        let words = values(&page.body, WORDS).remove(0);
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
        for word in words.split_whitespace() {
            assert!(done.body.contains(&format!("<li>{word}</li>")), "{word}");
        }
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
        let words = values(&voter.get("/stem/controle").await.body, WORDS).remove(0);
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
            assert!(
                client
                    .get("/stem/klaar")
                    .await
                    .body
                    .contains(words.split_whitespace().next().unwrap())
            );
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
            let words: usize = done
                .body
                .split("<ul class=\"wb-panel__words\">")
                .nth(1)
                .unwrap()
                .split("</ul>")
                .next()
                .unwrap()
                .len();
            let cookie = decoded(voter.handed.last().unwrap()).len();
            seen.push((
                answer.status,
                answer.body.len(),
                answer.location().to_owned(),
                done.status,
                done.body.len() - words,
                cookie,
            ));
        }
        assert_eq!(seen[0], seen[1]);
        assert_eq!(in_box(&given).await, before + 1);
    })
    .await;
}

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
        let mut elsewhere = given.another_server();
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
        let answer = press(&mut late).await;
        assert_eq!(answer.status, 409, "{}", answer.body);
        assert_eq!(in_box(&given).await, before + 1);
        let page = given.visitor().get("/stem").await;
        assert!(page.status == 200 && !page.body.contains("name=\"code\""));
    })
    .await;
}

#[tokio::test]
async fn the_code_never_comes_back() {
    on_each_engine(|given| async move {
        let right = code(0);
        let mut unknown = VotingCode::from_entropy([9; 9]).to_string();
        let mut wrong = right.clone();
        wrong.replace_range(0..1, if right.starts_with('2') { "3" } else { "2" });
        unknown.make_ascii_lowercase();
        for typed in [
            right.clone(),
            unknown,
            wrong,
            right.replace('-', " "),
            right[..11].to_owned(),
            format!("{right}X"),
            format!("{right}<script>"),
        ] {
            let plain = |text: &str| text.to_uppercase().replace(['-', ' '], "");
            let mut voter = given.visitor();
            let answer = voter.post("/stem", &[("code", &typed)]).await;
            let mut answers = vec![answer];
            if answers[0].status == 303 {
                answers.push(voter.get("/stem/kiezen").await);
                answers.push(choose(&mut voter, 1).await);
                answers.push(voter.get("/stem/controle").await);
                answers.push(press(&mut voter).await);
                answers.push(voter.get("/stem/klaar").await);
                assert_eq!(answers.len(), 6);
            } else {
                assert_eq!(answers[0].status, 422, "{typed}");
            }
            for answer in answers {
                assert!(!plain(&answer.body).contains(&plain(&typed)), "{typed}");
                assert!(!answer.body.contains(&typed));
                for (name, value) in &answer.headers {
                    let value = plain(value.to_str().unwrap());
                    assert!(!value.contains(&plain(&typed)), "{name} has the code");
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn twenty_unknown_codes_make_one_address_wait_and_no_other() {
    on_each_engine(|given| async move {
        let guess = |n: u8| VotingCode::from_entropy([n; 9]).to_string();
        let mut guesser = given.visitor_at("[2001:db8:1:2::3]:1");
        for n in 0..20 {
            assert_eq!(
                guesser.post("/stem", &[("code", &guess(n))]).await.status,
                422
            );
        }
        // Another address of the same network prefix, and a right code too: guessing teaches nothing.
        let mut same_house = given.visitor_at("[2001:db8:1:2:9::9]:1");
        for typed in [guess(20), code(0)] {
            let answer = same_house.post("/stem", &[("code", &typed)]).await;
            assert_eq!(answer.status, 429);
            assert!(answer.body.contains("<h1>"));
        }
        let mut neighbour = given.visitor_at("[2001:db8:1:3::3]:1");
        assert_eq!(
            neighbour
                .post("/stem", &[("code", &code(0))])
                .await
                .location(),
            "/stem/kiezen"
        );
        given.later(5 * MINUTE);
        assert_eq!(
            guesser
                .post("/stem", &[("code", &code(1))])
                .await
                .location(),
            "/stem/kiezen"
        );
    })
    .await;
}

#[tokio::test]
async fn a_typing_error_is_no_guess() {
    on_each_engine(|given| async move {
        let mut voter = given.visitor();
        for n in 0..30 {
            let mut typed = code(n % 6);
            typed.replace_range(3..4, if &typed[3..4] == "7" { "8" } else { "7" });
            assert_eq!(voter.post("/stem", &[("code", &typed)]).await.status, 422);
        }
        assert_eq!(
            voter.post("/stem", &[("code", &code(0))]).await.location(),
            "/stem/kiezen"
        );
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
            for id in choices
                .iter()
                .filter(|id| offered.iter().any(|other| other == *id))
            {
                let box_ = answer
                    .body
                    .split(&format!("value=\"{id}\""))
                    .nth(1)
                    .unwrap()
                    .split('>')
                    .next()
                    .unwrap();
                assert!(box_.contains("checked"), "what was ticked stays ticked");
            }
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

/// The value of a cookie without its percent signs, whose number differs from one random text to the next.
fn decoded(cookie: &str) -> Vec<u8> {
    let value = cookie.split(';').next().unwrap().split_once('=').unwrap().1;
    form_urlencoded::parse(value.replace('+', "%2B").as_bytes())
        .next()
        .unwrap()
        .0
        .bytes()
        .collect()
}
