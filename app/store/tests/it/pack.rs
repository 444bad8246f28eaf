//! The pack of a round: who has nothing else sees that all is right, and whatever was forged in it.

mod alone;
pub mod forge;

use std::process::Command;

use domain::{
    ballot_box::{ControlWords, MasterKey},
    journal::JournalSigner,
    pack::{self, Files, Noted, NotedOutcome},
    phase::Phase,
};
use store::{Engine, StoreError};

use crate::given::{Given, GivenRound, on_each_engine};
use alone::alone;
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
async fn a_ballot_is_found_in_the_pack_by_its_words() {
    on_each_engine(|given| async move {
        let round = counted(&given).await;
        let mut files = files(&given, &round).await;
        // Every ballot of these tests has the same words: eleven of twelve count.
        let words = ControlWords::from_entropy([1, 2, 3, 4, 5]);
        let search = pack::find(&files, words).unwrap();
        assert_eq!((search.ballots.len(), &*search.unlisted), (11, &[] as &[_]));
        for ballot in &search.ballots {
            assert_eq!(ballot.wijk, "Wijk 1");
            let first = &*ballot.choices[0];
            assert!(["Baan 1", "Baan 2"].contains(&first), "{first}");
            assert_eq!(ballot.choices[1..], ["Baan 3"]);
        }
        let other = ControlWords::from_entropy([2, 2, 3, 4, 5]);
        let search = pack::find(&files, other).unwrap();
        assert_eq!(search, pack::Search::default());

        files.retain(|name, _| !name.ends_with("ballots.jsonl"));
        let missing = pack::find(&files, words);
        assert!(missing.is_err(), "a list that is not there is no answer");
    })
    .await;
}

#[tokio::test]
async fn a_page_that_says_another_outcome_than_the_pack_is_seen() {
    on_each_engine(|given| async move {
        let round = counted(&given).await;
        let files = files(&given, &round).await;
        let outcome = given.outcomes(round.id).await.unwrap().remove(0);
        let on_the_page = NotedOutcome {
            winners: outcome.allocation.winners().map(|it| it.id).collect(),
            left: outcome.allocation.left,
        };
        let noted = |shown: NotedOutcome| Noted {
            outcomes: [(outcome.wijk, shown)].into(),
            ..Noted::default()
        };
        assert!(is_right(&files, &noted(on_the_page.clone())));
        let mut fewer = on_the_page;
        fewer.winners.pop();
        assert!(!is_right(&files, &noted(fewer)));
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
        let words = ControlWords::from_entropy([1, 2, 3, 4, 5]);
        let search = pack::find(&files, words).unwrap();
        assert_eq!((search.is_found(), &*search.unlisted[0]), (false, "Wijk 1"));
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

#[tokio::test]
async fn what_one_person_did_alone_is_named_and_nothing_else_is_wrong() {
    on_each_engine(|given| async move {
        let round = counted(&given).await;
        let files = files(&given, &round).await;
        let forged = alone(&files);
        assert!(forged.len() > 50, "{}", forged.len());
        for (what, forged) in forged {
            let report = pack::check(&forged, &Noted::default(), |_| {});
            let of_wijken = report.wijken.iter().flat_map(|wijk| &wijk.items);
            let faults = report.items.iter().chain(of_wijken);
            let faults = faults.filter(|(_, verdict)| *verdict != pack::Verdict::Right);
            let faults: Vec<pack::Item> = faults.map(|(item, _)| *item).collect();
            assert_eq!(faults, [pack::Item::TwoPeople], "{what}: {report:#?}");
        }
    })
    .await;
}

/// Whether the verifier that somebody else wrote, in another language and from the page alone, finds nothing wrong.
pub fn is_right_in_python(files: &Files) -> bool {
    python_says(files).0
}

/// The same, with what it says.
fn python_says(files: &Files) -> (bool, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pakket.zip");
    std::fs::write(&file, pack::zip(files).unwrap()).unwrap();
    let verifier = concat!(env!("CARGO_MANIFEST_DIR"), "/../../end2end/verify.py");
    let output = Command::new(python()).arg(verifier).arg(&file).output();
    let output = output.unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.stderr.is_empty(), "{output:?}");
    match output.status.code() {
        Some(0) => (true, said.into_owned()),
        Some(1) => (false, said.into_owned()),
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
        for (what, forged) in alone(&files) {
            let (is_right, said) = python_says(&forged);
            let wrong = said.lines().filter(|line| line.starts_with("wrong"));
            let mut wrong = wrong.map(|line| line.contains("two people: "));
            assert!(
                !is_right && wrong.all(|is_named| is_named),
                "{what}: {said}"
            );
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
            ..Noted::default()
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
                ..of_this_journal.clone()
            },
            Noted {
                journal_key: None,
                ..of_this_journal.clone()
            },
        ] {
            assert!(!is_right(&forged, &noted), "{noted:?}");
        }
    })
    .await;
}
