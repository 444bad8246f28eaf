//! A page as a browser reads it: elements by CSS selector, fields by name, and the error that belongs to a field.

use scraper::{ElementRef, Html, Selector};

/// A page that was parsed.
pub struct Page(Html);

/// A field of a form; radios and boxes of one name are one field.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    /// What stands in it, or what was chosen.
    pub value: String,
    /// `textarea`, `select`, or the type of an `input`.
    pub kind: String,
}

impl Page {
    pub fn of(body: &str) -> Self {
        Self(Html::parse_document(body))
    }

    pub fn has(&self, selector: &str) -> bool {
        !self.all(selector).is_empty()
    }

    /// The text of each of these elements, with the spaces that a browser shows.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(text).collect()
    }

    /// The text of the only such element.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        let [text] = &self.texts(selector)[..] else {
            panic!("not one {selector}, but {:?}", self.texts(selector));
        };
        text.clone()
    }

    /// Whether somewhere the text between two tags ends so.
    pub fn ends_a_text(&self, end: &str) -> bool {
        let mut texts = self.0.root_element().text();
        texts.any(|text| text.trim_ascii_end().ends_with(end))
    }

    /// An attribute of each of these elements, empty where it is missing.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<&str> {
        let found = self.all(selector).into_iter();
        found
            .map(|element| element.attr(name).unwrap_or_default())
            .collect()
    }

    /// Every attribute on the page, with the name of its element.
    pub fn every_attribute(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        let elements = self.0.root_element().descendent_elements();
        elements.flat_map(|element| {
            let element = element.value();
            let attributes = element.attrs();
            attributes.map(move |(name, value)| (element.name(), name, value))
        })
    }

    /// What stands in the field of this name.
    #[track_caller]
    pub fn value(&self, name: &str) -> String {
        let fields = fields(self.0.root_element());
        let field = fields.into_iter().find(|field| field.name == name);
        field.unwrap_or_else(|| panic!("no field {name}")).value
    }

    /// What can be chosen in a field.
    pub fn choices(&self, name: &str) -> Vec<&str> {
        self.attributes(&format!("[name='{name}']"), "value")
    }

    /// What is ticked in a field.
    pub fn ticked(&self, name: &str) -> Vec<&str> {
        self.attributes(&format!("[name='{name}'][checked]"), "value")
    }

    /// The lines at the top of what is wrong.
    pub fn summary(&self) -> Vec<String> {
        self.texts(".wb-error-summary__list > li")
    }

    /// The error that describes the field of this name, or the group it stands in.
    pub fn error_at(&self, name: &str) -> Option<String> {
        // A `meta` has a name too.
        let field = format!(":is(input, textarea, select)[name='{name}']");
        let field = self.all(&field).into_iter().next()?;
        let around = field.ancestors().filter_map(ElementRef::wrap);
        let described = std::iter::once(field)
            .chain(around)
            .find_map(|element| element.attr("aria-describedby"))?;
        let notes = described.split_ascii_whitespace();
        let mut errors = notes.filter_map(|id| {
            let error = self.all(&format!(".wb-field__error[id='{id}']"));
            error.into_iter().next()
        });
        errors.next().map(text)
    }

    /// Where the form with such an element sends its fields, and those fields.
    pub fn form(&self, holding: &str) -> Option<(Option<&str>, Vec<Field>)> {
        let form = self.all(&format!("form:has({holding})"));
        let form = form.into_iter().next()?;
        Some((form.attr("action"), fields(form)))
    }

    fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let parsed = Selector::parse(selector).unwrap();
        self.0.select(&parsed).collect()
    }
}

fn text(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    words.join(" ")
}

fn fields(within: ElementRef<'_>) -> Vec<Field> {
    let selector = Selector::parse("input[name], textarea[name], select[name]").unwrap();
    let mut found: Vec<Field> = Vec::new();
    for control in within.select(&selector) {
        let name = control.attr("name").unwrap_or_default();
        let kind = match control.value().name() {
            "input" => control.attr("type").unwrap_or("text"),
            other => other,
        };
        let value = value(control, kind);
        if let Some(field) = found.iter_mut().find(|field| field.name == name) {
            if field.value.is_empty() {
                field.value = value;
            }
            continue;
        }
        found.push(Field {
            name: name.to_owned(),
            value,
            kind: kind.to_owned(),
        });
    }
    found
}

/// What a browser sends of a control that nobody touches.
fn value(control: ElementRef<'_>, kind: &str) -> String {
    let of = |element: ElementRef<'_>| element.attr("value").unwrap_or_default().to_owned();
    match kind {
        "textarea" => control.text().collect(),
        "select" => {
            let options = Selector::parse("option").unwrap();
            let mut selected = control
                .select(&options)
                .filter(|option| option.attr("selected").is_some());
            let chosen = selected.next().or(control.select(&options).next());
            chosen.map(of).unwrap_or_default()
        }
        "checkbox" | "radio" if control.attr("checked").is_none() => String::new(),
        _ => of(control),
    }
}
