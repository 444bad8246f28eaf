//! What came of it: the outcome and why, the dossier on one sheet, the council's decision, the jobs.

mod again;
mod compare;
mod coverage;
mod decide;
mod dossier;
mod files;
mod jobs;
mod lot;
mod opening;
pub mod own;
pub mod paths;
mod result;
mod rule;
mod strip;
mod words;

use axum::routing::{get, post};
use domain::{
    access::{FollowJob, RecordDecision},
    count::Award,
    id::ProposalId,
    id::RoundId,
    outcome::{MIN_PUBLISHED, WijkOutcome},
    phase::Phase,
    proposal::ProposalState,
    round::{Candidacy, Round, Rules},
};
use store::{
    announced::Announced,
    proposals::{Listed, Which},
};

use crate::{
    rounds,
    web::{
        context::Ctx,
        error::AppError,
        page::Access,
        table::Table,
        texts::{count, percent_of_thousandths, t, tf, tn},
    },
};
use words::Detail;

pub fn pages(table: Table) -> Table {
    table
        .at::<paths::Outcome>(Access::Public, get(result::page))
        .at::<paths::Pack>(Access::Public, get(files::pack))
        .at::<paths::Pabulib>(Access::Public, get(files::pabulib))
        .at::<paths::Proof>(Access::Public, get(files::proof))
        .at::<paths::Dossier>(Access::Public, get(dossier::page))
        .at::<paths::Compare>(Access::Public, get(compare::page))
        .at::<paths::Jobs>(Access::Public, get(jobs::page))
        .at::<paths::FollowJob>(Access::to::<FollowJob>(), post(jobs::follow))
        .at::<paths::Decide>(
            Access::to::<RecordDecision>(),
            get(decide::page).post(decide::submit),
        )
}

/// A counted round with everything that is shown of it.
pub struct Counted {
    pub round: Round,
    pub outcomes: Vec<WijkOutcome>,
    proposals: Vec<Listed>,
    rules: Rules,
    /// What the journal said before anything was counted.
    announced: Announced,
}

impl Counted {
    /// Loads a round whose tally is public; before that there is nothing here.
    pub async fn load(ctx: &Ctx, round: RoundId) -> Result<Self, AppError> {
        let round = rounds::visible(ctx, round).await?;
        let mut outcomes = ctx.app.store.outcomes(round.id).await?;
        // In the order of the round's own list: by name.
        outcomes.sort_by_key(|outcome| {
            round
                .wijken
                .iter()
                .position(|entry| entry.wijk.id == outcome.wijk)
        });
        let proposals = ctx.app.store.proposals(Which::Public(round.id)).await?;
        let (rules, _) = ctx.app.store.rules(round.id).await?;
        let announced = ctx.app.store.announced(round.id).await?;
        Ok(Self {
            round,
            outcomes,
            proposals,
            rules,
            announced,
        })
    }

    pub fn proposal(&self, award: &Award) -> Option<&Listed> {
        self.proposals
            .iter()
            .find(|proposal| proposal.id == award.id)
    }

    pub fn title(&self, award: &Award) -> String {
        self.proposal(award)
            .map(|proposal| proposal.title.clone())
            .unwrap_or_default()
    }

    /// The proposal as it stood on the ballot, which is what was counted.
    pub fn candidacy(&self, outcome: &WijkOutcome, id: ProposalId) -> Option<&Candidacy> {
        let wijk = self.rules.wijk(outcome.wijk)?;
        wijk.candidates
            .iter()
            .find(|candidate| candidate.proposal == id)
    }

    /// How many places it gets or asks, in words.
    pub fn places(&self, outcome: &WijkOutcome, award: &Award) -> String {
        let asked = self
            .candidacy(outcome, award.id)
            .map_or(award.places.into(), |candidate| candidate.places.into());
        words::places(award, asked)
    }

    pub fn wijk_name(&self, outcome: &WijkOutcome) -> String {
        self.round
            .wijk(outcome.wijk)
            .map(|entry| entry.wijk.name.clone())
            .unwrap_or_default()
    }

    /// Whether the council decided against a job that the residents chose.
    pub fn is_declined(&self, award: &Award) -> bool {
        let state = self.proposal(award).map(|proposal| proposal.state);
        award.is_won() && state == Some(ProposalState::Declined)
    }

