//! One style sheet out of many: lightningcss follows the `@import`s of `style/main.css` and makes the result small.

use std::path::Path;

use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Targets};

use crate::tools::Done;

/// The oldest browsers that get the sheet as it is meant: the first of each with `:has()`.
///
/// Without them lightningcss writes for the newest only (`width<=40rem`); with older ones it would rewrite what
/// is written here on purpose, such as logical properties.
const OLDEST: Browsers = Browsers {
    android: Some(version(105, 0)),
    chrome: Some(version(105, 0)),
    edge: Some(version(105, 0)),
    firefox: Some(version(121, 0)),
    ie: None,
    ios_saf: Some(version(15, 4)),
    opera: Some(version(91, 0)),
    safari: Some(version(15, 4)),
    samsung: Some(version(20, 0)),
};

/// A version as lightningcss counts them.
const fn version(major: u32, minor: u32) -> u32 {
    major << 16 | minor << 8
}

/// The sheet at `main` with all that it imports.
pub fn bundle(main: &Path) -> Done<String> {
    let files = FileProvider::new();
    let targets = Targets::from(OLDEST);
    let mut sheet = Bundler::new(&files, None, ParserOptions::default())
        .bundle(main)
        .map_err(|error| format!("the style sheets: {error}"))?;
    sheet
        .minify(MinifyOptions {
            targets,
            ..MinifyOptions::default()
        })
        .map_err(|error| format!("the style sheets: {error}"))?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: true,
            targets,
            ..PrinterOptions::default()
        })
        .map_err(|error| format!("the style sheets: {error}"))?;
    Ok(printed.code)
}

#[cfg(test)]
mod tests;
