//! How a file is laid out that another program saved: what stands between its columns, and what ends its lines.

/// What a file has where the format has semicolons, and line feeds with or without a carriage return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Between the columns.
    pub separator: Separator,
    /// At the end of a line.
    pub line_end: LineEnd,
}

/// What stands between columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// As the format has it.
    Semicolon,
    /// As spreadsheets in English write them.
    Comma,
    /// As spreadsheets write text.
    Tab,
    /// A vertical bar.
    Bar,
    /// Semicolons, in a line that stands in quotes as a whole.
    Quoted,
}

/// What ends a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineEnd {
    /// A line feed.
    Feed,
    /// A carriage return and a line feed.
    ReturnFeed,
    /// A carriage return alone, as old spreadsheets write it.
    Return,
}

impl Layout {
    /// The layout of a line that should be the title META, if it is that title in another layout.
    pub fn of_title(line: &str) -> Option<Self> {
        let (line, line_end) = LineEnd::of(line);
        let first = line.split('\r').next().unwrap_or_default();
        let title = first.trim_matches([' ', ';', ',', '\t', '|', '"']);
        let separator = Separator::PLAIN
            .into_iter()
            .find(|one| first.contains(one.sign()));
        let layout = Self {
            // A title alone says nothing: then the line below it does.
            separator: separator
                .or_else(|| Separator::of_header(line.split('\r').nth(1)?, "key"))
                .unwrap_or(Separator::Semicolon),
            line_end,
        };
        (title.eq_ignore_ascii_case("META") && layout.is_foreign()).then_some(layout)
    }

    /// The layout of a header without a column that it must have, if the column is there in another layout.
    pub fn of_header(line: &str, column: &str) -> Option<Self> {
        let (line, line_end) = LineEnd::of(line);
        let separator = Separator::of_header(line.split('\r').next().unwrap_or_default(), column)?;
        Some(Self {
            separator,
            line_end,
        })
        .filter(|layout| layout.is_foreign())
    }

    fn is_foreign(self) -> bool {
        self.separator != Separator::Semicolon || self.line_end == LineEnd::Return
    }
}

impl Separator {
    const PLAIN: [Self; 4] = [Self::Semicolon, Self::Tab, Self::Comma, Self::Bar];

    const fn sign(self) -> char {
        match self {
            Self::Semicolon | Self::Quoted => ';',
            Self::Comma => ',',
            Self::Tab => '\t',
            Self::Bar => '|',
        }
    }

    /// What stands between this column and another of a header.
    fn of_header(line: &str, column: &str) -> Option<Self> {
        let is_it = |field: &str| field.trim_matches([' ', '"']).eq_ignore_ascii_case(column);
        let quoted = line
            .strip_prefix('"')
            .and_then(|line| line.strip_suffix('"'));
        if quoted.is_some_and(|line| !line.contains('"') && line.split(';').any(is_it)) {
            return Some(Self::Quoted);
        }
        Self::PLAIN
            .into_iter()
            .find(|one| line.contains(one.sign()) && line.split(one.sign()).any(is_it))
    }
}

impl LineEnd {
    /// The end of a line that ended at a line feed or with the file, and the line without it.
    fn of(line: &str) -> (&str, Self) {
        match line.strip_suffix('\r') {
            _ if line.trim_end_matches('\r').contains('\r') => (line, Self::Return),
            Some(line) => (line, Self::ReturnFeed),
            None => (line, Self::Feed),
        }
    }
}

impl std::fmt::Display for Separator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Semicolon => "semicolons",
            Self::Comma => "commas",
            Self::Tab => "tabs",
            Self::Bar => "vertical bars",
            Self::Quoted => "semicolons inside the quotes of a whole line",
        })
    }
}

impl std::fmt::Display for LineEnd {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Feed => "LF",
            Self::ReturnFeed => "CR LF",
            Self::Return => "CR",
        })
    }
}