    /// How many jobs a wijk gets: those on the council's list once it has decided, until then those on the residents'.
    fn jobs(&self, outcome: &WijkOutcome) -> Jobs {
        let is_coming = |award: &Award| {
            let state = self.proposal(award).map(|proposal| proposal.state);
            !self.is_decided() || state == Some(ProposalState::Adopted)
        };
        let winners = outcome.allocation.winners();
        winners.fold(Jobs::default(), |jobs, award| {
            let places = u64::from(award.places);
            Jobs {
                chosen: jobs.chosen + places,
                coming: jobs.coming + if is_coming(award) { places } else { 0 },
            }
        })
    }

    /// The same for all wijken together.
    fn all_jobs(&self) -> Jobs {
        let of_wijken = self.outcomes.iter().map(|outcome| self.jobs(outcome));
        of_wijken.fold(Jobs::default(), |all, jobs| Jobs {
            chosen: all.chosen + jobs.chosen,
            coming: all.coming + jobs.coming,
        })
    }

    fn is_decided(&self) -> bool {
        self.round.phase >= Phase::Delivery
    }

    /// The jobs of a wijk in words; where an idea has more places, there are more jobs than lines in the table.
    fn jobs_of_wijk(&self, outcome: &WijkOutcome) -> String {
        let jobs = self.jobs(outcome);
        let ideas = outcome.allocation.winners().count() as u64;
        let chosen = if ideas == jobs.chosen {
            String::new()
        } else {
            tn("outcomes.sentence.ideas", ideas, &[])
        };
        words::join(&[self.jobs_in_words(jobs), chosen])
    }

    /// `Er komen 3 banen, als de raad het goed vindt.` Where the council departed, also what the residents chose.
    fn jobs_in_words(&self, jobs: Jobs) -> String {
        let coming = match (jobs.coming, self.is_decided()) {
            (0, _) => t("outcomes.sentence.none"),
            (_, true) => tn("outcomes.sentence.adopted", jobs.coming, &[]),
            (_, false) => tn("outcomes.sentence.jobs", jobs.coming, &[]),
        };
        if jobs.chosen == jobs.coming {
            return coming;
        }
        let chosen = tn("outcomes.sentence.chosen", jobs.chosen, &[]);
        words::join(&[chosen, coming])
    }
}

/// How many jobs residents chose, and how many of those come.
#[derive(Clone, Copy, Default)]
struct Jobs {
    chosen: u64,
    coming: u64,
}

/// How much may be told of who paid for what in a wijk.
fn detail(outcome: &WijkOutcome) -> Detail {
    if outcome.ballots < MIN_PUBLISHED {
        Detail::Few
    } else {
        Detail::All
    }
}

/// How many voted, out of how many; and what lay in the box but was not counted.
fn turnout(outcome: &WijkOutcome) -> String {
    let voted = tf(
        "outcomes.turnout",
        &[
            ("voted", &count(outcome.turnout())),
            ("eligible", &count(outcome.eligible.into())),
            (
                "percent",
                &percent_of_thousandths(outcome.turnout_per_mille()),
            ),
        ],
    );
    let not_counted = not_counted(outcome.rejected.len(), outcome.laid_aside.len());
    words::join(&[voted, not_counted])
}

/// What lay in the box and does not count, if there is any.
fn not_counted(rejected: usize, laid_aside: usize) -> String {
    let of = |key: &str, rows: usize| match rows {
        0 => String::new(),
        rows => tn(key, rows as u64, &[]),
    };
    words::join(&[
        of("outcomes.rejected", rejected),
        of("outcomes.laid_aside", laid_aside),
    ])
}

#[cfg(test)]
mod tests {
    use super::not_counted;

    #[test]
    fn uncounted_ballots_are_told_only_where_there_are_any() {
        assert_eq!(not_counted(0, 0), "");
        assert_eq!(
            not_counted(0, 2),
            "Ook lagen er 2 stemmen bij brieven die niet meer gelden. Die bleven dicht en tellen niet mee."
        );
        assert_eq!(
            not_counted(1, 1),
            "1 van die stemmen klopte niet en telt niet mee. \
             Ook lag er 1 stem bij een brief die niet meer geldt. Die bleef dicht en telt niet mee."
        );
    }
}
