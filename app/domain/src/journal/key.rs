//! The key that signs the journal: what the database says can be rewritten by whoever can write in it, signatures cannot.

use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use zeroize::Zeroizing;

use super::Digest;
use crate::encoding::{hex_bytes, put_field};

hex_bytes! {
    /// The public half: whoever wrote it down before knows the journal again.
    JournalKey(32);
    /// The Ed25519 signature of an entry.
    EntrySignature(64);
}

/// Signs entries. Made of the server's master key, so it is in no database; wiped when dropped, never printed.
#[derive(Clone)]
pub struct JournalSigner(SigningKey);

impl JournalSigner {
    /// The signer with this seed.
    #[must_use]
    pub fn new(seed: &Zeroizing<[u8; 32]>) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The public half.
    #[must_use]
    pub fn key(&self) -> JournalKey {
        JournalKey::new(self.0.verifying_key().to_bytes())
    }

    pub(super) fn sign(&self, hash: &Digest) -> EntrySignature {
        EntrySignature::new(self.0.sign(&signed(hash)).to_bytes())
    }
}

impl EntrySignature {
    /// Whether this key made it over an entry with this hash, by the strict rules that leave one valid form.
    pub(super) fn is_by(&self, key: &JournalKey, hash: &Digest) -> bool {
        let signature = ed25519_dalek::Signature::from_bytes(self.bytes());
        VerifyingKey::from_bytes(key.bytes())
            .is_ok_and(|key| key.verify_strict(&signed(hash), &signature).is_ok())
    }
}

/// The tag `wijkbanen/journal-entry/v2` and the hash, each length-prefixed.
fn signed(hash: &Digest) -> Vec<u8> {
    let mut bytes = Vec::new();
    put_field(&mut bytes, b"wijkbanen/journal-entry/v2");
    put_field(&mut bytes, hash.bytes());
    bytes
}

impl std::fmt::Debug for JournalSigner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JournalSigner(…)")
    }
}
