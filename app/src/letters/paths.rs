//! Addresses of the pages for letters.

use domain::id::RoundId;

use crate::web::path::paths;

paths! {
    /// Letters of a round: made, printed, thrown away.
    Letters { round: RoundId } = "/werk/rondes/{round}/brieven";
    /// A letter that was lost or stolen.
    Lost { round: RoundId } = "/werk/rondes/{round}/brieven/kwijt";
}
