//! The round as one pack, and the ballots of a wijk as files for other tools, with the proof of what everybody paid.

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::IntoResponse,
};
use domain::{
    count::CountFault,
    id::{RoundId, WijkId},
    outcome::{MIN_PUBLISHED, Publication},
};
use store::{StoreError, file_head};

use super::paths;
use crate::{
    rounds,
    web::{
        context::{Answer, Ctx},
        error::AppError,
    },
};

/// What is published of a wijk; nothing when the ballots are so few that somebody could be recognised.
async fn published(ctx: &Ctx, round: RoundId, wijk: WijkId) -> Result<Publication, AppError> {
    let publication = ctx.app.store.publication(round, wijk).await?;
    if (publication.opened.ballots.len() as u64) < MIN_PUBLISHED {
        return Err(AppError::NotFound);
    }
    Ok(publication)
}

/// Everything to check a round with, in one zip.
pub async fn pack(ctx: Ctx, paths::Pack { round }: paths::Pack) -> Answer {
    // Who may not see the round gets no file of it either.
    let round = rounds::visible(&ctx, round).await?;
    let zip = ctx.app.store.pack(round.id).await?;
    let mime = HeaderValue::from_static("application/zip");
    // A response compressed on its way has no known length, and the recount shows its progress.
    let length = HeaderValue::from(zip.len());
    let headers = [
        (header::CONTENT_TYPE, mime),
        (HeaderName::from_static("x-uncompressed-length"), length),
    ];
    Ok((headers, zip).into_response())
}

/// The ballots alone, in the format that other tools read.
pub async fn pabulib(ctx: Ctx, paths::Pabulib { round, wijk }: paths::Pabulib) -> Answer {
    let publication = published(&ctx, round, wijk).await?;
    // The dates that held: a vote may have closed later than its rules said.
    let settings = ctx.app.store.round(round).await?.settings;
    let head = file_head(&ctx.app.municipality, &settings);
    let file = aside(move || publication.pabulib(&head)).await?;
    let mime = HeaderValue::from_static("text/plain; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, mime)], file).into_response())
}

/// What every ballot paid; `null` where the rule lets nobody pay.
pub async fn proof(ctx: Ctx, paths::Proof { round, wijk }: paths::Proof) -> Answer {
    let publication = published(&ctx, round, wijk).await?;
    let proof = aside(move || publication.proof()).await?;
    json(serde_json::to_string(&proof))
}

/// Counting takes a while where there are many ballots: not on the threads that answer everybody else.
async fn aside<T: Send + 'static>(
    count: impl FnOnce() -> Result<T, CountFault> + Send + 'static,
) -> Result<T, AppError> {
    tokio::task::spawn_blocking(count)
        .await
        .map_err(|error| AppError::Internal(error.to_string().into()))?
        .map_err(corrupt)
}

fn json(text: serde_json::Result<String>) -> Answer {
    let text = text.map_err(StoreError::from)?;
    let mime = HeaderValue::from_static("application/json");
    Ok(([(header::CONTENT_TYPE, mime)], text).into_response())
}

/// What could be counted once can be counted again, unless the database was changed since.
fn corrupt(fault: CountFault) -> AppError {
    StoreError::Corrupt(fault.to_string()).into()
}
