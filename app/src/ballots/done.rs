//! "Uw stem is binnen": what happens next, and the control words for those who want them.

use axum::{
    http::{HeaderMap, HeaderName, HeaderValue},
    response::IntoResponse,
};
use axum_extra::extract::cookie::CookieJar;
use domain::{
    phase::Phase,
    round::{Doing, Millis, Round, what_now},
};
use islands::words::KeptWords;
use leptos::prelude::*;

use super::{
    kept,
    pass::{self, Brought, Cast},
    paths,
};
use crate::{
    rounds,
    ui::{Button, ButtonKind, ButtonLink, ButtonRow, Panel},
    web::{
        context::{Answer, Ctx},
        done::Done,
        form::Form,
        texts::{href, t, tf},
        time,
    },
};

/// Shown once: with it the pass is gone, so that who comes next does not find the words.
pub async fn page(ctx: Ctx, headers: HeaderMap) -> Answer {
    let Brought::Done(cast) = Brought::read(&ctx, &headers) else {
        return Ok(ctx.see_other(paths::EnterCode));
    };
    let ctx = ctx.about(cast.round).await;
    let round = ctx.app.store.round(cast.round).await?;
    let now = ctx.now();
    let page = ctx.page_with_island(&ctx.say("ballots.done.title"), || view(&round, &cast, now));
    let jar = CookieJar::new().add(pass::removed());
    Ok((jar.add(Done::VoteCast.cookie()), page).into_response())
}

/// «Klaar, wis dit scherm»: nothing of the vote stays in the browser. Who is signed in stays so.
pub async fn wipe(ctx: Ctx, _: Form) -> Answer {
    let jar = [pass::removed(), kept::removed(), Done::forgotten()]
        .into_iter()
        .fold(CookieJar::new(), CookieJar::add);
    let data = HeaderName::from_static("clear-site-data");
    let kinds = HeaderValue::from_static("\"cache\", \"storage\"");
    Ok(([(data, kinds)], jar, ctx.see_other(paths::EnterCode)).into_response())
}

fn view(round: &Round, cast: &Cast, now: Millis) -> AnyView {
    let id = round.id;
    view! {
        <Panel title=t("ballots.done.title")><p>{t("ballots.done.thanks")}</p></Panel>
        <h2>{t("ballots.done.next_title")}</h2>
        {next(round, now)}
        <KeptWords
            said=cast.words.to_string() mark=cast.mark.clone()
            title=t("ballots.words.title") text=t("ballots.words.after")
            weaker=t("ballots.words.weaker") same=t("ballots.words.same") differ=t("ballots.words.differ")
            secret=t("ballots.words.secret")
        />
        <p>{t("ballots.done.once")}</p>
        <form method="post" action=href(paths::Done)>
            <ButtonRow>
                <Button label=t("ballots.done.wipe") large=true/>
                <ButtonLink label=t("ballots.done.button") href=href(rounds::paths::Show { round: id }) kind=ButtonKind::Secondary/>
            </ButtonRow>
        </form>
    }
    .into_any()
}

/// When the box closes, and until then the way to vote again.
fn next(round: &Round, now: Millis) -> AnyView {
    let closing = round.starts(Phase::Closed).map(time::moment);
    let on = |key| closing.map(|moment| tf(key, &[("moment", &moment)]));
    match what_now(round, now).doing {
        Doing::Vote => view! {
            <p>{on("ballots.done.next")}</p>
            <p>{t("ballots.done.again")}</p>
        }
        .into_any(),
        Doing::FinishVoting | Doing::AwaitCount => {
            view! { <p>{on("ballots.done.next_closed")}</p> }.into_any()
        }
        _ => ().into_any(),
    }
}
