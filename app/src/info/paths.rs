//! Addresses of the pages that explain.

use crate::web::path::paths;

paths! {
    /// The first page.
    Home = "/";
    /// How it works.
    Explain = "/uitleg";
    /// How votes become jobs.
    Counting = "/uitleg/tellen";
    /// How safe it is.
    Safe = "/hoe-veilig";
    /// For whom it works.
    Accessibility = "/toegankelijkheid";
    /// What is kept of people.
    Privacy = "/privacy";
    /// Who helps.
    Help = "/help";
    /// All that happened.
    Journal = "/logboek";
    /// The same as a file, signed.
    JournalFile = "/logboek.jsonl";
}
