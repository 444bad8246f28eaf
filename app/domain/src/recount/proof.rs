//! The proof of an outcome by Equal Shares: what every ballot paid.

use super::Problem;
use crate::{
    count::{Allocation, Certificate, CountingRule, Election, Place, Why, verify_certificate},
    id::ProposalId,
    round::WijkRules,
};

/// What the count leaves for its proof.
pub struct Counted {
    pub election: Election,
    pub allocation: Allocation,
    pub certificate: Option<Certificate>,
}

/// The payments prove the outcome, and the outcome is what they bought at the share where the count ended.
pub fn check_certificate(
    rule: &CountingRule,
    wijk: &WijkRules,
    counted: &Counted,
    certificate: &Certificate,
) -> Result<(), Problem> {
    let Counted {
        election,
        allocation,
        ..
    } = counted;
    let takes_part = |proposal: ProposalId| {
        let award = allocation.awards.iter().find(|award| award.id == proposal);
        award.is_some_and(|award| {
            !matches!(
                award.why,
                Why::NoVotes | Why::TooDear { .. } | Why::TooFewVotes { .. }
            )
        })
    };
    let taking_part: Vec<bool> = wijk
        .candidates
        .iter()
        .map(|candidate| takes_part(candidate.proposal))
        .collect();
    verify_certificate(election, rule.utility(), &taking_part, certificate)
        .map_err(|_| Problem::NoProof)?;

    let Some(shares) = &allocation.shares else {
        return Err(Problem::NoProof);
    };
    let is_paid = |place: Place, id: ProposalId| {
        wijk.candidates
            .get(place as usize)
            .is_some_and(|candidate| candidate.proposal == id)
    };
    let paid: Vec<ProposalId> = allocation
        .winners()
        .filter(|award| matches!(award.why, Why::Paid(_)))
        .map(|award| award.id)
        .collect();
    // Where voters preferred the count by votes, that is the outcome, and the payments only say what it replaced.
    let is_what_they_bought = shares.is_replaced
        || paid.len() == certificate.bought.len()
            && certificate
                .bought
                .iter()
                .zip(paid)
                .all(|(bought, id)| is_paid(bought.place, id));
    if is_what_they_bought && shares.last == certificate.share {
        Ok(())
    } else {
        Err(Problem::NoProof)
    }
}
