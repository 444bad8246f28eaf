//! Back-ups: a whole copy while the program runs.

use std::path::Path;

use domain::phase::Phase;
use store::{Engine, Refusal, Store};

use crate::given::{Given, on_each_engine, refusal};

async fn copy_of(given: &Given, folder: &Path) -> Given {
    let file = folder.join("kopie.sqlite");
    given.back_up(&file).await.unwrap().unwrap();
    Given::at(format!("sqlite://{}", file.display())).await
}

#[tokio::test]
async fn a_copy_opens_and_holds_the_same_ballots_and_journal() {
    on_each_engine(|given| async move {
        let round = given.round().voting().with_letters(3).await;
        round.cast(0, 0, &[0]).await;
        round.cast(0, 1, &[0]).await;
        if given.engine() == Engine::Postgres {
            return;
        }
        let folder = tempfile::tempdir().unwrap();
        let copy = copy_of(&given, folder.path()).await;
        let verified = copy.verify_journal().await.unwrap().unwrap();
        assert_eq!(verified, given.verify_journal().await.unwrap().unwrap());
        assert_eq!(
            Store::round(&copy, round.id).await.unwrap(),
            round.read().await
        );
        copy.migrate().await.unwrap();
        let dump = given.dump().await;
        assert_eq!(dump["ballot_box"].len(), 2);
        assert_eq!(copy.dump().await, dump);
        copy.close().await;
    })
    .await;
}

#[tokio::test]
async fn a_box_from_a_copy_is_counted_like_the_first() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().await;
        round.cast(0, 0, &[0]).await;
        round.go_to(Phase::Closed).await;
        if given.engine() == Engine::Postgres {
            return;
        }
        let folder = tempfile::tempdir().unwrap();
        let copy = copy_of(&given, folder.path()).await;
        round.count().await.unwrap();
        let (permit, second) = (
            round.staff[0].permit().unwrap(),
            round.staff[1].second().unwrap(),
        );
        let (card, at) = (round.own_seed().await, round.closes_at());
        let request = copy.ask_to_count(&permit, round.id, at).await.unwrap();
        copy.count_votes(&second, request, card, at).await.unwrap();
        let there = copy.outcomes(round.id).await.unwrap();
        assert_eq!(there, given.outcomes(round.id).await.unwrap());
        copy.close().await;
    })
    .await;
}

#[tokio::test]
async fn an_existing_file_is_never_written_over() {
    on_each_engine(|given| async move {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("brief.txt");
        std::fs::write(&file, "Beste buren").unwrap();
        assert!(given.back_up(&file).await.is_err());
        assert_eq!(std::fs::read(&file).unwrap(), b"Beste buren");
    })
    .await;
}

#[tokio::test]
async fn a_folder_may_have_any_name() {
    on_each_engine(|given| async move {
        if given.engine() == Engine::Postgres {
            return;
        }
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "dinsdag 24 november.sqlite",
            "50% klaar?.sqlite",
            "één#twee.sqlite",
        ] {
            let file = folder.path().join(name);
            given.back_up(&file).await.unwrap().unwrap();
            assert!(file.metadata().unwrap().len() > 0, "{name}");
        }
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            3,
            "and nothing beside them"
        );
    })
    .await;
}

#[tokio::test]
async fn postgres_is_backed_up_by_its_own_tool() {
    on_each_engine(|given| async move {
        if given.engine() == Engine::Postgres {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("kopie.sqlite");
            assert_eq!(refusal(given.back_up(&file).await), Refusal::State);
            assert!(!file.exists());
        }
    })
    .await;
}
