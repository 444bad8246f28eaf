//! The browser half: the app compiled for wasm, and the script that starts it.

use std::fs;
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::site::hash;
use crate::style::{File, public_path};
use crate::tools::{self, Done, WASM};

/// Starts the islands. Ours instead of Leptos' inline scripts, so that the pages need no inline script.
const BOOT: &str = include_str!("boot.js");

/// Compiles the app for the browser and gives `main.wasm` and `main.js`.
///
/// `kept` holds the last result of wasm-bindgen, which needs seconds for a development build.
pub fn files(release: bool, kept: &Path) -> Done<Vec<File>> {
    let compiled = compile(release)?;
    let glue = kept.join(hash(&compiled));
    if !glue.join("app.js").is_file() {
        let _ = fs::remove_dir_all(kept);
        bind(compiled, release, &glue)?;
    }
    let read = |name: &str| {
        fs::read(glue.join(name))
            .map_err(|error| format!("cannot read {name} of wasm-bindgen: {error}"))
    };

    let bytes = read("app_bg.wasm")?;
    let wasm = File {
        name: "main.wasm".into(),
        path: public_path("wijkbanen.wasm", &hash(&bytes)),
        bytes,
    };
    let beside = wasm.path.trim_start_matches("/pkg/");
    let mut bytes = read("app.js")?;
    bytes.extend(BOOT.replace("WASM_FILE", beside).bytes());
    let script = File {
        name: "main.js".into(),
        path: public_path("wijkbanen.js", &hash(&bytes)),
        bytes,
    };
    Ok(vec![wasm, script])
}

/// The app as one wasm module. It stays an rlib in its manifest: a cdylib would be linked for the server too.
fn compile(release: bool) -> Done<Vec<u8>> {
    let (profile, folder) = if release {
        ("wasm", "wasm")
    } else {
        ("dev", "debug")
    };
    tools::run(
        tools::cargo()
            .args([
                "rustc",
                "-p",
                "app",
                "--lib",
                "--crate-type",
                "cdylib",
                "--target",
                WASM,
            ])
            .args([
                "--no-default-features",
                "--features",
                "hydrate",
                "--profile",
                profile,
            ]),
    )?;
    let file = tools::target_dir().join(WASM).join(folder).join("app.wasm");
    fs::read(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))
}

/// Runs wasm-bindgen; the result appears in `glue` only when it is whole.
fn bind(compiled: Vec<u8>, release: bool, glue: &Path) -> Done {
    let unfinished = glue.with_extension("unfinished");
    let bound = Bindgen::new()
        .input_bytes("app", compiled)
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
