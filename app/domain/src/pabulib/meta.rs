//! What a file says about its election: every key with its value, in order.

use super::{
    fault::{FileFault, Section, What},
    number::{amount, small, whole},
    row::{Header, Row},
};
use crate::{count::VoteType, euro::Euro};

/// What a file says about its election.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    pairs: Vec<Pair>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Pair {
    key: String,
    value: String,
    line: usize,
}

impl Meta {
    /// Every key with its value, as they stand in the file.
    pub fn pairs(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.pairs
            .iter()
            .map(|pair| (pair.key.as_str(), pair.value.as_str()))
    }

    /// The value of a key, unless it is empty or absent.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.pair(key).map(|pair| pair.value.as_str())
    }

    /// What was voted on.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.get("description")
    }

    /// The country, in English.
    #[must_use]
    pub fn country(&self) -> Option<&str> {
        self.get("country")
    }

    /// The municipality.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        self.get("unit")
    }

    /// Which vote of the unit.
    #[must_use]
    pub fn instance(&self) -> Option<&str> {
        self.get("instance")
    }

    /// The currency, in three letters.
    #[must_use]
    pub fn currency(&self) -> Option<&str> {
        self.get("currency")
    }

    /// The rule by which was counted, in the words of the format.
    #[must_use]
    pub fn rule(&self) -> Option<&str> {
        self.get("rule")
    }

    /// The fewest choices on a ballot.
    #[must_use]
    pub fn min_length(&self) -> Option<u32> {
        small(self.get("min_length")?, 0, u32::MAX).ok()
    }

    /// The most choices on a ballot.
    #[must_use]
    pub fn max_length(&self) -> Option<u32> {
        small(self.get("max_length")?, 0, u32::MAX).ok()
    }

    fn pair(&self, key: &str) -> Option<&Pair> {
        self.pairs
            .iter()
            .find(|pair| pair.key.eq_ignore_ascii_case(key))
            .filter(|pair| !pair.value.is_empty())
    }
}

/// The section while it is read.
#[derive(Debug, Default)]
pub struct MetaSection {
    /// The line of the title.
    line: usize,
    columns: Option<(usize, usize)>,
    meta: Meta,
}

/// What the rest of the file is read by.
#[derive(Debug)]
pub struct Basis {
    /// Everything in the section.
    pub meta: Meta,
    /// What there is to divide.
    pub budget: Euro,
    /// What voters put on a ballot.
    pub vote_type: VoteType,
    /// Points for what a ballot does not name.
    pub default_score: u32,
}

/// A number in META that the rest of the file is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What it says.
    pub number: u64,
    /// Where it says so.
    pub line: usize,
}

impl MetaSection {
    pub fn new(line: usize) -> Self {
        Self {
            line,
            ..Self::default()
        }
    }

    /// Takes a line; gives a warning when it is understood with some doubt.
    pub fn row(&mut self, row: Row<'_>) -> Result<Option<FileFault>, FileFault> {
        let Some((key, value)) = self.columns else {
            let header = Header::new(Section::Meta, row)?;
            self.columns = Some((header.need("key")?, header.need("value")?));
            return Ok(None);
        };
        let needed = key.max(value) + 1;
        if row.len() < needed {
            row.fits(needed)?;
        }
        let name = row.field(key);
        if name.is_empty() {
            return if row.fields().all(str::is_empty) {
                Ok(None)
            } else {
                Err(FileFault::field(row.line, "key", What::Empty))
            };
        }
        if name.contains('\n') {
            let what = What::LineBreak(name.to_owned());
            return Err(FileFault::field(row.line, "key", what));
        }
        if self
            .meta
            .pairs
            .iter()
            .any(|pair| pair.key.eq_ignore_ascii_case(name))
        {
            return Err(FileFault::field(row.line, name, What::KeyTwice));
        }
        // A description with a bare semicolon would lose its second half.
        let is_cut = (needed..row.len()).any(|at| !row.field(at).is_empty());
        let text = if is_cut {
            row.from(value)
        } else {
            row.field(value)
        };
        self.meta.pairs.push(Pair {
            key: name.to_owned(),
            value: text.to_owned(),
            line: row.line,
        });
        Ok(is_cut.then(|| FileFault::field(row.line, name, What::BareSemicolon)))
    }

    /// What the rest of the file is read by.
    pub fn finish(self) -> Result<Basis, FileFault> {
        if self.columns.is_none() {
            return Err(FileFault::at(self.line, What::NoHeader(Section::Meta)));
        }
        let meta = self.meta;
        let need = |key| {
            meta.pair(key)
                .ok_or_else(|| FileFault::field(self.line, key, What::NoKey))
        };
        let (budget, kind) = (need("budget")?, need("vote_type")?);
        let vote_type = kind.value.parse().map_err(|_| {
            FileFault::field(kind.line, "vote_type", What::NoVoteType(kind.value.clone()))
        })?;
        let budget =
            amount(&budget.value).map_err(|what| FileFault::field(budget.line, "budget", what))?;
        let default_score = match meta.pair("default_score") {
            Some(pair) if vote_type == VoteType::Scoring => small(&pair.value, 0, u32::MAX)
                .map_err(|what| FileFault::field(pair.line, "default_score", what))?,
            _ => 0,
        };
        Ok(Basis {
            meta,
            budget,
            vote_type,
            default_score,
        })
    }
}

impl Basis {
    /// A whole number of META, when it is there.
    pub fn limit(&self, key: &str) -> Result<Option<Limit>, FileFault> {
        let Some(pair) = self.meta.pair(key) else {
            return Ok(None);
        };
        let number = whole(&pair.value, 0, u64::MAX)
            .map_err(|what| FileFault::field(pair.line, key, what))?;
        Ok(Some(Limit {
            number,
            line: pair.line,
        }))
    }
}
