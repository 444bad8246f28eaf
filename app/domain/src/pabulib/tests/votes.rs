//! Ballots of every kind.

use super::*;

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
