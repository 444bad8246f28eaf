//! No file imports, by whatever way round, a file that imports it.
//!
//! Who reads a file can then read what it stands on without coming back to it. A module and its own children are no
//! circle: a parent names its children, and children may use what their parent offers them all.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod imports;
mod modules;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use petgraph::{algo::tarjan_scc, graphmap::DiGraphMap};

use modules::Modules;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The source folders of the workspace: crates cannot form a circle among each other, cargo sees to that.
fn source_folders(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    for path in folders {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.join("lib.rs").exists() || path.join("main.rs").exists() {
            found.push(path);
        } else if !name.starts_with('.') && !["target", "node_modules", "fuzz"].contains(&&*name) {
            source_folders(&path, found);
        }
    }
}

/// The files of each circle.
fn circles(modules: &Modules) -> Vec<Vec<String>> {
    let names: Vec<_> = modules.names().collect();
    let at: BTreeMap<_, _> = names.iter().zip(0_usize..).collect();
    let mut graph = DiGraphMap::<usize, ()>::new();
    for (name, from) in &at {
        for to in modules.uses(name) {
            if !to.starts_with(name) && !name.starts_with(&to) {
                graph.add_edge(*from, at[&&to], ());
            }
        }
    }
    tarjan_scc(&graph)
        .into_iter()
        .filter(|circle| circle.len() > 1)
        .map(|circle| {
            let mut files: Vec<_> = circle.iter().map(|&at| names[at].join("::")).collect();
            files.sort();
            files
        })
        .collect()
}

#[test]
fn files_of_the_workspace_form_no_circle() {
    let mut folders = Vec::new();
    source_folders(&root(), &mut folders);
    assert!(folders.len() >= 6, "{folders:?}");
    let found: Vec<_> = folders
        .iter()
        .map(|folder| (folder, circles(&Modules::read(folder))))
        .filter(|(_, circles)| !circles.is_empty())
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn files_that_import_each_other_are_found_whatever_the_way() {
    let modules = Modules::of(&[
        ("", "mod a; mod b; mod c; pub use a::One;"),
        ("a", "use crate::b::two; pub struct One;"),
        // By a name that the root passes on, inside a macro.
        ("b", "pub fn two() { view! { <p>{crate::One}</p> } }"),
        (
            "c",
            "use super::{a::One, b::two}; #[cfg(test)] mod tests { use crate::d; }",
        ),
        ("c::d", "use super::super::c;"),
    ]);
    assert_eq!(circles(&modules), [["a", "b"]]);
}
