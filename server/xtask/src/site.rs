//! Collects what browsers load into one folder, compressed, for the server to embed.
//!
//! `site/{dev,release}/site.tsv` lists the files (name, address, file), and `server/build.rs` reads it. Names
//! carry a content hash, so the list changes exactly when something changed.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::write::GzEncoder;

use crate::style::{self, File};
use crate::tools::{self, Done};
use crate::wasm;

/// Kinds that are compressed already.
const COMPRESSED: [&str; 4] = ["png", "woff2", "ico", "jpg"];

/// Builds the site and gives its folder, which the server's build wants in `WIJKBANEN_SITE`.
pub fn build(release: bool) -> Done<PathBuf> {
    tools::wasm_target()?;
    let site = tools::target_dir()
        .join("site")
        .join(if release { "release" } else { "dev" });
    let mut files = wasm::files(release, &site.join("glue"))?;
    files.extend(style::files(&tools::root().join("style"), tools::hash)?);

    create(&site.join("pkg"))?;
    let mut list = String::new();
    for file in &files {
        let relative = file.path.trim_start_matches('/');
        write_once(&site.join(relative), release, &file.bytes)?;
        list += &format!("{}\t{}\t{relative}\n", file.name, file.path);
    }
    remove_others(&site.join("pkg"), &files)?;
    // Written only when different: its time stamp tells cargo whether to build the server again.
    let tsv = site.join("site.tsv");
    if fs::read_to_string(&tsv).ok().as_ref() != Some(&list) {
        write(&tsv, list.as_bytes())?;
    }
    Ok(site)
}

/// Writes `file` and its compressed neighbours, unless they are there: the hash in the name says they are the same.
///
/// The plain file comes last, so that a run that was broken off is done again.
fn write_once(file: &Path, release: bool, bytes: &[u8]) -> Done {
    if file.is_file() {
        return Ok(());
    }
    let extension = file
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    if !COMPRESSED.contains(&extension.as_str()) {
        write(
            &file.with_extension(format!("{extension}.br")),
            &brotli(bytes, release)?,
        )?;
        write(
            &file.with_extension(format!("{extension}.gz")),
            &gzip(bytes, release)?,
        )?;
    }
    write(file, bytes)
}

fn brotli(bytes: &[u8], release: bool) -> Done<Vec<u8>> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: if release { 11 } else { 5 },
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params)
        .map_err(|error| format!("brotli: {error}"))?;
    Ok(out)
}

fn gzip(bytes: &[u8], release: bool) -> Done<Vec<u8>> {
    let level = flate2::Compression::new(if release { 9 } else { 5 });
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(|error| format!("gzip: {error}"))
}

/// Removes what an earlier build left in `pkg`.
fn remove_others(pkg: &Path, files: &[File]) -> Done {
    let keep = |name: &str| {
        files
            .iter()
            .any(|file| name.starts_with(file.path.trim_start_matches("/pkg/")))
    };
    let entries =
        fs::read_dir(pkg).map_err(|error| format!("cannot list {}: {error}", pkg.display()))?;
    for entry in entries
        .flatten()
        .filter(|entry| !keep(&entry.file_name().to_string_lossy()))
    {
        fs::remove_file(entry.path())
            .map_err(|error| format!("cannot remove {}: {error}", entry.path().display()))?;
    }
    Ok(())
}

fn create(folder: &Path) -> Done {
    fs::create_dir_all(folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))
}

fn write(file: &Path, bytes: &[u8]) -> Done {
    fs::write(file, bytes).map_err(|error| format!("cannot write {}: {error}", file.display()))
}
