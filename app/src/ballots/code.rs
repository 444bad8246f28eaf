//! Entering the code from the letter: one field, any case, spaces and dashes welcome.

use axum::{http::HeaderMap, response::IntoResponse};
use axum_extra::extract::cookie::CookieJar;
use domain::{
    ballot_box::{CodeFault, VotingCode},
    phase::Phase,
    round::{Beginning, Millis, Round, planned, what_now},
};
use islands::code::CodeGroups;
use leptos::prelude::*;
use store::{Refusal, StoreError};

use super::{
    kept,
    pass::{Pass, Voting},
    paths,
    put_away::{Found, put_away},
};
use crate::{
    info, rounds,
    ui::{
        Button, ButtonLink, ButtonRow, ErrorSummary, Label, Notice, NoticeKind, TextField, TextKind,
    },
    web::{
        address::Prefix,
        context::{Answer, Ctx},
        form::Form,
        texts::{href, t, tf},
        time,
    },
};

pub async fn page(ctx: Ctx, headers: HeaderMap) -> Answer {
    let rounds = ctx.app.store.rounds(false).await?;
    let now = ctx.now();
    let is_open = rounds.iter().any(|round| round.is_open(now));
    let (found, cookies) = put_away(&ctx, &headers, is_open);
    let page = if is_open {
        ctx.page_with_island(&ctx.say("ballots.code.title"), || {
            view(&rounds, now, found, None)
        })
    } else {
        ctx.page(&ctx.say("ballots.closed.title"), || {
            closed(&rounds, now, found)
        })
    };
    Ok((cookies, page).into_response())
}

/// Reads the code. One with a typing error costs nothing; a good one always passes, if need be after waiting.
pub async fn submit(ctx: Ctx, headers: HeaderMap, from: Prefix, form: Form) -> Answer {
    // The moment of pressing the button: who has to wait over the closing is still in time.
    let now = ctx.now();
    let code = match VotingCode::find(form.get("code")) {
        Ok(code) => code,
        Err(fault) => return again(&ctx, |()| fault_text(fault)).await,
    };
    let turn = ctx.app.limits.codes.turn(&from, &ctx.app.clock).await?;
    let admitted = ctx.app.store.admit(&code, now).await;
    if !matches!(admitted, Err(StoreError::Refused(Refusal::Code))) {
        turn.give_back();
    }
    match admitted {
        Ok(admission) => {
            let mut voting = Voting::new(&admission, now)?;
            let mut jar = CookieJar::new();
            if let Some(ticks) = kept::read(&ctx, &headers, &admission.seal_key) {
                voting.ballot = ticks;
                jar = jar.add(kept::removed());
            }
            let pass = Pass::Voting(voting).write(&ctx);
            Ok((pass, jar, ctx.see_other(paths::Choose)).into_response())
        }
        Err(StoreError::Refused(Refusal::Code)) => {
            let closed = ctx.app.store.closed_round_of(&code, now).await?;
            again(&ctx, |()| unknown(closed.as_ref())).await
        }
        Err(StoreError::Refused(Refusal::Closed)) => Ok(ctx.see_other(paths::EnterCode)),
        Err(error) => Err(error.into()),
    }
}

/// What is wrong with a code that opens no ballot now.
fn unknown(closed: Option<&Round>) -> String {
    let shut = closed.and_then(|round| Some((round, round.starts(Phase::Closed)?)));
    match shut {
        Some((round, at)) => tf(
            "ballots.code.too_late",
            &[("round", &round.title), ("moment", &time::moment(at))],
        ),
        None => t("ballots.code.unknown"),
    }
}

/// The page again with what is wrong. The code itself is not sent back: it is a secret.
async fn again(ctx: &Ctx, error: impl FnOnce(()) -> String) -> Answer {
    let rounds = ctx.app.store.rounds(false).await?;
    Ok(ctx.again_with_island(&ctx.say("ballots.code.title"), || {
        view(&rounds, ctx.now(), Found::Nothing, Some(error(())))
    }))
}

/// What is wrong with a code as it was typed.
pub fn fault_text(fault: CodeFault) -> String {
    match fault {
        CodeFault::Empty => t("ballots.code.empty"),
        CodeFault::Length { found } => tf("ballots.code.length", &[("found", &found.to_string())]),
        CodeFault::BadSign { group } => {
            tf("ballots.code.bad_sign", &[("group", &group.to_string())])
        }
        CodeFault::Wrong { group: Some(group) } => {
            tf("ballots.code.wrong_group", &[("group", &group.to_string())])
        }
        CodeFault::Wrong { group: None } => t("ballots.code.wrong"),
    }
}

