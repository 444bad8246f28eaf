use leptos::prelude::*;

use super::{Icon, IconName, Words};

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

/// What stands around every control: label, hint, error, and the ids that tie them together.
pub(super) struct Frame {
    pub(super) id: String,
    label: String,
    mark: Option<String>,
    hint: Option<String>,
    error: Option<String>,
    error_prefix: String,
    label_large: bool,
}

impl Frame {
    pub(super) fn described_by(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
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

    fn label_class(&self) -> &'static str {
        if self.label_large {
            "wb-field__label wb-field__label--large"
        } else {
            "wb-field__label"
        }
    }

    /// A label above one control.
    pub(super) fn around(self, control: AnyView) -> AnyView {
        let (class, label_class) = (self.class(), self.label_class());
        let notes = Self::notes(&self.id, self.hint, self.error, self.error_prefix);
        view! {
            <div class=class>
                <label class=label_class for=self.id>{self.label} {mark(self.mark)}</label>
                {notes}
                {control}
            </div>
        }
        .into_any()
    }

    /// A legend above several controls.
    pub(super) fn around_group(
        self,
        role: Option<&'static str>,
        required: Option<&'static str>,
        controls: AnyView,
    ) -> AnyView {
        let (class, label_class, described) =
            (self.class(), self.label_class(), self.described_by());
        let invalid = role.and(self.invalid());
        let notes = Self::notes(&self.id, self.hint, self.error, self.error_prefix);
        view! {
            <fieldset class=class role=role aria-describedby=described aria-invalid=invalid aria-required=required>
                <legend class=label_class>{self.label} {mark(self.mark)}</legend>
                {notes}
                {controls}
            </fieldset>
        }
        .into_any()
    }

    fn notes(id: &str, hint: Option<String>, error: Option<String>, prefix: String) -> AnyView {
        let hint =
            hint.map(|hint| view! { <p class="wb-field__hint" id=format!("{id}-hint")>{hint}</p> });
        let error = error.map(|error| {
            view! {
                <p class="wb-field__error" id=format!("{id}-error")>
                    <Icon name=IconName::Warning/>
                    <span>{prefix} " " {error}</span>
                </p>
            }
        });
        (hint, error).into_any()
    }
}

fn mark(mark: Option<String>) -> Option<AnyView> {
    mark.map(|mark| view! { " " <span class="wb-field__mark">{mark}</span> }.into_any())
}

pub(super) fn flag(set: bool) -> Option<&'static str> {
    set.then_some("true")
}

/// The words beside a label, and the frame they stand in.
#[expect(
    clippy::too_many_arguments,
    reason = "only gathers the props that every field has"
)]
pub(super) fn frame(
    id: Words,
    name: &str,
    label: String,
    mark: Words,
    hint: Words,
    error: Words,
    error_prefix: String,
    label_large: bool,
) -> Frame {
    Frame {
        id: id.get().unwrap_or_else(|| name.to_owned()),
        label,
        mark: mark.get(),
        hint: hint.get(),
        error: error.get(),
        error_prefix,
        label_large,
    }
}
