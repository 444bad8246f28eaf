//! What can go wrong while remembering.

use argon2::password_hash;
use domain::{
    ballot_box::DerivationFailed, count::CountFault, fault::Fault, id::RoundId,
    pack::BrokenArchive, phase::StepRefused, verdringing::DecisionRefused,
};
use tokio::{sync::AcquireError, task::JoinError};

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
    /// What a round votes by is not what was fixed when its vote opened.
    #[error("somebody wrote in the rows of round {0} by hand")]
    Tampered(RoundId),
    /// The program was started without the server's key, and this needs it.
    #[error("this needs the server's master key")]
    NoMasterKey,
    /// Neither `sqlite://` nor `postgres://`.
    #[error("the database address must begin with sqlite:// or postgres://")]
    Url,
    /// The schema could not be brought up to date.
    #[error("migration: {0}")]
    Migration(#[source] sqlx::migrate::MigrateError),
    /// No random numbers from the system.
    #[error("the operating system gives no random numbers")]
    Entropy,
    /// Argon2 asks for more memory than there is.
    #[error("no memory for Argon2, which takes 64 MiB for a password and 19 MiB for a voting code")]
    NoMemory,
    /// A password hash that cannot be computed for another reason than memory.
    #[error("the password cannot be hashed: {0}")]
    Hashing(#[source] password_hash::Error),
    /// The cipher did not lock a secret.
    #[error("the round secret cannot be locked under the master key")]
    Locking,
    /// A thread panicked in the middle of its work.
    #[error("a thread stopped in the middle of its work; the log says why, above this")]
    Stopped,
    /// So many wait that another would wait too long.
    #[error("too many passwords or codes are waiting to be looked at")]
    Full,
    /// Somebody reads the box as it was, so that the order of votes could not be wiped out yet.
    #[error(
        "something else is reading the database, and the order of votes stays in it until the next time"
    )]
    InUse,
    /// No work begins any more.
    #[error("the program is stopping and begins no new work")]
    Stopping,
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
    /// The box has closed, and a vote under this seal is in: that one counts.
    EarlierVote,
    /// Wrong name or password: which of the two is never said.
    SignIn,
    /// The key cards do not open the box.
    Card,
    /// This was done before and can be done only once.
    Done,
    /// Who asked for something cannot agree to it too.
    SamePerson,
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
        // Where, not what: a value has no place in a log.
        Self::Corrupt(format!("JSON, column {}", error.column()))
    }
}

impl From<CountFault> for StoreError {
    /// What was frozen with its ballots can be counted, unless the database was changed since.
    fn from(fault: CountFault) -> Self {
        Self::Corrupt(fault.to_string())
    }
}

impl From<BrokenArchive> for StoreError {
    fn from(fault: BrokenArchive) -> Self {
        Self::Corrupt(format!("pack: {fault}"))
    }
}

impl From<DerivationFailed> for StoreError {
    fn from(_: DerivationFailed) -> Self {
        Self::NoMemory
    }
}

impl From<password_hash::Error> for StoreError {
    fn from(error: password_hash::Error) -> Self {
        match error {
            password_hash::Error::OutOfMemory => Self::NoMemory,
            password_hash::Error::RngFailure => Self::Entropy,
            other => Self::Hashing(other),
        }
    }
}

impl From<JoinError> for StoreError {
    /// A task that did not panic was cancelled, which only the end of the program does.
    fn from(error: JoinError) -> Self {
        if error.is_panic() {
            Self::Stopped
        } else {
            Self::Stopping
        }
    }
}

impl From<AcquireError> for StoreError {
    /// A queue that nobody joins any more.
    fn from(_: AcquireError) -> Self {
        Self::Stopping
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

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_and_a_cancelled_task_are_told_apart() {
        let panicked = tokio::task::spawn_blocking(|| panic!("on purpose")).await;
        assert!(matches!(
            panicked.map_err(StoreError::from),
            Err::<(), _>(StoreError::Stopped)
        ));
        let waiting = tokio::spawn(std::future::pending::<()>());
        waiting.abort();
        let cancelled = waiting.await.map_err(StoreError::from);
        assert!(matches!(cancelled, Err(StoreError::Stopping)));
    }

    #[tokio::test]
    async fn a_closed_queue_begins_no_work() {
        let queue = tokio::sync::Semaphore::new(1);
        queue.close();
        let turn = queue.acquire().await.map_err(StoreError::from);
        assert!(matches!(turn, Err(StoreError::Stopping)));
    }

    #[test]
    fn argon2_without_memory_is_no_lack_of_randomness() {
        let lack = StoreError::from(password_hash::Error::OutOfMemory);
        assert!(matches!(lack, StoreError::NoMemory));
        assert!(matches!(DerivationFailed.into(), StoreError::NoMemory));
        let random = StoreError::from(password_hash::Error::RngFailure);
        assert!(matches!(random, StoreError::Entropy));
        let other = StoreError::from(password_hash::Error::SaltInvalid);
        assert!(matches!(other, StoreError::Hashing(_)));
    }
}
