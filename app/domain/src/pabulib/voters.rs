//! Whether a voter stands in a file more than once.
//!
//! No id is kept, only a word of each, and that no longer than the file is read.

use super::{
    fault::{FileFault, What},
    ids::{Key, key},
    limits::Tally,
};

/// The voters so far, each in a word, with their lines.
#[derive(Debug, Default)]
pub struct Voters {
    seen: Vec<(Key, usize)>,
    /// Whether one does not come after the one before it in the order of their words. Numbered voters do, and are
    /// therefore all different.
    is_unsorted: bool,
    without_id: Tally,
}

impl Voters {
    /// Takes the voter on a line.
    pub fn add(&mut self, id: &str, line: usize) {
        if id.is_empty() {
            self.without_id.add(line);
            return;
        }
        let key = key(id.as_bytes());
        self.is_unsorted |= self.seen.last().is_some_and(|&(last, _)| key <= last);
        self.seen.push((key, line));
    }

    /// The warnings.
    pub fn warnings(&mut self) -> impl Iterator<Item = FileFault> {
        let without_id = self.without_id.warning("voter_id", What::NoVoter);
        self.again().into_iter().chain(without_id)
    }

    fn again(&mut self) -> Option<FileFault> {
        if !self.is_unsorted {
            return None;
        }
        self.seen.sort_unstable();
        let pairs = || {
            let pairs = self.seen.windows(2).map(|pair| (pair[0], pair[1]));
            pairs.filter(|((key, _), (next, _))| key == next)
        };
        let ((_, before), (_, line)) = pairs().min_by_key(|(_, (_, line))| *line)?;
        let what = What::VoterAgain {
            ballots: pairs().count() as u64,
            line: before,
        };
        Some(FileFault::field(line, "voter_id", what))
    }
}
