use leptos::prelude::*;

use super::{Label, Width};

/// What a text field takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    #[default]
    Text,
    Password,
    /// Digits: a text field with the number keys, so that scrolling changes nothing.
    Number,
    Search,
    /// The code on a letter: large, monospaced, in capitals.
    Code,
}

impl TextKind {
    fn html(self) -> &'static str {
        match self {
            Self::Text | Self::Number | Self::Code => "text",
            Self::Password => "password",
            Self::Search => "search",
        }
    }

    fn keys(self) -> Option<&'static str> {
        (self == Self::Number).then_some("numeric")
    }

    /// Whether a telephone must leave it as typed: no capitals and no corrections of its own.
    fn is_literal(self) -> bool {
        matches!(self, Self::Password | Self::Code)
    }

    fn class(self, width: Width) -> &'static str {
        if self == Self::Code {
            "wb-field__input wb-code__input"
        } else {
            width.class()
        }
    }
}

/// One line of text.
#[component]
pub fn TextField(
    label: Label,
    #[prop(optional)] value: String,
    #[prop(optional)] kind: TextKind,
    /// What the browser may fill in: "username", "off" …
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    #[prop(optional)] width: Width,
) -> impl IntoView {
    let capitals = kind.is_literal().then_some("none");
    let spelling = kind.is_literal().then_some("false");
    let control = view! {
        <input class=kind.class(width) id=label.name.clone() name=label.name.clone() type=kind.html() value=value
            inputmode=kind.keys() autocomplete=autocomplete autocapitalize=capitals spellcheck=spelling
            aria-describedby=label.described_by() aria-invalid=label.invalid()/>
    };
    label.around(control)
}

/// Several lines of text.
#[component]
pub fn TextArea(label: Label, #[prop(into)] value: String, rows: u32) -> impl IntoView {
    // A newline right after the tag is dropped by the browser, so a text may begin with one. Leptos escapes nothing inside
    // a textarea: without this a text could end the field and go on as markup.
    let value = value
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    let control = view! {
        <textarea class=Width::Full.class() id=label.name.clone() name=label.name.clone() rows=rows
            aria-describedby=label.described_by() aria-invalid=label.invalid()>{format!("\n{value}")}</textarea>
    };
    label.around(control)
}

/// An amount in euros, with the sign before it.
#[component]
pub fn MoneyField(label: Label, #[prop(into)] value: String) -> impl IntoView {
    let control = view! {
        <div class="wb-field__money">
            <span class="wb-field__unit" aria-hidden="true">"€"</span>
            <input class=Width::Full.class() id=label.name.clone() name=label.name.clone() type="text" inputmode="decimal"
                autocomplete="off" value=value dir="ltr"
                aria-describedby=label.described_by() aria-invalid=label.invalid()/>
        </div>
    };
    label.around(control)
}

/// A day and a minute, in the site's own time zone.
#[component]
pub fn DateTimeField(
    label: Label,
    /// As the browser sends it: 2026-03-01T12:00.
    #[prop(into)]
    value: String,
) -> impl IntoView {
    let control = view! {
        <input class=Width::Medium.class() id=label.name.clone() name=label.name.clone() type="datetime-local" value=value
            aria-describedby=label.described_by() aria-invalid=label.invalid()/>
    };
    label.around(control)
}
