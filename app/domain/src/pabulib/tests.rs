//! Every trap of the format, a test each; the properties stand in `tests/pabulib.rs`.

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
fn carriage_returns_and_a_last_line_end_change_nothing() {
    let file = good(FILE);
    assert_eq!(good(&FILE.replace('\n', "\r\n")), file);
    assert_eq!(good(&format!("{FILE}\n")), file);
    assert_eq!(good(&format!("{FILE}\r\n\r\n")), file);
}

#[test]
fn a_byte_order_mark_and_blank_lines_change_nothing_but_the_numbers_of_lines() {
    let marked = good(&format!("\u{feff}{FILE}"));
    assert_eq!(marked, good(FILE));
    let spaced = good(&FILE.replace('\n', "\n \t\n"));
    assert_eq!(spaced.election, marked.election);
    let mut again = Reader::new();
    for byte in format!("\u{feff}{FILE}").bytes() {
        again.push(&[byte]).unwrap();
    }
    assert_eq!(again.finish(), Ok(marked));
}

#[test]
fn quotes_and_semicolons_may_stand_in_a_field() {
    let text = file(
        "approval",
        "project_id;cost;name\n\"a\"\"b;c\";40;\"zeg \"\"ja\"\"; of nee\"\nx\"y;\"60\";de \"beste\"",
        "voter_id;vote\n1;\"a\"\"b;c,x\"\"y\"\n2;x\"y",
    );
    let file = good(&text);
    assert_eq!(file.ids, ["a\"b;c", "x\"y"]);
    assert_eq!(file.names, ["zeg \"ja\"; of nee", "de \"beste\""]);
    assert_eq!(file.election.ballots.ballot(0).choices, [0, 1]);
    says(
        &file_with_name("\"over\ntwee regels\""),
        "line 7: a quote is not closed",
    );
}

fn file_with_name(name: &str) -> String {
    file(
        "approval",
        &format!("project_id;cost;name\na;40;{name}"),
        "voter_id;vote",
    )
}

#[test]
fn amounts_are_whole_cents_and_never_rounded() {
    for (text, cents) in [
        ("40000.0", 4_000_000),
        ("40000,5", 4_000_050),
        ("0.07", 7),
        ("17000.500", 1_700_050),
        ("0", 0),
    ] {
        let text = file(
            "approval",
            &format!("project_id;cost\na;{text}"),
            "voter_id;vote",
        );
        assert_eq!(good(&text).election.projects[0].cost, Euro::cents(cents));
    }
    for (amount, message) in [
        ("", "«» is not an amount"),
        ("veel", "«veel» is not an amount"),
        ("-1", "«-1» is not an amount"),
        ("1e5", "«1e5» is not an amount"),
        ("1.000,00", "«1.000,00» is not an amount"),
        (
            "100.000",
            "«100.000» may mean thousands or decimals; write it with two decimals or none",
        ),
        (
            "1,000",
            "«1,000» may mean thousands or decimals; write it with two decimals or none",
        ),
        ("0.005", "«0.005» is finer than a hundredth"),
        (
            "10000000000001",
            "«10000000000001» makes more money than can be counted",
        ),
        (
            "99999999999999999999999",
            "«99999999999999999999999» makes more money than can be counted",
        ),
    ] {
        let text = file(
            "approval",
            &format!("project_id;cost\na;{amount}"),
            "voter_id;vote",
        );
        says(&text, &format!("line 7, cost: {message}"));
    }
    says(
        &FILE.replace("100.50", "veel"),
        "line 4, budget: «veel» is not an amount",
    );
}

#[test]
fn all_money_together_has_a_limit() {
    let most = MAX_SUM.as_cents() / 100 - 100;
    let text = |more: u64| {
        let projects = format!("project_id;cost\na;{most}\nb;{more}");
        file("approval", &projects, "voter_id;vote")
    };
    good(&text(0));
    assert!(matches!(bad(&text(1)).what, What::TooMuch(_)));
}

