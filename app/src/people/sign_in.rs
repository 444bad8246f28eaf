//! Signing in and out.

use axum::{extract::Query, http::header, response::IntoResponse as _};
use domain::{account, id::PersonId};
use leptos::prelude::*;
use serde::Deserialize;
use store::{Refusal, StoreError};

use super::{browser::Browser, goodbye, onward, paths, welcome};
use crate::{
    ballots,
    ui::{Button, ButtonRow, Notice, NoticeKind, TextKind, Width},
    web::{
        address::Prefix,
        context::{Answer, Ctx},
        done::Done,
        form::{Form, labels},
        limits::{TooMany, Turn},
        texts::{href, t},
    },
};

#[derive(Deserialize)]
pub struct Onward {
    #[serde(default)]
    to: String,
}

pub async fn page(ctx: Ctx, Query(query): Query<Onward>) -> Answer {
    let form = Form::of(vec![("to".to_owned(), query.to)]);
    let is_new = ctx.visitor.done == Some(Done::AccountMade);
    Ok(ctx.page(&ctx.say("people.sign_in.title"), || {
        let new = is_new.then(|| {
            view! {
                <Notice kind=NoticeKind::Success title=t("people.sign_in.new_title")>
                    <p>{t("people.sign_in.new")}</p>
                </Notice>
            }
        });
        view(&form, new)
    }))
}

pub async fn submit(ctx: Ctx, from: Prefix, browser: Browser, form: Form) -> Answer {
    // What cannot be a name counts as none: whatever is typed, it is one try of somebody.
    let login = account::login(form.get("login")).unwrap_or_default();
    let turns = turns(&ctx, from, &browser, &login).await?;
    let store = &ctx.app.store;
    let checked = store.check_password(&login, form.get("password")).await;
    if !matches!(checked, Err(StoreError::Refused(Refusal::SignIn))) {
        turns.into_iter().for_each(Turn::give_back);
    }
    match checked {
        Ok(person) => {
            let answer = match form.waiting() {
                Some(waiting) => go_on(&ctx, person, onward(form.get("to")), &waiting).await?,
                None => welcome(&ctx, person, onward(form.get("to"))).await?,
            };
            Ok((browser.after(&ctx, login), answer).into_response())
        }
        Err(StoreError::Refused(Refusal::SignIn)) => {
            let form = form.with_refusal(Refusal::SignIn);
            Ok(ctx.again(&ctx.say("people.sign_in.title"), || {
                let new = view! { <p>{t("people.sign_in.new_fails")}</p> };
                view(&form, Some(new))
            }))
        }
        Err(error) => Err(error.into()),
    }
}

/// Turns to try this name. A browser that knows it waits for nobody but itself, so no stranger can keep its owner out.
async fn turns(
    ctx: &Ctx,
    from: Prefix,
    browser: &Browser,
    login: &str,
) -> Result<Vec<Turn>, TooMany> {
    let (limits, clock) = (&ctx.app.limits, &ctx.app.clock);
    if let Some(known) = browser.known_to(login) {
        return Ok(vec![limits.browsers.turn(&(known, login), clock).await?]);
    }
    let mut network = limits.sign_ins.turn(&from, clock).await?;
    match network.aside(limits.names.turn(login, clock)).await {
        Ok(name) => Ok(vec![network, name]),
        Err(full) => {
            network.give_back();
            Err(full)
        }
    }
}

/// Signed in again with a form in hand: one button sends it to where it was going.
async fn go_on(ctx: &Ctx, person: PersonId, to: Option<&str>, waiting: &Form) -> Answer {
    let Some(to) = to else {
        return welcome(ctx, person, None).await;
    };
    let signed_in = welcome(ctx, person, None).await?;
    let mut page = ctx.page(&ctx.say("people.sign_in.go_on"), || {
        let (action, fields) = (href(to), waiting.hidden());
        view! {
            <h1>{t("people.sign_in.go_on")}</h1>
            <p class="wb-lead">{t("people.sign_in.go_on_lead")}</p>
            <form method="post" action=action>
                {fields}
                <ButtonRow><Button label=t("people.sign_in.go_on_button") large=true/></ButtonRow>
            </form>
        }
    });
    for cookie in signed_in.headers().get_all(header::SET_COOKIE) {
        page.headers_mut()
            .append(header::SET_COOKIE, cookie.clone());
    }
    Ok(page)
}

/// The sign-in form for somebody who was away too long.
pub fn again(form: &Form) -> AnyView {
    view! {
        <h1>{t("people.sign_in.expired")}</h1>
        <p class="wb-lead">{t("people.sign_in.expired_lead")}</p>
        {fields(form)}
    }
    .into_any()
}

pub async fn out(ctx: Ctx) -> Answer {
    goodbye(&ctx).await
}

/// The form, with what there is to say to who just made an account. Whether the name was free nobody is told, so it is
/// said to all.
fn view<V: IntoView>(form: &Form, new: Option<V>) -> impl IntoView + use<V> {
    view! {
        {form.summary(labels("people.field"))}
        <h1>{t("people.sign_in.title")}</h1>
        {new}
        <p class="wb-lead">{t("people.sign_in.lead")}</p>
        {fields(form)}
        <p>{t("people.sign_in.no_account")} " " <a href=href(paths::Register)>{t("people.register.title")}</a></p>
        <p>{t("people.sign_in.voting")} " " <a href=href(ballots::paths::EnterCode)>{t("site.nav.vote")}</a></p>
    }
}

fn fields(form: &Form) -> impl IntoView + use<> {
    view! {
        <form method="post" action=href(paths::SignIn) class="wb-form" novalidate>
            <input type="hidden" name="to" value=form.get("to").to_owned()/>
            {form.hidden_waiting()}
            {form.line("people.field", "login", TextKind::Text, Width::Medium, "username")}
            {form.line("people.field", "password", TextKind::Password, Width::Medium, "current-password")}
            <ButtonRow><Button label=t("people.sign_in.button")/></ButtonRow>
        </form>
    }
}
