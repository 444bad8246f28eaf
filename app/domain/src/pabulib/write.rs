//! Writes an election, so that anybody can count it again with other tools.

use super::{description::Description, read::File};
use crate::{
    count::{Ballot, Election, VoteType},
    euro::Euro,
    notation::Notation,
};

/// What is written.
#[derive(Clone, Copy, Debug)]
pub struct Export<'a> {
    /// What the file says about the election.
    pub about: &'a Description,
    /// What is counted.
    pub election: &'a Election,
    /// The projects' ids, each once, in the order of [`Election::projects`].
    pub ids: &'a [String],
    /// Their names. The format wants one, so a project without has its id for a name.
    pub names: &'a [String],
    /// Which of them were chosen, if that is known.
    pub selected: Option<&'a [bool]>,
}

impl<'a> Export<'a> {
    /// A file that was read, to be written again.
    #[must_use]
    pub fn of(file: &'a File, about: &'a Description) -> Self {
        Self {
            about,
            election: &file.election,
            ids: &file.ids,
            names: &file.names,
            selected: file.selected.as_deref(),
        }
    }
}

/// Writes an election in the format, line feeds between the lines.
///
/// The ballots stand in an order of their own under the numbers from 1, the blank ones last, so that the file is the
/// same in whatever order they came, and says nothing about who voted.
///
/// What cannot stand in a field is replaced: line breaks and other control signs in a text by a blank; in an id a line
/// feed by a blank and a comma by `_`. Blanks around either are left out. Reading refuses what that makes the same or
/// empty, more than [`super::MAX_SUM`] of money, and more than [`super::MAX_PLACES`] places.
///
/// Other tools know no places. Where a project has more than one, the number is the project's description,
/// `places: 3`, because they accept that and refuse a column of their own.
#[must_use]
pub fn write(export: &Export<'_>) -> String {
    let mut lines = Lines::default();
    let totals = Totals::of(export.election);
    meta(&mut lines, export, &totals);
    projects(&mut lines, export, &totals);
    votes(&mut lines, export);
    lines.text
}

/// The text so far.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn row<'a>(&mut self, fields: impl IntoIterator<Item = &'a str>) {
        for (at, field) in fields.into_iter().enumerate() {
            if at > 0 {
                self.text.push(';');
            }
            if needs_quotes(field) {
                self.text.push('"');
                self.text.push_str(&field.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(field);
            }
        }
        self.text.push('\n');
    }
}

fn needs_quotes(field: &str) -> bool {
    field.contains([';', '"'])
}

/// What the ballots add up to.
struct Totals {
    voters: u64,
    votes: Vec<u64>,
    /// In an order of preference, the last on a ballot has one point, the one before it two, and so on: so it is
    /// checked by pabulib-checker.
    points: Vec<u128>,
    most_points: u64,
}

impl Totals {
    fn of(election: &Election) -> Self {
        let ballots = &election.ballots;
        let mut totals = Self {
            voters: ballots.choosing() + ballots.blank(),
            votes: vec![0; election.projects.len()],
            points: vec![0; election.projects.len()],
            most_points: 0,
        };
        for ballot in ballots.iter() {
            for (at, &project) in ballot.choices.iter().enumerate() {
                let points = match ballot.points.get(at) {
                    Some(&points) => u128::from(points),
                    None => (ballot.choices.len() - at) as u128,
                };
                totals.votes[project as usize] += ballot.count;
                totals.points[project as usize] += points * u128::from(ballot.count);
            }
            let sum = ballot.points.iter().copied().map(u64::from).sum();
            totals.most_points = totals.most_points.max(sum);
        }
        totals
    }
}

fn meta(lines: &mut Lines, export: &Export<'_>, totals: &Totals) {
    let election = export.election;
    let kind = election.ballots.vote_type();
    let mut following = vec![
        ("num_projects", election.projects.len().to_string()),
        ("num_votes", totals.voters.to_string()),
        ("budget", plain(election.budget)),
        ("vote_type", kind.name().to_owned()),
    ];
    if kind == VoteType::Ordinal {
        let ranks = match election.ballots.ranks() {
            0 => String::new(),
            ranks => ranks.to_string(),
        };
        following.push(("max_length", ranks));
    }
    if kind == VoteType::Cumulative && export.about.max_sum_points.is_none() {
        following.push(("max_sum_points", totals.most_points.to_string()));
    }
    lines.row(["META"]);
    lines.row(["key", "value"]);
    for (key, value) in export.about.pairs(following) {
        let (key, value) = (one_line(&key), clean(&value));
        if !key.is_empty() && !value.is_empty() {
            lines.row([key.as_str(), value.as_str()]);
        }
    }
}

