//! What once went wrong on the machine of a municipality: with keys, copies, and the rights of files.

use std::path::Path;

use super::*;

const SERVE: [&str; 4] = ["serve", "--demo", "--addr", "127.0.0.1:0"];

#[test]
fn a_lost_master_key_is_asked_for_and_never_made_anew() {
    let place = Place::with_demo();
    let key = place.file("w.sqlite-geheim");
    std::fs::remove_file(&key).unwrap();
    let said = sentence(&place.run(&SERVE));
    assert!(said.contains("w.sqlite-geheim is missing"), "{said}");
    assert!(said.contains("--secret-file"), "{said}");
    assert!(!key.exists());
}

#[test]
fn a_master_key_of_another_database_starts_nothing() {
    let place = Place::with_demo();
    place.write_key(&"08".repeat(32));
    let said = sentence(&place.run(&SERVE));
    assert!(said.contains("belongs to another database"), "{said}");
    place.write_key(&"07".repeat(32));
    assert!(first_line(place.command(&SERVE)).contains("demo"));
}

#[test]
fn a_real_master_key_lies_outside_the_folder_of_the_database() {
    let place = Place::new();
    std::fs::create_dir(place.file("data")).unwrap();
    let url = format!("sqlite://{}", place.file("data/w.sqlite").display());
    let serve = ["serve", "--addr", "127.0.0.1:0", "--database-url", &url];
    assert!(first_line(place.command(&serve)).contains("ready"));
    assert!(place.file("thuis/.config/wijkbanen/geheim").exists());
    for file in std::fs::read_dir(place.file("data")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(!name.contains("geheim"), "{name}");
    }
}

/// Every file below the folder with its rights.
fn rights(folder: &Path) -> Vec<(PathBuf, u32)> {
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                return rights(&path);
            }
            let mode = path.metadata().unwrap().permissions().mode() & 0o777;
            vec![(path, mode)]
        })
        .collect()
}

#[test]
fn no_file_of_the_server_is_open_to_others() {
    let place = Place::new();
    said(&place.run(&["backup", "kopie.sqlite"]));
    assert!(first_line(place.command(&["--addr", "127.0.0.1:0"])).contains("ready"));
    // A copy that somebody else made.
    let from = place.file("los.sqlite");
    std::fs::copy(place.file("kopie.sqlite"), &from).unwrap();
    std::fs::set_permissions(&from, Permissions::from_mode(0o644)).unwrap();
    let url = format!("sqlite://{}", place.file("terug.sqlite").display());
    said(&place.run(&["restore", "los.sqlite", "--database-url", &url]));
    let url = format!("sqlite://{}", from.display());
    let serve = place.command(&["--addr", "127.0.0.1:0", "--database-url", &url]);
    assert!(first_line(serve).contains("ready"));

    let rights = rights(place.folder.path());
    assert!(
        rights
            .iter()
            .any(|(file, _)| file.ends_with("w.sqlite-wal"))
    );
    assert!(
        rights
            .iter()
            .any(|(file, _)| file.ends_with("los.sqlite-shm"))
    );
    assert!(rights.len() >= 9, "{rights:?}");
    for (file, mode) in rights {
        assert_eq!(mode, 0o600, "{}", file.display());
    }
}

#[test]
fn what_a_crash_left_beside_the_target_stops_the_restore() {
    let place = Place::with_demo();
    said(&place.run(&["backup", "kopie.sqlite"]));
    let whole = said(&place.run(&["verify"]));
    assert!(first_line(place.command(&SERVE)).contains("demo"));
    let url = format!("sqlite://{}", place.file("oud.sqlite").display());
    std::fs::rename(place.file("w.sqlite"), place.file("oud.sqlite")).unwrap();
    let said_first = sentence(&place.run(&["restore", "kopie.sqlite"]));
    assert!(said_first.contains("w.sqlite-wal exists"), "{said_first}");
    assert!(
        said_first.contains("move the old database away"),
        "{said_first}"
    );
    assert!(!place.file("w.sqlite").exists());

    for suffix in ["-wal", "-shm"] {
        let left = place.file(&format!("w.sqlite{suffix}"));
        std::fs::rename(left, place.file(&format!("oud.sqlite{suffix}"))).unwrap();
    }
    let restored = said(&place.run(&["restore", "kopie.sqlite"]));
    assert!(restored.contains("Compare that"), "{restored}");
    assert_eq!(said(&place.run(&["verify"])), whole);
    let key = place.file("w.sqlite-geheim").display().to_string();
    said(&place.run(&["verify", "--database-url", &url, "--secret-file", &key]));
}

#[test]
fn a_database_copied_while_it_ran_is_no_back_up() {
    let place = Place::with_demo();
    std::fs::write(place.file("w.sqlite-wal"), "de laatste stemmen").unwrap();
    let url = format!("sqlite://{}", place.file("nieuw.sqlite").display());
    let said_first = sentence(&place.run(&["restore", "w.sqlite", "--database-url", &url]));
    assert!(
        said_first.contains("w.sqlite-wal holds a part"),
        "{said_first}"
    );
    assert!(said_first.contains("wijkbanen backup"), "{said_first}");
    assert!(!place.file("nieuw.sqlite").exists());
}
