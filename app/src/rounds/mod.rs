//! Rounds: what residents see of them, and how staff move them on.

mod control;
mod counting;
mod key;
mod letter;
mod letters;
mod life;
mod list;
pub mod rule;
mod rules;
mod settings;
mod show;
mod tryout;
mod tryout_view;
mod wijken;
mod work;

use axum::routing::{get, post};
use domain::{
    access::{CountVotes, IssueCodes, KeepBoxKey, ManageRound, ReadStaffPages, StepRound},
    ballot_box::{BoxCard, CardFault},
    fault::{Fault, What},
    id::RoundId,
    phase::Phase,
    round::{Round, RoundWijk},
    text::TextFault,
};
use store::{Refusal, StoreError};

use crate::{
    access::{Access, Table},
    context::{Ctx, id},
    error::AppError,
    form::Form,
};

pub fn pages(table: Table) -> Table {
    let manage = Access::to::<ManageRound>();
    table
        .at("/rondes", Access::Public, get(list::page))
        .at("/rondes/{round}", Access::Public, get(show::page))
        .at(
            "/rondes/{round}/spelregels",
            Access::Public,
            get(rules::page),
        )
        .at(
            "/rondes/{round}/spelregels.json",
            Access::Public,
            get(rules::json),
        )
        .at(
            "/rondes/{round}/zegels/{wijk}",
            Access::Public,
            get(rules::seals),
        )
        .at("/werk", Access::to::<ReadStaffPages>(), get(work::page))
        .at(
            "/werk/wijken",
            manage,
            get(wijken::page).post(wijken::submit),
        )
        .at(
            "/werk/rondes/nieuw",
            manage,
            get(settings::fresh).post(settings::make),
        )
        .at("/werk/proeftelling", manage, get(tryout::page))
        .at("/werk/rondes/{round}", manage, get(control::page))
        .at(
            "/werk/rondes/{round}/instellen",
            manage,
            get(settings::page).post(settings::change),
        )
        .at("/werk/rondes/{round}/kopie", manage, post(settings::copy))
        .at(
            "/werk/rondes/{round}/stap",
            Access::to::<StepRound>(),
            get(control::back).post(control::step),
        )
        .at(
            "/werk/rondes/{round}/sleutel",
            Access::to::<KeepBoxKey>(),
            get(key::page).post(key::submit),
        )
        .at(
            "/werk/rondes/{round}/brieven",
            Access::to::<IssueCodes>(),
            get(letters::page).post(letters::submit),
        )
        .at(
            "/werk/rondes/{round}/telling",
            Access::to::<CountVotes>(),
            get(counting::page).post(counting::submit),
        )
}

/// The round of a path. A draft does not exist for residents.
pub async fn visible(ctx: &Ctx, text: &str) -> Result<Round, AppError> {
    let round = ctx.app.store.round(id::<RoundId>(text)?).await?;
    if round.phase == Phase::Draft && !ctx.may::<ManageRound>() {
        return Err(AppError::NotFound);
    }
    Ok(round)
}

/// How many jobs at the cap a budget is enough for: people read jobs more easily than money.
pub fn jobs_in(round: &Round, entry: &RoundWijk) -> u64 {
    entry
        .budget
        .as_cents()
        .checked_div(round.settings.cap.as_cents())
        .unwrap_or_default()
}

/// The page of staff for one round, or a part of it.
fn work_path(round: RoundId, part: &str) -> String {
    format!("/werk/rondes/{round}{part}")
}

/// The public page of one round, or a part of it.
fn public_path(round: RoundId, part: &str) -> String {
    format!("/rondes/{round}{part}")
}

/// The key card as typed.
fn typed_card(form: &Form) -> Result<BoxCard, Vec<Fault>> {
    BoxCard::parse(form.get("card")).map_err(|fault| {
        let what = match fault {
            CardFault::Empty => What::Text(TextFault::Empty),
            CardFault::Length { .. } | CardFault::BadSign { .. } | CardFault::Checksum => {
                What::WrongCard
            }
        };
        vec![Fault::at("card", what)]
    })
}

/// What went wrong with a card, in a form that no longer holds it: a key is never sent back.
fn card_faults(error: StoreError) -> Result<Form, AppError> {
    let error = match error {
        StoreError::Refused(Refusal::Card) => vec![Fault::at("card", What::WrongCard)].into(),
        other => other,
    };
    Ctx::faults(error, &Form::default())
}