fn projects(lines: &mut Lines, export: &Export<'_>, totals: &Totals) {
    let election = export.election;
    let kind = election.ballots.vote_type();
    let has_score = kind.has_points() || kind == VoteType::Ordinal;
    let has_places = election.projects.iter().any(|project| project.places != 1);
    let header = [
        (true, "project_id"),
        (true, "cost"),
        (true, "votes"),
        (has_score, "score"),
        (true, "name"),
        (export.selected.is_some(), "selected"),
        (has_places, "description"),
    ];
    lines.row(["PROJECTS"]);
    lines.row(
        header
            .iter()
            .filter(|column| column.0)
            .map(|column| column.1),
    );
    for (at, project) in election.projects.iter().enumerate() {
        let id = id(export.ids, at);
        let name = clean(export.names.get(at).map_or("", String::as_str));
        let is_selected = export
            .selected
            .and_then(|all| all.get(at))
            .is_some_and(|&it| it);
        let fields = [
            id.clone(),
            plain(project.cost),
            totals.votes[at].to_string(),
            totals.points[at].to_string(),
            if name.is_empty() { id } else { name },
            u8::from(is_selected).to_string(),
            format!("{}{}", super::PLACES, project.places),
        ];
        let fields = fields.iter().zip(header);
        lines.row(
            fields
                .filter(|(_, column)| column.0)
                .map(|(field, _)| field.as_str()),
        );
    }
}

fn votes(lines: &mut Lines, export: &Export<'_>) {
    let ballots = &export.election.ballots;
    let has_points = ballots.vote_type().has_points();
    let ids: Vec<String> = (0..export.election.projects.len())
        .map(|at| id(export.ids, at))
        .collect();
    lines.row(["VOTES"]);
    lines.row(
        ["voter_id", "vote", "points"]
            .into_iter()
            .take(if has_points { 3 } else { 2 }),
    );
    let mut sorted: Vec<Ballot<'_>> = ballots.iter().collect();
    sorted.sort_unstable_by_key(|ballot| (ballot.choices, ballot.points));
    let mut voter: u64 = 0;
    let mut cast = |tail: &str, count: u64| {
        for _ in 0..count {
            voter += 1;
            lines.text.push_str(&voter.to_string());
            lines.text.push(';');
            lines.text.push_str(tail);
        }
    };
    for ballot in sorted {
        cast(&tail(ballot, &ids, has_points), ballot.count);
    }
    cast(if has_points { ";\n" } else { "\n" }, ballots.blank());
}

/// What stands behind the voter's number. Points go down, as the format wants.
fn tail(ballot: Ballot<'_>, ids: &[String], has_points: bool) -> String {
    let mut choices: Vec<(u32, u32)> = ballot
        .choices
        .iter()
        .enumerate()
        .map(|(at, &project)| (project, ballot.points.get(at).copied().unwrap_or(0)))
        .collect();
    choices.sort_by_key(|&(_, points)| std::cmp::Reverse(points));
    let list = |item: &dyn Fn(&(u32, u32)) -> String| -> String {
        choices.iter().map(item).collect::<Vec<_>>().join(",")
    };
    let vote = list(&|&(project, _)| ids[project as usize].clone());
    let points = list(&|&(_, points)| points.to_string());
    let mut lines = Lines::default();
    if has_points {
        lines.row([vote.as_str(), points.as_str()]);
    } else {
        lines.row([vote.as_str()]);
    }
    lines.text
}

/// `17000` or `17000.50`.
fn plain(amount: Euro) -> String {
    amount.plain(Notation::English)
}

/// The id of a project; its number when it has none.
fn id(ids: &[String], at: usize) -> String {
    ids.get(at)
        .map_or_else(|| (at + 1).to_string(), |id| one_line(id).replace(',', "_"))
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ").trim_ascii().to_owned()
}

/// A text in which no reader sees the end of a line.
fn clean(text: &str) -> String {
    let is_break = |sign: char| sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}');
    text.replace(is_break, " ").trim().to_owned()
}
