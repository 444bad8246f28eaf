//! What can go wrong while remembering.

use domain::{fault::Fault, phase::StepRefused, verdringing::DecisionRefused};

/// Why a deed did not happen.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such thing, or not for whoever asks: both look the same.
    #[error("not found")]
    NotFound,
    /// A rule says no. Nothing was written.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// A row does not fit the rules that wrote it.
    #[error("corrupt row: {0}")]
    Corrupt(String),
    /// Neither `sqlite://` nor `postgres://`.
    #[error("the database address must begin with sqlite:// or postgres://")]
    Url,
    /// The schema could not be brought up to date.
    #[error("migration: {0}")]
    Migration(#[source] sqlx::migrate::MigrateError),
    /// No random numbers from the system.
    #[error("no randomness from the operating system")]
    Entropy,
    /// The database itself.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
}

/// A refusal as data; the pages have the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Fields that are wrong.
    Faults(Vec<Fault>),
    /// The round cannot take this step.
    Step(StepRefused),
    /// The reviewer cannot take this decision.
    Decision(DecisionRefused),
    /// The round is in another phase than this deed needs.
    Phase,
    /// The proposal is in another state than this deed needs.
    State,
    /// The code belongs to no open round, or was cancelled.
    Code,
    /// The ballot box is closed.
    Closed,
    /// Wrong name or password: which of the two is never said.
    SignIn,
    /// The key card does not fit the box.
    Card,
    /// This was done before and can be done only once.
    Done,
    /// A real round is in this database: no demo.
    NotEmpty,
}

impl From<Refusal> for StoreError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Vec<Fault>> for StoreError {
    fn from(faults: Vec<Fault>) -> Self {
        Self::Refused(Refusal::Faults(faults))
    }
}

impl From<StepRefused> for StoreError {
    fn from(refused: StepRefused) -> Self {
        Self::Refused(Refusal::Step(refused))
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Corrupt(error.to_string())
    }
}

impl StoreError {
    /// The faults at fields, if that is what it is.
    #[must_use]
    pub fn faults(&self) -> Option<&[Fault]> {
        match self {
            Self::Refused(Refusal::Faults(faults)) => Some(faults),
            _ => None,
        }
    }

    /// `refusal` when the database says a value must be unique, else the error itself.
    pub(crate) fn on_unique(error: sqlx::Error, refusal: impl Into<Self>) -> Self {
        match error.as_database_error() {
            Some(database) if database.is_unique_violation() => refusal.into(),
            _ => error.into(),
        }
    }
}
