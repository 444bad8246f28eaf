//! What is not there and what is not yours look the same.

use domain::{id::JobId, phase::Phase, proposal::ProposalState};
use store::demo::PEOPLE;

use crate::{client::Answer, given::on_each_engine};

const UNKNOWN: [&str; 6] = [
    "0192b1a0-0000-7000-8000-000000000001",
    "1",
    "..%2f..",
    "%00",
    "' OR 1=1",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
];

#[tokio::test]
async fn a_page_of_nothing_is_not_found_whatever_its_id_looks_like() {
    on_each_engine(|given| async move {
        let round = given.round(Phase::Delivery).await;
        let voting = given.round(Phase::Voting).await;
        let mut clients = vec![given.visitor()];
        for (login, ..) in PEOPLE {
            clients.push(given.signed_in(login).await);
        }
        for client in &mut clients {
            let mut bodies = std::collections::BTreeSet::new();
            for id in UNKNOWN {
                let id = id.replace(' ', "%20");
                for path in [
                    format!("/rondes/{id}"),
                    format!("/rondes/{id}/spelregels"),
                    format!("/rondes/{id}/spelregels.json"),
                    format!("/rondes/{id}/voorstellen"),
                    format!("/rondes/{id}/uitslag"),
                    format!("/rondes/{id}/pakket.zip"),
                    format!("/rondes/{id}/dossier"),
                    format!("/rondes/{id}/vergelijking"),
                    format!("/rondes/{id}/banen"),
                    format!("/rondes/{id}/vind-uw-stem"),
                    format!("/rondes/{}/zegels/{id}", voting.id),
                    format!("/rondes/{}/uitslag/{id}/stemmen.pb", round.id),
                    format!("/rondes/{}/uitslag/{id}/bewijs.json", round.id),
                    format!(
                        "/rondes/{id}/uitslag/{}/stemmen.pb",
                        round.wijken[0].wijk.id
                    ),
                    format!("/voorstellen/{id}"),
                ] {
                    let answer = client.get(&path).await;
                    assert_eq!(answer.status, 404, "{path}");
                    bodies.insert(without_path(&answer, &path));
                }
            }
            assert_eq!(bodies.len(), 1, "one page for all of them");
        }
    })
    .await;
}

