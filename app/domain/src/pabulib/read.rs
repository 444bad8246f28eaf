//! Reads a file as it comes in, piece by piece, so that a page can show how far it is.

use memchr::memchr_iter;

use super::{
    fault::{FileFault, Section, What},
    layout::Layout,
    meta::{Basis, Meta, MetaSection},
    projects::ProjectsSection,
    row::{Splitter, closes_quote, is_title},
    votes::VotesSection,
};
use crate::count::Election;

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What it says about its election.
    pub meta: Meta,
    /// The projects' ids, in the order of [`Election::projects`].
    pub ids: Vec<String>,
    /// Their names; empty where the file has none.
    pub names: Vec<String>,
    /// Which of them were chosen, if the file says so.
    pub selected: Option<Vec<bool>>,
    /// What is counted.
    pub election: Election,
    /// What contradicts itself in the file. The election can be counted all the same.
    pub warnings: Vec<FileFault>,
}

/// Reads a file.
///
/// # Errors
/// The first line that cannot be read, with the reason.
pub fn read(bytes: &[u8]) -> Result<File, FileFault> {
    let mut reader = Reader::new();
    reader.push(bytes)?;
    reader.finish()
}

/// Reads a file in pieces, cut anywhere.
#[derive(Debug, Default)]
pub struct Reader {
    /// The beginning of a line whose end has not come yet.
    rest: Vec<u8>,
    /// Complete lines so far.
    line: usize,
    /// A row whose quotes are still open: the line where it began, and its text so far.
    open: Option<(usize, String)>,
    stage: Stage,
    splitter: Splitter,
    warnings: Vec<FileFault>,
    /// The first fault: nothing is read past it.
    fault: Option<FileFault>,
}

/// Where the reader is. Each section needs what those before it said.
#[derive(Debug, Default)]
enum Stage {
    #[default]
    Start,
    Meta(MetaSection),
    Projects(Box<(Basis, ProjectsSection)>),
    Votes(Box<(Basis, ProjectsSection, VotesSection)>),
}

impl Reader {
    /// Nothing read yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the next piece.
    ///
    /// # Errors
    /// The first line that cannot be read, with the reason; the same again for every piece after it.
    pub fn push(&mut self, chunk: &[u8]) -> Result<(), FileFault> {
        self.unless_failed(|reader| reader.pieces(chunk))
    }

    /// The election, now that the file has ended.
    ///
    /// # Errors
    /// The first line that cannot be read, or what is missing at the end.
    pub fn finish(mut self) -> Result<File, FileFault> {
        let rest = std::mem::take(&mut self.rest);
        self.unless_failed(|reader| reader.lines(&rest))?;
        if let Some((line, _)) = self.open {
            return Err(FileFault::at(line, What::OpenQuote));
        }
        let missing = match self.stage {
            Stage::Start => What::NoBeginning,
            Stage::Meta(_) => What::NoSection(Section::Projects),
            Stage::Projects(_) => What::NoSection(Section::Votes),
            Stage::Votes(parts) if parts.2.has_header() => {
                let (basis, projects, votes) = *parts;
                return Self::file(basis, projects, votes, self.warnings);
            }
            Stage::Votes(_) => What::NoHeader(Section::Votes),
        };
        Err(FileFault::at(self.line.max(1), missing))
    }

    fn file(
        basis: Basis,
        projects: ProjectsSection,
        mut votes: VotesSection,
        mut warnings: Vec<FileFault>,
    ) -> Result<File, FileFault> {
        votes.warn(&basis, &projects, &mut warnings)?;
        Ok(File {
            meta: basis.meta,
            ids: projects.ids.into_names(),
            names: projects.names,
            selected: projects.selected,
            election: Election {
                budget: basis.budget,
                projects: projects.projects,
                ballots: votes.ballots,
            },
            warnings,
        })
    }

    fn unless_failed(
        &mut self,
        act: impl FnOnce(&mut Self) -> Result<(), FileFault>,
    ) -> Result<(), FileFault> {
        if self.fault.is_none() {
            self.fault = act(self).err();
        }
        self.fault.clone().map_or(Ok(()), Err)
    }

    /// Completes the line that was left over, takes the whole lines as they are, and keeps what is left.
    fn pieces(&mut self, chunk: &[u8]) -> Result<(), FileFault> {
        let mut chunk = chunk;
        if !self.rest.is_empty() {
            let Some(end) = memchr::memchr(b'\n', chunk) else {
                self.rest.extend_from_slice(chunk);
                return Ok(());
            };
            let mut rest = std::mem::take(&mut self.rest);
            rest.extend_from_slice(&chunk[..=end]);
            self.lines(&rest)?;
            rest.clear();
            self.rest = rest;
            chunk = &chunk[end + 1..];
        }
        let whole = memchr::memrchr(b'\n', chunk).map_or(0, |end| end + 1);
        self.lines(&chunk[..whole])?;
        self.rest.extend_from_slice(&chunk[whole..]);
        Ok(())
    }

