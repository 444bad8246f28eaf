//! From rows to domain values. What does not fit is [`StoreError::Corrupt`], never a panic.

use std::str::FromStr;

use serde::de::DeserializeOwned;
use sqlx::{Row as _, any::AnyRow};

use crate::{Result, StoreError};

/// Reads a row's columns as domain values.
pub(crate) trait Read {
    fn text(&self, column: &str) -> Result<String>;
    fn maybe_text(&self, column: &str) -> Result<Option<String>>;
    fn int(&self, column: &str) -> Result<i64>;
    fn maybe_int(&self, column: &str) -> Result<Option<i64>>;
    fn bytes(&self, column: &str) -> Result<Vec<u8>>;

    /// A text column as the type it was written from.
    fn parsed<T: FromStr>(&self, column: &str) -> Result<T> {
        let text = self.text(column)?;
        text.parse().map_err(|_| unfit(column))
    }

    /// As [`Self::parsed`], where the column may be empty.
    fn maybe_parsed<T: FromStr>(&self, column: &str) -> Result<Option<T>> {
        self.maybe_text(column)?
            .map(|text| text.parse().map_err(|_| unfit(column)))
            .transpose()
    }

    /// A whole number as the type it was written from.
    fn number<T: TryFrom<i64>>(&self, column: &str) -> Result<T> {
        let value = self.int(column)?;
        T::try_from(value).map_err(|_| unfit(column))
    }

    /// A JSON column.
    fn json<T: DeserializeOwned>(&self, column: &str) -> Result<T> {
        Ok(serde_json::from_str(&self.text(column)?)?)
    }

    /// A JSON column that may be empty.
    fn maybe_json<T: DeserializeOwned>(&self, column: &str) -> Result<Option<T>> {
        Ok(self
            .maybe_text(column)?
            .map(|text| serde_json::from_str(&text))
            .transpose()?)
    }
}

/// Names the column and never its value: a letter's or a seal's would lead from one to the other through the log.
fn unfit(column: &str) -> StoreError {
    StoreError::Corrupt(column.into())
}

impl Read for AnyRow {
    fn text(&self, column: &str) -> Result<String> {
        Ok(self.try_get(column)?)
    }

    fn maybe_text(&self, column: &str) -> Result<Option<String>> {
        Ok(self.try_get(column)?)
    }

    fn int(&self, column: &str) -> Result<i64> {
        Ok(self.try_get(column)?)
    }

    fn maybe_int(&self, column: &str) -> Result<Option<i64>> {
        Ok(self.try_get(column)?)
    }

    fn bytes(&self, column: &str) -> Result<Vec<u8>> {
        Ok(self.try_get(column)?)
    }
}

/// Money and counts for a `BIGINT` column.
pub(crate) fn to_int(value: u64) -> Result<i64> {
    i64::try_from(value).map_err(|_| StoreError::Corrupt(format!("{value} does not fit a column")))
}

/// `N` random bytes from the operating system.
pub(crate) fn entropy<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::Entropy)?;
    Ok(bytes)
}
