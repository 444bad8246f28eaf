//! Fields of a form whose names end in a key, such as `budget_<wijk>`: one group is one map, read and shown by serde.
//!
//! A draft holds such a group flattened, so that the draft stays the form: each field has its own name in both.

use std::{collections::BTreeMap, fmt, marker::PhantomData, str::FromStr};

use serde::{
    Deserializer,
    de::{IgnoredAny, MapAccess, Visitor},
};

/// Declares groups by the beginning of their names and the key these end in.
macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident($prefix:literal: $key:ty);)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $name(std::collections::BTreeMap<$key, String>);

        impl $name {
            /// The name of the field for `key`.
            #[must_use]
            pub fn field(key: $key) -> String {
                format!(concat!($prefix, "{}"), key)
            }

            /// What was typed for `key`; nothing when the field was not sent.
            #[must_use]
            pub fn get(&self, key: $key) -> &str {
                self.0.get(&key).map_or("", String::as_str)
            }

            /// Fills the field for `key`.
            pub fn set(&mut self, key: $key, typed: impl Into<String>) {
                self.0.insert(key, typed.into());
            }
        }

        impl FromIterator<($key, String)> for $name {
            fn from_iter<I: IntoIterator<Item = ($key, String)>>(typed: I) -> Self {
                Self(typed.into_iter().collect())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_map(self.0.iter().map(|(&key, typed)| (Self::field(key), typed)))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(form: D) -> Result<Self, D::Error> {
                $crate::fields::read($prefix, form).map(Self)
            }
        }
    )+};
}

pub(crate) use fields;

/// The fields of a form that begin with `prefix` and go on with a key.
pub(crate) fn read<'de, K: FromStr + Ord, D: Deserializer<'de>>(
    prefix: &'static str,
    form: D,
) -> Result<BTreeMap<K, String>, D::Error> {
    form.deserialize_map(Group {
        prefix,
        key: PhantomData,
    })
}

struct Group<K> {
    prefix: &'static str,
    key: PhantomData<K>,
}

impl<'de, K: FromStr + Ord> Visitor<'de> for Group<K> {
    type Value = BTreeMap<K, String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "fields whose names begin with {}", self.prefix)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut form: A) -> Result<Self::Value, A::Error> {
        let mut group = BTreeMap::new();
        while let Some(name) = form.next_key::<String>()? {
            let key = name
                .strip_prefix(self.prefix)
                .and_then(|key| key.parse().ok());
            if let Some(key) = key {
                group.insert(key, form.next_value()?);
            } else {
                // Another field of the same form, or a key that nobody was offered.
                form.next_value::<IgnoredAny>()?;
            }
        }
        Ok(group)
    }
}
