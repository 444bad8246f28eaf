//! `wijkbanen count`: any election in a file, by any rule, on the command line.

use serde_json::{Value, json};

use crate::cli::{Place, said, sentence};

/// Three voters; `b` costs more than is left after `a`.
const ELECTION: &str = "META
key;value
budget;100
vote_type;approval
PROJECTS
project_id;cost
a;60
b;50
c;30
VOTES
voter_id;vote
1;a,b
2;a,b
3;a,c
";

/// Counts a file with these options.
fn counted(election: &str, options: &[&str]) -> Value {
    let place = Place::new();
    let file = place.file("klein.pb");
    std::fs::write(&file, election).unwrap();
    let file = file.display().to_string();
    let answer = place.run(&[&["count", &file, "--json"], options].concat());
    serde_json::from_str(&said(&answer)).unwrap()
}

#[test]
fn an_election_in_a_file_is_counted_for_people_and_for_programs() {
    let place = Place::new();
    let file = place.file("klein.pb");
    std::fs::write(&file, ELECTION).unwrap();
    let text = said(&place.run(&["count", &file.display().to_string()]));
    assert!(
        text.starts_with("3 voters, 3 projects, budget 100"),
        "{text}"
    );
    assert!(text.contains("left: 10"), "{text}");
    let answer = counted(ELECTION, &[]);
    assert_eq!(answer["winners"], json!(["a", "c"]));
    assert_eq!(
        (&answer["total_cost"], &answer["budget"], &answer["voters"]),
        (&json!("90"), &json!("100"), &json!(3))
    );
    assert_eq!(answer["rule"]["method"], "by_votes");
}

#[test]
fn equal_shares_says_who_paid_what() {
    let options = [
        "--rule",
        "equal-shares",
        "--completion",
        "add1",
        "--trace",
        "--certificate",
    ];
    let answer = counted(&ELECTION.replace("c;30", "c;20"), &options);
    // Each has 33 1/3; a costs three of them 20. For c the third has 13 1/3, 6 2/3 too little: seven steps of one.
    assert_eq!(answer["winners"], json!(["a", "c"]));
    let trace = &answer["trace"];
    assert_eq!(
        (&trace["shares"]["start"], &trace["shares"]["last"]),
        (&json!("100/3"), &json!("121/3"))
    );
    let first = &trace["rounds"][0];
    assert_eq!(
        (
            &first["project"],
            &first["price_full_payer"],
            &first["full_payers"]
        ),
        (&json!("a"), &json!("20"), &json!(3))
    );
    assert_eq!(trace["rounds"].as_array().unwrap().len(), 2);
    let paid: Vec<&Value> = answer["certificate"]["payments"]
        .as_array()
        .unwrap()
        .iter()
        .collect();
    assert_eq!(paid[1]["paid"], json!([["a", "20"], ["c", "20"]]));
    assert_eq!(paid[0]["voters"], 2);
}

#[test]
fn ties_go_to_the_id_the_cost_or_a_lot_anybody_can_redraw() {
    let election = ELECTION.replace("b;50", "b;60").replace("3;a,c", "3;c");
    let winners = |ties: &str| counted(&election, &["--ties", ties])["winners"][0].clone();
    assert_eq!(winners("id"), "a");
    assert_eq!(winners("cost-votes-id"), "a");
    let drawn: std::collections::BTreeSet<String> = (0..20)
        .map(|seed| winners(&format!("lot:{seed}")).to_string())
        .collect();
    assert_eq!(drawn.len(), 2, "both win some lots");
    assert_eq!(winners("lot:7"), winners("lot:7"));
}

