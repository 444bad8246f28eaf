//! What stands around every control: its label, hint and error, and the ids that tie them together.

use leptos::prelude::*;

use super::{Icon, IconName};

/// How long an answer is expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    Short,
    Medium,
    #[default]
    Full,
}

impl Width {
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Short => "wb-field__input wb-field__input--short",
            Self::Medium => "wb-field__input wb-field__input--medium",
            Self::Full => "wb-field__input",
        }
    }
}

/// The name of a field and what is said around it.
///
/// The name is the id too: the error summary leads to it.
#[derive(Clone, Debug)]
pub struct Label {
    pub(super) name: String,
    text: String,
    hint: Option<String>,
    error: Option<String>,
}

impl Label {
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
            hint: None,
            error: None,
        }
    }

    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<Option<String>>) -> Self {
        self.hint = hint.into();
        self
    }

    #[must_use]
    pub fn with_error(mut self, error: impl Into<Option<String>>) -> Self {
        self.error = error.into();
        self
    }

    pub(super) fn described_by(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.name));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.name));
        match (hint, error) {
            (Some(hint), Some(error)) => Some(format!("{hint} {error}")),
            (hint, error) => hint.or(error),
        }
    }

    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.error.is_some().then_some("true")
    }

    fn class(&self) -> &'static str {
        if self.error.is_some() {
            "wb-field wb-field--invalid"
        } else {
            "wb-field"
        }
    }

    /// A label above one control.
    pub(super) fn around(self, control: impl IntoView) -> impl IntoView {
        let class = self.class();
        view! {
            <div class=class>
                <label class="wb-field__label" for=self.name.clone()>{self.text}</label>
                <Notes name=self.name hint=self.hint error=self.error/>
                {control}
            </div>
        }
    }

    /// A legend above several controls.
    pub(super) fn around_group(
        self,
        role: Option<&'static str>,
        controls: impl IntoView,
    ) -> impl IntoView {
        let (class, described) = (self.class(), self.described_by());
        let invalid = role.and(self.invalid());
        view! {
            <fieldset class=class role=role aria-describedby=described aria-invalid=invalid>
                <legend class="wb-field__label">{self.text}</legend>
                <Notes name=self.name hint=self.hint error=self.error/>
                {controls}
            </fieldset>
        }
    }
}

/// Fields that are one thing together, under a legend; what is wrong with the whole stands above them.
#[component]
pub fn FieldGroup(label: Label, children: Children) -> impl IntoView {
    let id = label.name.clone();
    view! { <div id=id tabindex="-1">{label.around_group(None, children())}</div> }
}

/// What stands between a label and its control.
#[component]
fn Notes(name: String, hint: Option<String>, error: Option<String>) -> impl IntoView {
    let id = format!("{name}-hint");
    view! {
        {hint.map(|hint| view! { <p class="wb-field__hint" id=id>{hint}</p> })}
        <FieldError name=name error=error/>
    }
}

/// The word before every error ("Fout:"): whoever renders a page provides it as context.
#[derive(Clone, Debug)]
pub struct ErrorPrefix(pub String);

/// What is wrong with the field `name`, or with a group of fields; nothing when nothing is.
#[component]
pub fn FieldError(#[prop(into)] name: String, error: Option<String>) -> impl IntoView {
    error.map(|error| {
        let ErrorPrefix(prefix) = expect_context();
        view! {
            <p class="wb-field__error" id=format!("{name}-error")>
                <Icon name=IconName::Warning/>
                <span>{prefix} " " {error}</span>
            </p>
        }
    })
}
