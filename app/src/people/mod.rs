//! Accounts: signing in and out, making one, managing them.

mod browser;
mod manage;
pub mod paths;
mod register;
mod sign_in;

pub use sign_in::again as sign_in_again;

use axum::{
    response::{IntoResponse, Response},
    routing::{get, post},
};
use axum_extra::extract::cookie::CookieJar;
use domain::{access::ManagePeople, id::PersonId};

use crate::{
    info,
    web::{
        context::{Answer, Ctx},
        error::AppError,
        page::Access,
        session,
        table::Table,
    },
};

pub fn pages(table: Table) -> Table {
    table
        .at::<paths::SignIn>(Access::Public, get(sign_in::page).post(sign_in::submit))
        .at::<paths::SignOut>(Access::Public, post(sign_in::out))
        .at::<paths::Register>(Access::Public, get(register::page).post(register::submit))
        .at::<paths::Manage>(
            Access::to::<ManagePeople>(),
            get(manage::page).post(manage::submit),
        )
}

/// Begins a session under a new id and goes on to a page of ours.
pub async fn welcome(ctx: &Ctx, person: PersonId, to: Option<&str>) -> Answer {
    let actor = ctx.app.store.actor(person).await?;
    if let Some(token) = &ctx.visitor.token {
        ctx.app.store.end_session(token).await?;
    }
    let is_staff = actor.is_staff();
    let token = ctx
        .app
        .store
        .begin_session(person, is_staff, ctx.now())
        .await?;
    let jar = session::forget()
        .into_iter()
        .fold(CookieJar::new(), CookieJar::add);
    let jar = jar.add(session::cookie(token, is_staff));
    let home = if is_staff { "/werk" } else { "/mijn" };
    Ok((jar, ctx.see_other(to.unwrap_or(home))).into_response())
}

/// An address of ours to go on to after signing in: a path, never another site.
pub fn onward(typed: &str) -> Option<&str> {
    // Browsers drop tabs and line breaks from an address before they read it: "/<tab>/elders.nl" is another site.
    let has_odd_sign = typed.contains(|sign: char| sign == '\\' || sign.is_control());
    let is_path = typed.starts_with('/') && !typed.starts_with("//") && !has_odd_sign;
    is_path.then_some(typed)
}

/// Ends the session, here and in the database.
async fn goodbye(ctx: &Ctx) -> Result<Response, AppError> {
    if let Some(token) = &ctx.visitor.token {
        ctx.app.store.end_session(token).await?;
    }
    let jar = session::forget()
        .into_iter()
        .fold(CookieJar::new(), CookieJar::add);
    Ok((jar, ctx.see_other(info::paths::Home)).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_to_another_site_after_signing_in() {
        for path in [
            "//elders.nl",
            "https://elders.nl",
            "/\\elders.nl",
            "",
            "/a\r\nb",
            "/\t/elders.nl",
            "/\0",
            "javascript:alert(1)",
        ] {
            assert_eq!(onward(path), None, "{path}");
        }
        assert_eq!(onward("/werk?x=1"), Some("/werk?x=1"));
    }
}
