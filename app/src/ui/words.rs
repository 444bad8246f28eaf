use std::borrow::Cow;

/// A text that may be absent, from whatever the caller has at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Option<String>);

impl Words {
    /// The text, unless there is none or it is empty.
    pub fn get(self) -> Option<String> {
        self.0.filter(|text| !text.is_empty())
    }

    /// Whether [`Words::get`] gives something.
    pub fn is_some(&self) -> bool {
        self.0.as_ref().is_some_and(|text| !text.is_empty())
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Self(Some(text.to_owned()))
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self(Some(text))
    }
}

impl From<Cow<'_, str>> for Words {
    fn from(text: Cow<'_, str>) -> Self {
        Self(Some(text.into_owned()))
    }
}

impl From<Option<String>> for Words {
    fn from(text: Option<String>) -> Self {
        Self(text)
    }
}

impl From<Option<&str>> for Words {
    fn from(text: Option<&str>) -> Self {
        Self(text.map(str::to_owned))
    }
}
