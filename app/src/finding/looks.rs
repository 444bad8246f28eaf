//! How often people looked for their vote: counted roughly, without who or what.

use axum::{
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use domain::{
    id::RoundId,
    looking::{Looked, Looks},
};
use leptos::prelude::*;
use serde::Deserialize;

use super::paths;
use crate::{
    rounds,
    web::{
        address::Prefix,
        context::{Answer, Ctx},
        cookie::host_cookie,
        done::Done,
        error::AppError,
        form::Form,
        texts::{href, t, tn},
    },
};

/// What this browser has said already, until it is closed; no words, and no moment.
const NAME: &str = "__Host-gezocht";

/// The most that a browser says of this: six rounds.
const MOST: usize = 12;

/// What somebody says who looked by words.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Said {
    Found,
    Missing,
}

#[derive(Deserialize)]
struct Told {
    result: Said,
}

/// Somebody looked, and says what came of it.
pub async fn submit(
    ctx: Ctx,
    paths::Find { round }: paths::Find,
    headers: HeaderMap,
    from: Prefix,
    form: Form,
) -> Answer {
    let round = rounds::visible(&ctx, round).await?.id;
    let Told { result } = form.draft()?;
    let (looked, done) = match result {
        Said::Found => (Looked::Found, Done::VoteFound),
        Said::Missing => (Looked::Missing, Done::VoteMissing),
    };
    let told = tell(&ctx, round, &headers, &from, looked).await?;
    let answer = ctx.done(done, paths::Find { round });
    Ok(with_cookie(told, answer))
}

fn with_cookie(told: Option<Cookie<'static>>, answer: Response) -> Response {
    match told {
        Some(cookie) => (CookieJar::new().add(cookie), answer).into_response(),
        None => answer,
    }
}

/// Counts it once a browser, and so often a network. What goes beyond is not counted, and nobody is told.
async fn tell(
    ctx: &Ctx,
    round: RoundId,
    headers: &HeaderMap,
    from: &Prefix,
    looked: Looked,
) -> Result<Option<Cookie<'static>>, AppError> {
    let mark = format!("{round}-{looked}");
    let mut said = said(headers);
    // Also where nothing is counted: a round without an outcome has no such page.
    ctx.app.store.looks_until(round).await?;
    if said.contains(&mark) {
        return Ok(None);
    }
    if let Ok(turn) = ctx.app.limits.looks.turn(from, &ctx.app.clock).await {
        ctx.app.store.count_look(round, looked).await?;
        drop(turn);
    }
    said.push(mark);
    let forgotten = said.len().saturating_sub(MOST);
    said.drain(..forgotten);
    Ok(Some(host_cookie(NAME, said.join("."), SameSite::Lax)))
}

fn said(headers: &HeaderMap) -> Vec<String> {
    let jar = CookieJar::from_headers(headers);
    let value = jar.get(NAME).map(|cookie| cookie.value().to_owned());
    let said = value.unwrap_or_default();
    said.split('.')
        .filter(|mark| !mark.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The numbers in sentences.
fn numbers(looks: &Looks) -> Vec<String> {
    let mut lines = Vec::new();
    let words = [
        ("finding.looks.found", Looked::Found),
        ("finding.looks.missing", Looked::Missing),
    ];
    if words.iter().any(|(_, looked)| looks.of(*looked) > 0) {
        lines.extend(words.map(|(key, looked)| tn(key, looks.of(looked), &[])));
    }
    if looks.letters() > 0 {
        let of_letters = tn("finding.looks.letters", looks.letters(), &[]);
        let absent = tn("finding.looks.absent", looks.of(Looked::Absent), &[]);
        lines.push(format!("{of_letters} {absent}"));
    }
    lines
}

/// How often people looked, for the foot of the page.
pub fn view(looks: &Looks) -> AnyView {
    let lines = numbers(looks);
    let body = if lines.is_empty() {
        view! { <p>{t("finding.looks.none")}</p> }.into_any()
    } else {
        let lines = lines
            .into_iter()
            .map(|line| view! { <li>{line}</li> })
            .collect_view();
        view! { <ul>{lines}</ul> <p>{t("finding.looks.rough")}</p> }.into_any()
    };
    view! { <section><h2>{t("finding.looks.title")}</h2> {body}</section> }.into_any()
}

/// On the outcome: the way to looking for one's vote, and how many looked.
pub fn invitation(round: RoundId, looks: &Looks) -> AnyView {
    let numbers = numbers(looks).join(" ");
    let numbers = (!numbers.is_empty()).then(|| view! { <p>{numbers}</p> });
    view! {
        <section class="wb-stack">
            <h2>{t("finding.title")}</h2>
            <p>{t("finding.link_text")}</p>
            <p><a href=href(paths::Find { round })>{t("finding.link")}</a></p>
            {numbers}
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_where_there_are_any() {
        assert_eq!(numbers(&Looks::default()), [""; 0]);
        let looks = Looks([(Looked::Found, 12), (Looked::Cancelled, 1)].into());
        assert_eq!(
            numbers(&looks),
            [
                "12 keer vond iemand zijn stem.",
                "0 keer stond een stem er niet bij.",
                "1 keer is een brief nagekeken. Daarbij was 0 keer de envelop er niet.",
            ]
        );
    }
}
