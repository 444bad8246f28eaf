//! What a try-out found.

use domain::{
    count::{Allocation, CountingRule},
    outcome::{Coverage, WijkOutcome},
    round::{Round, WijkRules},
};

/// A wijk that was counted before.
pub struct Tried {
    /// Its part of the rules as they were then.
    pub wijk: WijkRules,
    /// What was announced.
    pub then: WijkOutcome,
    /// The same ballots under the other rule; nothing where they are too few to be public.
    pub now: Option<Again>,
}

/// What comes out under the other rule.
pub struct Again {
    pub allocation: Allocation,
    pub coverage: Coverage,
}

/// One counted round, tried under another rule.
pub struct Tryout {
    pub round: Round,
    pub rule: CountingRule,
    pub wijken: Vec<Tried>,
}
