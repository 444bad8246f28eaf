//! Every trap of the format, a test each; the properties stand in `tests/pabulib.rs`.

mod form;
mod layout;
mod messages;
mod money;
mod votes;

use super::{File, FileFault, MAX_SUM, Reader, What, read};
use crate::{
    count::{Ballot, Project, VoteType},
    euro::Euro,
};

const FILE: &str = "META\nkey;value\ndescription;Een wijk\nbudget;100.50\nvote_type;approval\nPROJECTS\n\
     project_id;cost;name\n1;60.0;\"a; b\"\nM/2;50;c\nVOTES\nvoter_id;vote\n1;1,M/2\n2;1\n3;";

/// A small file: the kind of vote with more lines of META, the header and rows of PROJECTS, those of VOTES.
fn file(meta: &str, projects: &str, votes: &str) -> String {
    format!("META\nkey;value\nbudget;100\nvote_type;{meta}\nPROJECTS\n{projects}\nVOTES\n{votes}\n")
}

const TWO: &str = "project_id;cost\na;40\nb;60";

fn good(text: &str) -> File {
    read(text.as_bytes()).unwrap_or_else(|fault| panic!("{fault} in\n{text}"))
}

fn bad(text: &str) -> FileFault {
    read(text.as_bytes()).expect_err(text)
}

fn ballots(file: &File) -> Vec<Ballot<'_>> {
    file.election.ballots.iter().collect()
}

fn says(text: &str, message: &str) {
    assert_eq!(bad(text).to_string(), message, "{text}");
}

fn warns(text: &str, message: &str) {
    let warnings = good(text).warnings;
    let all: Vec<String> = warnings.iter().map(ToString::to_string).collect();
    assert_eq!(all, [message], "{text}");
}

#[test]
fn a_file_becomes_an_election() {
    let file = good(FILE);
    assert_eq!(file.meta.description(), Some("Een wijk"));
    assert_eq!(file.election.budget, Euro::cents(10_050));
    assert_eq!(file.ids, ["1", "M/2"]);
    assert_eq!(file.names, ["a; b", "c"]);
    assert_eq!(
        file.election.projects,
        [6_000, 5_000].map(|cents| Project {
            cost: Euro::cents(cents),
            places: 1
        })
    );
    let ballots = &file.election.ballots;
    assert_eq!((ballots.choosing(), ballots.blank()), (2, 1));
    assert_eq!(ballots.ballot(0).choices, [0, 1]);
    assert_eq!(file.warnings, []);
}

#[test]
fn places_stand_in_a_column_or_alone_in_a_description() {
    let text = file(
        "approval",
        "project_id;cost;places\na;40;3\nb;60;",
        "voter_id;vote",
    );
    let places = |text: &str| {
        let file = good(text);
        file.election
            .projects
            .iter()
            .map(|project| project.places)
            .collect::<Vec<_>>()
    };
    assert_eq!(places(&text), [3, 1]);
    let text = file(
        "approval",
        "project_id;cost;description\na;40;places: 12\nb;60;places: 2 or 3",
        "voter_id;vote",
    );
    assert_eq!(places(&text), [12, 1]);
    let text = file(
        "approval",
        "project_id;cost;places\na;40;0",
        "voter_id;vote",
    );
    says(
        &text,
        "line 7, places: «0» is not a whole number from 1 to 10000",
    );
}

#[test]
fn the_selected_projects_of_a_file_are_kept() {
    let text = file(
        "approval",
        "project_id;cost;selected\na;40;1\nb;60;2",
        "voter_id;vote",
    );
    assert_eq!(good(&text).selected, Some(vec![true, false]));
    assert_eq!(good(FILE).selected, None);
}

#[test]
fn totals_that_differ_are_warnings() {
    let votes = "voter_id;vote\n1;a\n2;a,b";
    warns(
        &file("approval\nnum_projects;3\nnum_votes;2", TWO, votes),
        "line 5, num_projects: META says 3, and there are 2",
    );
    warns(
        &file("approval\nnum_votes;7", TWO, votes),
        "line 5, num_votes: META says 7, and there are 2",
    );
    warns(
        &file("approval", "project_id;cost;votes\na;40;2\nb;60;2", votes),
        "line 8, votes: project «b» has 2, and there are 1 on the ballots",
    );
}
