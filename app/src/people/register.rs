//! A resident makes an account: a name and a password, no e-mail needed.

use domain::account::PersonDraft;
use leptos::prelude::*;

use super::{From, paths, welcome};
use crate::{
    ui::{Button, ButtonRow, TextKind, Width},
    web::{
        context::{Answer, Ctx},
        error::AppError,
        form::{Form, labels},
        limits,
        texts::{href, t},
    },
};

pub async fn page(ctx: Ctx) -> Answer {
    Ok(ctx.page(&ctx.say("people.register.title"), || view(&Form::default())))
}

pub async fn submit(ctx: Ctx, From(prefix): From, form: Form) -> Answer {
    let now = ctx.now();
    let prefix = format!("register {prefix}");
    if !ctx.app.limits.allows(limits::NEW_ACCOUNTS, &prefix, now) {
        return Err(AppError::TooMany);
    }
    let made = match form.draft::<PersonDraft>()?.check() {
        Ok(person) => ctx.app.store.register(person, now).await,
        Err(faults) => Err(faults.into()),
    };
    match made {
        Ok(person) => {
            ctx.app.limits.count(limits::NEW_ACCOUNTS, &prefix, now);
            welcome(&ctx, person, None).await
        }
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
