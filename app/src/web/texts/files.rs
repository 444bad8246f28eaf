//! The files of texts: inside the program in a release, read from their folder while developing.
//!
//! So a change in a text costs a restart and no compile of the app.

use super::Lang;

macro_rules! subjects {
    ($($subject:literal),+ $(,)?) => {
        /// What there are texts about: one file of each in every language.
        pub const SUBJECTS: &[&str] = &[$($subject),+];

        #[cfg(not(debug_assertions))]
        fn embedded(lang: Lang, subject: &str) -> &'static str {
            macro_rules! text {
                ($lang:literal, $file:literal) => {
                    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/texts/", $lang, "/", $file, ".ftl"))
                };
            }
            match (lang, subject) {
                $(
                    (Lang::Nl, $subject) => text!("nl", $subject),
                    (Lang::En, $subject) => text!("en", $subject),
                )+
                _ => "",
            }
        }
    };
}

subjects!(
    "ballots",
    "counting",
    "demo",
    "error",
    "fault",
    "finding",
    "info",
    "journal",
    "number",
    "outcomes",
    "people",
    "proposals",
    "recount",
    "requests",
    "rounds",
    "site",
    "time",
    "verdringing",
);

/// The texts of a subject, as their translator wrote them.
#[cfg(not(debug_assertions))]
pub fn read(lang: Lang, subject: &str) -> String {
    embedded(lang, subject).to_owned()
}

/// The texts of a subject, as their translator wrote them. Without its folder a development build has no words.
#[cfg(debug_assertions)]
pub fn read(lang: Lang, subject: &str) -> String {
    let (texts, lang) = (concat!(env!("CARGO_MANIFEST_DIR"), "/texts"), lang.tag());
    let file = format!("{texts}/{lang}/{subject}.ftl");
    std::fs::read_to_string(&file).unwrap_or_else(|error| {
        tracing::error!("cannot read {file}: {error}");
        String::new()
    })
}
