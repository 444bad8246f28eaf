//! The round secret as it is stored: wrapped under the server's master key (README.md#from-code-to-seal).

use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce, aead::Aead};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::RoundSecret;

/// The server's master key: from a file or the environment, never in the database.
#[derive(Clone)]
pub struct MasterKey(Zeroizing<[u8; 32]>);

impl MasterKey {
    /// The key behind 32 bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// A key of its own for one purpose: HKDF-SHA256 of the master key, without salt, with the purpose as info.
    pub(super) fn derived<const N: usize>(&self, purpose: &[u8]) -> Zeroizing<[u8; N]> {
        let mut key = Zeroizing::new([0; N]);
        let expanded =
            Hkdf::<Sha256>::new(None, self.0.as_slice()).expand(purpose, key.as_mut_slice());
        debug_assert!(expanded.is_ok(), "a key is never too long");
        key
    }

    /// The seed of the key that signs the journal; its purpose is `wijkbanen/journal-key/v2`.
    #[must_use]
    pub fn journal_seed(&self) -> Zeroizing<[u8; 32]> {
        self.derived(b"wijkbanen/journal-key/v2")
    }

    /// The key of the voting passes of one day, counted from 1970 (UTC).
    ///
    /// Every server with this master key makes the same, so that a pass made by one opens on another, and after a restart.
    #[must_use]
    pub fn pass_key(&self, day: i64) -> Zeroizing<[u8; 64]> {
        self.derived(&[b"wijkbanen/pass/v2|".as_slice(), &day.to_be_bytes()].concat())
    }

    /// The secret, locked. `nonce` is twelve random bytes, never used twice.
    #[must_use]
    pub fn wrap(&self, secret: &RoundSecret, nonce: [u8; 12]) -> Option<Vec<u8>> {
        let sealed = self
            .cipher()?
            .encrypt(&Nonce::from(nonce), secret.bytes().as_slice())
            .ok()?;
        Some([nonce.as_slice(), &sealed].concat())
    }

    /// The secret again, or `None` under another master key.
    #[must_use]
    pub fn unwrap(&self, wrapped: &[u8]) -> Option<RoundSecret> {
        let (nonce, sealed) = wrapped.split_first_chunk::<12>()?;
        let bytes = Zeroizing::new(self.cipher()?.decrypt(&Nonce::from(*nonce), sealed).ok()?);
        bytes
            .as_slice()
            .try_into()
            .ok()
            .map(RoundSecret::from_bytes)
    }

    /// The key of the cookies by which browsers are known again after a restart: 64 bytes that HKDF-SHA256 makes of the
    /// master key for `wijkbanen/browser/v1`.
    #[must_use]
    pub fn browser_key(&self) -> Zeroizing<[u8; 64]> {
        self.derived(b"wijkbanen/browser/v1")
    }

    fn cipher(&self) -> Option<ChaCha20Poly1305> {
        ChaCha20Poly1305::new_from_slice(self.0.as_slice()).ok()
    }
}

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MasterKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_master_key_unwraps_the_secret() {
        let master = MasterKey::from_bytes([1; 32]);
        let wrapped = master
            .wrap(&RoundSecret::from_bytes([7; 32]), [2; 12])
            .unwrap();
        assert_eq!(master.unwrap(&wrapped).unwrap().bytes(), &[7; 32]);
        assert!(MasterKey::from_bytes([3; 32]).unwrap(&wrapped).is_none());
        assert!(master.unwrap(&wrapped[1..]).is_none());
    }

    /// Recomputed with Python's `hmac`.
    #[test]
    fn a_pass_has_one_key_a_day_and_a_master_key() {
        let master = MasterKey::from_bytes([1; 32]);
        let key = master.pass_key(20_783);
        assert_eq!(key[..8], [0xdb, 0xd7, 0x7e, 0x44, 0x2f, 0x35, 0x6c, 0x01]);
        assert_eq!(key, MasterKey::from_bytes([1; 32]).pass_key(20_783));
        assert_ne!(key, master.pass_key(20_784));
        assert_ne!(key, MasterKey::from_bytes([2; 32]).pass_key(20_783));
    }
}
