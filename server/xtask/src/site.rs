//! Collects what browsers load into one folder, for the server to embed.
//!
//! Files have plain names here. memory-serve, which `server/build.rs` hands the folder to, compresses them and puts a hash of
//! their content into their addresses; only a script that loads another file has to know that address before.

use std::fs;
use std::path::{Path, PathBuf};

use crate::file::File;
use crate::tools::{self, Done};
use crate::{style, wasm};

/// Builds the site and gives its folder, which the server's build wants in `WIJKBANEN_SITE`.
pub fn build(release: bool) -> Done<PathBuf> {
    tools::wasm_target()?;
    let built = tools::target_dir()
        .join("site")
        .join(if release { "release" } else { "dev" });
    let mut files = wasm::files(release, &built.join("glue"))?;
    files.extend(style_files(&tools::root().join("style"))?);

    let site = built.join("files");
    for file in &files {
        write_if_changed(&site.join(&file.name), &file.bytes)?;
    }
    remove_others(&site, &site, &files)?;
    Ok(site)
}

/// The style sheet, and what is in `style/static/` as it is.
fn style_files(style: &Path) -> Done<Vec<File>> {
    let sheet = style::bundle(&style.join("main.css"))?;
    let mut files = vec![File::new("main.css".into(), sheet.into_bytes())];
    for path in listed(&style.join("static"))? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        files.push(File::new(format!("static/{name}"), read(&path)?));
    }
    Ok(files)
}

/// Leaves alone what is the same: the time stamps tell cargo whether to build the server again.
fn write_if_changed(file: &Path, bytes: &[u8]) -> Done {
    if fs::read(file).is_ok_and(|present| present == bytes) {
        return Ok(());
    }
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(file, bytes))
        .map_err(|error| format!("cannot write {}: {error}", file.display()))
}

/// Removes from `folder`, which is `site` or in it, what an earlier build left.
fn remove_others(site: &Path, folder: &Path, files: &[File]) -> Done {
    for path in listed(folder)? {
        if path.is_dir() {
            remove_others(site, &path, files)?;
        } else if !files.iter().any(|file| site.join(&file.name) == path) {
            fs::remove_file(&path)
                .map_err(|error| format!("cannot remove {}: {error}", path.display()))?;
        }
    }
    Ok(())
}

fn listed(folder: &Path) -> Done<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)
        .map_err(|error| format!("cannot list {}: {error}", folder.display()))?;
    Ok(entries.flatten().map(|entry| entry.path()).collect())
}

fn read(file: &Path) -> Done<Vec<u8>> {
    fs::read(file).map_err(|error| format!("cannot read {}: {error}", file.display()))
}