    /// Takes whole lines; the last one may have no line feed.
    fn lines(&mut self, bytes: &[u8]) -> Result<(), FileFault> {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.text(text),
            Err(error) => {
                // The lines before it have their say first, so that it does not matter how the file was cut.
                let (valid, _) = bytes.split_at(error.valid_up_to());
                let whole = memchr::memrchr(b'\n', valid).map_or(0, |end| end + 1);
                if let Ok(text) = std::str::from_utf8(&valid[..whole]) {
                    self.text(text)?;
                }
                let is_utf16 = matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]);
                let what = if is_utf16 && self.line == 0 {
                    What::Utf16
                } else {
                    What::NotText
                };
                Err(FileFault::at(self.line + 1, what))
            }
        }
    }

    fn text(&mut self, text: &str) -> Result<(), FileFault> {
        let mut from = 0;
        for end in memchr_iter(b'\n', text.as_bytes()) {
            self.one(&text[from..end])?;
            from = end + 1;
        }
        if from < text.len() {
            self.one(&text[from..])?;
        }
        Ok(())
    }

    fn one(&mut self, line: &str) -> Result<(), FileFault> {
        self.line += 1;
        let line = match self.line {
            1 => line.strip_prefix('\u{feff}').unwrap_or(line),
            _ => line,
        };
        let text = line.strip_suffix('\r').unwrap_or(line);
        let done = match self.open.take() {
            Some((from, begun)) => self.more(from, begun, text),
            None if text.trim_ascii().is_empty() || self.title(text)? => return Ok(()),
            None => self.row(self.line, text),
        };
        done.map_err(|fault| in_layout(fault, line))
    }

    /// Takes one line more of a row that has a line break inside quotes.
    fn more(&mut self, from: usize, mut begun: String, text: &str) -> Result<(), FileFault> {
        begun.push('\n');
        begun.push_str(text);
        if closes_quote(text) {
            return self.row(from, &begun);
        }
        self.open = Some((from, begun));
        Ok(())
    }

    fn row(&mut self, line: usize, text: &str) -> Result<(), FileFault> {
        if matches!(self.stage, Stage::Start) {
            return Err(FileFault::at(line, What::NoBeginning));
        }
        let Some(row) = self.splitter.split(line, text) else {
            self.open = Some((line, text.to_owned()));
            return Ok(());
        };
        match &mut self.stage {
            Stage::Start => Ok(()),
            Stage::Meta(meta) => {
                self.warnings.extend(meta.row(row)?);
                Ok(())
            }
            Stage::Projects(parts) => parts.1.row(row),
            Stage::Votes(parts) => parts.2.row(row, &parts.1.ids),
        }
    }

    /// Whether this line begins the next section.
    fn title(&mut self, text: &str) -> Result<bool, FileFault> {
        let next = match &self.stage {
            Stage::Start => Section::Meta,
            Stage::Meta(_) => Section::Projects,
            Stage::Projects(_) => Section::Votes,
            Stage::Votes(_) => return Ok(false),
        };
        if !is_title(text, next) {
            return Ok(false);
        }
        let line = self.line;
        self.stage = match std::mem::take(&mut self.stage) {
            Stage::Start => Stage::Meta(MetaSection::new(line)),
            Stage::Meta(meta) => {
                let basis = meta.finish()?;
                let projects = ProjectsSection::new(basis.budget);
                Stage::Projects(Box::new((basis, projects)))
            }
            Stage::Projects(parts) => {
                let (basis, projects) = *parts;
                if !projects.has_header() {
                    return Err(FileFault::at(line, What::NoHeader(Section::Projects)));
                }
                let votes = VotesSection::new(&basis, projects.ids.len())?;
                Stage::Votes(Box::new((basis, projects, votes)))
            }
            votes @ Stage::Votes(_) => votes,
        };
        Ok(true)
    }
}

/// The same fault, or what the line has instead of semicolons and line feeds, where that is why.
fn in_layout(fault: FileFault, line: &str) -> FileFault {
    let layout = match (&fault.what, &fault.field) {
        (What::NoBeginning, _) => Layout::of_title(line),
        (What::NoColumn(_), Some(column)) => Layout::of_header(line, column),
        _ => None,
    };
    match layout {
        Some(layout) => FileFault::at(fault.line, What::Layout(layout)),
        None => fault,
    }
}
