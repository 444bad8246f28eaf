//! Addresses of looking for one's own vote.

use domain::id::RoundId;

use crate::web::path::paths;

paths! {
    /// The list by its words, and what to do when they are not there.
    Find { round: RoundId } = "/rondes/{round}/vind-uw-stem";
    /// Whether the envelope of a letter is there; a voting page, as it takes the code.
    Letter { round: RoundId } = "/stem/{round}/in-de-lijst";
}
