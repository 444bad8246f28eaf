//! What people type and read: numbers as the site writes them, names that can be told apart, faults that name their field,
//! and no promise in the past.

use domain::{
    phase::Phase,
    round::{GRACE, Round},
};

use crate::{
    client::{Answer, Client},
    given::{DAY, Given, MINUTE, on_each_engine},
    voting::{choose, with_ballot},
};

/// The lines of the list of what is wrong.
fn summary(answer: &Answer) -> Vec<String> {
    answer.page().summary()
}

async fn add_wijk(smederij: &mut Client, page: &str, name: &str, residents: &str) -> Answer {
    let form = [
        ("name", name),
        ("kind", "wijk"),
        ("residents", residents),
        ("voting_point", "Buurthuis De Brug"),
    ];
    smederij.post(page, &form).await
}

#[tokio::test]
async fn a_number_is_typed_as_the_page_prints_it_in_both_languages() {
    on_each_engine(|given| async move {
        let mut smederij = given.signed_in("smederij").await;
        for (page, name, residents) in [
            ("/werk/wijken", "Een", "4.430"),
            ("/werk/wijken", "Twee", "4\u{a0}430"),
            ("/en/werk/wijken", "Drie", "4,430"),
        ] {
            let answer = add_wijk(&mut smederij, page, name, residents).await;
            assert_eq!(answer.status, 303, "{residents}: {:?}", summary(&answer));
            let shown = smederij.get(page).await.body;
            assert!(shown.contains(name));
        }
        let wijken = given.wijken().await.unwrap();
        let typed = |name: &str| wijken.iter().find(|wijk| wijk.name == name).unwrap();
        for name in ["Een", "Twee", "Drie"] {
            assert_eq!(typed(name).residents, 4_430);
        }
        for (page, residents) in [("/werk/wijken", "4,430"), ("/en/werk/wijken", "4.430")] {
            let answer = add_wijk(&mut smederij, page, "Vier", residents).await;
            assert_eq!(answer.status, 422, "{page} {residents}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_form_of_a_new_round_prints_amounts_that_it_reads() {
    on_each_engine(|given| async move {
        let mut smederij = given.signed_in("smederij").await;
        for page in ["/werk/rondes/nieuw", "/en/werk/rondes/nieuw"] {
            let cap = smederij.get(page).await.page().value("cap");
            let answer = smederij.post(page, &[("cap", &cap)]).await;
            let answer = answer.page();
            assert_eq!(answer.error_at("cap"), None, "{cap}");
            assert!(!answer.has("a[href='#cap']"), "{:?}", answer.summary());
        }
    })
    .await;
}

#[tokio::test]
async fn a_wijk_that_reads_like_another_is_refused_by_its_name() {
    on_each_engine(|given| async move {
        let mut smederij = given.signed_in("smederij").await;
        for twin in ["de turfhoek", "De\u{a0} Turfhoek", "De Turf\u{200b}hoek"] {
            let answer = add_wijk(&mut smederij, "/werk/wijken", twin, "900").await;
            let taken = "Naam: Deze naam is al in gebruik. Kies een andere.";
            assert_eq!(
                (answer.status.as_u16(), summary(&answer)),
                (422, vec![taken.to_owned()])
            );
            let at_name = answer.page().error_at("name").unwrap();
            assert_eq!(
                at_name,
                "Fout: Deze naam is al in gebruik. Kies een andere."
            );
        }
        // The е and the о are Cyrillic.
        let answer = add_wijk(&mut smederij, "/werk/wijken", "Dе Turfhоek", "900").await;
        assert_eq!(answer.status, 422);
        assert!(summary(&answer)[0].starts_with("Naam: Hier staan letters die op andere"));
    })
    .await;
}

#[tokio::test]
async fn a_login_of_letters_that_grow_registers_and_signs_in() {
    on_each_engine(|given| async move {
        let (login, password) = ("İ".repeat(50), "vier ganzen op de dijk");
        let form = [
            ("name", "İpek"),
            ("login", &*login),
            ("password", password),
            ("repeated", password),
        ];
        let answer = given.visitor().post("/account-maken", &form).await;
        assert_eq!(answer.status, 303, "{:?}", summary(&answer));
        for typed in [login, "i".repeat(50)] {
            let form = [("login", &*typed), ("password", password)];
            let answer = given.visitor().post("/inloggen", &form).await;
            assert_eq!(answer.status, 303, "{typed}");
        }
    })
    .await;
}

async fn hand_in(given: &Given, fields: &[(&str, &str)]) -> Answer {
    let draft = given.own_draft().await;
    let mut bewoner = given.signed_in("bewoner").await;
    let form: Vec<(&str, &str)> = fields.iter().copied().chain([("deed", "submit")]).collect();
    bewoner
        .post(&format!("/voorstellen/{draft}/bewerken"), &form)
        .await
}

#[tokio::test]
async fn an_empty_proposal_hears_the_name_of_every_field() {
    on_each_engine(|given| async move {
        let answer = hand_in(&given, &[("title", "\u{200b}\u{200b}\u{200b}")]).await;
        assert_eq!(answer.status, 422);
        let list = summary(&answer);
        assert_eq!(list.len(), 12, "{list:?}");
        let (last, named) = list.split_last().unwrap();
        assert_eq!(last, "Vul minstens één bedrag in.");
        for line in named {
            let label = line
                .strip_prefix("Vul in: ")
                .or(line.strip_prefix("Kies: "));
            assert!(label.is_some_and(|label| label.len() > 3), "{line}");
        }
        let distinct: std::collections::BTreeSet<&String> = list.iter().collect();
        assert_eq!(distinct.len(), list.len(), "{list:?}");
    })
    .await;
}

#[tokio::test]
async fn a_pasted_text_that_is_too_long_hears_by_how_much_and_stays() {
    on_each_engine(|given| async move {
        let long = "a".repeat(2_412);
        let answer = hand_in(&given, &[("description", &long)]).await;
        assert_eq!(answer.status, 422);
        let told = "Dit is 412 tekens te lang. Er passen er 2.000.";
        assert!(summary(&answer).iter().any(|line| line.ends_with(told)));
        let page = answer.page();
        assert_eq!(page.value("description"), long);
        assert!(page.error_at("description").unwrap().ends_with(told));
        assert!(!page.has("[maxlength]"), "a browser would cut it");
    })
    .await;
}

#[tokio::test]
async fn a_clerk_who_adopts_with_a_tick_hears_what_to_do() {
    on_each_engine(|given| async move {
        let round = given.round(Phase::Delivery).await.id;
        given
            .sql(format!("UPDATE round SET phase = 'council' WHERE id = '{round}'"))
            .await;
        let mut griffier = given.signed_in("griffier").await;
        let page = format!("/werk/rondes/{round}/besluit");
        let jobs = griffier.get(&page).await.page();
        let job = jobs.choices("declined")[0];
        let form = [("ruling", "adopt"), ("reason", "Besproken."), ("declined", job)];
        let answer = griffier.post(&page, &form).await;
        assert_eq!(answer.status, 422);
        let list = summary(&answer);
        assert_eq!(
            list[0],
            "Wat besloot de raad? U vinkte een baan aan. Kies «behalve enkele banen» of haal het vinkje weg."
        );
        assert!(list[1].starts_with("Vul in: Reden bij «"), "{list:?}");
        assert!(!answer.body.contains("hoogstens 0"));
    })
    .await;
}

#[tokio::test]
async fn a_closing_day_without_an_hour_is_refused_by_its_name() {
    on_each_engine(|given| async move {
        let mut smederij = given.signed_in("smederij").await;
        for typed in ["2027-03-20", "20 maart 2027"] {
            let form = [("start_closed", typed)];
            let answer = smederij.post("/werk/rondes/nieuw", &form).await;
            let told = "Het stemmen sluit: Er staat geen tijd bij.";
            assert!(
                summary(&answer).iter().any(|line| line.starts_with(told)),
                "{typed}"
            );
            let page = answer.page();
            let at_date = page.error_at("start_closed").unwrap();
            assert!(at_date.contains("Er staat geen tijd bij."), "{at_date}");
            assert_eq!(page.value("start_closed"), typed, "and it stays");
        }
    })
    .await;
}

#[tokio::test]
async fn a_ballot_with_two_jobs_never_offers_three() {
    on_each_engine(|given| async move {
        let round = given.round(Phase::Voting).await;
        let (mut rules, _) = given.rules(round.id).await.unwrap();
        for wijk in &mut rules.wijken {
            wijk.candidates.truncate(2);
        }
        let json = rules.canonical().unwrap().replace('\'', "''");
        given
            .sql(format!(
                "UPDATE round SET rules = '{json}' WHERE id = '{}'",
                round.id
            ))
            .await;
        let mut voter = with_ballot(&given, 1).await;
        let body = voter.get("/stem/kiezen").await.body;
        assert!(body.contains("Kies 1 tot 2 banen") && !body.contains("Kies 1 tot 3"));
        let nothing = voter.post("/stem/kiezen", &[]).await;
        assert_eq!(summary(&nothing), ["Kies minstens 1 baan."]);
        assert_eq!(choose(&mut voter, 2).await.status, 303);
        let body = voter.get("/stem/kiezen").await.body;
        assert!(
            body.contains("2 van 2 gekozen. Dat is het."),
            "the meter knows"
        );
    })
    .await;
}

/// Moves the clock to `by` after a phase of the round should begin.
fn go(given: &Given, round: &Round, phase: Phase, by: i64) {
    given.later(round.starts(phase).unwrap() + by - given.app.clock.now());
}

#[tokio::test]
async fn the_grace_of_a_vote_promises_nothing_that_has_passed() {
    on_each_engine(|given| async move {
        let round = given.round(Phase::Voting).await;
        let page = format!("/rondes/{}", round.id);
        let mut visitor = given.visitor();
        for by in [MINUTE / 2, GRACE + MINUTE] {
            go(&given, &round, Phase::Closed, by);
            for path in ["/", "/rondes", &page, "/stem"] {
                let answer = visitor.get(path).await;
                let promise = "U kunt stemmen tot";
                assert!(!answer.body.contains(promise), "{path} {by}");
                let promise = "U kunt nu stemmen";
                assert!(!answer.page().ends_a_text(promise), "{path} {by}");
            }
            let body = visitor.get(&page).await.body;
            assert!(body.contains("De stembus is gesloten op"), "{by}");
            let closed = visitor.get("/stem").await.body;
            assert!(closed.contains("is gesloten op"), "{by}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_round_past_its_dates_says_that_it_is_late() {
    on_each_engine(|given| async move {
        // No clock ticks in these tests, so every step that should have been taken waits.
        let round = given.round(Phase::Checking).await;
        go(&given, &round, Phase::Voting, DAY);
        let mut visitor = given.visitor();
        let answer = visitor.get(&format!("/rondes/{}", round.id)).await;
        let late = "Het stembiljet komt later dan gepland.";
        assert!(answer.body.contains(late));
        assert!(answer.page().ends_a_text("later dan gepland"));
        let body = visitor
            .get(&format!("/rondes/{}/spelregels", round.id))
            .await
            .body;
        assert!(body.contains("Dat is later dan gepland."));
        let body = visitor.get("/stem").await.body;
        let title = &round.title;
        let late = format!("Het stemmen in «{title}» begint later dan gepland.");
        assert!(body.contains(&late));
        let promised = format!("U kunt stemmen in «{title}»");
        assert!(!body.contains(&promised), "a promise in the past");
    })
    .await;
}

#[tokio::test]
async fn a_road_shows_when_a_phase_began_and_not_when_it_should() {
    on_each_engine(|given| async move {
        let round = given.round(Phase::Delivery).await;
        // The council was planned for much later than it decided.
        let mut settings = round.settings.clone();
        settings
            .schedule
            .insert(Phase::Council, given.app.clock.now() + 300 * DAY);
        let json = serde_json::to_string(&settings).unwrap();
        given
            .sql(format!(
                "UPDATE round SET settings = '{json}' WHERE id = '{}'",
                round.id
            ))
            .await;
        let answer = given.visitor().get(&format!("/rondes/{}", round.id)).await;
        let road = answer.page().text(".wb-steps");
        assert!(road.contains("begon op"));
        assert!(!road.contains("vanaf"), "nothing of it is still to come");
        let home = given.visitor().get("/").await.body;
        assert!(!home.contains("Dit kan tot"));
    })
    .await;
}
