//! Addresses of the pages for counting.

use domain::id::RoundId;

use crate::web::path::paths;

paths! {
    /// The key cards of the boxes of a round.
    Key { round: RoundId } = "/werk/rondes/{round}/sleutel";
    /// The next of those cards that nobody has seen yet.
    Card { round: RoundId } = "/werk/rondes/{round}/sleutel/kaart";
    /// The count of a round.
    Count { round: RoundId } = "/werk/rondes/{round}/telling";
    /// An earlier round under another rule.
    Tryout = "/werk/proeftelling";
}
