//! More rounds than one: each has its own closing, and a code of an earlier one is told so.

use domain::{phase::Phase, round::Round};

use super::code;
use crate::given::{DAY, Given, MINUTE, on_each_engine};

/// The round of before, voting once more until `closing`.
async fn opened_again(given: &Given, closing: i64) -> Round {
    let round = given.round(Phase::Delivery).await;
    let was = round.starts(Phase::Closed).unwrap();
    given
        .sql(format!(
            "UPDATE round SET phase = 'voting', settings = REPLACE(settings, '\"closed\":{was}', '\"closed\":{closing}')
             WHERE id = '{}'",
            round.id
        ))
        .await;
    round
}

#[tokio::test]
async fn each_open_round_says_when_it_closes() {
    on_each_engine(|given| async move {
        let one = given.round(Phase::Voting).await;
        let alone = given.visitor().get("/stem").await.page();
        assert_eq!(alone.texts(".wb-until").len(), 1);
        let closing = one.starts(Phase::Closed).unwrap() + 40 * DAY;
        let other = opened_again(&given, closing).await;
        let both = given.visitor().get("/stem").await.page().texts(".wb-until");
        assert_eq!(both.len(), 2);
        for round in [&one, &other] {
            assert!(
                both.iter().any(|line| line.contains(&round.title)),
                "{both:?}"
            );
        }
        let moments: Vec<&str> = both
            .iter()
            .map(|line| line.rsplit(" tot ").next().unwrap())
            .collect();
        assert_ne!(moments[0], moments[1]);
    })
    .await;
}

#[tokio::test]
async fn a_code_of_a_closed_round_is_told_when_that_closed() {
    on_each_engine(|given| async move {
        let round = given.round(Phase::Voting).await;
        let closing = round.starts(Phase::Closed).unwrap();
        opened_again(&given, closing + 40 * DAY).await;
        for later in [closing + MINUTE, closing + 20 * MINUTE] {
            given.let_pass(later - given.app.clock.now()).await;
            let answer = given.visitor().post("/stem", &[("code", &code(0))]).await;
            assert_eq!(answer.status, 422);
            let error = answer.page().error_at("code").unwrap();
            let says = format!(
                "«{}». Het stemmen van die ronde is gesloten op ",
                round.title
            );
            assert!(error.contains(&says), "{error}");
        }
    })
    .await;
}

#[tokio::test]
async fn no_page_promises_a_vote_in_the_minutes_after_closing() {
    on_each_engine(|given| async move {
        let round = given.round(Phase::Voting).await;
        let closing = round.starts(Phase::Closed).unwrap();
        given.later(closing - given.app.clock.now() + MINUTE / 2);
        for path in ["/", "/rondes", &format!("/rondes/{}", round.id), "/stem"] {
            let page = given.visitor().get(path).await.page();
            assert!(!page.has("main a[href='/stem']"), "{path}");
            assert!(!page.has("[name=code]"), "{path}");
            let said = page.text("main");
            assert!(!said.contains("U kunt stemmen tot"), "{path}: {said}");
            assert!(!said.contains("U kunt nu stemmen"), "{path}: {said}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_code_is_taken_with_something_around_it() {
    on_each_engine(|given| async move {
        for typed in [
            format!("Code: {}", code(0)),
            format!("https://wijkbanen.test/stem#{}", code(0).replace('-', "")),
            format!("Uw stemcode is {}.", code(0)),
        ] {
            let answer = given.visitor().post("/stem", &[("code", &typed)]).await;
            assert_eq!(answer.location(), "/stem/kiezen", "{typed}");
        }
    })
    .await;
}
