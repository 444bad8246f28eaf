//! What an operator can do about a store that does not work: from what is the matter, not from how it was worded.

use store::{Hazard, Setting, StoreError, Trouble};

use crate::config::Wrong;

/// A store error as a sentence for the operator.
pub fn cannot(error: &StoreError) -> Wrong {
    Wrong::say(match error.trouble().map(advice) {
        Some(Some(advice)) => format!("the database cannot be used ({error}); {advice}"),
        Some(None) => format!("the database cannot be used ({error})"),
        None => error.to_string(),
    })
}

const fn advice(trouble: Trouble) -> Option<&'static str> {
    Some(match trouble {
        Trouble::Address => "is the address right?",
        Trouble::Locked => "is it already running?",
        Trouble::NoAccess => "does the folder exist, and may this user write there?",
        Trouble::Disk => "is the disk full or failing?",
        Trouble::Damaged => "is this the right file? Else put a back-up in its place",
        Trouble::Unreachable => "is the database server running, and is the address right?",
        Trouble::NotAdmitted => "are the user and the password in the address right?",
        Trouble::NoDatabase => "make it first, with createdb",
        Trouble::NotAllowed => "may this user make tables there?",
        Trouble::Busy => "all connections of the server are taken; try again, or allow it more",
        Trouble::OtherVersion => "this database was made by another version of the program",
        Trouble::Other => return None,
    })
}

/// Why the site is not served under a setting of PostgreSQL, and what to do.
pub fn against(setting: &Setting) -> String {
    let Setting {
        name, value, safe, ..
    } = setting;
    let (why, or) = match setting.hazard {
        Hazard::Dates => ("PostgreSQL keeps the moment of every vote", ""),
        Hazard::Logs => ("PostgreSQL writes votes into its log", ""),
        Hazard::Archives => (
            "PostgreSQL archives votes in the order in which they came",
            ", or add --archives-encrypted where archives are encrypted and soon deleted",
        ),
        Hazard::Loses => ("PostgreSQL does not wait until a vote is on disk", ""),
    };
    format!("{why} ({name} = {value}); set {name} to {safe}{or}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hazard_is_said_with_what_to_do() {
        let setting = Setting {
            name: "archive_mode".into(),
            value: "on".into(),
            safe: "off",
            hazard: Hazard::Archives,
        };
        assert_eq!(
            against(&setting),
            "PostgreSQL archives votes in the order in which they came (archive_mode = on); set archive_mode to off, \
             or add --archives-encrypted where archives are encrypted and soon deleted"
        );
    }

    #[test]
    fn a_fault_outside_the_database_does_not_blame_it() {
        let Wrong(said) = cannot(&StoreError::NoMemory);
        assert!(said.starts_with("no memory for Argon2"), "{said}");
        let Wrong(said) = cannot(&StoreError::Url);
        assert!(said.ends_with("is the address right?"), "{said}");
    }
}
