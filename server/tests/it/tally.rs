//! Nobody sees how a vote goes before it is counted.

use domain::{
    count::{count, draw_lot},
    pabulib,
    phase::Phase,
};
use store::demo::PEOPLE;

use crate::{
    given::{DAY, on_each_engine},
    voting::code,
};

#[tokio::test]
async fn there_is_no_outcome_before_the_count_for_anybody() {
    on_each_engine(|given| async move {
        let rounds = given.rounds(true).await.unwrap();
        let voting = given.round(Phase::Voting).await.id;
        for is_closed in [false, true] {
            if is_closed {
                given.let_pass(30 * DAY).await;
                assert_eq!(given.round(Phase::Closed).await.id, voting);
            }
            let mut clients = vec![given.visitor()];
            for (login, ..) in PEOPLE {
                clients.push(given.signed_in(login).await);
            }
            for round in rounds.iter().filter(|round| !round.phase.shows_tally()) {
                let wijk = round.wijken[0].wijk.id;
                for client in &mut clients {
                    for prefix in ["", "/en"] {
                        for part in [
                            "uitslag",
                            "pakket.zip",
                            "dossier",
                            "vergelijking",
                            "vind-uw-stem",
                            "vind-uw-stem?letter=b",
                            &format!("uitslag/{wijk}/stemmen.pb"),
                            &format!("uitslag/{wijk}/bewijs.json"),
                        ] {
                            let path = format!("{prefix}/rondes/{}/{part}", round.id);
                            assert_eq!(client.get(&path).await.status, 404, "{path}");
                        }
                        let path = format!("{prefix}/stem/{}/in-de-lijst", round.id);
                        assert_eq!(client.get(&path).await.status, 404, "{path}");
                        let form = [("code", &*code(0)), ("result", "found")];
                        for path in [path, format!("{prefix}/rondes/{}/vind-uw-stem", round.id)] {
                            assert_eq!(client.post(&path, &form).await.status, 404, "{path}");
                        }
                    }
                }
            }
            let mut clerk = given.signed_in("griffier").await;
            let path = format!("/werk/rondes/{voting}/besluit");
            assert_eq!(clerk.get(&path).await.status, 404);
            assert_eq!(
                clerk
                    .post(&path, &[("ruling", "adopt"), ("reason", "Goed.")])
                    .await
                    .status,
                404
            );
        }
    })
    .await;
}

#[tokio::test]
async fn the_ballots_as_a_pabulib_file_give_the_same_outcome() {
    on_each_engine(|given| async move {
        let rounds = given.rounds(false).await.unwrap();
        let round = rounds
            .iter()
            .find(|round| round.phase.shows_tally())
            .unwrap();
        for outcome in given.outcomes(round.id).await.unwrap() {
            let path = format!("/rondes/{}/uitslag/{}/stemmen.pb", round.id, outcome.wijk);
            let answer = given.visitor().get(&path).await;
            assert_eq!(answer.status, 200, "{path}");
            let file = pabulib::read(answer.body.as_bytes()).unwrap();
            assert_eq!(file.warnings, []);
            let rule = round.settings.counting;
            let order = draw_lot(&outcome.lot.seed.to_string(), &file.ids);
            let again = count(&file.election, &rule, &order).unwrap();
            let announced: Vec<_> = outcome
                .allocation
                .winners()
                .map(|award| (award.cost, award.votes))
                .collect();
            let found: Vec<_> = again
                .winners()
                .map(|award| (award.cost, award.votes))
                .collect();
            assert_eq!((found, again.left), (announced, outcome.allocation.left));
            let named = file.meta.get("comment").unwrap();
            assert!(
                named.contains("--rule by-votes") && named.contains(&outcome.lot.seed.to_string()),
                "{named}"
            );
        }
    })
    .await;
}
