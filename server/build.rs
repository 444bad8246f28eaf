//! Writes the table of what browsers load, with the files inside the binary.
//!
//! `cargo xtask` sets `WIJKBANEN_SITE` to the folder it built: script, wasm and style, compressed. Without it (a
//! plain `cargo build` or `cargo test`) the style comes straight from `style/` and there is no
//! script: every page works without one.

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

#[path = "xtask/src/style.rs"]
mod style;

/// One file: how the code asks for it, its address, and where it is now.
struct Entry {
    name: String,
    path: String,
    file: PathBuf,
}

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-env-changed=WIJKBANEN_SITE");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=xtask/src/style.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let entries = match env::var_os("WIJKBANEN_SITE") {
        Some(site) => from_site(Path::new(&site))?,
        None => from_style(&out.join("style"))?,
    };
    write(&out.join("site.rs"), table(&entries).as_bytes())
}

/// What `cargo xtask site` lists; the list changes exactly when a file does.
fn from_site(site: &Path) -> Result<Vec<Entry>, String> {
    let list = site.join("site.tsv");
    println!("cargo::rerun-if-changed={}", list.display());
    let text = fs::read_to_string(&list).map_err(|error| {
        format!(
            "cannot read {}: {error}; build it with `cargo xtask site` or unset WIJKBANEN_SITE",
            list.display()
        )
    })?;
    let entry = |line: &str| match line.split('\t').collect::<Vec<_>>()[..] {
        [name, path, file] => Ok(Entry {
            name: name.into(),
            path: path.into(),
            file: site.join(file),
        }),
        _ => Err(format!(
            "{}: a line needs a name, an address and a file: {line}",
            list.display()
        )),
    };
    text.lines().map(entry).collect()
}

/// The style without compression, copied to `folder`.
fn from_style(folder: &Path) -> Result<Vec<Entry>, String> {
    let style = Path::new("../style");
    if style.exists() {
        println!("cargo::rerun-if-changed=../style");
    }
    let mut entries = Vec::new();
    fs::create_dir_all(folder)
        .map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    for style::File { name, path, bytes } in style::files(style, hash)? {
        let file = folder.join(&name);
        write(&file, &bytes)?;
        entries.push(Entry { name, path, file });
    }
    Ok(entries)
}

/// Enough to give a changed file another name; `cargo xtask site` uses SHA-256.
fn hash(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("{:016x}", hasher.finish())
}

fn table(entries: &[Entry]) -> String {
    let mut rust = String::from("&[\n");
    for Entry { name, path, file } in entries {
        let mime = mime(path);
        let [brotli, gzip] = ["br", "gz"].map(|extension| match neighbour(file, extension) {
            Some(file) => format!("Some({})", include(&file)),
            None => "None".into(),
        });
        let plain = include(file);
        rust += &format!(
            "    Asset {{ name: {name:?}, path: {path:?}, mime: {mime:?}, plain: {plain}, brotli: {brotli}, gzip: {gzip} }},\n"
        );
    }
    rust + "]\n"
}

fn include(file: &Path) -> String {
    format!("include_bytes!({:?})", file.display().to_string())
}

/// `x.css.br` beside `x.css`.
fn neighbour(file: &Path, extension: &str) -> Option<PathBuf> {
    let file = PathBuf::from(format!("{}.{extension}", file.display()));
    file.is_file().then_some(file)
}

fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("webmanifest") => "application/manifest+json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(file, bytes).map_err(|error| format!("cannot write {}: {error}", file.display()))
}