#[test]
fn a_file_can_be_counted_as_a_round_is() {
    let election = ELECTION
        .replace("c;30", "c;30\nd;5\ne;101")
        .replace("3;a,c", "3;a,e\n4;");
    assert_eq!(
        counted(&election, &[])["winners"],
        json!(["a", "c", "d"]),
        "as in pabutools"
    );
    let answer = counted(
        &election,
        &[
            "--set-aside",
            "--ignore-blank",
            "--trace",
            "--min-share",
            "50%",
        ],
    );
    assert_eq!(
        (&answer["winners"], &answer["voters"]),
        (&json!(["a"]), &json!(3))
    );
    let why: Vec<(&Value, &Value)> = answer["trace"]["losers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (&row["project"], &row["why"]))
        .collect();
    let expected = [
        ("b", "short"),
        ("e", "too-dear"),
        ("c", "no-votes"),
        ("d", "no-votes"),
    ];
    assert_eq!(json!(why), json!(expected));
}

#[test]
fn a_list_of_questions_is_answered_line_by_line() {
    let place = Place::new();
    std::fs::write(place.file("a.pb"), ELECTION).unwrap();
    let list = [
        r#"{"file": "a.pb", "args": ["--rule", "phragmen"]}"#,
        r#"{"file": "a.pb", "args": ["--rule", "by-votes", "--order", "stop"]}"#,
        r#"{"file": "niets.pb"}"#,
        r#"{"file": "a.pb", "args": ["--rule", "lot"]}"#,
        "geen vraag",
    ];
    std::fs::write(place.file("list.jsonl"), list.join("\n")).unwrap();
    let output = place.run(&["count", "--batch", "list.jsonl"]);
    let answers: Vec<Value> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers.len(), 5);
    assert_eq!(answers[1]["winners"], json!(["a"]));
    for (answer, says) in answers[2..].iter().zip([
        "niets.pb",
        "line 4: invalid value",
        "line 5: not a question",
    ]) {
        assert!(answer["error"].as_str().unwrap().contains(says), "{answer}");
    }
    assert_eq!(output.status.code(), Some(2), "three of five failed");
}

#[test]
fn a_file_that_is_no_election_says_which_line() {
    let place = Place::new();
    let broken = |text: &str| {
        let file = place.file("stuk.pb");
        std::fs::write(&file, text).unwrap();
        sentence(&place.run(&["count", &file.display().to_string()]))
    };
    let costs = broken(&ELECTION.replace("b;50", "b;vijftig"));
    assert!(
        costs.contains("stuk.pb, line 8, cost: «vijftig»"),
        "{costs}"
    );
    assert!(
        broken(&ELECTION.replace("2;a,b", "2;a,z"))
            .contains("line 13, vote: there is no project «z»")
    );
    assert!(broken("geen verkiezing").contains("line 1: "));
    assert!(broken("").contains("line 1: "));
    assert!(sentence(&place.run(&["count", "nergens.pb"])).contains("cannot read nergens.pb"));
}

