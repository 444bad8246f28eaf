//! Key cards: made, each shown once, typed row by row; and a round that is only to practise.

use domain::{phase::Phase, proposal::ProposalState};
use store::demo;

use crate::{
    client::{Answer, Client},
    given::{DAY, Given, MINUTE, on_each_engine},
    voting::{choose, with_ballot},
};

const HOLDERS: [(&str, &str); 3] = [
    ("holder_1", "Griffie"),
    ("holder_2", "Buurthuis De Eik"),
    ("holder_3", "Notaris"),
];

/// The page for the keys of the demo's round that takes proposals.
async fn key_page(given: &Given) -> String {
    let round = given.round(Phase::Proposing).await.id;
    format!("/werk/rondes/{round}/sleutel")
}

async fn make(client: &mut Client, key: &str, also: &[(&str, &str)]) -> Answer {
    let form = [&[("deed", "make")], &HOLDERS[..], also].concat();
    client.post(key, &form).await
}

async fn show(client: &mut Client, key: &str, card: &str) -> Answer {
    client
        .post(&format!("{key}/kaart"), &[("card", card)])
        .await
}

/// The five rows on a page that shows a card.
fn rows(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, 200);
    answer.page().texts(".wb-key-card__signs")
}

/// Every card of a new key, each with its rows.
async fn all_cards(client: &mut Client, key: &str) -> Vec<Vec<String>> {
    let made = make(client, key, &[]).await;
    assert_eq!(made.status, 303);
    let mut cards = Vec::new();
    for card in ["1", "2", "3"] {
        cards.push(rows(&show(client, key, card).await));
    }
    cards
}

/// A form with cards in it, row by row.
fn typed(cards: &[&Vec<String>]) -> Vec<(String, String)> {
    let rows = (1..).zip(cards).flat_map(|(card, rows)| {
        let rows = (1..).zip(rows.iter());
        rows.map(move |(row, text)| (format!("card_{card}_row_{row}"), text.clone()))
    });
    [("deed".to_owned(), "rehearse".to_owned())]
        .into_iter()
        .chain(rows)
        .collect()
}

async fn rehearse(client: &mut Client, key: &str, form: &[(String, String)]) -> Answer {
    let form: Vec<(&str, &str)> = form.iter().map(|(name, text)| (&**name, &**text)).collect();
    client.post(key, &form).await
}

#[tokio::test]
async fn each_card_is_shown_once_on_a_page_of_its_own() {
    on_each_engine(|given| async move {
        let key = key_page(&given).await;
        let mut smederij = given.signed_in("smederij").await;
        let made = make(&mut smederij, &key, &[]).await;
        assert_eq!(
            (made.status.as_u16(), made.location()),
            (303, &*format!("{key}/kaart"))
        );
        let before = smederij.follow(&made).await;
        assert!(
            rows(&before).is_empty(),
            "nothing is shown before it is asked for"
        );
        assert!(before.body.contains("Griffie"));
        let mut seen = Vec::new();
        for (card, (_, holder)) in ["1", "2", "3"].into_iter().zip(HOLDERS) {
            let shown = show(&mut smederij, &key, card).await;
            assert_eq!(shown.headers["cache-control"], "no-store");
            assert!(shown.body.contains(holder) && shown.page().has(".wb-letter__qr svg"));
            let own = rows(&shown);
            assert_eq!(own.len(), 5);
            let again = show(&mut smederij, &key, card).await;
            assert_eq!(
                (again.status.as_u16(), again.location()),
                (303, &*format!("{key}/kaart"))
            );
            assert!(own.iter().all(|row| row.len() == 19), "{own:?}");
            seen.extend(own);
        }
        let after = smederij.get(&format!("{key}/kaart")).await;
        assert_eq!((after.status.as_u16(), after.location()), (303, &*key));
        let page = smederij.get(&key).await.body;
        assert!(seen.iter().all(|row| !page.contains(row)));
        let journal = smederij.get("/logboek").await.body;
        assert!(
            journal.contains("2 van 3 kaarten. Bewaard door: Griffie, Buurthuis De Eik, Notaris.")
        );
    })
    .await;
}

/// That there is nothing to show any more, on both pages.
async fn is_gone(client: &mut Client, key: &str) {
    let asked = show(client, key, "2").await;
    assert_eq!(asked.status, 303, "nothing to show");
    for path in [key.to_owned(), format!("{key}/kaart")] {
        let page = client.get(&path).await.body;
        assert!(page.contains("Niet alle kaarten zijn geprint, en wij hebben ze niet meer"));
    }
}

