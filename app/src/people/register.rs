//! A resident makes an account: a name and a password, no e-mail needed.

use domain::account::PersonDraft;
use leptos::prelude::*;

use super::{paths, welcome};
use crate::{
    ui::{Button, ButtonRow, TextKind, Width},
    web::{
        address::Prefix,
        context::{Answer, Ctx},
        form::{Form, labels},
        texts::{href, t},
    },
};

pub async fn page(ctx: Ctx) -> Answer {
    Ok(ctx.page(&ctx.say("people.register.title"), || view(&Form::default())))
}

pub async fn submit(ctx: Ctx, from: Prefix, form: Form) -> Answer {
    let made = match form.draft::<PersonDraft>()?.check() {
        Ok(person) => {
            let turn = ctx.app.limits.new_accounts.turn(&from, &ctx.app.clock);
            // Counted whether the name is free or taken: both take the same work.
            let _turn = turn.await?;
            ctx.app.store.register(person, ctx.now()).await
        }
        Err(faults) => Err(faults.into()),
    };
    match made {
        Ok(person) => welcome(&ctx, person, None).await,
        Err(error) => {
            let form = Ctx::faults(error, &form)?;
            Ok(ctx.again(&ctx.say("people.register.title"), || view(&form)))
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