#[test]
fn columns_stand_in_any_order_and_unknown_ones_and_keys_are_no_matter() {
    let text = "META\nvalue;Key\n100;Budget\napproval;vote_type\nweer;zon\nPROJECTS\nkleur;cost;Project_ID\n\
                rood;40;a\ngroen;60;b\nVOTES\nvote;age;voter_id\n\"a,b\";77;1\n";
    let file = good(text);
    assert_eq!(file.ids, ["a", "b"]);
    assert_eq!(file.names, ["", ""]);
    assert_eq!(file.meta.get("zon"), Some("weer"));
    assert_eq!(file.meta.pairs().len(), 3);
    assert_eq!(ballots(&file)[0].choices, [0, 1]);
}

#[test]
fn blanks_around_fields_and_ids_do_not_count() {
    let text = file(
        "cumulative",
        " project_id ; cost \n a ; 40 \nb b;60",
        "voter_id;vote;points\n1; b b , a ; 3 , 7 ",
    );
    assert_eq!(ballots(&good(&text))[0].points, [7, 3]);
}

#[test]
fn only_a_title_in_its_turn_begins_a_section() {
    let text = "meta;;\nkey;value;\nvotes;12\nbudget;100;\nvote_type;approval;\n\"Projects\"\n\
                project_id;cost\nvotes;40\nMETA;60\nPROJECTS;1\nVOTES ;\nvoter_id;vote\nvotes;votes\nMETA;META,PROJECTS\nx;";
    let file = good(text);
    assert_eq!(file.ids, ["votes", "META", "PROJECTS"]);
    assert_eq!(file.election.ballots.distinct(), 2);
    assert_eq!(file.election.ballots.blank(), 1);
}

#[test]
fn what_is_missing_is_named() {
    for (text, message) in [
        ("", "line 1: the file should begin with META"),
        ("PROJECTS\n", "line 1: the file should begin with META"),
        ("META", "line 1: PROJECTS is missing"),
        ("META\nPROJECTS", "line 1: META has no header"),
        (
            "META\nkey;value\nPROJECTS",
            "line 1, budget: META has no such key",
        ),
        (
            "META\nkey;value\nbudget;\nPROJECTS",
            "line 1, budget: META has no such key",
        ),
        (
            "META\nkey;value\nbudget;1\nPROJECTS",
            "line 1, vote_type: META has no such key",
        ),
        ("META\nbudget;1", "line 2, key: META has no such column"),
        (
            "META\nkey;value\nbudget;1\nvote_type;lot\nPROJECTS",
            "line 4, vote_type: «lot» is not approval, choose-1, cumulative, scoring or ordinal",
        ),
    ] {
        says(text, message);
    }
    let text = file("approval", TWO, "voter_id;vote");
    for (until, message) in [
        ("PROJECTS", "line 4: PROJECTS is missing"),
        ("project_id", "line 5: VOTES is missing"),
        ("VOTES", "line 8: VOTES is missing"),
        ("voter_id", "line 9: VOTES has no header"),
    ] {
        says(&text[..text.find(until).unwrap()], message);
    }
    says(&text.replace(TWO, ""), "line 7: PROJECTS has no header");
    for column in ["project_id", "cost", "voter_id", "vote"] {
        let other = text.replace(&format!("\n{column};"), "\nx;");
        let fault = bad(&other.replace(&format!(";{column}\n"), ";x\n"));
        assert!(matches!(fault.what, What::NoColumn(_)), "{column}: {fault}");
        assert_eq!(fault.field.as_deref(), Some(column));
    }
    let text = file("scoring", TWO, "voter_id;vote");
    says(&text, "line 10, points: VOTES has no such column");
}

