//! What a browser loads: a file with its address.

use crate::tools::hash;

/// A file as browsers get it.
pub struct File {
    /// How the code asks for it: `main.css`, `static/favicon.svg`.
    pub name: String,
    /// Where browsers find it: `/pkg/static/favicon.0123456789abcdef.svg`.
    pub path: String,
    pub bytes: Vec<u8>,
}

impl File {
    pub fn new(name: String, bytes: Vec<u8>) -> Self {
        let path = match name.rsplit_once('.') {
            Some((stem, extension)) => format!("/pkg/{stem}.{}.{extension}", hash(&bytes)),
            None => format!("/pkg/{name}.{}", hash(&bytes)),
        };
        Self { name, path, bytes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_the_hash_before_the_extension() {
        // The first digits of `printf abc | sha256sum`.
        let path = |name: &str| File::new(name.into(), b"abc".to_vec()).path;
        assert_eq!(path("main.css"), "/pkg/main.ba7816bf8f01cfea.css");
        assert_eq!(
            path("static/a.b.svg"),
            "/pkg/static/a.b.ba7816bf8f01cfea.svg"
        );
    }
}