#[tokio::test]
async fn cards_that_were_not_shown_are_gone_after_an_hour() {
    on_each_engine(|given| async move {
        let key = key_page(&given).await;
        let mut smederij = given.signed_in("smederij").await;
        make(&mut smederij, &key, &[]).await;
        rows(&show(&mut smederij, &key, "1").await);
        given.later(59 * MINUTE);
        let mut smederij = given.signed_in("smederij").await;
        let page = smederij.get(&key).await.body;
        assert!(page.contains("Ga verder met de kaarten"));
        given.later(MINUTE);
        is_gone(&mut smederij, &key).await;
    })
    .await;
}

#[tokio::test]
async fn cards_that_were_not_shown_are_gone_after_a_restart() {
    on_each_engine(|given| async move {
        let key = key_page(&given).await;
        let mut smederij = given.signed_in("smederij").await;
        make(&mut smederij, &key, &[]).await;
        rows(&show(&mut smederij, &key, "1").await);
        let mut restarted = given.restarted();
        restarted
            .post("/demo/inloggen", &[("who", "smederij")])
            .await;
        is_gone(&mut restarted, &key).await;
    })
    .await;
}

#[tokio::test]
async fn nobody_else_gets_to_see_a_card() {
    on_each_engine(|given| async move {
        let key = key_page(&given).await;
        let mut smederij = given.signed_in("smederij").await;
        make(&mut smederij, &key, &[]).await;
        for login in ["beheerder", "griffier", "toetser", "bewoner"] {
            let mut other = given.signed_in(login).await;
            let asked = show(&mut other, &key, "1").await;
            assert!(!asked.body.contains("wb-key-card__signs"), "{login}");
        }
        assert_eq!(rows(&show(&mut smederij, &key, "1").await).len(), 5);
    })
    .await;
}

#[tokio::test]
async fn any_two_of_three_cards_pass_the_rehearsal() {
    on_each_engine(|given| async move {
        let key = key_page(&given).await;
        let mut smederij = given.signed_in("smederij").await;
        let cards = all_cards(&mut smederij, &key).await;
        let passed = rehearse(&mut smederij, &key, &typed(&[&cards[2], &cards[0]])).await;
        assert_eq!((passed.status.as_u16(), passed.location()), (303, &*key));
        let page = smederij.follow(&passed).await.body;
        assert!(page.contains("De kaarten zijn gemaakt en geprobeerd."));
    })
    .await;
}

#[tokio::test]
async fn a_mistyped_row_is_named_and_only_that_is_typed_again() {
    on_each_engine(|given| async move {
        let key = key_page(&given).await;
        let mut smederij = given.signed_in("smederij").await;
        let cards = all_cards(&mut smederij, &key).await;
        let mut wrong = cards[1].clone();
        let other = if wrong[3].starts_with('0') { "1" } else { "0" };
        wrong[3].replace_range(..1, other);
        let refused = rehearse(&mut smederij, &key, &typed(&[&cards[0], &wrong])).await;
        assert_eq!(refused.status, 422);
        let page = refused.page();
        assert_eq!(
            page.text("#card_2_row_4-error"),
            "Fout: Er is een teken verkeerd. Kijk eerst naar groep 1."
        );
        assert_eq!(
            page.attributes("input[name^=card_]", "name"),
            ["card_2_row_4"]
        );
        for row in cards[0].iter().chain(&wrong) {
            assert!(!refused.body.contains(row), "a card is never sent back");
        }
        let only = [
            ("deed".to_owned(), "rehearse".to_owned()),
            ("card_2_row_4".to_owned(), cards[1][3].to_lowercase()),
        ];
        assert_eq!(rehearse(&mut smederij, &key, &only).await.status, 303);
        let fields = smederij.get(&key).await;
        assert_eq!(
            fields.page().attributes("input[name^=card_]", "name").len(),
            10
        );
    })
    .await;
}

