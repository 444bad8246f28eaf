//! Marks: how the server knows its own rows again (README.md#what-the-server-believes).
//!
//! Whoever can write in the database can change any row, and can then destroy; without the master key, which is not in
//! the database, nobody makes a mark, and so nobody deceives. A row that is believed is held against its mark each time.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::wrapping::MasterKey;
use crate::{
    encoding::{hex_bytes, put_field},
    id::PersonId,
};

hex_bytes! {
    /// HMAC-SHA256 over what a row says.
    Mark(32);
    /// What a person is called in the journal, which everybody may read: the same each time, and nobody's name.
    Pseudonym(5);
}

/// What kind of row it is: no mark of one kind holds for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marked {
    /// A letter on the list of those who may vote.
    Eligibility,
    /// A seal on the list of those that can vote.
    Seal,
    /// The keys of a round.
    Keys,
    /// The sheet of a round: what holds while it votes.
    Sheet,
    /// The list of seals as it was when its letters were made.
    SealList,
    /// A person, in the journal.
    Person,
    /// An act that somebody asked for.
    Request,
}

impl Marked {
    const fn tag(self) -> &'static [u8] {
        match self {
            Self::Eligibility => b"wijkbanen/eligibility/v2",
            Self::Seal => b"wijkbanen/seal-row/v2",
            Self::Keys => b"wijkbanen/keys/v2",
            Self::Sheet => b"wijkbanen/sheet/v2",
            Self::SealList => b"wijkbanen/seal-list/v2",
            Self::Person => b"wijkbanen/person/v2",
            Self::Request => b"wijkbanen/request/v2",
        }
    }
}

impl MasterKey {
    /// The mark of a row with these fields: HMAC-SHA256 over the kind's tag and each of them, length-prefixed, with the
    /// key that HKDF-SHA256 makes of the master key for `wijkbanen/row/v2`.
    #[must_use]
    pub fn mark(&self, kind: Marked, fields: &[&[u8]]) -> Mark {
        Mark::new(self.marking(kind, fields).finalize().into_bytes().into())
    }

    /// Whether a row with these fields has the mark it should have. Takes the same time whatever the mark is.
    #[must_use]
    pub fn is_marked(&self, kind: Marked, fields: &[&[u8]], mark: &Mark) -> bool {
        self.marking(kind, fields)
            .verify_slice(mark.bytes())
            .is_ok()
    }

    /// What this person is called in the journal: the first five bytes of their mark.
    #[must_use]
    pub fn pseudonym(&self, person: PersonId) -> Pseudonym {
        let [a, b, c, d, e, ..] = *self.mark(Marked::Person, &[person.bytes()]).bytes();
        Pseudonym::new([a, b, c, d, e])
    }

    fn marking(&self, kind: Marked, fields: &[&[u8]]) -> Hmac<Sha256> {
        // A whole block, of which the second half stays zero: what HMAC makes of a key of 32 bytes.
        let mut key = Zeroizing::new([0_u8; 64]);
        key[..32].copy_from_slice(self.derived::<32>(b"wijkbanen/row/v2").as_slice());
        let mut row = Vec::new();
        for field in std::iter::once(kind.tag()).chain(fields.iter().copied()) {
            put_field(&mut row, field);
        }
        let mut mac = Hmac::<Sha256>::new(&(*key).into());
        mac.update(&row);
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn master() -> MasterKey {
        MasterKey::from_bytes([1; 32])
    }

    #[test]
    fn a_mark_holds_for_its_own_row_kind_and_key_only() {
        let mark = master().mark(Marked::Seal, &[b"a", b"b"]);
        assert!(master().is_marked(Marked::Seal, &[b"a", b"b"], &mark));
        for fields in [&[b"a".as_slice(), b"c"][..], &[b"ab"], &[b"", b"ab"], &[]] {
            assert!(!master().is_marked(Marked::Seal, fields, &mark));
        }
        assert!(!master().is_marked(Marked::Sheet, &[b"a", b"b"], &mark));
        let other = MasterKey::from_bytes([2; 32]);
        assert!(!other.is_marked(Marked::Seal, &[b"a", b"b"], &mark));
    }

    /// Recomputed with Python's `cryptography`: marks in a database stay good.
    #[test]
    fn the_marks_of_this_version_stay_the_same() {
        assert_eq!(
            master().mark(Marked::Seal, &[b"a", b"b"]).to_string(),
            "a9970433c76290edbc0ee3b090c799b9a24049fda4ec1f249a3c8b1e7b377a02"
        );
    }
}
