//! Addresses of what came of a round.

use domain::id::{RoundId, WijkId};

use crate::web::path::paths;

paths! {
    /// The outcome, and why.
    Outcome { round: RoundId } = "/rondes/{round}/uitslag";
    /// Everything that the round was counted from.
    Pack { round: RoundId } = "/rondes/{round}/pakket.zip";
    /// The published ballots of a wijk, for the tools of Pabulib.
    Pabulib { round: RoundId, wijk: WijkId } = "/rondes/{round}/uitslag/{wijk}/stemmen.pb";
    /// Who paid what: the proof of an outcome.
    Proof { round: RoundId, wijk: WijkId } = "/rondes/{round}/uitslag/{wijk}/bewijs.json";
    /// All that the council decides on, on one sheet.
    Dossier { round: RoundId } = "/rondes/{round}/dossier";
    /// The same ballots counted the other way.
    Compare { round: RoundId } = "/rondes/{round}/vergelijking";
    /// What became of the jobs.
    Jobs { round: RoundId } = "/rondes/{round}/banen";
    /// A job a step further.
    FollowJob { round: RoundId } = "/werk/rondes/{round}/banen";
    /// What the council decided.
    Decide { round: RoundId } = "/werk/rondes/{round}/besluit";
}
