//! The try-out: an earlier round's public ballots counted again under a rule that staff choose, beside what was decided.
//! Nothing is stored, and nothing about the earlier round changes.

use axum::extract::Query;
use domain::{
    count::CountingRule,
    fault::{self, Fault, Faults},
    id::RoundId,
    notation::Notation,
    outcome::{Coverage, MIN_PUBLISHED, Publication, WijkOutcome, count_ballots},
    round::{CountingChoice, MAX_MIN_SHARE, Round},
};

use super::{
    trial::{Again, Tried, Tryout},
    tryout_view,
};
use crate::web::{
    context::{Answer, Ctx},
    error::AppError,
    form::Form,
};

pub async fn page(ctx: Ctx, Query(asked): Query<Vec<(String, String)>>) -> Answer {
    let rounds = counted_rounds(&ctx).await?;
    let title = ctx.say("counting.tryout.title");
    if asked.is_empty() {
        let form = Form::of(defaults(&rounds));
        return Ok(ctx.page(&title, || tryout_view::view(&rounds, &form, None)));
    }
    let form = Form::of(asked);
    match read(&rounds, &form, ctx.lang().notation()) {
        Ok((round, rule)) => {
            let tryout = count_again(&ctx, round.clone(), rule).await?;
            Ok(ctx.page(&title, || tryout_view::view(&rounds, &form, Some(&tryout))))
        }
        Err(faults) => {
            let form = form.with_faults(faults);
            Ok(ctx.again(&title, || tryout_view::view(&rounds, &form, None)))
        }
    }
}

/// Rounds whose outcome is public, newest first.
async fn counted_rounds(ctx: &Ctx) -> Result<Vec<Round>, AppError> {
    let mut rounds = ctx.app.store.rounds(false).await?;
    rounds.retain(|round| round.phase.shows_tally());
    Ok(rounds)
}

/// The newest counted round, under the way of counting that differs most from it.
fn defaults(rounds: &[Round]) -> Vec<(String, String)> {
    let Some(round) = rounds.first() else {
        return Vec::new();
    };
    let is_equal_shares =
        CountingChoice::of(&round.settings.counting).is_some_and(CountingChoice::is_equal_shares);
    let other = if is_equal_shares {
        CountingChoice::ByVotesSkip
    } else {
        CountingChoice::EqualSharesTopUp
    };
    vec![
        ("round".to_owned(), round.id.to_string()),
        ("counting".to_owned(), other.to_string()),
    ]
}

/// Which round is asked for, and under which rule.
fn read<'a>(
    rounds: &'a [Round],
    form: &Form,
    notation: Notation,
) -> Result<(&'a Round, CountingRule), Vec<Fault>> {
    let mut faults = Faults::default();
    let round = faults
        .keep("round", fault::choice::<RoundId>(form.get("round")))
        .and_then(|id| {
            let found = rounds.iter().find(|round| round.id == id);
            if found.is_none() {
                faults.note("round", fault::What::NotOffered);
            }
            found
        });
    let choice = faults.keep(
        "counting",
        fault::choice::<CountingChoice>(form.get("counting")),
    );
    let min_share: u16 = match form.get("min_share").trim() {
        "" => 0,
        typed => faults.take(
            "min_share",
            fault::number(typed, notation, 0, MAX_MIN_SHARE),
        ),
    };
    let rule = choice.map(|choice| choice.rule(min_share));
    let (round, rule) = faults.or((round, rule))?;
    round.zip(rule).ok_or_else(Vec::new)
}

async fn count_again(ctx: &Ctx, round: Round, rule: CountingRule) -> Result<Tryout, AppError> {
    let mut outcomes = ctx.app.store.outcomes(round.id).await?;
    outcomes.sort_by_key(|outcome| {
        let at = |entry: &domain::round::RoundWijk| entry.wijk.id == outcome.wijk;
        round.wijken.iter().position(at)
    });
    let mut wijken = Vec::new();
    for then in outcomes {
        let publication = ctx.app.store.publication(round.id, then.wijk).await?;
        wijken.push((then, publication));
    }
    // Many ballots take a while: not on the threads that answer everybody else.
    let counting = tokio::task::spawn_blocking(move || {
        wijken
            .into_iter()
            .map(|(then, publication)| tried(then, publication, &rule))
            .collect::<Result<Vec<_>, _>>()
    });
    let broken = |error: String| AppError::Internal(error.into());
    let wijken = counting
        .await
        .map_err(|error| broken(error.to_string()))?
        .map_err(broken)?;
    Ok(Tryout {
        round,
        rule,
        wijken,
    })
}

/// One wijk under the rule.
fn tried(
    then: WijkOutcome,
    publication: Publication,
    rule: &CountingRule,
) -> Result<Tried, String> {
    let wijk = publication
        .rules
        .wijk(then.wijk)
        .cloned()
        .ok_or("a wijk without rules")?;
    let ballots = &publication.opened.ballots;
    let now = if (ballots.len() as u64) < MIN_PUBLISHED {
        None
    } else {
        let (allocation, _) = count_ballots(rule, &wijk, ballots, &publication.lot)
            .map_err(|fault| fault.to_string())?;
        let coverage = Coverage::of(&allocation, ballots);
        Some(Again {
            allocation,
            coverage,
        })
    };
    Ok(Tried { wijk, then, now })
}

#[cfg(test)]
mod tests;
