//! Which language is spoken, and how its addresses begin.

use std::{cell::Cell, fmt::Display};

use domain::notation::Notation;

/// A language of the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

impl Lang {
    /// Every language, Dutch first.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The tag in `lang`, and the name of the folder with its texts.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// What stands before every path: nothing for Dutch.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Nl => "",
            Self::En => "/en",
        }
    }

    /// How its readers type numbers.
    #[must_use]
    pub const fn notation(self) -> Notation {
        match self {
            Self::Nl => Notation::Dutch,
            Self::En => Notation::English,
        }
    }

    /// The language's own name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nl => "Nederlands",
            Self::En => "English",
        }
    }

    /// A path in this language.
    #[must_use]
    pub fn path(self, path: &str) -> String {
        match (self, path) {
            (Self::Nl, path) => path.to_owned(),
            (Self::En, "/") => "/en".to_owned(),
            (Self::En, path) => format!("/en{path}"),
        }
    }
}

thread_local! {
    static SPOKEN: Cell<Lang> = const { Cell::new(Lang::Nl) };
}

/// Does `work` in a language. A page is rendered on one thread from beginning to end, so its language is a value of
/// that thread.
pub fn speak<T>(lang: Lang, work: impl FnOnce() -> T) -> T {
    let before = SPOKEN.replace(lang);
    let done = work();
    SPOKEN.set(before);
    done
}

/// The language that is spoken now.
#[must_use]
pub fn spoken() -> Lang {
    SPOKEN.get()
}

/// An address in the language that is spoken.
#[must_use]
pub fn href(path: impl Display) -> String {
    spoken().path(&path.to_string())
}
