//! Enums with a fixed name for each value, for forms, rows and text keys.

/// Declares an enum whose values have a name: `ALL`, `name()`, `FromStr`, `Display` and serde by that name.
///
/// strum derives most of this, but not from one literal that serde reads too: each name would stand twice. A name is data,
/// in rows and in files that people keep, so it is written out once and does not follow when Rust calls a value otherwise.
/// Nor does a crate that uses this need strum, and `name()` stays `const` and documented.
#[macro_export]
macro_rules! named {
    ($(#[$meta:meta])* $vis:vis enum $type:ident { $($(#[$doc:meta])* $value:ident = $name:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        $vis enum $type { $($(#[$doc])* #[serde(rename = $name)] $value,)+ }

        impl $type {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The name in forms, rows and text keys.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$value => $name),+ }
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::named::UnknownName;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                match name { $($name => Ok(Self::$value),)+ _ => Err($crate::named::UnknownName) }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

/// A name that no value has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown name")]
pub struct UnknownName;

#[cfg(test)]
mod tests {
    use super::*;

    named! {
        /// For these tests.
        enum Kind {
            /// Called as in Rust.
            Plain = "plain",
            /// Called as nothing in Rust can be.
            ChooseOne = "choose-1",
        }
    }

    #[test]
    fn one_name_stands_in_text_rows_and_json() {
        assert_eq!(Kind::ALL, [Kind::Plain, Kind::ChooseOne]);
        for &kind in Kind::ALL {
            assert_eq!(kind.to_string(), kind.name());
            assert_eq!(kind.name().parse(), Ok(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
        }
        assert_eq!("ChooseOne".parse::<Kind>(), Err(UnknownName));
    }
}
