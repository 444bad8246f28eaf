//! What a message shows of a file.

use super::*;

#[test]
fn control_signs_are_escaped_in_every_message() {
    let red = "\u{1b}[31mrood\u{7}\u{9b}\u{202e}";
    let escaped = "\\u{1b}[31mrood\\u{7}\\u{9b}\\u{202e}";
    for (text, message) in [
        (
            file("approval", TWO, &format!("voter_id;vote\n1;{red}")),
            format!("line 11, vote: there is no project «{escaped}»"),
        ),
        (
            file(
                "approval",
                &format!("project_id;cost\n{red};1\n{red};2"),
                "voter_id;vote",
            ),
            format!("line 8, project_id: project «{escaped}» stands twice"),
        ),
        (
            file(
                "approval",
                &format!("project_id;cost\na;{red}"),
                "voter_id;vote",
            ),
            format!("line 7, cost: «{escaped}» is not an amount"),
        ),
        (
            file(&format!("approval\n{red};1\n{red};1"), TWO, "voter_id;vote"),
            format!("line 6, {escaped}: META has this key twice"),
        ),
        (
            file(
                "approval",
                &format!("project_id;cost;{red};{red}"),
                "voter_id;vote",
            ),
            format!("line 6, {escaped}: PROJECTS has this column twice"),
        ),
    ] {
        says(&text, &message);
    }
    warns(
        &file(
            "approval",
            &format!("project_id;cost;votes\n{red};1;7"),
            "voter_id;vote",
        ),
        &format!("line 7, votes: project «{escaped}» has 7, and there are 0 on the ballots"),
    );
}

#[test]
fn ids_that_look_the_same_are_told_apart_by_their_code_points() {
    let latin = "project_id;cost;votes\na;40;0\ncafé;60;0";
    says(
        &file("approval", latin, "voter_id;vote\n1;\u{430}"),
        "line 11, vote: there is no project «а (U+0430)»; «a (U+0061)» only looks the same",
    );
    says(
        &file("approval", latin, "voter_id;vote\n1;cafe\u{301}"),
        "line 11, vote: there is no project «cafe\u{301} (U+0063 U+0061 U+0066 U+0065 U+0301)»; \
         «café (U+0063 U+0061 U+0066 U+00E9)» only looks the same",
    );
    warns(
        &file(
            "approval",
            "project_id;cost;votes\na;40;1\n\u{430};60;9",
            "voter_id;vote\n1;a",
        ),
        "line 8, votes: project «а (U+0430)» has 9, and there are 0 on the ballots",
    );
}
