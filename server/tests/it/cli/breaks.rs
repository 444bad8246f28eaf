//! What once went wrong on the machine of a municipality: with keys, copies, and the rights of files.

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
