//! What is the matter with the database, in kinds that an operator can act on: told by codes, never by words.
//!
//! What to do about each is the command line's to say.

use std::io::ErrorKind;

use sqlx::migrate::MigrateError;

use crate::StoreError;

/// Why a database cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The address is none.
    Address,
    /// Something else holds the file, or the turn, for too long.
    Locked,
    /// The file cannot be opened, or not be written.
    NoAccess,
    /// The disk is full or fails.
    Disk,
    /// The file is damaged, or no database at all.
    Damaged,
    /// Nobody answers at the address.
    Unreachable,
    /// The server does not let this user in.
    NotAdmitted,
    /// The server has no database of this name.
    NoDatabase,
    /// The user may not make or change tables.
    NotAllowed,
    /// The server has no connection left.
    Busy,
    /// Its tables were made by another version of this program.
    OtherVersion,
    /// Something else: what the database said is all there is to say.
    Other,
}

impl StoreError {
    /// What is the matter with the database, if that is where the fault lies.
    #[must_use]
    pub fn trouble(&self) -> Option<Trouble> {
        match self {
            Self::Url => Some(Trouble::Address),
            Self::Migration(error) => Some(in_migration(error)),
            Self::Database(error) => Some(in_database(error)),
            Self::NotFound
            | Self::Refused(_)
            | Self::Corrupt(_)
            | Self::Tampered(_)
            | Self::NoMasterKey
            | Self::Entropy
            | Self::NoMemory
            | Self::Hashing(_)
            | Self::Locking
            | Self::Full
            | Self::InUse
            | Self::Stopped
            | Self::Stopping => None,
        }
    }
}

impl StoreError {
    /// Whether it only came at a bad moment: a little later the same deed may do.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        match self {
            Self::Full | Self::InUse | Self::Database(sqlx::Error::PoolTimedOut) => true,
            other => matches!(other.trouble(), Some(Trouble::Locked | Trouble::Busy)),
        }
    }
}

fn in_database(error: &sqlx::Error) -> Trouble {
    match error {
        sqlx::Error::Configuration(_) => Trouble::Address,
        sqlx::Error::Database(error) => error.code().map_or(Trouble::Other, |code| by_code(&code)),
        sqlx::Error::Io(error) if error.kind() == ErrorKind::PermissionDenied => {
            Trouble::NotAdmitted
        }
        // A pool keeps trying a server that refuses connections, until its time is over.
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::PoolTimedOut => {
            Trouble::Unreachable
        }
        sqlx::Error::Migrate(error) => in_migration(error),
        _ => Trouble::Other,
    }
}

fn in_migration(error: &MigrateError) -> Trouble {
    match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            in_database(error)
        }
        MigrateError::VersionMissing(_)
        | MigrateError::VersionMismatch(_)
        | MigrateError::VersionNotPresent(_)
        | MigrateError::VersionTooOld(..)
        | MigrateError::VersionTooNew(..)
        | MigrateError::Dirty(_) => Trouble::OtherVersion,
        _ => Trouble::Other,
    }
}

/// What an error code means: SQLite's are numbers, PostgreSQL's are five signs.
fn by_code(code: &str) -> Trouble {
    match code.len() {
        5 => by_postgres(code),
        _ => code.parse().map_or(Trouble::Other, by_sqlite),
    }
}

/// By SQLite's primary result codes, the lowest byte of what it gives: <https://www.sqlite.org/rescode.html>.
const fn by_sqlite(code: u32) -> Trouble {
    match code & 0xff {
        5 | 6 => Trouble::Locked,        // BUSY, LOCKED
        3 | 8 | 14 => Trouble::NoAccess, // PERM, READONLY, CANTOPEN
        10 | 13 => Trouble::Disk,        // IOERR, FULL
        11 | 26 => Trouble::Damaged,     // CORRUPT, NOTADB
        _ => Trouble::Other,
    }
}

/// By PostgreSQL's codes: <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
fn by_postgres(code: &str) -> Trouble {
    match code {
        "3D000" => Trouble::NoDatabase,
        "42501" => Trouble::NotAllowed,
        "53100" => Trouble::Disk,
        "53300" => Trouble::Busy,
        "55P03" => Trouble::Locked,
        "57P01" | "57P02" | "57P03" => Trouble::Unreachable,
        _ => match code.get(..2) {
            Some("08") => Trouble::Unreachable,
            Some("28") => Trouble::NotAdmitted,
            Some("58") => Trouble::Disk,
            _ => Trouble::Other,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[test]
    fn a_server_that_does_not_answer_is_told_by_the_kind_of_error() {
        for kind in [
            ErrorKind::ConnectionRefused,
            ErrorKind::NotFound,
            ErrorKind::TimedOut,
        ] {
            let error = StoreError::Database(io::Error::from(kind).into());
            assert_eq!(error.trouble(), Some(Trouble::Unreachable), "{kind}");
        }
        let socket = StoreError::Database(io::Error::from(ErrorKind::PermissionDenied).into());
        assert_eq!(socket.trouble(), Some(Trouble::NotAdmitted));
        let waited = StoreError::Database(sqlx::Error::PoolTimedOut);
        assert_eq!(waited.trouble(), Some(Trouble::Unreachable));
    }

    #[test]
    fn a_database_of_another_version_is_told_by_its_migrations() {
        for error in [
            MigrateError::VersionMismatch(3),
            MigrateError::VersionMissing(9),
            MigrateError::VersionTooNew(9, 6),
        ] {
            let error = StoreError::Migration(error);
            assert_eq!(error.trouble(), Some(Trouble::OtherVersion), "{error}");
        }
        let below = MigrateError::Execute(sqlx::Error::PoolTimedOut);
        let below = StoreError::Migration(below).trouble();
        assert_eq!(below, Some(Trouble::Unreachable));
    }

    #[test]
    fn a_code_says_the_same_trouble_on_both_engines() {
        for (sqlite, postgres, means) in [
            ("13", "53100", Trouble::Disk),
            ("1", "42601", Trouble::Other),
        ] {
            assert_eq!((by_code(sqlite), by_code(postgres)), (means, means));
        }
        // Extended codes say the same as their primary one: 1032 is a file moved away under its name.
        for code in ["8", "1032", "14", "270"] {
            assert_eq!(by_code(code), Trouble::NoAccess, "{code}");
        }
        assert_eq!(by_code("5"), Trouble::Locked);
        assert_eq!(by_code("26"), Trouble::Damaged);
        assert_eq!(by_code("28P01"), Trouble::NotAdmitted);
        assert_eq!(by_code("3D000"), Trouble::NoDatabase);
        assert_eq!(by_code("57P03"), Trouble::Unreachable);
    }

    #[test]
    fn a_full_pool_and_a_lock_are_busy_and_a_closed_pool_is_not() {
        assert!(StoreError::Full.is_busy());
        assert!(StoreError::from(sqlx::Error::PoolTimedOut).is_busy());
        assert_eq!(by_code("55P03"), Trouble::Locked, "lock_timeout");
        assert!(!StoreError::from(sqlx::Error::PoolClosed).is_busy());
        assert!(!StoreError::Corrupt("x".into()).is_busy());
    }

    #[test]
    fn a_lack_of_memory_is_no_trouble_of_the_database() {
        for error in [
            StoreError::NoMemory,
            StoreError::Stopped,
            StoreError::Entropy,
        ] {
            assert_eq!(error.trouble(), None, "{error}");
        }
    }
}
