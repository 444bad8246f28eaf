//! What is wrong with a file, and where. In English: these files are for machines and for the command line.

use super::{layout::Layout, shown};
use crate::count::TooManyBallots;

/// What is wrong with a file, and on which line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFault {
    /// Counted from 1.
    pub line: usize,
    /// The column, or the key of META.
    pub field: Option<String>,
    /// What is wrong there.
    pub what: What,
}

/// The parts of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What the election is about.
    Meta,
    /// What may be chosen.
    Projects,
    /// The ballots.
    Votes,
}

/// One thing that is wrong. The second half of the list are warnings: the file can be counted all the same.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum What {
    /// Bytes that are no text.
    #[error("this is not UTF-8 text")]
    NotText,
    /// The text that spreadsheets call Unicode.
    #[error("this is UTF-16, and the format is UTF-8; save it as CSV UTF-8")]
    Utf16,
    /// Something before the first section.
    #[error("the file should begin with META")]
    NoBeginning,
    /// Columns or lines that are set apart in another way.
    #[error(
        "columns are separated by {}, and lines end with {}; the format has semicolons, and LF or CR LF",
        .0.separator, .0.line_end
    )]
    Layout(Layout),
    /// A section that is not there.
    #[error("{0} is missing")]
    NoSection(Section),
    /// A section without its header.
    #[error("{0} has no header")]
    NoHeader(Section),
    /// A column that must be there.
    #[error("{0} has no such column")]
    NoColumn(Section),
    /// Two columns of one name.
    #[error("{0} has this column twice")]
    ColumnTwice(Section),
    /// A key that must be there.
    #[error("META has no such key")]
    NoKey,
    /// A key that stands twice.
    #[error("META has this key twice")]
    KeyTwice,
    /// A quote that runs on.
    #[error("a quote is not closed")]
    OpenQuote,
    /// Fewer fields than columns.
    #[error("{found} fields, and the header has {header}")]
    Fewer {
        /// In this line.
        found: usize,
        /// In the header.
        header: usize,
    },
    /// More fields than columns.
    #[error("more fields than the {header} of the header")]
    More {
        /// In the header.
        header: usize,
    },
    /// Nothing where something must be.
    #[error("empty")]
    Empty,
    /// Not money.
    #[error("«{0}» is not an amount")]
    NotAnAmount(String),
    /// Finer than a cent.
    #[error("«{0}» is finer than a hundredth")]
    TooFine(String),
    /// With a sign that may set thousands or decimals apart.
    #[error("«{0}» may mean thousands or decimals; write it with two decimals or none")]
    TwoReadings(String),
    /// So much that sums might not fit.
    #[error("«{0}» makes more money than can be counted")]
    TooMuch(String),
    /// Not a whole number.
    #[error("«{0}» is not a whole number from {from} to {to}", from = .1, to = .2)]
    NotWhole(String, u64, u64),
    /// Another kind of vote.
    #[error("«{0}» is not approval, choose-1, cumulative, scoring or ordinal")]
    NoVoteType(String),
    /// An id that no ballot could name.
    #[error("«{0}» has a comma: a ballot could not name it")]
    Comma(String),
    /// An id or a key over more than one line.
    #[error("«{0}» has a line break in it")]
    LineBreak(String),
    /// An id that stands twice.
    #[error("project «{0}» stands twice")]
    ProjectTwice(String),
    /// A choice that is not on the ballot paper.
    #[error("there is no project «{0}»")]
    NoProject(String),
    /// A choice that is not on the ballot paper, though it looks like one that is.
    #[error("there is no project «{}»; «{}» only looks the same", shown::with_code_points(.id), shown::with_code_points(.like))]
    LooksLike {
        /// What the ballot names.
        id: String,
        /// What is on the ballot paper.
        like: String,
    },
    /// Points that cannot be matched with the choices.
    #[error("{points} points for {choices} projects")]
    Unmatched {
        /// So many choices.
        choices: usize,
        /// So many points.
        points: usize,
    },
    /// More than four billion of something.
    #[error("more than can be counted")]
    TooMany,

    /// Warning: a total of META that differs from the rest of the file.
    #[error("META says {stated}, and there are {found}")]
    CountDiffers {
        /// By META.
        stated: u64,
        /// By what stands there.
        found: u64,
    },
    /// Warning: a total of PROJECTS that differs from the ballots.
    #[error("project «{project}» has {stated}, and there are {found} on the ballots")]
    VotesDiffer {
        /// The project's id, with its code points where another looks the same.
        project: String,
        /// By PROJECTS.
        stated: u64,
        /// By the ballots.
        found: u64,
    },
    /// Warning: ballots that break a limit of META. The line is of the first.
    #[error("{ballots} ballots break the limit {limit}; this is the first")]
    LimitBroken {
        /// So many.
        ballots: u64,
        /// As META has it.
        limit: u64,
    },
    /// Warning: ballots that name nothing between two commas. The line is of the first.
    #[error("{0} ballots have an empty place in a list; this is the first")]
    Gaps(u64),
    /// Warning: ballots that name a project more than once. The line is of the first.
    #[error("{0} ballots name a project more than once, and it counts once; this is the first")]
    Repeats(u64),
    /// Warning: ballots of a voter who has one already. The line is of the first.
    #[error(
        "{ballots} ballots have the id of a voter before; this is the first, of the voter of line {line}"
    )]
    VoterAgain {
        /// So many, besides the first of each voter.
        ballots: u64,
        /// Where the voter of the first of them stands.
        line: usize,
    },
    /// Warning: ballots without the id of a voter. The line is of the first.
    #[error("{0} ballots have no voter's id; this is the first")]
    NoVoter(u64),
    /// Warning: a bare `;` in a value of META.
    #[error("a «;» that should stand in quotes")]
    BareSemicolon,
    /// Warning: ballots that should count more than once, which they do not here.
    #[error("ballots have weights, which are not counted")]
    Weights,
}

impl FileFault {
    pub(super) const fn at(line: usize, what: What) -> Self {
        Self {
            line,
            field: None,
            what,
        }
    }

    pub(super) fn field(line: usize, field: &str, what: What) -> Self {
        Self {
            line,
            field: Some(field.to_owned()),
            what,
        }
    }
}

impl std::fmt::Display for FileFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}", self.line)?;
        if let Some(field) = &self.field {
            write!(f, ", {}", shown::visible(field))?;
        }
        write!(f, ": {}", shown::visible(&self.what.to_string()))
    }
}

impl std::error::Error for FileFault {}

impl Section {
    /// The title in the file.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Meta => "META",
            Self::Projects => "PROJECTS",
            Self::Votes => "VOTES",
        }
    }
}

impl std::fmt::Display for Section {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.title())
    }
}

impl From<TooManyBallots> for What {
    fn from(_: TooManyBallots) -> Self {
        Self::TooMany
    }
}