#[test]
fn options_that_do_not_go_together_are_refused() {
    let place = Place::new();
    std::fs::write(place.file("a.pb"), ELECTION).unwrap();
    for (options, says) in [
        (
            &["--completion", "add1"][..],
            "--completion goes with --rule equal-shares",
        ),
        (
            &["--rule", "equal-shares", "--order", "stop"],
            "--order goes with --rule by-votes",
        ),
        (
            &["--rule", "phragmen", "--utility", "cost"],
            "does not go with --rule phragmen",
        ),
        (&["--trace"], "--trace goes with --json"),
        (
            &["--utility", "borda"],
            "borda needs an order of preference",
        ),
    ] {
        let output = place.run(&[&["count", "a.pb"], options].concat());
        let said = sentence(&output);
        assert!(said.contains(says), "{said}");
    }
    let output = place.run(&["count", "a.pb", "--rule", "equal-shares", "--step", "0"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_file_with_a_warning_is_counted_unless_strict() {
    let place = Place::new();
    let twice = ELECTION
        .replace("vote_type;approval", "vote_type;cumulative")
        .replace("voter_id;vote", "voter_id;vote;points")
        .replace("1;a,b", "1;a,a,a,a;1,1,1,1")
        .replace("2;a,b", "2;b;5")
        .replace("3;a,c", "3;c;4");
    std::fs::write(place.file("a.pb"), &twice).unwrap();
    let output = place.run(&["count", "a.pb", "--json"]);
    let answer: Value = serde_json::from_str(&said(&output)).unwrap();
    assert_eq!(answer["winners"], json!(["b", "c"]));
    let warning = "line 12, vote: 1 ballots name a project more than once, and it counts once; this is the first";
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(told, format!("a.pb: {warning}\n"));
    let refused = place.run(&["count", "a.pb", "--strict"]);
    assert_eq!(
        sentence(&refused),
        format!("a.pb, {warning}; --strict does not count that")
    );
    assert!(refused.stdout.is_empty());

    std::fs::write(place.file("b.pb"), ELECTION.replace("3;a,c", "2;a,c")).unwrap();
    let list = [
        r#"{"file": "b.pb", "args": ["--strict"]}"#,
        r#"{"file": "b.pb"}"#,
    ];
    std::fs::write(place.file("list.jsonl"), list.join("\n")).unwrap();
    let output = place.run(&["count", "--batch", "list.jsonl"]);
    let answers = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        answers.starts_with(r#"{"error":"line 1: b.pb, line 14, voter_id: 1 ballots have"#),
        "{answers}"
    );
    assert!(answers.contains(r#""winners":["a","c"]"#), "{answers}");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        told.starts_with(
            "line 2: b.pb: line 14, voter_id: 1 ballots have the id of a voter before"
        ),
        "{told}"
    );

    std::fs::write(place.file("c.pb"), ELECTION).unwrap();
    said(&place.run(&["count", "c.pb", "--strict"]));
}

#[test]
fn ids_of_a_file_reach_no_terminal_as_control_signs() {
    let place = Place::new();
    let red = "\u{1b}[31m\u{9b}c";
    let election = ELECTION
        .replace("c;30", &format!("{red};30\n\u{430};1"))
        .replace("3;a,c", &format!("3;a,{red}"));
    std::fs::write(place.file("a.pb"), &election).unwrap();
    let text = said(&place.run(&["count", "a.pb"]));
    assert!(text.contains("  \\u{1b}[31m\\u{9b}c  (fits)"), "{text}");
    assert!(text.contains("  a (U+0061)  (fits)"), "{text}");
    assert!(text.contains("  \u{430} (U+0430)  ("), "{text}");
    let json = said(&place.run(&["count", "a.pb", "--json"]));
    let answer: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(answer["winners"][1], red);
    let broken = election.replace("1;a,b", &format!("1;{red}?"));
    std::fs::write(place.file("b\u{1b}[2J.pb"), broken).unwrap();
    let refused = place.run(&["count", "b\u{1b}[2J.pb"]);
    assert_eq!(
        sentence(&refused),
        "b\\u{1b}[2J.pb, line 13, vote: there is no project «\\u{1b}[31m\\u{9b}c?»"
    );
    let unknown = place.run(&["count", "a.pb", "--rule", "\u{1b}[31m"]);
    for output in [&text, &json, &sentence(&unknown)] {
        let is_safe = |sign: char| sign == '\n' || !sign.is_control();
        assert!(output.chars().all(is_safe), "{output:?}");
    }
}

#[test]
fn a_file_of_a_spreadsheet_is_told_what_it_has_instead() {
    let place = Place::new();
    let saved = ELECTION
        .replace("META", "META;")
        .replace(';', ",")
        .replace('\n', "\r\n");
    std::fs::write(place.file("a.csv"), saved).unwrap();
    assert_eq!(
        sentence(&place.run(&["count", "a.csv"])),
        "a.csv, line 1: columns are separated by commas, and lines end with CR LF; \
         the format has semicolons, and LF or CR LF"
    );
}
