//! What a reader looks for in the list. It stands in the address, so that a search can be shared.

use std::fmt::Display;

use domain::{id::WijkId, proposal::Family, text::folded};
use serde::{Deserialize, Serialize};
use store::proposals::Listed;

use crate::web::texts::href;

/// What the reader looks for: the fields of the form above the list, by their names.
#[derive(Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Wanted {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub wijk: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub family: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub search: String,
    pub page: String,
}

impl Wanted {
    pub fn fits(&self, listed: &Listed) -> bool {
        let is_here = self
            .wijk
            .parse::<WijkId>()
            .map_or(true, |wijk| listed.wijk == wijk);
        let content = listed.content.as_ref();
        let is_kind = self
            .family
            .parse::<Family>()
            .map_or(true, |family| content.is_some_and(|c| c.family == family));
        let words = folded(&self.search);
        let says = |text: &str| folded(text).contains(&words);
        let is_said = words.is_empty()
            || says(&listed.title)
            || content.is_some_and(|c| says(&c.description));
        is_here && is_kind && is_said
    }

    pub fn is_empty(&self) -> bool {
        [&self.wijk, &self.family, &self.search]
            .iter()
            .all(|typed| typed.trim().is_empty())
    }

    /// The address of another page of the same list.
    pub fn address(&self, path: impl Display, page: usize) -> String {
        let wanted = Self {
            page: page.to_string(),
            ..self.clone()
        };
        let query = serde_html_form::to_string(wanted).unwrap_or_default();
        format!("{}?{query}", href(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_keeps_what_was_looked_for() {
        let wanted = Wanted {
            search: "koffie & thee".into(),
            family: "food".into(),
            ..Wanted::default()
        };
        assert_eq!(
            wanted.address("/r", 2),
            "/r?family=food&search=koffie+%26+thee&page=2"
        );
    }
}
