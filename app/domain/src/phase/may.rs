//! What may be done with a round in each phase: pages offer a deed by it, and the store does it by it.

use super::Phase;

impl Phase {
    /// Whether only staff see the round.
    #[must_use]
    pub const fn is_hidden(self) -> bool {
        matches!(self, Self::Draft)
    }

    /// Whether settings may change: until residents have seen them.
    #[must_use]
    pub const fn takes_settings(self) -> bool {
        self.is_hidden()
    }

    /// Whether residents may begin a proposal.
    #[must_use]
    pub const fn takes_proposals(self) -> bool {
        matches!(self, Self::Proposing)
    }

    /// Whether the ballot box may get a key, or another one: once nobody changes the number of cards any more, until the
    /// first vote could be sealed with it.
    #[must_use]
    pub fn takes_box_key(self) -> bool {
        !self.takes_settings() && self <= Self::BallotPublished
    }

    /// Whether letters may be made and voided: once the ballot they are about is fixed, until voting begins.
    #[must_use]
    pub const fn takes_letters(self) -> bool {
        matches!(self, Self::BallotPublished)
    }

    /// Whether somebody can still ask where to vote: the ballot is known, the box is not closed.
    #[must_use]
    pub const fn is_around_voting(self) -> bool {
        matches!(self, Self::BallotPublished | Self::Voting)
    }

    /// Whether the closed box may be opened and counted.
    #[must_use]
    pub const fn takes_count(self) -> bool {
        matches!(self, Self::Closed)
    }

    /// Whether the clerk may record what the council decides.
    #[must_use]
    pub const fn takes_ruling(self) -> bool {
        matches!(self, Self::Council)
    }

    /// Whether the council has the outcome before it, or has it coming.
    #[must_use]
    pub const fn concerns_council(self) -> bool {
        matches!(
            self,
            Self::Counted | Self::Objections | Self::Council | Self::Delivery
        )
    }

    /// Whether there are jobs to follow.
    #[must_use]
    pub const fn has_jobs(self) -> bool {
        matches!(self, Self::Delivery | Self::Archived)
    }

    /// Whether nothing happens any more.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Archived | Self::Cancelled)
    }

    /// From here on rules, candidates and budgets cannot change.
    #[must_use]
    pub fn is_frozen(self) -> bool {
        self >= Self::BallotPublished
    }

    /// Whether nobody can be added to the list of seals any more, so that it is public.
    #[must_use]
    pub fn are_seals_fixed(self) -> bool {
        self >= Self::Voting && self != Self::Cancelled
    }

    /// From here on anyone may see the tally. Nobody may before: no page, export or interface.
    #[must_use]
    pub const fn shows_tally(self) -> bool {
        matches!(
            self,
            Self::Counted | Self::Objections | Self::Council | Self::Delivery | Self::Archived
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The phases in which something may be done.
    fn phases(may: impl Fn(Phase) -> bool) -> Vec<Phase> {
        Phase::ALL.iter().copied().filter(|&it| may(it)).collect()
    }

    #[test]
    fn each_deed_has_its_one_phase() {
        for (may, phase) in [
            (Phase::takes_settings as fn(Phase) -> bool, Phase::Draft),
            (Phase::takes_proposals, Phase::Proposing),
            (Phase::takes_letters, Phase::BallotPublished),
            (Phase::takes_count, Phase::Closed),
            (Phase::takes_ruling, Phase::Council),
        ] {
            assert_eq!(phases(may), [phase]);
        }
    }

    #[test]
    fn a_box_gets_no_other_key_once_voting_may_begin() {
        let last = phases(Phase::takes_box_key).into_iter().max();
        assert_eq!(last, Some(Phase::BallotPublished));
        let both = |it: Phase| it.takes_box_key() && it.takes_settings();
        assert!(
            phases(both).is_empty(),
            "the settings say how many cards there are"
        );
    }

    #[test]
    fn a_cancelled_round_shows_neither_tally_nor_seals_nor_jobs() {
        for may in [
            Phase::shows_tally as fn(Phase) -> bool,
            Phase::are_seals_fixed,
            Phase::has_jobs,
            Phase::concerns_council,
        ] {
            assert!(!may(Phase::Cancelled));
        }
        assert_eq!(phases(Phase::is_over), [Phase::Archived, Phase::Cancelled]);
    }
}