#[tokio::test]
async fn rows_that_were_typed_are_forgotten_after_ten_minutes() {
    on_each_engine(|given| async move {
        let key = key_page(&given).await;
        let mut smederij = given.signed_in("smederij").await;
        let cards = all_cards(&mut smederij, &key).await;
        rehearse(&mut smederij, &key, &typed(&[&cards[0]])).await;
        let left = |answer: Answer| answer.page().attributes("input[name^=card_]", "name").len();
        assert_eq!(left(smederij.get(&key).await), 5);
        given.later(10 * MINUTE);
        assert_eq!(left(smederij.get(&key).await), 10);
    })
    .await;
}

#[tokio::test]
async fn a_foreign_an_old_and_a_doubled_card_are_named() {
    on_each_engine(|given| async move {
        let key = key_page(&given).await;
        let mut smederij = given.signed_in("smederij").await;
        let old = all_cards(&mut smederij, &key).await;
        let sure = make(&mut smederij, &key, &[]).await;
        assert!(sure.page().has("#sure-error"));
        make(&mut smederij, &key, &[("sure", "yes")]).await;
        let mut cards = Vec::new();
        for card in ["1", "2", "3"] {
            cards.push(rows(&show(&mut smederij, &key, card).await));
        }
        let voting = given.round(Phase::Voting).await.id;
        let foreign = demo::cards(voting)[1].rows().map(|row| row.to_string());
        for other in [&old[1], &foreign.to_vec()] {
            let refused = rehearse(&mut smederij, &key, &typed(&[&cards[0], other])).await;
            assert_eq!(
                refused.page().text("#card_2-error"),
                "Fout: Dit is een kaart van een andere ronde, of een oude kaart die niet meer werkt."
            );
            assert_eq!(refused.page().attributes("input[name^=card_]", "name").len(), 5);
        }
        let twice = rehearse(&mut smederij, &key, &typed(&[&cards[0], &cards[0]])).await;
        assert!(twice.page().text("#card_2-error").contains("dezelfde kaart als kaart 1"));
        // Rows of two cards of this box: each reads well, and together they open nothing.
        let mut mixed = cards[1].clone();
        mixed[0].clone_from(&cards[2][0]);
        let refused = rehearse(&mut smederij, &key, &typed(&[&cards[0], &mixed])).await;
        assert!(refused.page().text("#card_1-error").contains("openen samen de stembus niet"));
        assert_eq!(refused.page().attributes("input[name^=card_]", "name").len(), 10);
    })
    .await;
}

