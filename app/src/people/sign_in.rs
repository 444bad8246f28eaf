//! Signing in and out.

use axum::extract::Query;
use leptos::prelude::*;
use serde::Deserialize;
use store::{Refusal, StoreError};

use super::{From, goodbye, limits, onward, welcome};
use crate::{
    context::{Answer, Ctx},
    error::AppError,
    form::Form,
    texts::{href, t},
    ui::{Button, ButtonRow, TextKind, Width},
};

#[derive(Deserialize)]
pub struct Onward {
    #[serde(default)]
    naar: String,
}

pub async fn page(ctx: Ctx, Query(query): Query<Onward>) -> Answer {
    let form = Form::of(vec![("naar".to_owned(), query.naar)]);
    Ok(ctx.page(&ctx.say("people.sign_in.title"), || view(&form)))
}

pub async fn submit(ctx: Ctx, From(prefix): From, form: Form) -> Answer {
    let now = ctx.now();
    let login = form.get("login").trim().to_lowercase();
    let limits = &ctx.app.limits;
    let name = format!("name {login}");
    let prefix = format!("sign-in {prefix}");
    if !limits.allows(limits::SIGN_INS, &prefix, now)
        || !limits.allows(limits::SIGN_INS_FOR_NAME, &name, now)
    {
        return Err(AppError::TooMany);
    }
    match ctx
        .app
        .store
        .check_password(&login, form.get("password"))
        .await
    {
        Ok(person) => welcome(&ctx, person, onward(form.get("naar"))).await,
        Err(StoreError::Refused(Refusal::SignIn)) => {
            limits.count(limits::SIGN_INS, &prefix, now);
            limits.count(limits::SIGN_INS_FOR_NAME, &name, now);
            let form = form.with_refusal(Refusal::SignIn);
            Ok(ctx.again(&ctx.say("people.sign_in.title"), || view(&form)))
        }
        Err(error) => Err(error.into()),
    }
}

pub async fn out(ctx: Ctx) -> Answer {
    goodbye(&ctx).await
}

fn view(form: &Form) -> AnyView {
    view! {
        {form.summary()}
        <h1>{t("people.sign_in.title")}</h1>
        <p class="wb-lead">{t("people.sign_in.lead")}</p>
        <form method="post" action=href("/inloggen") class="wb-form" novalidate>
            <input type="hidden" name="naar" value=form.get("naar").to_owned()/>
            {form.line("people.field", "login", TextKind::Text, Width::Medium, 80, "username")}
            {form.line("people.field", "password", TextKind::Password, Width::Medium, 128, "current-password")}
            <ButtonRow><Button label=t("people.sign_in.button")/></ButtonRow>
        </form>
        <p>{t("people.sign_in.no_account")} " " <a href=href("/account-maken")>{t("people.register.title")}</a></p>
        <p>{t("people.sign_in.voting")} " " <a href=href("/stem")>{t("site.nav.vote")}</a></p>
    }
    .into_any()
}
