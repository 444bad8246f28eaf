//! What leads from a letter to its vote is destroyed, down to the bytes.

use domain::{
    audit::EventKind,
    pack::{self, Noted},
    phase::{Missing, Phase, Step, StepRefused},
    round::{COMPLAINTS, Millis},
};
use store::{Engine, Refusal, Secrets};

use crate::given::{
    DAY, Given, GivenRound, HOUR, console, on_each_engine, reason, refusal, start_of,
};

/// When the round of these tests is destroyed: two weeks after its count.
fn due(round: &GivenRound) -> Millis {
    round.closes_at() + 2 * HOUR + COMPLAINTS
}

async fn counted(given: &Given) -> GivenRound {
    let mut round = given.round().voting().with_letters(4).await;
    round.cast(0, 0, &[0]).await;
    round.cast(0, 1, &[0]).await;
    round.cancel(0, 3).await;
    round.go_to(Phase::Counted).await;
    round
}

#[tokio::test]
async fn secrets_are_destroyed_two_weeks_after_the_outcome_and_the_journal_says_so() {
    on_each_engine(|given| async move {
        let round = counted(&given).await;
        let at = due(&round);
        let kept = given.secrets(&round.read().await).await.unwrap();
        assert_eq!(kept, Secrets::Kept(Some(at)));
        assert!(given.destroy_due(at - 1).await.unwrap().is_empty());
        assert_eq!(given.destroy_due(at).await.unwrap(), [round.id]);
        for (table, left) in [("eligibility", "0"), ("key_card", "0"), ("seal", "7")] {
            let sql = format!("SELECT CAST(COUNT(*) AS TEXT) FROM {table}");
            assert_eq!(given.text(sql).await, left, "{table}");
        }
        assert!(given.wrapped_secrets().await.unwrap().is_empty());
        let newest = &given.journal(0, 1).await.unwrap()[0];
        assert!(
            newest
                .event
                .contains(&EventKind::SecretsDestroyed.to_string())
        );
        assert!(newest.event.contains(r#""letters":7"#), "{}", newest.event);
        let gone = given.secrets(&round.read().await).await.unwrap();
        assert_eq!(gone, Secrets::Destroyed(at));
        assert!(
            given.destroy_due(at + DAY).await.unwrap().is_empty(),
            "once"
        );
        given.verify_journal().await.unwrap().unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_is_public_stays_as_it_was_and_nothing_else_answers() {
    on_each_engine(|given| async move {
        let round = counted(&given).await;
        let before = given.pack(round.id).await.unwrap();
        let code = round.letters[0][0].code.clone();
        let at = due(&round);
        let found = given.closed_round_of(&code, at).await.unwrap();
        assert_eq!(found.map(|found| found.id), Some(round.id));
        given.destroy_due(at).await.unwrap();
        assert_eq!(given.pack(round.id).await.unwrap(), before);
        let files = pack::unzip(&before).unwrap();
        assert!(
            !pack::check(&files, &Noted::default(), |_| {})
                .wijken
                .is_empty()
        );
        assert_eq!(given.closed_round_of(&code, at).await.unwrap(), None);
        assert_eq!(
            given.letters(round.id).await.unwrap(),
            [(round.wijken[0], 4)]
        );
        assert!(given.key_cards(round.id).await.unwrap().is_empty());
        assert_eq!(given.outcomes(round.id).await.unwrap().len(), 1);
    })
    .await;
}

/// What a thief would look for: the wrapped secret, and the voter id and the link of every letter.
async fn looked_for(given: &Given) -> Vec<Vec<u8>> {
    let of_letters = match given.engine() {
        Engine::Sqlite => "SELECT voter, HEX(link) FROM eligibility",
        Engine::Postgres => "SELECT voter, ENCODE(link, 'hex') FROM eligibility",
    };
    let mut all = given.wrapped_secrets().await.unwrap();
    for row in given.texts(of_letters).await {
        let [voter, link] = [0, 1].map(|column| row[column].clone().unwrap());
        all.push(voter.into_bytes());
        let byte = |at| u8::from_str_radix(&link[at..at + 2], 16).unwrap();
        all.push((0..link.len()).step_by(2).map(byte).collect());
    }
    all
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[tokio::test]
async fn no_byte_of_the_secrets_is_left_in_the_file_or_its_log() {
    on_each_engine(|given| async move {
        let round = counted(&given).await;
        let secrets = looked_for(&given).await;
        assert!(secrets.len() > 8);
        if given.engine() == Engine::Postgres {
            given.destroy_due(due(&round)).await.unwrap();
            // No row is left, dead ones neither: the tables have new files.
            let sql = "SELECT CAST(pg_relation_size('eligibility') + pg_relation_size('key_card') AS TEXT)";
            assert_eq!(given.text(sql).await, "0");
            return;
        }
        let path = given.url.strip_prefix("sqlite://").unwrap().to_owned();
        let files = || {
            let log = std::fs::read(format!("{path}-wal")).unwrap_or_default();
            [std::fs::read(&path).unwrap(), log].concat()
        };
        let before = files();
        assert!(secrets.iter().all(|secret| holds(&before, secret)), "the test looks right");
        given.destroy_due(due(&round)).await.unwrap();
        let after = files();
        assert!(secrets.iter().all(|secret| !holds(&after, secret)));
    })
    .await;
}

#[tokio::test]
async fn sweeping_that_was_held_up_is_done_the_next_time() {
    on_each_engine(|given| async move {
        if given.engine() == Engine::Postgres {
            return;
        }
        let round = counted(&given).await;
        let secrets = looked_for(&given).await;
        let reading = given.keep_reading().await;
        assert!(given.destroy_due(due(&round)).await.is_err());
        drop(reading);
        given.destroy_due(due(&round)).await.unwrap();
        let path = given.url.strip_prefix("sqlite://").unwrap();
        let log = std::fs::read(format!("{path}-wal")).unwrap_or_default();
        let all = [std::fs::read(path).unwrap(), log].concat();
        assert!(secrets.iter().all(|secret| !holds(&all, secret)));
    })
    .await;
}

#[tokio::test]
async fn a_round_is_archived_only_without_its_secrets() {
    on_each_engine(|given| async move {
        let mut round = counted(&given).await;
        round.go_to(Phase::Delivery).await;
        let (why, at) = (
            reason("Alle banen zijn ingevuld."),
            start_of(Phase::Council) + DAY,
        );
        let permit = console();
        let archive = || given.step_round(&permit, round.id, Step::Archive, &why, at);
        let missing = StepRefused::Missing(vec![Missing::Destruction]);
        assert_eq!(refusal(archive().await), Refusal::Step(missing));
        given.destroy_due(due(&round)).await.unwrap();
        assert_eq!(archive().await.unwrap(), Phase::Archived);
    })
    .await;
}

#[tokio::test]
async fn the_secrets_of_a_round_that_was_stopped_are_destroyed_too() {
    on_each_engine(|given| async move {
        let round = given.round().voting().await;
        let at = round.open_at();
        let permit = round.staff[0].permit().unwrap();
        let why = reason("De brieven waren fout.");
        let request = given
            .ask_to_cancel_vote(&permit, round.id, &why, at)
            .await
            .unwrap();
        let second = round.staff[1].second().unwrap();
        given.cancel_vote(&second, request, at).await.unwrap();
        assert!(
            given
                .destroy_due(at + COMPLAINTS - 1)
                .await
                .unwrap()
                .is_empty()
        );
        assert_eq!(
            given.destroy_due(at + COMPLAINTS).await.unwrap(),
            [round.id]
        );
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_jumped_ahead_destroys_nothing_at_once() {
    on_each_engine(|given| async move {
        let round = counted(&given).await;
        let ahead = due(&round) + 1_000 * DAY;
        given.tell_jump(1_000 * DAY, ahead).await.unwrap();
        assert!(given.destroy_due(ahead + DAY).await.unwrap().is_empty());
        assert_eq!(
            given.destroy_due(ahead + COMPLAINTS).await.unwrap(),
            [round.id]
        );
    })
    .await;
}
