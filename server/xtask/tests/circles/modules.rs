//! The modules of a crate: which file each is, what it imports, and what it passes on from others.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use crate::imports::{self, Imports};

/// The path of a module below its crate; the root is empty.
pub type Name = Vec<String>;

/// Every module of a crate that is a file, without its tests.
pub struct Modules(BTreeMap<Name, Imports>);

impl Modules {
    /// Reads the files below a source folder.
    pub fn read(folder: &Path) -> Self {
        let mut modules = BTreeMap::new();
        add(folder, &[], &mut modules);
        Self(modules)
    }

    /// Modules from their texts, for trying.
    pub fn of(files: &[(&str, &str)]) -> Self {
        let name = |path: &str| -> Name {
            let parts = path.split("::").filter(|part| !part.is_empty());
            parts.map(str::to_owned).collect()
        };
        let modules = files
            .iter()
            .map(|(path, text)| (name(path), imports::read(text)));
        Self(modules.collect())
    }

    pub fn names(&self) -> impl Iterator<Item = &Name> {
        self.0.keys()
    }

    /// The modules whose files a module imports from.
    pub fn uses(&self, name: &Name) -> BTreeSet<Name> {
        let paths = self.0[name].paths.iter();
        paths
            .filter_map(|path| self.absolute(name, path))
            .map(|path| self.home(path))
            .filter(|home| home != name)
            .collect()
    }

    /// A path as written in `name`, from the root of the crate; nothing when it leads outside.
    fn absolute(&self, name: &Name, path: &[String]) -> Option<Name> {
        let ups = path.iter().take_while(|part| *part == "super").count();
        let first = path.first()?.as_str();
        let (base, rest) = match first {
            "crate" => (&[][..], &path[1..]),
            "self" => (&name[..], &path[1..]),
            "super" => (&name[..name.len().checked_sub(ups)?], &path[ups..]),
            child => {
                let inner = [&name[..], &[child.to_owned()]].concat();
                self.0.contains_key(&inner).then_some(())?;
                (&name[..], path)
            }
        };
        Some([base, rest].concat())
    }

    /// The file that a path ends in: the longest part that is one, or where that file has the name from.
    fn home(&self, path: Name) -> Name {
        let mut path = path;
        // A name is passed on a few times at most.
        for _ in 0..8 {
            let longest = (0..=path.len())
                .rev()
                .find(|&n| self.0.contains_key(&path[..n]));
            let length = longest.unwrap_or(0);
            let passed_on = path.get(length).and_then(|next| {
                let exports = &self.0.get(&path[..length])?.exports;
                self.absolute(&path[..length].to_vec(), exports.get(next)?)
            });
            match passed_on {
                Some(from) => path = [&from[..], &path[length + 1..]].concat(),
                None => return path[..length].to_vec(),
            }
        }
        path
    }
}

fn add(folder: &Path, above: &[String], modules: &mut BTreeMap<Name, Imports>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let inner = [above, std::slice::from_ref(&stem)].concat();
        if path.is_dir() && stem != "tests" {
            add(&path, &inner, modules);
        } else if path.extension().is_some_and(|end| end == "rs") && stem != "tests" {
            let name = match &*stem {
                "lib" | "main" | "mod" => above.to_vec(),
                _ => inner,
            };
            let read = imports::read(&fs::read_to_string(&path).unwrap());
            modules.entry(name).or_default().extend(read);
        }
    }
}
