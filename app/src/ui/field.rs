use leptos::prelude::*;

use super::{
    Width, Words,
    frame::{flag, frame},
};

/// What a text field takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    #[default]
    Text,
    Email,
    Password,
    /// Digits: a text field with the number keys, so that scrolling changes nothing.
    Number,
    Tel,
    Url,
    Search,
    Date,
    Time,
}

impl TextKind {
    fn html(self) -> &'static str {
        match self {
            Self::Text | Self::Number => "text",
            Self::Email => "email",
            Self::Password => "password",
            Self::Tel => "tel",
            Self::Url => "url",
            Self::Search => "search",
            Self::Date => "date",
            Self::Time => "time",
        }
    }
}

/// One line of text.
#[component]
pub fn TextField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    /// The name, unless given.
    #[prop(optional, into)]
    id: Words,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional, into)] value: String,
    #[prop(optional)] kind: TextKind,
    #[prop(optional, into)] autocomplete: Words,
    #[prop(optional, into)] inputmode: Words,
    #[prop(optional, into)] placeholder: Words,
    #[prop(optional)] width: Width,
    #[prop(optional)] required: bool,
    #[prop(optional)] readonly: bool,
    /// Words behind the label: "(niet verplicht)".
    #[prop(optional, into)]
    mark: Words,
    #[prop(into, default = "Fout:".into())] error_prefix: String,
    /// The label is the question of the page.
    #[prop(optional)]
    label_large: bool,
    /// For the code on a letter: large, monospaced, in capitals.
    #[prop(optional)]
    code: bool,
) -> impl IntoView {
    let frame = frame(
        id,
        &name,
        label,
        mark,
        hint,
        error,
        error_prefix,
        label_large,
    );
    let digits = (kind == TextKind::Number).then(|| "numeric".to_owned());
    let plain = (code || kind == TextKind::Password || kind == TextKind::Email).then_some("none");
    let class = if code {
        "wb-field__input wb-code__input"
    } else {
        width.class()
    };
    let spellcheck = plain.map(|_| "false");
    let control = view! {
        <input class=class id=frame.id.clone() name=name type=kind.html() value=value
            inputmode=inputmode.get().or(digits) autocomplete=autocomplete.get() placeholder=placeholder.get()
            autocapitalize=plain spellcheck=spellcheck readonly=readonly aria-required=flag(required)
            aria-describedby=frame.described_by() aria-invalid=frame.invalid()/>
    };
    frame.around(control.into_any())
}

/// Several lines of text.
#[component]
pub fn TextArea(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] id: Words,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional, into)] value: String,
    #[prop(default = 5)] rows: u32,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] mark: Words,
    #[prop(into, default = "Fout:".into())] error_prefix: String,
    #[prop(optional)] label_large: bool,
) -> impl IntoView {
    let frame = frame(
        id,
        &name,
        label,
        mark,
        hint,
        error,
        error_prefix,
        label_large,
    );
    // A newline right after the tag is dropped by the browser, so a text may begin with one. Leptos escapes nothing inside
    // a textarea: without this a text could end the field and go on as markup.
    let value = value
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    let control = view! {
        <textarea class=Width::Full.class() id=frame.id.clone() name=name rows=rows aria-required=flag(required)
            aria-describedby=frame.described_by() aria-invalid=frame.invalid()>{format!("\n{value}")}</textarea>
    };
    frame.around(control.into_any())
}

/// An amount in euros, with the sign before it.
#[component]
pub fn MoneyField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] id: Words,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional, into)] value: String,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] mark: Words,
    #[prop(into, default = "Fout:".into())] error_prefix: String,
    #[prop(optional)] label_large: bool,
) -> impl IntoView {
    let frame = frame(
        id,
        &name,
        label,
        mark,
        hint,
        error,
        error_prefix,
        label_large,
    );
    let control = view! {
        <div class="wb-field__money">
            <span class="wb-field__unit" aria-hidden="true">"€"</span>
            <input class=Width::Full.class() id=frame.id.clone() name=name type="text" inputmode="decimal" autocomplete="off" value=value dir="ltr"
                aria-required=flag(required) aria-describedby=frame.described_by() aria-invalid=frame.invalid()/>
        </div>
    };
    frame.around(control.into_any())
}

/// A day and a minute, in the site's own time zone.
#[component]
pub fn DateTimeField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] id: Words,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    /// As the browser sends it: 2026-03-01T12:00.
    #[prop(optional, into)]
    value: String,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] mark: Words,
    #[prop(into, default = "Fout:".into())] error_prefix: String,
) -> impl IntoView {
    let frame = frame(id, &name, label, mark, hint, error, error_prefix, false);
    let control = view! {
        <input class=Width::Medium.class() id=frame.id.clone() name=name type="datetime-local" value=value aria-required=flag(required)
            aria-describedby=frame.described_by() aria-invalid=frame.invalid()/>
    };
    frame.around(control.into_any())
}
