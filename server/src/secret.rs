//! The server's master key: 32 random bytes in a file that only this user can read.

use std::{fs, io::Write as _, os::unix::fs::OpenOptionsExt as _, path::Path};

use domain::{ballot_box::MasterKey, journal::Digest};

use crate::config::Wrong;

/// The key in `file`; made when there is none yet.
///
/// # Errors
/// A sentence that says what to do.
pub fn master_key(file: &Path) -> Result<MasterKey, Wrong> {
    match fs::read_to_string(file) {
        Ok(text) => {
            let key: Digest = text.trim().parse().map_err(|_| {
                Wrong::say(format!(
                    "{} holds no master key: it should be 64 hexadecimal signs",
                    file.display()
                ))
            })?;
            Ok(MasterKey::from_bytes(*key.bytes()))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => make(file),
        Err(error) => Err(Wrong::say(format!(
            "cannot read the master key {}: {error}",
            file.display()
        ))),
    }
}

fn make(file: &Path) -> Result<MasterKey, Wrong> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|_| Wrong::say("the system gives no random numbers"))?;
    let written = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)
        .and_then(|mut new| writeln!(new, "{}", Digest::new(bytes)).and_then(|()| new.sync_all()));
    written.map_err(|error| {
        Wrong::say(format!(
            "cannot make the master key {}: {error}; set --secret-file",
            file.display()
        ))
    })?;
    Ok(MasterKey::from_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_made_once_and_read_the_same_by_its_owner_only() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("geheim");
        let secret = domain::ballot_box::RoundSecret::from_bytes([1; 32]);
        let wrapped = master_key(&file).unwrap().wrap(&secret, [0; 12]).unwrap();
        assert!(master_key(&file).unwrap().unwrap(&wrapped).is_some());
        assert_eq!(
            fs::metadata(&file).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }

    #[test]
    fn a_damaged_key_is_said_and_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("geheim");
        fs::write(&file, "kort").unwrap();
        assert!(master_key(&file).is_err());
        assert_eq!(fs::read_to_string(&file).unwrap(), "kort");
    }
}
