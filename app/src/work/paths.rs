//! Addresses of the pages on which staff run rounds.

use domain::id::RoundId;

use crate::web::path::paths;

paths! {
    /// What waits for whoever is signed in.
    Home = "/werk";
    /// The wijken of the municipality.
    Wijken = "/werk/wijken";
    /// A new round.
    NewRound = "/werk/rondes/nieuw";
    /// One round: its next step.
    Control { round: RoundId } = "/werk/rondes/{round}";
    /// The settings of a draft.
    Settings { round: RoundId } = "/werk/rondes/{round}/instellen";
    /// Dates of a round that has begun.
    Dates { round: RoundId } = "/werk/rondes/{round}/data";
    /// Saying that a draft is ready.
    Ready { round: RoundId } = "/werk/rondes/{round}/klaar";
    /// Throwing a draft away.
    Discard { round: RoundId } = "/werk/rondes/{round}/weg";
    /// A copy of a round, for next year.
    CopyRound { round: RoundId } = "/werk/rondes/{round}/kopie";
    /// A step of a round.
    TakeStep { round: RoundId } = "/werk/rondes/{round}/stap";
}
