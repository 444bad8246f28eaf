//! Forms: what was typed, what is wrong with it, and fields that show both.
//!
//! No field cuts what is pasted into it (`maxlength`): a browser does so without a word, and half a sentence or nine digits
//! of ten mean something else. The domain says how much too long a text is.
//!
//! A field's label is the text behind `<subject>.<name>`, its hint the one behind `<subject>.<name>_hint` if there is one.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::fault::Fault;
use leptos::prelude::*;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use store::Refusal;

use super::{
    state::App,
    texts::{self, maybe, t},
};
use crate::ui::{
    Checkboxes, Choice, ErrorSummary, Label, MoneyField, Radios, Select, TextArea, TextField,
    TextKind, Width,
};

/// A form as it was sent, with what is wrong so far.
#[derive(Clone, Debug, Default)]
pub struct Form {
    fields: Arc<Vec<(String, String)>>,
    faults: Arc<Vec<Fault>>,
    refusal: Option<Refusal>,
}

impl FromRequest<Arc<App>> for Form {
    type Rejection = Response;

    async fn from_request(request: Request, _: &Arc<App>) -> Result<Self, Self::Rejection> {
        Self::read(request).await
    }
}

/// A form and a draft that do not fit each other.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// No form of ours sends this.
    #[error("not understood")]
    NotUnderstood,
    /// A draft that is no plain list of fields; the text is for the log.
    #[error("a draft with more than fields: {0}")]
    NotPlain(String),
}

/// Before the name of a field that waits until its sender has signed in.
const KEPT: &str = "kept-";

/// Fields that are never sent back into a page, by the beginning of their names: a key card has several.
const SECRETS: &[&str] = &["password", "repeated", "card_", "code"];

