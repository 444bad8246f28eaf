//! Ballots of every kind.

use super::*;

#[test]
fn a_vote_names_projects_that_exist() {
    says(
        &file("approval", TWO, "voter_id;vote\n1;a\n2;a,c"),
        "line 12, vote: there is no project «c»",
    );
}

/// One of the 16,978 ballots of a real election is `1,1,1,1;1,1,1,1`; pabutools keeps the last points, and the first rank.
#[test]
fn a_project_twice_on_a_ballot_counts_once_with_a_warning() {
    for (kind, votes, choices, points) in [
        ("approval", "voter_id;vote\n1;b,a,b", &[0, 1][..], &[][..]),
        ("choose-1", "voter_id;vote\n1;b,b", &[1], &[]),
        ("ordinal", "voter_id;vote\n1;b,a,b", &[1, 0], &[]),
        (
            "cumulative",
            "voter_id;vote;points\n1;a,a,a,a;1,1,1,1",
            &[0],
            &[1],
        ),
        (
            "cumulative",
            "voter_id;vote;points\n1;b,a,b;7,3,2",
            &[0, 1],
            &[3, 2],
        ),
        ("scoring", "voter_id;vote;points\n1;a,a;1,2", &[0], &[2]),
    ] {
        let text = file(kind, TWO, votes);
        assert_eq!(ballots(&good(&text))[0].choices, choices, "{text}");
        assert_eq!(ballots(&good(&text))[0].points, points, "{text}");
        warns(
            &text,
            "line 11, vote: 1 ballots name a project more than once, and it counts once; this is the first",
        );
    }
}

#[test]
fn a_project_twice_on_a_ballot_is_one_vote() {
    let votes = "voter_id;vote;points\n1;a,a;4,5\n2;b;1\n3;b,b;2,9";
    let projects = "project_id;cost;votes\na;40;1\nb;60;2";
    warns(
        &file("cumulative\nmax_sum_points;9", projects, votes),
        "line 12, vote: 2 ballots name a project more than once, and it counts once; this is the first",
    );
    let file_of = good(&file("scoring\ndefault_score;1", TWO, votes));
    assert_eq!(ballots(&file_of)[0].points, [5, 1]);
    says(
        &file("cumulative", TWO, "voter_id;vote;points\n1;a,a;1"),
        "line 11, points: 1 points for 2 projects",
    );
}

#[test]
fn a_voter_twice_is_a_warning_and_all_ballots_count() {
    for (votes, warning) in [
        (
            "voter_id;vote\n9;a\n1;b\n1;a\n 1 ;b\n9;a",
            "line 13, voter_id: 3 ballots have the id of a voter before; \
             this is the first, of the voter of line 12",
        ),
        (
            "voter_id;vote\nkiezer-nummer-7;a\nkiezer-nummer-8;b\nx;\n\"kiezer-nummer-7\";b\nx;a",
            "line 14, voter_id: 2 ballots have the id of a voter before; \
             this is the first, of the voter of line 11",
        ),
    ] {
        let text = file("approval", TWO, votes);
        warns(&text, warning);
        let election = good(&text).election;
        assert_eq!(election.ballots.choosing() + election.ballots.blank(), 5);
    }
    let unsorted = file("approval", TWO, "voter_id;vote\n10;a\n9;b\n11;a\n1;a\n01;b");
    assert_eq!(good(&unsorted).warnings, []);
}

#[test]
fn a_ballot_without_a_voter_counts_with_a_warning() {
    let text = file("approval", TWO, "voter_id;vote\n1;a\n;b\n;a,b");
    warns(
        &text,
        "line 12, voter_id: 2 ballots have no voter's id; this is the first",
    );
    assert_eq!(good(&text).election.ballots.choosing(), 3);
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
fn a_default_score_is_for_projects_that_a_ballot_does_not_name() {
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
