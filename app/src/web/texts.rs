//! Texts by key, from `texts/<language>/<subject>.toml`. Dutch is the source; another language falls back to it.
//!
//! Pages are rendered on one thread from beginning to end, so the language is a value of that thread ([`speak`]).

use std::{cell::Cell, collections::HashMap, fmt::Display, sync::LazyLock};

use domain::{
    count::Fraction,
    euro::{Euro, EuroFault},
    fault::What,
    phase::StepRefused,
    text::{PersonalData, TextFault},
    verdringing::DecisionRefused,
};
use store::Refusal;

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

    /// The tag in `lang`.
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

macro_rules! subjects {
    ($($subject:literal),+ $(,)?) => {
        const NL: &[(&str, &str)] = &[$(($subject, include_str!(concat!("../../texts/nl/", $subject, ".toml")))),+];
        const EN: &[(&str, &str)] = &[$(($subject, include_str!(concat!("../../texts/en/", $subject, ".toml")))),+];
    };
}

subjects!(
    "ballots",
    "counting",
    "demo",
    "error",
    "fault",
    "info",
    "journal",
    "outcomes",
    "people",
    "proposals",
    "recount",
    "rounds",
    "site",
    "time",
    "verdringing",
);

type Catalogue = HashMap<String, String>;

static CATALOGUES: LazyLock<[Catalogue; 2]> = LazyLock::new(|| [read(NL), read(EN)]);

thread_local! {
    static SPOKEN: Cell<Lang> = const { Cell::new(Lang::Nl) };
}

/// Does `work` in a language.
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

/// The text behind a key. A key without a text shows itself; a test makes sure that none does.
#[must_use]
pub fn t(key: &str) -> String {
    maybe(key).unwrap_or(key).to_owned()
}

/// The text behind a key, if there is one.
#[must_use]
pub fn maybe(key: &str) -> Option<&'static str> {
    let [nl, en] = &*CATALOGUES;
    let own = match spoken() {
        Lang::Nl => None,
        Lang::En => en.get(key),
    };
    own.or_else(|| nl.get(key)).map(String::as_str)
}

/// Every text of a subject by its key, for an island that shows many of them.
#[must_use]
pub fn subject(subject: &str) -> std::collections::BTreeMap<String, String> {
    let [nl, _] = &*CATALOGUES;
    let prefix = format!("{subject}.");
    nl.keys()
        .filter(|key| key.starts_with(&prefix))
        .map(|key| (key.clone(), t(key)))
        .collect()
}

