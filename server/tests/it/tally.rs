//! Nobody sees how a vote goes before it is counted.

use domain::phase::Phase;
use store::demo::PEOPLE;

use crate::given::{DAY, on_each_engine};

#[tokio::test]
async fn there_is_no_outcome_before_the_count_for_anybody() {
    on_each_engine(|given| async move {
        let rounds = given.rounds(true).await.unwrap();
        let voting = given.round(Phase::Voting).await.id;
        for is_closed in [false, true] {
            if is_closed {
                given.later(30 * DAY);
                given.step_due_rounds(given.app.clock.now()).await.unwrap();
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
                            "dossier",
                            &format!("uitslag/{wijk}/stemmen.json"),
                        ] {
                            let path = format!("{prefix}/rondes/{}/{part}", round.id);
                            assert_eq!(client.get(&path).await.status, 404, "{path}");
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
