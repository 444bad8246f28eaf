//! Dates of a round that are moved, a draft that waits, and secrets that are gone: on the pages.

use domain::phase::Phase;

use crate::given::{DAY, on_each_engine};

/// Dates far ahead, as a date field sends them.
const CLOSES: &str = "2030-05-01T20:00";
const COUNCIL: &str = "2030-06-01T09:00";

#[tokio::test]
async fn a_vote_is_closed_later_by_two_and_everybody_reads_why() {
    on_each_engine(|given| async move {
        let round = given.round(Phase::Voting).await.id;
        let path = format!("/werk/rondes/{round}/data");
        let mut smederij = given.signed_in("smederij").await;
        let page = smederij.get(&path).await.page();
        assert!(page.has("[name=start_closed]") && !page.has("[name=start_voting]"));
        let council = page.value("start_council");
        let early = [
            ("start_closed", "2026-01-01T12:00"),
            ("start_council", &*council),
            ("public_reason", "Snel klaar."),
        ];
        let refused = smederij.post(&path, &early).await;
        assert_eq!(refused.status, 422);
        let refused = refused.page();
        assert!(refused.error_at("start_closed").is_some());
        assert_eq!(refused.value("public_reason"), "Snel klaar.");
        let later = [
            ("start_closed", CLOSES),
            ("start_council", COUNCIL),
            ("public_reason", "De post staakt."),
        ];
        let asked = smederij.post(&path, &later).await;
        assert_eq!(asked.status, 303);
        let mut griffier = given.signed_in("griffier").await;
        let page = griffier.get(asked.location()).await;
        assert!(page.body.contains("1 mei 2030") && page.body.contains("Het was"));
        let agreed = griffier
            .post(asked.location(), &[("deed", "agree"), ("sure", "yes")])
            .await;
        assert_eq!(agreed.status, 303);
        let public = given.visitor().get(&format!("/rondes/{round}")).await;
        assert!(public.body.contains("1 mei 2030") && public.body.contains("De post staakt."));
        given.let_pass(30 * DAY).await;
        assert_eq!(
            given.round(Phase::Voting).await.id,
            round,
            "it is open still"
        );
    })
    .await;
}

#[tokio::test]
async fn dates_before_the_ballot_are_moved_by_one_with_a_reason() {
    on_each_engine(|given| async move {
        let round = given.round(Phase::Checking).await;
        let path = format!("/werk/rondes/{}/data", round.id);
        let mut smederij = given.signed_in("smederij").await;
        let form = [
            ("start_ballot_published", "2030-03-01T09:00"),
            ("start_voting", "2030-04-01T09:00"),
            ("start_closed", CLOSES),
            ("start_council", COUNCIL),
        ];
        let no_reason = smederij.post(&path, &form).await;
        assert_eq!(no_reason.status, 422);
        assert!(no_reason.page().error_at("public_reason").is_some());
        let all = [&form[..], &[("public_reason", "Toetsen duurt langer.")]].concat();
        let moved = smederij.post(&path, &all).await;
        assert_eq!(moved.status, 303);
        assert!(
            smederij
                .follow(&moved)
                .await
                .body
                .contains("De data zijn verzet")
        );
        let public = given.visitor().get(&format!("/rondes/{}", round.id)).await;
        assert!(public.body.contains("Toetsen duurt langer."));
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_set_ready_or_thrown_away_on_its_page() {
    on_each_engine(|given| async move {
        let draft = given.draft_round().await;
        let control = format!("/werk/rondes/{draft}");
        let mut smederij = given.signed_in("smederij").await;
        assert!(
            smederij
                .get(&control)
                .await
                .body
                .contains("Het begint niet vanzelf")
        );
        let ready = smederij.post(&format!("{control}/klaar"), &[]).await;
        assert_eq!(ready.status, 303);
        assert!(
            smederij
                .follow(&ready)
                .await
                .body
                .contains("De ronde staat klaar")
        );
        let unsure = smederij.post(&format!("{control}/weg"), &[]).await;
        assert_eq!(unsure.status, 422);
        assert!(unsure.page().error_at("discard").is_some());
        let gone = smederij
            .post(&format!("{control}/weg"), &[("discard", "yes")])
            .await;
        assert_eq!(gone.status, 303);
        assert!(
            smederij
                .follow(&gone)
                .await
                .body
                .contains("Het concept is weggegooid")
        );
        assert_eq!(smederij.get(&control).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_round_that_should_have_begun_cannot_be_set_up() {
    on_each_engine(|given| async move {
        let draft = given.draft_round().await;
        let path = format!("/werk/rondes/{draft}/instellen");
        let mut smederij = given.signed_in("smederij").await;
        let page = smederij.get(&path).await.page();
        let (_, fields) = page.form("[name=max_choices]").unwrap();
        let form: Vec<(&str, &str)> = fields
            .iter()
            .map(|field| match field.name.as_str() {
                "start_proposing" => ("start_proposing", "2020-03-02T09:00"),
                name => (name, field.value.as_str()),
            })
            .collect();
        let refused = smederij.post(&path, &form).await;
        assert_eq!(refused.status, 422);
        let error = refused.page().error_at("start_proposing").unwrap();
        assert!(error.contains("Dit moment is al voorbij"), "{error}");
    })
    .await;
}

#[tokio::test]
async fn a_round_says_until_when_or_since_when_its_secrets_are_gone() {
    on_each_engine(|given| async move {
        let old = given.round(Phase::Delivery).await.id;
        let page = given.visitor().get(&format!("/rondes/{old}")).await;
        assert!(
            page.body
                .contains("zijn de lijst met brieven en het geheim van deze ronde vernietigd")
        );
        let safe = given.visitor().get("/hoe-veilig").await;
        assert!(
            safe.body
                .contains("Twee weken na de uitslag vernietigen we")
        );
    })
    .await;
}
