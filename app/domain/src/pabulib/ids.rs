//! Ids in a word, so that a large file is read without comparing text.

use std::hash::{BuildHasher as _, Hasher as _};

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::{fault::What, shown};
use crate::count::ProjectIndex;

/// An id in a word: the bytes themselves with their number when they are few, as they mostly are, else a hash.
pub type Key = u64;

/// Set in the key of an id that is longer, whose bytes are still to be compared.
const IS_HASH: Key = 1 << 63;

/// Projects by their id.
#[derive(Debug, Default)]
pub struct Ids {
    names: Vec<String>,
    by_id: HashTable<(Key, ProjectIndex)>,
}

impl Ids {
    /// Where a project stands.
    pub fn find(&self, id: &[u8]) -> Option<ProjectIndex> {
        let wanted = key(id);
        self.by_id
            .find(hash(wanted), |&(key, project)| {
                key == wanted && self.is_it(key, project, id)
            })
            .map(|&(_, project)| project)
    }

    /// How many.
    pub const fn len(&self) -> usize {
        self.names.len()
    }

    /// The ids in order.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The ids in order.
    pub fn into_names(self) -> Vec<String> {
        self.names
    }

    /// What to say of an id that no project has.
    pub fn missing(&self, id: &[u8]) -> What {
        let id = String::from_utf8_lossy(id).into_owned();
        match shown::look_alike(&id, &self.names) {
            Some(like) => What::LooksLike {
                like: like.to_owned(),
                id,
            },
            None => What::NoProject(id),
        }
    }

    /// Takes the next project's id.
    pub fn add(&mut self, id: &str) -> Result<(), What> {
        if id.is_empty() {
            return Err(What::Empty);
        }
        if id.contains(',') {
            return Err(What::Comma(id.to_owned()));
        }
        if id.contains('\n') {
            return Err(What::LineBreak(id.to_owned()));
        }
        if self.find(id.as_bytes()).is_some() {
            return Err(What::ProjectTwice(id.to_owned()));
        }
        let project = ProjectIndex::try_from(self.names.len()).map_err(|_| What::TooMany)?;
        let key = key(id.as_bytes());
        self.names.push(id.to_owned());
        self.by_id
            .insert_unique(hash(key), (key, project), |&(key, _)| hash(key));
        Ok(())
    }

    fn is_it(&self, key: Key, project: ProjectIndex, id: &[u8]) -> bool {
        key & IS_HASH == 0 || self.names[project as usize].as_bytes() == id
    }
}

/// An id in a word. Two long ids have the same one once in 2⁶³ times.
pub fn key(id: &[u8]) -> Key {
    if id.len() < 8 {
        let with_length = id.len() as Key;
        return id
            .iter()
            .fold(with_length, |key, &byte| key << 8 | Key::from(byte));
    }
    let mut hasher = FxBuildHasher.build_hasher();
    hasher.write(id);
    hasher.finish() | IS_HASH
}

fn hash(key: Key) -> u64 {
    let mut hasher = FxBuildHasher.build_hasher();
    hasher.write_u64(key);
    hasher.finish()
}
