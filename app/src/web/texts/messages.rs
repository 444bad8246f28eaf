//! Messages by key: `rounds.phase.voting` is `phase-voting` in `texts/<language>/rounds.ftl`.
//!
//! Fluent chooses the form that goes with a number; its ids hold no dots, so the dots of a key are dashes there.

use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use fluent_bundle::{FluentArgs, FluentError, FluentResource, concurrent::FluentBundle};
use fluent_syntax::ast::Entry;

use super::{Lang, digits, files, spoken};

/// The messages of one subject.
type Bundle = FluentBundle<FluentResource>;

/// All that can be said in a language.
#[derive(Default)]
pub struct Messages {
    by_subject: HashMap<&'static str, Bundle>,
    /// By key, as a message reads before anybody fills it in: `{n} van {max} gekozen`. Most have nothing to fill in.
    pub plain: BTreeMap<String, String>,
    /// What Fluent could not read. A test makes sure that this is nothing.
    pub faults: Vec<String>,
}

static MESSAGES: LazyLock<[Messages; Lang::ALL.len()]> =
    LazyLock::new(|| Lang::ALL.map(Messages::read));

/// What a language says, without the Dutch behind it.
pub fn of(lang: Lang) -> &'static Messages {
    &MESSAGES[lang as usize]
}

/// The language that is spoken, then Dutch for what it lacks.
fn from_spoken_to_dutch() -> impl Iterator<Item = &'static Messages> {
    [spoken(), Lang::Nl].into_iter().map(of)
}

/// The text behind a key. A key without a text shows itself; a test makes sure that none does.
#[must_use]
pub fn t(key: &str) -> String {
    maybe(key).unwrap_or(key).to_owned()
}

/// The text behind a key, if there is one.
#[must_use]
pub fn maybe(key: &str) -> Option<&'static str> {
    from_spoken_to_dutch()
        .find_map(|messages| messages.plain.get(key))
        .map(String::as_str)
}

/// Every text of a subject by its key, for an island that shows many of them and fills them in itself.
#[must_use]
pub fn subject(subject: &str) -> BTreeMap<String, String> {
    let prefix = format!("{subject}.");
    let of_subject = |key: &&String| key.starts_with(&prefix);
    of(Lang::Nl)
        .plain
        .keys()
        .filter(of_subject)
        .map(|key| (key.clone(), t(key)))
        .collect()
}

/// As [`t`], with `{ $name }` replaced by its value.
#[must_use]
pub fn tf(key: &str, values: &[(&str, &str)]) -> String {
    filled(
        from_spoken_to_dutch(),
        key,
        &values.iter().copied().collect(),
    )
}

/// As [`tf`], in the form that goes with a number; `{ $n }` is that number.
#[must_use]
pub fn tn(key: &str, n: u64, values: &[(&str, &str)]) -> String {
    let mut values: FluentArgs = values.iter().copied().collect();
    values.set("n", n);
    filled(from_spoken_to_dutch(), key, &values)
}

/// What the first of these languages that knows the key says.
fn filled<'a>(
    mut languages: impl Iterator<Item = &'a Messages>,
    key: &str,
    values: &FluentArgs,
) -> String {
    languages
        .find_map(|messages| messages.say(key, values))
        .unwrap_or_else(|| key.to_owned())
}

impl Messages {
    fn read(lang: Lang) -> Self {
        let mut read = Self::default();
        for &subject in files::SUBJECTS {
            read.add(lang, subject, files::read(lang, subject));
        }
        read
    }

    fn add(&mut self, lang: Lang, subject: &'static str, file: String) {
        let mut fault = |fault: String| {
            let fault = format!("{}/{subject}.ftl: {fault}", lang.tag());
            tracing::error!("{fault}");
            self.faults.push(fault);
        };
        let resource = FluentResource::try_new(file).unwrap_or_else(|(rest, errors)| {
            errors.iter().for_each(|error| fault(error.to_string()));
            rest
        });
        let keys: Vec<_> = ids(&resource).map(|id| key(subject, id)).collect();
        let mut bundle = Bundle::new_concurrent(vec![lang.tag().parse().unwrap_or_default()]);
        // The pages isolate what people wrote by `dir="auto"`; invisible signs would be copied along with an amount.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(digits::in_a_message));
        if let Err(errors) = bundle.add_resource(resource) {
            errors.iter().for_each(|error| fault(error.to_string()));
        }
        self.by_subject.insert(subject, bundle);
        for key in keys {
            // Fluent writes `{$n}` where it lacks a value.
            if let Some((text, _)) = self.format(&key, None) {
                self.plain.insert(key, text.replace("{$", "{"));
            }
        }
    }

    fn say(&self, key: &str, values: &FluentArgs) -> Option<String> {
        let (text, lacks) = self.format(key, Some(values))?;
        debug_assert!(lacks.is_empty(), "{key}: {lacks:?}");
        Some(text)
    }

    /// A message, and which values it lacks.
    fn format(&self, key: &str, values: Option<&FluentArgs>) -> Option<(String, Vec<FluentError>)> {
        let (subject, key) = key.split_once('.')?;
        let bundle = self.by_subject.get(subject)?;
        let pattern = bundle.get_message(&key.replace('.', "-"))?.value()?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, values, &mut errors);
        Some((text.into_owned(), errors))
    }
}

/// The ids of the messages in a file.
fn ids(resource: &FluentResource) -> impl Iterator<Item = &str> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name),
        _ => None,
    })
}

/// The key by which the code asks for a message.
fn key(subject: &str, id: &str) -> String {
    format!("{subject}.{}", id.replace('-', "."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(lang: Lang, file: &str) -> Messages {
        let mut messages = Messages::default();
        messages.add(lang, "number", file.to_owned());
        messages
    }

    #[test]
    fn dutch_says_what_another_language_lacks() {
        let dutch = messages(Lang::Nl, "left = over\nall = alles");
        let english = messages(Lang::En, "all = everything");
        let said = |key| filled([&english, &dutch].into_iter(), key, &FluentArgs::new());
        let keys = ["number.all", "number.left", "number.none"];
        assert_eq!(keys.map(said), ["everything", "over", "number.none"]);
    }

    #[test]
    fn a_message_that_cannot_be_read_leaves_the_others() {
        let read = messages(Lang::Nl, "left = { over\nall = alles\nall = twee keer");
        assert_eq!(read.plain.keys().collect::<Vec<_>>(), ["number.all"]);
        assert_eq!(read.faults.len(), 2, "{:?}", read.faults);
    }

    #[test]
    fn the_forms_of_a_number_are_those_of_the_language() {
        let file = "jobs = { $n ->\n [one] één baan\n *[other] { $n } banen\n }";
        let said = |n: u64| {
            let values = std::iter::once(("n", n)).collect();
            filled(
                [&messages(Lang::Nl, file)].into_iter(),
                "number.jobs",
                &values,
            )
        };
        assert_eq!(
            [0, 1, 1_000].map(said),
            ["0 banen", "één baan", "1.000 banen"]
        );
    }
}
