//! The proof of an outcome by Equal Shares: what every ballot paid.

use super::Problem;
use crate::{
    count::{
        Allocation, Certificate, CountingRule, Election, EqualShares, Fraction, Hopeless, Method,
        Profile, Project, ProjectIndex, Start, Why, check_ejr_plus, verify_certificate,
    },
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
    let taking_part = taking_part(rule, election, allocation.voters)?;
    verify_certificate(election, rule.utility(), &taking_part, certificate)
        .map_err(|_| Problem::NoProof)?;

    let Some(shares) = &allocation.shares else {
        return Err(Problem::NoProof);
    };
    let is_paid = |project: ProjectIndex, id: ProposalId| {
        wijk.candidates
            .get(project as usize)
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
                .all(|(bought, id)| is_paid(bought.project, id));
    if !is_what_they_bought || shares.last != certificate.share {
        return Err(Problem::NoProof);
    }
    if shares.is_replaced {
        return Ok(());
    }
    check_promise(rule, election, allocation.voters, certificate, &taking_part)
}

/// What takes part by the letter of the rule, worked out apart from the count.
fn taking_part(
    rule: &CountingRule,
    election: &Election,
    voters: u64,
) -> Result<Vec<bool>, Problem> {
    let profile = Profile::new(election, rule.utility()).map_err(|_| Problem::NoProof)?;
    let takes_part = |(at, project): (usize, &Project)| {
        let votes = profile.total(at).voters;
        let is_hopeless = votes == 0 || project.cost > election.budget;
        let is_aside = rule.hopeless == Hopeless::SetAside && is_hopeless;
        !is_aside && u128::from(votes) * 1_000 >= u128::from(voters) * u128::from(rule.min_share)
    };
    Ok(election
        .projects
        .iter()
        .enumerate()
        .map(takes_part)
        .collect())
}

/// EJR+ up to one project, for what supporters paid for, where the first share is not rounded.
fn check_promise(
    rule: &CountingRule,
    election: &Election,
    voters: u64,
    certificate: &Certificate,
    taking_part: &[bool],
) -> Result<(), Problem> {
    let Method::EqualShares(EqualShares {
        start: Start::Exact,
        ..
    }) = rule.method
    else {
        return Ok(());
    };
    let budget = Fraction::whole(election.budget.as_cents().into());
    let Some(share) = budget.part(voters.into()) else {
        return Ok(());
    };
    let bought = certificate.bought.iter().map(|purchase| purchase.project);
    let winners: Vec<ProjectIndex> = bought.collect();
    check_ejr_plus(election, rule.utility(), &share, &winners, taking_part)
        .map_err(|_| Problem::NoProof)
}
