//! Lines, fields and sections.

use super::*;

#[test]
fn carriage_returns_and_a_last_line_end_change_nothing() {
    let file = good(FILE);
    assert_eq!(good(&FILE.replace('\n', "\r\n")), file);
    assert_eq!(good(&format!("{FILE}\n")), file);
    assert_eq!(good(&format!("{FILE}\r\n\r\n")), file);
}

#[test]
fn a_byte_order_mark_and_blank_lines_change_line_numbers_only() {
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
        &file_with_name("\"open\nb;60;c"),
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
fn a_line_break_inside_quotes_belongs_to_the_field() {
    let text = "META\nkey;value\ndescription;\"Een\n\n\"\"wijk\"\"; twee\"\nbudget;100\nvote_type;approval\n\
                PROJECTS\nproject_id;cost;name\na;40;\"over\ntwee; \nVOTES\"\nb;60;c\n\
                VOTES\nvoter_id;vote\n1;\"a,\nb\"\n2;c";
    for text in [text.to_owned(), text.replace('\n', "\r\n")] {
        says(&text, "line 18, vote: there is no project «c»");
        let text = text.replace("2;c", "2;b");
        let file = good(&text);
        assert_eq!(file.meta.description(), Some("Een\n\n\"wijk\"; twee"));
        assert_eq!(file.names, ["over\ntwee; \nVOTES", "c"]);
        assert_eq!(ballots(&file)[0].choices, [0, 1]);
        let mut again = Reader::new();
        for byte in text.bytes() {
            again.push(&[byte]).unwrap();
        }
        assert_eq!(again.finish(), Ok(file));
    }
}

#[test]
fn a_line_break_in_an_id_or_a_key_is_refused() {
    says(
        &file("approval", "project_id;cost\n\"a\nb\";40", "voter_id;vote"),
        "line 7, project_id: «a\\nb» has a line break in it",
    );
    says(
        &file("approval\n\"aan\ntal\";7", TWO, "voter_id;vote"),
        "line 5, key: «aan\\ntal» has a line break in it",
    );
}

#[test]
fn columns_stand_in_any_order_and_unknown_ones_are_skipped() {
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
fn a_section_begins_at_a_title_in_its_turn_only() {
    let text = "meta;;\nkey;value;\nvotes;12\nbudget;100;\nvote_type;approval;\n\"Projects\"\n\
                project_id;cost\nvotes;40\nMETA;60\nPROJECTS;1\nVOTES ;\nvoter_id;vote\nvotes;votes\nMETA;META,PROJECTS\nx;";
    let file = good(text);
    assert_eq!(file.ids, ["votes", "META", "PROJECTS"]);
    assert_eq!(file.election.ballots.distinct(), 2);
    assert_eq!(file.election.ballots.blank(), 1);
}

#[test]
fn a_missing_section_column_or_key_is_named() {
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
fn a_key_column_or_project_twice_is_refused() {
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