impl Form {
    /// Reads what a browser sends for a plain form; anything else is refused.
    ///
    /// # Errors
    /// The answer: another kind of content, or too much of it.
    pub async fn read(request: Request) -> Result<Self, Response> {
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .unwrap_or_default();
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response());
        }
        let body = Bytes::from_request(request, &())
            .await
            .map_err(IntoResponse::into_response)?;
        let fields = form_urlencoded::parse(&body).into_owned().collect();
        Ok(Self {
            fields: Arc::new(fields),
            ..Self::default()
        })
    }

    /// The sign-in form that holds this one until its sender has signed in; secrets are left out.
    pub fn kept(&self, path: &str) -> Self {
        let waiting = self
            .fields
            .iter()
            .filter(|(name, _)| !SECRETS.iter().any(|secret| name.starts_with(secret)));
        let fields = waiting.map(|(name, value)| (format!("{KEPT}{name}"), value.clone()));
        Self::of(
            std::iter::once(("to".to_owned(), path.to_owned()))
                .chain(fields)
                .collect(),
        )
    }

    /// The form that waited in this one, if there is one.
    pub fn waiting(&self) -> Option<Self> {
        let fields: Vec<_> = self
            .beginning(KEPT)
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        (!fields.is_empty()).then(|| Self::of(fields))
    }

    /// Every field as a hidden one, for a page that only passes it on.
    pub fn hidden(&self) -> AnyView {
        self.fields
            .iter()
            .map(|(name, value)| view! { <input type="hidden" name=name.clone() value=value.clone()/> })
            .collect_view()
            .into_any()
    }

    /// The waiting part of a sign-in form, as hidden fields.
    pub fn hidden_waiting(&self) -> AnyView {
        let waiting = self
            .fields
            .iter()
            .filter(|(name, _)| name.starts_with(KEPT))
            .cloned();
        Self::of(waiting.collect()).hidden()
    }

    /// A form filled in beforehand.
    pub fn of(fields: Vec<(String, String)>) -> Self {
        Self {
            fields: Arc::new(fields),
            ..Self::default()
        }
    }

    /// A form that shows a draft, field by field.
    ///
    /// # Errors
    /// The draft is no plain list of fields.
    pub fn filled<T: Serialize>(draft: &T) -> Result<Self, FormError> {
        let text = serde_html_form::to_string(draft)
            .map_err(|error| FormError::NotPlain(error.to_string()))?;
        let fields = form_urlencoded::parse(text.as_bytes()).into_owned();
        Ok(Self::of(fields.collect()))
    }

    /// The draft in a form: its fields have the names of the form's.
    ///
    /// # Errors
    /// Something that no form of ours sends, such as a title twice.
    pub fn draft<T: DeserializeOwned>(&self) -> Result<T, FormError> {
        let mut text = form_urlencoded::Serializer::new(String::new());
        text.extend_pairs(self.fields.iter());
        serde_html_form::from_str(&text.finish()).map_err(|_| FormError::NotUnderstood)
    }

    /// Which button was pressed.
    ///
    /// # Errors
    /// A button that is not on the page.
    pub fn pressed<T: DeserializeOwned>(&self) -> Result<T, FormError> {
        #[derive(Deserialize)]
        struct Pressed<T> {
            deed: T,
        }
        Ok(self.draft::<Pressed<T>>()?.deed)
    }

    /// The value of a field; a field that is missing is empty.
    pub fn get(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value)
    }

    /// Every value of a field, for checkboxes.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.fields
            .iter()
            .filter(|(field, _)| field == name)
            .map(|(_, value)| value.clone())
            .collect()
    }

    /// Every field that begins with `prefix`, without it.
    pub fn beginning<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.fields
            .iter()
            .filter_map(move |(field, value)| Some((field.strip_prefix(prefix)?, value.as_str())))
    }

    /// The same form with what is wrong.
    pub fn with_faults(&self, faults: Vec<Fault>) -> Self {
        Self {
            faults: Arc::new(faults),
            ..self.clone()
        }
    }

    /// The same form with a refusal that no field is to blame for.
    pub fn with_refusal(&self, refusal: Refusal) -> Self {
        Self {
            refusal: Some(refusal),
            ..self.clone()
        }
    }

    /// What is wrong at a field, in words.
    pub fn error(&self, name: &str) -> Option<String> {
        self.faults
            .iter()
            .find(|fault| fault.field == name)
            .map(|fault| texts::fault(&fault.what))
    }

    /// Whether anything is wrong.
    pub fn is_faulty(&self) -> bool {
        !self.faults.is_empty() || self.refusal.is_some()
    }

    /// Everything that is wrong, with links to the fields. Stands at the top of the page, where `label` names the field
    /// that each line is about; a field without a label has a fault that says so itself.
    pub fn summary(&self, label: impl Fn(&str) -> Option<String>) -> AnyView {
        let in_words = |fault: &Fault| match label(&fault.field) {
            Some(label) => texts::labelled_fault(&label, &fault.what),
            None => texts::fault(&fault.what),
        };
        let mut faults: Vec<(String, String)> = self
            .faults
            .iter()
            .map(|fault| (fault.field.clone(), in_words(fault)))
            .collect();
        if let Some(refusal) = &self.refusal {
            faults.push(("inhoud".to_owned(), texts::refusal(refusal)));
        }
        view! { <ErrorSummary title=t("site.error_summary") faults=faults/> }.into_any()
    }

    /// What is said around a field: its texts, and what is wrong with it.
    pub fn label(&self, subject: &str, name: &str) -> Label {
        self.label_saying(name, t(&format!("{subject}.{name}")))
            .with_hint(maybe(&format!("{subject}.{name}_hint")).map(str::to_owned))
    }

    /// As [`Form::label`], where the words are no text of their own, such as a wijk's name.
    pub fn label_saying(&self, name: &str, words: String) -> Label {
        Label::new(name, words).with_error(self.error(name))
    }

    /// A line of text.
    pub fn text(&self, subject: &str, name: &str) -> impl IntoView + use<> {
        self.line(subject, name, TextKind::Text, Width::Full, "off")
    }

    /// A short number.
    pub fn number(&self, subject: &str, name: &str) -> impl IntoView + use<> {
        self.line(subject, name, TextKind::Number, Width::Short, "off")
    }

    /// A short number of one of many, such as a wijk: `field` with the words of `name`.
    pub fn number_as(&self, subject: &str, name: &str, field: &str) -> impl IntoView + use<> {
        let label = self
            .label_saying(field, t(&format!("{subject}.{name}")))
            .with_hint(maybe(&format!("{subject}.{name}_hint")).map(str::to_owned));
        let value = self.get(field).to_owned();
        view! { <TextField label=label value=value kind=TextKind::Number width=Width::Short autocomplete="off"/> }
    }

    /// A line of text of some kind, such as a password, with the browser's own help.
    pub fn line(
        &self,
        subject: &str,
        name: &str,
        kind: TextKind,
        width: Width,
        fill: &'static str,
    ) -> impl IntoView + use<> {
        let value = if kind == TextKind::Password {
            String::new()
        } else {
            self.get(name).to_owned()
        };
        view! { <TextField label=self.label(subject, name) value=value kind=kind width=width autocomplete=fill/> }
    }

    /// Several lines of text.
    pub fn area(&self, subject: &str, name: &str, rows: u32) -> impl IntoView + use<> {
        view! { <TextArea label=self.label(subject, name) value=self.get(name) rows=rows/> }
    }

    /// An amount in euros.
    pub fn money(&self, subject: &str, name: &str) -> impl IntoView + use<> {
        view! { <MoneyField label=self.label(subject, name) value=self.get(name)/> }
    }

    /// One of a few, all visible.
    pub fn radios(&self, subject: &str, name: &str, options: Vec<Choice>) -> impl IntoView + use<> {
        view! { <Radios label=self.label(subject, name) options=options value=self.get(name)/> }
    }

    /// One of many.
    pub fn select(&self, subject: &str, name: &str, options: Vec<Choice>) -> impl IntoView + use<> {
        view! { <Select label=self.label(subject, name) options=options value=self.get(name)/> }
    }

    /// Any number of a few.
    pub fn checkboxes(
        &self,
        subject: &str,
        name: &str,
        options: Vec<Choice>,
    ) -> impl IntoView + use<> {
        view! { <Checkboxes label=self.label(subject, name) options=options values=self.all(name)/> }
    }
}

/// The choices of an enum, with the texts behind `path.<name>` and `path.<name>_hint`.
pub fn choices<T: std::fmt::Display>(
    path: &str,
    values: impl IntoIterator<Item = T>,
) -> Vec<Choice> {
    values
        .into_iter()
        .map(|value| {
            let choice = Choice::new(value.to_string(), t(&format!("{path}.{value}")));
            match maybe(&format!("{path}.{value}_hint")) {
                Some(hint) => choice.with_hint(hint),
                None => choice,
            }
        })
        .collect()
}

/// The labels of a subject's fields, for [`Form::summary`].
pub fn labels(subject: &str) -> impl Fn(&str) -> Option<String> {
    move |name| maybe(&format!("{subject}.{name}")).map(str::to_owned)
}
