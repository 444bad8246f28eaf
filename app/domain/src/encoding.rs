//! How bytes are written: hex for people and JSON, length-prefixed fields for hashes and envelopes.
//!
//! One rule everywhere, so that a verifier in another language needs one function: a field is its length
//! as eight bytes, big-endian, followed by the bytes themselves.

use sha2::{Digest as _, Sha256};

/// Why a text was not the hexadecimal form of a key or hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HexFault {
    /// Not the number of signs that belongs to this type.
    #[error("expected {expected} hexadecimal signs")]
    Length {
        /// How many signs it should have.
        expected: usize,
    },
    /// Something else than `0`–`9` and `a`–`f`.
    #[error("not hexadecimal")]
    Sign,
}

/// The bytes as lower-case hex.
pub(crate) fn write_hex(bytes: &[u8], f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    std::fmt::LowerHex::fmt(&base16ct::HexDisplay(bytes), f)
}

/// The bytes behind a hexadecimal text of exactly `N` bytes, in either case.
pub(crate) fn read_hex<const N: usize>(text: &str) -> Result<[u8; N], HexFault> {
    if text.len() != 2 * N {
        return Err(HexFault::Length { expected: 2 * N });
    }
    let mut bytes = [0; N];
    base16ct::mixed::decode(text, &mut bytes).map_err(|_| HexFault::Sign)?;
    Ok(bytes)
}

/// SHA-256 over a domain tag and fields, each length-prefixed, the tag too.
pub(crate) fn hash_fields<'a>(
    tag: &'a str,
    fields: impl IntoIterator<Item = &'a [u8]>,
) -> [u8; 32] {
    let mut hash = Sha256::new();
    for field in std::iter::once(tag.as_bytes()).chain(fields) {
        hash.update(length(field));
        hash.update(field);
    }
    hash.finalize().into()
}

/// Adds one length-prefixed field to `out`.
pub(crate) fn put_field(out: &mut Vec<u8>, field: &[u8]) {
    out.extend_from_slice(&length(field));
    out.extend_from_slice(field);
}

/// Takes one length-prefixed field off the front of `input`, or `None` when it is cut short.
pub(crate) fn take_field<'a>(input: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, rest) = input.split_first_chunk::<8>()?;
    let length = usize::try_from(u64::from_be_bytes(*length)).ok()?;
    let (field, rest) = rest.split_at_checked(length)?;
    *input = rest;
    Some(field)
}

/// The eight bytes that precede a field.
const fn length(field: &[u8]) -> [u8; 8] {
    (field.len() as u64).to_be_bytes()
}

/// Newtypes over bytes that people and JSON see as hex.
macro_rules! hex_bytes {
    ($($(#[$doc:meta])* $name:ident($size:literal);)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $size]);

        impl $name {
            /// The value behind existing bytes; what they mean is not checked here.
            #[must_use]
            pub const fn new(bytes: [u8; $size]) -> Self {
                Self(bytes)
            }

            /// The bytes, for columns, hashes and signatures.
            #[must_use]
            pub const fn bytes(&self) -> &[u8; $size] {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::encoding::write_hex(&self.0, f)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::encoding::HexFault;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::encoding::read_hex(text).map(Self)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                <String as serde::Deserialize>::deserialize(from)?
                    .parse()
                    .map_err(serde::de::Error::custom)
            }
        }
    )+};
}
pub(crate) use hex_bytes;

#[cfg(test)]
mod tests {
    use super::*;

    hex_bytes! {
        /// A key for these tests.
        Key(4);
    }

    #[test]
    fn hex_reads_back_in_text_and_json() {
        let key = Key::new([0, 1, 0xab, 0xff]);
        assert_eq!(key.bytes(), &[0, 1, 0xab, 0xff]);
        assert_eq!(key.to_string(), "0001abff");
        assert_eq!("0001ABFF".parse(), Ok(key));
        let json = serde_json::to_string(&key).unwrap();
        assert_eq!(json, "\"0001abff\"");
        assert_eq!(serde_json::from_str::<Key>(&json).unwrap(), key);
    }

    #[test]
    fn text_that_is_no_hex_is_refused() {
        let length = HexFault::Length { expected: 8 };
        assert_eq!("0001ab".parse::<Key>(), Err(length));
        assert_eq!("0001abff00".parse::<Key>(), Err(length));
        assert_eq!("0001abfg".parse::<Key>(), Err(HexFault::Sign));
        assert_eq!("0001abé".parse::<Key>(), Err(HexFault::Sign));
    }

    #[test]
    fn moving_a_byte_to_the_next_field_changes_the_hash() {
        let one = hash_fields("tag", [b"ab".as_slice(), b"c"]);
        assert_ne!(one, hash_fields("tag", [b"a".as_slice(), b"bc"]));
        assert_ne!(one, hash_fields("taga", [b"b".as_slice(), b"c"]));
    }

    #[test]
    fn a_field_cut_short_is_not_read() {
        let mut bytes = Vec::new();
        put_field(&mut bytes, b"wijk");
        assert_eq!(take_field(&mut bytes.as_slice()), Some(b"wijk".as_slice()));
        for cut in 0..bytes.len() {
            assert_eq!(take_field(&mut &bytes[..cut]), None);
        }
        assert_eq!(take_field(&mut [0xff; 12].as_slice()), None);
    }
}