#[test]
fn what_stands_twice_is_refused() {
    says(
        &file("approval\nBudget;7", TWO, "voter_id;vote"),
        "line 5, Budget: META has this key twice",
    );
    says(
        &file("approval", "project_id;cost;Cost", "voter_id;vote"),
        "line 6, cost: PROJECTS has this column twice",
    );
    says(
        &file("approval", "project_id;cost\na;1\n a;2", "voter_id;vote"),
        "line 8, project_id: project «a» stands twice",
    );
    let long = "a9999999-long-id";
    says(
        &file(
            "approval",
            &format!("project_id;cost\n{long};1\n{long};2"),
            "voter_id;vote",
        ),
        "line 8, project_id: project «a9999999-long-id» stands twice",
    );
}

#[test]
fn a_row_has_as_many_fields_as_its_header() {
    for (projects, votes, message) in [
        (
            "project_id;cost\na",
            "voter_id;vote",
            "line 7: 1 fields, and the header has 2",
        ),
        (
            "project_id;cost\na;1;2",
            "voter_id;vote",
            "line 7: more fields than the 2 of the header",
        ),
        (
            TWO,
            "voter_id;vote\n1",
            "line 11: 1 fields, and the header has 2",
        ),
        (
            TWO,
            "voter_id;vote\n1;a;b",
            "line 11: more fields than the 2 of the header",
        ),
        (
            TWO,
            "voter_id;vote;sex\n1;a",
            "line 11: 2 fields, and the header has 3",
        ),
        (TWO, "voter_id;vote\n;", "line 11, voter_id: empty"),
        (
            "project_id;cost\n;1",
            "voter_id;vote",
            "line 7, project_id: empty",
        ),
        (
            "project_id;cost\na,b;1",
            "voter_id;vote",
            "line 7, project_id: «a,b» has a comma: a ballot could not name it",
        ),
    ] {
        says(&file("approval", projects, votes), message);
    }
    let padded = file(
        "approval",
        "project_id;cost;\na;40;;\nb;60;",
        "voter_id;vote;\n1;a;",
    );
    assert_eq!(good(&padded).election.ballots.choosing(), 1);
}

#[test]
fn a_bare_semicolon_in_meta_loses_nothing_and_is_a_warning() {
    let text = file("approval\ncomment;#1: a; b;c", TWO, "voter_id;vote");
    assert_eq!(good(&text).meta.get("comment"), Some("#1: a; b;c"));
    warns(&text, "line 5, comment: a «;» that should stand in quotes");
}

#[test]
fn a_line_ends_at_a_line_feed_only_and_none_is_a_text() {
    let text = file(
        "approval",
        "project_id;cost;name\nnone;40;a\u{2028}b\u{85}c\nb;60;None",
        "voter_id;vote\nnone;none",
    );
    let file = good(&text);
    assert_eq!(file.names, ["a\u{2028}b\u{85}c", "None"]);
    assert_eq!(ballots(&file)[0].choices, [0]);
}

#[test]
fn bytes_that_are_no_text_are_refused_with_their_line() {
    let mut bytes = FILE.as_bytes().to_vec();
    let at = FILE.find("a; b").unwrap();
    bytes[at] = 0xe9;
    let fault = read(&bytes).unwrap_err();
    assert_eq!(fault.to_string(), "line 8: this is not UTF-8 text");
    // A letter cut in two is no fault, and an earlier one has its say first.
    let mut reader = Reader::new();
    let text = FILE.replace("a; b", "é").replace("100.50", "veel");
    let cut = text.find('é').unwrap() + 1;
    assert!(reader.push(&text.as_bytes()[..cut]).is_err());
    assert!(reader.push(&text.as_bytes()[cut..]).is_err());
    assert_eq!(reader.finish().unwrap_err().line, 4);
}

#[test]
fn a_vote_names_projects_that_exist() {
    says(
        &file("approval", TWO, "voter_id;vote\n1;a\n2;a,c"),
        "line 12, vote: there is no project «c»",
    );
}

