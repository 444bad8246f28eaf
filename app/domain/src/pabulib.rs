//! Reads elections in the `.pb` format of Pabulib (counting.md 2): three sections of semicolon-separated lines.

use std::collections::{BTreeMap, BTreeSet};

use crate::{count::Candidate, euro::Euro};

/// An election with its ballots summed into votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Election {
    /// What there is to divide.
    pub budget: Euro,
    /// Number of ballots.
    pub voters: u64,
    /// Projects with their votes.
    pub projects: Vec<Candidate<String>>,
}

/// What is wrong with a file, and on which line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct FileFault {
    /// Counted from 1.
    pub line: usize,
    /// In words.
    pub what: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Meta,
    Projects,
    Votes,
}

/// Lines of one section: line number and fields.
type Lines = Vec<(usize, Vec<String>)>;

impl Election {
    /// Reads a file.
    ///
    /// # Errors
    /// The first line that cannot be read, with the reason.
    pub fn read(text: &str) -> Result<Self, FileFault> {
        let sections = split(text)?;
        let budget = budget(&sections.0)?;
        let mut projects = projects(&sections.1)?;
        let (voters, votes) = votes(&sections.2, &projects)?;
        for project in &mut projects {
            project.votes = votes.get(&project.id).copied().unwrap_or_default();
        }
        Ok(Self {
            budget,
            voters,
            projects,
        })
    }
}

fn fault<T>(line: usize, what: impl Into<String>) -> Result<T, FileFault> {
    Err(FileFault {
        line,
        what: what.into(),
    })
}

fn split(text: &str) -> Result<(Lines, Lines, Lines), FileFault> {
    let mut sections = (Lines::new(), Lines::new(), Lines::new());
    let mut current = None;
    for (line, content) in (1..).zip(text.trim_start_matches('\u{feff}').split('\n')) {
        let content = content.trim_end_matches('\r');
        match content.trim() {
            "" => {}
            "META" => current = Some(Section::Meta),
            "PROJECTS" => current = Some(Section::Projects),
            "VOTES" => current = Some(Section::Votes),
            _ => {
                let Some(section) = current else {
                    return fault(line, "the file should begin with META");
                };
                let lines = match section {
                    Section::Meta => &mut sections.0,
                    Section::Projects => &mut sections.1,
                    Section::Votes => &mut sections.2,
                };
                lines.push((line, fields(line, content)?));
            }
        }
    }
    Ok(sections)
}

/// The fields of a line; a field in quotes may hold semicolons, and `""` for a quote.
fn fields(line: usize, content: &str) -> Result<Vec<String>, FileFault> {
    let mut fields = vec![String::new()];
    let mut signs = content.chars().peekable();
    let mut quoted = false;
    while let Some(sign) = signs.next() {
        let is_start = fields.last().is_some_and(String::is_empty);
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                signs.next();
                push(&mut fields, '"');
            }
            '"' if quoted => quoted = false,
            '"' if is_start => quoted = true,
            ';' if !quoted => fields.push(String::new()),
            other => push(&mut fields, other),
        }
    }
    if quoted {
        fault(line, "a quote is not closed")
    } else {
        Ok(fields)
    }
}

fn push(fields: &mut [String], sign: char) {
    if let Some(field) = fields.last_mut() {
        field.push(sign);
    }
}

fn budget(meta: &Lines) -> Result<Euro, FileFault> {
    let found = meta
        .iter()
        .find(|(_, fields)| fields.first().is_some_and(|key| key == "budget"));
    match found {
        Some((line, fields)) => amount(*line, fields.get(1).map_or("", String::as_str)),
        None => fault(1, "META has no budget"),
    }
}

/// An amount as it stands in these files: `40000`, `40000.0`, `40000,50`.
fn amount(line: usize, text: &str) -> Result<Euro, FileFault> {
    let text = text.trim();
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let fraction = fraction.trim_end_matches('0');
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty()
        || whole.len() > 15
        || fraction.len() > 2
        || !digits(whole)
        || !digits(fraction)
    {
        return fault(line, format!("«{text}» is not an amount"));
    }
    match format!("{whole}{fraction:0<2}").parse() {
        Ok(cents) => Ok(Euro::cents(cents)),
        Err(_) => fault(line, format!("«{text}» is not an amount")),
    }
}

/// The place of a column in the header of a section.
fn column(lines: &Lines, section: &str, name: &str) -> Result<usize, FileFault> {
    let Some((line, header)) = lines.first() else {
        return fault(1, format!("{section} is missing or empty"));
    };
    match header.iter().position(|field| field.trim() == name) {
        Some(place) => Ok(place),
        None => fault(*line, format!("{section} has no column «{name}»")),
    }
}

fn projects(lines: &Lines) -> Result<Vec<Candidate<String>>, FileFault> {
    let id = column(lines, "PROJECTS", "project_id")?;
    let cost = column(lines, "PROJECTS", "cost")?;
    let mut seen = BTreeSet::new();
    let mut projects = Vec::new();
    for (line, fields) in lines.iter().skip(1) {
        let (Some(id), Some(cost)) = (fields.get(id), fields.get(cost)) else {
            return fault(*line, "fewer fields than in the header");
        };
        if !seen.insert(id.clone()) {
            return fault(*line, format!("project «{id}» stands twice"));
        }
        projects.push(Candidate {
            id: id.clone(),
            cost: amount(*line, cost)?,
            votes: 0,
        });
    }
    Ok(projects)
}

fn votes(
    lines: &Lines,
    projects: &[Candidate<String>],
) -> Result<(u64, BTreeMap<String, u64>), FileFault> {
    let vote = column(lines, "VOTES", "vote")?;
    let known: BTreeSet<&str> = projects.iter().map(|project| project.id.as_str()).collect();
    let mut votes = BTreeMap::new();
    for (line, fields) in lines.iter().skip(1) {
        let Some(vote) = fields.get(vote) else {
            return fault(*line, "fewer fields than in the header");
        };
        let choices: BTreeSet<&str> = vote
            .split(',')
            .filter(|choice| !choice.is_empty())
            .collect();
        for choice in choices {
            if !known.contains(choice) {
                return fault(*line, format!("there is no project «{choice}»"));
            }
            *votes.entry(choice.to_owned()).or_default() += 1;
        }
    }
    Ok((lines.len().saturating_sub(1) as u64, votes))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "META\nkey;value\nbudget;100.50\nPROJECTS\nproject_id;cost;name\n1;60.0;\"a; b\"\nM/2;50;c\n\
         VOTES\nvoter_id;vote\n1;1,M/2\n2;1\n3;";

    #[test]
    fn a_file_is_read_with_or_without_carriage_returns() {
        let election = Election::read(FILE).unwrap();
        assert_eq!(election.budget, Euro::cents(10_050));
        assert_eq!(election.voters, 3);
        let votes: Vec<(&str, u64)> = election
            .projects
            .iter()
            .map(|p| (p.id.as_str(), p.votes))
            .collect();
        assert_eq!(votes, [("1", 2), ("M/2", 1)]);
        assert_eq!(Election::read(&FILE.replace('\n', "\r\n")), Ok(election));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        for (from, to, line) in [
            ("100.50", "veel", 3),
            ("60.0", "-1", 6),
            ("M/2;50", "1;50", 7),
            ("1,M/2", "9", 10),
            ("\"a; b\"", "\"a", 6),
            ("project_id", "id", 5),
        ] {
            assert_eq!(
                Election::read(&FILE.replacen(from, to, 1))
                    .unwrap_err()
                    .line,
                line,
                "{to}"
            );
        }
        assert!(Election::read("").is_err());
    }
}
