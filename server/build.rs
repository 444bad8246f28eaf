//! Puts what browsers load into the binary.
//!
//! `cargo xtask` sets `WIJKBANEN_SITE` to the folder it built: script, wasm and one style sheet. Without it (a plain `cargo
//! build` or `cargo test`) `style/` goes in as it is, each sheet a file, and there is no script: every page works without one.

use std::env;

fn main() {
    println!("cargo::rerun-if-env-changed=WIJKBANEN_SITE");
    let folder = env::var_os("WIJKBANEN_SITE").unwrap_or_else(|| "../style".into());
    // Into the binary in a development build too, where memory-serve would read them from the disk by itself.
    memory_serve::load_directory_with_embed(folder, true);
}
