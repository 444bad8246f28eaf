//! The ballots of a file: where a large file has nearly all its lines, so nothing is allocated for a line.

use std::collections::BTreeMap;

use super::{
    fault::{FileFault, Section, What},
    ids::Ids,
    limits::{Limits, Tally},
    meta::Basis,
    number::small,
    projects::ProjectsSection,
    row::{Header, Row},
    shown::labels,
    voters::Voters,
};
use crate::count::{Ballots, ProjectIndex, VoteType};

/// The most choices that `default_score` may fill in, for it makes a large election of a small file.
const MAX_FILLED: usize = 50_000_000;

/// The section while it is read.
#[derive(Debug)]
pub struct VotesSection {
    columns: Option<Columns>,
    pub ballots: Ballots,
    /// How many ballots.
    rows: u64,
    default_score: u32,
    filled: usize,
    /// On which ballot a project stood last.
    seen: Vec<u64>,
    /// On how many ballots a project stands.
    counted: Vec<u64>,
    choices: Vec<ProjectIndex>,
    points: Vec<u32>,
    voters: Voters,
    limits: Limits,
    gaps: Tally,
    repeats: Tally,
    has_weights: Option<usize>,
}

#[derive(Clone, Copy, Debug)]
struct Columns {
    count: usize,
    voter: usize,
    vote: usize,
    points: Option<usize>,
}

impl VotesSection {
    pub fn new(basis: &Basis, projects: usize) -> Result<Self, FileFault> {
        let mut ballots = Ballots::new(basis.vote_type);
        if basis.vote_type == VoteType::Ordinal
            && let Some(limit) = basis.limit("max_length")?
        {
            ballots.allow_ranks(u32::try_from(limit.number).unwrap_or(u32::MAX));
        }
        Ok(Self {
            columns: None,
            ballots,
            rows: 0,
            default_score: basis.default_score,
            filled: 0,
            seen: vec![0; projects],
            counted: vec![0; projects],
            choices: Vec::new(),
            points: Vec::new(),
            limits: Limits::new(basis)?,
            voters: Voters::default(),
            gaps: Tally::default(),
            repeats: Tally::default(),
            has_weights: None,
        })
    }

    /// Whether the header has come.
    pub const fn has_header(&self) -> bool {
        self.columns.is_some()
    }

    /// Takes a line.
    pub fn row(&mut self, row: Row<'_>, ids: &Ids) -> Result<(), FileFault> {
        let Some(columns) = self.columns else {
            return self.header(row);
        };
        if row.len() != columns.count {
            row.fits(columns.count)?;
        }
        let voter = row.field(columns.voter);
        let vote = row.field(columns.vote);
        // Without the voter's id an empty row might be a blank ballot, or nothing at all.
        if voter.is_empty() && vote.is_empty() {
            return Err(FileFault::field(row.line, "voter_id", What::Empty));
        }
        self.voters.add(voter, row.line);
        self.rows += 1;
        let of_all = columns.points.map_or("", |at| row.field(at));
        if self.default_score == 0 && vote.is_empty() && of_all.is_empty() {
            return self
                .ballots
                .add(&[], &[], 1)
                .map_err(|fault| FileFault::at(row.line, fault.into()));
        }
        let has_repeat = self.choices(row.line, vote, ids)?;
        if columns.points.is_some() {
            self.points(row.line, of_all)?;
        }
        if has_repeat {
            self.repeats.add(row.line);
            self.keep_last_points();
        }
        self.limits
            .check(row.line, self.choices.len(), &self.points);
        self.fill(row.line)?;
        self.ballots
            .add(&self.choices, &self.points, 1)
            .map_err(|fault| FileFault::at(row.line, fault.into()))
    }

    fn header(&mut self, row: Row<'_>) -> Result<(), FileFault> {
        let header = Header::new(Section::Votes, row)?;
        self.columns = Some(Columns {
            count: header.len(),
            voter: header.need("voter_id")?,
            vote: header.need("vote")?,
            points: match self.ballots.vote_type() {
                VoteType::Cumulative | VoteType::Scoring => Some(header.need("points")?),
                VoteType::Approval | VoteType::ChooseOne | VoteType::Ordinal => None,
            },
        });
        self.has_weights = header.find("vote_strength").map(|_| row.line);
        Ok(())
    }

