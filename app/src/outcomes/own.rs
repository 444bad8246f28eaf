//! What came of one proposal, for its own page: winners and losers each read their own explanation.

use domain::{count::Award, id::ProposalId, id::WijkId, round::Round};
use leptos::prelude::*;

use super::{
    detail, paths,
    words::{Detail, reason},
};
use crate::web::{
    context::Ctx,
    error::AppError,
    texts::{href, t},
};

/// How one proposal fared.
pub struct Own {
    award: Award,
    detail: Detail,
}

/// How a proposal fared, once its round is counted and it was on the ballot.
pub async fn load(
    ctx: &Ctx,
    round: &Round,
    wijk: WijkId,
    proposal: ProposalId,
) -> Result<Option<Own>, AppError> {
    if !round.phase.shows_tally() {
        return Ok(None);
    }
    let outcomes = ctx.app.store.outcomes(round.id).await?;
    let outcome = outcomes.into_iter().find(|outcome| outcome.wijk == wijk);
    Ok(outcome.and_then(|outcome| {
        let detail = detail(&outcome);
        let mut awards = outcome.allocation.awards.into_iter();
        let award = awards.find(|award| award.id == proposal)?;
        Some(Own { award, detail })
    }))
}

pub fn view(round: &Round, own: &Own) -> impl IntoView + use<> {
    let outcome = href(paths::Outcome { round: round.id });
    view! {
        <section>
            <h2>{t("outcomes.own.title")}</h2>
            <p>{reason(&own.award, own.detail)}</p>
            <p><a href=outcome>{t("proposals.show.outcome")}</a></p>
        </section>
    }
}