/// Until when one can vote; where more rounds are open, for each of them.
fn until(open: &[&Round]) -> impl IntoView + use<> {
    let is_one = open.len() == 1;
    let lines = open.iter().filter_map(|round| {
        let moment = time::moment(round.starts(Phase::Closed)?);
        Some(if is_one {
            tf("ballots.code.until", &[("moment", &moment)])
        } else {
            let values = [("round", &*round.title), ("moment", &moment)];
            tf("ballots.code.until_of", &values)
        })
    });
    lines
        .map(|line| view! { <p class="wb-until" dir="auto">{line}</p> })
        .collect_view()
}

fn view(
    rounds: &[Round],
    now: Millis,
    found: Found,
    error: Option<String>,
) -> impl IntoView + use<> {
    let open: Vec<&Round> = rounds.iter().filter(|round| round.is_open(now)).collect();
    let summary = error.as_ref().map(|error| {
        view! { <ErrorSummary title=t("site.error_summary") faults=vec![("code".to_owned(), error.clone())]/> }
    });
    let label = Label::new("code", t("ballots.code.label"))
        .with_hint(t("ballots.code.hint"))
        .with_error(error);
    view! {
        {summary}
        <h1>{t("ballots.code.title")}</h1>
        {found.view()}
        <p class="wb-lead">{t("ballots.code.lead")}</p>
        {until(&open)}
        <form method="post" action=href(paths::EnterCode) class="wb-form" novalidate id="code-formulier">
            <TextField label=label kind=TextKind::Code autocomplete="off"/>
            <CodeGroups
                good=t("ballots.code.island.good") look=t("ballots.code.island.look") sign=t("ballots.code.island.sign")
            />
            <ButtonRow><Button label=t("ballots.code.button") large=true/></ButtonRow>
        </form>
        <Notice kind=NoticeKind::Info title=t("ballots.code.secret_title")><p>{t("ballots.code.secret")}</p></Notice>
        <section>
            <h2>{t("ballots.code.lost_title")}</h2>
            <p>{tf("ballots.code.lost", &[("places", &places(&open))])}</p>
            <p><a href=href(info::paths::Safe)>{t("site.foot.safe")}</a></p>
        </section>
    }
}

/// That voting is over in a round whose outcome is not known yet.
fn shut(round: &Round, now: Millis) -> Option<String> {
    let closed = what_now(round, now).closed?;
    let moment = time::moment(closed);
    Some(tf(
        "ballots.closed.shut",
        &[("round", &round.title), ("moment", &moment)],
    ))
}

/// That a vote should have begun and has not.
fn late(round: &Round, now: Millis) -> Option<String> {
    let is_late = planned(round, Phase::Voting, now) == Beginning::Late;
    (round.phase < Phase::Voting && is_late)
        .then(|| tf("ballots.closed.late", &[("round", &round.title)]))
}

/// The first vote that is still to begin.
fn next(rounds: &[Round], now: Millis) -> Option<String> {
    let (start, round) = rounds
        .iter()
        .filter(|round| round.phase < Phase::Voting)
        .filter_map(|round| match planned(round, Phase::Voting, now) {
            Beginning::Planned(start) => Some((start, round)),
            Beginning::Was(_) | Beginning::Late | Beginning::Unknown => None,
        })
        .min_by_key(|(start, _)| *start)?;
    let moment = time::moment(start);
    Some(tf(
        "ballots.closed.next",
        &[("round", &round.title), ("moment", &moment)],
    ))
}

fn places(rounds: &[&Round]) -> String {
    let places: Vec<&str> = rounds
        .iter()
        .flat_map(|round| &round.wijken)
        .map(|entry| entry.wijk.voting_point.as_str())
        .collect();
    places.join(", ")
}

/// No box is open: which have just closed, what comes next, and when.
fn closed(rounds: &[Round], now: Millis, found: Found) -> impl IntoView + use<> {
    let mut lines: Vec<String> = rounds.iter().filter_map(|round| shut(round, now)).collect();
    lines.extend(rounds.iter().filter_map(|round| late(round, now)));
    lines.extend(next(rounds, now));
    if lines.is_empty() {
        lines.push(t("ballots.closed.none"));
    }
    let lines = lines
        .into_iter()
        .map(|line| view! { <p class="wb-lead" dir="auto">{line}</p> })
        .collect_view();
    view! {
        <h1>{t("ballots.closed.title")}</h1>
        {found.view()}
        {lines}
        <ButtonLink label=t("ballots.closed.button") href=href(rounds::paths::Rounds)/>
    }
}
