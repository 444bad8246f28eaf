//! A pack as a zip: nothing compressed, no times, so that the same files are always the same bytes.

use std::io::{Cursor, Read as _, Write as _};

use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::files::Files;

/// More than any pack has in one file: 5,000 ballots take 6 MB.
const MOST: u64 = 256 * 1024 * 1024;

/// Why it is no pack at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BrokenArchive {
    /// It is no zip, or a damaged one.
    #[error("not a zip, or a damaged one")]
    NoZip,
    /// A name is there twice, so that two readers may see two files.
    #[error("a name is there twice")]
    Twice,
    /// A file is larger than any pack has.
    #[error("{0} is larger than a pack can be")]
    TooLarge(String),
    /// It could not be written.
    #[error("cannot be written")]
    Unwritable,
}

/// The files as one zip, in the order of their names.
///
/// # Errors
/// [`BrokenArchive::Unwritable`], for lack of memory only.
pub fn write(files: &Files) -> Result<Vec<u8>, BrokenArchive> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(name, options)
            .map_err(|_| BrokenArchive::Unwritable)?;
        zip.write_all(content)
            .map_err(|_| BrokenArchive::Unwritable)?;
    }
    let written = zip.finish().map_err(|_| BrokenArchive::Unwritable)?;
    Ok(written.into_inner())
}

/// The files in a zip.
///
/// # Errors
/// [`BrokenArchive`] says why it cannot be read as one set of files.
pub fn read(bytes: &[u8]) -> Result<Files, BrokenArchive> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| BrokenArchive::NoZip)?;
    // The reader keeps one file of a name. Where its own list says more, another reader may keep the other.
    if listed(bytes) != Some(zip.len()) || zip.offset() != 0 {
        return Err(BrokenArchive::Twice);
    }
    let mut files = Files::new();
    for at in 0..zip.len() {
        let file = zip.by_index(at).map_err(|_| BrokenArchive::NoZip)?;
        let name = file.name().map_err(|_| BrokenArchive::NoZip)?.into_owned();
        let mut content = Vec::new();
        let read = file.take(MOST + 1).read_to_end(&mut content);
        read.map_err(|_| BrokenArchive::NoZip)?;
        if content.len() as u64 > MOST {
            return Err(BrokenArchive::TooLarge(name));
        }
        files.insert(name, content);
    }
    Ok(files)
}

/// How many files the zip says it has, in the last 22 bytes (APPNOTE 4.3.16, <https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>);
/// a pack has no comment after them.
fn listed(bytes: &[u8]) -> Option<usize> {
    let end = bytes.last_chunk::<22>()?;
    let is_end = end.starts_with(b"PK\x05\x06") && end.ends_with(&[0, 0]);
    is_end.then(|| u16::from_le_bytes([end[10], end[11]]).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Files {
        [("a/b.txt", "een"), ("c.txt", "")]
            .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
            .into()
    }

    #[test]
    fn files_are_read_as_they_were_written_and_always_the_same_bytes() {
        let zip = write(&files()).unwrap();
        assert_eq!(read(&zip), Ok(files()));
        assert_eq!(write(&files()), Ok(zip));
    }

    #[test]
    fn what_is_no_zip_or_a_damaged_one_is_said() {
        let mut zip = write(&files()).unwrap();
        assert_eq!(read(b""), Err(BrokenArchive::NoZip));
        assert_eq!(read(&zip[..zip.len() - 1]), Err(BrokenArchive::NoZip));
        let at = zip.windows(3).position(|bytes| bytes == b"een").unwrap();
        zip[at] = b'x';
        assert_eq!(read(&zip), Err(BrokenArchive::NoZip));
    }

    #[test]
    fn a_zip_with_a_name_twice_or_something_before_or_after_it_is_refused() {
        let zip = write(&files()).unwrap();
        let renamed: Vec<u8> = {
            // The same length, so that nothing else changes.
            let mut twice = Files::new();
            twice.insert("a.txt".into(), b"1".to_vec());
            twice.insert("b.txt".into(), b"2".to_vec());
            let mut bytes = write(&twice).unwrap();
            for at in 0..bytes.len() - 5 {
                if &bytes[at..at + 5] == b"b.txt" {
                    bytes[at] = b'a';
                }
            }
            bytes
        };
        assert!(read(&renamed).is_err());
        assert!(read(&[b"x".as_slice(), &zip].concat()).is_err());
        assert!(read(&[zip.as_slice(), b"x"].concat()).is_err());
    }
}
