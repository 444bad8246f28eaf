//! What came of looking for a ballot, in the page's words.

use domain::pack::{FoundBallot, Search};

use crate::words::{Line, Mark, Report, Texts};

/// A search in these words.
pub fn report(search: &Search, texts: &Texts) -> Report {
    let say = |key: &str| texts.get(key).cloned().unwrap_or_default();
    let mark = |is_right| if is_right { Mark::Right } else { Mark::Wrong };
    let ballots = search.ballots.len();
    let of_ballot = |ballot: &FoundBallot| {
        let chosen = ballot.choices.iter().map(|title| isolated(title));
        let text = if ballot.choices.is_empty() {
            vec![say("finding.blank")]
        } else {
            chosen.collect()
        };
        Line::new(mark(ballots == 1), isolated(&ballot.wijk), text)
    };
    let said = |text: String| Line::new(Mark::Blocked, String::new(), vec![text]);
    let of_wijk = |wijk: &String| said(say("finding.few").replace("{wijk}", &isolated(wijk)));
    let after = |key: &str| said(say(key));
    let mut lines: Vec<Line> = search.ballots.iter().map(of_ballot).collect();
    let verdict = match ballots {
        0 => {
            lines.extend(search.unlisted.iter().map(of_wijk));
            lines.push(after("finding.missing_to_do"));
            say("finding.missing")
        }
        1 => {
            lines.push(after("finding.differs"));
            say("finding.found")
        }
        more => {
            lines.push(after("finding.more"));
            say("finding.found_more").replace("{count}", &more.to_string())
        }
    };
    Report {
        mark: mark(ballots == 1),
        verdict,
        lines,
    }
}

/// What people wrote keeps its own reading direction.
fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(ballots: &[&[&str]], unlisted: &[&str]) -> Report {
        let keys = [
            "blank",
            "few",
            "missing_to_do",
            "missing",
            "differs",
            "found",
            "more",
            "found_more",
        ];
        let texts = keys.map(|key| (format!("finding.{key}"), format!("{key} {{wijk}}{{count}}")));
        let search = Search {
            ballots: ballots
                .iter()
                .map(|choices| FoundBallot {
                    wijk: "A".into(),
                    choices: choices.iter().map(|&title| title.to_owned()).collect(),
                })
                .collect(),
            unlisted: unlisted.iter().map(|&wijk| wijk.to_owned()).collect(),
        };
        report(&search, &texts.into())
    }

    fn texts(report: &Report) -> Vec<&str> {
        let texts = report.lines.iter().flat_map(|line| &line.text);
        texts.map(String::as_str).collect()
    }

    #[test]
    fn a_ballot_is_shown_with_its_choices_and_a_blank_one_says_so() {
        let found = said(&[&["Koffie", "Klussen"]], &["B"]);
        assert_eq!(
            (found.mark, found.lines[0].mark),
            (Mark::Right, Mark::Right)
        );
        let choices = ["\u{2068}Koffie\u{2069}", "\u{2068}Klussen\u{2069}"];
        assert_eq!(texts(&found)[..2], choices);
        assert_eq!(texts(&said(&[&[]], &[]))[0], "blank {wijk}{count}");
    }

    #[test]
    fn words_on_more_ballots_are_something_wrong() {
        let found = said(&[&["Koffie"], &["Klussen"]], &[]);
        assert_eq!(found.verdict, "found_more {wijk}2");
        assert_eq!(
            (found.mark, found.lines[0].mark),
            (Mark::Wrong, Mark::Wrong)
        );
    }

    #[test]
    fn words_that_are_missing_may_be_of_a_wijk_without_a_list() {
        let missing = said(&[], &["B"]);
        assert_eq!((missing.mark, missing.lines.len()), (Mark::Wrong, 2));
        assert_eq!(texts(&missing)[0], "few \u{2068}B\u{2069}{count}");
    }
}
