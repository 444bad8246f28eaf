//! Looking one's own ballot up in a pack, by its three words.

use super::{
    files::Files,
    read::{Read, Reader},
};
use crate::{ballot_box::ControlWords, outcome::MIN_PUBLISHED, round::Rules};

/// A ballot in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundBallot {
    /// The name of the wijk where it was cast.
    pub wijk: String,
    /// The titles of what was chosen, in the order of the ballot paper.
    pub choices: Vec<String>,
}

/// What came of looking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// The ballots with these words: one, unless something is wrong.
    pub ballots: Vec<FoundBallot>,
    /// The names of wijken of which no ballots are published, as there are few.
    pub unlisted: Vec<String>,
}

/// Looks for the ballots with these words in every wijk of a pack.
///
/// # Errors
/// Names the first file that is missing or not as it is written.
pub fn find(files: &Files, words: ControlWords) -> Read<Search> {
    let reader = Reader(files);
    let rules: Rules = reader.rules()?;
    let mut search = Search::default();
    for wijk in &rules.wijken {
        if reader.outcome(wijk.wijk)?.ballots < MIN_PUBLISHED {
            search.unlisted.push(wijk.name.clone());
            continue;
        }
        let ballots = reader.ballots(wijk.wijk)?.into_iter();
        let found = ballots.filter(|ballot| ballot.words == words);
        search.ballots.extend(found.map(|ballot| {
            let chosen = wijk.candidates.iter();
            let chosen = chosen.filter(|candidate| ballot.choices.contains(&candidate.proposal));
            FoundBallot {
                wijk: wijk.name.clone(),
                choices: chosen.map(|candidate| candidate.title.clone()).collect(),
            }
        }));
    }
    Ok(search)
}

impl Search {
    /// Whether the words are there.
    #[must_use]
    pub fn is_found(&self) -> bool {
        !self.ballots.is_empty()
    }
}
