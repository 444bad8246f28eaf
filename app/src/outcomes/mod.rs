//! What came of it: the outcome and why, the dossier on one sheet, the council's decision, the jobs.

mod decide;
mod dossier;
mod jobs;
mod result;
mod words;

use axum::routing::{get, post};
use domain::{
    access::{FollowJob, RecordDecision},
    count::Award,
    outcome::WijkOutcome,
    round::Round,
};
use store::proposals::{Listed, Which};

use crate::{
    access::{Access, Table},
    context::Ctx,
    error::AppError,
};

pub fn pages(table: Table) -> Table {
    table
        .at("/rondes/{round}/uitslag", Access::Public, get(result::page))
        .at(
            "/rondes/{round}/uitslag/{wijk}/stemmen.json",
            Access::Public,
            get(result::ballots),
        )
        .at(
            "/rondes/{round}/dossier",
            Access::Public,
            get(dossier::page),
        )
        .at("/rondes/{round}/banen", Access::Public, get(jobs::page))
        .at(
            "/werk/rondes/{round}/banen",
            Access::to::<FollowJob>(),
            post(jobs::follow),
        )
        .at(
            "/werk/rondes/{round}/besluit",
            Access::to::<RecordDecision>(),
            get(decide::page).post(decide::submit),
        )
}

/// A counted round with everything that is shown of it.
pub struct Counted {
    pub round: Round,
    pub outcomes: Vec<WijkOutcome>,
    proposals: Vec<Listed>,
}

impl Counted {
    /// Loads a round whose tally is public; before that there is nothing here.
    pub async fn load(ctx: &Ctx, round: &str) -> Result<Self, AppError> {
        let round = crate::rounds::visible(ctx, round).await?;
        let mut outcomes = ctx.app.store.outcomes(round.id).await?;
        // In the order of the round's own list: by name.
        outcomes.sort_by_key(|outcome| {
            round
                .wijken
                .iter()
                .position(|entry| entry.wijk.id == outcome.wijk)
        });
        let proposals = ctx.app.store.proposals(Which::Public(round.id)).await?;
        Ok(Self {
            round,
            outcomes,
            proposals,
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

    pub fn wijk_name(&self, outcome: &WijkOutcome) -> String {
        self.round
            .wijk(outcome.wijk)
            .map(|entry| entry.wijk.name.clone())
            .unwrap_or_default()
    }
}
