//! Pages that explain: home, how it works, how votes become jobs, how safe it is, help, the journal.

mod counting;
mod home;
mod journal;
pub mod paths;
mod reading;
mod safe;

use axum::routing::get;
use domain::round::Millis;

use self::reading::reading;
use crate::web::{page::Access, table::Table};

pub fn pages(table: Table) -> Table {
    table
        .at::<paths::Home>(Access::Public, get(home::page))
        .at::<paths::Explain>(Access::Public, reading("explain", &[(4, &paths::Counting)]))
        .at::<paths::Counting>(Access::Public, get(counting::page))
        .at::<paths::Safe>(Access::Public, get(safe::page))
        .at::<paths::Accessibility>(Access::Public, reading("accessibility", &[]))
        .at::<paths::Privacy>(Access::Public, reading("privacy", &[]))
        .at::<paths::Help>(Access::Public, reading("help", &[]))
        .at::<paths::Journal>(Access::Public, get(journal::page))
        .at::<paths::JournalFile>(Access::Public, get(journal::file))
}

/// Where to report a weakness (RFC 9116), valid for a month from now.
#[must_use]
pub fn security_txt(base_url: &str, now: Millis) -> String {
    let expires =
        jiff::Timestamp::from_millisecond(now + 30 * 86_400_000).unwrap_or(jiff::Timestamp::MAX);
    let expires = expires.strftime("%Y-%m-%dT00:00:00Z");
    format!(
        "Contact: {base_url}/help\nExpires: {expires}\nPreferred-Languages: nl, en\nCanonical: {base_url}/.well-known/security.txt\n"
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_address_for_reports_is_valid_for_a_month() {
        let text = super::security_txt("https://wijkbanen.example", 1_795_345_200_000);
        assert!(text.contains("Expires: 2026-12-22T00:00:00Z"), "{text}");
        assert!(text.contains("Canonical: https://wijkbanen.example/.well-known/security.txt"));
    }
}
