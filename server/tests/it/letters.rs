//! Letters from the second person's consent to the printer.

use std::time::Duration;

use axum::http::Method;
use domain::phase::Phase;

use crate::{
    client::Client,
    given::{Given, on_each_engine},
};

/// The demo's round that votes, as it was before its letters were made; and a wijk of it.
async fn before_letters(given: &Given) -> (String, String) {
    let round = given.round(Phase::Voting).await;
    let id = round.id;
    for sql in [
        format!("UPDATE round SET phase = 'ballot_published' WHERE id = '{id}'"),
        format!("DELETE FROM eligibility WHERE round_id = '{id}'"),
        format!("DELETE FROM seal WHERE round_id = '{id}'"),
    ] {
        given.sql(sql).await;
    }
    (
        format!("/werk/rondes/{id}"),
        round.wijken[0].wijk.id.to_string(),
    )
}

/// Two letters with what is spare, made and waiting to be printed by whoever is signed in here; and where.
async fn made(given: &Given) -> (Client, String, String) {
    let (round, wijk) = before_letters(given).await;
    let mut smederij = given.signed_in("smederij").await;
    let many = format!("letters-{wijk}");
    let form = [("deed", "issue"), ("wijk", &*wijk), (&*many, "2")];
    let asked = smederij.post(&format!("{round}/brieven"), &form).await;
    let mut clerk = given.signed_in("griffier").await;
    let agreed = clerk
        .post(asked.location(), &[("deed", "agree"), ("sure", "yes")])
        .await;
    let making = format!("{round}/brieven/{wijk}");
    assert_eq!(agreed.location(), making);
    until(&mut clerk, &making, "De brieven zijn klaar").await;
    (clerk, making, round)
}

/// Looks again until a page says something.
async fn until(client: &mut Client, path: &str, says: &str) {
    for _ in 0..200 {
        if client.get(path).await.body.contains(says) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{path} never says {says}");
}

/// What the page of the next step says of letters that nobody printed.
const UNPRINTED: &str = "De brieven van 1 wijk zijn gemaakt en niet geprint";

#[tokio::test]
async fn letters_with_what_is_spare_are_printed_once_and_voting_waits_for_it() {
    on_each_engine(|given| async move {
        let (mut clerk, making, round) = made(&given).await;
        let mut smederij = given.signed_in("smederij").await;
        assert!(smederij.get(&round).await.body.contains(UNPRINTED));
        let print = format!("{making}/afdruk");
        clerk.method(Method::HEAD, &print).await;
        let sheets = clerk.get(&print).await;
        let page = sheets.page();
        let heads: Vec<String> = page.texts(".wb-letter > p:nth-of-type(1)");
        let of = |kind: &str| heads.iter().filter(|head| head.contains(kind)).count();
        assert_eq!(
            [of("brief nummer"), of("reserve-envelop nummer")],
            [2, 3],
            "{heads:?}"
        );
        assert!(page.has("footer"), "the page has its end");
        assert!(!smederij.get(&round).await.body.contains(UNPRINTED));
        assert_eq!(clerk.get(&print).await.location(), making);
    })
    .await;
}

#[tokio::test]
async fn a_print_that_breaks_off_voids_the_letters() {
    on_each_engine(|given| async move {
        let (mut clerk, making, round) = made(&given).await;
        let print = format!("{making}/afdruk");
        clerk.hang_up_after(1, &print).await;
        let page = clerk.get(&making).await.body;
        assert!(page.contains("De brieven zijn klaar"), "none was sent yet");
        clerk.hang_up_after(2, &print).await;
        let mut smederij = given.signed_in("smederij").await;
        let letters = format!("{round}/brieven");
        until(&mut smederij, &letters, "Vraag een collega om akkoord").await;
        assert_eq!(
            smederij.get(&letters).await.page().texts("details").len(),
            0
        );
        assert_eq!(clerk.get(&print).await.location(), making);
    })
    .await;
}
