//! A resident makes an account: a name and a password, no e-mail needed.

use domain::account::PersonDraft;
use leptos::prelude::*;
use store::{Refusal, StoreError};

use super::paths;
use crate::{
    ui::{Button, ButtonRow, TextKind, Width},
    web::{
        address::Prefix,
        context::{Answer, Ctx},
        done::Done,
        form::{Form, labels},
        texts::{href, t},
    },
};

pub async fn page(ctx: Ctx) -> Answer {
    Ok(ctx.page(&ctx.say("people.register.title"), || view(&Form::default())))
}

/// Makes the account. A name that somebody has already gets the same answer after the same work: who may sign in is told
/// only to who can.
pub async fn submit(ctx: Ctx, from: Prefix, form: Form) -> Answer {
    let person = match form.draft::<PersonDraft>()?.check() {
        Ok(person) => person,
        Err(faults) => {
            let form = form.with_faults(faults);
            return Ok(ctx.again(&ctx.say("people.register.title"), || view(&form)));
        }
    };
    let turn = ctx
        .app
        .limits
        .new_accounts
        .turn(&from, &ctx.app.clock)
        .await?;
    match ctx.app.store.register(person, ctx.now()).await {
        // The one fault that only the store knows: the name is taken.
        Ok(_) | Err(StoreError::Refused(Refusal::Faults(_))) => {
            drop(turn);
            Ok(ctx.done(Done::AccountMade, paths::SignIn))
        }
        Err(error) => {
            turn.give_back();
            Err(error.into())
        }
    }
}

/// The fields of a new account.
pub fn fields(form: &Form) -> impl IntoView + use<> {
    view! {
        {form.line("people.field", "name", TextKind::Text, Width::Medium, "name")}
        {form.line("people.field", "login", TextKind::Text, Width::Medium, "username")}
        {form.line("people.field", "password", TextKind::Password, Width::Medium, "new-password")}
        {form.line("people.field", "repeated", TextKind::Password, Width::Medium, "new-password")}
    }
}

fn view(form: &Form) -> impl IntoView + use<> {
    view! {
        {form.summary(labels("people.field"))}
        <h1>{t("people.register.title")}</h1>
        <p class="wb-lead">{t("people.register.lead")}</p>
        <form method="post" class="wb-form" novalidate>
            {fields(form)}
            <ButtonRow><Button label=t("people.register.button")/></ButtonRow>
        </form>
        <p><a href=href(paths::SignIn)>{t("people.sign_in.title")}</a></p>
    }
}
