//! Files of elections: what is written reads back, and how a file comes in does not matter.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use domain::{
    count::{Ballots, Election, Project, VoteType},
    euro::Euro,
    pabulib::{Description, Export, File, FileFault, Reader, read, write},
};
use proptest::{collection::vec, prelude::*, sample::subsequence};

/// An election with the ids of its projects and the winners.
#[derive(Clone, Debug)]
struct Given {
    election: Election,
    ids: Vec<String>,
    selected: Option<Vec<bool>>,
}

fn any_id() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z0-9/\";é☃'. \u{2028}\u{85}-]{0,12}",
        "META|votes|PROJECTS|none|places: 2|#1: ",
    ]
}

fn any_ballot(kind: VoteType, projects: usize) -> impl Strategy<Value = (Vec<u32>, Vec<u32>, u32)> {
    let most = if kind == VoteType::ChooseOne {
        projects.min(1)
    } else {
        projects
    };
    let all: Vec<u32> = (0..).take(projects).collect();
    let choices = subsequence(all, 0..=most).prop_shuffle();
    (choices, 1..4_u32).prop_flat_map(move |(choices, count)| {
        let points = if kind.has_points() { choices.len() } else { 0 };
        let points = vec(prop_oneof![0..12_u32, Just(u32::MAX)], points);
        (Just(choices), points, Just(count))
    })
}

prop_compose! {
    fn any_election()(
        kind in prop::sample::select(VoteType::ALL),
        ids in vec(any_id(), 0..7),
    )(
        kind in Just(kind),
        costs in vec((0..5_000_000_u64, prop_oneof![4 => Just(1_u32), 1 => 1..30_u32]), ids.len()),
        selected in prop::option::of(vec(any::<bool>(), ids.len())),
        budget in 0..100_000_000_u64,
        ballots in vec(any_ballot(kind, ids.len()), 0..12),
        ranks in 0..9_u32,
        ids in Just(ids),
    ) -> Given {
        let mut all = Ballots::new(kind);
        for (choices, points, count) in ballots {
            all.add(&choices, &points, count).unwrap();
        }
        if kind == VoteType::Ordinal {
            all.allow_ranks(ranks);
        }
        let projects = costs.into_iter().map(|(cents, places)| Project { cost: Euro::cents(cents), places });
        let ids = ids.iter().enumerate().map(|(at, id)| match at {
            0 if !id.trim_ascii().is_empty() => id.trim_ascii().to_owned(),
            _ => format!("{}/{at}", id.trim_ascii_start()),
        });
        Given {
            election: Election { budget: Euro::cents(budget), projects: projects.collect(), ballots: all },
            ids: ids.collect(),
            selected,
        }
    }
}

fn written(given: &Given) -> String {
    write(&Export {
        about: &Description {
            description: "Een \"wijk\"; en meer\r\nin twee regels".into(),
            comment: "zonder nummer".into(),
            more: vec![
                ("zon".into(), "weer".into()),
                ("edition".into(), "3".into()),
            ],
            ..Description::default()
        },
        election: &given.election,
        ids: &given.ids,
        names: &[],
        selected: given.selected.as_deref(),
    })
}

fn in_pieces(bytes: &[u8], sizes: &[usize]) -> Result<File, FileFault> {
    let mut reader = Reader::new();
    let mut rest = bytes;
    for &size in sizes.iter().cycle().take(bytes.len()) {
        let (piece, more) = rest.split_at(size.min(rest.len()));
        reader.push(piece)?;
        rest = more;
    }
    reader.push(rest)?;
    reader.finish()
}

fn again(file: &File) -> Result<File, FileFault> {
    let about = Description::of(&file.meta);
    read(write(&Export::of(file, &about)).as_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_written_file_reads_back(given in any_election()) {
        let text = written(&given);
        let file = read(text.as_bytes()).unwrap();
        prop_assert_eq!(&file.election, &given.election, "{}", text);
        prop_assert_eq!(&file.ids, &given.ids);
        prop_assert_eq!(&file.selected, &given.selected);
        prop_assert_eq!(&file.warnings, &[]);
        prop_assert_eq!(file.meta.description(), Some("Een \"wijk\"; en meer  in twee regels"));
        prop_assert_eq!(file.meta.get("comment"), Some("#1: zonder nummer"));
        prop_assert_eq!(again(&file).unwrap().election, file.election);
    }

    #[test]
    fn the_order_of_ballots_does_not_show(given in any_election()) {
        let mut turned = given.clone();
        let ballots = &given.election.ballots;
        turned.election.ballots = Ballots::new(ballots.vote_type());
        turned.election.ballots.allow_ranks(ballots.ranks());
        turned.election.ballots.add(&[], &[], u32::try_from(ballots.blank()).unwrap()).unwrap();
        for at in (0..ballots.distinct()).rev() {
            let ballot = ballots.ballot(at);
            let count = u32::try_from(ballot.count).unwrap();
            turned.election.ballots.add(ballot.choices, ballot.points, count).unwrap();
        }
        prop_assert_eq!(written(&turned), written(&given));
    }

    #[test]
    fn cuts_and_line_ends_of_a_file_change_nothing(
        given in any_election(),
        sizes in vec(1..40_usize, 1..6),
    ) {
        let text = written(&given);
        let file = read(text.as_bytes());
        prop_assert_eq!(&in_pieces(text.as_bytes(), &sizes), &file);
        prop_assert_eq!(&read(text.replace('\n', "\r\n").as_bytes()), &file);
        prop_assert_eq!(&read(text.trim_end_matches('\n').as_bytes()), &file);
    }

    #[test]
    fn a_damaged_file_is_refused_or_read_alike_whatever_the_cuts(
        given in any_election(),
        damage in vec((any::<prop::sample::Index>(), prop_oneof![any::<u8>(), prop::sample::select(&b";,\"\n\r1a"[..])]), 1..4),
        sizes in vec(1..40_usize, 1..6),
    ) {
        let mut bytes = written(&given).into_bytes();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let file = read(&bytes);
        prop_assert_eq!(&in_pieces(&bytes, &sizes), &file);
        if let Ok(file) = file {
            let again = again(&file).unwrap();
            prop_assert_eq!(again.election, file.election);
            prop_assert_eq!(again.ids, file.ids);
        }
    }

    #[test]
    fn the_reader_panics_on_no_bytes(bytes in vec(any::<u8>(), 0..200), sizes in vec(1..40_usize, 1..6)) {
        prop_assert_eq!(in_pieces(&bytes, &sizes), read(&bytes));
    }
}

#[test]
fn hand_made_files_have_no_warning_and_write_the_same_election() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pb");
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "pb") {
            continue;
        }
        let file = read(&std::fs::read(&path).unwrap()).unwrap();
        assert_eq!(file.warnings, [], "{}", path.display());
        let again = again(&file).unwrap();
        assert_eq!(again.election, file.election, "{}", path.display());
        files += 1;
    }
    assert_eq!(files, 15);
}
