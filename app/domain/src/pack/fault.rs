//! What is wrong with a pack before anything in it can be compared.

use serde::{Deserialize, Serialize};

/// A file that is not as it is written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PackFault {
    /// It is not there.
    #[error("{file} is missing")]
    Missing {
        /// Its name.
        file: String,
    },
    /// It has no place in a pack.
    #[error("{file} does not belong here")]
    Foreign {
        /// Its name.
        file: String,
    },
    /// A line is not what it should be, or not written in the one form it has.
    #[error("{file}, line {line}: not what a pack has here")]
    Line {
        /// The name of the file.
        file: String,
        /// Counted from 1.
        line: usize,
    },
    /// Something is in the wrong place or there twice.
    #[error("{file}, line {line}: out of order, or there twice")]
    Order {
        /// The name of the file.
        file: String,
        /// Counted from 1.
        line: usize,
    },
    /// It is not what the rest of the pack gives.
    #[error("{file} is not what follows from the rest")]
    Differs {
        /// The name of the file.
        file: String,
    },
}

impl PackFault {
    /// The file that it is about.
    #[must_use]
    pub fn file(&self) -> &str {
        match self {
            Self::Missing { file }
            | Self::Foreign { file }
            | Self::Line { file, .. }
            | Self::Order { file, .. }
            | Self::Differs { file } => file,
        }
    }
}