    /// The projects named in a list, each once; where there are points, as often as it is named. Tells whether any is
    /// named more than once.
    fn choices(&mut self, line: usize, vote: &str, ids: &Ids) -> Result<bool, FileFault> {
        self.choices.clear();
        let has_points = self.ballots.vote_type().has_points();
        let (mut has_gap, mut has_repeat) = (false, false);
        for id in vote.as_bytes().split(|&sign| sign == b',') {
            let id = id.trim_ascii();
            if id.is_empty() {
                has_gap = !vote.is_empty();
                continue;
            }
            let project = ids
                .find(id)
                .ok_or_else(|| FileFault::field(line, "vote", ids.missing(id)))?;
            let at = project as usize;
            let is_again = self.seen[at] == self.rows;
            has_repeat |= is_again;
            if !is_again {
                self.seen[at] = self.rows;
                self.counted[at] += 1;
            }
            if !is_again || has_points {
                self.choices.push(project);
            }
        }
        if has_gap {
            self.gaps.add(line);
        }
        Ok(has_repeat)
    }

    /// The points for the choices, in the same order.
    fn points(&mut self, line: usize, points: &str) -> Result<(), FileFault> {
        self.points.clear();
        for number in points.split(',').map(str::trim_ascii) {
            if !number.is_empty() {
                let number = small(number, 0, u32::MAX)
                    .map_err(|what| FileFault::field(line, "points", what))?;
                self.points.push(number);
            }
        }
        if self.points.len() == self.choices.len() {
            return Ok(());
        }
        Err(FileFault::field(
            line,
            "points",
            What::Unmatched {
                choices: self.choices.len(),
                points: self.points.len(),
            },
        ))
    }

    /// Leaves a project once that the ballot names more often, with its last points, as pabutools does.
    fn keep_last_points(&mut self) {
        if self.points.is_empty() {
            return;
        }
        let last: BTreeMap<ProjectIndex, u32> =
            self.choices.drain(..).zip(self.points.drain(..)).collect();
        self.choices.extend(last.keys());
        self.points.extend(last.values());
    }

    /// Gives the projects that the ballot does not name the points it has for them by `default_score`.
    fn fill(&mut self, line: usize) -> Result<(), FileFault> {
        if self.default_score == 0 {
            return Ok(());
        }
        self.filled += self.seen.len() - self.choices.len();
        if self.filled > MAX_FILLED {
            return Err(FileFault::field(line, "default_score", What::TooMany));
        }
        for (project, &ballot) in (0..).zip(&self.seen) {
            if ballot != self.rows {
                self.choices.push(project);
                self.points.push(self.default_score);
            }
        }
        Ok(())
    }

    /// What contradicts META and PROJECTS.
    pub fn warn(
        &mut self,
        basis: &Basis,
        projects: &ProjectsSection,
        warnings: &mut Vec<FileFault>,
    ) -> Result<(), FileFault> {
        let found = [
            ("num_projects", projects.projects.len() as u64),
            ("num_votes", self.rows),
        ];
        for (key, found) in found {
            if let Some(limit) = basis.limit(key)?
                && limit.number != found
            {
                let stated = limit.number;
                let what = What::CountDiffers { stated, found };
                warnings.push(FileFault::field(limit.line, key, what));
            }
        }
        let mut shown = None;
        for (at, (&stated, &found)) in projects.votes.iter().zip(&self.counted).enumerate() {
            if let Some((stated, line)) = stated
                && stated != found
            {
                let shown = shown.get_or_insert_with(|| labels(projects.ids.names()));
                let project = shown[at].clone();
                let what = What::VotesDiffer {
                    project,
                    stated,
                    found,
                };
                warnings.push(FileFault::field(line, "votes", what));
            }
        }
        if let Some(line) = self.has_weights {
            warnings.push(FileFault::field(line, "vote_strength", What::Weights));
        }
        warnings.extend(self.limits.broken());
        warnings.extend(self.voters.warnings());
        warnings.extend(self.repeats.warning("vote", What::Repeats));
        warnings.extend(self.gaps.warning("vote", What::Gaps));
        Ok(())
    }
}