#[tokio::test]
async fn staff_pages_do_not_find_a_made_up_id_either() {
    on_each_engine(|given| async move {
        for id in UNKNOWN.map(|id| id.replace(' ', "%20")) {
            for (login, path) in [
                ("smederij", format!("/werk/rondes/{id}")),
                ("smederij", format!("/werk/rondes/{id}/instellen")),
                ("smederij", format!("/werk/rondes/{id}/stap")),
                ("smederij", format!("/werk/rondes/{id}/data")),
                ("smederij", format!("/werk/rondes/{id}/klaar")),
                ("smederij", format!("/werk/rondes/{id}/weg")),
                ("smederij", format!("/werk/rondes/{id}/kopie")),
                ("smederij", format!("/werk/rondes/{id}/sleutel")),
                ("smederij", format!("/werk/rondes/{id}/sleutel/kaart")),
                ("smederij", format!("/werk/rondes/{id}/brieven")),
                ("balie", format!("/werk/rondes/{id}/brieven/kwijt")),
                ("smederij", format!("/werk/rondes/{id}/brieven/{id}")),
                ("griffier", format!("/werk/rondes/{id}/brieven/{id}/afdruk")),
                ("smederij", format!("/werk/verzoeken/{id}")),
                ("smederij", format!("/werk/rondes/{id}/telling")),
                ("toetser", format!("/werk/voorstellen/{id}/toets")),
                ("griffier", format!("/werk/rondes/{id}/besluit")),
                ("bewoner", format!("/voorstellen/{id}/bewerken")),
                ("bewoner", format!("/rondes/{id}/voorstel-doen")),
            ] {
                let mut client = given.signed_in(login).await;
                assert_eq!(client.get(&path).await.status, 404, "GET {path}");
                assert_eq!(
                    client.post(&path, &[("step", "cancel")]).await.status,
                    404,
                    "POST {path}"
                );
            }
            let mut smederij = given.signed_in("smederij").await;
            let round = given.round(Phase::Delivery).await.id;
            let form = [("job", id.as_str()), ("state", "filled")];
            let answer = smederij
                .post(&format!("/werk/rondes/{round}/banen"), &form)
                .await;
            // In a form, what no page of ours sends is not understood; in an address it does not exist.
            let is_an_id = id.parse::<JobId>().is_ok();
            assert_eq!(answer.status, if is_an_id { 404 } else { 400 }, "{id}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_round_in_the_making_does_not_exist_for_residents() {
    on_each_engine(|given| async move {
        let draft = given.draft_round().await;
        for (login, ..) in PEOPLE {
            let mut client = given.signed_in(login).await;
            let expected = if *login == "smederij" { 200 } else { 404 };
            for part in ["", "/spelregels", "/voorstellen", "/banen"] {
                let path = format!("/rondes/{draft}{part}");
                assert_eq!(
                    client.get(&path).await.status,
                    expected,
                    "{path} by {login}"
                );
            }
            let listed = client.get("/rondes").await.body + &client.get("/").await.body;
            assert_eq!(listed.contains(&draft), *login == "smederij", "{login}");
        }
        let mut visitor = given.visitor();
        let (there, nowhere) = (
            format!("/rondes/{draft}"),
            format!("/rondes/{}", UNKNOWN[0]),
        );
        let answers = [visitor.get(&there).await, visitor.get(&nowhere).await];
        assert_eq!(
            without_path(&answers[0], &there),
            without_path(&answers[1], &nowhere)
        );
    })
    .await;
}

#[tokio::test]
async fn somebody_elses_draft_does_not_exist() {
    on_each_engine(|given| async move {
        let draft = given.own_draft().await;
        let mut owner = given.signed_in("bewoner").await;
        assert_eq!(
            owner
                .get(&format!("/voorstellen/{draft}/bewerken"))
                .await
                .status,
            200
        );
        let password = "vier ganzen op de dijk";
        let mut neighbour = given.visitor();
        let form = [
            ("name", "Buur"),
            ("login", "buur"),
            ("password", password),
            ("repeated", password),
        ];
        neighbour.post("/account-maken", &form).await;
        neighbour.post("/inloggen", &form[1..3]).await;
        let before = given.dump().await;
        for path in [
            format!("/voorstellen/{draft}"),
            format!("/voorstellen/{draft}/bewerken"),
        ] {
            assert_eq!(neighbour.get(&path).await.status, 404, "{path}");
            assert_eq!(
                given
                    .visitor()
                    .get(&format!("/voorstellen/{draft}"))
                    .await
                    .status,
                404
            );
            for deed in ["keep", "cost", "submit", "withdraw"] {
                let answer = neighbour
                    .post(
                        &format!("/voorstellen/{draft}/bewerken"),
                        &[("deed", deed), ("sure", "yes")],
                    )
                    .await;
                assert_eq!(answer.status, 404, "{deed}");
            }
        }
        let other = given
            .proposal_in(Phase::Proposing, ProposalState::Submitted)
            .await;
        let answer = neighbour
            .post(
                &format!("/voorstellen/{other}/bewerken"),
                &[("deed", "withdraw"), ("sure", "yes")],
            )
            .await;
        assert_eq!(answer.status, 404, "public to read, and not theirs");
        assert_eq!(given.changed_since(&before).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_job_or_letters_of_another_round_are_not_found_here() {
    on_each_engine(|given| async move {
        let voting = given.round(Phase::Voting).await;
        let mut smederij = given.signed_in("smederij").await;
        let elsewhere = UNKNOWN[0];
        let answer = smederij
            .post(
                &format!("/werk/rondes/{}/brieven", voting.id),
                &[("deed", "issue"), ("wijk", elsewhere)],
            )
            .await;
        assert_eq!(answer.status, 404);
        let job = given.job().await;
        let before = given.dump().await;
        let answer = smederij
            .post(
                &format!("/werk/rondes/{}/banen", voting.id),
                &[("job", &job), ("state", "ended")],
            )
            .await;
        assert_eq!(answer.status, 404, "the job is of another round");
        assert_eq!(given.changed_since(&before).await, Vec::<String>::new());
    })
    .await;
}

/// The page without its own address, which stands in the links to other languages and in the menu.
fn without_path(answer: &Answer, path: &str) -> String {
    answer
        .body
        .replace(path, "HERE")
        .replace(" aria-current=\"page\"", "")
}