#[test]
fn a_tick_counts_once_but_points_and_places_may_not_stand_twice() {
    let text = file("approval", TWO, "voter_id;vote\n1;b,a,b");
    assert_eq!(ballots(&good(&text))[0].choices, [0, 1]);
    for (kind, votes) in [
        ("ordinal", "voter_id;vote\n1;a,a"),
        ("cumulative", "voter_id;vote;points\n1;a,a;1,2"),
        ("scoring", "voter_id;vote;points\n1;a,a;1,2"),
    ] {
        says(
            &file(kind, TWO, votes),
            "line 11, vote: project «a» stands twice on one ballot",
        );
    }
}

#[test]
fn points_are_whole_and_as_many_as_the_choices() {
    let text = |points: &str| {
        file(
            "cumulative",
            TWO,
            &format!("voter_id;vote;points\n1;a,b;{points}"),
        )
    };
    assert_eq!(ballots(&good(&text("7.0,0")))[0].points, [7, 0]);
    for (points, message) in [
        ("7", "1 points for 2 projects"),
        ("", "0 points for 2 projects"),
        ("7,2,1", "3 points for 2 projects"),
        ("7,-2", "«-2» is not a whole number from 0 to 4294967295"),
        ("7.5,2", "«7.5» is not a whole number from 0 to 4294967295"),
        (
            "7,4294967296",
            "«4294967296» is not a whole number from 0 to 4294967295",
        ),
    ] {
        says(&text(points), &format!("line 11, points: {message}"));
    }
}

#[test]
fn a_default_score_is_for_what_a_ballot_does_not_name() {
    let votes = "voter_id;vote;points\n1;b;7\n2;;";
    let file_of = |kind: &str| good(&file(kind, TWO, votes));
    let file = file_of("scoring\ndefault_score;2");
    assert_eq!(ballots(&file)[0].points, [2, 7]);
    assert_eq!(ballots(&file)[1].points, [2, 2]);
    assert_eq!(file.election.ballots.blank(), 0);
    assert_eq!(ballots(&file_of("scoring\ndefault_score;0"))[0].points, [7]);
    assert_eq!(
        ballots(&file_of("cumulative\ndefault_score;2"))[0].points,
        [7]
    );
}

#[test]
fn an_order_of_preference_has_the_places_that_meta_allows() {
    let votes = "voter_id;vote\n1;b,a";
    let ranks = |kind: &str| good(&file(kind, TWO, votes)).election.ballots.ranks();
    assert_eq!(ranks("ordinal"), 2);
    assert_eq!(ranks("ordinal\nmax_length;5"), 5);
    assert_eq!(ranks("approval\nmax_length;5"), 0);
    let file = good(&file("ordinal", TWO, votes));
    assert_eq!(ballots(&file)[0].choices, [1, 0]);
    assert_eq!(file.election.ballots.vote_type(), VoteType::Ordinal);
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
fn what_the_file_says_of_the_winners_is_kept() {
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

#[test]
fn ballots_past_a_limit_are_one_warning_a_limit() {
    let votes = "voter_id;vote\n1;a\n2;a,b\n3;b,a\n4;";
    warns(
        &file("approval\nmax_length;1", TWO, votes),
        "line 13, max_length: 2 ballots break the limit 1; this is the first",
    );
    warns(
        &file("choose-1", TWO, votes),
        "line 12, max_length: 2 ballots break the limit 1; this is the first",
    );
    warns(
        &file("ordinal\nmin_length;2", TWO, votes),
        "line 12, min_length: 1 ballots break the limit 2; this is the first",
    );
    warns(
        &file(
            "cumulative\nmax_sum_points;9",
            TWO,
            "voter_id;vote;points\n1;a,b;5,5",
        ),
        "line 12, max_sum_points: 1 ballots break the limit 9; this is the first",
    );
}

#[test]
fn gaps_in_a_list_and_weights_are_warnings() {
    warns(
        &file("approval", TWO, "voter_id;vote\n1;a,,b\n2;a,"),
        "line 11, vote: 2 ballots have an empty place in a list; this is the first",
    );
    warns(
        &file("approval", TWO, "voter_id;vote;vote_strength\n1;a;2"),
        "line 10, vote_strength: ballots have weights, which are not counted",
    );
}
