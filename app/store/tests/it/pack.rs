//! The pack of a round: who has nothing else sees that all is right, and whatever was forged in it.

pub mod forge;

use std::process::Command;

use domain::{
    ballot_box::MasterKey,
    journal::JournalSigner,
    pack::{self, Files, Noted},
    phase::Phase,
};
use store::{Engine, StoreError};

use crate::given::{Given, GivenRound, on_each_engine};
use forge::forgeries;

/// A counted round: twelve letters voted, and one of them was cancelled afterwards.
async fn counted(given: &Given) -> GivenRound {
    let mut round = given
        .round()
        .voting()
        .with_proposals(3)
        .with_letters(14)
        .await;
    for letter in 0..12 {
        round.cast(0, letter, &[letter % 2, 2]).await;
    }
    round.cancel(0, 11).await;
    round.cancel(0, 12).await;
    round.go_to(Phase::Closed).await;
    round.count().await.unwrap();
    round
}

async fn files(given: &Given, round: &GivenRound) -> Files {
    pack::unzip(&given.pack(round.id).await.unwrap()).unwrap()
}

fn is_right(files: &Files, noted: &Noted) -> bool {
    pack::check(files, noted, |_| {}).is_right()
}

#[tokio::test]
async fn a_pack_of_a_counted_round_is_right_and_always_the_same_bytes() {
    on_each_engine(|given| async move {
        let round = counted(&given).await;
        let first = given.pack(round.id).await.unwrap();
        let report = pack::check(&pack::unzip(&first).unwrap(), &Noted::default(), |_| {});
        assert!(report.is_right(), "{report:#?}");
        // What happens afterwards is not in it.
        given.resident().await;
        given.round().await;
        assert_eq!(given.pack(round.id).await.unwrap(), first);
    })
    .await;
}

#[tokio::test]
async fn there_is_no_pack_before_the_count() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().await;
        round.go_to(Phase::Closed).await;
        let none = given.pack(round.id).await;
        assert!(matches!(none, Err(StoreError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn a_wijk_with_few_ballots_shows_none_and_could_not_be_checked() {
    on_each_engine(|given| async move {
        let mut round = given.round().voting().with_letters(9).await;
        for letter in 0..9 {
            round.cast(0, letter, &[0]).await;
        }
        round.go_to(Phase::Closed).await;
        round.count().await.unwrap();
        let files = files(&given, &round).await;
        let ballots = files.keys().find(|name| name.ends_with("ballots.jsonl"));
        assert_eq!(ballots, None);
        let report = pack::check(&files, &Noted::default(), |_| {});
        assert!(!report.is_right());
        let is_wrong =
            |(_, verdict): &(_, pack::Verdict)| matches!(verdict, pack::Verdict::Wrong(_));
        let items = report.wijken.iter().flat_map(|wijk| &wijk.items);
        assert_eq!(
            report.items.iter().chain(items).find(|it| is_wrong(it)),
            None
        );
    })
    .await;
}

#[tokio::test]
async fn whatever_is_forged_in_a_pack_is_seen() {
    on_each_engine(|given| async move {
        let round = counted(&given).await;
        let files = files(&given, &round).await;
        let forged = forgeries(&files);
        assert!(forged.len() > 60, "{}", forged.len());
        for (what, forged) in forged {
            assert!(!is_right(&forged, &Noted::default()), "{what}");
        }
    })
    .await;
}

/// Whether the verifier that somebody else wrote, in another language and from the page alone, finds nothing wrong.
pub fn is_right_in_python(files: &Files) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pakket.zip");
    std::fs::write(&file, pack::zip(files).unwrap()).unwrap();
    let verifier = concat!(env!("CARGO_MANIFEST_DIR"), "/../../end2end/verify.py");
    let output = Command::new(python()).arg(verifier).arg(&file).output();
    let output = output.unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.stderr.is_empty(), "{output:?}");
    match output.status.code() {
        Some(0) => true,
        Some(1) => false,
        other => panic!("{other:?}: {said}"),
    }
}

/// A Python that has `cryptography`: that of Debian, or of whoever is here.
fn python() -> &'static str {
    let has_it = |python: &&&str| {
        let import = Command::new(python)
            .args(["-c", "import cryptography"])
            .output();
        import.is_ok_and(|output| output.status.success())
    };
    let found = ["python3", "/usr/bin/python3"];
    found
        .iter()
        .find(has_it)
        .unwrap_or_else(|| panic!("apt-get install python3-cryptography"))
}

#[tokio::test]
async fn another_verifier_says_the_same_of_every_forgery() {
    on_each_engine(|given| async move {
        // The pack is the same from either, and Python takes its time.
        if given.engine() == Engine::Postgres {
            return;
        }
        let round = counted(&given).await;
        let files = files(&given, &round).await;
        assert!(is_right_in_python(&files));
        for (what, forged) in forgeries(&files) {
            assert!(!is_right_in_python(&forged), "{what}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_journal_signed_anew_is_seen_by_who_noted_the_key_or_a_head() {
    on_each_engine(|given| async move {
        let round = counted(&given).await;
        let files = files(&given, &round).await;
        let entries = given.whole_journal().await.unwrap();
        let of_this_journal = Noted {
            head: Some(entries[2].hash),
            journal_key: Some(given.journal_key().unwrap()),
        };
        assert!(is_right(&files, &of_this_journal));
        let seed = MasterKey::from_bytes([9; 32]).journal_seed();
        let forged = forge::journal(&files, &JournalSigner::new(&seed), |event| {
            event.replace("round_made", "round_changed")
        });
        // By itself it looks whole.
        assert!(is_right(&forged, &Noted::default()));
        for noted in [
            Noted {
                head: None,
                ..of_this_journal
            },
            Noted {
                journal_key: None,
                ..of_this_journal
            },
        ] {
            assert!(!is_right(&forged, &noted), "{noted:?}");
        }
    })
    .await;
}
