use leptos::prelude::*;

use super::{Label, Width};

/// One answer to choose.
#[derive(Clone, Debug)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
    pub more: Option<More>,
}

/// A way to read more about an answer, in a new tab: what was typed in the form stays.
#[derive(Clone, Debug)]
pub struct More {
    pub href: String,
    pub label: String,
    /// Words for those who cannot see which answer the link stands under.
    pub about: String,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
            more: None,
        }
    }

    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    #[must_use]
    pub fn with_more(mut self, more: More) -> Self {
        self.more = Some(more);
        self
    }
}

/// One answer from a folded list.
#[component]
pub fn Select(label: Label, options: Vec<Choice>, #[prop(into)] value: String) -> impl IntoView {
    let options = options
        .into_iter()
        .map(|choice| {
            let selected = choice.value == value;
            view! { <option value=choice.value selected=selected>{choice.label}</option> }
        })
        .collect_view();
    let control = view! {
        <select class=Width::Full.class() id=label.name.clone() name=label.name.clone()
            aria-describedby=label.described_by() aria-invalid=label.invalid()>{options}</select>
    };
    label.around(control)
}

/// One answer, all of them in sight.
#[component]
pub fn Radios(
    /// The legend.
    label: Label,
    options: Vec<Choice>,
    #[prop(into)] value: String,
) -> impl IntoView {
    let controls = options
        .into_iter()
        .enumerate()
        .map(|(index, choice)| {
            let checked = choice.value == value;
            one_choice("radio", &label.name, index, choice, checked, None)
        })
        .collect_view();
    label.around_group(Some("radiogroup"), controls)
}

/// Any number of answers, all of them in sight.
#[component]
pub fn Checkboxes(
    /// The legend.
    label: Label,
    options: Vec<Choice>,
    #[prop(optional)] values: Vec<String>,
) -> impl IntoView {
    let invalid = label.invalid();
    let controls = options
        .into_iter()
        .enumerate()
        .map(|(index, choice)| {
            let checked = values.contains(&choice.value);
            one_choice("checkbox", &label.name, index, choice, checked, invalid)
        })
        .collect_view();
    label.around_group(None, controls)
}

/// The first has the id of the whole, so that the error summary leads to it.
fn one_choice(
    kind: &'static str,
    name: &str,
    index: usize,
    choice: Choice,
    checked: bool,
    invalid: Option<&'static str>,
) -> impl IntoView + use<> {
    let id = if index == 0 {
        name.to_owned()
    } else {
        format!("{name}-{}", index + 1)
    };
    let hint_id = choice.hint.as_ref().map(|_| format!("{id}-hint"));
    // Beside the legend's own hint, which has the id of the whole with "-hint".
    let hint_id = if index == 0 {
        hint_id.map(|hint| format!("{hint}-1"))
    } else {
        hint_id
    };
    let described = hint_id.clone();
    let hint = choice
        .hint
        .map(|hint| view! { <span class="wb-choice__hint" id=hint_id>{hint}</span> });
    let more = choice.more.map(|more| {
        view! {
            <a class="wb-choice__more" href=more.href target="_blank" rel="noopener">
                {more.label}<span class="wb-visually-hidden">{more.about}</span>
            </a>
        }
    });
    view! {
        <div class="wb-choice">
            <input class="wb-choice__input" type=kind id=id.clone() name=name.to_owned() value=choice.value checked=checked
                aria-describedby=described aria-invalid=invalid/>
            <label class="wb-choice__label" for=id>{choice.label} {hint}</label>
            {more}
        </div>
    }
}
