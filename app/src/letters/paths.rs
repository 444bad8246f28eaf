//! Addresses of the pages for letters.

use domain::id::{RoundId, WijkId};

use crate::web::path::paths;

paths! {
    /// Letters of a round: made, printed, thrown away.
    Letters { round: RoundId } = "/werk/rondes/{round}/brieven";
    /// A letter that was lost or stolen.
    Lost { round: RoundId } = "/werk/rondes/{round}/brieven/kwijt";
    /// The letters of a wijk while they are made.
    Making { round: RoundId, wijk: WijkId } = "/werk/rondes/{round}/brieven/{wijk}";
    /// Those letters, once.
    Print { round: RoundId, wijk: WijkId } = "/werk/rondes/{round}/brieven/{wijk}/afdruk";
}