#[tokio::test]
async fn two_cards_are_not_given_to_one_holder() {
    on_each_engine(|given| async move {
        let key = key_page(&given).await;
        let mut smederij = given.signed_in("smederij").await;
        let form = [
            ("deed", "make"),
            ("holder_1", "Griffie"),
            ("holder_2", "griffie"),
            ("holder_3", "Notaris"),
        ];
        let before = given.dump().await;
        let refused = smederij.post(&key, &form).await;
        assert_eq!(refused.status, 422);
        let page = refused.page();
        assert_eq!(
            page.text("#holder_2-error"),
            "Fout: Deze bewaarder heeft al een kaart. Kies een andere."
        );
        assert_eq!(page.value("holder_3"), "Notaris");
        assert_eq!(given.changed_since(&before).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn everybody_reads_who_keeps_the_cards_of_a_round() {
    on_each_engine(|given| async move {
        let page = given.visitor().get("/hoe-veilig").await;
        let text = page.page().text("main");
        assert!(
            text.contains("heeft 3 sleutelkaarten. Er zijn er 2 nodig."),
            "{text}"
        );
        for holder in ["Griffie", "Bewonersplatform", "Gemeentearchief"] {
            assert!(text.contains(holder), "{holder}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_demo_shows_cards_that_its_round_can_be_counted_with() {
    on_each_engine(|given| async move {
        let demo = given.visitor().get("/demo").await;
        let cards = demo.page().texts(".wb-demo-card");
        assert_eq!(cards.len(), 3);
        given.let_pass(30 * DAY).await;
        let round = given.round(Phase::Closed).await.id;
        let mut smederij = given.signed_in("smederij").await;
        let asked = smederij
            .post(&format!("/werk/rondes/{round}/telling"), &[])
            .await;
        let form = [
            ("deed", "agree"),
            ("sure", "yes"),
            ("card_1_row_1", &*cards[2]),
            ("card_2_row_1", &cards[1]),
        ];
        let mut griffier = given.signed_in("griffier").await;
        let counted = griffier.post(asked.location(), &form).await;
        assert_eq!(counted.status, 303);
        assert_eq!(counted.location(), format!("/rondes/{round}/uitslag"));
    })
    .await;
}

#[tokio::test]
async fn every_page_of_a_round_to_practise_says_so() {
    on_each_engine(|given| async move {
        let draft = given.draft_round().await;
        let settings = format!("/werk/rondes/{draft}/instellen");
        let mut smederij = given.signed_in("smederij").await;
        let says = |answer: &Answer| answer.page().texts(".wb-trial-line").len();
        let page = smederij.get(&settings).await;
        assert_eq!(says(&page), 0);
        let (_, fields) = page.page().form("[name=cards_needed]").unwrap();
        let alone = |trial: bool| {
            let mut form: Vec<(&str, &str)> = fields
                .iter()
                .filter(|field| !field.name.starts_with("cards_") && field.name != "trial")
                .map(|field| (field.name.as_str(), field.value.as_str()))
                .chain([("cards_needed", "1"), ("cards_total", "1")])
                .collect();
            if trial {
                form.push(("trial", "yes"));
            }
            form
        };
        let refused = smederij.post(&settings, &alone(false)).await;
        assert_eq!(refused.status, 422, "{}", refused.body);
        assert!(
            refused
                .page()
                .text("#cards_needed-error")
                .contains("Alleen in een proefronde")
        );
        let saved = smederij.post(&settings, &alone(true)).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        for path in ["", "/instellen", "/sleutel", "/telling", "/brieven"] {
            let page = smederij.get(&format!("/werk/rondes/{draft}{path}")).await;
            assert_eq!((page.status.as_u16(), says(&page)), (200, 1), "{path}");
        }
        for path in ["", "/spelregels", "/voorstellen"] {
            let page = smederij.get(&format!("/en/rondes/{draft}{path}")).await;
            assert_eq!((page.status.as_u16(), says(&page)), (200, 1), "{path}");
        }
        assert_eq!(says(&smederij.get("/rondes").await), 0);
    })
    .await;
}

#[tokio::test]
async fn who_votes_in_a_round_to_practise_is_told_so() {
    on_each_engine(|given| async move {
        let mut voter = with_ballot(&given, 0).await;
        let says = |answer: &Answer| answer.page().texts(".wb-trial-line").len();
        assert_eq!(says(&voter.get("/stem/kiezen").await), 0);
        let round = given.round(Phase::Voting).await;
        let settings = domain::round::Settings {
            trial: true,
            ..round.settings
        };
        let settings = serde_json::to_string(&settings).unwrap();
        let id = round.id;
        given
            .sql(format!(
                "UPDATE round SET settings = '{settings}' WHERE id = '{id}'"
            ))
            .await;
        assert_eq!(says(&voter.get("/stem/kiezen").await), 1);
        choose(&mut voter, 1).await;
        assert_eq!(says(&voter.get("/en/stem/controle").await), 1);
        let proposal = given
            .proposal_in(Phase::Voting, ProposalState::OnBallot)
            .await;
        let page = voter.get(&format!("/voorstellen/{proposal}")).await;
        assert_eq!(says(&page), 1);
        assert_eq!(says(&voter.get("/stem").await), 0, "of no round yet");
    })
    .await;
}

#[tokio::test]
async fn cards_of_a_key_that_somebody_made_anew_are_not_shown() {
    on_each_engine(|given| async move {
        let key = key_page(&given).await;
        let mut first = given.signed_in("smederij").await;
        make(&mut first, &key, &[]).await;
        let staff = given.demo_person("smederij").await.unwrap();
        let round = given.round(Phase::Proposing).await.id;
        // As by a colleague: the same store, and nothing in the memory of the server.
        let holders = domain::ballot_box::HoldersDraft {
            names: (1..=3)
                .map(|card| (card, format!("Kluis {card}")))
                .collect(),
        };
        let holders = holders
            .check(domain::ballot_box::Quorum::default())
            .unwrap();
        let grants = vec![domain::access::Grant {
            role: domain::access::Role::Smederij,
            wijk: None,
        }];
        let colleague = domain::access::Actor {
            person: staff,
            name: "Sam".to_owned(),
            grants,
        };
        let permit = colleague.permit().unwrap();
        given
            .make_box_key(&permit, round, &holders, given.app.clock.now())
            .await
            .unwrap();
        is_gone(&mut first, &key).await;
    })
    .await;
}
