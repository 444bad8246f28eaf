//! Files as spreadsheets save them.

use super::*;

/// The file with its rows padded to three columns, as a spreadsheet saves them, with another sign between them.
fn saved_with(separator: &str) -> String {
    let rows = FILE.lines().map(|row| match row.matches(';').count() {
        0 => format!("{row};;"),
        1 => format!("{row};"),
        _ => row.to_owned(),
    });
    let text: String = rows.map(|row| row + "\n").collect();
    text.replace("a; b", "a b").replace(';', separator)
}

#[test]
fn a_file_of_a_spreadsheet_is_told_which_signs_were_found() {
    good(&saved_with(";"));
    for (separator, name) in [(",", "commas"), ("\t", "tabs"), ("|", "vertical bars")] {
        for (line_end, end) in [("\n", "LF"), ("\r\n", "CR LF"), ("\r", "CR")] {
            let text = saved_with(separator).replace('\n', line_end);
            let line = if separator == "\t" && line_end != "\r" {
                2
            } else {
                1
            };
            says(
                &text,
                &format!(
                    "line {line}: columns are separated by {name}, and lines end with {end}; \
                     the format has semicolons, and LF or CR LF"
                ),
            );
            says(&format!("\u{feff}{text}"), &bad(&text).to_string());
        }
    }
    says(
        &FILE.replace('\n', "\r"),
        "line 1: columns are separated by semicolons, and lines end with CR; \
         the format has semicolons, and LF or CR LF",
    );
}

#[test]
fn a_header_in_another_layout_is_told_in_every_section() {
    for (header, name) in [
        ("key,value", "commas"),
        ("\"Key\", \"Value\"", "commas"),
        ("key\tvalue", "tabs"),
        ("project_id,cost,name", "commas"),
        ("voter_id,vote", "commas"),
        (
            "\"voter_id;vote\"",
            "semicolons inside the quotes of a whole line",
        ),
    ] {
        let first = header
            .trim_start_matches('"')
            .split([',', '\t', ';', '"'])
            .next()
            .unwrap();
        let own = FILE
            .lines()
            .find(|line| line.starts_with(&first.to_lowercase()))
            .unwrap();
        let fault = bad(&FILE.replace(&format!("{own}\n"), &format!("{header}\n")));
        let message = fault.to_string();
        assert!(
            message.contains(&format!(
                "columns are separated by {name}, and lines end with LF;"
            )),
            "{header}: {message}"
        );
    }
}

#[test]
fn a_header_without_a_column_is_no_other_layout() {
    says(
        &FILE.replace("key;value", "sleutel;key, value"),
        "line 2, key: META has no such column",
    );
    says(
        "META, of een brief",
        "line 1: the file should begin with META",
    );
    says(
        "Een brief, met een komma",
        "line 1: the file should begin with META",
    );
}

#[test]
fn utf_16_is_named() {
    for order in [u16::to_le_bytes, u16::to_be_bytes] {
        let units = format!("\u{feff}{FILE}");
        let bytes: Vec<u8> = units.encode_utf16().flat_map(order).collect();
        assert_eq!(
            read(&bytes).unwrap_err().to_string(),
            "line 1: this is UTF-16, and the format is UTF-8; save it as CSV UTF-8"
        );
    }
}
