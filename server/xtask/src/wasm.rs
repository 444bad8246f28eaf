//! The browser half: the islands and the recount compiled for wasm, and the scripts that start them.

use std::fs;
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::file::File;
use crate::tools::{self, Done, WASM};

/// A crate that runs in the browser.
struct Module {
    package: &'static str,
    features: &'static [&'static str],
    /// The cargo profile of a release.
    profile: &'static str,
    /// How the code asks for its files, without their extension.
    name: &'static str,
    start: Start,
}

/// The script that starts a module. `WASM_FILE` in it is the address of the module.
enum Start {
    /// Appended to the script of wasm-bindgen, so that there is one file less to wait for.
    Behind(&'static str),
    /// A file of its own; `GLUE_FILE` in it is the address of the script of wasm-bindgen.
    Beside(&'static str),
}

/// Starts the islands. Ours instead of Leptos' inline scripts, so that the pages need no inline script.
const ISLANDS: Module = Module {
    package: "islands",
    features: &["--features", "hydrate"],
    profile: "wasm",
    name: "main",
    start: Start::Behind(include_str!("boot.js")),
};

/// Counts again in a worker, apart from the islands: only who asks for it loads it.
const RECOUNT: Module = Module {
    package: "recount",
    features: &[],
    profile: "recount",
    name: "recount",
    start: Start::Beside(include_str!("worker.js")),
};

/// Compiles what runs in the browser, and gives a wasm file and the scripts of each module.
///
/// `kept` holds the last results of wasm-bindgen, which needs seconds for a development build.
pub fn files(release: bool, kept: &Path) -> Done<Vec<File>> {
    let mut files = Vec::new();
    for module in [ISLANDS, RECOUNT] {
        files.extend(module.files(release, &kept.join(module.package))?);
    }
    Ok(files)
}

impl Module {
    fn files(&self, release: bool, kept: &Path) -> Done<Vec<File>> {
        let compiled = self.compile(release)?;
        let glue = kept.join(tools::hash(&compiled));
        if !glue.join(format!("{}.js", self.package)).is_file() {
            let _ = fs::remove_dir_all(kept);
            self.bind(compiled, release, &glue)?;
        }
        let read = |end: &str| {
            let name = format!("{}{end}", self.package);
            fs::read(glue.join(&name))
                .map_err(|error| format!("cannot read {name} of wasm-bindgen: {error}"))
        };

        let wasm = self.file(".wasm", read("_bg.wasm")?);
        let mut bindings = read(".js")?;
        Ok(match self.start {
            Start::Behind(script) => {
                bindings.extend(script.replace("WASM_FILE", &wasm.path).bytes());
                vec![self.file(".js", bindings), wasm]
            }
            Start::Beside(script) => {
                let glue = self.file("_glue.js", bindings);
                let script = script
                    .replace("WASM_FILE", &wasm.path)
                    .replace("GLUE_FILE", &glue.path);
                vec![self.file(".js", script.into_bytes()), glue, wasm]
            }
        })
    }

    fn file(&self, end: &str, bytes: Vec<u8>) -> File {
        File::new(format!("{}{end}", self.name), bytes)
    }

    /// One wasm module. It stays an rlib in its manifest: a cdylib would be linked for the server too.
    fn compile(&self, release: bool) -> Done<Vec<u8>> {
        let (profile, folder) = if release {
            (self.profile, self.profile)
        } else {
            ("dev", "debug")
        };
        let package = self.package;
        tools::run(
            tools::cargo()
                .args(["rustc", "-p", package, "--lib", "--crate-type", "cdylib"])
                .args(["--target", WASM, "--profile", profile])
                .args(self.features),
        )?;
        let file = tools::target_dir()
            .join(WASM)
            .join(folder)
            .join(format!("{package}.wasm"));
        fs::read(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))
    }

    /// Runs wasm-bindgen; the result appears in `glue` only when it is whole.
    fn bind(&self, compiled: Vec<u8>, release: bool, glue: &Path) -> Done {
        let unfinished = glue.with_extension("unfinished");
        let bound = Bindgen::new()
            .input_bytes(self.package, compiled)
            .web(true)
            .map(|bindgen| {
                bindgen
                    .typescript(false)
                    .omit_default_module_path(true)
                    .remove_name_section(release)
                    .remove_producers_section(release)
            })
            .and_then(|bindgen| bindgen.generate(&unfinished));
        bound.map_err(|error| format!("wasm-bindgen: {error:#}"))?;
        if unfinished.join("snippets").exists() {
            return Err("a dependency brings JavaScript snippets, which the site does not serve; drop it or teach xtask/src/wasm.rs".into());
        }
        fs::rename(&unfinished, glue)
            .map_err(|error| format!("cannot rename {}: {error}", unfinished.display()))
    }
}
