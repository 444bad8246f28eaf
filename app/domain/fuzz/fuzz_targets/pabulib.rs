//! Whatever stands in a file, reading it does not panic, and what reads is written to the same election.
//!
//! `cargo +nightly fuzz run pabulib fuzz/corpus/pabulib tests/pb`, in the folder of the domain crate.

#![no_main]

use domain::pabulib::{Description, Export, Reader, read, write};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = read(bytes);
    let (before, after) = bytes.split_at(bytes.len() / 2);
    let mut reader = Reader::new();
    let cut = reader.push(before).and_then(|()| reader.push(after));
    assert_eq!(cut.and_then(|()| reader.finish()), file);
    let Ok(file) = file else { return };
    // A few lines may fill in points for a great many projects by default.
    if file.election.ballots.distinct() * file.ids.len() > 1_000_000 {
        return;
    }
    let about = Description::of(&file.meta);
    let again = read(write(&Export::of(&file, &about)).as_bytes()).expect("what is written reads");
    assert_eq!(again.election, file.election);
    assert_eq!(again.ids, file.ids);
    assert_eq!(again.selected, file.selected);
});