/// As [`t`], with `{name}` replaced by its value.
#[must_use]
pub fn tf(key: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(t(key), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

/// As [`tf`], by number: `key.one` for one, else `key.many`; `{n}` is the number.
#[must_use]
pub fn tn(key: &str, n: u64, values: &[(&str, &str)]) -> String {
    let form = if n == 1 { "one" } else { "many" };
    tf(&format!("{key}.{form}"), values).replace("{n}", &count(n))
}

/// A number as people here write it: `4.430`.
#[must_use]
pub fn count(n: u64) -> String {
    let digits = n.to_string();
    let separator = if spoken() == Lang::En { ',' } else { '.' };
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// An amount as people here write it: `€ 17.000`, in English `€ 17,000`.
#[must_use]
pub fn money(amount: impl std::borrow::Borrow<Euro>) -> String {
    let dutch = amount.borrow().to_string();
    match spoken() {
        Lang::Nl => dutch,
        Lang::En => dutch
            .chars()
            .map(|sign| match sign {
                '.' => ',',
                ',' => '.',
                other => other,
            })
            .collect(),
    }
}

/// A percentage from hundredths of a percent, without needless zeros.
#[must_use]
pub fn percent_of_hundredths(hundredths: u32) -> String {
    let comma = if spoken() == Lang::En { '.' } else { ',' };
    let (whole, part) = (hundredths / 100, hundredths % 100);
    let part = match (part, part % 10) {
        (0, _) => String::new(),
        (_, 0) => format!("{comma}{}", part / 10),
        _ => format!("{comma}{part:02}"),
    };
    format!("{whole}{part}\u{a0}%")
}

/// An exact amount in cents, rounded down to whole cents, which a person can pay.
#[must_use]
pub fn cents(amount: &Fraction) -> String {
    money(Euro::cents(amount.floor()))
}

/// An address in the language that is spoken.
#[must_use]
pub fn href(path: impl Display) -> String {
    spoken().path(&path.to_string())
}

/// What is wrong with a field, in words.
#[must_use]
pub fn fault(what: &What) -> String {
    match what {
        What::Text(TextFault::Empty) => t("fault.empty"),
        What::Text(TextFault::TooLong { max, found }) => tf(
            "fault.too_long",
            &[("max", &max.to_string()), ("found", &found.to_string())],
        ),
        What::Text(TextFault::ForbiddenSign) => t("fault.forbidden_sign"),
        What::Text(TextFault::PersonalData(found)) => t(match found {
            PersonalData::Email => "fault.personal.email",
            PersonalData::Phone => "fault.personal.phone",
            PersonalData::Iban => "fault.personal.iban",
            PersonalData::Bsn => "fault.personal.bsn",
        }),
        What::Money(EuroFault::Empty) => t("fault.empty"),
        What::Money(EuroFault::NotAnAmount) => t("fault.not_an_amount"),
        What::Money(EuroFault::Negative) => t("fault.negative"),
        What::Money(EuroFault::TooLarge) => t("fault.too_large"),
        What::NotANumber => t("fault.not_a_number"),
        What::OutOfRange { min, max } => tf(
            "fault.out_of_range",
            &[("min", &count(*min)), ("max", &count(*max))],
        ),
        What::NotChosen => t("fault.not_chosen"),
        What::NotOffered => t("fault.not_offered"),
        What::NotADate => t("fault.not_a_date"),
        What::NoSuchMoment => t("fault.no_such_moment"),
        What::TooEarly => t("fault.too_early"),
        What::OverCap { cost, cap } => {
            let over = cost.minus(*cap).unwrap_or_default();
            let values = [
                ("cost", &*money(cost)),
                ("cap", &money(cap)),
                ("over", &money(over)),
            ];
            tf("fault.over_cap", &values)
        }
        What::NotSocial => t("fault.not_social"),
        What::OtherRung(rung) => t(&format!("fault.rung.{rung}")),
        What::TooMany { max } => tn("fault.too_many", *max as u64, &[]),
        What::TooFew { min } => tn("fault.too_few", *min as u64, &[]),
        What::NoReason => t("fault.no_reason"),
        What::Taken => t("fault.taken"),
        What::WeakPassword => t("fault.weak_password"),
        What::NotEqual => t("fault.not_equal"),
        What::NotConfirmed => t("fault.not_confirmed"),
        What::WrongCard => t("fault.wrong_card"),
        What::OverAllowance { max } => tf("fault.over_allowance", &[("max", &money(max))]),
    }
}

/// What a refusal without a field says.
#[must_use]
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Faults(faults) => faults
            .first()
            .map_or_else(String::new, |first| fault(&first.what)),
        Refusal::Step(StepRefused::OutOfTurn { .. }) => t("error.refused.out_of_turn"),
        Refusal::Step(StepRefused::BeforeTime) => t("error.refused.before_time"),
        Refusal::Step(StepRefused::Missing(_)) => t("error.refused.missing"),
        Refusal::Decision(DecisionRefused::Blocked) => t("error.refused.blocked"),
        Refusal::Decision(DecisionRefused::NoOpinion) => t("error.refused.no_opinion"),
        Refusal::Decision(DecisionRefused::OpinionPending) => t("error.refused.opinion_pending"),
        Refusal::Decision(DecisionRefused::ConditionsNeeded) => {
            t("error.refused.conditions_needed")
        }
        Refusal::Decision(DecisionRefused::Involved) => t("error.refused.involved"),
        Refusal::Phase => t("error.refused.phase"),
        Refusal::State => t("error.refused.state"),
        Refusal::Code => t("error.refused.code"),
        Refusal::Closed => t("error.refused.closed"),
        Refusal::SignIn => t("error.refused.sign_in"),
        Refusal::Card => t("fault.wrong_card"),
        Refusal::Done => t("error.refused.done"),
        Refusal::NotEmpty => t("error.refused.not_empty"),
    }
}

fn read(files: &[(&str, &str)]) -> Catalogue {
    let mut texts = Catalogue::new();
    for (subject, file) in files {
        // A file that cannot be read has no texts; the test over all keys names it.
        if let Ok(table) = file.parse::<toml::Table>() {
            flatten(subject, table, &mut texts);
        }
    }
    texts
}

fn flatten(path: &str, table: toml::Table, texts: &mut Catalogue) {
    for (key, value) in table {
        let path = format!("{path}.{key}");
        match value {
            toml::Value::Table(inner) => flatten(&path, inner, texts),
            toml::Value::String(text) => {
                texts.insert(path, text);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
