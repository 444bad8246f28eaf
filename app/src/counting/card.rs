//! The key card in a form: typed, checked, never shown again.

use domain::{
    ballot_box::{BoxSeed, CardFault},
    fault::{Fault, What},
    text::TextFault,
};
use leptos::prelude::*;
use store::{Refusal, StoreError};

use crate::{
    ui::{TextField, TextKind},
    web::{context::Ctx, error::AppError, form::Form},
};

/// The field for a card. It never has a value.
pub fn field(form: &Form) -> impl IntoView + use<> {
    view! {
        <TextField label=form.label("rounds.field", "card") kind=TextKind::Code autocomplete="off"/>
    }
}

/// The key card as typed.
pub fn typed(form: &Form) -> Result<BoxSeed, Vec<Fault>> {
    BoxSeed::parse(form.get("card")).map_err(|fault| {
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
pub fn faults(error: StoreError) -> Result<Form, AppError> {
    let error = match error {
        StoreError::Refused(Refusal::Card) => vec![Fault::at("card", What::WrongCard)].into(),
        other => other,
    };
    Ctx::faults(error, &Form::default())
}
