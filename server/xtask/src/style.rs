//! Turns `style/` into files with a content hash in their name: one style sheet, and what is in `style/static/`.
//!
//! Used twice: by `cargo xtask site`, and by `server/build.rs` for a plain `cargo build`, which is why
//! this file needs nothing but the standard library and takes the hash as a function.

use std::fs;
use std::path::{Path, PathBuf};

/// A file as the server hands it out.
pub struct File {
    /// How the code asks for it: `main.css`, `favicon.svg`.
    pub name: String,
    /// Where the browser finds it: `/pkg/favicon-0123456789ab.svg`.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Everything in `style`; nothing when the folder is not there.
pub fn files(style: &Path, hash: fn(&[u8]) -> String) -> Result<Vec<File>, String> {
    let folder = style.join("static");
    let mut files = Vec::new();
    for file in listed(&folder)? {
        let bytes = read(&file)?;
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        files.push(File {
            path: public_path(&name, &hash(&bytes)),
            name,
            bytes,
        });
    }
    let mut css = String::new();
    for sheet in sheets(style)? {
        let text = String::from_utf8(read(&sheet)?)
            .map_err(|_| format!("{} is not UTF-8", sheet.display()))?;
        css += &minified(&text);
    }
    if !css.is_empty() {
        let bytes = with_hashed_urls(&css, &files)?.into_bytes();
        files.push(File {
            name: "main.css".into(),
            path: public_path("wijkbanen.css", &hash(&bytes)),
            bytes,
        });
    }
    Ok(files)
}

/// `favicon.svg` under its hash, so that browsers may keep it for ever.
pub fn public_path(name: &str, hash: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("/pkg/{stem}-{hash}.{extension}"),
        None => format!("/pkg/{name}-{hash}"),
    }
}

/// The style sheets in the order of `order.txt` (one name a line), else by name.
fn sheets(style: &Path) -> Result<Vec<PathBuf>, String> {
    let mut present = listed(style)?;
    present.retain(|file| file.extension().is_some_and(|extension| extension == "css"));
    let Ok(order) = fs::read_to_string(style.join("order.txt")) else {
        return Ok(present);
    };
    let lines = order
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let ordered: Vec<PathBuf> = lines.map(|line| style.join(line)).collect();
    match present.iter().find(|file| !ordered.contains(file)) {
        Some(forgotten) => Err(format!(
            "{} is not in style/order.txt; add it there",
            forgotten.display()
        )),
        None => Ok(ordered),
    }
}

/// The files directly in `folder`, sorted.
fn listed(folder: &Path) -> Result<Vec<PathBuf>, String> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder)
        .map_err(|error| format!("cannot list {}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    Ok(files)
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("cannot read {}: {error}", file.display()))
}

/// Writes `url("static/NAME")` as the address NAME has on the server.
fn with_hashed_urls(css: &str, files: &[File]) -> Result<String, String> {
    let mut parts = css.split("url(\"static/");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('"').unwrap_or((part, ""));
        let file = files.iter().find(|file| file.name == name);
        let file = file.ok_or_else(|| {
            format!("the style asks for static/{name}, which is not in style/static")
        })?;
        out = out + "url(\"" + &file.path + "\"" + rest;
    }
    Ok(out)
}

/// `css` without comments and surplus white space; comments that start with `/*!` (licences) stay.
///
/// It knows strings, `url(…)` and comments, and touches spaces only where they never mean anything:
/// next to `{ } ; ,` and after a colon. Selectors, `calc()` and media queries keep theirs.
pub fn minified(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut space = false;
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        let taken = if rest.starts_with("/*") {
            let end = rest.find("*/").map_or(rest.len(), |end| end + 2);
            if rest.starts_with("/*!") {
                out.push_str(&rest[..end]);
            } else {
                // Two words with only a comment between them must not become one.
                space |= ends_word(&out) && rest[end..].chars().next().is_some_and(is_word);
            }
            end
        } else if next.is_whitespace() {
            space = true;
            next.len_utf8()
        } else {
            let length = piece(rest, next);
            if next == '}' && out.ends_with(';') {
                out.pop();
            }
            if space
                && !out.is_empty()
                && !out.ends_with(['{', '}', ';', ',', ':'])
                && !matches!(next, '{' | '}' | ';' | ',')
            {
                out.push(' ');
            }
            out.push_str(&rest[..length]);
            space = false;
            length
        };
        rest = &rest[taken..];
    }
    out
}

/// How much of `rest` must be copied as it stands: a whole string, a whole bare `url(…)`, or one character.
fn piece(rest: &str, next: char) -> usize {
    if next == '"' || next == '\'' {
        let mut escaped = false;
        let end = rest.char_indices().skip(1).find(|&(_, c)| {
            let closes = c == next && !escaped;
            escaped = c == '\\' && !escaped;
            closes
        });
        return end.map_or(rest.len(), |(at, _)| at + 1);
    }
    if let Some(address) = rest.strip_prefix("url(")
        && !address.trim_start().starts_with(['"', '\''])
    {
        return rest.find(')').map_or(rest.len(), |end| end + 1);
    }
    next.len_utf8()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '%')
}

fn ends_word(out: &str) -> bool {
    out.chars().next_back().is_some_and(is_word)
}

#[cfg(test)]
mod tests {
    use super::minified;

    #[test]
    fn comments_and_surplus_space_go() {
        assert_eq!(
            minified("/* x */\n.a ,\n.b > p {\n  color: red;\n  margin: 0 auto;\n}\n"),
            ".a,.b > p{color:red;margin:0 auto}"
        );
    }

    #[test]
    fn space_that_means_something_stays() {
        assert_eq!(
            minified("a :hover { width: calc(1px + 2px) }"),
            "a :hover{width:calc(1px + 2px)}"
        );
        assert_eq!(
            minified("@media (width > 40em) and (hover) { a { b: c } }"),
            "@media (width > 40em) and (hover){a{b:c}}"
        );
        assert_eq!(
            minified("margin: 1px/* */2px; div/* */.x {}"),
            "margin:1px 2px;div.x{}"
        );
    }

    #[test]
    fn strings_urls_and_licences_are_copied() {
        assert_eq!(
            minified("a { content: \"/* b */  \\\" c\"; }"),
            "a{content:\"/* b */  \\\" c\"}"
        );
        assert_eq!(
            minified("a { b: url(data:image/*;x,  y) }"),
            "a{b:url(data:image/*;x,  y)}"
        );
        assert_eq!(minified("/*! EUPL */ a { b: c }"), "/*! EUPL */ a{b:c}");
    }
}
