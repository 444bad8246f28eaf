//! Addresses of a round, as everybody sees it.

use domain::id::{RoundId, WijkId};

use crate::web::path::paths;

paths! {
    /// Every round.
    Rounds = "/rondes";
    /// One round.
    Show { round: RoundId } = "/rondes/{round}";
    /// What was fixed before voting.
    Rules { round: RoundId } = "/rondes/{round}/spelregels";
    /// The same as a file, whose hash is announced.
    RulesFile { round: RoundId } = "/rondes/{round}/spelregels.json";
    /// The seals that may vote in a wijk.
    Seals { round: RoundId, wijk: WijkId } = "/rondes/{round}/zegels/{wijk}";
}
