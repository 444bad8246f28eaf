//! What a reader looks for in the list. It stands in the address, so that a search can be shared.

use domain::{id::WijkId, proposal::Family};
use serde::Deserialize;
use store::proposals::Listed;

use crate::texts::href;

/// What the reader looks for.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    pub wijk: String,
    pub soort: String,
    pub zoek: String,
    pub blad: String,
}

impl Wanted {
    pub fn fits(&self, listed: &Listed) -> bool {
        let is_here = self
            .wijk
            .parse::<WijkId>()
            .map_or(true, |wijk| listed.wijk == wijk);
        let content = listed.content.as_ref();
        let is_kind = self
            .soort
            .parse::<Family>()
            .map_or(true, |family| content.is_some_and(|c| c.family == family));
        let words = self.zoek.trim().to_lowercase();
        let says = |text: &str| text.to_lowercase().contains(&words);
        let is_said = words.is_empty()
            || says(&listed.title)
            || content.is_some_and(|c| says(&c.description));
        is_here && is_kind && is_said
    }

    pub fn is_empty(&self) -> bool {
        [&self.wijk, &self.soort, &self.zoek]
            .iter()
            .all(|typed| typed.trim().is_empty())
    }

    /// The address of another page of the same list.
    pub fn address(&self, path: &str, page: usize) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in [
            ("wijk", &self.wijk),
            ("soort", &self.soort),
            ("zoek", &self.zoek),
        ] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        query.append_pair("blad", &page.to_string());
        format!("{}?{}", href(path), query.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_keeps_what_was_looked_for() {
        let wanted = Wanted {
            zoek: "koffie & thee".into(),
            soort: "food".into(),
            ..Wanted::default()
        };
        assert_eq!(
            wanted.address("/r", 2),
            "/r?soort=food&zoek=koffie+%26+thee&blad=2"
        );
    }
}
