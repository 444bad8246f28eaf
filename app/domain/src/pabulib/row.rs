//! Lines into fields, without a copy of each: a row is a view on its line.

use memchr::{memchr, memchr_iter};

use super::fault::{FileFault, Section, What};

/// Scratch space for the fields of one line.
#[derive(Debug, Default)]
pub struct Splitter {
    unquoted: String,
    ends: Vec<usize>,
}

/// The fields of one line.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The line, from 1.
    pub line: usize,
    /// The fields with one byte between them.
    text: &'a str,
    ends: &'a [usize],
}

impl Splitter {
    /// The fields of a line; nothing when a quote is still open at its end. Inlined, because a row that is handed over through memory costs as much as splitting it.
    #[inline]
    pub fn split<'a>(&'a mut self, line: usize, text: &'a str) -> Option<Row<'a>> {
        self.ends.clear();
        let text = if memchr(b'"', text.as_bytes()).is_some() {
            self.unquote(text)?;
            self.unquoted.as_str()
        } else {
            self.ends.extend(memchr_iter(b';', text.as_bytes()));
            self.ends.push(text.len());
            text
        };
        Some(Row {
            line,
            text,
            ends: &self.ends,
        })
    }

    /// Takes the quotes away. One counts only at the start of a field; what follows a closing one is text again, as
    /// every CSV reader has it.
    fn unquote(&mut self, text: &str) -> Option<()> {
        self.unquoted.clear();
        let mut rest = text;
        loop {
            if let Some(quoted) = rest.strip_prefix('"') {
                rest = self.quoted(quoted)?;
            }
            let plain = memchr(b';', rest.as_bytes());
            self.unquoted.push_str(&rest[..plain.unwrap_or(rest.len())]);
            self.ends.push(self.unquoted.len());
            match plain {
                Some(end) => {
                    self.unquoted.push(';');
                    rest = &rest[end + 1..];
                }
                None => return Some(()),
            }
        }
    }

    /// Takes what stands before a closing quote, and gives what stands behind it.
    fn quoted<'a>(&mut self, mut rest: &'a str) -> Option<&'a str> {
        loop {
            let end = memchr(b'"', rest.as_bytes())?;
            self.unquoted.push_str(&rest[..end]);
            rest = &rest[end + 1..];
            match rest.strip_prefix('"') {
                Some(more) => {
                    self.unquoted.push('"');
                    rest = more;
                }
                None => return Some(rest),
            }
        }
    }
}

impl<'a> Row<'a> {
    /// How many fields.
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// A field, without the blanks around it; empty when there are not so many.
    pub fn field(&self, at: usize) -> &'a str {
        self.text
            .get(self.start(at)..self.end(at))
            .map_or("", str::trim_ascii)
    }

    /// All fields from this one on, with what stands between them.
    pub fn from(&self, at: usize) -> &'a str {
        self.text.get(self.start(at)..).map_or("", str::trim_ascii)
    }

    /// The fields.
    pub fn fields(&self) -> impl Iterator<Item = &'a str> {
        let row = *self;
        (0..row.len()).map(move |at| row.field(at))
    }

    /// That there are as many fields as columns, empty ones at the end aside.
    pub fn fits(&self, header: usize) -> Result<(), FileFault> {
        let found = self.len();
        if found < header {
            return Err(FileFault::at(self.line, What::Fewer { found, header }));
        }
        if (header..found).any(|at| !self.field(at).is_empty()) {
            return Err(FileFault::at(self.line, What::More { header }));
        }
        Ok(())
    }

    fn start(&self, at: usize) -> usize {
        match at.checked_sub(1) {
            Some(before) => self.end(before).saturating_add(1),
            None => 0,
        }
    }

    fn end(&self, at: usize) -> usize {
        self.ends.get(at).copied().unwrap_or(self.text.len())
    }
}

/// Whether a quote that was open before this line is closed at its end.
pub fn closes_quote(line: &str) -> bool {
    let mut rest = line;
    loop {
        // Inside: a quote twice is a quote, and one alone is the end.
        let Some(end) = memchr(b'"', rest.as_bytes()) else {
            return false;
        };
        rest = &rest[end + 1..];
        if let Some(more) = rest.strip_prefix('"') {
            rest = more;
            continue;
        }
        // Outside: a quote opens at the start of a field only.
        loop {
            let Some(field) = memchr(b';', rest.as_bytes()) else {
                return true;
            };
            rest = &rest[field + 1..];
            if let Some(quoted) = rest.strip_prefix('"') {
                rest = quoted;
                break;
            }
        }
    }
}

/// Where the columns of a section stand.
#[derive(Debug)]
pub struct Header {
    section: Section,
    line: usize,
    names: Vec<String>,
}

impl Header {
    /// Reads a header. Columns without a name come from spreadsheets and are no matter.
    pub fn new(section: Section, row: Row<'_>) -> Result<Self, FileFault> {
        let mut names: Vec<String> = row.fields().map(str::to_ascii_lowercase).collect();
        while names.last().is_some_and(String::is_empty) {
            names.pop();
        }
        for (at, name) in names.iter().enumerate() {
            if !name.is_empty() && names[..at].contains(name) {
                return Err(FileFault::field(row.line, name, What::ColumnTwice(section)));
            }
        }
        Ok(Self {
            section,
            line: row.line,
            names,
        })
    }

    /// How many columns.
    pub const fn len(&self) -> usize {
        self.names.len()
    }

    /// Where a column stands.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|other| other == name)
    }

    /// Where a column stands that must be there.
    pub fn need(&self, name: &str) -> Result<usize, FileFault> {
        self.find(name)
            .ok_or_else(|| FileFault::field(self.line, name, What::NoColumn(self.section)))
    }
}

/// Whether a line holds the title of a section and nothing else.
pub fn is_title(text: &str, section: Section) -> bool {
    // Nearly every line is a row, and says so early.
    let title = section.title();
    let start = text.trim_start_matches([' ', '\t', '"']);
    if !start
        .get(..title.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(title))
    {
        return false;
    }
    let bare = text.trim_matches([' ', '\t', ';']);
    let bare = bare
        .strip_prefix('"')
        .and_then(|bare| bare.strip_suffix('"'))
        .unwrap_or(bare);
    bare.eq_ignore_ascii_case(title)
}
