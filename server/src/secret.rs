//! The server's master key: 32 random bytes in a file that only this user can read.

use std::{
    fs,
    io::{self, ErrorKind, Read as _, Write as _},
    os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _},
    path::Path,
};

use domain::{ballot_box::MasterKey, journal::Digest};

use crate::config::Wrong;

/// The key in `file`, if there is such a file.
///
/// # Errors
/// A sentence that says what to do.
pub fn read(file: &Path) -> Result<Option<MasterKey>, Wrong> {
    let (mode, text) = match contents(file) {
        Ok(found) => found,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => {
            return Err(Wrong::say(format!(
                "cannot read the master key {}: {error}",
                file.display()
            )));
        }
    };
    if mode & 0o077 != 0 {
        return Err(Wrong::say(format!(
            "others may read the master key: run chmod 600 {}",
            file.display()
        )));
    }
    let key: Digest = text.trim().parse().map_err(|_| {
        Wrong::say(format!(
            "{} holds no master key: it should be 64 hexadecimal signs",
            file.display()
        ))
    })?;
    Ok(Some(MasterKey::from_bytes(*key.bytes())))
}

/// Who may do what with the file, and what stands in it: of one open file, so that nobody changes it in between.
fn contents(file: &Path) -> io::Result<(u32, String)> {
    let mut file = fs::File::open(file)?;
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    Ok((file.metadata()?.mode(), text))
}

/// Makes a new key in `file`, which must not exist.
///
/// # Errors
/// A sentence that says what to do.
pub fn make(file: &Path) -> Result<MasterKey, Wrong> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|_| Wrong::say("the system gives no random numbers"))?;
    write(file, &Digest::new(bytes)).map_err(|error| {
        Wrong::say(format!(
            "cannot make the master key {}: {error}; set --secret-file",
            file.display()
        ))
    })?;
    Ok(MasterKey::from_bytes(bytes))
}

fn write(file: &Path, key: &Digest) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)?;
    }
    let mut new = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)?;
    writeln!(new, "{key}")?;
    new.sync_all()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_key_is_made_once_and_read_the_same_by_its_owner_only() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("map").join("geheim");
        assert!(read(&file).unwrap().is_none());
        let secret = domain::ballot_box::RoundSecret::from_bytes([1; 32]);
        let wrapped = make(&file).unwrap().wrap(&secret, [0; 12]).unwrap();
        assert!(read(&file).unwrap().unwrap().unwrap(&wrapped).is_some());
        assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o600);
        assert!(make(&file).is_err());
        assert!(read(&file).unwrap().unwrap().unwrap(&wrapped).is_some());
    }

    #[test]
    fn a_damaged_key_is_said_and_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("geheim");
        write(&file, &Digest::new([0; 32])).unwrap();
        fs::write(&file, "kort").unwrap();
        assert!(read(&file).is_err());
        assert_eq!(fs::read_to_string(&file).unwrap(), "kort");
    }

    mod breaks {
        use super::*;

        #[test]
        fn a_key_that_others_can_read_is_not_used() {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("geheim");
            make(&file).unwrap();
            for mode in [0o640, 0o604, 0o660, 0o644] {
                fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
                let Wrong(said) = read(&file).unwrap_err();
                assert!(said.contains("chmod 600"), "{mode:o}: {said}");
            }
        }
    }
}
