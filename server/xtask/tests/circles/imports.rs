//! What one file imports: its `use` trees, its paths, and the paths inside macros such as `view!`.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, Item, ItemMod, ItemUse, Macro, UseTree, Visibility,
    visit::{self, Visit},
};

/// Paths as they are written.
#[derive(Default)]
pub struct Imports {
    pub paths: BTreeSet<Vec<String>>,
    /// Names that the file passes on, with where they come from.
    pub exports: BTreeMap<String, Vec<String>>,
}

impl Imports {
    pub fn extend(&mut self, other: Self) {
        self.paths.extend(other.paths);
        self.exports.extend(other.exports);
    }
}

/// Reads a file, without its tests.
pub fn read(text: &str) -> Imports {
    let mut imports = Imports::default();
    imports.visit_file(&syn::parse_file(text).unwrap());
    imports
}

impl<'ast> Visit<'ast> for Imports {
    fn visit_item(&mut self, item: &'ast Item) {
        let is_test =
            matches!(item, Item::Mod(ItemMod { attrs, .. }) if attrs.iter().any(is_cfg_test));
        if !is_test {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let mut leaves = Vec::new();
        unfold(&item.tree, &[], &mut leaves);
        for (name, path) in leaves {
            if !matches!(item.vis, Visibility::Inherited) {
                self.exports.insert(name, path.clone());
            }
            self.paths.insert(path);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts = path.segments.iter().map(|part| part.ident.to_string());
        self.paths.insert(parts.collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast Macro) {
        self.tokens(called.tokens.clone());
    }
}

impl Imports {
    /// Finds `crate::…` and `super::…` among tokens that are not parsed.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == ':' => {
                    colons += 1;
                    continue;
                }
                TokenTree::Ident(ident) if colons == 2 && !path.is_empty() => {
                    path.push(ident.to_string())
                }
                TokenTree::Ident(ident) => {
                    self.keep(&mut path);
                    path.push(ident.to_string());
                }
                TokenTree::Group(group) => {
                    self.keep(&mut path);
                    self.tokens(group.stream());
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => self.keep(&mut path),
            }
            colons = 0;
        }
        self.keep(&mut path);
    }

    fn keep(&mut self, path: &mut Vec<String>) {
        let path = std::mem::take(path);
        if path.len() > 1 {
            self.paths.insert(path);
        }
    }
}

fn is_cfg_test(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
        && attribute
            .parse_args::<syn::Path>()
            .is_ok_and(|path| path.is_ident("test"))
}

/// Every leaf of a `use` tree: the name it gives, and its path.
fn unfold(tree: &UseTree, above: &[String], leaves: &mut Vec<(String, Vec<String>)>) {
    let below = |ident: &syn::Ident| [above, &[ident.to_string()]].concat();
    match tree {
        UseTree::Path(path) => unfold(&path.tree, &below(&path.ident), leaves),
        UseTree::Name(name) if name.ident == "self" => {
            let last = above.last().cloned().unwrap_or_default();
            leaves.push((last, above.to_vec()));
        }
        UseTree::Name(name) => leaves.push((name.ident.to_string(), below(&name.ident))),
        UseTree::Rename(rename) => leaves.push((rename.rename.to_string(), below(&rename.ident))),
        UseTree::Glob(_) => leaves.push(("*".to_owned(), above.to_vec())),
        UseTree::Group(group) => group
            .items
            .iter()
            .for_each(|tree| unfold(tree, above, leaves)),
    }
}
